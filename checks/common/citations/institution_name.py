"""机构的名称写错了：漏了一个词、换了一个词，或者前后颠倒。

如“依法治市委员会”应为“全面依法治市委员会”，“人民代表大会委员会”应为“人民代表大会常务委员会”。简称（依法治市办、人大常委会、住建局）不提。

机构名称列在 institutions.yaml 里，每条写清词与词的界线，漏词和颠倒由程序推出；单位自己的机构写在配置的 `institutions` 或者 `names` 里。
"""

from collections.abc import Iterator

from reportlint.facts.names.institutions import find_misnamings
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import stretches
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "机构名称不准"
SEVERITY = Severity.ERROR
BAD = [
    "一、主要举措和成效\n召开市委⟦依法治市委员会⟧会议2次。",
    "一、主要举措和成效\n县委⟦全面依法治县领导委员会⟧审议议题9个。",
    "一、主要举措和成效\n向市⟦人民代表大会委员会⟧报告工作1次。",
    "一、主要举措和成效\n区⟦人民检查院⟧发出检察建议12件。",
    "一、主要举措和成效\n会同区⟦农村农业局⟧、区⟦市场管理监督局⟧开展检查3次。",
    "三、第一责任人履职情况\n区长带头落实中央⟦依法治国委员会⟧部署，会同县⟦纪律监察委员会⟧督查2次。",
    "一、主要举措和成效\n落实⟦国务院办公室⟧文件，区⟦退伍军人事务局⟧办理案件3件。",
    "四、下一年度主要安排\n发挥区⟦国有监督资产管理委员会⟧、区⟦健康卫生委员会⟧的作用。",
]
GOOD = [
    "一、主要举措和成效\n召开市委全面依法治市委员会会议2次，市委依法治市办督办12次。",
    "一、主要举措和成效\n落实中央全面依法治国委员会部署，开好区委依法治区委专题会议。",
    "一、主要举措和成效\n向县人大常委会、市人民代表大会常务委员会报告工作2次，办理人民代表大会代表建议36件。",
    "一、主要举措和成效\n区人民检察院发出检察建议12件，区纪委监委、区监察委员会移送线索3条。",
    "一、主要举措和成效\n会同区农业农村局、区市场监管局、区市场监督管理局检查3次。",
    "一、主要举措和成效\n区住房城乡建设局、区住房和城乡建设局、区人力资源社会保障局联合发文2件。",
    "一、主要举措和成效\n爱国卫生运动委员会、村公共卫生委员会、律师协会纪律委员会开展活动6次。",
    "一、主要举措和成效\n区司法局和发展改革委员会会签文件2件，落实国务院办公厅文件。",
]


def check(report: Report) -> Iterator[Finding]:
    own = (*report.office.names, *(row["name"] for row in report.office.institutions))
    for span, _ in stretches(report):
        for wrong in find_misnamings(unquoted(report), span, own):
            yield Finding(
                wrong.span,
                f"“{report.words(wrong.span)}”不是机构的规范名称，应为“{wrong.name}”。",
                f"请核对，改为“{wrong.name}”或者它的规范简称。",
            )
