#!/usr/bin/env bash
# reportlab 5.1.0: wordWrap="CJK" keeps 。 and 、 off the head of a line, but not ， ； ： ！ ？ ” 》, and no mark off its end.
#
# The option is the one for Chinese, and its list of marks that begin no line seems to be a Japanese one: 、。」』 and small kana are in
# it, the full-width comma, which is the commonest mark of Chinese, is not. GB/T 15834 (5.1) allows none of them there, and no
# opening “ （ 《 at the end of a line. A list for the end stands beside the other in textsplit.py, and is not asked.
# Seen: at the head of a line ，；：！？”》, at the end （《“, kept off the head 。、）
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet reportlab==5.1.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
STYLE = ParagraphStyle("body", fontName="STSong-Light", fontSize=16, leading=28, wordWrap="CJK")


def lines(text: str) -> list[str]:
    """The lines of a paragraph as wide as eleven characters."""
    paragraph = Paragraph(text, STYLE)
    paragraph.wrap(11 * 16 + 1, 800)
    return ["".join(words) for _, words in paragraph.blPara.lines]


heads = [mark for mark in "，；：！？”》。、）" if lines(f"坚持严格规范公正文明执{mark}持续改进作风")[1][0] == mark]
ends = [mark for mark in "（《“" if lines(f"坚持严格规范公正文明{mark}持续改进作风")[0][-1] == mark]
print("reportlab", version("reportlab"))
print(*lines("坚持严格规范公正文明执，持续改进作风"), sep="\n")
print("head", *heads, "end", *ends)
assert heads == [*"，；：！？”》"] and ends == [*"（《“"]
PYTHON
