#!/usr/bin/env bash
# pypandoc_binary 1.17 (pandoc 3.9), rtfunicode 2.3: of an RTF text with 办结57件 pandoc reads 办结7件, the figure's first digit gone.
#
# RTF writes a Chinese character as its number and, for old readers, a substitute that the others skip: \u32467?57 is 结57. pandoc
# skips one character more, if nothing parts the number from the substitute. A Chinese character behind it has a number of its own and
# is spared, so a trial with words alone shows nothing; in a report it is the figures. pandoc itself writes a blank before the
# substitute, so a round trip comes out whole. The same was reported with a letter (jgm/pandoc 8264) and closed.
# Seen: 全年办结7件，占5.8%，类2件。 of 57, 15.8%, A类 and 12; whole from striprtf 0.0.35, and from pandoc as pandoc writes it
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pypandoc_binary==1.17 rtfunicode==2.3 striprtf==0.0.35
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import pypandoc
import rtfunicode  # noqa: F401  (makes the codec known)
from striprtf.striprtf import rtf_to_text

MEANT = "全年办结57件，占15.8%，A类12件。"


def by_pandoc(rtf: str) -> str:
    return pypandoc.convert_text(rtf, "plain", format="rtf", extra_args=["--wrap=none"]).strip()


written = r"{\rtf1\ansi\uc1 " + MEANT.encode("rtfunicode").decode("ascii") + r"\par}"
by_itself = pypandoc.convert_text(MEANT, "rtf", format="markdown", extra_args=["--standalone"])
seen, again, other = by_pandoc(written), by_pandoc(by_itself), rtf_to_text(written).strip()
print("pandoc", pypandoc.get_pandoc_version(), *(f"{name} {version(name)}" for name in ("rtfunicode", "striprtf")))
print(written)
print("pandoc:", seen)
print("pandoc, of its own RTF:", again)
print("striprtf:", other)
assert seen == "全年办结7件，占5.8%，类2件。"
assert again == other == MEANT
PYTHON
