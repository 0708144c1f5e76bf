"""Where sentences end."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("走访企业36家。收集意见12条！", ["走访企业36家。", "收集意见12条！"]),
        ("走访企业36家.收集意见12条。", ["走访企业36家.", "收集意见12条。"]),  # a stop of half width
        ("艾山.买买提化解3.5%的纠纷，1.健全制度。", ["艾山.买买提化解3.5%的纠纷，1.健全制度。"]),
        ("他问：“合规吗？”回访6户。", ["他问：“合规吗？”", "回访6户。"]),
        ("讲座设问“合规吗？”，回访6户。", ["讲座设问“合规吗？”，回访6户。"]),
        ("《合同怎么签？》推出6期。", ["《合同怎么签？》推出6期。"]),
        ("喊出“守住湖岸！”口号36次。", ["喊出“守住湖岸！”口号36次。"]),
        ("办理36件\n\n办结30件。。", ["办理36件", "办结30件。。"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[slice(*span)] for span in split_sentences(text, Span(0, len(text)))] == sentences
