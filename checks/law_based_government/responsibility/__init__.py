"""responsibility: what the head did as first responsible person."""

TITLE = "第一责任人"
