"""同一件事，成效里说都做到了，不足里又说没做到。

前面说“执法协作运转顺畅”，后面说“执法协作还不够顺畅”，读者会问哪一句是真的。请核对，把话说准：多数做到了，哪些还没有。
"""

from collections.abc import Iterator

from reportlint.facts.figures.same_words import leaves_something, words_of
from reportlint.facts.statements.admissions import Admission, admissions, lean
from reportlint.facts.statements.wholes import Whole, wholes
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.shared import shares, strange
from reportlint.language.verbs import is_verb
from reportlint.report import Report

TITLE = "成效与不足矛盾"
SEVERITY = Severity.INFO
_BUT = "\n二、存在的不足\n"
BAD = [
    f"一、主要举措和成效\n⟦部门执法协作运转顺畅⟧，检查30次。{_BUT}执法协作还不够顺畅，联动少。",
    f"一、主要举措和成效\n⟦各镇重大决策均按期报备⟧，共36件。{_BUT}重大决策报备不及时，有3件超期。",
    f"一、主要举措和成效\n⟦全面落实执法全过程记录⟧，配备记录仪80台。{_BUT}执法全过程记录落实不到位，9卷没有影像。",
    f"一、主要举措和成效\n⟦规范性文件审查率达100%⟧。{_BUT}部分规范性文件审查不严格，2件漏审。",
    f"一、主要举措和成效\n⟦法律顾问制度实现全覆盖⟧，聘请36名。{_BUT}法律顾问制度尚未健全，3个镇没有聘请。",
    f"一、主要举措和成效\n⟦公开事项全部及时公开⟧，共300条。{_BUT}有的单位公开事项公开不及时。",
    f"一、主要举措和成效\n⟦信访事项全部按期办结⟧，共360件。{_BUT}个别信访事项未按期办结。",
    f"一、主要举措和成效\n⟦法律顾问制度全面建立⟧，聘请36名。{_BUT}3个镇尚未建立法律顾问制度。",
    f"一、主要举措和成效\n⟦农机投诉均按期办结⟧，共36件。{_BUT}（一）农机投诉办理不及时，3件超期\n流转慢。",
    f"一、主要举措和成效\n⟦全部渔政事项实现全覆盖公示⟧。{_BUT}渔政事项公示不全面，主要原因是统计口径不一。",
    f"一、主要举措和成效\n⟦行政执法公示制度全面落实⟧，公示3200条。{_BUT}行政执法公示制度落实不到位。",
    f"一、主要举措和成效\n⟦船检证书全部按期换发⟧，共36本。{_BUT}船检证书超期换发的现象时有发生。",
    f"一、主要举措和成效\n⟦船员全部持证上岗⟧，共36人。{_BUT}个别船员无证上岗的问题仍未根除。",
    f"一、主要举措和成效\n⟦木材检疫做到应检尽检⟧，检疫360批。{_BUT}林区木材检疫存在漏检。",
    f"一、主要举措和成效\n⟦水窖消毒一户不漏⟧，消毒360口。{_BUT}部分水窖没有消毒。",
    f"一、主要举措和成效\n⟦各渡口均设立瞭望哨⟧，共12处。{_BUT}3个渡口未设瞭望哨。",
    f"一、主要举措和成效\n培养护林能手36名，⟦实现行政村全覆盖⟧。{_BUT}少数村没有培养护林能手。",
    f"一、主要举措和成效\n⟦船员体检无一逾期⟧，体检36人。{_BUT}船员体检逾期3人。",
    f"一、主要举措和成效\n⟦港口垃圾做到应收尽收⟧，清运36吨。{_BUT}港口垃圾应收未收的情况时有发生。",
    f"一、主要举措和成效\n⟦渔业事项全部实现“一网通办”⟧，办件36件。{_BUT}12项渔业事项无法在网上办理。",
    f"一、主要举措和成效\n⟦我镇护林员配备齐全⟧，共36名。{_BUT}两个村护林员空缺。",
    f"一、主要举措和成效\n⟦县乡两级瞭望员均已配备到位⟧，共36名。{_BUT}乡镇瞭望员配备不到位。",
    f"一、主要举措和成效\n⟦“只收不管”现象彻底杜绝⟧。{_BUT}“只收不管”在个别渡口仍有反映。",
    f"一、主要举措和成效\n⟦多头检查、重复抽样的顽疾得到根治⟧。{_BUT}重复抽样的情况在渔港时有发生。",
    f"一、主要举措和成效\n⟦调解站实现全覆盖⟧，共36个。{_BUT}3个镇尚未建立渔业纠纷调解站。",
]
GOOD = [
    f"一、主要举措和成效\n部门执法协作运转顺畅，检查30次。{_BUT}普法形式不够丰富。",
    f"一、主要举措和成效\n开展执法协作30次。{_BUT}执法协作还不够顺畅，联动少。",
    f"一、主要举措和成效\n各镇文件均按期报备。{_BUT}案卷归档不及时。",
    f"一、主要举措和成效\n全面落实执法全过程记录。{_BUT}执法力量不足，编制少。",
    f"一、主要举措和成效\n培训实现全覆盖，共120人。{_BUT}法治宣传深度不够。",
    f"一、主要举措和成效\n信访事项全部按期办结，共360件。{_BUT}执法记录仪尚未配备到位。",
    f"一、主要举措和成效\n燃气投诉均按期办结，共36件。{_BUT}燃气设施巡查不及时，3处超期。",
    f"一、主要举措和成效\n船员全部持证上岗，共36人。{_BUT}船员晕船的现象仍然存在。",
    "二、存在的不足\n执法协作还不够顺畅。",
    f"一、主要举措和成效\n县级渔政队记录仪配备率达100%，配备36台。{_BUT}乡镇渔政队记录仪配备不足。",
    f"一、主要举措和成效\n木材检疫做到应检尽检，检疫360批。{_BUT}木材检疫人员流动频繁，力量不够。",
    f"一、主要举措和成效\n水窖消毒一户不漏，消毒360口。{_BUT}水窖选址不够合理。",
    f"一、主要举措和成效\n逐件登记渡船，登记36艘。{_BUT}渡船超期检验没有根治。",
    f"一、主要举措和成效\n没有一件渔业投诉超期，办结36件。{_BUT}渔业投诉回访率低。",
    f"一、主要举措和成效\n全县渔港全部设立救助站，共12处。{_BUT}渔港救助站专职救助员不足。",
    f"一、主要举措和成效\n法律顾问实现村级全覆盖，共36名。{_BUT}一些村民不知道顾问是谁。",
    f"一、主要举措和成效\n多头检查的顽疾得到根治。{_BUT}重复抽样的情况时有发生。",
    f"一、主要举措和成效\n多头检查的顽疾得到根治。{_BUT}多头检查治理的做法没有写成制度。",
]

_MOST = 200
"""Admissions that assertions are held against: no report has as many, and each is compared with each."""
_INTO = frozenset("入驻")
"""Characters behind that of a verb that tell where something comes to be."""
_WHOSE = [patterns.compile(own) for own in ("[省市县区镇乡村]级", "[一-鿿]{2}领域", "[一-鿿]{2,6}局")]
"""The level, the field and the body of which one speaks."""
_PLACES = patterns.compile("(?:偏远)?(?:[乡镇村街农社部单基城][镇道村区门位层居])+")
"""Where, or by whom, but not of which kind."""
_COMPLETE = frozenset(["到位", "齐全"])
"""Said of how it is done that all of them have it."""
_LONG = 4
"""Characters that tell an act with its thing: 设服务点."""
_THING = 3
"""Characters that tell a thing: 网格员."""
_ANY = patterns.compile("办理|审理|处理|处置|答复|回复|完成|办结")
"""What is done in time, whatever it is called."""


def check(report: Report) -> Iterator[Finding]:
    admitted = admissions(report)[:_MOST]
    for whole in wholes(report) if admitted else ():
        place = next((each.span for each in admitted if _denies(whole, each)), None)
        if place is not None:
            yield Finding(
                whole.span,
                f"这里说做到了，第 {report.source.line_of(place.start)} 行又说没有做到。",
                "请核对两处，把做到的和没做到的各写清楚。",
                related=(Related(place, "不足里的说法"),),
            )


def _denies(whole: Whole, admission: Admission) -> bool:
    """Does the admission deny what was asserted: the same act, or how well it was done, of the same things?"""
    if not shares(admission.words, whole.words):
        return False  # most
    if admission.still and any(evil in admission.words for evil in (*whole.gone, *whole.none)):
        return not whole.subject or shares(whole.subject, admission.words)
    if whole.gone or not admission.denied:
        return False
    denied = admission.denied
    if admission.well and any(set(admission.well) & set(word) for word in whole.well):
        same = shares(denied, whole.words) or _kindred(denied, whole.act)
    else:
        complete = whole.all or not _COMPLETE.isdisjoint(whole.well)
        same = complete and (_named(denied, whole) or _kindred(denied, whole.act))
        same = same or (whole.all and "覆盖" in denied and not strange(admission.subject, whole.words))
        same = same or any(evil in admission.words for evil in whole.none)
    late = admission.late and whole.in_time and not strange(_ANY.sub("", denied), whole.words)
    return (same or late) and _of_the_same(whole, admission)


def _named(denied: str, whole: Whole) -> bool:
    """Is what is denied the act that was asserted, or, where all are covered, the thing that they have?"""
    named = denied[2:] if is_verb(denied[:2]) else denied
    other = [words for words in strange(named, whole.words) if not is_verb(words)]
    covers = "覆盖" in whole.act and len(denied) >= _LONG
    if covers and not _gives(denied, whole):
        return False
    act = whole.words if covers else whole.act
    thing = denied[-2:]  # 没有调解员 denies no 调解室
    said = is_verb(thing) or thing in whole.words
    return said and 2 * sum(map(len, other)) <= len(denied) and (shares(denied, act) or denied in act)


def _gives(denied: str, whole: Whole) -> bool:
    """Is what is denied that they have the thing (没有聘请顾问, 未划入网格), and not what is done with it (没有咨询顾问)?"""
    verb = denied[:2]
    return not is_verb(verb) or verb in whole.words or verb[1] in _INTO or any(map(leaves_something, words_of(verb)))


def _of_the_same(whole: Whole, admission: Admission) -> bool:
    """Do both speak of the same things? What one of them names besides may narrow it (部分乡镇); where both do, they are others.

    What is named last must be in both, but where the thing is told behind: 偏远村未设服务点.
    """
    told = [(set(own.findall(whole.words)), set(own.findall(admission.words))) for own in _WHOSE]
    if any(here and there and here.isdisjoint(there) for here, there in told):
        return False
    other = strange(admission.subject, whole.words)
    last = other and 1 < len(admission.denied) < _LONG and admission.subject.endswith(other[-1])
    thing = len(admission.denied) >= _THING and not is_verb(admission.denied[-2:])  # 两个村网格员空缺
    kinds = told[0][0] or any(_PLACES.fullmatch(words) is None for words in other)
    if (last and not thing) or (other and kinds and _narrowed(whole.subject or whole.act, admission.words)):
        return False
    if any(_splits(words, admission.words, whole.words) for words in other):
        return False
    return shares(admission.subject + "，" + admission.denied, whole.words)


def _splits(kind: str, words: str, other: str) -> bool:
    """Does it stand inside of a name that the other has: 辅助 of 执法辅助人员 beside 执法人员?"""
    before, _, behind = words.partition(kind)
    inside = before != "" != behind and before[-1] + behind[0] in other
    return inside and len(kind) < _LONG and bool(lean(kind))


def _narrowed(subject: str, words: str) -> bool:
    """Does the subject begin with what the words have not, before what they have: 县级 of 县级执法队?"""
    own = strange(subject, words)
    return bool(own) and subject.startswith(own[0]) and not is_verb(own[0]) and shares(subject[len(own[0]) :], words)


def _kindred(denied: str, act: str) -> bool:
    """Is what is denied, in two characters, a verb kindred to one of what was done (审查, 审核; 开足, 开齐), or the same at
    length (一网通办, 网上办理)?
    """
    pieces = act.split("，")
    if len(denied) != len("审查"):
        return any(
            piece[0] == "一" and 2 * len(set(piece[1:]) & set(denied)) >= max(len(denied), _LONG)
            for piece in pieces
            if len(piece) == len("一网通办")
        )
    verbs = (act[at : at + 2] for at in range(len(act) - 1))
    each = any(piece[::2] == "一一" and piece[3] in denied for piece in pieces if len(piece) == _LONG)  # 一案一档: 建档
    return (
        each
        or any(piece[0] == denied[0] for piece in pieces if 0 < len(piece) <= len(denied))
        or any(set(verb) & set(denied) for verb in verbs if is_verb(verb))
    )
