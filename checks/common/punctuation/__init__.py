"""punctuation: marks and blanks."""

TITLE = "标点"
