"""responsibility: what the head did as first responsible person."""
