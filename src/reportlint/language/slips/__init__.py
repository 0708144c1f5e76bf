"""Slips of writing: words, terms, idioms and set phrases that are a character off, and what only looks like a slip.

near_*.py and lost_*.py compare a text with what may have been meant, each with its own kind of words; alike.py, sounds.py and
shapes.py say which characters are taken for one another; seams.py, bodies.py, local_names.py and rows_of_three.py say what a
careful reader would leave alone.
"""
