"""Numerals, years, days and the numbers of headings as they are written, and the words that things are counted by."""
