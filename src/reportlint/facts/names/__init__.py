"""Names of the text, and when each of them is right.

documents/ has laws and documents, bodies/ has offices, and pairs/ asks whether two names are one thing's; meetings, days and
slogans have a module each. Below them lie what a name begins behind, the report's own place, moments, and groups of words.
"""
