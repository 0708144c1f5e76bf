"""What a number counts, told from the words beside it: 行政复议案件 in 办结行政复议案件36件 and in 36件行政复议案件."""

from __future__ import annotations

from reportlint.facts.figures.measures import NAMES_ITSELF
from reportlint.facts.figures.quantities import Quantity
from reportlint.kept import patterns

_REACH = 24  # characters looked at in front

_ASIDES = """
    全年 年内 全区 全市 全县 我区 我市 我县 年 年度 共 共有 共计 累计 合计 总计 已 已经 新增 其中 现有 为期 了 仅 均 并
    达 达到 先后
"""
_DEEDS = """
    受理 办理 办结 审结 立案 化解 调解 开展 组织 举办 召开 评查 抽查 检查 制定 出台 印发 修订 清理 审查 审核 推出
    提供 完成 推动 推进 建立 建成 设立 成立 编制 发布 公示 公开 收到 接收 接待 提出 实现 覆盖 参加 培训 查处 作出
    征集 排查 整改 落实 健全 完善 形成 储备 达成 制发
"""
_LEADING = patterns.compile(f"(?:(?:{'|'.join(sorted((_ASIDES + _DEEDS).split(), key=len, reverse=True))})(?!率))+")
_TRAILING = patterns.compile(
    "(?:共计|共有|总计|合计|累计|达到|达|(?<!行)为|是|共|有|仅|均|已|计|到|分别|至|从|由"
    "|上升|下降|增长|增加|减少|提高|降低|提升|之一.?)+$"
)
_COMPARED = patterns.compile("较|同比|环比")
_PHRASE = patterns.compile(
    r"(?:“[^“”\n]{1,20}”|《[^《》\n]{1,40}》|(?<=行)为|(?![近约超][0-9])[^\W0-9_的等已均被将并共和与及在为是由]){1,20}"
)
_BREAK = patterns.compile(r"[^\w“”《》]|[0-9的与]|及(?!时)|和(?![解谐平])")


def counted(text: str, quantity: Quantity) -> str:
    """The noun a quantity belongs to, or "": the one behind it, else the one in front."""
    start, end = quantity.span
    if quantity.reach < 0:
        return ""
    measured = quantity.unit or "数" in text[quantity.number.end : end]  # 半数
    if measured and quantity.unit not in NAMES_ITSELF and (phrase := _PHRASE.match(text, end)):
        noun = _noun(phrase[0])
        if noun:
            return noun
    return _noun(_BREAK.split(text[max(start - _REACH, quantity.reach) : start])[-1])


def _noun(phrase: str) -> str:
    """The phrase without the verbs before and after it, and without half of a pair of quotation marks."""
    phrase = _COMPARED.split(phrase)[0]
    if phrase.count("“") != phrase.count("”"):
        phrase = phrase.replace("”", "“").rpartition("“")[2]
    deeds = _LEADING.match(phrase)
    return _TRAILING.sub("", phrase[deeds.end() :] if deeds else phrase)
