"""privacy: what must not be published."""
