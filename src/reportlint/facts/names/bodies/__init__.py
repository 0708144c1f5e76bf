"""Bodies of party and State: what the text calls them otherwise than they are called, and those that are no more."""
