"""Rates and shares: two counts, and what one is of the other."""
