"""The title's parts: who reports, on which year, and whether it calls itself a report."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns

_YEAR = patterns.compile(r"(?P<year>20\d\d|二[〇○零一二三四五六七八九]{3})\s*年?度?")
_NAMED_YEAR = patterns.compile(r"(?P<year>20\d\d|二[〇○零一二三四五六七八九]{3})(?:年|(?=[—–\-－~～至]\d{4}年))")
_DIGITS = {"〇": "0", "○": "0", "零": "0", **{c: str(i) for i, c in enumerate("一二三四五六七八九", 1)}}
# What may stand around a title proper: a label, brackets of a page, a date of adoption or of the page.
_WRAPPING = patterns.compile(r"^(?:标题|名称)[：:]|^【[^】]*】|^《|》$|[（(][^）)]*月[^）)]*[）)]")
_PAGE_DATE = patterns.compile(r"20\d\d[-./]\d{1,2}[-./]\d{1,2}$")
_BOOK = patterns.compile(r"《[^》]*》")
_LEADING_YEAR = patterns.compile(rf"^(?:关于)?{_YEAR.pattern}\s*")
_LEAD_IN = patterns.compile(r"^(?:关于|报送)")
_RULE_OF_LAW_IN = patterns.compile(r"法治(?!政府|社会|国家|建设)([\u4e00-\u9fff]{1,4})建设")
_SUBJECT = patterns.compile(r"(?:关于|推进|全面|深入|贯彻|开展|落实|年度|法治|依法)")
_OTHER_DOCUMENT = patterns.compile(
    r"(?:通知|通报|讲话|发言|致辞|意见|方案|办法|规定|规则|细则|条例|决定|决议|纪要|批复|公告|通告|公报|计划|规划|纲要|要点|解读"
    r"|倡议书|安排|指引|指南|研究|案例|推进会|部署会|座谈会|报告|总结|预案|清单|函|说明|综述|体会|讲话稿|新闻稿)(?:[（(].*[）)])?$"
)
_TOWNSHIP = patterns.compile(r"(?:[乡镇]|街道)(?:人民政府|党委|办事处|党工委)?$|街道办事处|[乡镇]人民政府")
_GOVERNMENT = patterns.compile(r"[省市区县州盟旗](?:人民)?政府|中共.*委|[^\s]{2,}区管(?:理)?委(?:员)?会")
_DEPARTMENT = patterns.compile(
    r"(?<!市|区|县|州|盟|省)(?:局|厅|部|署|办公室|委员会|委|办|院|总队|支队|中心)$|[市区县省州盟](?:局|厅|委|办)$"
)


class Title(NamedTuple):
    """The title as read: ``spans`` one per line of it, ``text`` the lines joined, without blanks at their ends."""

    spans: tuple[Span, ...]
    text: str
    issuer: str | None
    year: int | None

    @property
    def span(self) -> Span:
        """From the first line of the title to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


def year_value(text: str) -> int:
    """2023 or 二〇二三 as a number."""
    return int("".join(_DIGITS.get(c, c) for c in text))


def years_in(text: str) -> list[int]:
    """The years a title or heading names, in order."""
    return [year_value(match["year"]) for match in _YEAR.finditer(text)]


def find_years(text: str, span: Span) -> list[tuple[Span, int]]:
    """The years named in a stretch of the text, with their places."""
    return [(Span(*match.span()), year_value(match["year"])) for match in _NAMED_YEAR.finditer(text, *span)]


def issuer_in(text: str) -> str | None:
    """The body that reports: what stands before the year, 关于 or the subject. None where that names no body."""
    head = _LEAD_IN.sub("", _LEADING_YEAR.sub("", text.strip()))
    if place := _RULE_OF_LAW_IN.match(head):
        return place[1]
    cut = min((m.start() for m in (_YEAR.search(head), _SUBJECT.search(head)) if m), default=len(head))
    issuer = head[:cut].strip(" 　《“")
    return issuer if len(issuer) >= 2 else None


def issuer_kind(issuer: str | None) -> str:
    """government, department or township, by the issuer's name; what cannot be told counts as a government."""
    name = issuer or ""
    if _GOVERNMENT.search(name) and not _TOWNSHIP.search(name):
        return "government"
    if _TOWNSHIP.search(name):
        return "township"
    return "department" if _DEPARTMENT.search(name) else "government"


def is_other_document(line: str) -> bool:
    """Does the line read as the title of some document (通知, 讲话, 方案 …)?"""
    return len(line) <= 80 and "。" not in line and bool(_OTHER_DOCUMENT.search(line))


def read_title(text: str, spans: tuple[Span, ...], below: str = "") -> Title:
    """Issuer and year from the lines of a title; ``below``: the line after it, which may name the issuer instead."""
    joined = _PAGE_DATE.sub("", "".join(text[span.start : span.end].strip() for span in spans)).strip()
    plain = _WRAPPING.sub("", joined)
    years = years_in(_BOOK.sub("", plain)) or years_in(plain)
    return Title(spans, joined, issuer_in(plain) or below.strip("（）() \u3000") or None, years[0] if years else None)
