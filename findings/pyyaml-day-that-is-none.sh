#!/usr/bin/env bash
# PyYAML 6.0.2: a day that no calendar has is neither text nor a YAML error, and the fault has no place.
#
# `until: 2025-02-30` looks like a timestamp, so the safe loader makes a date of it, and Python's ValueError comes out as it is: no
# YAMLError, which callers catch, and no line. `until: 2025-13-01` does the same; 2024-02 and 2025-2-30 are text. One would
# expect a ConstructorError with its mark, as for other values that cannot be made.
# Seen: ValueError: day is out of range for month, which is a YAMLError: False, with a mark: False
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet PyYAML==6.0.2
"$folder/venv/bin/python" - <<'PYTHON'
import yaml

print("PyYAML", yaml.__version__)
try:
    yaml.safe_load("reason: 旧稿\nuntil: 2025-02-30\n")
except Exception as error:
    seen = error
kind, marked = isinstance(seen, yaml.YAMLError), hasattr(seen, "problem_mark")
print(f"{type(seen).__name__}: {seen}, which is a YAMLError: {kind}, with a mark: {marked}")
assert isinstance(seen, ValueError) and not kind and not marked
assert yaml.safe_load("[2024-02, 2025-2-30]") == ["2024-02", "2025-2-30"]
PYTHON
