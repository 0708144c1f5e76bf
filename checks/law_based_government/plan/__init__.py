"""plan: what is promised for the next year."""
