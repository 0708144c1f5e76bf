"""figures: the arithmetic of the text."""

TITLE = "数字"
