"""citations: laws, documents and institutions by their right names."""

TITLE = "引用的法律、文件和机构"
