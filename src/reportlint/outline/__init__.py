"""Lines to outline: a grammar says what a report must contain, the cheapest repair says what is amiss."""
