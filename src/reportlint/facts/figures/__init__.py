"""Numbers of the text: what they are, what they count, and the words around them."""
