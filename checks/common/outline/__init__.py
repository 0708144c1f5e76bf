"""outline: what the grammar of the report says."""
