"""乱码：丢失或者显示不出的字。

有“\ufffd”、私用区的字符、“锟斤拷”“烫烫烫”，“&nbsp;”“<br/>”之类的网页代码，“\\u5458”“%E5%91%98”之类的编码，读错编码的字（“鈥溾€”），表格的错误值“#REF!”，汉字中间夹着方框“□”，
或者夹着一个半角问号而这句话并不是问句，都是转换编码或者复制时丢了字。表格里供勾选、填写的方框不提。
“召开会议*次”“共有xx名”这样还没有填的数字，“单击此处输入日期”这样没有填的空，也提出。
"""

from collections.abc import Iterator

from reportlint.facts.prose.written import is_written, written
from reportlint.finding import Finding, Severity
from reportlint.language.slips.garble import find_codes, find_lost, find_misread, find_prompts, find_unfilled
from reportlint.report import Report

TITLE = "乱码"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
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
    "一、主要举措和成效\n培训执法人⟦□⟧120人，查处违法⟦■■⟧36起。",
    "一、主要举措和成效\n培训人⟦\\u5458⟧120名，⟦\\u3000⟧印发清单12份，化解纠纷36件⟦\\n⟧。",
    '一、主要举措和成效\n办理案件36件；⟦<br/>⟧审核文件12件⟦</p>⟧，公示⟦<span style="color:red">⟧46件⟦</span>⟧。',
    "一、主要举措和成效\n整治占道经营⟦%E5%8C%BA⟧域36处，办件⟦&#x5458;⟧12名，清理⟦&nbsp⟧证明36项。",
    "一、主要举措和成效\n录用人⟦\\xe5\\x91\\x98⟧12名，举办⟦ÅàÑµ⟧36场，调解⟦ï¿½⟧36件，整治乱⟦〓⟧放12处。",
    "一、主要举措和成效\n办理案件36⟦??⟧，审核文件⟦??⟧，化解纠纷12件，执法检查⟦#REF!⟧次，培训⟦undefined⟧人。",
    "一、主要举措和成效\n⟦单击或点击此处输入文字。⟧\n⟦Click or tap to enter a date.⟧投入⟦单击这里键入金额⟧，立案⟦点击此处输入内容⟧件。",
    "一、主要举措和成效\n召开推进会⟦*⟧次，培训执法人员⟦xx⟧名，⟦**⟧件案件已办结。",
    "一、主要举措和成效\n窗口满意率98.6⟦&⟧，办件36件。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n开展“合同怎么签?纠纷找谁调?”主题普法36场。",
    "一、主要举措和成效\n受理率是多少？办结率是否达标？逐项公开36项。",
    "一、主要举措和成效\n是否公开?由谁公开?清单列明36项。",
    "一、主要举措和成效\n网址http://example.gov.cn/a?b=1公布36项。",
    "一、主要举措和成效\n建设A&B两类窗口12个，R&D;投入36万元，防烫伤宣传6场。",
    "一、主要举措和成效\n调解员陈喆、李玥、张堃化解36件，依法行政蔚然成風，café一条街检查6次。",
    "一、主要举措和成效\n编制自查表，列明“是□否□”“年□月□日”“满意□、不满意□”等栏目12项，■标记36处。",
    "一、主要举措和成效\n网址http://example.gov.cn/%E5%8C%BA公布36项，合格率达到98%，A<B的12项。",
    "一、主要举措和成效\n上线“一网通办”3.0版，办件36件，群众点击此处输入证号就能查询，操作员单击“提交”按钮36次。",
    "一、主要举措和成效\n20××年在××镇检查36次，开展“法治+X”项目6个，走访xx村36户，按“人数×场次”计算，配备X光机6台。",
]


def check(report: Report) -> Iterator[Finding]:
    for line in written(report):
        for span in find_lost(report.text, line):
            why = "：这里的字节不合 UTF-8 编码，或者转换编码时已经丢了"  # files in other encodings are refused for them
            bytes_lost = "\ufffd" in report.words(span) and report.source.form in ("text", "markdown")
            yield Finding(span, f"这里有乱码，丢了字{why if bytes_lost else ''}。", "请对照原稿补上。")
        for span in find_unfilled(report.text, line):
            yield Finding(span, f"“{report.words(span)}”占着数字的位置，数字还没有填。", "请填上数字。")
        for span in find_prompts(report.text, line):
            yield Finding(span, f"“{report.words(span)}”是模板里的提示，这里还没有填。", "请填上内容。")
        for span, meant in find_codes(report.text, line):
            shown = "表示空格或者换行" if meant.isspace() else f"表示“{meant}”" if meant else "用来排版"
            yield Finding(span, f"“{report.words(span)}”是计算机的代码，{shown}。", "请改成文字，多余的删去。")
    for span in find_misread(report.text):
        if is_written(report, span):
            yield Finding(span, "这里有乱码，文字用错了编码。", "请对照原稿改正。")
