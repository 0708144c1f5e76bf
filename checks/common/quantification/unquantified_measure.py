"""“主要举措和成效”里的一条，通篇没有一个数据。

一条举措写了几百字，却没有一个数字，读者无从知道做了多少。制度名称里的数（“三项制度”“五大举措”）、年份、届次不算数据。
写明了印发什么文件（《……》）、哪一天或第几次开了什么会、排第几名、没有发生什么的，可以查对，不提；短于 `characters` 个字的条目不提。
一条写了几段、至少一半有数据的，其中通篇没有数据的一段作提示（info）。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.figures.dates import dates_in
from reportlint.facts.figures.same_words import begins_with_act
from reportlint.facts.prose.lists import enumerations_near
from reportlint.facts.prose.written import size
from reportlint.finding import Finding, Severity
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import cut
from reportlint.language.sentences import split_clauses, split_sentences
from reportlint.language.words.official_words import is_official
from reportlint.language.words.verbs import begins_with_verb
from reportlint.outline.sections import Section
from reportlint.report import Report

TITLE = "举措没有数据"
SEVERITY = Severity.WARNING
_DRY = (
    "组织学习有关法律法规，邀请专家授课，督促各单位制定学习计划，把学习情况列入考核内容。"
    "落实行政执法三项制度，修订工作细则，明确责任分工，开展执法检查，督促问题整改。"
)
BAD = [
    f"一、主要举措和成效\n⟦（一）强化理论学习⟧。{_DRY}\n（二）规范执法。{_DRY}全年检查30次。",
    f"一、主要举措和成效\n（一）规范执法。{_DRY}全年检查30次。\n⟦（二）强化理论学习⟧\n{_DRY}",
    f"一、主要举措和成效\n（一）规范执法\n1.检查。{_DRY}全年检查30次。\n⟦2.学习⟧。{_DRY}第二批学员结业。",
    f"⟦一、强化理论学习⟧\n{_DRY}\n二、规范执法\n{_DRY}检查30次。\n三、存在的不足\n力量不足。",
    f"一、主要举措和成效\n⟦（一）落实规划⟧。{_DRY}落实《普法规划（2021—2025年）》，推行“1+3”模式。\n（二）执法。检查30次。",
    f"一、主要举措和成效\n⟦一是强化理论学习⟧。{_DRY}\n二是规范执法。检查30次。\n二、存在的不足\n力量不足。",
    f"一、主要举措和成效\n一是规范执法。检查30次。⟦二是强化理论学习⟧，{_DRY}",
    f"一、主要举措和成效\n⟦（一）优化服务⟧。{_DRY}推出五大举措，开通12345热线。\n（二）执法。检查30次。",
    "一、主要举措和成效\n⟦（一）畅通诉求渠道⟧\n收到投诉以后调阅档案，听取双方陈述，请行业协会提出意见，再书面答复投诉的人。\n（二）执法。检查30次。",
    "一、主要举措和成效\n（一）渔政管理\n检查渔港30次。\n⟦健全渔港值守制度⟧，明确船舶进出港登记的流程，统一文书样式，同海事部门互通信息。\n查处案件12件。\n（二）普法。宣讲12场。",
    "一、主要举措和成效\n（一）渔政管理\n检查渔港30次。\n查扣网具36件。\n⟦县渔政局规范登记流程⟧，推行预约办理，引导渔民自查船况，督促船主签订承诺。\n（二）普法。宣讲12场。",
    "一、主要举措和成效\n（一）渔政管理\n检查渔港30次。\n查扣网具36件。\n⟦各镇深入推进护渔协作⟧，明确牵头单位，落实信息通报，加强案件会商，统一文书样式。\n（二）普法。宣讲12场。",
    f"一、执法\n规范渔政检查，渔港秩序好转。检查30次。\n⟦健全应急体系⟧，渔港更加平稳。{_DRY}\n调解渔业纠纷，邻里和睦。调解36件。\n"
    "宣讲渔业法规，渔民学会找法。宣讲12场。\n二、存在的不足\n力量不足。",
]
GOOD = [
    f"一、主要举措和成效\n（一）渔政管理。{_DRY}放流鱼苗360万尾。\n（二）执法。检查30次。",
    f"一、主要举措和成效\n（一）强化理论学习。{_DRY}举办培训班12期。",
    f"一、主要举措和成效\n（一）渔港安全。{_DRY}更换缆绳3450根，余下的留作备用。\n（二）执法。检查30次。",
    f"一、主要举措和成效\n（一）强化理论学习\n{_DRY}\n全年举办培训班十二期。",
    "一、主要举措和成效\n（一）强化理论学习。组织学习有关法律法规。",
    f"一、主要举措和成效\n一是强化理论学习。{_DRY}\n为此举办培训班12期。\n二是规范执法。检查30次。",
    f"一、主要举措和成效\n（一）规范执法\n{_DRY}\n1.检查。检查30次。\n2.培训。培训12场。",
    f"四、下一年度主要安排\n（一）强化理论学习。{_DRY}",
    f"一、主要举措和成效\n（一）规范执法。{_DRY}合格率百分之九十八。",
    f"一、主要举措和成效\n（一）规范执法。{_DRY}印发《云渚县行政检查办法》。\n（二）普法。宣讲30场。",
    f"一、主要举措和成效\n（一）政务公开。{_DRY}第三方评估列全市第2名。\n（二）普法。宣讲30场。",
    f"一、主要举措和成效\n（一）政务公开。{_DRY}5月8日召开新闻发布会。\n（二）普法。宣讲30场。",
    f"一、主要举措和成效\n（一）文件管理。{_DRY}未制定规范性文件。\n（二）普法。宣讲30场。",
    "一、主要举措和成效\n（一）执法。检查30次。\n（二）规范中介服务。严格审核与审批部门相关联的中介机构的资质申请，全面公开资质受理、审查、审批信息，",
    f"一、执法\n规范渔政检查，渔港秩序好转。检查30次。\n调解渔业纠纷，邻里和睦。调解36件。\n宣讲渔业法规，渔民学会找法。宣讲12场。\n"
    f"总的看，渔港秩序平稳。{_DRY}\n二、存在的不足\n力量不足。",
    f"一、主要举措和成效\n（一）渔政管理\n{_DRY}\n检查渔港30次。\n查处案件12件。\n总的看，渔港秩序平稳，渔民出海守规矩，纠纷有人调，事情有人管。\n（二）普法。宣讲12场。",
    "一、主要举措和成效\n（一）渔政管理\n检查渔港30次。\n在渔港值守、船舶登记、文书样式、信息互通等方面，主要做了以下几项工作：\n查处案件12件。\n（二）普法。宣讲12场。",
]


_CHECKABLE, _NO_MEASURE, _WHO = (
    load_phrases(__file__, "unquantified_measure")[name].pattern for name in "checkable no-measure who".split()
)
_STOPS = ("。", "！", "？", "；", "”", "）")

_WRITE = "请写出办了几件、多少次、多少人、比例多少。"
_MANY = 4
_SHORT = (8, 40)
"""Paragraphs of a text without headings, and characters of the sentence that stands for one: 加强应急管理，城市韧性持续增强。"""


def check(report: Report, *, characters: int = 24) -> Iterator[Finding]:
    asked = set()
    for marked, name, prose in _measures(report):
        asked.add(marked)
        told = any(_checkable(report, stretch) for stretch in prose)
        if size(report, prose) >= characters and not (told or _is_cut_off(report, prose)):
            yield Finding(marked, f"“{cut(report.words(name))}”这一条没有一个数据。", _WRITE)
    for paragraph in _dry_paragraphs(report):
        if size(report, [paragraph]) > characters and not _is_cut_off(report, [paragraph]):
            clause = next(split_clauses(report.text, paragraph))
            if clause in asked:
                continue
            message = f"“{cut(report.words(clause))}”这一段没有一个数据，同一条的其他段有。"
            yield Finding(clause, message, _WRITE, severity=Severity.INFO)


def _measures(report: Report) -> Iterator[tuple[Span, Span, list[Span]]]:
    """The measures, each with what marks it, its name and its prose: the lowest sections, or the items of a list in an undivided one.

    One undivided text without a list has its paragraphs, where each begins with its theme, as a heading would tell it.
    """
    parts = report.part(report.kind.deeds).sections
    for part in parts:
        items = [section for section in part.walk() if not section.children and section.heading]
        listed = list(_listed(report, part)) if items == [part] else []
        if listed or (items == [part] and len(parts) == 1):
            yield from listed or _themes(report, part)
        else:
            yield from ((item.heading.span, item.heading.title, item.paragraphs) for item in items if item.heading)


def _listed(report: Report, section: Section) -> Iterator[tuple[Span, Span, list[Span]]]:
    """The items 一是…, 二是… of a section, each with its first clause."""
    first = next(iter(enumerations_near(report, section)), None)
    if first is None or section.level > 2:
        return
    ends = [*(item.span.start for item in first.items[1:]), section.paragraphs[-1].end]
    for item, end in zip(first.items, ends, strict=True):
        start = item.span.start
        prose = [
            Span(max(start, p.start), min(end, p.end)) for p in section.paragraphs if p.start < end and p.end > start
        ]
        clause = next(split_clauses(report.text, prose[0]))
        yield clause, Span(min(item.span.end, clause.end), clause.end), prose


def _themes(report: Report, section: Section) -> Iterator[tuple[Span, Span, list[Span]]]:
    """The paragraphs of a section that each begin with a short sentence, with what that says; none of a section with few.

    The first may but lead to the others, and the last sum up.
    """
    first = [next(split_sentences(report.text, paragraph)) for paragraph in section.paragraphs]
    if len(first) >= _MANY and all(_SHORT[0] <= size(report, [sentence]) <= _SHORT[1] for sentence in first):
        for sentence, paragraph in [*zip(first, section.paragraphs, strict=True)][1:-1]:
            clause = next(split_clauses(report.text, sentence))
            yield clause, clause, [paragraph]


def _dry_paragraphs(report: Report) -> Iterator[Span]:
    """The paragraphs of prose without a datum in a section of which half have data, but its first, which may lead to the others."""
    for part in report.part(report.kind.deeds).sections:
        for section in part.walk():
            told = [_checkable(report, paragraph) for paragraph in section.paragraphs]
            if sum(told) < len(told) / 2:
                continue
            for paragraph, is_told in [*zip(section.paragraphs, told, strict=True)][1:]:
                words = report.words(paragraph).strip()
                if not is_told and words.endswith("。") and _begins_with_deed(words):
                    yield paragraph


def _begins_with_deed(words: str) -> bool:
    """Does a paragraph begin with what the office did: 健全值守制度, 县渔政局规范登记流程?"""
    told = _WHO.sub("", words, 1)
    opens = told[:2]
    deed = begins_with_act(opens) or begins_with_verb(told) or opens.endswith("化")
    return deed and is_official(opens) and not (LIST_START.match(words) or _NO_MEASURE.match(words))


def _is_cut_off(report: Report, prose: list[Span]) -> bool:
    """Does the text break off in a measure, whose rest may have had the figures?"""
    rest = report.text[prose[-1].start :].rstrip()
    return not report.text[prose[-1].end :].strip() and not rest.endswith(_STOPS)


def _checkable(report: Report, paragraph: Span) -> bool:
    """Does a paragraph say what a reader could check: a figure, a document by its title, what was done in which month?"""
    if data_in(report, paragraph) or _CHECKABLE.search(report.text, *paragraph):
        return True
    return any(date.month is not None and date.kind != "period" for date in dates_in(report, paragraph))
