"""表格里的数合不上。

收到和处理政府信息公开申请情况表：每一行，各类申请人之和等于总计；每一列，各种办理结果之和等于（七）总计，本年新收加上年结转等于总计
加结转下年度。行政复议、行政诉讼情况表：结果维持、结果纠正、其他结果、尚未审结之和等于总计。

几个等式一起不成立，而改一格就都成立的，指出这一格和应有的数；只有一个等式不成立的，标在总计上，请逐格核对。空着的格不当作0。
"""

from collections.abc import Iterator

from reportlint.facts.tables.imbalances import finding_of, imbalances
from reportlint.finding import Finding, Severity
from reportlint.report import Report

from .._sample import draft

TITLE = "表格数据合不上"
SEVERITY = Severity.ERROR
BASIS = "{rule}"
BAD = [
    draft({"（一）予以公开\t5\t": "（一）予以公开\t⟦6⟧\t"}),
    draft({"一、本年新收政府信息公开申请数量\t8\t2\t": "一、本年新收政府信息公开申请数量\t8\t⟦3⟧\t"}),
    draft({"（七）总计\t8\t2\t0\t0\t1\t0\t11": "（七）总计\t8\t2\t0\t0\t1\t0\t⟦12⟧"}),
    draft({"四、结转下年度继续办理\t1\t": "四、结转下年度继续办理\t⟦0⟧\t"}),
    draft({"2\t0\t1\t0\t3\t0": "2\t0\t1\t0\t⟦4⟧\t0"}),
    draft({"1\t0\t0\t0\t1\n五、": "0\t0\t0\t0\t⟦1⟧\n五、"}),
    draft({"4.保护第三方合法权益\t0\t1\t": "4.保护第三方合法权益\t0\t⟦0⟧\t"}),
]
GOOD = [
    draft(),
    draft({"（一）予以公开\t5\t": "（一）予以公开\t\t"}),
    draft({"青岚县司法局2024年": "青岚县司法局2020年", "（七）总计\t8": "（七）总计\t9"}),
    draft({"2\t0\t1\t0\t3\t0": "2件\t0件\t1件\t0件\t3件\t0"}),
    draft({"行政规范性文件\t2\t1\t11": "行政规范性文件\t2\t1\t90"}),
    draft({"（七）总计\t8\t2\t0\t0\t1\t0\t11\n": ""}),
]


def check(report: Report) -> Iterator[Finding]:
    yield from map(finding_of, imbalances(report))
