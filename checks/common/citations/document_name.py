"""法律、文件的名称与规范名称，或者与本报告另一处的写法，只差一两个字。

多半是错字、漏字。与词表里的名称比，也在本报告的《》之间互相比；名称相同而年限写错的（《法治社会建设实施纲要（2021—2025年）》应从2020年起）也提示。
本来就是两件的不提：年份、地名、层级、序号不同的，种类不同的（办法与细则），有没有“中华人民共和国”“（试行）”的。

文件列在 documents.yaml 里，单位自己的文件写在配置的 `documents` 里，与别的相近而正确的名称写在 `names` 里。
"""

from collections.abc import Iterator

from reportlint.facts.names.citations import Citation, Library, citations, library, normal
from reportlint.finding import Finding, Related, Severity
from reportlint.language.differences import differences
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "文件名称不准"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n落实⟦《法制政府建设实施纲要（2021—2025年）》⟧，完成任务40项。",
    "一、主要举措和成效\n培训⟦《中华人民共和国行政处法法》⟧3期。",
    "一、主要举措和成效\n落实⟦《法治社会建设实施纲要（2021—2025年）》⟧。",
    "一、主要举措和成效\n落实⟦《重大行政决策暂行条例》⟧，公布决策事项5项。",
    "一、主要举措和成效\n印发《霁川区行政规范性文件管理办法》。\n四、下一年度主要安排\n落实⟦《霁川区行政规范文件管理办法》⟧。",
    "三、第一责任人履职情况\n落实⟦《党政主要负责人履行推进法治建设第一负责人职责规定》⟧，听取汇报3次。",
    "一、主要举措和成效\n制定《霁川区政府合同审查管理细则》。\n三、第一责任人履职情况\n区长审定⟦《霁川区政府合同审查管理细侧》⟧。",
    "一、主要举措和成效\n推进⟦《提升行政执法质量三年行动计划（2022—2025年）》⟧。",
]
GOOD = [
    "一、主要举措和成效\n落实《法治政府建设实施纲要（2021—2025年）》和《法治社会建设实施纲要(2020-2025年)》。",
    "一、主要举措和成效\n学习《行政复议法》《行政复议法实施条例》《中华人民共和国行政许可法》《行政强制法》。",
    "一、主要举措和成效\n印发《霁川区2022年法治工作要点》《霁川区2023年法治工作要点》。",
    "一、主要举措和成效\n落实《信访条例》《信访工作条例》《霁川区优化营商环境条例》。",
    "一、主要举措和成效\n印发《霁川区行政规范性文件管理办法》《云山区行政规范性文件管理办法》《霁川区行政规范性文件管理办法（试行）》。",
    "一、主要举措和成效\n公布《市级行政许可事项清单》《区级行政许可事项清单》。",
    "一、主要举措和成效\n落实《法治政府建设实施方案》《法治乡村建设实施纲要》。",
    "一、主要举措和成效\n印发《霁川区行政执法人员管理办法》《霁川区行政执法证件管理办法》，落实《甲办法》《乙办法》。",
    "一、主要举措和成效\n制定《霁川区法治政府建设实施纲要（2021—2025年）》《重大行政决策事项目录（第一批）》《重大行政决策事项目录（第二批）》。",
]

_MOST = 200
"""Names compared with one another: a report has some dozens."""
_SHORTEST, _LONG, _VERY_LONG = 5, 8, 20
"""From how many characters a name is compared; with its first one or two characters differing; with a word exchanged."""
_PHRASES = load_phrases(__file__, "document_name")
_TELLS_APART, _KIND, _PLACE = (_PHRASES[name].pattern for name in ("tells-apart", "kind", "place"))


def check(report: Report) -> Iterator[Finding]:
    own = {normal(name) for name in report.office.names}
    first: dict[str, Citation] = {}
    for title in citations(report):
        if title.marked and title.document is None and not title.draft and len(title.base) >= _SHORTEST:
            first.setdefault(title.name, title)
    unknown = [title for title in list(first.values())[:_MOST] if title.name not in own]
    for number, title in enumerate(unknown):
        if known := _known(title, library(report)):
            advice = f"请核对，如果指的是它，请改为“《{known}》”。"
            yield Finding(title.span, f"《{title.name}》与规范名称《{known}》不一致。", advice)
            continue
        for other in unknown[:number]:
            if title.period == other.period and _one_name(title.base, other.base):
                related = (Related(other.span, "另一处的写法"),)
                message = f"《{title.name}》与另一处的《{other.name}》只差一两个字。"
                yield Finding(title.span, message, "请核对，如果是同一件，请统一写法。", related)
                break


def _known(title: Citation, library: Library) -> str:
    """The known name that a title is a miswriting of; "" for none."""
    for document in library.about_as_long(title.base):
        if title.period and document.period and title.base == document.base:
            if title.period[0] <= document.period[1] and title.period != document.period:
                twins = [other for other in library.documents if other.base == title.base and other.period]
                return min(twins, key=lambda twin: _distance(twin.period, title.period)).name
        elif _one_name(title.base, document.base, _VERY_LONG):
            return document.name
    return ""


def _distance(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    return sum(abs(a - b) for a, b in zip(one or (), other or (), strict=True))


def _one_name(name: str, other: str, word_exchanged: int = 1000) -> bool:
    """Are two names one, miswritten? From ``word_exchanged`` characters on, also where a word stands for another."""
    pieces = differences(name, other)
    if not pieces:
        return False
    length = min(len(name), len(other))
    kinds = {match.group() for match in (_KIND.search(name), _KIND.search(other)) if match}
    if len(kinds) > 1 or name.endswith(other) or other.endswith(name) or _place(name) != _place(other):
        return False
    if any(_TELLS_APART.search(a + b) for a, b in pieces):
        return False
    if length < _LONG and (len(pieces) > 1 or name[0] != other[0] or max(map(len, pieces[0])) > 1):
        return sorted(pieces[0][0]) == sorted(pieces[0][1])
    exchanged = any(len(a) == len(b) == 2 and sorted(a) != sorted(b) for a, b in pieces)
    return not exchanged or length >= word_exchanged


def _place(name: str) -> str:
    match = _PLACE.match(name)
    return match.group() if match else ""
