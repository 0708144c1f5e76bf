"""Chinese text without a report in it: sentences, words, numerals, marks, and how two wordings differ."""
