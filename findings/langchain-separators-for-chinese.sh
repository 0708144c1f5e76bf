#!/usr/bin/env bash
# langchain-text-splitters 1.1.3: with the separators that its guide gives for Chinese, 5.5% is cut after the 5, and no cut is at a 。
#
# The list is for languages without blanks, and the splitter takes the first of it that the text has. The point of English stands before
# all marks of Chinese, so a figure with decimals is the best place to cut; the comma ， stands before the full stop 。, which is never
# come to while there is a comma. And a mark is kept at the head of what follows, unless one says "end". One would take the list for
# an order of preference. With 。 first, the point left out and the marks kept at the end, each chunk is whole sentences.
# Seen: 全年办结复议案件57件，同比增长5 / .5%。制定规范性文件4件，清理43件，废止6件 / ，均向社会公布。, and the two sentences with 。 first
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet langchain-text-splitters==1.1.3
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from langchain_text_splitters import RecursiveCharacterTextSplitter

SENTENCES = ["全年办结复议案件57件，同比增长5.5%。", "制定规范性文件4件，清理43件，废止6件，均向社会公布。"]
GUIDE = ["\n\n", "\n", " ", ".", ",", "\u200b", "，", "、", "．", "。", ""]
MENDED = ["\n\n", "\n", "。", "，", "、", ""]


def chunks(separators: list[str], keep: bool | str) -> list[str]:
    splitter = RecursiveCharacterTextSplitter(
        separators=separators, keep_separator=keep, chunk_size=28, chunk_overlap=0
    )
    return splitter.split_text("".join(SENTENCES))


print("langchain-text-splitters", version("langchain-text-splitters"))
print(*chunks(GUIDE, True), sep=" / ")
print(*chunks(MENDED, "end"), sep=" / ")
assert chunks(GUIDE, True) == ["全年办结复议案件57件，同比增长5", ".5%。制定规范性文件4件，清理43件，废止6件", "，均向社会公布。"]
assert chunks(MENDED, "end") == SENTENCES
PYTHON
