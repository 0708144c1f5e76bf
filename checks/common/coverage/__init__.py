"""coverage: what a report should tell."""
