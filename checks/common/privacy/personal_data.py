"""公开的报告里有个人信息：身份证号、手机号、银行卡号。

报告依规定向社会公开。身份证号按校验码、银行卡号按卡号规则核对，编号、金额之类的长数字不会误报；固定电话、热线不提。
"""

import datetime
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "有个人信息"
SEVERITY = Severity.ERROR
BASIS = "《中华人民共和国个人信息保护法》第二十五条；《中华人民共和国政府信息公开条例》第十五条"
BAD = [
    "一、主要举措和成效\n为当事人（身份证号⟦11010519491231002X⟧）提供法律援助36次。",
    "一、主要举措和成效\n调解员陈某联系电话⟦13900001234⟧，办结36件。",
    "一、主要举措和成效\n接访36次。\n青岚县司法局\n（联系人：李某；电话：⟦13900001234⟧）",
    "一、主要举措和成效\n咨询请拨打⟦139-0000-1234⟧，接听36次。",
    "一、主要举措和成效\n赔偿款汇入⟦6222021234567890128⟧账户，共36万元。",
    "一、主要举措和成效\n赔偿款汇入⟦6222 0212 3456 7890 128⟧，共36万元。",
    "一、主要举措和成效\n申请人⟦440524188001010014⟧、联系人⟦+86 13900001234⟧等36人。",
    "一、主要举措和成效\n联系电话⟦１３９－００００－１２３４⟧，身份证号⟦110105　19491231　002X⟧，办结36件。",
]
GOOD = [
    "一、主要举措和成效\n拨打12345热线36次，区司法局电话010-12345678。",
    "一、主要举措和成效\n身份证号110105194912310021校验不符，已核对36件。",
    "一、主要举措和成效\n统一社会信用代码11110000MB0123456X，办件36件。",
    "一、主要举措和成效\n累计归集数据139000012345条，罚没款13900001234.56元。",
    "一、主要举措和成效\n案件编号20240000000000000123，办结36件。",
    "一、主要举措和成效\n手机号139****1234的举报线索已核查36条。",
]

_GROUPED = r"[ \u3000\xa0\-‐-―－−]?"
_NUMBER = patterns.compile(
    rf"(?<![\dA-Za-z.])(?:(?P<identity>[1-9]\d{{5}}{_GROUPED}\d{{8}}{_GROUPED}\d{{3}}[\dXx])|(?P<card>[3-6]\d{{3}}(?:{_GROUPED}\d{{4}}){{3}}(?:{_GROUPED}\d{{1,3}})?)"
    rf"|(?P<mobile>(?:(?:\+|00)86{_GROUPED})?1[3-9]\d{_GROUPED}\d{{4}}{_GROUPED}\d{{4}}))(?![\dA-Za-z]|\.\d)"
)
_NAMES = {"identity": "身份证号", "card": "银行卡号", "mobile": "手机号"}


def check(report: Report) -> Iterator[Finding]:
    counted = load_phrases(__file__, "personal_data")["counted"].pattern
    lines = written(report)
    for line in (*lines, Span(lines[-1].end if lines else 0, len(report.text))):  # 联系人 stands behind the report
        for match in _NUMBER.finditer(report.text, *line):
            kind = str(match.lastgroup)
            digits = patterns.compile(r"[^\dXx]").sub("", match[0])
            if kind == "identity" and not _is_identity(digits):
                kind = "card" if digits.isdigit() else ""
            if not kind or (kind == "card" and not _luhn(digits)) or counted.match(report.text, match.end()):
                continue
            yield Finding(
                Span(*match.span()), f"这是一个{_NAMES[kind]}，不能公开。", "请删去，或者用星号遮住中间几位。"
            )


def _is_identity(number: str) -> bool:
    """GB 11643: a date of birth that there is, and the check digit."""
    try:
        born = datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    check_digit = "10X98765432"[sum(int(d) * 2 ** (17 - i) for i, d in enumerate(number[:17])) % 11]
    return born.year > 1850 and number[17].upper() == check_digit


def _luhn(number: str) -> bool:
    """The check digit of bank cards."""
    doubled = [int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(number))]
    return len(number) >= 16 and sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
