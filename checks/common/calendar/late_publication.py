"""公布的日期晚于规定的期限：第二年的4月1日，或者本地规定的更早的日子。

上一年度的报告，除涉及党和国家秘密的以外，应当在4月1日之前向社会公布。本省、本市、本单位要求更早的，在 .reportlint.yaml 里写明，
也可以用 profile 指明一份共用的规则文件：

    rules:
      - {published-by: 03-15, for: [county, department], source: 云川市司法局《年度报告工作指引》}

哪一条起作用，见 reportlint rules 草稿。日期取自网页所示的公布日期，没有的取文末的落款；更新、打印的日期不算，找不到日期的不提。
"""

from collections.abc import Iterator

from reportlint.facts.figures.publication import publication
from reportlint.facts.statements.years import years_said
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "公布晚了"
SEVERITY = Severity.ERROR
BASIS = "{rule}：{due}之前向社会公布"
OFFICE = {"rules": [{"published-by": "03-15", "for": "department", "source": "云川市司法局《年度报告工作指引》"}]}
_TITLE = "霁川区人民政府2023年度法治政府建设情况报告\n"
_BODY = "一、主要举措和成效\n全年办理行政复议案件36件，均在法定期限内办结。\n"
BAD = [
    f"{_TITLE}发布日期：⟦2024-04-15⟧\n{_BODY}",
    f"{_TITLE}发布时间：⟦2024年5月6日⟧ 来源：区司法局\n{_BODY}",
    f"{_TITLE}⟦2024-06-30⟧\n{_BODY}",
    f"{_TITLE}{_BODY}\n霁川区人民政府\n⟦2024年4月20日⟧",
    f"{_TITLE}日期：⟦2025-01-10⟧\n{_BODY}",
    f"{_TITLE}公开日期：⟦2024/4/2⟧\n{_BODY}",
    f"{_TITLE}（⟦2024年5月18日⟧）\n{_BODY}",
    f"{_TITLE}（⟦2024年5月18日⟧发布）\n{_BODY}",
    f"{_TITLE}{_BODY}本报告于⟦2024年5月12日⟧向社会公布。",
    f"{_TITLE}{_BODY}本报告经2024年3月20日区政府常务会议审议通过，于⟦2024年5月12日⟧在区政府网站公布。",
    f"霁川区司法局2023年度法治政府建设情况报告\n发布日期：⟦2024-03-16⟧\n{_BODY}",
]
GOOD = [
    f"{_TITLE}发布日期：2024-04-01\n{_BODY}",
    f"{_TITLE}发布日期：2024-03-28\n{_BODY}",
    f"{_TITLE}更新时间：2024-05-20\n{_BODY}",
    f"{_TITLE}{_BODY}",
    f"{_TITLE}{_BODY}\n霁川区人民政府\n2024年3月20日",
    f"{_TITLE}发布日期：2023-12-29\n{_BODY}",
    f"发布日期：2024-05-20\n{_BODY}",
    f"霁川区人民政府2017年度法治政府建设情况报告\n发布日期：2018-05-03\n{_BODY}",
    f"霁川区司法局2023年度法治政府建设情况报告\n发布日期：2024-03-15\n{_BODY}",
    f"{_TITLE}现将2024年度法治政府建设情况报告如下：\n{_BODY}\n霁川区人民政府\n2025年3月20日",
]


def check(report: Report) -> Iterator[Finding]:
    found, rule = publication(report), report.rule("published-by")
    if found is None or rule is None or not found.late or found.due is None:
        return
    said = {each.year for each in years_said(report) if each.place != "安排"}
    if any(found.due.year - 1 < year < found.day.year for year in said):
        return  # the report's year is in doubt: that is said of the place where it is wrong
    local = rule not in report.state_rules
    ground = f"按本地规定（{rule.place}），" if local else ""
    yield Finding(
        found.span,
        f"{ground}{found.due.year - 1}年度的报告应当在{found.due.year}年{rule.value}之前公布，这里的日期晚了{found.late}天。",
        "请核对日期；确已超期的，请尽快公布，并在以后年度提前安排。",
        basis=rule.basis if local else f"{rule.source}：{rule.value}之前向社会公布",
    )
