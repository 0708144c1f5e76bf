"""outline: what the grammar of the report says."""

TITLE = "结构"
