"""混淆的用语：字面相近，法律上是两回事。

如“法制政府”应为“法治政府”，“行政权利”应为“行政权力”。用得对不对要看前后的词：“法制审核”“执法制度”“法制办”是对的，不提。引号里的也查，
书名号里的不查。词列在 facts/statements/confused_term.yaml 里，每条写明理由。

法律用语看是谁、对谁、在哪个程序里用：行政机关处的是“罚款”，法院判的才是“罚金”；人大代表提“建议”，政协委员提“提案”；征收土地，征用车辆；
仲裁机构“裁决”，法院“判决”；检察院发“检察建议”，法院发“司法建议”，监委发“监察建议”。按领域列在 confused_term_*.yaml 里，每条写明依据。
各种程序（行政诉讼、行政复议、仲裁、调解、信访、法律援助、行政执法、发文）各有哪些用语，列在 procedures.yaml 里：一句话说的只是这种程序，
却用了别的程序的用语（复议的“原告”、仲裁的“判决”、城管局的“侦查”、乡镇的“规章”），就提出来。

四个字以上的法律、公文用语，错成音近、形近的一个字，或者相邻两个字颠倒，写出来又不成词的（“行政应述”“依法行证”“社区矫整”），也会提出。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.names.bodies.institutions import misnamings
from reportlint.facts.prose.masks import pairs, untitled
from reportlint.facts.prose.script import is_traditional
from reportlint.facts.prose.written import written
from reportlint.facts.statements.phrase_faults import phrase_faults
from reportlint.facts.statements.wrong_words import apart_from, confused_terms, misused_words
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.near_terms import find_near_terms
from reportlint.report import Report

TITLE = "用语混淆"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n学习《中国共产党纪律处分条例》《中华人民共和国民法典》等⟦法律法规⟧12次。",
    "一、主要举措和成效\n查处⟦接纳成年人⟧的网吧3家，约谈⟦旅游社⟧6家，健全⟦村司法调解⟧机制，⟦聚集目标⟧，⟦严格依法执政⟧，办结36件。",
    "一、主要举措和成效\n编写⟦反应⟧执法情况的简报12期。",
    "一、主要举措和成效\n推进⟦法制政府⟧建设，办理案件36件。",
    "一、主要举措和成效\n公布⟦权利清单⟧312项。",
    "一、主要举措和成效\n规范行政⟦权利运行⟧，清理事项41项。",
    "一、主要举措和成效\n运用⟦法制思维⟧和⟦法制方式⟧化解矛盾36件。",
    "一、主要举措和成效\n群众⟦反应问题⟧320个，全部答复。",
    "一、主要举措和成效\n听取当事人⟦陈诉⟧和申辩46次，公安机关⟦侦察终结⟧2件。",
    "一、主要举措和成效\n打造“⟦法制文化⟧”长廊3处，保护公民⟦合法权力⟧，援助36件。",
    "一、主要举措和成效\n⟦人民调节⟧组织36个，⟦制订规章⟧2件，⟦违犯程序⟧的3件案件退回。",
    "一、主要举措和成效\n收到⟦检查建议书⟧11份。",
    "一、主要举措和成效\n办理⟦行政应述案件⟧36件，推进⟦依法行证⟧，走访⟦社区矫正对向⟧12名。",
    "一、主要举措和成效\n开展⟦公平竞挣审查⟧46件，⟦社区校正⟧12人，⟦规范性文见备案⟧11件，上缴⟦罚没收人⟧36万元。",
    "一、主要举措和成效\n推进⟦政府信息工开⟧，受理⟦行政议复⟧36件。",
    "一、主要举措和成效\n与检察院完善府检联动，⟦检查建议⟧回复率100%，⟦被申请人出庭应诉⟧36次。",
    "一、主要举措和成效\n市场监管局收缴⟦罚金⟧36万元，⟦扣压⟧车辆12台。抓获⟦犯罪嫌疑犯⟧6名。",
    "一、主要举措和成效\n办理⟦人大代表提案⟧36件，收到县检察院⟦司法建议⟧2份，仲裁委员会作出⟦判决⟧12件。",
    "一、主要举措和成效\n⟦征用集体土地⟧36亩，帮助老人追索⟦抚养费⟧12件，办法自7月1日⟦起实行⟧。",
    "一、主要举措和成效\n仲裁委受理案件36件，⟦原告⟧撤回3件；为36⟦名被告⟧提供法律援助。",
    "一、主要举措和成效\n水利局⟦侦查⟧采砂线索6条，采取查封、⟦扣押等行政处罚⟧12次；街道⟦出台规章⟧2件。",
    "一、主要举措和成效\n办理⟦行政起诉案件⟧36件，败诉2件，⟦原告⟧撤回复议申请12件，⟦企业法定代理人⟧参训36人。",
    "一、主要举措和成效\n⟦推荐依法行政⟧，学习党的二十大和⟦历届全会⟧精神6次、⟦党内法律法规⟧12次，传达⟦中央依法治国工作会议⟧精神。",
]
GOOD = [
    "一、主要举措和成效\n完善行政复议与行政审判衔接机制，会商12次。",
    "一、主要举措和成效\n学习《中国共产党章程》等党内法规和《中华人民共和国民法典》等法律法规12次。",
    "一、主要举措和成效\n向成年人开放健身房6处，排查人员聚集重点场所36处，党委依法执政、政府依法行政，法院司法调解36件。",
    "一、主要举措和成效\n重大执法决定法制审核46件，执法制度更加完善。",
    "一、主要举措和成效\n推进法治政府建设，公布权力清单312项。",
    "一、主要举措和成效\n保障公民合法权利，制约行政权力。",
    "一、主要举措和成效\n区政府法制办与《法制日报》合作，举办法制讲座12场。",
    "一、主要举措和成效\n群众反映问题320个，形成应急反应问题台账，检查企业反应装置36套、企业反应釜12台。",
    "一、主要举措和成效\n公民权力求得到保障，提出检查建议36条。",
    "一、主要举措和成效\n制订工作方案3份，调节供水压力12次，实地考察36次。",
    "一、主要举措和成效\n行使行政权力，保障行政相对人的权利，受理诉讼权利告知36件。",
    "青岚县2013年依法行政工作报告\n一、主要举措和成效\n开展法制宣传教育12场，培训36人。",
    "一、主要举措和成效\n学习宪法制定历史，完善立法制度。",
    "一、主要举措和成效\n法院判处罚金36万元，生态环境局罚款12万元，移送犯罪嫌疑人6名。",
    "一、主要举措和成效\n办理人大代表建议36件、政协委员提案12件，收到县检察院检察建议2份、县法院司法建议3份，法院作出判决12件。",
    "一、主要举措和成效\n应急征用车辆36台，调解抚养费纠纷12件，自7月1日起实行错时服务制度。",
    "一、主要举措和成效\n加强行政执法监督，行政处罚、行政检查、行政检察监督衔接，办理36件。",
    "一、主要举措和成效\n整合行政复查人员12名，依法行使职权，其中合行政执法局案卷6份。",
    "一、主要举措和成效\n学习习近平法治思想，做好卫生执法工作36次，执法公示率100%。",
    "一、主要举措和成效\n与检察院、法院健全府检联动、府院联动机制，复议机关作为共同被告的案件6件，未成年人的法定代理人到场12人次。",
    "一、主要举措和成效\n不服仲裁裁决起诉的6件，原告胜诉1件；水利局移送公安机关侦查采砂案件2件；镇政府贯彻省政府规章，清理规章制度12项。",
    "一、主要举措和成效\n月末成年人社会保障卡换发36张，年末经营主体登记36户。",
    "一、主要举措和成效\n公证员6名、劳动仲裁员12名入驻，公证处、仲裁机构接待36人次。",
    "一、主要举措和成效\n权利清单与权力清单同步公开：前者列村民可申请的事项46项，后者列村级小微权力32条。",
    "一、主要举措和成效\n组织干部旁听庭审2次，学习《中华人民共和国行政复议法》3次。",
    "一、主要举措和成效\n问题真改实改，对36件督办事项真督实查，送达时告知复议、诉讼期限，撤换法制宣传旧栏目6个，原法制文化广场改建为法治公园1处。",
    "一、主要举措和成效\n向省里推荐依法行政先进单位1个，学习党内法规和国家法律12次，落实中央依法治国办通知，开展重大渔政执法决定法制审核36件。",
    "一、主要举措和成效\n镇务公开栏、院务公开栏公示补贴36项。",
    "一、主要举措和成效\n通报药品不良反应监测情况12期，快速反应处置情况36期。",
]


_PARTY_RULES = load_phrases(__file__, "party_rules")["party-rules"].pattern
_NAMED = "党内法规"


def check(report: Report) -> Iterator[Finding]:
    if is_traditional(report):
        return
    for line in written(report):
        for match in _PARTY_RULES.finditer(report.text, *line):
            if _NAMED not in report.words(line):
                message = f"前面列有党内法规，不能都归到“{match['wrong']}”里。"
                advice = "请核对；通常写作“法律和党内法规”。"
                yield Finding(Span(*match.span("wrong")), message, advice, severity=Severity.INFO)
    listed = confused_terms(report)
    for span, right, why in listed:
        yield Finding(span, f"“{report.words(span)}”疑为“{right}”之误：{why}", f"请核对；通常写作“{right}”。")
    if not (near := sorted(find_near_terms(untitled(report), written(report), pairs(report)), key=_widest_first)):
        return
    told = [use.span for use in (*listed, *misused_words(report))]
    told += [fault.span for fault in phrase_faults(report)]
    told += [name.span for name in misnamings(report)]
    for span, right in apart_from(told, near):
        yield Finding(span, f"“{report.words(span)}”疑为“{right}”之误。", f"请核对；通常写作“{right}”。")


def _widest_first(near: tuple[Span, str]) -> tuple[int, int]:
    return near[0].start, -near[0].end
