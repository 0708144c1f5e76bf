"""概数的说法自相矛盾。

“36余件”：36已经精确到个位，不能再“余”；“近80%以上”“约200件左右”“超过100余件”：两个概数词叠用，意思打架。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.measures import MEASURES, YEARS_AND_DAYS
from reportlint.facts.figures.quantities import Quantity, quantities
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "概数自相矛盾"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
BASIS = "GB/T 15835—2011《出版物上数字用法》概数"
BAD = [
    "一、主要举措和成效\n参加法治健步走的居民⟦约300人左右⟧，检修路灯⟦340多盏左右⟧。",
    "一、主要举措和成效\n每季度⟦至少开展活动5场以上⟧，收案⟦约为近百件⟧，知晓率达⟦九成多以上⟧，整改问题⟦38个多⟧。",
    "一、主要举措和成效\n办理案件⟦36余件⟧。",
    "一、主要举措和成效\n满意率⟦近80%以上⟧。",
    "一、主要举措和成效\n走访企业⟦约200家左右⟧。",
    "一、主要举措和成效\n培训⟦超过1200余人次⟧。",
    "一、主要举措和成效\n审查合同⟦105余份⟧。",
    "一、主要举措和成效\n接待群众⟦大约300多人⟧。",
    "一、主要举措和成效\n办结信访件⟦一百三十八余件⟧。",
    "一、主要举措和成效\n知晓率达到⟦95%以上左右⟧。",
    "一、主要举措和成效\n清理养殖网箱⟦大约36排左右⟧。",
    "一、主要举措和成效\n排查自建房⟦3860余多栋⟧。",
    "一、主要举措和成效\n配备执法记录仪⟦410余台整⟧，培训人员⟦恰好400余人⟧。",
]
GOOD = [
    "一、主要举措和成效\n参加健步走的渔民约300人，村规民约400份左右均已张贴，居民约三百人。",
    "一、主要举措和成效\n办理案件360余件。",
    "一、主要举措和成效\n至少走访一家企业，满意率达95%以上，约谈36家，最多跑一次，占全年的50%以上。",
    "一、主要举措和成效\n满意率近80%。",
    "一、主要举措和成效\n走访企业约200家。",
    "一、主要举措和成效\n培训1.2万余人次。",
    "一、主要举措和成效\n满意率达95%以上。",
    "一、主要举措和成效\n审查合同超过105份。",
    "一、主要举措和成效\n办结信访件一百三十余件。",
    "一、主要举措和成效\n近十几年来累计修订规程32件，近几年至少有十几个单位参加，跨区巡查8亩多、两米多深的水塘，收缴冰毒1吨多。",
    "一、主要举措和成效\n几乎看不到一处乱堆，最多不超过三次，据估计已达约2800万元。",
    "一、主要举措和成效\n正好赶上近百名渔民集中办证。",
]

_MORE = frozenset("余多")
_WORDS = load_phrases(__file__, "approximation_conflict")
_REACH = 16
"""Characters in front of a quantity in which a word of approximation may stand."""
_MEASURED = frozenset(
    "年 天 月 日 周 小时 分钟 秒 岁 个月 倍 % 分 元 美元 米 公里 千米 平方米 平方公里 立方米 亩 公顷 吨 升 公斤 千克 克 斤 千瓦".split()
)
"""Units of what is measured and not counted one by one, behind which 多 may stand: 两米多, 1吨多."""
_VAGUE = frozenset("几数来余多")
_LEAST = frozenset(("至少", "最少", "不少于", "不低于", "不下"))
_TO_THE_UNIT = patterns.compile(
    r"[\d,，０-９]*[1-9１-９]|[一二三四五六七八九十百千万零]+(?<=[十百零])[一二三四五六七八九]"
)

_DECIMAL = patterns.compile(r"\d+[.．]\d+[余多]")
"""1863.5余万元; 1.2万余 is right."""


def check(report: Report) -> Iterator[Finding]:
    yield from _told_twice(report)
    for quantity in quantities(report):
        shown = report.words(quantity.span)
        if len(quantity.words) > 1:
            if _may_both_stand(quantity.words[0], quantity):
                continue
            yield _both(report, quantity.span, "”和“".join(quantity.words))
        elif span_and_words := _apart(quantity, report):
            yield _both(report, *span_and_words)
        elif _exact_to_the_unit(quantity, report):
            yield Finding(
                quantity.span,
                f"“{shown}”：数已经精确到个位，不能再说“{quantity.words[0]}”。",
                "请写准确的数，或取整后再用概数词。",
            )
        elif _is_odd(quantity, report):
            more = report.text[quantity.span.end]
            span = Span(quantity.span.start, quantity.span.end + 1)
            yield Finding(span, f"“{shown}”后面不能加“{more}”。", "请写准确的数，或取整后把概数词放在量词前面。")


def _both(report: Report, span: Span, words: str) -> Finding:
    return Finding(span, f"“{report.words(span)}”里的“{words}”不能同时用。", "请只留一个概数词，或写出准确的数。")


def _told_twice(report: Report) -> Iterator[Finding]:
    """大约210排左右: about a number whose measure word is in no table, so that it is no quantity."""
    if "左右" not in report.text:
        return
    for line in written(report):
        for match in _WORDS["about-twice"].pattern.finditer(report.text, *line):
            if match["measure"] not in MEASURES:
                yield _both(report, Span(*match.span()), f"{match['word']}”和“左右")


def _apart(quantity: Quantity, report: Report) -> tuple[Span, str] | None:
    """Two words of approximation of which one does not stand at the number: 约200件左右, 至少开展活动50场以上."""
    start, end = quantity.span
    behind = _WORDS["second" if quantity.words else "double"].pattern.match(report.text, end)
    if behind:
        word = quantity.words[-1] if quantity.words else behind.group()[0]
        return Span(start, behind.end()), f"{word}”和“{behind.group().removeprefix(word)}"
    front = _WORDS["front"].pattern.search(report.text[max(start - _REACH, 0) : start]) if quantity.words else None
    if not front or (quantity.words[-1] in _MORE and len(front.group()) > len(front["word"] or front["beside"]) + 1):
        return None  # 至少走访企业36余家 is odd, but no more
    if _may_both_stand(front["word"] or front["beside"], quantity):
        return None
    begin = start - len(front.string) + front.start()
    return Span(begin, end), f"{front['word'] or front['beside']}”和“{quantity.words[-1]}"


def _may_both_stand(word: str, quantity: Quantity) -> bool:
    """近十几年 are the last years; 至少十几个 and 最多不超过三套 say one thing."""
    last = quantity.words[-1]
    years = word == "近" and quantity.unit in YEARS_AND_DAYS and last in _VAGUE
    return years or (word in _LEAST and last in "几数来") or (word in ("最多", "至多") and last.startswith("不"))


def _is_odd(quantity: Quantity, report: Report) -> bool:
    """38个多: 多 behind the measure word of what is counted one by one."""
    odd = quantity.kind == "count" and quantity.unit != "" and quantity.unit not in _MEASURED
    return odd and not quantity.words and _WORDS["odd"].pattern.match(report.text, quantity.span.end) is not None


def _exact_to_the_unit(quantity: Quantity, report: Report) -> bool:
    """36余件: 余 or 多 behind a number whose last digit is not zero; 3年多, 1.2万余 are right."""
    number = report.words(quantity.number)
    behind = report.text[quantity.number.end : quantity.number.end + 1]
    told = behind in _MORE and _TO_THE_UNIT.fullmatch(number) is not None
    return bool(quantity.words) and (told or _DECIMAL.match(report.words(quantity.span)) is not None)
