"""Does a phrase end in a verb? Told by the common words of jieba's dictionary, which gives each its part of speech."""

from __future__ import annotations

from functools import lru_cache

from reportlint.kept.cache import cached
from reportlint.language.words.dictionary import of_two_characters, path
from reportlint.language.words.word_boundaries import identity

_COMMON = 10
"""Frequency from which a word counts."""
_NOUNS = frozenset(
    "设备 代表 计划 规划 纪律 指标 工程 编制 爱好 装备 设施 建筑 证明 保险 通知 报告 补贴 标志 参谋 导游 组长 位置 综合".split()
)
"""What it calls verbs and reports use as nouns."""
_ACTS = frozenset(
    "落实 聚焦 紧盯 健全 规范 畅通 办理 评查 化解 调处 问责 督导 述法 立足 复核 约谈 研判 会商 整治 记录 杜绝 平息 拓宽 精简".split()
)
"""What reports use as verbs and it does not know as such."""


def ends_in_verb(phrase: str) -> bool:
    """城管开展, 双方签订 and 回访 do; 农贸市场 and 资格证书 do not. Words of two characters only."""
    return phrase.removesuffix("了")[-2:] in _verbs()


def is_verb(word: str) -> bool:
    """开展 is one, 市场 is none. Words of two characters only."""
    return word in _verbs()


def begins_with_verb(phrase: str) -> bool:
    """落实登记 and 整合投诉 do, and go on; 登记 alone is not asked."""
    return len(phrase) > 2 and phrase[:2] in _verbs()


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    key = f"3:{identity(path())}:{identity(__file__)}"
    words: str = cached("verbs", key, lambda: " ".join(sorted(of_two_characters("v.*", _COMMON) - _NOUNS | _ACTS)))
    return frozenset(words.split())
