"""成语写错了一个字，漏了一个字，或者颠倒了两个字。

如“再接再励”应为“再接再厉”，“迫不急待”应为“迫不及待”。成语取自分词词典。四字短语常有新的说法（“稳中有进”“自查自评”），只与成语相像的不提；
读音相同相近、字形相像或者次序颠倒，自身又不成词的，才看作笔误。别处写全了的名称（应知应会清单、知应会清单）由“用语前后不一”提。
"""

from collections.abc import Iterator

from reportlint.facts.names.pairs.cut_names import cut_names
from reportlint.facts.names.pairs.variants import find_variants
from reportlint.facts.prose.idiom_faults import near_idioms, shortened_idioms
from reportlint.facts.prose.script import is_traditional
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "成语错字"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n全区⟦再接再励⟧，办理案件36件。",
    "一、主要举措和成效\n整改工作⟦一愁莫展⟧的3个单位已经约谈。",
    "一、主要举措和成效\n镇村干部⟦一股作气⟧化解积案12件。",
    "一、主要举措和成效\n坚持⟦按步就班⟧推进改革，完成任务36项。",
    "一、主要举措和成效\n⟦因地治宜⟧设立调解室12个。",
    "一、主要举措和成效\n化解纠纷⟦行之有郊⟧，调解成功率98%。",
    "一、主要举措和成效\n⟦一如继往⟧支持法院工作，出庭36次。",
    "一、主要举措和成效\n对⟦走头无路⟧的3名当事人给予法律援助。",
    "一、主要举措和成效\n整治“⟦有恃无孔⟧”的12家商户。",
    "一、主要举措和成效\n镇长⟦身体立行⟧，带队检查12次；全镇⟦循序进渐⟧推进改革6项。",
    "一、主要举措和成效\n查处⟦循私舞弊⟧案件3件，抓获⟦挺而走险⟧的走私人员12人。",
    "一、主要举措和成效\n网格员⟦竞竞业业⟧，走访36户；检查⟦蜻蜒点水⟧的3个单位已通报。",
    "一、主要举措和成效\n为早日结案⟦委屈求全⟧的12件引入法律援助，检查组⟦出奇不意⟧夜查36处。",
    "一、主要举措和成效\n编印⟦知应会⟧手册36册，干部⟦再接厉⟧，化解积案12件。",
    "一、主要举措和成效\n对违规收费⟦绝不姑隙⟧，⟦明查暗仿⟧12次，退税政策落实⟦不折不叩⟧，退税36万元。",
]
GOOD = [
    "一、主要举措和成效\n纠正过罚失当案件3件。",
    "一、主要举措和成效\n全区再接再厉，办理案件36件。",
    "一、主要举措和成效\n推行以案释法，应收尽收，走深走实，检查36次。",
    "一、主要举措和成效\n力度还需进一步加强，两处写得不一样的已经改正。",
    "一、主要举措和成效\n党的二十届三中全会精神宣讲36场。",
    "一、主要举措和成效\n5月20日在一起行政案件中出庭应诉。",
    "一、主要举措和成效\n开展“法在必行”行动12次，久久为功。",
    "一、主要举措和成效\n稳中有进推动改革，完成6项；自查自评12次，同心发力化解积案36件。",
    "一、主要举措和成效\n一是常态化开展检查36次；因事制宜设立窗口12个，即接即办诉求36件。",
    "一、主要举措和成效\n调解有礼有节、有理有据，对守法企业无事不扰，走访36家。",
    "一、主要举措和成效\n劝双方莫名火气先放下，金榜小区提名候选人12名，求全责备的心态得到纠正。",
    "一、主要举措和成效\n依法行政蔚然成風，培訓36人。",
    "一、主要举措和成效\n坚持罚教并举，不因裁量失当引发诉讼，约谈12家。",
    "一、主要举措和成效\n法律职业资格人员12名，开展跨部门联合检查36次。",
    "一、主要举措和成效\n每事一议36件，各尽其责任12项，一案一档案，边学边整改12项，因案制宜，因地、因时制宜。",
    "一、主要举措和成效\n对违规收费绝不姑息，明查暗访12次，整改不打折扣，完成36项。",
    "一、主要举措和成效\n这是依法治县的重要条件，自成一个体系；群众并不知道的36项事项已公示，自来水等企业进驻。",
    "一、主要举措和成效\n普法内容由上而下安排，讲课12场；由小见大剖析案例6件，从内而外清理36次，用心换心走访36户。",
    "一、主要举措和成效\n编制应知应会法律法规清单1份。\n按知应会清单学习36次。",
    "一、主要举措和成效\n（一）提质效。窗口延时服务36次，各股室敢担当、走在前、作表率，渔民不再以近求远，办件360件。",
    "一、主要举措和成效\n（一）抓普法。渔政执法提质效，办件360件；镇村干部走在前，走访36户。",
    "一、主要举措和成效\n党员干部走在前、作表率，办结36件。",
]


def check(report: Report) -> Iterator[Finding]:
    if is_traditional(report):
        return
    for span, idioms in near_idioms(report):
        if report.words(span) not in report.office.names:
            shown = "”“".join(idioms[:3])
            yield Finding(span, f"“{report.words(span)}”疑为成语“{shown}”之误。", f"请核对；通常写作“{idioms[0]}”。")
    shortened = shortened_idioms(report)
    told = [place for pair in (find_variants(report) if shortened else ()) for name in pair for place in name.places]
    told += [place for pair in cut_names(report) for name in pair for place in name.places]
    for span, (idiom,) in shortened:
        if report.words(span) not in report.office.names and not any(span.overlaps(place) for place in told):
            yield Finding(span, f"“{report.words(span)}”疑为成语“{idiom}”少了一个字。", f"请核对；通常写作“{idiom}”。")
