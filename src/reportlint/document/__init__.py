"""A file as text: the characters a reader found, and the way from offsets back to lines and columns."""
