"""同一事物在一份报告里有两种写法。

如前面写“应知应会清单”，后面写“知应会清单”；前面是“法治政府建设工作领导小组”，后面少了“工作”。机构、人员、场所、清单、活动的名称，只差一个字、一个“工作”“建设”之类的词，换了一个意思相近的词（联络员、联系员），
或者词的前后不一样（调处化解中心、化解调处中心），就把各处都列出来；不同级别、不同地方、不同批次的，同一句里一起说的不提。
"""

from collections.abc import Iterator

from reportlint.facts.names.variants import find_variants
from reportlint.facts.prose.masks import untitled
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "用语前后不一"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n编制领导干部学法应知应会清单12份。\n制定⟦领导干部学法知应会清单⟧，培训36人。",
    "一、主要举措和成效\n区法治政府建设工作领导小组开会2次。\n⟦区法治政府建设领导小组⟧督查3次。",
    "一、主要举措和成效\n成立区政务诚信工作专班，办结36件。\n由⟦区政务成信工作专班⟧牵头，约谈12家。",
    "一、主要举措和成效\n公布政务服务事项清单，共312项；调整⟦政务服务项清单⟧6次。",
    "一、主要举措和成效\n召开行政执法协调联席会议6次。\n依托⟦行政执法联席会议⟧会商12次。",
    "一、主要举措和成效\n聘请法治联络员36名。\n⟦法治联系员⟧反映问题12件。",
    "一、主要举措和成效\n纠纷调处化解中心受理纠纷312件。\n依托⟦纠纷化解调处中心⟧办结36件。",
    "一、主要举措和成效\n“百名律师进百村”活动36场。\n“⟦百名律师入百村⟧”活动解答咨询312人次。",
    "一、主要举措和成效\n公布行政检查事项清单36项。\n修订⟦行政检察事项清单⟧2次。",
]
GOOD = [
    "一、主要举措和成效\n编制学法应知应会清单12份，落实学法应知应会清单36项。",
    "一、主要举措和成效\n市法治政府建设工作领导小组督察2次，区法治政府建设领导小组开会3次。",
    "一、主要举措和成效\n履行推进法治建设第一责任人职责、推进法治政府建设第一责任人职责，培训36人。",
    "一、主要举措和成效\n公布行政许可事项清单312项、行政处罚事项清单41项。",
    "一、主要举措和成效\n制定年度任务清单和年度任务总清单，共36项。",
    "一、主要举措和成效\n编制《区级权责清单》1份，镇级权责清单9份，权责事项清单12份。",
    "一、主要举措和成效\n重大决策听证会2次。\n重大决策论证会3次。",
    "一、主要举措和成效\n市场综合执法大队检查36家。\n农业综合执法队检查12家。",
    "一、主要举措和成效\n一审案件36件。\n二审案件12件。\n人民调解员312名。\n人民监督员12名。",
    "一、主要举措和成效\n设立行政复议委员会、行政复议咨询委员会，开会6次。",
]


def check(report: Report) -> Iterator[Finding]:
    for variants in find_variants(untitled(report), written(report)):
        if {name.words for name in variants} & set(report.office.names):
            continue
        many, few = sorted(variants, key=lambda name: (-len(name.places), name.places))
        *same, span = sorted(few.places)
        yield Finding(
            span,
            f"这里写作“{few.words}”，别处写作“{many.words}”，像是同一个名称的两种写法。",
            "请核对，全文用一种写法。",
            related=(
                *(Related(place, "另一种写法") for place in many.places),
                *(Related(place, "同样的写法") for place in same),
            ),
        )
