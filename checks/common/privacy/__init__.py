"""privacy: what must not be published."""

TITLE = "个人信息"
