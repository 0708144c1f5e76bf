"""quantification: claims need data."""

TITLE = "成效和数据"
