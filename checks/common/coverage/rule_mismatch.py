"""报告不合本地规定：篇幅、标题写法、应有的部分、报送期限。

规定由本单位在 .reportlint.yaml 的 rules 里写明，或者用 profile 指明一份共用的规则文件（自带的，或自己写的）：

    profile: ../全市规则.yaml
    rules:
      - {longest: 6000, shortest: 2000}                  # 全文字数，不计空格
      - {title: <单位><年份>年度法治政府建设情况报告}      # 标题写法；有几种都可以的，写成列表
      - {parts: [典型案例]}                              # 另外要有的部分，标题里要有这几个字
      - {reported-by: 03-01, for: department, source: 云川市司法局《年度报告工作指引》}   # 报送期限

每一条可以写 for（对哪类单位：province 省、city 市、county 县、government 各级政府、department 部门、township 乡镇）、since（从哪个报告
年度起）和 source（出处）。离草稿近的优先。哪一条起作用、写在哪里，见 reportlint rules 草稿。

报送期限看文末的落款：落款在期限之后，报送也一定在期限之后；没有落款日期的不提。公布期限由 late-publication 检查。

例子用的规定：县和部门的报告不超过120字，都不少于40字；政府报告的标题用“法治政府建设年度报告”或“某某关于某年度法治政府建设情况的报告”；
乡镇要有“典型案例”；部门在3月1日之前报送。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.end_dates import last_days
from reportlint.facts.prose.sentences import sentences
from reportlint.facts.prose.written import length
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.numbers.years import YEAR, year_value
from reportlint.language.traditional import simplified
from reportlint.report import Report
from reportlint.settings.local_rules import Rule

TITLE = "不合本地规定"
SEVERITY = Severity.WARNING
_SOURCE = "云川市司法局《年度报告工作指引》"
OFFICE = {
    "rules": [
        {"longest": 120, "for": ["county", "department"], "source": _SOURCE},
        {"shortest": 40},
        {"title": ["法治政府建设年度报告", "<单位>关于<年份>年度法治政府建设情况的报告"], "for": "government"},
        {"parts": [{"name": "典型案例", "words": ["典型案例", "案例选编"]}], "for": "township"},
        {"reported-by": "03-01", "for": "department"},
    ]
}
_BODY = "一、主要举措和成效\n全年办理行政复议案件36件，均在法定期限内办结；审查规范性文件14件，办结率100%。\n"
_LONG = _BODY + "二、存在的不足和原因\n" + "执法人员不足，6个乡镇没有专职执法人员，原因是编制调整滞后。" * 4
BAD = [
    f"⟦青岚县人民政府2023年度法治政府建设情况报告⟧\n{_BODY}",
    f"⟦云渚镇人民政府2023年度法治政府建设情况报告⟧\n{_BODY}",
    f"⟦青岚县司法局2023年度法治政府建设情况报告⟧\n{_LONG}",
    f"⟦青岚县人民政府2023年法治政府建设年度报告⟧\n{_LONG}",
    "⟦青岚县司法局2023年度法治政府建设情况报告⟧\n一、主要举措和成效\n审查文件14件。",
    f"⟦青岚县人民政府关于2023年法治政府建设情况的报告⟧\n{_BODY}",
    f"青岚县司法局2023年度法治政府建设情况报告\n{_BODY}\n青岚县司法局\n⟦2024年3月5日⟧",
]
GOOD = [
    f"青岚县人民政府2023年法治政府建设年度报告\n{_BODY}",
    f"青岚县人民政府关于二〇二三年度法治政府建设情况的报告\n{_BODY}",
    f"云渚镇人民政府2023年度法治政府建设情况报告\n{_BODY}二、案例选编\n调解山林纠纷1件，达成协议2份。",
    f"云渚镇人民政府2023年度法治政府建设情况报告\n{_LONG}\n三、典型案例\n调解山林纠纷1件，达成协议2份。",
    f"青岚县司法局2023年度法治政府建设情况报告\n{_BODY}\n青岚县司法局\n2024年2月29日",
    f"青岚县司法局2023年度法治政府建设情况报告\n发布日期：2024-03-20\n{_BODY}",
    f"青岚县司法局2023年度法治政府建设情况报告\n{_BODY}",
]

_YEAR = patterns.compile(YEAR)


def check(report: Report) -> Iterator[Finding]:
    for rule in report.rules:
        judge = _JUDGES.get(rule.name)
        if found := judge and judge(report, rule):
            yield found._replace(basis=rule.basis)


def _length(report: Report, rule: Rule) -> Finding | None:
    written, limit = length(report), rule.value
    if rule.name == "longest" and written > limit:
        message = f"全文{written:,}字，规定不超过{limit:,}字，多了{written - limit:,}字。"
        return Finding(_top(report), message, "请删去空话和重复的内容，保留数据。")
    if rule.name == "shortest" and written < limit:
        message = f"全文{written:,}字，规定不少于{limit:,}字，还差{limit - written:,}字。"
        return Finding(_top(report), message, "请补写做了什么、结果怎样，不要用空话凑数。")
    return None


def _title(report: Report, rule: Rule) -> Finding | None:
    title, year = report.outline.title, report.outline.year
    if title is None:  # report-title says so
        return None
    known = {"<单位>": title.issuer, "<年份>": str(year) if year else None}
    wordings = [_filled(wording, known) for wording in rule.value]
    plain = _YEAR.sub(lambda written: str(year_value(written[0])), _plain(title.text))  # 二〇二三 is 2023
    if not all(wordings) or any(_plain(wording) in plain for wording in wordings if wording):
        return None
    said = "或".join(f"“{wording}”" for wording in wordings)
    return Finding(title.span, f"标题不合规定的写法，应有{said}。", "请照规定的写法改标题。")


def _filled(wording: str, known: dict[str, str | None]) -> str | None:
    """A wording with issuer and year put in; None where it asks for one that is not known."""
    for blank, value in known.items():
        if blank in wording:
            if value is None:
                return None
            wording = wording.replace(blank, value)
    return wording


def _part(report: Report, rule: Rule) -> Finding | None:
    words = [_plain(word) for word in rule.value.words or (rule.value.name,)]
    headings = [_plain(heading.text) for heading in report.outline.headings]
    if rule.value.drop or any(word in heading for word in words for heading in headings):
        return None
    message = f"规定要有“{rule.value.name}”部分，各级标题里没有找到。"
    return Finding(_top(report), message, f"请补写一节“{rule.value.name}”，或在标题里写明是哪一节。")


def _reported(report: Report, rule: Rule) -> Finding | None:
    year, signed = report.outline.year, next((last for last in last_days(report) if last.signed), None)
    if year is None or signed is None or signed.day <= (due := rule.value.of(year + 1)):
        return None
    message = f"规定在{due.year}年{rule.value}之前报送，落款晚了{(signed.day - due).days}天。"
    return Finding(signed.span, message, "请核对日期；确已超期的，请尽快报送，并说明原因。")


_JUDGES = {"longest": _length, "shortest": _length, "title": _title, "part": _part, "reported-by": _reported}


def _top(report: Report) -> Span:
    """Where a remark on the whole stands: the title, or what there is first."""
    if report.outline.title:
        return report.outline.title.span
    return min(
        [h.span for h in report.outline.headings[:1]] + [s.span for s in sentences(report)[:1]], default=Span(0, 1)
    )


def _plain(text: str) -> str:
    return simplified("".join(text.split()))
