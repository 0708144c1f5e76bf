"""quantification: claims need data."""

TITLE = "用数据说话"
