"""The page, its style, its script."""
