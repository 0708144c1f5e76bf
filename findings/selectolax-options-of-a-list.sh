#!/usr/bin/env bash
# selectolax 1.0.2 (Lexbor): the time to parse <select> grows with the square of its options.
#
# Twice the <option> elements, which need no end tags, take four times as long: 40,000 take four seconds, where as many <p> take a
# hundredth of one. A hostile page holds up whoever parses it. The parser is known as one of the fastest; its version 0.4.0 took
# twice as long for twice as many, and no other element that is not nested was found to do otherwise.
# Seen: 10,000 and 20,000 options: 3.9 times as long; paragraphs: twice
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet selectolax==1.0.2
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version
from time import process_time

from selectolax.lexbor import LexborHTMLParser


def taken(count: int, before: str, each: str) -> float:
    """The processor's seconds, the least of three tries."""
    times = []
    for _ in range(3):
        start = process_time()
        LexborHTMLParser(before + each * count)
        times.append(process_time() - start)
    return min(times)


print("selectolax", version("selectolax"))
growth = {}
for name, before, each in (("options", "<select>", "<option>青岚村"), ("paragraphs", "", "<p>青岚村</p>")):
    once, twice = taken(10_000, before, each), taken(20_000, before, each)
    growth[name] = twice / once
    print(f"{name}: {once:.3f} s, twice as many {twice:.3f} s: {growth[name]:.1f} times")
assert growth["options"] > 3 and growth["paragraphs"] < 3
PYTHON
