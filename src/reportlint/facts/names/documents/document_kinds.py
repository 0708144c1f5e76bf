"""What documents are called by their last word: 意见, 办法; and a last word that is miswritten."""

from __future__ import annotations

from reportlint.kept import patterns
from reportlint.language.slips.alike import is_slip
from reportlint.language.words.word_boundaries import is_common

KINDS = tuple("意见 条例 办法 规定 细则 方案 通知 规划 纲要 决定 计划 清单 制度 规程 指引 指南 标准 目录".split())
"""What documents that bodies give out are called."""
_DOCUMENTS = tuple(
    "办法 规定 方案 意见 细则 规则 守则 准则 条例 规划 计划 纲要 通知 决定 决议 要点 指引 指南 清单 目录 名录 法 标准 规范 规程 预案 "
    "公告 通告 报告 批复 措施 手册 读本 汇编 案例 说明 建议 提案 议案 政策 公约 合同 函 书 表 条".split()
)
"""Any last word of a title by which it is a document or a piece of writing."""
KIND_TWICE = patterns.compile("(?:规定|办法|条例|细则|规则)(?:规定|办法|条例)$")
"""Kinds that are told twice: 工作规定条例."""
_BEHIND, _OF_A_LAW = patterns.compile("实施(?P<kind>[\u4e00-\u9fff]{2})"), ("细则", "办法", "方案", "意见", "规定")
"""What stands behind a law's title where another document puts it to work, and what such a document is."""
_NO_LAWS = ("执法", "司法", "立法", "普法", "守法", "用法", "学法")
_SHORTEST = 5
"""Characters of the shortest name whose end is asked about."""


def kind_meant(base: str) -> str:
    """The kind of document that the end of a name is a slip of: 指导意件; "" for none."""
    end = base[-2:]
    if len(base) < _SHORTEST or is_common(end):
        return ""
    alike = (kind for kind in KINDS if sum(a != b for a, b in zip(end, kind, strict=True)) == 1)
    return next((kind for kind in alike if all(a == b or is_slip(a, b) for a, b in zip(end, kind, strict=True))), "")


def kind_behind(text: str, end: int) -> str:
    """The kind of document that is miswritten behind a title which ends there: 《信访工作条例》实施纲则; "" for none."""
    told = _BEHIND.match(text, end)
    if not told or is_common(told["kind"]):
        return ""
    return next((kind for kind in _OF_A_LAW if any(a == b for a, b in zip(told["kind"], kind, strict=True))), "")


def names_document(base: str) -> bool:
    """Does a title's end say that it is a document or a piece of writing?"""
    return base.endswith(_DOCUMENTS) and not base.endswith(_NO_LAWS)
