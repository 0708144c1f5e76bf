"""`python -m reportlint`: the command, which imports nothing from the current folder, as drafts may lie there.

Python itself puts that folder first, and looks there for the package (a reportlint.py) and, before 3.11, for modules of its
own. `reportlint` and `python -I -m reportlint` do without.
"""

import sys

if __name__ == "__main__":
    if not getattr(sys.flags, "safe_path", False) and not sys.flags.isolated:
        del sys.path[0]
    from reportlint.command.start import command

    command()
