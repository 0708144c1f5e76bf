"""Local rules: which of several holds, what a file may state, and what is said of one that cannot be."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from conftest import Run, write
from hypothesis import given
from hypothesis import strategies as st

from reportlint import ConfigError, lint, load_config
from reportlint.lines.issuers import EVERY_ISSUER, KINDS
from reportlint.settings.local_rules import Day, LocalRules, Rule, Wanted
from reportlint.settings.rule_file import built_in, read_profile
from reportlint.settings.settings_file import parse

DRAFT = """\
青岚县司法局2024年度法治政府建设情况报告
一、主要举措和成效
（一）健全制度。修改规范性文件14件，办理行政复议案件36件。
四、下一年度主要安排
2025年6月底前修订办法2件。

青岚县司法局
2025年3月10日
"""
ONLY = ("--select", "rule-mismatch,late-publication", "--format", "json", "--fail-on", "never")


def said(run: Run, draft: str = "draft.txt", *options: str) -> list[tuple[str, str]]:
    """Check and basis of each finding."""
    return [(item["check"], item["basis"]) for item in run(draft, *ONLY, *options).found]


# What a file may state


def test_all_that_a_file_may_state(tmp_path: Path) -> None:
    path = tmp_path / ".reportlint.yaml"
    path.write_text(
        """\
rules:
- {published-by: 3月15日, for: [county, department], since: 2023, source: 《指引》}
- {reported-by: 03-01, longest: 6000, shortest: 2000}
- title: [<单位><年份>年度法治政府建设情况报告, 法治政府建设年度报告]
  parts: 典型案例
- {parts: [{name: 附表, words: [统计表, 附表]}], matters: [行政复议, {name: 行政应诉, drop: true}], for: township}
""",
        encoding="utf-8",
    )
    assert load_config(str(path)).office.rules.rules == [
        Rule("published-by", Day(3, 15), ("county", "department"), 2023, "《指引》", str(path), 2),
        Rule("reported-by", Day(3, 1), path=str(path), line=3),
        Rule("longest", 6000, path=str(path), line=3),
        Rule("shortest", 2000, path=str(path), line=3),
        Rule(
            "title",
            ("<单位><年份>年度法治政府建设情况报告", "法治政府建设年度报告"),
            path=str(path),
            line=4,
        ),
        Rule("part", Wanted("典型案例"), path=str(path), line=4),
        Rule("part", Wanted("附表", ("统计表", "附表")), ("township",), path=str(path), line=6),
        Rule("matter", Wanted("行政复议"), ("township",), path=str(path), line=6),
        Rule("matter", Wanted("行政应诉", drop=True), ("township",), path=str(path), line=6),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule: []", "没有名为 rule 的设置。是不是想写 rules？"),
        ("rules: {longest: 6000}", "rules 应为列表"),
        ("rules: [longest]", "rules 第 1 条（第 1 行） 应为键值对，现为 'longest'"),
        (
            "rules:\n- longest: 6000\n- longst: 6000",
            "没有名为 longst 的键（rules 第 2 条（第 3 行））。是不是想写 longest？",
        ),
        ("rules: [{for: county}]", "rules 第 1 条（第 1 行） 没有写规定什么。请写出 published-by"),
        ("rules: [{longest: null}]", "没有写规定什么"),
        ("rules: [{longest: '6000'}]", "longest 应为字数"),
        ("rules: [{longest: 0}]", "longest 应为字数"),
        ("rules: [{longest: true}]", "longest 应为字数"),
        ("rules: [{longest: 6,000}]", "没有名为 0 的键"),
        ("rules: [{longest: 6.5}]", "longest 应为字数"),
        ("rules: [{published-by: 2025-03-01}]", "published-by 应为月和日，如 03-01，不写年份，现为 datetime.date"),
        ("rules: [{published-by: 02-29}]", "published-by 应为月和日"),
        ("rules: [{published-by: 3月}]", "published-by 应为月和日"),
        ("rules: [{published-by: 31}]", "published-by 应为月和日"),
        ("rules: [{published-by: [03-01]}]", "published-by 应为月和日"),
        ("rules: [{reported-by: 三月一日}]", "reported-by 应为月和日"),
        ("rules: [{title: <机关>法治政府建设年度报告}]", "没有名为 机关 的代号"),
        ("rules: [{title: []}]", "title 是空的"),
        ("rules: [{title: 2024}]", "title 应为文字的列表"),
        ("rules: [{parts: []}]", "parts 是空的"),
        ("rules: [{parts: [{words: [甲]}]}]", "parts 第 1 条 缺少 name"),
        ("rules: [{parts: [{name: 甲, word: 乙}]}]", "没有名为 word 的键"),
        ("rules: [{matters: [12]}]", "matters 第 1 条 应为键值对"),
        ("rules: [{matters: [{name: 甲, drop: 是}]}]", "drop 应为 true 或 false"),
        (
            "rules: [{longest: 6000, for: countys}]",
            "没有名为 countys 的单位类别（rules 第 1 条（第 1 行） for）。是不是想写 county？",
        ),
        ("rules: [{longest: 6000, for: []}]", "for 是空的"),
        ("rules: [{longest: 6000, since: 24}]", "since 应为报告年度"),
        ("rules: [{longest: 6000, source: ''}]", "source 是空的"),
        ("issuer-kind: village", "没有名为 village 的单位类别（issuer-kind）"),
        ("profile: [湖北]", "profile 应为文字"),
        ("profile: 湖北省", "第 1 行的 profile：没有名为 湖北省 的内置规则。是不是想写 湖北？"),
        ("\nprofile: 甲乙丙", "第 2 行的 profile：没有名为 甲乙丙 的内置规则。可用的有："),
        ("profile: none.yaml", "第 1 行的 profile：没有文件"),
        ("profile: .", "没有名为 . 的内置规则"),
        (
            "rules:\n- matters: [行政复意]",
            "第 2 行：没有名为 行政复意 的事项（matters）。是不是想写 行政复议？自己的事项请写明用哪些词认",
        ),
        (
            "rules:\n- matters: [{name: 门牌, drop: true}]",
            "第 2 行：没有名为 门牌 的事项（matters）。可用的名字见 reportlint outline",
        ),
        (
            "rules:\n- {longest: 10, report: no-such-kind}",
            "第 2 行：no-such-kind.lark：没有这种报告的文法。请改用其中之一",
        ),
        # contradictions
        ("rules:\n- {published-by: 04-02}", "第 2 行的 published-by（4月2日）晚于国家规定的公布期限4月1日"),
        ("rules:\n- {reported-by: 05-01, for: county}", "第 2 行的 reported-by（5月1日）晚于国家规定的公布期限4月1日"),
        ("rules:\n- {longest: 10}\n- {longest: 20}", "第 2 行和第 3 行把 longest 规定了两次"),
        (
            "rules:\n- {longest: 10, for: [city, county]}\n- {longest: 20, for: county}",
            "第 2 行和第 3 行对 county 把 longest 规定了两次",
        ),
        ("rules:\n- {parts: [甲, 甲]}", "第 2 行把 part 甲 规定了两次"),
        ("rules:\n- {longest: 10, shortest: 20}", "第 2 行的 shortest（20）大于第 2 行的 longest（10）"),
        (
            "rules:\n- {longest: 10, for: county}\n- {shortest: 20}",
            "第 3 行的 shortest（20）大于第 2 行的 longest（10）",
        ),
        (
            "rules:\n- {longest: 10, since: 2025}\n- {shortest: 20}",
            "第 3 行的 shortest（20）大于第 2 行的 longest（10）",
        ),
    ],
)
def test_what_is_wrong_is_named(run: Run, text: str, said: str) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", text)
    for verb in ((), ("rules",)):
        outcome = run(*verb, "draft.txt")
        assert (outcome.code, outcome.out.count("处")) == (2, 0)
        assert ".reportlint.yaml：" in outcome.err
        assert said in outcome.err


@pytest.mark.parametrize(
    "text",
    [
        "rules:\n- {longest: 10, for: county}\n- {longest: 20, for: government}\n- {longest: 30}",
        "rules:\n- {longest: 10}\n- {longest: 20, since: 2024}",
        "rules:\n- {longest: 10, for: county}\n- {shortest: 20, for: township}",
        "rules:\n- {longest: 10}\n- {longest: 30, shortest: 20, since: 2025}",
        "rules:\n- {published-by: 04-01}",
        "rules:\n- {longest: 10}\n- {longest: 20, report: law-based-government}",
        "rules:\nprofile:\nissuer-kind:",
    ],
)
def test_no_contradiction(tmp_path: Path, text: str) -> None:
    (tmp_path / ".reportlint.yaml").write_text(text, encoding="utf-8")
    load_config(str(tmp_path / ".reportlint.yaml"))


# Which of several holds


def held(rules: LocalRules, kinds: tuple[str, ...], year: int | None) -> Rule | None:
    """The length that holds, by a plain reading of the rule: file by file, the most particular, then the latest."""
    for layer in rules.layers:
        for kind in (*kinds, ""):
            fits = [
                rule
                for rule in layer
                if (kind in rule.issuers if kind else not rule.issuers)
                and (not rule.since or (year is not None and rule.since <= year))
            ]
            if fits:
                return max(fits, key=lambda rule: rule.since)
    return None


ONE = st.builds(
    Rule,
    st.just("longest"),
    st.integers(1, 9),
    st.sets(st.sampled_from(KINDS), max_size=2).map(tuple),
    st.sampled_from([0, 2023, 2025]),
)
LAYER = st.lists(
    ONE,
    max_size=4,
    unique_by=(lambda rule: (rule.issuers[:1], rule.since), lambda rule: (rule.issuers[-1:], rule.since)),
)


@given(
    st.lists(LAYER.map(tuple), max_size=3).map(tuple).map(LocalRules),
    st.sampled_from(EVERY_ISSUER),
    st.sampled_from([None, 2022, 2024, 2025]),
)
def test_the_nearest_and_most_particular_holds(rules: LocalRules, kinds: tuple[str, ...], year: int | None) -> None:
    wanted = held(rules, kinds, year)
    found = rules.holding(kinds, year)
    assert [(rule.value, rule.since) for rule in found] == ([(wanted.value, wanted.since)] if wanted else [])


def test_files_go_from_near_to_far(run: Run) -> None:
    write(
        "city.yaml",
        "source: 《市指引》\nprofile: province.yaml\nrules:\n- {longest: 10}\n- {parts: [甲, 乙]}\n- {title: 年度报告}",
    )
    write(
        "province.yaml",
        "rules:\n- {longest: 5, source: 《省指引》}\n- {reported-by: 03-01, for: department, source: 《省指引》}",
    )
    write("a/draft.txt", DRAFT)
    write("a/.reportlint.yaml", "profile: ../city.yaml\nrules:\n- {longest: 9000}\n- {parts: [{name: 甲, drop: true}]}")
    write("b/draft.txt", DRAFT)
    write("b/.reportlint.yaml", "profile: ../city.yaml")
    a, b = said(run, "a/draft.txt"), said(run, "b/draft.txt")
    assert a == [
        ("rule-mismatch", "《市指引》，见 city.yaml 第 6 行 title"),  # title
        ("rule-mismatch", "《市指引》，见 city.yaml 第 5 行 parts"),  # part 乙
        ("rule-mismatch", "《省指引》，见 province.yaml 第 3 行 reported-by"),  # signed too late
    ]
    assert b == [
        ("rule-mismatch", "《市指引》，见 city.yaml 第 4 行 longest"),
        ("rule-mismatch", "《市指引》，见 city.yaml 第 6 行 title"),
        ("rule-mismatch", "《市指引》，见 city.yaml 第 5 行 parts"),
        ("rule-mismatch", "《市指引》，见 city.yaml 第 5 行 parts"),
        ("rule-mismatch", "《省指引》，见 province.yaml 第 3 行 reported-by"),
    ]


def test_a_rule_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    for name, text in (
        ("draft.txt", DRAFT),
        (".reportlint.yaml", "profile: ./city.yaml"),
        ("city.yaml", "rules: [{longest: 9000}]"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "rule-mismatch" not in [found.check for found in lint(tmp_path / "draft.txt").findings]
    (tmp_path / "city.yaml").write_text("rules: [{longest: 50}]", encoding="utf-8")
    assert "rule-mismatch" in [found.check for found in lint(tmp_path / "draft.txt").findings]


def test_rule_files_that_lead_to_themselves(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", "profile: a.yaml")
    write("a.yaml", "rules: []\nprofile: b.yaml")
    write("b.yaml", "rules: []\nprofile: ./a.yaml")
    outcome = run("draft.txt")
    assert outcome.code == 2 and "b.yaml：第 2 行的 profile 绕了回来" in outcome.err
    write("a.yaml", "rules: []\nprofile: .reportlint.yaml")
    outcome = run("draft.txt")
    assert outcome.code == 2 and "绕了回来" in outcome.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "规则文件 应为键值对，如 {rules: …}"),
        ("source: 《指引》", "规则文件 缺少 rules"),
        ("rules: []\nchecks: {}", "没有名为 checks 的键（规则文件）"),
        ("rules:\n- {longest: 甲}", "rules 第 1 条（第 2 行） longest 应为字数"),
        ("rules:\n- {published-by: 05-01}", "第 2 行的 published-by（5月1日）晚于国家规定的公布期限4月1日"),
        ("rules: [", "不是正确的 YAML"),
        ("rules:\n- {shortest: 9001}", "第 2 行的 shortest（9001）大于"),
    ],
)
def test_a_wrong_rule_file_is_named(run: Run, text: str, said: str) -> None:
    write("drafts/draft.txt", DRAFT)
    write("drafts/.reportlint.yaml", "profile: ../city.yaml\nrules:\n- {longest: 9000}")
    write("city.yaml", text)
    outcome = run("drafts/draft.txt")
    assert outcome.code == 2
    assert "city.yaml：" in outcome.err and said in outcome.err


def test_each_rule_is_told_in_full(run: Run) -> None:
    write(".reportlint.yaml", "rules:\n- {longest: 10, reported-by: 03-01}\n- {title: 年度报告}\n- {parts: [甲]}")
    write("draft.txt", DRAFT)
    out = run("draft.txt", "--select", "rule-mismatch").out
    assert out.count("  说明  ") == 4 and "另有" not in out


# Deadlines


def test_publication_by_the_rule_of_the_issuer(run: Run) -> None:
    write(".reportlint.yaml", "rules:\n- {published-by: 03-05, for: department, source: 《市指引》}")
    for issuer, expected in (
        ("青岚县司法局", [("late-publication", "《市指引》，见 .reportlint.yaml 第 2 行 published-by")]),
        ("青岚县人民政府", []),
        ("青岚县总工会", []),
    ):
        write("draft.txt", DRAFT.replace("青岚县司法局", issuer))
        assert said(run) == expected
    assert said(run, "draft.txt", "--issuer-kind", "department") == [
        ("late-publication", "《市指引》，见 .reportlint.yaml 第 2 行 published-by")
    ]
    (told,) = run("draft.txt", *ONLY, "--issuer-kind", "department").found
    assert told["message"].startswith(
        "按本地规定（.reportlint.yaml 第 2 行），2024年度的报告应当在2025年3月5日之前公布，这里的日期晚了5天。"
    )
    write("draft.txt", DRAFT.replace("2025年3月10日", ""))
    assert said(run, "draft.txt", "--issuer-kind", "department") == []
    write("draft.txt", DRAFT.replace("2025年3月10日", "2025年4月3日"))
    write(".reportlint.yaml", "")
    assert said(run) == [
        ("late-publication", "《法治政府建设与责任落实督察工作规定》第四章“年度报告”：4月1日之前向社会公布")
    ]


def test_the_day_of_publication_does_not_tell_that_of_handing_in(run: Run) -> None:
    write(".reportlint.yaml", "rules:\n- {reported-by: 03-05}")
    write("draft.txt", DRAFT)
    assert [check for check, _ in said(run)] == ["rule-mismatch"]
    lines = DRAFT.splitlines()
    write("draft.txt", "\n".join([lines[0], "发布日期：2025-03-20", *lines[1:-2]]))
    assert said(run) == []


def test_settings_say_what_kind_the_issuer_is(run: Run) -> None:
    write("draft.txt", DRAFT.replace("青岚县司法局", "云川市人民政府"))
    write(".reportlint.yaml", "rules:\n- {published-by: 03-05, for: county}")
    assert said(run) == []
    write(".reportlint.yaml", "issuer-kind: county\nrules:\n- {published-by: 03-05, for: county}")
    assert [check for check, _ in said(run)] == ["late-publication"]
    write("draft.txt", DRAFT)  # a department says what it is
    assert said(run) == []


# Matters


TOLD = """\
青岚县司法局2024年法治政府建设年度报告
一、主要举措和成效
习近平法治思想专题学习6次，党组会议研究法治工作4次，培训执法人员36人，普法宣讲12场，审核合同36份，主动公开信息120条。
"""


def uncovered(run: Run, rules: str, draft: str = TOLD) -> list[tuple[str, str]]:
    """The matters that are told to be lacking, and the basis, finding by finding."""
    write(".reportlint.yaml", f"rules:\n{rules}")
    write("draft.txt", draft)
    found = run("draft.txt", "--select", "uncovered-matter", "--format", "json").found
    return [(item["message"].partition("没有写到：")[2].partition("。")[0], item["basis"]) for item in found]


def test_matters_of_the_state_and_of_local_rules_add_up(run: Run) -> None:
    state = "《法治政府建设实施纲要（2021—2025年）》第二至第十部分"
    less = TOLD.replace("，主动公开信息120条", "")
    own = "- matters: [行政裁决, {name: 数字门牌, words: [数字门牌, 二维码门牌]}]\n  source: 《市指引》"
    assert uncovered(run, "[]") == []
    assert uncovered(run, own) == [("行政裁决、数字门牌", "《市指引》，见 .reportlint.yaml 第 2 行 matters")]
    assert uncovered(run, own, less) == [
        ("行政裁决、数字门牌", "《市指引》，见 .reportlint.yaml 第 2 行 matters"),
        ("权力制约监督", state),  # nothing of that field is told
    ]
    assert uncovered(run, own, TOLD.replace("120条", "120条，安装二维码门牌36块，办理行政裁决案件2件")) == []
    assert uncovered(run, "- matters: [{name: 政务公开, drop: true}]", less) == []
    assert uncovered(run, "- matters: [行政裁决]\n  for: township") == []
    assert uncovered(run, "- matters: [{name: 权力制约监督, drop: true}]", less) == []  # the field, and so its matters
    assert (
        uncovered(run, "- matters: [{name: 政务公开, words: [公示栏]}]", less.replace("36份", "36份，更新公示栏12期"))
        == []
    )


def test_an_own_matter_stands_in_the_table(run: Run) -> None:
    write(".reportlint.yaml", "rules: [{matters: [{name: 数字门牌, words: [二维码门牌]}]}]")
    write("draft.txt", TOLD.replace("120条", "120条，安装二维码门牌36块"))
    table = json.loads(run("outline", "draft.txt", "--format", "json").out)["coverage"]
    assert table[-1] == {
        "matter": "数字门牌",
        "field": "本地事项",
        "told": True,
        "data": True,
        "line": 3,
        "text": "安装二维码门牌36块",
    }


# Rule files that come with reportlint


@pytest.mark.parametrize("name", built_in())
def test_a_rule_file_that_comes_along_says_its_source(name: str) -> None:
    path = built_in()[name]
    profile = read_profile(parse(Path(path).read_bytes(), path))
    assert profile.rules
    assert all(rule.source and rule.line for rule in profile.rules)


def test_hubei(run: Run) -> None:
    write(".reportlint.yaml", "profile: 湖北")
    write("draft.txt", DRAFT)
    assert [basis.partition("）")[2] for _, basis in said(run)] == [
        "二、报告名称，见 hubei.yaml 第 9 行 title",
        "四、报告时间和对象，见 hubei.yaml 第 12 行 reported-by",
    ]
    write("draft.txt", DRAFT.replace("法治政府建设情况报告", "法治政府建设年度报告").replace("3月10日", "2月28日"))
    assert said(run) == []
    write("draft.txt", DRAFT.replace("2024", "2021").replace("2025", "2022"))
    assert said(run) == []  # before there was such a rule


def test_a_day_of_any_year() -> None:
    assert Day(3, 1).of(2024) == datetime.date(2024, 3, 1)
    with pytest.raises(ConfigError):
        load_config("no-such.yaml")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_example_of_the_readme(run: Run, name: str) -> None:
    text = (Path(__file__).parents[2] / name).read_text(encoding="utf-8")
    blocks = [block.partition("```")[0] for block in text.split("```yaml\n")[1:]]
    shared = next(block for block in blocks if "\nrules:" in block and "source: " in block.partition("rules:")[0])
    own = next(block for block in blocks if block.startswith("profile: ../"))
    write(own.split()[1].removeprefix("../"), shared)
    write("青岚县/.reportlint.yaml", own)
    rules = load_config("青岚县/.reportlint.yaml").office.rules.holding(("county", "government"), 2024)
    assert [(rule.name, rule.value) for rule in rules] == [
        ("published-by", Day(3, 15)),
        ("reported-by", Day(3, 1)),  # of the rule file that comes along
        ("longest", 5000),
        ("shortest", 2000),
        ("title", ("<单位><年份>年度法治政府建设情况报告",)),
        ("part", Wanted("典型案例", ("典型案例", "案例选编"))),
    ]
