"""第一责任人部分写的是单位的工作，不是主要负责人做了什么。

这一部分要写党政主要负责人（部门：主要负责人）本人：主持了什么会议，部署、过问、协调、督办了什么事。
通篇没有主语、写业务工作的，或者夹着一段、一句各单位做了什么的，请移到“主要举措和成效”，换成主要负责人的履职情况。主要负责人的段落不到 `share` 时提出。
"""

import re
from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.statements.aims import aims_of
from reportlint.facts.statements.heads import checkable_act, find_heads, is_exact, is_of_head, may_act
from reportlint.finding import Finding, Severity, folded
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_clauses, split_sentences
from reportlint.language.words.verbs import is_verb
from reportlint.outline.outline import Part
from reportlint.report import Report

TITLE = "履职主语不对"
SEVERITY = Severity.WARNING
BASIS = "{rule}：党政主要负责人履行推进法治建设第一责任人职责的情况"
_HEAD = "三、第一责任人履职情况\n"
_TOLD = "区长主持会议12次，签发文件6件，接访群众18批次，出庭应诉2次。"
BAD = [
    "⟦三、第一责任人履职情况⟧\n加强执法培训，全年培训执法人员120名。开展案卷评查，评查案卷80卷。",
    "⟦三、第一责任人履职情况⟧\n我局健全行政复议工作机制，受理案件36件。\n各科室开展普法宣讲20场。",
    "⟦三、主要负责人履职情况⟧\n各级各部门认真履行职责，开展检查360次，查处案件36件。",
    "⟦三、主要负责人履职情况⟧\n主要负责人带头学习法律法规。\n优化窗口服务，统一受理标准，简化办理流程，开展业务抽查。\n完善矛盾调处机制，充实调解员队伍，组织业务竞赛。\n推进政务公开，动态调整公开清单，通过网站、微信发布信息。",
    "⟦三、党政主要负责人履职情况⟧\n区司法局组织合法性审查，审查文件36件。\n各镇建立调解组织120个。",
    "⟦四、第一责任人履职情况⟧\n区长认真履行第一责任人职责，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。\n（一）抓培训。各股室培训98人次。\n（二）抓公开。网站发稿81篇。",
    "⟦四、第一责任人履职情况⟧\n（一）加强学习。区委中心组组织学习4次。\n（二）规范执法。各执法单位开展检查300次。",
    f"{_HEAD}区长主持会议12次，签发文件6件，接访群众18批次，出庭应诉2次。⟦执法大队不断规范流程，政务大厅增设窗口12个。⟧",
    f"{_HEAD}局长主持会议12次，督办案件36件，出庭应诉2次。⟦我局不断完善公示制度，公示信息36条。⟧",
    "⟦三、第一责任人履职情况⟧\n分管副区长负责执法整治，开展检查30次。\n各部门落实整改36项。",
    f"{_HEAD}{_TOLD}\n⟦区渔政局全年检验渔船36艘，组织演练6次。⟧",
    f"{_HEAD}{_TOLD}\n⟦渔政服务热线接听来电360个，办理证书36本。⟧",
    f"{_HEAD}{_TOLD}\n⟦全区渔政事项网上可办率98.6%，大厅日均办件36件。⟧\n各渔政站检修船闸12座。",
    f"{_HEAD}{_TOLD}⟦各科室通力配合，发放护渔手册3600册。⟧",
    f"{_HEAD}{_TOLD}⟦渔政法规处牵头起草规程，船检监督处指导各站复核船舶，机关各处室落实学法制度。⟧",
    f"{_HEAD}（一）护渔。⟦区水利局、区农业农村和乡村振兴局分别建立船艇台账，党政办公室汇总数据。⟧{_TOLD}",
    f"{_HEAD}{_TOLD}⟦护渔领导小组办公室每月通报进度，各成员单位按季报送数据。⟧",
    f"{_HEAD}局长要切实履行第一责任人职责，应当带头学法，应当定期听取汇报，应当自觉接受监督，应当支持法院依法审理案件，应当督促班子成员依法决策。⟦局党组将护渔列入要点；护渔办公室按月通报，各科室落实包船制度。⟧",
    f"{_HEAD}{_TOLD}⟦区渔政局检查船坞360座。⟧港航科编印手册3600册。",
    f"{_HEAD}{_TOLD}⟦街道全年新增护渔哨12处，疏浚河道36公里。⟧",
    "⟦三、第一责任人履职情况⟧\n我镇落实亲自部署、亲自过问、亲自协调、亲自督办要求，配备护渔员36名。各渔政站按亲自部署、亲自督办的要求建账12本。",
    f"{_HEAD}{_TOLD}区长要对重要工作亲自部署、重要任务亲自督办。⟦区渔政局完成12处码头改造，各中队配齐瞭望员。⟧",
]
GOOD = [
    f"{_HEAD}区长主持召开区政府常务会议12次，研究法治议题23个。",
    f"{_HEAD}党政主要负责人切实履行职责。\n亲自部署执法整治，主持召开推进会3次。\n带头述法，签发文件12件。",
    f"{_HEAD}局党组书记、局长主持党组会6次，督办案件9件。\n组织全局学法4次。",
    f"{_HEAD}镇长带队检查6次。\n坚持出庭应诉，主要负责人出庭2次。",
    "三、“一把手”履职情况\n“一把手”讲授法治课2次。",
    f"{_HEAD}区委书记对审判白皮书作出批示，区长牵头整改。\n全区整改问题36个。",
    f"{_HEAD}区长主持会议12次，要求限期办结。会后执法大队规范流程，政务大厅增设窗口12个。",
    f"{_HEAD}区长主持会议12次。区政府常务会议学法6次，司法所长列席3次。",
    f"{_HEAD}{_TOLD}\n推动渔政大队增设泊位36个。",
    f"{_HEAD}{_TOLD}\n全年召开护渔会议6次，研究渔政议题12个。",
    f"{_HEAD}{_TOLD}\n与区法院院长会谈，商定护渔案件移送情形4类；到区财政局协调艇位资金36万元。",
    f"{_HEAD}{_TOLD}\n在此基础上，各渔政站检修船闸12座。",
    f"{_HEAD}{_TOLD}会后，各科室通力配合，发放护渔手册3600册。",
    f"{_HEAD}区长现场办公，要求两个部门联手护渔。区渔政局拆除围网36处，区港航局新建泊位12个。",
    f"{_HEAD}区长接访12次，当场交办。区渔政局检查船坞36座。区港航局新建泊位12个。",
    f"{_HEAD}{_TOLD}责成区渔政局设立护渔点，区港航局建立船艇台账。",
    f"{_HEAD}{_TOLD}\n5月6日与区法院会谈，商定移送情形4类；9月4日到区财政局、区渔政局协调船艇资金36万元。",
    f"{_HEAD}{_TOLD}协调区法院设立渔业法庭，推动区公安局派驻警力6名。",
    f"{_HEAD}局长要扛起第一责任人职责，做到重要工作亲自部署。应当把护渔列入全局工作布局。支持法院审理渔业案件，督促各科室依法履职。",
    f"{_HEAD}严格落实亲自部署、亲自过问、亲自协调、亲自督办要求，召开会议6次，研究护渔议题12个。",
    f"{_HEAD}区长要切实履行第一责任人职责。班子其他成员应抓好分管领域法治工作。",
]

_RULES = load_phrases(__file__, "responsibility_subject")
_SAYS_SO, _BODY, _OURS, _LEADS, _SENT, _LED, _PART, _ORDERED, _TOGETHER, _FIGURES, _CITED = (
    _RULES[name].pattern
    for name in ("says-so", "body", "ours", "leads", "sent", "led", "part", "ordered", "together", "figures", "cited")
)
_ADVERBS = frozenset(
    "依法 不断 持续 普遍 进一 全面 陆续 积极 认真 严格 逐步 逐案 逐件 定期 结合 依法 扎实 深入 全年 已经 共同 主动 陆续 先后 分别 率先 及时 全部 均已 明显 累计 还 交叉 统一".split()
)
"""What may stand between those who act and what they do, by its first two characters."""
_ACTS = frozenset(
    "编印 编制 压减 压降 巡查 排查 公示 增设 开通 推送 加强 接听 破获 收案 结案 受案 检验 检修 审结 调处 抽检 办结 指导 会同 通报 承办 更新 编发 汇总 联合 张贴 履行".split()
)
"""And what they do that is no common verb."""
_DONE = frozenset("化齐成清")
"""Second characters of what was brought about: 优化, 配齐, 建成, 查清."""
_SHORT = frozenset("对将把向以按从为严做抓推全强入设建用每逐先")
"""First characters of what goes on: prepositions, and verbs of one character."""
_NAME = 16
"""Characters of a clause, or of what a list in it goes on with, in which a subject ends: 县司法局、县人力资源社会保障局."""
_LISTS = "、和与及"
_LEADER = 5
"""Characters at a sentence's beginning that may name those who lead: 局党组."""
_FAR = 300
"""Characters of a line in which the sentence before one is looked for."""
_MANY = 2
"""Clauses of a sentence, each on what another body did, from which it is the office's business that is told."""


def check(report: Report, *, share: float = 0.34) -> Iterator[Finding]:
    part = report.part("responsibility")
    heading = part.heading
    if heading is None or len(heading.parts) > 1:
        return
    asked = [aim.span for aim in aims_of(report, "responsibility") if aim.kind == "rule"]
    copied = asked and _is_copied(report, part, asked)  # then responsibility-as-instruction tells it
    nobody = _names_no_head(report, part)
    whole = told = 0
    business: list[Span] = []
    for passage in part.passages:
        sentences = [*split_sentences(report.text, passage.span)]
        acts = [
            each for each in sentences if not _only_says_so(report, each) and not any(each.overlaps(a) for a in asked)
        ]
        size = sum(span.end - span.start for span in acts)
        whole += size
        if any(is_of_head(report.text, span) and not (nobody and _cites(report, span)) for span in acts):
            told += size
        elif acts == sentences and _all_business(report, acts):
            business.append(passage.span)
            continue
        business += _of_business(report, acts)
    if whole and told < share * whole and not copied:
        yield Finding(
            heading.span,
            "这一部分写的多是单位的工作，没有写主要负责人本人做了什么。",
            "请以主要负责人为主语，写他主持、部署、过问、协调、督办的事；业务工作请移到“主要举措和成效”。",
        )
    elif business:
        yield folded(
            business,
            "这里写的是单位的工作，不是主要负责人做的事。",
            "请移到“主要举措和成效”；是主要负责人推动的，请写明他做了什么。",
            "也是单位的工作",
            Severity.INFO,
        )


def _names_no_head(report: Report, part: Part) -> bool:
    """Does the part name no head, and tell what bodies did, or the office itself?"""
    told = [passage.span for passage in part.passages]
    clauses = (
        clause
        for span in told
        for each in split_sentences(report.text, span)
        for clause in split_clauses(report.text, each)
    )
    return not any(any(find_heads(report.text, span)) for span in told) and any(
        _acts(report, clause, rule) for clause in clauses for rule in (_BODY, _OURS)
    )


def _cites(report: Report, sentence: Span) -> bool:
    """Is all that is of a head in a sentence the rule's words on the four duties: 各镇按亲自部署、亲自督办的要求建账36本?"""
    cited = _CITED.search(report.text, *sentence)
    return cited is not None and not any(
        is_of_head(report.text, rest) for rest in (Span(sentence.start, cited.start()), Span(cited.end(), sentence.end))
    )


def _is_copied(report: Report, part: Part, asked: Sequence[Span]) -> bool:
    """Is more than half of the part rules, with what goes on behind them in their paragraph without a figure or another who does it?"""
    copied = whole = 0
    for passage in part.passages:
        goes_on = False
        for each in split_sentences(report.text, passage.span):
            told = is_exact(report, each) or _is_business(report, each)
            goes_on = any(each.overlaps(rule) for rule in asked) or (goes_on and not told)
            whole += each.end - each.start
            copied += (each.end - each.start) * goes_on
    return 2 * copied > whole


def _all_business(report: Report, sentences: Sequence[Span]) -> bool:
    """Does a paragraph in which no head is named tell what bodies did, or figures of their business, from its first words on, and
    nothing that a head may have done, or had done?
    """
    if not sentences or any(_may_be_of_head(report, each) for each in sentences):
        return False
    opening = [*split_clauses(report.text, sentences[0])][:_MANY]
    return any(_acts(report, clause, rule) for clause in opening for rule in (_BODY, _OURS)) or (
        _FIGURES.match(report.text, *sentences[0]) is not None
    )


def _may_be_of_head(report: Report, sentence: Span) -> bool:
    """Does a sentence without a head's name tell what a head does, or what others did since the head had it done?"""
    return may_act(report.text, sentence) or any(rule.search(report.text, *sentence) for rule in (_LED, _PART))


def _of_business(report: Report, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences that tell the office's business; those with but one act of another body, where two follow one another."""
    single = [_acts_of_others(report, sentence) for sentence in sentences]
    for number, sentence in enumerate(sentences):
        beside = single[max(number - 1, 0) : number] + single[number + 1 : number + 2]
        if _is_business(report, sentence) or (single[number] and any(beside)):
            yield sentence


def _acts_of_others(report: Report, sentence: Span) -> bool:
    """Is another body the first of whom a sentence tells an act, and no head named, nor anything that one may have done?"""
    if is_of_head(report.text, sentence) or _may_be_of_head(report, sentence) or _was_ordered(report, sentence):
        return False
    return any(_acts(report, clause, _BODY) for clause in [*split_clauses(report.text, sentence)][:1])


def _is_business(report: Report, sentence: Span) -> bool:
    """Does a sentence tell what several bodies did, or the office itself, and nothing of the head's having had it done?"""
    if any(find_heads(report.text, sentence)) or _LED.search(report.text, *sentence):
        return False
    clauses = [*split_clauses(report.text, sentence)]
    acting = [_acts(report, clause, _BODY) for clause in clauses]
    if sum(acting) >= _MANY and (acting[0] or _LEADS.search(report.text, clauses[0].start, clauses[0].start + _LEADER)):
        return not _was_ordered(report, sentence)
    if is_of_head(report.text, sentence) or _may_be_of_head(report, sentence):
        return False
    return _TOGETHER.match(report.text, *sentence) is not None or _acts(report, sentence, _OURS) or sum(acting) >= _MANY


def _was_ordered(report: Report, sentence: Span) -> bool:
    """Does the sentence before it, in its line, tell of a head and end in what others are to do: 县长现场办公，要求限期整治。?"""
    start = max(report.source.line_at(sentence.start).start, sentence.start - _FAR)
    before = Span(start, sentence.start)
    last = [*split_sentences(report.text, before)][-1:]
    ends = (clause for each in last for clause in [*split_clauses(report.text, each)][-1:])
    of_head = any(is_of_head(report.text, each) for each in last)
    return of_head and any(_ORDERED.search(report.text, *end) for end in ends)


def _acts(report: Report, clause: Span, subject: re.Pattern[str]) -> bool:
    """Does a clause begin with such a subject, and go on with what it does?"""
    words = report.words(clause).lstrip("，；： ")
    at, end = 0, _NAME
    while found := subject.search(words, at, end):
        at = found.end()
        if words[at : at + 1] and words[at] in _LISTS:
            end = at + 1 + _NAME
        goes_on = words[at:].lstrip("均都也还则")[:2]
        if is_verb(goes_on) or goes_on[1:] in _DONE or goes_on[:1] in _SHORT or goes_on in _ADVERBS | _ACTS:
            return not (_LEADS.search(words, 0, at) or _SENT.search(words, 0, at))
    return False


def _only_says_so(report: Report, span: Span) -> bool:
    """Does it only say of the head that the duty was performed: 认真履行第一责任人职责，对重要工作亲自部署…? That is no act."""
    said = _SAYS_SO.search(report.words(span)) is not None and any(find_heads(report.text, span))
    return said and not checkable_act(report.text, span)
