"""量词与所数的事物不配。

案件论“件”“起”“宗”，不论“名”；人员论“名”“人”，不论“件”。多半是改稿时粘错了数字。配错的量词列在同名的 yaml 里。
"""

from collections.abc import Container, Iterator

from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.tables import load_table
from reportlint.report import Report

TITLE = "量词不配"
SEVERITY = Severity.WARNING
BASIS = "GB/T 15835—2011《出版物上数字用法》"
BAD = [
    "一、主要举措和成效\n办理行政复议案件⟦30名⟧。",
    "一、主要举措和成效\n培训执法人员⟦120件⟧。",
    "一、主要举措和成效\n化解矛盾纠纷⟦66人⟧。",
    "一、主要举措和成效\n制定规范性文件⟦12名⟧。",
    "一、主要举措和成效\n选聘法律顾问⟦15起⟧。",
    "一、主要举措和成效\n走访企业⟦200名⟧。",
    "一、主要举措和成效\n化解了⟦66名⟧矛盾纠纷。",
    "一、主要举措和成效\n共有⟦97件⟧执法人员参加考试。",
    "一、主要举措和成效\n培养“法律明白人”⟦242件⟧。",
    "一、主要举措和成效\n开展执法检查⟦30名⟧，参训干部⟦12件⟧，邀请专家⟦12件⟧授课。",
]
GOOD = [
    "一、主要举措和成效\n办理行政复议案件30件，涉案人员30名。",
    "一、主要举措和成效\n培训执法人员120名、3期。",
    "一、主要举措和成效\n化解矛盾纠纷66起。",
    "一、主要举措和成效\n查处案件30件，涉及12人。",
    "一、主要举措和成效\n行政机关负责人出庭应诉118人次。",
    "一、主要举措和成效\n走访企业200家次。",
    "一、主要举措和成效\n受理企业30件诉求，采纳法律顾问12条建议。",
    "一、主要举措和成效\n参加座谈会30人，组织干部旁听讲座60名。",
    "一、主要举措和成效\n讲座进校园12场、进企业6场。",
    "一、主要举措和成效\n5名执法人员办理案件，12名案件当事人到场。",
]


_WORDS = load_phrases(__file__, "beside_measure_words")
_PERSONS = frozenset(("人", "名", "位", "人次"))


def check(report: Report) -> Iterator[Finding]:
    wrong = {noun: row for row in load_table(__file__, "measure_word") for noun in row["nouns"]}
    longest = max(map(len, wrong))
    for _, here in mentions(report):
        for mention in here:
            noun = _noun(mention, wrong, longest)
            if noun and mention.quantity.unit in wrong[noun]["wrong"]:
                right = "”“".join(wrong[noun]["right"])
                yield Finding(
                    mention.span,
                    f"“{noun}”不论“{mention.quantity.unit}”。",
                    f"请核对数字；{noun}可以论“{right}”。",
                )


def _noun(mention: Mention, known: Container[str], longest: int) -> str | None:
    """The noun of the table that is counted: behind the measure word, else in front of it where nothing stands behind."""
    behind = _WORDS["noun-behind"].pattern.match(mention.after)
    noun = _end(behind.group(), known, longest) if behind else None
    if behind and noun and _WORDS["attributes"].pattern.fullmatch(behind.group().removesuffix(noun)):
        return noun
    words = mention.before.rstrip("”’")
    if (mention.after and not _WORDS["goes-on"].pattern.match(mention.after)) or (
        mention.quantity.unit in _PERSONS and _WORDS["present"].pattern.search(words)
    ):
        return None
    return _end(words, known, longest)


def _end(words: str, known: Container[str], longest: int) -> str | None:
    return next((words[-n:] for n in range(longest, 1, -1) if words[-n:] in known), None)
