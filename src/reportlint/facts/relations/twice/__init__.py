"""One quantity told in two places."""
