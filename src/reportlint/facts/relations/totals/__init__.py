"""Totals, their parts, and what is left of them."""
