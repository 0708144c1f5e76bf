"""说了位次，却没有写第几名、多少分。

“名列前茅”“稳居全市前列”“走在全省前列”没有名次就无法核对。写成“列全市第2名”“居全省18个市第3位”，或者写出得分。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import clauses, sentences
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report

TITLE = "位次没有依据"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n群众满意度⟦名列前茅⟧。",
    "一、主要举措和成效\n考核成绩⟦稳居全市前列⟧，比上年进步。",
    "一、主要举措和成效\n持证人员占50%，⟦排名全市前列⟧。",
    "一、主要举措和成效\n营商环境评价⟦走在全省前列⟧。",
    "一、主要举措和成效\n政务公开工作⟦全市领先⟧。",
    "一、主要举措和成效\n测评指数⟦位居全市第一方阵⟧。",
    "一、主要举措和成效\n群众安全感⟦始终保持全市前列⟧。",
    "一、主要举措和成效\n综合得分⟦排名靠前⟧，政务服务⟦领跑全市⟧。",
    "一、主要举措和成效\n法治建设成效评估在各区⟦排名居前⟧。",
    "一、主要举措和成效\n考核⟦排名大幅前移⟧，⟦获得全市考核优异成绩⟧。",
    "一、主要举措和成效\n复议质量⟦位居同级单位前列⟧。",
    "一、主要举措和成效\n试点工作⟦走在同行前头⟧，便民服务考核⟦始终处于领跑位置⟧。",
    "一、主要举措和成效\n测评得分在全市36个街镇中⟦排名靠前⟧。",
    "一、主要举措和成效\n评查得分在⟦全市各县（市、区）中居前⟧。",
    "一、主要举措和成效\n防汛值守⟦领先于兄弟乡镇⟧，转移群众312人。",
    "一、主要举措和成效\n办案质效⟦高于全市平均⟧水平。",
    "一、主要举措和成效\n满意度稳坐全市⟦头把交椅⟧。",
    "一、主要举措和成效\n评估得分较上年提高3.5分，⟦位居全市前列⟧。",
    "一、主要举措和成效\n新增调解员58名，规范化水平⟦领先全市⟧。",
    "一、主要举措和成效\n督察考核我县成绩⟦领跑⟧，第六次普查进度⟦走在全省前列⟧。",
    "一、主要举措和成效\n兑付奖补资金36万元，在营商环境评价中⟦跃居第一方阵⟧，便民考核⟦重返前列⟧。",
    "一、主要举措和成效\n建站速度⟦领先全市各县区⟧；城市信用监测⟦排位持续靠前⟧，办件36件。",
]
GOOD = [
    "一、主要举措和成效\n考核成绩列全市第2名，名列前茅。",
    "一、主要举措和成效\n满意度居全市第一。",
    "一、主要举措和成效\n表彰带领先进集体的干部，把项目列入前列清单。",
    "一、主要举措和成效\n得分98.5分，位居全市前列。",
    "四、下一年度主要安排\n力争考核成绩位居全市前列。",
    "一、主要举措和成效\n排名由第9位升至第3位，进入全市前列。",
    "一、主要举措和成效\n位居全市前列，列第2位。",
    "一、主要举措和成效\n为改革走在全省前列提供法治保障，以走在前列为目标改造窗口3处。",
    "一、主要举措和成效\n致力于考评进位提升，召开例会4次。",
    "一、主要举措和成效\n邀请全国领先的机构2家参与抽检，发挥领先企业作用。",
    "一、主要举措和成效\n在全市率先成立工作站，印发《争创全省领先行动方案》。",
    "一、主要举措和成效\n不动产登记平均用时2天，比同类地区少3天，处于领先水平。",
    "一、主要举措和成效\n满意率98.6%，高于全市平均水平。",
    "一、主要举措和成效\n查处价格高于同类商品的商店3家。",
    "一、主要举措和成效\n12项考核指标中9项进入全市第一方阵。",
    "一、主要举措和成效\n满意度居全市首位，名列全省榜首，选拔拔尖人才36名。",
    "一、主要举措和成效\n获全国电视文艺最高奖，评选全市最佳辩护词，进入前面路口检查36次。",
]

_RANKING, _TOLD, _KNOWN_BEFORE, _AIM, _COMPARED, _COMPARED_BY, _GAINED = (
    load_phrases(__file__, "unsupported_ranking")[name].pattern
    for name in "ranking told known-before aim compared compared-by gained".split()
)
_DIGIT = patterns.compile(r"\d")


def check(report: Report) -> Iterator[Finding]:
    for sentence in sentences(report):
        if report.kind.future in sentence.parts:
            continue
        said = [unquoted(report)[clause.start : clause.end] for clause in clauses(report)[sentence.span]]
        for number, (clause, words) in enumerate(zip(clauses(report)[sentence.span], said, strict=True)):
            match = _RANKING.search(words)
            if (
                match is None
                and _COMPARED.search(words)
                and not any(map(_DIGIT.search, said[max(number - 1, 0) : number + 1]))
            ):
                match = _COMPARED.search(words)  # 满意率98%，高于全省平均水平
            if match is None or _AIM.search(words) or "%" in words:
                continue
            before, after = (said[n] if 0 <= n < len(said) else "" for n in (number - 1, number + 1))
            if (
                _KNOWN_BEFORE.search(before)
                or _COMPARED_BY.search(before)
                or any(_TOLD.search(_GAINED.sub("", near)) for near in (before, words, after))
            ):
                continue  # 得分98.5分，位居前列; 比同类地区少4天，处于领先水平; 获一等奖，名列前茅; 位居前列，列第2位
            span = Span(clause.start + match.start(), clause.start + match.end())
            if stands(report.text, *span):
                yield Finding(span, f"“{report.words(span)}”没有写明第几名。", "请写出名次或得分，如“列全市第2名”。")
