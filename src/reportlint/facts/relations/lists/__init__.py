"""Numbers of things that are named beside them."""
