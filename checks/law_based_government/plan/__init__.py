"""plan: what is promised for the next year."""

TITLE = "下一年度安排"
