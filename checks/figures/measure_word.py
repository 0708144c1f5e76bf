"""量词与所数的事物不配。

案件论“件”“起”“宗”，不论“名”；人员论“名”“人”，不论“件”。多半是改稿时粘错了数字。配错的量词列在同名的 yaml 里。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.report import Report
from reportlint.tables import load_table

SEVERITY = Severity.WARNING
BASIS = "GB/T 15835—2011《出版物上数字用法》"
BAD = [
    "一、主要举措和成效\n办理行政复议案件⟦30名⟧。",
    "一、主要举措和成效\n培训执法人员⟦120件⟧。",
    "一、主要举措和成效\n化解矛盾纠纷⟦66人⟧。",
    "一、主要举措和成效\n制定规范性文件⟦12名⟧。",
    "一、主要举措和成效\n选聘法律顾问⟦15起⟧。",
    "一、主要举措和成效\n走访企业⟦200名⟧。",
]
GOOD = [
    "一、主要举措和成效\n办理行政复议案件30件，涉案人员30名。",
    "一、主要举措和成效\n培训执法人员120名、3期。",
    "一、主要举措和成效\n化解矛盾纠纷66起。",
    "一、主要举措和成效\n查处案件30件，涉及12人。",
    "一、主要举措和成效\n行政机关负责人出庭应诉118人次。",
    "一、主要举措和成效\n走访企业200家次。",
]


def check(report: Report) -> Iterator[Finding]:
    wrong = {noun: row for row in load_table("figures", "measure_word") for noun in row["nouns"]}
    longest = max(map(len, wrong))
    for _, mentions in report.mentions:
        for mention in mentions:
            words = mention.before
            noun = next((words[-n:] for n in range(longest, 1, -1) if words[-n:] in wrong), None)
            if noun and mention.quantity.unit in wrong[noun]["wrong"]:
                right = "”“".join(wrong[noun]["right"])
                yield Finding(
                    mention.span,
                    f"“{noun}”不论“{mention.quantity.unit}”。",
                    f"请核对数字；{noun}可以论“{right}”。",
                )
