"""乱码：丢失或者显示不出的字。

有“\ufffd”、私用区的字符、“锟斤拷”，或者汉字中间夹着一个半角问号而这句话并不是问句，都是转换编码或者复制时丢了字。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.marks import asks
from reportlint.report import Report

TITLE = "乱码"
SEVERITY = Severity.ERROR
BAD = [
    "一、主要举措和成效\n办理案⟦\ufffd⟧36件。",
    "一、主要举措和成效\n表彰先进个人张⟦?⟧等12人。",
    "一、主要举措和成效\n建成法⟦\ue123\ue124⟧阵地6处。",
    "一、主要举措和成效\n举办培训⟦锟斤拷⟧期，化解⟦\ufffd\ufffd⟧36件。",
    "一、主要举措和成效\n陈⟦?⟧镇办结案件36件。",
    "一、主要举措和成效\n制定⟦??⟧办法12件。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n开展“合同怎么签?纠纷找谁调?”主题普法36场。",
    "一、主要举措和成效\n受理率是多少？办结率是否达标？逐项公开36项。",
    "一、主要举措和成效\n是否公开?由谁公开?清单列明36项。",
    "一、主要举措和成效\n网址http://example.gov.cn/a?b=1公布36项。",
    "一、主要举措和成效\n上线“一网通办”3.0版，办件36件。",
]

_GARBLED = patterns.compile(
    "[\ufffd\ue000-\uf8ff]+|锟斤拷(?:锟斤拷|锟|斤|拷)*|(?<=[\u4e00-\u9fff])\\?+(?=[\u4e00-\u9fff])"
)


def check(report: Report) -> Iterator[Finding]:
    for line in written(report):
        for match in _GARBLED.finditer(report.text, *line):
            if match[0][0] == "?" and asks(report.text, match.start()):
                continue
            yield Finding(Span(*match.span()), "这里有乱码，丢了字。", "请对照原稿补上。")
