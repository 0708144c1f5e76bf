"""citations: laws, documents and institutions by their right names."""
