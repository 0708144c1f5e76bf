"""Chinese text without a report in it: its marks and sentences, phrase rules and word tables.

Above them, words/ has its words, numbers/ its figures and dates, and slips/ what looks miswritten. The lists of words, NAME.txt,
lie here.
"""
