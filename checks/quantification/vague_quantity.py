"""用“一批”“若干”“大量”“多次”代替了数字。

报告要让人可以核对：召开了几次会议，化解了多少件，建成了几个。数字就在旁边的不提；是别的词的一部分（统一批复、第一批、若干意见）的不提。
`words` 可以在配置里改。
"""

import re
from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.report import Report
from reportlint.source import Span
from reportlint.words import stands

SEVERITY = Severity.INFO
BAD = [
    "一、主要举措和成效\n建成⟦一批⟧示范点。",
    "一、主要举措和成效\n⟦多次⟧召开会议，研究执法工作。",
    "一、主要举措和成效\n出台⟦若干⟧措施，化解⟦大量⟧纠纷。",
    "三、第一责任人履职情况\n区长⟦多次⟧听取汇报。",
    "一、主要举措和成效\n⟦一大批⟧矛盾化解在基层。",
    "一、主要举措和成效\n走访了⟦众多⟧企业，收集意见。",
]
GOOD = [
    "一、主要举措和成效\n统一批复各镇方案，完成第一批试点。",
    "一、主要举措和成效\n印发《关于优化服务的若干意见》，落实若干规定。",
    "一、主要举措和成效\n多次召开会议（全年12次）。",
    "一、主要举措和成效\n建成一批（12个）示范点。",
    "一、主要举措和成效\n推行“大量减少证明”做法，带头以上率下。",
    "四、下一年度主要安排\n培育一批示范点。",
    "一、主要举措和成效\n废止一批与上位法不一致的文件，共11件。",
    "一、主要举措和成效\n多次组织专家论证，全年召开论证会9次。",
]

_FIGURE = re.compile(
    r"[^，。；]{0,4}[（(，]?(?:全年|共|共计|累计|达|计)?\s*\d"
    r"|[^。；]{1,30}[，（(](?:共|总|合|累)计?[^，。；\d]{0,6}\d"  # 废止一批……的文件，共11件
    r"|(?<=次)[^。；]{1,20}[，（(][^，。；\d]{0,12}\d+[余多]?[次场]"  # 多次组织论证，全年召开论证会9次
)
_TITLE_NOUN = re.compile(r"(?:意见|规定|措施|办法|政策|条)(?=[》”]|的通知)|(?:意见|规定|问题的规定)")


def check(
    report: Report,
    *,
    words: tuple[str, ...] = ("一大批", "一批", "若干", "大量", "大批", "多次", "数次", "众多", "许多", "不少"),
    parts: tuple[str, ...] = ("measures", "responsibility"),
) -> Iterator[Finding]:
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    for sentence in report.sentences:
        if not set(parts) & set(sentence.parts):
            continue
        start, end = sentence.span
        for match in pattern.finditer(report.unquoted, start, end):
            span = Span(match.start(), match.end())
            if not stands(report.text, *span):
                continue
            if _FIGURE.match(report.text, span.end, end) or _TITLE_NOUN.match(report.text, span.end, end):
                continue
            yield Finding(span, f"“{match.group()}”没有说明是多少。", "请换成数字。")
