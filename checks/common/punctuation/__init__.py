"""punctuation: marks and blanks."""

TITLE = "标点和空格"
