"""shortcomings: what the report admits, and what it says of the causes."""
