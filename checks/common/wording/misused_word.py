"""写错的词：这样写一定不对。

如“截止12月底”应写作“截至12月底”（“截止日期”是对的），“布署”应写作“部署”，“做出决定”应写作“作出决定”。词列在
facts/statements/misused_word.yaml 里，每条写明理由，可以自己添加；只在有些地方才错的，看前后的词。引号里的也查，书名号里的不查。
“有力的维护了”“更好得服务”里的“的”“得”应为“地”，按警告提出。

表里没有的，常用词错成音近、形近或者部件相同的一个字，或者颠倒了两个字，写出来不成词的（“泛映”“规犯”“溥弱”“务服”），按警告提出，把握小些的按提示，请核对；
换成那个词以后通顺得多、前后又都是公文用语的才提；人名、地名，全文里出现两次以上的说法，引号里的，不提。

漏了一个字、多了一个字的（“干职工”“现将关情况报告如下”“在县委的正确领导，”），按警告提出。
"""

from collections import Counter
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.names.bodies.institutions import misnamings
from reportlint.facts.names.own_places import is_own_name
from reportlint.facts.prose.masks import pairs, unquoted, untitled
from reportlint.facts.prose.script import is_traditional
from reportlint.facts.prose.written import written
from reportlint.facts.statements.lost_words import find_lost_words
from reportlint.facts.statements.phrase_faults import phrase_faults
from reportlint.facts.statements.wrong_words import apart_from, confused_terms, misused_words
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.idioms import find_near_idioms
from reportlint.language.slips.local_names import is_local_name
from reportlint.language.slips.near_terms import find_near_terms
from reportlint.language.slips.near_words import NearWord, find_near_words
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report

TITLE = "错别字词"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
BASIS = "《现代汉语词典》《第一批异形词整理表》《立法技术规范（试行）》"
BAD = [
    "一、主要举措和成效\n⟦截止⟧12月底，全区办理案件36件。",
    "一、主要举措和成效\n⟦截止目前⟧，已培训120人。",
    "一、主要举措和成效\n区长⟦布署⟧执法检查工作。",
    "一、主要举措和成效\n完成12家企业⟦帐户⟧核查。",
    "一、主要举措和成效\n实现⟦复盖⟧全部36个村的目标，审结⟦仲栽⟧案件8件。",
    "一、主要举措和成效\n⟦己经⟧办结36件。",
    "一、主要举措和成效\n⟦做出⟧行政许可决定36件，对3起线索⟦做出⟧处理。",
    "一、主要举措和成效\n案件⟦必需在⟧7日内立案，窗口推行“⟦既来既⟧办”事项12项。",
    "一、主要举措和成效\n新录用⟦公务员报道⟧12名，企业⟦登陆系统⟧36次。",
    "一、主要举措和成效\n召开⟦听政会⟧6次，邀请⟦检查院⟧参加。",
    "一、主要举措和成效\n及时答复群众⟦泛映⟧问题36件，组织⟦陪训⟧12次，⟦规犯⟧执法行为。",
    "一、主要举措和成效\n司法所⟦疏理⟧规约36条，化解隐患后⟦消号⟧12处，印发⟦会议记要⟧6份，人员配备⟦到为⟧。",
    "一、主要举措和成效\n听取专题⟦会报工作⟧6次，执法力量⟦溥弱⟧，优化⟦务服⟧流程12项，依法⟦行驶职权⟧。",
    "一、主要举措和成效\n加强日常⟦监毒⟧36次，制定⟦措失⟧12项，积极⟦探锁⟧基层治理办法，及时⟦拔付⟧资金36万元。",
    "一、主要举措和成效\n追回基金12万元，有力⟦的⟧维护了基金安全，更好⟦得⟧服务企业36家。",
    "一、主要举措和成效\n组织行政执法人员资格⟦考式⟧2场，深入开展⟦巡罗⟧检查12次。",
    "一、主要举措和成效\n调解员比赛报名⟦截止⟧2024年底已有36人。",
    "一、主要举措和成效\n学习党的⟦二十大会议精神⟧6次。",
    "一、主要举措和成效\n对拒不改正的3家⟦予于⟧处罚，⟦既使⟧节假日也巡查，⟦违归⟧占道12起已纠正，工地5处经⟦从新验收⟧后开放。",
    "一、主要举措和成效\n组织全局⟦干职工⟧学法12次，受理⟦行政议申请⟧36件，强化⟦法律顾⟧作用12次。",
    "一、主要举措和成效\n在市局的⟦精心指导⟧，培训12期，积极⟦谈探索⟧新办法6项，由⟦委、县政府⟧表彰。",
    "一、主要举措和成效\n⟦极极⟧推进整改36处，⟦执有执法⟧证36人，⟦火灾期数⟧下降12%，落实“⟦八·五⟧”普法规划，推进⟦行权力⟧公开36项，有序⟦的⟧推进专项检查36次。",
    "一、主要举措和成效\n现将推进法治建设有关情况⟦报如下⟧，收集⟦多面意见⟧36条，落实县委⟦决策部⟧，检查⟦流密集⟧场所36处，严格⟦法合法性⟧审查。",
    "一、主要举措和成效\n对36名代表表示衷心⟦地⟧感谢，传达⟦中央农村会议⟧精神6次。",
]
GOOD = [
    "一、主要举措和成效\n抽取行政处罚卷120本，按人口和执法量配置力量36名。",
    "一、主要举措和成效\n建立案卷月评制度和月检、季评制度，稳稳守住安全底线，检查36次。",
    "一、主要举措和成效\n开展行政纠错36件、营商环评12件、法治课36节，聘请法律顾问36名，培训36人。",
    "清漳市人民政府2023年度法治政府建设情况报告\n一、主要举措和成效\n清漳市人民政府审查合同36份。",
    "一、主要举措和成效\n单案调解时长缩短至6天，单案罚款5万元以上的3起。",
    "一、主要举措和成效\n报名的截止日期为12月1日，材料至月底截止。",
    "一、主要举措和成效\n截至12月底，全区办理案件36件。",
    "一、主要举措和成效\n采购帐篷200顶，蚊帐40顶。",
    "一、主要举措和成效\n部署执法检查工作，分布署名文章12篇。",
    "一、主要举措和成效\n编印《关于“己经”与“已经”的辨析》一册。",
    "一、主要举措和成效\n引导群众知己经常反省，把调解叫做为民办实事。",
    "一、主要举措和成效\n做出样板5个，为全县做出贡献的12人受到表彰，作出决定36件。",
    "一、主要举措和成效\n必需的设备12台，台风登陆2次，媒体报道新录用人员事迹12篇。",
    "一、主要举措和成效\n既便民又利企，既来之则安之，移交设备36台。",
    "一、主要举措和成效\n公正处理纠纷36件，修复盖板12块。",
    "一、主要举措和成效\n提质增效，身兼数职，信访率降至1%，放权减证36项，群众参训1071人，等后评估12次，自5月起逐件答复。",
    "一、主要举措和成效\n把好出摊关、上架关，水库管护员共巡查36次，收回逾期未建的用地6宗，推动管执衔接，疏理河道36千米。",
    "一、主要举措和成效\n报名截止5日前公告，检查院感制度12项，续签定向培养协议6份，垫付主任医师津贴3万元，理当做到有诉必应。",
    "一、主要举措和成效\n听取县政府向县人大常委会报告6次，规范行驶线路36条，学员结课36名，检测苯系物12次。",
    "一、主要举措和成效\n检查港口危货企业26家、危化企业12家，拆除棚房6间。",
    "一、主要举措和成效\n药店违规售药11起，拖离占道车辆36台，退缴赃款12万元，负担率低于省定标准。",
    "一、主要举措和成效\n政务微博推送“泛映”一词辨析1期，张峻书记讲课6次，制度上墙36处。",
    "一、主要举措和成效\n县委书记应勇、记者王伟和律师钱之江参加座谈，把案件当做线索12件。",
    "一、主要举措和成效\n法之不行，自上犯之；法无授权不可为，全县林地达3600亩，执法人员在湘培训36人次。",
    "朔源县人民政府2023年度法治政府建设情况报告\n一、主要举措和成效\n朔源公安机关联合和平镇、朔源镇检查36次，筑牢监管新盾。",
    "一、主要举措和成效\n提供有力的保障，群众诉求更好得到解决36件，服务更好得益于队伍专业。",
    "一、主要举措和成效\n指导宏扬集团、朔源燃气公司整改隐患36处，打造“朔源”调解室6个。",
    "一、主要举措和成效\n排查涉氨冷库、涉碱企业12家，登记校产、队产36宗，交通运输局暂扣车辆6台，在浍头集镇巡防12次，清理已批未建项目6个。",
    "一、主要举措和成效\n县政数局、区机管局在县委领导下以多种方式宣传36场，举办宪法日暨文化节1场，担起属地之责。",
    "一、主要举措和成效\n飞絮落到苇塘一侧12次，经蓟洲到芦圩巡查36次，图书逐册清点后入库。",
    "一、主要举措和成效\n报名的时间截止到3月31日，共1218人报名。",
    "一、主要举措和成效\n组织督访12次、走评36户，窗口缺小语种翻译。",
    "一、主要举措和成效\n为入警3年以内的民警配备带教导师36名。",
    "一、主要举措和成效\n调解员比赛报名截止后，36人进入复赛。",
    "一、主要举措和成效\n学习人大会议精神6次。",
    "一、主要举措和成效\n案卷随案移送36件，深化多元解纷，配备法制审核员6名，干部和职工参训36人次，2025年计划检查36次，12个村公开栏公示36项，整改涉网安全隐患6处。",
    "一、主要举措和成效\n2024年在县委的正确领导、市局的精心指导下检查36次，共处理2024件。",
    "一、主要举措和成效\n积极推进整改36处，管执有机衔接，培训期数36期，“七·一”慰问36户，先进行检查36次，有序的推进机制36项。",
    "一、主要举措和成效\n检查渔排36处，缆绳间距限期改到3米。",
    "一、主要举措和成效\n参加护渔健步走的居民约317人，检查36次，让执法既有尺度又有温度。",
    "一、主要举措和成效\n（一）管渡口、严执法\n查验渡船36艘，坚持查隐患、严执法、保平安。",
    "一、主要举措和成效\n抓路面、严执法，强执行攻坚12次，编印证据集36册，各村主任轮流办法治班36期，行政机关负责人庭前会商36次。",
    "一、主要举措和成效\n原址翻建校舍36间、异址新建12间，抽验药品36批次，伤情重鉴12件。",
    "一、主要举措和成效\n收集多方面意见36条，落实县委决策部署，检查人流密集场所36处，衷心地感谢36名代表，表示衷心的感谢。",
    "一、主要举措和成效\n抽验加油站36家，补征、复垦耕地36亩，信用监管变更等级36家，粮站移址2处，举办法治班6期。",
    "一、主要举措和成效\n荣誉授予于2024年，从新业态入手检查36家，结论不于当日作出的说明理由，在现有基础上下将工作转到基层，走访36户。",
]

_LY = "地"
_PARTICLES = {_LY: "前面说的是怎样做，后面是做什么。", "的": "后面是所表示的东西，不是做的事。"}
"""Why it must be this one."""
_MADE_SO = frozenset("方便 丰富 密切 端正 繁荣 活跃 壮大".split())
"""Adjectives that take an object: 极大地方便了群众."""


def check(report: Report) -> Iterator[Finding]:
    told = []
    for span, right, why in misused_words(report):
        told.append(span)
        yield Finding(span, f"“{report.words(span)}”应写作“{right}”：{why}", replacement=right)
    for span, right in _particles(report):
        yield Finding(
            span,
            f"“{report.words(span)}”应为“{right}”：{_PARTICLES[right]}",
            replacement=right,
            severity=Severity.WARNING,
        )
    if is_traditional(report):
        return
    near, lost = [*_near(report)], [*find_lost_words(report)]
    if near or lost:
        told += [span for span, *_ in confused_terms(report)]
        told += [span for span, _ in find_near_terms(untitled(report), written(report), pairs(report))]
        told += [span for span, _ in find_near_idioms(unquoted(report), pairs(report))]
        told += [fault.span for fault in phrase_faults(report)]
        told += [name.span for name in misnamings(report)]
    for span, right in apart_from(told, lost):
        told.append(span)
        yield Finding(
            span,
            f"“{report.words(span)}”漏了字、多了字或者写重了字，疑为“{right}”。",
            f"请核对；通常写作“{right}”。",
            severity=Severity.WARNING,
        )
    sure = {near_word.span for near_word in near if near_word.sure}
    for span, right in apart_from(told, [near_word[:2] for near_word in near]):
        yield Finding(
            span,
            f"“{report.words(span)}”不成词，疑为“{right}”之误。",
            f"请核对；通常写作“{right}”。",
            severity=Severity.WARNING if span in sure else Severity.INFO,
        )


def _particles(report: Report) -> Iterator[tuple[Span, str]]:
    """Where 的 or 得 stands between how something is done and the verb, or 地 before what is expressed; and the right one."""
    for phrase in load_phrases(__file__, "particles").values():
        for line in written(report):
            for match in phrase.pattern.finditer(unquoted(report), *line):
                done = phrase.kind or is_verb(match["verb"]) or match["verb"] in _MADE_SO
                if done and stands(report.text, *match.span("verb")):
                    yield Span(*match.span("wrong")), phrase.kind or _LY


def _near(report: Report) -> Iterator[NearWord]:
    """Where the report has a slip for a common word, but for quotations and names; what it has twice, it means."""
    names = " ".join(report.office.names)
    found = [near for line in written(report) for near in find_near_words(unquoted(report), line)]
    often = Counter(report.words(near.span) for near in found)
    for near in found:
        words = report.words(near.span)
        if often[words] > 1 or words in names or is_own_name(report, words) or is_local_name(report.text, near.span):
            continue
        yield near
