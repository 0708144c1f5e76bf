"""What is kept between runs, and the few tricks that make a start quick. Each says what it pays: how much longer a run takes
without it. `python benchmarks/tricks.py` counts again, over one draft or many; what pays less than a twentieth goes.

Each falls back by itself where it can't be done, and REPORTLINT_PLAIN=1 switches all of them off. Private modules of Python
are used here and nowhere else.
"""
