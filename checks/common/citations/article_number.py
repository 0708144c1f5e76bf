"""引用的条文序号比这部法律的条数还大。

如《行政处罚法》共八十六条，写“第九十九条”就错了。按那时的文本核对：新旧文本条数不同、都可能适用的，以条数多的为准。
“第三十三条第一款第二项”“第二百七十六条之一”“第三条、第九十九条”和“（以下简称《条例》）”定义的简称都认得；地方的同名条例不核对。

条数列在 facts/names/documents/laws.yaml 里；只有一个来源的，或者那一年还可能适用条数不详的旧文本的，提示核对。
"""

from collections.abc import Iterator

from reportlint.facts.names.documents.articles import articles
from reportlint.facts.names.documents.laws import last_article
from reportlint.facts.names.moments import known_by
from reportlint.facts.statements.when import days_told
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "没有这一条"
SEVERITY = Severity.ERROR
_TITLE = "青岚县司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n"
BAD = [
    f"{_TITLE}依据《中华人民共和国行政处罚法》⟦第九十九条⟧处罚12家。",
    f"{_TITLE}依据行政复议法⟦第120条⟧第2款受理申请12件。",
    f"{_TITLE}落实《政府信息公开条例》（以下简称《条例》），依照《条例》⟦第六十条⟧答复申请12件。",
    f"{_TITLE}适用《行政许可法》第六十九条、⟦第九十条⟧撤销许可3件。",
    f"{_TITLE}适用《行政强制法》第七章⟦第八十条⟧之一第一款第二项催告6次。",
    "青岚县公安局2023年度法治政府建设情况报告\n一、主要举措和成效\n依照《治安管理处罚法》⟦第一百四十条⟧处罚12人。",
    f"{_TITLE}三、第一责任人履职情况\n局长讲解《重大行政决策程序暂行条例》（国务院令第713号）⟦第十四、五十条⟧。",
    f"{_TITLE}依据《城市市容和环境卫生管理条例》⟦第五十一条⟧处罚12家。",
    "青岚县司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n依据《行政处罚法》⟦第九十二条⟧免罚12家。",
    f"{_TITLE}依据《行政处罚法》中的⟦第 九十九 条⟧第二款和《公平竞争审查条例》规定的⟦第三十二条⟧办理6件。",
]
GOOD = [
    f"{_TITLE}依据《中华人民共和国行政处罚法》第八十六条、第三十三条第一款处理12件。",
    f"{_TITLE}依照《治安管理处罚法》第一百四十条处罚12人。",
    f"{_TITLE}讲解《刑法》第二百七十六条之一，适用《民法典》第一千二百六十条。",
    f"{_TITLE}依据《青岚省优化营商环境条例》第九十条、青岚省《优化营商环境条例》第九十一条答复12家。",
    f"{_TITLE}落实《青岚县政府信息公开办法》（以下简称《条例》），依照《条例》第六十条答复12件。",
    f"{_TITLE}落实《政府信息公开条例》60条措施，公布《行政许可法》99条问答。",
    "一、主要举措和成效\n依据《行政处罚法》第九十九条处罚12家。",
    "青岚县司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n依据《行政处罚法》第八十八条免罚12家。",
]

_LONGER = 5
"""Articles that a text of unknown length may have had beyond the one that followed it, hardly more."""


def check(report: Report) -> Iterator[Finding]:
    year = report.outline.year
    for article in articles(report) if year else ():
        law = article.citation.law
        if year is None or law is None:
            continue
        told = days_told(report, article.citation.span)
        written = known_by(year, report.outline.published, report.kind.future in article.citation.parts)
        first = told.first if told and told.first else f"{year}-01-01"
        last, sure = last_article(law, min(first, f"{year}-01-01"), written)
        if 0 < last < article.number - (0 if sure else _LONGER):
            message = f"《{law.base}》共{last}条，没有{report.words(article.span)}。"
            severity = SEVERITY if sure and law.verified else Severity.WARNING
            yield Finding(article.span, message, "请核对条文的序号和法律的名称。", severity=severity)
