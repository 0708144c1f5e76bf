"""词语搭配不当，或者两种说法混在一起。

“提高执法力度”“加大执法水平”“开展推进会”“夯实监管职责”这样的话，动词带不了那样的宾语：力度要“加大”，水平要“提高”，会要“召开”。只看分句一开头的（前面可以有单位和“进一步”之类）
动词和它的宾语，中间还有别的动词的，不提；“浓厚的营商环境”“进展如期完成”同理；引号里的文字不查。哪个动词带不了哪些宾语，列在同名的 yaml 里。

“围绕建设平安乡镇为目标”是“围绕……目标”和“以……为目标”混在了一起，“全部基本完成”是两个程度不能同时成立，“认真省、市部署”漏了动词，列在 mixed_frames.yaml 里。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.nouns import is_noun
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import is_crossed, stands
from reportlint.report import Report

TITLE = "搭配不当"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n进一步⟦加大执法水平⟧，检查36次。",
    "一、主要举措和成效\n检查36次，⟦扩大巡查力度⟧，整改12处。",
    "一、主要举措和成效\n⟦夯实镇街监管职责⟧，检查36次；⟦落实普法力度⟧，宣讲12场。",
    "一、主要举措和成效\n全年⟦开展工作推进会⟧6次，⟦召开专项整治⟧3次。",
    "一、主要举措和成效\n一是⟦健全窗口服务水平⟧，培训36人。",
    "一、主要举措和成效\n⟦缩短审批效率⟧，办件36件；⟦履行审核作用⟧，审核12件。",
    "一、主要举措和成效\n县水利局⟦加强政策解读和回应关切力度⟧，解读36次；⟦深化普法实效⟧，⟦促进一流营商环境⟧。",
    "一、主要举措和成效\n坚决⟦纠正乱收费、乱罚款等专项整治工作⟧，全年⟦创建示范基地等2项荣誉⟧。",
    "一、主要举措和成效\n⟦围绕建设平安乡镇为目标⟧，调解36件；⟦利用宪法宣传周为契机⟧，宣讲12场。",
    "一、主要举措和成效\n36项任务⟦全部基本⟧完成，⟦由县委的坚强领导下⟧，力度⟦最为空前⟧。",
    "一、主要举措和成效\n营造⟦浓厚法治营商环境⟧，任务⟦进展如期完成⟧，以法治⟦赋能乡村振兴新篇章⟧，⟦坚实法治基础⟧。",
    "一、主要举措和成效\n⟦认真省、市⟧部署，⟦召开4次专题研究⟧法治工作，⟦加大普法力度和培训⟧。",
    "一、主要举措和成效\n⟦夯实队员法治素养⟧，⟦形成了上下联动的监管局势⟧，事项⟦纳入规范化渠道⟧，全面⟦履行行政执法⟧，着力⟦建设人人守法的氛围⟧，⟦强化宣讲活动⟧12场。",
    "一、主要举措和成效\n调解室被⟦评为“金牌调解室”称号⟧，改革向⟦纵深开展⟧，⟦做好与辅助人员的管理工作⟧，为乡村振兴⟦营造良好环境提供有力保障⟧，机制⟦初步逐步⟧形成。",
    "一、主要举措和成效\n⟦坚实依法治镇根基⟧，研究12次；⟦加执法监督力度⟧，监督36次；程序意识⟦有待不强⟧。",
    "一、主要举措和成效\n着力⟦提高依法行政⟧，培训36人；⟦加强街道职能转变⟧，承接12项；⟦推进省、市关于平安建设的各项工作部署⟧。",
    "一、主要举措和成效\n⟦采取集中授课方式利用每周例会等形式⟧学习36次；⟦建成36个调解站点实体化运行⟧，⟦着力执法人员履职能力提升⟧，⟦大力普法宣传活动⟧。",
    "一、主要举措和成效\n落实⟦省委、全市⟧部署要求，召开党组会议，⟦专题习近平⟧法治思想，治理⟦水平取得新突破⟧，⟦全面柔性执法、说理式执法⟧，培训36人。",
    "一、主要举措和成效\n通过实地评查等方式⟦提高执法力度⟧，以轮训为抓手⟦健全队员办案能力⟧，建立⟦健全各镇、各部门普法力度⟧，邀请法官到学校⟦召开法治讲座⟧36场。",
]
GOOD = [
    "一、主要举措和成效\n进一步加大执法力度，检查36次。",
    "一、主要举措和成效\n落实提升能力的措施，加大投入改善环境，检查36次。",
    "一、主要举措和成效\n夯实镇街监管责任，检查36次；落实普法责任，宣讲12场。",
    "一、主要举措和成效\n召开推进会6次，开展专项整治3次，召开会议部署检查，办结36件。",
    "一、主要举措和成效\n健全窗口服务机制，提高服务水平，培训36人。",
    "一、主要举措和成效\n缩短审批时限，提高效率；落实力度逐级加大，印发《加大执法水平》12份。",
    "一、主要举措和成效\n推动事业发展的成效，提高站位、扛牢责任，促进企业优化环境，检查36次。",
    "一、主要举措和成效\n围绕平安建设，以化解纠纷为目标，抓住宪法宣传周契机，按照公开为常态、不公开为例外的原则，公开36项。",
    "一、主要举措和成效\n在县委坚强领导下，由县委领导下的专班负责，36项任务基本完成，基本农田全部上图。",
    "一、主要举措和成效\n以法治赋能乡村振兴，谱写新篇章，推进法治建设开启新征程，奠定坚实的法治基础，营造浓厚氛围。",
    "一、主要举措和成效\n认真落实省、市部署，党组会召开4次专题研究法治工作，听取法治建设情况汇报，逐件听取36条措施完成情况，加大普法力度和频次。",
    "一、主要举措和成效\n为打造一流营商环境提供保障，宣讲12场；将36项纳入法治化轨道，履行行政执法职责，建设成效的巩固，做好与上级的衔接工作，改革向纵深发展。",
    "一、主要举措和成效\n调解室被评为金牌调解室，获得“示范站”称号；机制初步建立并逐步完善，完成初步设计36项。",
    "一、主要举措和成效\n坚实的依法治镇根基逐步形成，提高依法行政水平，有待不足的问题进一步解决，转变街道职能，推进各项部署落实，承接12项。",
    "一、主要举措和成效\n采取集中授课方式，利用每周例会等形式学习36次；建成站点36个，全部实体化运行；着力提升执法人员履职能力。",
    "一、主要举措和成效\n落实省委和全市性工作会议部署，专题学习法治思想，推行柔性执法、说理式执法，水平提升，普法取得新突破。",
    "一、主要举措和成效\n通过实地评查等方式加大执法力度，在全县范围内开展宣传36场，建立健全普法机制，邀请法官到学校举办讲座36场。",
]


_TOLD = {
    "frame": ("是两种说法，混在了一起", "只用其中一种说法"),
    "degree": ("不能同时成立", "只留一个"),
    "lost": ("之间少了词", "补上漏写的词"),
    "object": ("搭配不当", "换一个词，或者补上漏写的词"),
    "subject": ("搭配不当", "换一个词，或者补上漏写的词"),
}
"""What is wrong, and what to do, by kind of rule."""
_CLAUSE = "clause"
_JOINS = patterns.compile("[、和与及]")
_WORD = 2
"""Characters of a word."""
_SOFT = frozenset((("加强", "力度"), ("加强", "机制")))
"""What good prose has at times, though editors strike it out."""
_LEVELS = frozenset("省市州县区旗镇乡")
"""With what a member of 省、市、县关于普法的部署 begins."""
_FIELDS = frozenset("执法 审批 调解 普法 监管 复议 应诉 许可 处罚 立法 司法 巡查 监督 宣传 培训 服务 管理 检查".split())
"""Verbs that name a field of work, before the noun itself: 普法、执法力度."""
_STAFF = "人员"
_BY_ITSELF = frozenset("力度 专项整治 专项整治工作 整治工作 学习 荣誉 称号 局势".split())
"""Nouns of which a verb before them that is no part of their own name is told: 政策解读和回应关切力度."""


def check(report: Report) -> Iterator[Finding]:
    rules, text = load_phrases(__file__, "collocation"), unquoted(report)
    verbs = {verb: rule for rule in rules.values() for verb in rule.kind.split()}
    for line in written(report):
        for clause in rules[_CLAUSE].pattern.finditer(text, *line):
            match = verbs[clause["verb"]].pattern.match(text, clause.end(), line.end)
            if match and _is_one_object(text[clause.end() : match.start("noun")], match["noun"]):
                span = Span(clause.start("verb"), match.end("noun"))
                if stands(report.text, *clause.span("verb")):
                    verb, noun = clause["verb"], match["noun"]
                    message = f"“{verb}”和“{noun}”搭配不当。"
                    advice = f"请核对；给“{noun}”换一个动词，或者补上漏写的词。"
                    yield Finding(span, message, advice, severity=Severity.INFO if (verb, noun) in _SOFT else SEVERITY)
        yield from _mixed(report, text, line)


def _is_one_object(before: str, noun: str) -> bool:
    """Is all that stands between one object? What is joined to it begins with no other verb: 提高站位、扛牢责任."""
    return noun in _BY_ITSELF or all(_names(part) for part in _JOINS.split(before)[1:])


def _names(part: str) -> bool:
    """Does a member of a list begin with what names something, not with a verb?"""
    word, rest = part[:_WORD], part[_WORD:]
    if len(part) == _WORD and is_verb(part):
        return part in _FIELDS  # 提高认识、排查问题
    return len(part) < _WORD or part[0] in _LEVELS or is_noun(word) or rest.startswith(_STAFF)


def _mixed(report: Report, text: str, passage: Span) -> Iterator[Finding]:
    """Halves of two ways to say it, degrees that exclude each other, subjects that do not do it."""
    for rule in load_phrases(__file__, "mixed_frames").values():
        for match in rule.pattern.finditer(text, *passage):
            first, second = Span(*match.span("one")), Span(*match.span("two"))
            whole = rule.kind == "subject" or stands(report.text, *first)  # 环境 may be the end of 营商环境
            if whole and not is_crossed(report.text, first.end) and not is_crossed(report.text, second.end):
                told, advice = _TOLD[rule.kind]
                yield Finding(
                    Span(first.start, second.end), f"“{match['one']}”和“{match['two']}”{told}。", f"请核对；{advice}。"
                )
