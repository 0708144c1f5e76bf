"""Reporters: one module for each way to show what was found.

The module of an output format has its name, and ``findings(results: Iterable[Result]) -> Iterator[str]``: the pieces of the
output, each to be followed by a newline. The results come while files are linted; a piece may be shown before the next one.
"""
