"""Facts: what stands in the text, found once, with spans and values; what it means is for the checks."""
