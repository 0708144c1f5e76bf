"""shortcomings: what the report admits, and what it says of the causes."""

TITLE = "不足和原因"
