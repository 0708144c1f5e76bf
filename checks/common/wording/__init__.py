"""wording: words that are wrong, confused or not the set ones."""

TITLE = "用词"
