"""What is kept between runs, and the few tricks that make a start quick: each says what it pays, and how to count it again.

Each falls back by itself where it can't be done, and REPORTLINT_PLAIN=1 switches all of them off. Private modules of Python
are used here and nowhere else.
"""
