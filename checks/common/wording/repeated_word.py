"""同一个词写了两遍。

“的的”“进行进行”“工作工作人员”多半是改稿时留下的；“实现……实现……”“切实……切实……”在一个分句里用两次，读来重复。“常常”“层层”“一件一件”
“磕磕碰碰”“商量商量”这样的叠词，地名接着机构（“运城市城市管理局”），不提。
"""

from collections.abc import Iterator
from itertools import chain

from reportlint.document.source import Span
from reportlint.facts.prose.doubled import COUNTING, goes_on, is_again, is_doubled, is_head, is_name, is_tail, is_thrice
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.reduplication import is_reduplication
from reportlint.language.words.verbs import ends_in_verb, is_verb
from reportlint.language.words.word_boundaries import cut, stands
from reportlint.report import Report

TITLE = "词语重复"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n办结群众反映⟦的的⟧案件36件。",
    "一、主要举措和成效\n对36件案件⟦进行进行⟧评查。",
    "一、主要举措和成效\n⟦实现41类许可事项实现⟧全程网办，办件320件。",
    "一、主要举措和成效\n健全⟦行政执法行政执法⟧监督制度6项。",
    "一、主要举措和成效\n执法人员⟦在在⟧规定期限内办结36件。",
    "一、主要举措和成效\n组织窗口⟦工作工作⟧人员轮训36人次，⟦共共⟧查处违法行为12起，办结36⟦件件⟧。",
    "一、主要举措和成效\n印发《⟦关于关于⟧加强执法的通知》，⟦切实做好切实⟧登记36户。",
    "一、主要举措和成效\n依靠群⟦众众⟧反映核查线索36条，县政⟦府府⟧印发办法3件。",
    "一、主要举措和成效\n对“⟦食品食品⟧”领域检查12次，推进⟦城市城市⟧更新6项。",
    "一、主要举措和成效\n⟦召开了召开⟧协调会6次，⟦纳入到纳入⟧考核12项，⟦制定出台制定⟧文件3件。",
    "一、主要举措和成效\n通过入户走访⟦等等⟧方式收集诉求36条，优化⟦流程的流程⟧，邀请⟦人大代表、人大代表⟧、委员36人。",
    "一、主要举措和成效\n窗口好评率⟦达到达⟧99.2%，办件36件。",
    "一、主要举措和成效\n9月底⟦前前⟧完成修订6件，全县⟦共有执法人员共⟧312名，⟦共计发放救助金共计⟧36万元。",
    "一、主要举措和成效\n举行听证⟦会会⟧6次，⟦推推⟧进改革12项，⟦到到⟧外地交流6次。",
    "一、主要举措和成效\n对⟦全县全县⟧36个加油站检查2轮。",
    "一、主要举措和成效\n学习党的二十届三⟦中全会会议⟧精神6次，县政府⟦常务会会议⟧研究议题36项。",
    "一、主要举措和成效\n⟦召开召开⟧推进会6次，对36个部门⟦进行督察考核进行⟧通报。",
    "一、主要举措和成效\n完善⟦责任体系的责任体系⟧6项，⟦各级各级⟧河长巡河36次。",
    "一、主要举措和成效\n⟦实现6个部门的36类证照实现⟧在线核验，⟦切实提升并切实⟧巩固培训成果；⟦有效提升了干部依法办事能力有效提升⟧。",
    "一、主要举措和成效\n检查门店36家，⟦立案查处立案⟧12起；制作质量⟦不高不高⟧的6份案卷已退回。",
    "一、主要举措和成效\n⟦根据按照⟧市局要求检查36次，学习宪法⟦以及与⟧水利政策法规，⟦36传达36次⟧；依据《关于开展评查的⟦通知》通知⟧要求，发现问题2⟦个个⟧。",
    "一、主要举措和成效\n⟦实现证照在线核验的实现⟧，⟦已督促经营户已⟧整改36处，⟦发挥法律顾问在决策、合同审查等方面发挥⟧重要作用，⟦在全镇范围内宣传36场，在全镇范围内⟧回访，⟦使使⟧36户受益，向商户⟦减费减费⟧36万元。",
    "一、主要举措和成效\n将渔政评查⟦纳入列入⟧年度考核36分，⟦召开举行⟧护渔座谈6次，组织护渔宣传⟦月活动月⟧、主题党⟦日活动日⟧6次。",
    "一、主要举措和成效\n⟦增强执法人员增强⟧法治意识36人，在区⟦委、委⟧区政府领导下检查36次，制度⟦逐步逐渐⟧健全。",
    "一、主要举措和成效\n⟦实现执法事项进平台、进窗口的有效实现⟧，⟦对商户的宣传教育工作开展了面对面宣传教育⟧。",
    "一、主要举措和成效\n⟦汇编《行政执法案例汇编》⟧36册，按照县委办⟦文件下发的《学法方案》的文件⟧要求，在今后一段⟦时间时期⟧学法36次。",
    "一、主要举措和成效\n⟦推进护渔协作不断推进走深⟧，巡查36次，⟦存在的突出矛盾存在的⟧原因逐条查明。",
    "一、主要举措和成效\n青岚⟦县县⟧水利局12人参训，⟦审批过程实行审批全过程⟧公开36项。",
    "一、主要举措和成效\n回收废旧农膜36吨，⟦并并⟧建立台账12本。",
    "一、主要举措和成效\n评查组对36卷案卷⟦逐卷逐卷逐卷⟧核对。",
]
GOOD = [
    "一、主要举措和成效\n制定文件制定程序规定1部，印发文件印发流程图36份。",
    "一、主要举措和成效\n联席会议召开会议12次，办件用时由每月平均36天降至每月平均12天。",
    "一、主要举措和成效\n对能够合并的合并、需要取消的取消，压减检查事项46项；劳动争议调解中心调解26件，各调解组织调解36件。",
    "一、主要举措和成效\n常常下沉一线，层层压实责任，逐条逐项核对，一件一件化解，共36件。",
    "一、主要举措和成效\n达到目的的有36件，为了了解情况走访120户。",
    "一、主要举措和成效\n实现网办率98%，并实现跨省通办36项。",
    "一、主要举措和成效\n人民法院院长旁听36次，在工作中中标的12家企业已约谈。",
    "一、主要举措和成效\n运城市城市管理局移交案卷12卷，派出所所长走访36户户籍人口，处以6处处罚。",
    "一、主要举措和成效\n中共共青团县委支部12个，对对联作品评审36副。",
    "一、主要举措和成效\n法院院长、全国国有企业、执法法定程序、当地地名、为了了解情况，走访120户。",
    "一、主要举措和成效\n对实现盈利的12家企业实现应纳尽纳。",
    "一、主要举措和成效\n推行“马上就办办就办好”，方方面面的问题等等都有答复，共36件。",
    "一、主要举措和成效\n进行政策评估12次、进行公开征求意见6次。",
    "一、主要举措和成效\n把把关作用发挥到位，按程序程序化推进6项，执法检查执法人员12次，清理企业的企业标准6项，共计共享数据36条。",
    "一、主要举措和成效\n通过通过率较高的网上方式办件36件。",
    "一、主要举措和成效\n县妇联联合县检察院救助12人，法院院领导接访6次，财政部门部署清欠，追回农民工工资36万元。",
    "一、主要举措和成效\n9月底前前置审批事项减少12项，全县共有公共服务站36个。",
    "一、主要举措和成效\n邻里磕磕碰碰难免，坐下来商量商量，脚踏实地地化解，一个问题一个问题地解决36个。",
    "一、主要举措和成效\n意见转有关局办办理36件，线索交市检检查核实12条，委员所提提案6件，县人大常委会会议3次，县委宣传部部署普法6次。",
    "一、主要举措和成效\n学校校（园）长、各镇镇（街）长36人参训，及时受理并及时办结36件，实现36个部门的数据共享并实现核验。",
    "一、主要举措和成效\n干部上门的上门、走访的走访，谁也没想到到年底积案全部清零，共36件。",
    "一、主要举措和成效\n学习宪法以及与水利相关的法规6次，机关和与会人员36人，规范和及时公开信息，将《关于开展评查的通知》通知各镇。",
    "一、主要举措和成效\n落实加计抵减减税政策惠及36户，缓缴缴费36户，留抵退退税36户，减免免税36户。",
    "一、主要举措和成效\n群众的操心事件件有着落，民生实事桩桩有回音，城乡社区处处见法治文化，已督促经营户整改的已销号36处。",
    "一、主要举措和成效\n编制护渔清单并列入、纳入两级考核36项，护渔宣传月活动月底结束，护渔会议会务由站点承担，提高群众参加参与式巡护积极性。",
    "一、主要举措和成效\n全县县、乡、村三级护渔员36名，青岚镇镇、村两级干部12人参训。",
    "一、主要举措和成效\n罚没款12万元，其中生活垃圾分类类案件36件、垃圾分类类12件。",
    "一、主要举措和成效\n提高干部提高服务水平的能力，在区委、区政府领导下检查36次，制度逐步健全。",
    "一、主要举措和成效\n提前将将届满的捕捞证推送渔民36件，推进专班工作持续推进，存在的问题和存在的原因逐条查明。",
    "一、主要举措和成效\n实现案案留痕、企企达标、人人过关，档案案案可查，做到卷卷归档，编印《行政执法案例汇编》36册。",
    "一、主要举措和成效\n网办件数节节上升12%，企业户数年年增长6%。",
    "一、主要举措和成效\n评查组对36卷逐卷逐卷核对，一卷一卷一卷地过，某某某某某某公司整改12项。",
]

_PLAIN = (
    "of-itself",
    "meeting",
    "led-in",
    "all-of",
    "altogether",
    "again-in-list",
    "reaches",
    "to",
    "of-bodies",
    "done-again",
    "of-itself-again",
    "goes-on-again",
    "whose-cause-again",
    "in-field",
    "how-again",
    "where-again",
    "title-and-kind",
    "in-row",
    "name-ends-again",
    "whose-again",
    "body-again",
    "of-work-again",
    "compiled-again",
    "paper-again",
    "process-again",
    "level-again",
)
"""Rules whose matches need no closer look."""
_SUMMED = frozenset(("平均", "累计", "共计", "合计", "总计"))
_ALL_LEVELS = "各级"
"""It is never told twice for emphasis."""
_NOUNS_TOO = frozenset("法治 政策 工作 服务 管理 监督 教育 培训 保护 保障 执法 诉讼 调解 规范 建设 会议 活动".split())
"""Verbs that name things as often."""
_THINGS = patterns.compile("[一-鿿、]{2,20}?(?:政策|法规|法律|知识|规定)(?=[，。；\\d])")
"""A list of things that are known, whatever is done with them: 社会救助、养老服务政策法规."""
_CLAUSE = patterns.compile("[^，。；：、！？（）,;:!?()\n]+")


def check(report: Report) -> Iterator[Finding]:
    rules = load_phrases(__file__, "repeated_word")
    for line in written(report):
        for match in rules["twice"].pattern.finditer(report.text, *line):
            one, two = Span(match.start(), match.end(1)), Span(match.end(1), match.end())
            if is_thrice(report.text, two):  # 逐项逐项 is said on purpose, but not so
                yield _doubled(Span(one.start, two.end + len(match[1])), match[1])
            elif (
                (len(match[1]) > 2 or match[1][0] not in COUNTING or match[1] == _ALL_LEVELS)
                and not goes_on(report.text, two)
                and not is_reduplication(report.text, one)
                and is_doubled(report.text, one, two)
            ):
                yield _doubled(Span(*match.span()), match[1])
        for match in rules["again"].pattern.finditer(report.text, *line):
            word = next(filter(None, match.groups()))
            one, two = (
                Span(match.start(), match.end() - (match["word"] is not None)),
                Span(match.end(), match.end() + len(word)),
            )
            if (
                (not match["word"] or is_again(report.text, word, two))
                and not (match["count"] and is_name(report.text, one, word))
                and stands(report.text, *one)
                and stands(report.text, *two)
            ):
                yield _doubled(Span(one.start, two.end), word)
        for match in chain.from_iterable(rules[name].pattern.finditer(report.text, *line) for name in _PLAIN):
            yield _doubled(Span(*match.span()), next(filter(None, match.groups())))
        for match in rules["made-again"].pattern.finditer(report.text, *line):
            if not ends_in_verb(match["whom"]):  # 要求企业落实已签承诺
                yield _doubled(Span(*match.span()), match[1])
        for match in rules["listed"].pattern.finditer(report.text, *line):
            yield _doubled(Span(*match.span()), match[1] or match[2])
        for match in rules["and-so-on"].pattern.finditer(report.text, *line):
            yield _doubled(Span(*match.span()), "等")
        yield from _same_meaning_and_figures(report, line)
        for match in rules["measure"].pattern.finditer(report.text, *line):
            closes = not report.text[match.end() : match.end() + 1].isalpha()  # 问题2个个，
            if closes or stands(report.text, match.end() - 1, match.end()):
                yield _doubled(Span(match.start(1), match.end()), match[1])
        for match in rules["tail"].pattern.finditer(report.text, *line):
            if is_reduplication(report.text, Span(match.start(), match.end(1))):
                continue
            if is_tail(report.text, match.start()) or is_head(report.text, match.start()):
                yield _doubled(Span(*match.span()), match[1])
        verbs = rules["verb"].pattern.findall(unquoted(report), *line)
        if len(verbs) == len({*verbs}):
            continue
        for clause in _CLAUSE.finditer(unquoted(report), *line):
            yield from _same_verb(report, Span(*clause.span()))


def _same_meaning_and_figures(report: Report, line: Span) -> Iterator[Finding]:
    """纳入列入; 根据按照, 以及与 before things alone; 26传达26次."""
    rules, text = load_phrases(__file__, "repeated_word"), report.text
    for match in rules["twice-told-function"].pattern.finditer(text, *line):
        span = Span(*match.span())
        rest = _CLAUSE.match(text, span.end)
        acts = match["joins"] and rest and any(is_verb(word) and word not in _NOUNS_TOO for word in cut(rest[0]))
        acts = acts and not _THINGS.match(text, span.end)
        if not acts and stands(text, *span):
            yield Finding(span, f"“{match[0]}”是两个意思相同的虚词叠用。", "请删去一个。")
    for match in rules["synonyms"].pattern.finditer(text, *line):
        if stands(text, *match.span()):
            yield Finding(Span(*match.span()), f"“{match[0]}”是两个意思相同的词叠用。", "请删去一个。")
    for match in rules["figure-again"].pattern.finditer(text, *line):
        if is_verb(match["act"]):
            yield Finding(Span(*match.span()), f"“{match['count']}”写了两遍，句子不通。", "请核对，删去一个。")


def _doubled(span: Span, word: str) -> Finding:
    return Finding(span, f"“{word}”写了两遍。", f"请核对；多半应写作“{word}”。")


def _same_verb(report: Report, clause: Span) -> Iterator[Finding]:
    """A verb twice in a clause that no word joins."""
    rules = load_phrases(__file__, "repeated_word")
    seen: dict[str, Span] = {}
    for match in rules["verb"].pattern.finditer(unquoted(report), *clause):
        verb, span = match.group(), Span(*match.span())
        if not stands(report.text, *span):
            continue
        first = seen.get(verb)
        joins = rules["changed" if verb in _SUMMED else "joined"].pattern
        joined = first and joins.search(unquoted(report), first.end, span.start)
        if first and not joined and first.end < span.start:
            yield Finding(Span(first.start, span.end), f"一个分句里用了两次“{verb}”。", "请删去一个，或者分成两句。")
        seen[verb] = span
