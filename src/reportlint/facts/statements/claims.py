"""Claims of result or degree: clauses that say how much better things are, not what was done.

显著提升, 稳步下降, 圆满完成, 全部办结, 取得实效, 充分发挥…作用, 不断涌现 are claims. What was done (开展, 制定, 推进, 加强) is none, nor is an
aim (力争…, 确保…, 为提升…), a name (《…提升行动方案》, “提质增效”), or what still is to be bettered (有待提升).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import Sentence, sentences_of
from reportlint.kept import patterns
from reportlint.kept.needed_words import Sieve
from reportlint.language.sentences import split_clauses
from reportlint.language.word_boundaries import stands
from reportlint.report import Report, fact

_STRONG = "大幅度?|大大|大为|较大|极大地?|显著|明显|有效|切实|有力|成功|充分|成倍|全面|实质性|根本性?|深度|更好"
_STEADY = "不断|持续|稳步|逐步|逐年|逐渐|日益|日趋|进一步|普遍|更加|更为|愈加|稳定|快速|高质量|加快|连续|均|双|全"
_DEGREE = f"(?:{_STRONG}|{_STEADY})地?"
# Verbs of result. 加强, 推进, 深化, 落实 are verbs of doing, and left out.
_CHANGE = (
    "提升|提高|增强|增进|改善|改进|优化|好转|改观|下降|减少|降低|缩短|缩减|压缩|压减|精简|减轻|增长|增加|上升|攀升|回升|向好|趋好|突破|提速|提质增效|提质|增效|见效"
    "|转变|扭转|遏制|化解|破解|解决|消除|夯实|巩固|充实|扩大|拓展|拓宽|激发|激活|凸显|显现|彰显|释放|升级|跃升|进步|畅通|打通|规范|完善|健全"
)
_STATE = "便捷|高效|有力|完备|健全|完善|规范|浓厚|透明|公正|向好|趋好|改观|顺畅"
_KEEP = "保障|维护|保护|防范|遏制|控制|压实|压紧|压紧压实|推动|促进|调动|满足|助力|缓解|减轻|杜绝|发挥|提振|服务|支撑"
_GOAL = "解决|化解|提升|提高|增强|改善|优化|落实|落地|落地见效|落地生根|见效|提质增效|增效|好转|转变|规范|规范化|和谐|稳定|有序|融合|深入|走深走实|发展|开展|运行|落实到位|到位|公开透明|公正"
_RATE = r"[\u4e00-\u9fff]{1,8}(?:(?<![效功])率|满意度|知晓度|便利度|获得感|安全感|幸福感|指数)"
_DONE = "完成|办结|结案|履行|整改|化解|纳入|覆盖|达标|上线|公开|公示|审查|备案|配备|建成|建立|实现|执行|兑现|处置|合格|到位|销号|持证|上岗|清零|见底|入库|网办|接入|设立|下沉|达到|做到|有效"
_RESULT_OF = "水平|能力|效率|效能|质效|质量|意识|素养|体验|感受|环境|负担|难题|顾虑|次数|时间|时限|成本|争议|矛盾|纠纷|活力|渠道|堵点|便利|服务"

_PATTERNS = tuple(
    (kind, patterns.compile(pattern))
    for kind, pattern in (
        ("effect", rf"(?:促进|推动|助推|带动)了?[^，]{{2,}}?(?:{_GOAL})$|(?:让|使)[^，]+(?:更|既|得到|享受|感受|有了|满意|放心|便捷|少跑)"),
        ("outcome", r"(?:充分|有效|积极|较好|很好)地?发挥了?.*作用|发挥了?[^，]*(?:积极|重要|关键|良好|突出|显著|有力)的?作用|(?:起到|产生|达到)了?.*(?:作用|效果|效应|目的)"),
        # 群众满意率稳步提升, 得到明显改善, 更加规范: how it stands now, at the end of the clause
        ("degree", rf"(?:{_DEGREE}(?:得到|得以|实现)?了?|(?:得到|得以|实现)了?{_DEGREE}的?)(?:{_CHANGE}|{_STATE})(?:了)?$"),
        ("degree", r"(?:得到|得以|获得)了?[^，的]{0,4}(?:落实|解决|处理|保障|充实|缓解|遏制|维护|扭转)$|稳中有[升进降]|双提升$|再创新高|历史新高"),
        # 有效提升办事效率, 大幅压减时限, 切实维护权益: what was made so
        ("degree", rf"(?:{_STRONG})地?(?:{_CHANGE}|{_KEEP}|方便)了?(?=[^的]|$)"),
        ("degree", rf"{_DEGREE}(?:提升|提高|增强|改善|优化|降低|缩短|压缩|压减|激发|激活|扩大|拓宽|释放)了?(?!级)"),
        ("degree", r"(?:成效|效果|成果|优势|作用|亮点|收效)(?:十分|非常|更加|日益|不断)?(?:显著|明显|凸显|突出|显现|初显|良好|斐然)|深入人心|蔚然成风|焕然一新|卓有成效|成绩斐然|走深走实|家喻户晓"),
        ("degree", r"(?:再上|迈上|跃上|登上|迈入)了?(?:一个)?新?的?(?:台阶|水平|阶段)|迈出了?(?:坚实|重要|新)[^，]{0,3}步伐|(?:质的|长足|历史性)[^，]{0,2}(?:飞跃|提升|进步|突破)|新(?:进展|成效|突破|跃升|提升|成绩|局面)$"),
        ("outcome", r"(?:取得|收到|收获|见到|展现|显现|呈现|现|显)了?[^的]{0,10}的?[^的]{0,4}(?:成效|实效|成果|成绩|突破|进展|效果|佳绩|变化|好评)"),
        ("outcome", r"(?:形成|营造|凝聚|构建)(?:了|起|出)?.*(?:合力|格局|氛围|局面|声势|良好态势|闭环|长效机制|良性循环)$|提供了?[^，]{0,4}(?:坚强|有力|坚实|良好)[^，]{0,8}(?:保障|支撑)$|保驾护航$|(?:筑牢|夯实|树立|营造)了[^，]{2,}$"),
        ("outcome", r"(?:赢得|获得|得到|受到|深受|广受)了?.*(?:好评|认可|赞誉|肯定|称赞|欢迎|点赞|喜爱|信赖)|(?:反响|影响)(?:热烈|良好|强烈)|圆满成功|(?:示范|带动|放大)效应[^，]{0,4}显现|有机统一$|亮点纷呈|层出不穷|拍手称快|成为[^，]{0,8}(?:样板|标杆|典范)"),
        ("universal", rf"(?:全部|全都|均已?|全数|悉数|无一例外)(?:实现|依法|按期|按时|如期|得到|及时)?了?[^，]{{0,6}}?(?:{_DONE})"),
        ("universal", r"全覆盖(?!的|式|检查|机制|体系)|应\w尽\w|零(?:投诉|差错|败诉|事故|发生|违规|延误|上访|积压|遗漏|复议|诉讼)|(?:圆满|顺利|如期|全面|全部|高质量|高标准|超额|较好地?)完成|动态清零$|全部清零"),
        ("universal", r"(?:制度|责任|要求|措施|任务)(?:全面|全部)落实$|无一?[例件起](?!外|子)|村村有|件件有(?:回音|着落|答复|结果)|小事不出村|大事不出镇|矛盾不上交|案结事了|无一[例件起遗]|(?:未|没有)发生过?(?:一[起例件]|重大|任何)|百分之百|全员(?:持证|参训|达标)|覆盖(?:所有|全部)"),
        ("emergence", r"(?:不断|大量|持续|竞相)?涌现|(?:一大批|大批|大量|众多)[^，]*?(?:化解|解决|办结|落地|受益)|(?:化解|解决|消除|处置|吸附)在(?:了)?(?:基层|萌芽|源头|一线|诉前|首次|初始|村居)"),
        ("effect", rf"^(?:从而|进而|并|也|以此|切实|实地|最大限度)?(?:提升|提高|增强|改善|优化|减少|降低|缩短|解决|破解|激发|激活|杜绝|打通|减轻)了?(?!级|版)[^，]*(?:{_RESULT_OF})[^，]{{0,4}}$"),
        ("rate", rf"(?P<rate>{_RATE})[^，]{{0,8}}(?:名列前茅|前列|领先|第一方阵|较高|居首|高位)"),
    )
)  # fmt: skip
_NAMES_RATE = patterns.compile(_RATE)
_AIM = patterns.compile(
    r"力争|力求|争取|以期|旨在|致力|为了|(?<!经过)(?<!共同)(?<!不懈)努力(?!下)|确保|(?:作为|设定|明确)[^，]{0,6}目标$|以[^，]{2,}为目标|目标[是为]|计划[于在到用将]|(?<![模虚草])拟"
    r"|有待|仍需|尚需|亟待|亟需|还需|需要(?!的)|应当|下一步|今后|如何|能否|是否"
    r"|^(?:为(?![企群民基]|[^，]*提供)|以(?!案)|围绕|聚焦|针对|着眼|关于|就(?![业诊医学地近])|对(?![口外])|将(?![^，]*在(?:基层|萌芽|源头|诉前))|要(?![素件闻求])|要求(?!圆满|全面|如期|按时)|根据|依据|结合|立足|坚持|着力|不得|可(?:以|$)|研究(?!成果)|探索|督促|指导|部署)"
    r"|^明确|^按照(?![^，]*完成)|的(?:措施|决定|论述|机制|意见|要求)$"
)
_NAME_AFTER = patterns.compile(
    r"^[^，]{0,12}(?:行动|工程|计划|活动|专项|攻坚战?|方案|办法|意见|通知|培训班?|讲座|会议|推进会|座谈会|大会|论坛|课题|工作机制|专班|试点)"
)
_NAME_AT_END = patterns.compile(r"(?:行动|工程|计划|活动|专项|攻坚战?|方案|培训班?|讲座|论坛|课题|试点)$")
_NAME_BEFORE = patterns.compile(r"开展|实施|制定|出台|举办|印发|组织|召开|建立|编制|推行|启动|探索|参加|完善|举行")
_LONGEST = 400
"""Characters: a longer clause is no prose, and the patterns may look ahead from every place in it."""


@lru_cache(maxsize=1)
def _sieve() -> Sieve:
    return Sieve("claims", [pattern for _, pattern in _PATTERNS])


class Claim(NamedTuple):
    """A claim: ``span`` its words, ``clause`` the clause it stands in. needs_rate: its subject is a rate or an index."""

    span: Span
    clause: Span
    kind: str
    needs_rate: bool


def find_claims(text: str, bare: str, sentence: Span) -> Iterator[Claim]:
    """The claims of one sentence, at most one a clause. ``bare``: the text with quotations and brackets masked."""
    masked = bare[sentence.start : sentence.end]
    sieve = _sieve()
    places = sieve.places(masked)
    if not places and not sieve.always:
        return
    clauses = list(split_clauses(masked, Span(0, len(masked))))
    upcoming = iter(places)
    at, bits = next(upcoming, (len(masked), 0))
    for number, clause in enumerate(clauses):
        possible = sieve.always
        while at < clause.end:
            possible |= bits if clause.start <= at else 0
            at, bits = next(upcoming, (len(masked), 0))
        if not possible:
            continue
        words = masked[clause.start : clause.end].strip().rstrip("。！？；")
        if len(words) > _LONGEST or _AIM.search(words):
            continue
        for bit, (kind, pattern) in enumerate(_PATTERNS):
            match = pattern.search(words) if possible >> bit & 1 else None
            if match is None or (kind == "effect" and number == 0 and len(clauses) > 1) or _is_name(words, match):
                continue
            offset = sentence.start + masked.index(words, clause.start)
            end = len(words) if kind in ("degree", "effect") else match.end("rate") if kind == "rate" else match.end()
            span = Span(offset + match.start(), offset + end)
            if not stands(text, *span):
                continue
            rate = _NAMES_RATE.search(words[: match.end()]) is not None
            yield Claim(span, Span(sentence.start + clause.start, sentence.start + clause.end), kind, rate)
            break


def _is_name(words: str, match: re.Match[str]) -> bool:
    """Is the match part of the name of an action (开展执法质量提升行动) rather than its result?"""
    before, after = words[: match.start()], words[match.end() :]
    if _NAME_AT_END.search(words) and match.end() < len(words):
        return True
    return bool(_NAME_AFTER.match(after) and (_NAME_BEFORE.search(before) or not before))


@fact
def claims(report: Report) -> dict[Span, tuple[Claim, ...]]:
    """Sentence to its claims of result or degree; sentences of measures only."""
    masked = bare(report)
    return {s.span: tuple(find_claims(report.text, masked, s.span)) for s in sentences_of(report, report.kind.deeds)}


def claims_in(report: Report, sentence: Sentence) -> tuple[Claim, ...]:
    """The claims of a sentence."""
    return claims(report).get(sentence.span, ())
