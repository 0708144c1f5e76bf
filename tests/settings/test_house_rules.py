"""HouseRules rules: words, names, phrases, documents and institutions from .reportlint.yaml; whatever is wrong there is named."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from conftest import Run, draw, write
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.finding import Severity
from reportlint.linting.check import Check, load_checks
from reportlint.linting.config_file import parse_config
from reportlint.linting.pipeline import run_checks
from reportlint.report import read
from reportlint.settings.house_rules import HouseRules, Term
from reportlint.settings.values import ConfigError

DRAFT = """\
云川市2024年法治政府建设年度报告
一、主要举措和成效
（一）健全制度。走访村居36个，推进放管服改革。
四、下一年度主要安排
2025年6月底前修订办法2件。
"""
ONLY = ("--select", "term,required-phrase")


def office(text: str) -> HouseRules:
    return parse_config(text.encode(), ".reportlint.yaml").office


def test_all_of_it() -> None:
    assert office(
        """
terms:
- {wrong: 村居, right: 村（社区）, why: 机构改革, severity: error, fix: true}
- {wrong: 放管服, right: null}
names: [云川通办]
phrases: {plan: [法治督察, 示范创建], responsibility: 述职述法}
documents:
- {name: 云川市执法办法, also: [执法办法], published: 2019, revised: 2021-03, to: 2024-03-31, replaced_by: 《云川市执法条例》, why: 市政府令}
- {name: 云川市水库管理办法, from: 2020-05-01}
institutions:
- 云川市行政复议咨询委员会
- {name: 数据局, wrong: [大数据局], right: 数据管理局, why: 机构改革}
"""
    ) == HouseRules(
        terms=(Term("村居", "村（社区）", "机构改革", Severity.ERROR, fix=True), Term("放管服")),
        names=("云川通办",),
        phrases={"plan": ("法治督察", "示范创建"), "responsibility": ("述职述法",)},
        documents=(
            {
                "name": "云川市执法办法",
                "also": ("执法办法",),
                "published": "2019",
                "revised": "2021-03",
                "to": "2024-03-31",
                "replaced_by": "《云川市执法条例》",
                "why": "市政府令",
            },
            {"name": "云川市水库管理办法", "from": "2020-05-01"},
        ),
        institutions=(
            {"name": "云川市行政复议咨询委员会"},
            {"name": "数据局", "wrong": ("大数据局",), "right": ("数据管理局",), "why": "机构改革"},
        ),
    )


@pytest.mark.parametrize(
    "text", ["", "terms:\nnames:\nphrases:\ndocuments:\ninstitutions:\n", "terms: []\nphrases: {}"]
)
def test_nothing(text: str) -> None:
    assert office(text) == HouseRules()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("term: []", "没有名为 term 的设置。是不是想写 terms？"),
        ("terms: [{wrog: 甲}]", "没有名为 wrog 的键（terms 第 1 条）。是不是想写 wrong？"),
        ("terms: [{wrong: 甲}, {right: 乙}]", "terms 第 2 条 缺少 wrong"),
        ("terms: [{wrong: ''}]", "terms 第 1 条 wrong 是空的"),
        ("terms: [{wrong: '　'}]", "terms 第 1 条 wrong 是空的"),
        ("terms: [{wrong: 2023}]", "terms 第 1 条 wrong 应为文字"),
        ("terms: [{wrong: [甲]}]", "terms 第 1 条 wrong 应为文字"),
        ("terms: [{wrong: 甲}, {wrong: 甲, right: 乙}]", "terms 第 2 条 与前面重复：甲"),
        ("terms: [{wrong: 甲, right: 甲}]", "terms 第 1 条 的 wrong 和 right 相同"),
        ("terms: [{wrong: 甲, fix: true}]", "terms 第 1 条 写了 fix: true，还要写 right"),
        ("terms: [{wrong: 甲, right: 乙, fix: 是}]", "terms 第 1 条 fix 应为 true 或 false"),
        ("terms: [{wrong: 甲, severity: eror}]", "是不是想写 error？"),
        ("terms: [甲]", "terms 第 1 条 应为键值对"),
        ("terms: {wrong: 甲}", "terms 应为列表"),
        ("terms: false", "terms 应为列表"),
        ("terms: &a [*a]", "第 1 行的引用（*）指向它自己"),
        ("names: [甲, '']", "names 是空的"),
        ("names: [甲, 12]", "names 应为文字的列表"),
        ("phrases: [甲]", "phrases 应为"),
        ("phrases: {plans: [甲]}", "没有名为 plans 的部分（phrases）。是不是想写 plan？"),
        ("phrases: {plan: ['']}", "phrases.plan 是空的"),
        ("phrases: {plan: {a: b}}", "phrases.plan 应为文字的列表"),
        ("documents: [云川市执法办法]", "documents 第 1 条 应为键值对"),
        ("documents: [{name: 甲, til: 2024}]", "没有名为 til 的键（documents 第 1 条）"),
        ("documents: [{name: 甲, to: 明年}]", "documents 第 1 条 to 应为日期"),
        ("documents: [{name: 甲, to: 2024-13}]", "documents 第 1 条 to 应为日期"),
        ("documents: [{name: 甲, to: '2024-02-30'}]", "documents 第 1 条 to 应为日期"),
        ("documents: [{name: 甲, published: 2024-05-01, to: 2024-04}]", "的 to（2024-04）早于开始的日子（2024-05-01）"),
        ("documents: [{name: 甲}, {to: 2024}]", "documents 第 2 条 缺少 name"),
        ("institutions: [甲, {wrong: [乙]}]", "institutions 第 2 条 缺少 name"),
        ("institutions: ['']", "institutions 第 1 条 name 是空的"),
        ("institutions: [{name: 甲, wrong: [12]}]", "institutions 第 1 条 wrong 应为文字的列表"),
        ("report: no-such-kind\nphrases: {plan: [甲]}", "no-such-kind"),
    ],
)
def test_what_is_wrong_is_named(run: Run, text: str, said: str) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", text)
    outcome = run("draft.txt")
    assert (outcome.code, outcome.out.count("处")) == (2, 0)
    assert ".reportlint.yaml：" in outcome.err
    assert said in outcome.err


def test_aliases_that_multiply_do_not_hang_the_message() -> None:
    laughs = "".join(f"- &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    start = time.monotonic()
    with pytest.raises(ConfigError, match="已经超过 100,000 项"):
        office(f"terms:\n- &l0 甲\n{laughs}")
    assert time.monotonic() - start < 20


def test_a_month_is_no_day_before_its_own_days() -> None:
    assert office("documents: [{name: 甲, published: 2024-05-31, to: 2024-05}]").documents
    assert office("documents: [{name: 甲, published: 2024-05-31, to: 2024}]").documents


def test_the_words_of_an_office(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(
        ".reportlint.yaml",
        "terms: [{wrong: 村居, right: 村（社区）, why: 机构改革, severity: error, fix: true}, {wrong: 放管服}]\n"
        "phrases: {plan: [法治督察]}\n",
    )
    outcome = run("draft.txt", *ONLY, "--format", "json")
    assert outcome.code == 1
    assert [(i["check"], i["severity"], i["text"], i["replacement"]) for i in outcome.found] == [
        ("term", "error", "村居", "村（社区）"),
        ("term", "warning", "放管服", None),
        ("required-phrase", "warning", "四、下一年度主要安排", None),
    ]
    assert outcome.found[0]["message"] == "“村居”是本单位规定不用的写法：机构改革。建议：写作“村（社区）”。"
    assert "“法治督察”" in outcome.found[2]["message"]


def test_the_configuration_goes_before_the_rule(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", "terms: [{wrong: 村居, severity: error}]\nchecks: {term: info}")
    assert [item["severity"] for item in run("draft.txt", *ONLY, "--format", "json").found] == ["info"]
    write(".reportlint.yaml", "terms: [{wrong: 村居, severity: error}]\nchecks: {term: off}")
    assert run("draft.txt", "--format", "json", "--fail-on", "never").checks.count("term") == 0


def test_each_folder_has_its_own_words(run: Run) -> None:
    for folder, word in (("a", "村居"), ("b", "放管服")):
        write(f"{folder}/draft.txt", DRAFT)
        write(f"{folder}/.reportlint.yaml", f"terms: [{{wrong: {word}}}]")
    found = run(".", *ONLY, "--format", "json").found
    assert [(Path(item["path"]), item["text"]) for item in found] == [
        (Path("a", "draft.txt"), "村居"),
        (Path("b", "draft.txt"), "放管服"),
    ]


def test_furniture_is_not_the_office_s() -> None:
    text = "放管服改革 专题 > 首页\n" + DRAFT + "\n责任编辑：村居\n"
    report = read(text.encode(), "draft.txt", office=office("terms: [{wrong: 村居}, {wrong: 放管服}]"))
    found = [report.source.line_of(f.span.start) for f in load_checks()["term"].run(report)]
    assert set(found) == {4}


@settings(deadline=None)
@given(
    st.lists(st.text(st.sampled_from("甲.*+?()[]{}|\\^$村居（1"), min_size=1, max_size=6).filter(str.strip), max_size=5)
)
def test_words_are_no_patterns(wrongs: list[str]) -> None:
    rules = HouseRules(terms=tuple(map(Term, dict.fromkeys(wrongs))))
    report = read((DRAFT + "".join(f"办理{wrong}件。" for wrong in wrongs)).encode(), "draft.txt", office=rules)
    for finding in load_checks()["term"].run(report):
        assert report.words(finding.span) in wrongs


def test_patterns_that_would_hang_are_only_words() -> None:
    rules = HouseRules(
        terms=(Term("(a+)+$"), Term("(.*)*村"), Term("甲" * 1000)), phrases={"plan": ("(a|a)*b", "甲" * 1000)}
    )
    text = DRAFT + "a" * 20_000 + "!" + "甲" * 20_000
    report = read(text.encode(), "draft.txt", office=rules)
    start = time.monotonic()
    for name in ("term", "required-phrase"):
        list(load_checks()[name].run(report))
    assert time.monotonic() - start < 20


def test_a_report_without_rules_has_none() -> None:
    report = read(DRAFT.encode(), "draft.txt")
    assert report.office == HouseRules()
    found, crashes = run_checks(report, parse_config(b"", "x"))
    assert crashes == []
    assert not {"term", "required-phrase"} & {finding.check for finding in found}


LISTS = [
    pytest.param(check, name, id=f"{check.name}-{name}")
    for check in load_checks().values()
    for name, default in check.options.items()
    if isinstance(default, tuple)
]


@pytest.mark.parametrize(("check", "option"), LISTS)
def test_words_of_an_option_are_no_patterns(check: Check, option: str) -> None:
    """Nor do they hang: the second would look for hours through the draft below."""
    words = ["[", "(办+)+$", "\\", "(?P<a>", "*"]
    start = time.monotonic()
    for example in ("一、主要举措和成效\n" + "办" * 60 + "件。", *check.bad[:2]):
        report = read(draw(example)[0].encode(), "draft.txt", office=check.office)
        list(check.run(report, **{**check.options, option: tuple(words)}))
    assert time.monotonic() - start < 5
