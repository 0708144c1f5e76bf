"""citations: laws, documents and institutions by their right names."""

TITLE = "引用"
