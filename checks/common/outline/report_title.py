"""没有标题，或者标题缺发文机关、年度、“报告”二字。

标题要让人一眼看出谁、哪一年、什么文种，如“霁川区人民政府2023年度法治政府建设情况报告”。落款写了机关的，标题里也要写。写“关于”时应有“的”：
“霁川区人民政府关于2023年度法治政府建设情况的报告”。年份、发文机关写两遍的，请删去一个；年份后面要有“年”；“年度”写两遍、“总结”与“报告”都写的，也提示。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import sentences
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.numbers.years import years_in
from reportlint.language.phrases import load_phrases
from reportlint.language.traditional import simplified
from reportlint.lines.titles import Title
from reportlint.report import Report

TITLE = "报告标题不全"
SEVERITY = Severity.WARNING
BASIS = "GB/T 9704—2012《党政机关公文格式》标题由发文机关名称、事由和文种组成"
BAD = [
    "⟦一、主要举措和成效⟧\n办理案件36件。",
    "⟦2023年度法治政府建设情况报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦霁川区人民政府法治政府建设情况报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦霁川区人民政府2023年度法治政府建设情况⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦霁川区人民政府关于2023年度法治政府建设情况报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦2023年度法治政府建设情况报告⟧\n一、主要举措和成效\n办理案件36件。\n霁川区人民政府\n2024年1月20日",
    "⟦霁川区2023年人民政府2023年度法治政府建设情况报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦霁川区人民政府2023法治政府建设年度报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦霁川区司法局关于霁川区司法局2023年法治政府建设情况的报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦霁川区司法局2023年度法治政府建设年度报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦霁川区司法局关于2023年法治政府建设工作总结的报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦霁川区气象局2023年法治政府年度报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦2023年度法治政府建设情况报告⟧\n霁川区人民政府按照上级部署推进法治政府建设，现将情况报告如下。\n一、主要举措和成效\n办理案件36件。\n霁川区人民政府\n2024年1月20日",
    "⟦霁川区松坪镇人民政府2023年度法治政府建设工作⟧\n2023年，松坪镇推进依法行政。\n一、主要举措和成效\n办理案件36件。",
    "⟦2023年，霁川区推进法治政府建设。⟧\n一、主要举措和成效\n办理案件36件。",
]
GOOD = [
    "霁川区人民政府2023年度法治政府建设情况报告\n一、主要举措和成效\n办理案件36件。",
    "霁川区人民政府关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n办理案件36件。",
    "霁川区人民政府\n2023年度法治政府建设情况报告\n一、主要举措和成效\n办理案件36件。",
    "2023年度法治政府建设情况报告\n（霁川区人民政府）\n一、主要举措和成效\n办理案件36件。\n霁川区人民政府\n2024年1月20日",
    "中共霁川区委　霁川区人民政府\n关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n办理案件36件。",
    "霁川区人民政府关于霁川区2023年度法治政府建设情况的报告\n一、主要举措和成效\n办理案件36件。",
    "关于霁川区二〇二三年度法治政府建设情况的报告\n一、主要举措和成效\n办理案件36件。",
    "首页 > 政务公开\n霁川区司法局2023年法治政府建设年度报告（征求意见稿）\n发布日期：2024-03-01\n一、主要举措和成效\n办理案件36件。",
]

_BELOW = 100
"""Characters behind the title in which a line names who reports."""
_TELLS = patterns.compile("[，。；]")
_ABOUT, _NOTHING_BUILT, _BARE_YEAR, _TWICE = (
    load_phrases(__file__, "report_title")[name].pattern for name in "about nothing-built bare-year twice".split()
)


def check(report: Report) -> Iterator[Finding]:
    outline = report.outline
    if outline.title is None:
        starts = [h.span for h in outline.headings[:1]] + [s.span for s in sentences(report)[:1]]
        first = min(starts, default=Span(0, 1))
        example = f"某某人民政府{outline.year or '某'}年{report.kind.label}"
        yield Finding(first, "没有标题。", f"请在正文之前写上标题，如“{example}”。")
        return
    title = outline.title
    plain = simplified("".join(title.text.split()))
    lacks = []
    if not _names_issuer(report, title):
        lacks.append("发文机关")
    if not title.year:
        lacks.append("年度")
    if "报告" not in plain:
        lacks.append("文种“报告”")
    if lacks:
        issuer, year = title.issuer or "某某人民政府", title.year or "某某"
        yield Finding(
            title.span, f"标题里没有{'、'.join(lacks)}。", f"请补全，如“{issuer}{year}年{report.kind.label}”。"
        )
    if len(years_in(plain)) > 1:
        yield Finding(title.span, "标题里有两个年份。", "请只留报告年度。")
    if _ABOUT.search(plain):
        yield Finding(title.span, "标题用了“关于”，“报告”之前缺“的”字。", "请写作“关于……情况的报告”，或删去“关于”。")
    if _NOTHING_BUILT.search(plain):
        yield Finding(title.span, "标题里“法治政府”后面漏了“建设”。", "请写作“法治政府建设”。")
    if bare := _BARE_YEAR.search(plain):
        yield Finding(title.span, f"标题里的“{bare[0]}”后面漏了“年”。", f"请写作“{bare[0]}年”。")
    if title.issuer and f"关于{simplified(title.issuer)}20" in plain and not plain.startswith("关于"):
        yield Finding(title.span, "标题里发文机关写了两遍。", "请删去“关于”后面的一个。")
    if twice := _TWICE.search(plain):
        message = f"标题里的“{twice[0]}”与后面的“{twice['again'] or twice['kind']}”意思重复。"
        yield Finding(title.span, message, "请只留一个。", severity=Severity.INFO)


def _names_issuer(report: Report, title: Title) -> bool:
    """Is it said in the title, or right below it, who reports? The signature does not say it for the title."""
    if not title.issuer:
        return False
    issuer = "".join(title.issuer.split())
    if issuer in "".join(title.text.split()):
        return True
    below = ""
    for line in report.text[title.span.end :][:_BELOW].splitlines():
        below += "".join(line.split())
        if below.lstrip("（(").startswith(
            issuer
        ):  # what goes on to tell something is a sentence, and no line of the head
            return _TELLS.search(line) is None
    return False
