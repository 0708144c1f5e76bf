"""punctuation: marks and blanks."""
