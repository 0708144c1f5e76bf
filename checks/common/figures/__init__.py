"""figures: the arithmetic of the text."""
