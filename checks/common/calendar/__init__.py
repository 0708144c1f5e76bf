"""calendar: years, dates, and what was in the world when the report was written."""

TITLE = "时间"
