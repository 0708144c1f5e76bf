"""What the text says: claims, acts of the head, lists, items, the year it is on, what it took over."""
