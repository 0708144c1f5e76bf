"""乱码：丢失或者显示不出的字。

有“\ufffd”、私用区的字符、“锟斤拷”“烫烫烫”，“&nbsp;”之类的网页代码，读错编码的字（“鈥溾€”），或者汉字中间夹着一个半角问号而这句话并不是问句，
都是转换编码或者复制时丢了字。
"""

from collections.abc import Iterator

from reportlint.facts.prose.written import is_written, written
from reportlint.finding import Finding, Severity
from reportlint.language.garble import find_entities, find_lost, find_misread
from reportlint.report import Report

TITLE = "乱码"
SEVERITY = Severity.ERROR
BAD = [
    "一、主要举措和成效\n办理案⟦\ufffd⟧36件。",
    "一、主要举措和成效\n表彰先进个人张⟦?⟧等12人。",
    "一、主要举措和成效\n建成法⟦\ue123\ue124⟧阵地6处。",
    "一、主要举措和成效\n举办培训⟦锟斤拷⟧期，化解⟦\ufffd\ufffd⟧36件。",
    "一、主要举措和成效\n陈⟦?⟧镇办结案件36件。",
    "一、主要举措和成效\n整治⟦&nbsp;⟧占道经营36处，印发⟦&lt;⟧执法办法⟦&gt;⟧12份，培训⟦&#160;⟧120人。",
    "一、主要举措和成效\n⟦鈥溾⟧€事项36项，调解⟦烫烫烫⟧纠纷12件。",
    "一、主要举措和成效\n镇长⟦å±€⟧主持会议12次，录入⟦娉曟⟧12项。",
    "一、主要举措和成效\n制定⟦??⟧办法12件。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n开展“合同怎么签?纠纷找谁调?”主题普法36场。",
    "一、主要举措和成效\n受理率是多少？办结率是否达标？逐项公开36项。",
    "一、主要举措和成效\n是否公开?由谁公开?清单列明36项。",
    "一、主要举措和成效\n网址http://example.gov.cn/a?b=1公布36项。",
    "一、主要举措和成效\n建设A&B两类窗口12个，R&D;投入36万元，防烫伤宣传6场。",
    "一、主要举措和成效\n调解员陈喆、李玥、张堃化解36件，依法行政蔚然成風，café一条街检查6次。",
    "一、主要举措和成效\n上线“一网通办”3.0版，办件36件。",
]


def check(report: Report) -> Iterator[Finding]:
    for line in written(report):
        for span in find_lost(report.text, line):
            yield Finding(span, "这里有乱码，丢了字。", "请对照原稿补上。")
        for span, meant in find_entities(report.text, line):
            shown = "空格" if meant.isspace() else f"“{meant}”"
            yield Finding(span, f"“{report.words(span)}”是网页的代码，表示{shown}。", "请改成文字，多余的删去。")
    for span in find_misread(report.text):
        if is_written(report, span):
            yield Finding(span, "这里有乱码，文字用错了编码。", "请对照原稿改正。")
