"""一页或者一处是图片，里面的文字没有检查。

扫描的签批页、贴成图片的表格和整页截图里没有文字，查不到里面写了什么，也可能因此以为缺了一个部分。PDF 和 OFD 里整页是图片的，写明是第几页；
从网页、聊天软件里复制时留下的“［图片］”也提。大半是图片的文件根本不读，直接说明是扫描件。封面和照片不必理会。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.report import Report

TITLE = "图片没有检查"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n办理案件36件。\n⟦［第3页是图片］⟧\n二、存在的不足\n执法力量不足。",
    "⟦［第1—2页是图片］⟧\n一、主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n办理案件36件，审核文件12件。\n⟦[图片]⟧",
    "一、主要举措和成效\n　　⟦【图片】⟧　\n印发清单12份。",
    "一、主要举措和成效\n⟦（图片1）⟧\n⟦（图片2）⟧\n培训执法人员120人。",
    "一、主要举措和成效\n⟦[ 图片 ]⟧\n化解纠纷36件。\n⟦［第5页是图片］⟧",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n审查违法广告图片36张，其中“第3页是图片”的2件。",
    "一、主要举措和成效\n征集普法作品（图片）36幅。",
    "一、主要举措和成效\n图片\n印发普法图片12套。",
    "一、主要举措和成效\n（一）图片展\n举办法治图片展览3场。",
    "一、主要举措和成效\n留存执法图片（见附件）120张。",
]

_PICTURE = patterns.compile(r"[［\[【（(]\s*(?P<page>第\d+(?:—\d+)?页)?是?图片\d*\s*[］\]】）)]")


def check(report: Report) -> Iterator[Finding]:
    for line in report.source.lines:
        words = report.words(line)
        found = _PICTURE.fullmatch(words.strip())
        if found is None:
            continue
        start = line.start + len(words) - len(words.lstrip())
        span = line._replace(start=start, end=start + len(found[0]))
        if found["page"]:
            yield Finding(
                span,
                f"{found['page']}是图片，没有文字，上面写了什么没有检查。",
                "请用 Word 文件检查，或先做文字识别（OCR），核对无误后再检查；封面、照片不必理会。",
            )
        else:
            yield Finding(
                span, "这里是图片，里面写了什么没有检查。", "图里有正文的，请改成文字；只是照片的，不必理会。"
            )
