"""The page for a browser: all that was found is on it, nothing of a draft is markup."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import write
from growth import outgrows
from hypothesis import example, given
from test_invariants import quick, texts

from reportlint.document.source import Span, UnreadableError
from reportlint.finding import Edit, Finding, Related, Severity
from reportlint.linting.config import Config
from reportlint.linting.pipeline import Crash, run_checks
from reportlint.report import read
from reportlint.reporters import html
from reportlint.reporters import json as as_json
from reportlint.reporters.at_a_glance import at_a_glance
from reportlint.reporters.labels import SEVERITIES
from reportlint.reporters.plain_text import clean
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import NO_REPORT, FileResult
from reportlint.repository.files import File, find_files
from reportlint.repository.run import run
from reportlint.repository.search import Unusable

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFTS = sorted(EXAMPLES.rglob("*.txt"))
FAULTY = EXAMPLES / "law-based-government" / "faulty-claims.txt"
ATTACK = """<script>alert(1)</script><img src=x onerror="alert(2)">&lt;'"`</p></style>{$script}"""
UNSEEN = "\x0b\x1b\x85\u200b\u2028\u202e\u2066\ufeff\ud800"
LINES = (
    "霁川区人民政府2023年度法治政府建设情况报告",
    "",
    "一、主要举措和成效",
    "（一）加强学习。举办培训12期。",
    "二、存在的不足",
)


@dataclass
class Element:
    """An element of a page, with all the text in it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    text: str = ""

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def names(self, attribute: str) -> list[str]:
        return self.attributes.get(attribute, "").split()

    def within(self, other: Element) -> bool:
        return self is other or (self.parent is not None and self.parent.within(other))


class Page(HTMLParser):
    """A page read strictly: every element that is opened is closed, in order."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, self.open[-1] if self.open else None)
        self.elements.append(element)
        if tag not in ("meta", "input"):
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def of(self, kind: str) -> list[Element]:
        """The elements of a tag, or of a class if a dot comes first."""
        name = kind.removeprefix(".")
        return [each for each in self.elements if (name in each.classes if kind[0] == "." else each.tag == name)]


def rendered(*results: FileResult) -> str:
    pieces = html.findings(iter(results))
    return "".join(f"{piece}\n" for piece in pieces).encode("utf-8").decode("utf-8")


def linted(text: str, path: str = "draft.txt") -> FileResult:
    report = read(text.encode(), path)
    found, crashes = run_checks(report, Config())
    return FileResult(path, report, found, crashes)


def found(span: Span, severity: Severity = Severity.WARNING, **more: Any) -> Finding:
    return Finding(span, "说明文字。", severity=severity, check="long-sentence", **more)


def marked(text: str, *findings: Finding) -> FileResult:
    """A text with these findings alone."""
    return FileResult("draft.txt", read(text.encode(), "draft.txt"), list(findings))


def ends(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def source_lines(text: str) -> list[str]:
    lines = re.split(r"\r\n|\r|\n", text)
    return lines[:-1] if not lines[-1] else lines


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_whole_text_is_shown(path: Path, newline: str) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", newline)
    shown = Page(rendered(linted(text))).of(".line")
    assert [line.text for line in shown] == source_lines(text)
    assert [line.attributes["data-n"] for line in shown] == [str(n) for n in range(1, len(shown) + 1)]


def test_lines_are_shown_for_what_they_are() -> None:
    page = Page(
        rendered(linted((EXAMPLES / "law-based-government" / "faulty-web-copy.txt").read_text(encoding="utf-8")))
    )
    kinds = {line.attributes["data-n"]: line.classes[1:] for line in page.of(".line")}
    assert [kinds[n] for n in ("1", "3", "5", "9", "11", "37")] == [
        ["furniture"],
        ["title"],
        ["furniture"],
        [],
        ["h1"],
        ["furniture"],
    ]
    below = [each for each in page.of(".h2") if each.parent and each.parent.attributes["data-n"] == "13"]
    assert "".join(each.text for each in below) == "(一)健全工作机制"
    headings = [line for line in page.of(".line") if line.attributes.get("role") == "heading"]
    assert {line.classes[1]: line.attributes["aria-level"] for line in headings} == {"title": "3", "h1": "4"}


def test_a_report_on_one_line() -> None:
    text = "".join(LINES).replace("报告一、", "报告 一、") + "基层执法力量不足，主要原因是编制少。" * 40
    (line,) = Page(rendered(linted(text))).of(".line")
    assert line.text == text


def test_lines_are_numbered_as_in_the_file() -> None:
    """Those of Markdown before its marks were taken away, where a paragraph may be several lines: the lines of the text are others."""
    markup = f"# {LINES[0]}\n\n## {LINES[2]}\n\n（一）**加强学习**。举办培训12期，\n一大批干部参加。\n\n## {LINES[4]}\n"
    result = linted(markup, "draft.md")
    page = Page(rendered(result))
    shown = [(line.text, line.attributes["data-n"]) for line in page.of(".line")]
    told = [
        (LINES[0], "1"),
        (LINES[2], "3"),
        ("（一）加强学习。举办培训12期，一大批干部参加。", "5"),
        (LINES[4], "8"),
    ]
    assert shown == told
    assert result.report and result.findings
    for card, finding in zip(page.of(".card"), result.findings, strict=True):
        line, column = result.report.source.position(finding.span.start)
        assert f"{line}:{column}" in card.text
    ids = [line.attributes["id"] for line in page.of(".line")]
    assert len(ids) == len(set(ids))


@quick
@example("霁川区人民政府2023年度法治政府建设情况报告\n一、主要举措和成效\n\r\u200b\n")
@given(texts)
def test_any_text_is_shown(text: str) -> None:
    try:
        result = linted(text)
    except UnreadableError:
        return
    page = Page(rendered(result))
    seen = [line.text for line in page.of(".line")]
    written = [clean(line) for line in source_lines(text.removeprefix("\ufeff"))]
    # what cannot be seen belongs to a character of its line, and where there is none, to nothing
    assert [line.strip("\ufffd") and line for line in seen] == [line.strip("\ufffd") and line for line in written]
    assert len(page.of(".card")) == len(page.of(".note")) == len(result.findings)


def test_nothing_of_a_draft_is_markup() -> None:
    text = "\n".join(
        (f"霁川区人民政府2023年度法治政府建设情况报告{ATTACK}", LINES[2], ATTACK, f"（一）{ATTACK}。", *LINES[3:])
    )
    other = read(b"x", f"last{ATTACK}.txt").source
    finding = Finding(
        Span(0, len(text)),
        ATTACK,
        ATTACK,
        (Related(Span(30, 60), ATTACK), Related(Span(0, 1), ATTACK, other)),
        ATTACK,
        (Edit(Span(50, 70), ATTACK),),
        Severity.ERROR,
        check=ATTACK,
        basis=ATTACK,
    )
    report = read(text.encode(), ATTACK)
    results = [
        FileResult(ATTACK, report, [finding], [Crash(ATTACK, ATTACK)], error=ATTACK),
        FileResult(f"broken{ATTACK}", error=ATTACK),
    ]
    page = Page(rendered(*results))
    plain = Page(rendered(marked("\n".join(LINES))))
    assert [line.text for line in page.of(".line")] == text.split("\n")
    assert [len(page.of(tag)) for tag in ("script", "style", "img")] == [
        len(plain.of(tag)) for tag in ("script", "style", "img")
    ]
    assert page.of("script")[0].text == plain.of("script")[0].text
    known = {
        "class",
        "id",
        "href",
        "title",
        "lang",
        "name",
        "value",
        "checked",
        "type",
        "hidden",
        "scope",
        "role",
        "tabindex",
    }
    known |= {"charset", "http-equiv", "content", "viewbox", "preserveaspectratio", "x", "width", "height"}
    for element in page.elements:
        assert {name for name in element.attributes if not name.startswith(("data-", "aria-"))} <= known
    (card,) = page.of(".card")
    assert card.attributes["data-check"] == ATTACK
    assert card.text.count(ATTACK) == 7  # check, message, suggestion, replacement, message and path of places, basis
    assert [row.text.count(ATTACK) for row in page.of("tr")[-2:]] == [4, 2]


def test_what_cannot_be_seen_is_shown_as_such() -> None:
    text = "\n".join(LINES) + "\n案\u200b件\u2028办\u202e结\x85。\t完\u3000"
    finding = Finding(
        ends(text, "办\u202e结"), UNSEEN, UNSEEN, replacement=UNSEEN, check=UNSEEN, basis=UNSEEN, severity=Severity.INFO
    )
    page = rendered(FileResult(UNSEEN, read(text.encode(), UNSEEN), [finding]), FileResult(UNSEEN, error=UNSEEN))
    assert not set(UNSEEN) & set(page)
    assert Page(page).of(".line")[-1].text == "案�件�办�结�。\t完\u3000"


def test_overlapping_findings() -> None:
    """Whatever spans there are: each finding's words are marked with it, each mark has the weight of its heaviest."""
    text = "\r\n".join(LINES)
    chance = random.Random(20240322)
    for _ in range(300):
        findings = []
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(text))
            findings.append(found(Span(start, chance.randint(start + 1, len(text))), chance.choice(list(Severity))))
        page = Page(rendered(marked(text, *findings)))
        assert [line.text for line in page.of(".line")] == list(LINES)
        for number, finding in enumerate(findings, 1):
            words = [mark.text for mark in page.of("mark") if f"r1-{number}" in mark.names("data-of")]
            assert "".join(words) == re.sub(r"[\r\n]", "", text[slice(*finding.span)])
            assert len([note for note in page.of(".note") if note.attributes["href"] == f"#r1-{number}"]) == 1
        for mark in page.of("mark"):
            over = [findings[int(card.split("-")[1]) - 1].severity for card in mark.names("data-of")]
            assert mark.attributes["data-severity"] == str(max(each for each in over if each))


def test_the_number_stands_behind_the_words() -> None:
    text = "\n".join(LINES)
    page = Page(rendered(marked(text, found(ends(text, "加强学习")), found(ends(text, "学习。举办")))))
    (line,) = [each for each in page.of(".line") if "加强" in each.text]
    pieces = [
        each.text or each.attributes["id"] for each in page.elements if each.parent is line and each.tag != "span"
    ]
    assert pieces == ["加强", "学习", "r1-1w", "。举办", "r1-2w"]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_every_finding_is_listed(path: Path) -> None:
    result = linted(path.read_text(encoding="utf-8"), path.name)
    cards = Page(rendered(result)).of(".card")
    items = json.loads("\n".join(as_json.findings([result])))
    said = {(item["check"], item["line"], item["column"]): item for item in items}
    assert len(cards) == len(items) == len(result.findings)
    for card, finding in zip(cards, result.findings, strict=True):
        assert result.report
        line, column = result.report.source.position(finding.span.start)
        item = said[finding.check, line, column]
        assert card.attributes["data-severity"] == item["severity"]
        expected = [SEVERITIES[Severity[item["severity"].upper()]], finding.check, f"{line}:{column}", finding.message]
        expected += [finding.suggestion, finding.basis or "", clean(finding.replacement or "")]
        for related in item["related"]:
            expected += [f"{related['line']}:{related['column']}", related["message"]]
        assert [words for words in expected if words not in card.text] == []


def test_links_lead_somewhere() -> None:
    page = Page(rendered(*(linted(path.read_text(encoding="utf-8"), path.name) for path in DRAFTS)))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    links = [link for link in page.of("a") if "href" in link.attributes]
    assert len(links) > 100
    assert {link.attributes["href"] for link in links} <= {f"#{name}" for name in ids}
    texts = page.of(".text")
    seen = {
        name for each in page.elements for name in each.names("data-see") if any(each.within(text) for text in texts)
    }
    assert {name for link in links for name in link.names("data-see")} == seen
    assert {name for mark in page.of("mark") for name in mark.names("data-of")} == {
        card.attributes["id"] for card in page.of(".card")
    }
    assert all(link.text or link.attributes.get("aria-label") for link in links)


def test_related_places_are_marked() -> None:
    text = "\n".join(LINES)
    elsewhere = Related(Span(0, 2), "上一年度的写法", read("霁川区".encode(), "last.txt").source)
    places = (Related(ends(text, "二、"), "另一处"), Related(ends(text, "举措和"), "另一处"), elsewhere)
    edits = (Edit(ends(text, "12"), ""),)
    page = Page(rendered(marked(text, found(ends(text, "举措"), related=places, replacement="", edits=edits))))
    spots = [
        (each.tag, each.text, each.names("data-see"))
        for each in page.elements
        if each.names("data-see") and each.tag != "a"
    ]
    assert spots == [
        ("mark", "举措", ["r1-1.1"]),
        ("span", "和", ["r1-1.1"]),
        ("span", "12", ["r1-1.edits"]),
        ("span", "二、", ["r1-1.0"]),
    ]
    (card,) = page.of(".card")
    assert "另见另一处：5:1“二、”、3:5“举措和”；上一年度的写法：last.txt:1:1“霁川”" in card.text
    assert "改为（删去）（另有 1 处同改）" in card.text


def test_policy() -> None:
    """The policy allows the one style and the one script that are there, and nothing else."""
    page = Page(rendered(linted(FAULTY.read_text(encoding="utf-8"))))
    (policy,) = [meta.attributes["content"] for meta in page.of("meta") if "http-equiv" in meta.attributes]
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    (style,), (script,) = page.of("style"), page.of("script")
    digests = {e.tag: base64.b64encode(hashlib.sha256(e.text.encode()).digest()).decode() for e in (style, script)}
    assert allowed == {
        "default-src": "'none'",
        "style-src": f"'sha256-{digests['style']}'",
        "script-src": f"'sha256-{digests['script']}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert page.elements.index(style) > page.elements.index(
        next(m for m in page.of("meta") if "http-equiv" in m.attributes)
    )


def test_nothing_is_fetched() -> None:
    page = rendered(*(linted(path.read_text(encoding="utf-8"), path.name) for path in DRAFTS))
    assert not re.search(r"https?:|url\(|@import|\bsrc=|<link|fetch\(|XMLHttp|import\(|innerHTML|eval\(", page)


def test_several_files(tmp_path: Path) -> None:
    good, faulty = (EXAMPLES / "law-based-government" / name for name in ("good.txt", "faulty-claims.txt"))
    (tmp_path / "broken.txt").write_bytes(b"\x89PNG\r\n")
    files: list[File | Unusable] = [
        File(str(good), Config()),
        File(str(tmp_path / "broken.txt"), Config()),
        File(str(faulty), Config()),
        Unusable("missing.txt", "没有这个文件。"),
        File(str(good), Config(), excluded=True),
    ]
    results = [*run(files, Asked()), FileResult("notice.txt", passed_over=NO_REPORT)]
    page = Page(rendered(*results))
    rows = [row.text for row in page.of("tr") if row.within(page.of("section")[0])]
    counts = [sum(each.severity == severity for each in results[2].findings) for severity in SEVERITIES]
    assert rows[0] == "文件错误警告提示说明"
    assert rows[1:] == [
        f"{good}000",
        f"{tmp_path / 'broken.txt'}———{results[1].error}",
        f"{faulty}{''.join(map(str, counts))}",
        "missing.txt———没有这个文件。",
    ]
    assert results[1].error
    assert [section.attributes["id"] for section in page.of(".report")] == ["r1", "r3"]
    totals = page.of(".masthead")[0].text
    for words in (
        "检查了 2 份报告",
        f"{counts[1]} 处警告",
        "2 个文件没能检查",
        "略过 1 个不是年度报告的文件",
        "按设置略过 1 个文件",
    ):
        assert words in totals


def test_one_file_needs_no_summary() -> None:
    assert "<h2>一览</h2>" not in rendered(linted(FAULTY.read_text(encoding="utf-8")))
    assert "没有检查任何报告" in rendered()
    assert "读不了" in Page(rendered(FileResult("a.txt", error="读不了"))).of(".failure")[0].text


def test_a_check_that_failed_is_told() -> None:
    result = marked("\n".join(LINES))
    page = Page(rendered(FileResult("a.txt", result.report, crashes=[Crash("long-sentence", "ValueError: 1")])))
    assert ["long-sentence" in failure.text and "ValueError: 1" in failure.text for failure in page.of(".failure")] == [
        True
    ]


def test_settings_are_shown_as_plain_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = "waivers:\n  - {check: thin-section, path: gone.txt, reason: 已公开}\n"
    write(".reportlint.yaml", settings)
    write("good.txt", (EXAMPLES / "law-based-government" / "good.txt").read_bytes())
    results = list(run(find_files(["good.txt"], None), Asked()))
    page = Page(rendered(*results))
    section = page.of(".report")[1]
    lines = [line for line in page.of(".line") if line.within(section)]
    assert [(line.text, line.classes) for line in lines] == [(words, ["line"]) for words in settings.splitlines()]
    assert [card.attributes["data-check"] for card in page.of(".card")] == ["stale-waiver"]
    assert not [each for each in page.of(".overview") if each.within(section)]


def test_picture_of_the_parts() -> None:
    folder = EXAMPLES / "law-based-government"
    pages = {name: Page(rendered(linted((folder / f"{name}.txt").read_text(encoding="utf-8")))) for name in
             ("faulty-missing-part", "faulty-merged", "faulty-no-headings", "faulty-order", "faulty-claims", "not-a-report")}  # fmt: skip
    rows = {name: [row.text for row in page.of("tr")] for name, page in pages.items()}
    (numbers,) = re.findall("✓ 主要举措和成效有5—15 65%54916(\\d+)", rows["faulty-claims"][1])
    claims = at_a_glance(read((folder / "faulty-claims.txt").read_bytes(), "draft.txt")).parts["measures"]
    assert numbers == f"{claims.data}{claims.claims}{claims.unsupported}" and claims.claims > claims.unsupported > 5
    assert rows["faulty-missing-part"][3] == "✗ 党政主要负责人履行推进法治建设第一责任人职责情况缺———————"
    assert rows["faulty-merged"][2].startswith("✓ 存在的不足和原因合并15—19")
    assert rows["faulty-no-headings"][1].startswith("✓ 主要举措和成效未单设5—15")
    assert "第 31 行 数字法治政府建设进展不平衡✗ 没有回应" in rows["faulty-order"]
    titles = [title.text for title in pages["faulty-claims"].of("summary")]
    assert titles[1:] == [
        "第一责任人的职责：6 项，3 项没有写到",
        "不足和安排：2 条不足，都有回应",
        "数据的分布：11 节，1 节没有",
        "事项：写到 19/32 项",
        "数字核对：1 处，都相符",
    ]
    assert not pages["not-a-report"].of(".overview")


def test_ledger() -> None:
    text = "\n".join((*LINES[:4], "办理案件40件，办结30件，办结率80%。", *LINES[4:]))
    page = Page(rendered(linted(text)))
    assert "第 5 行比率80%30÷40=75.0%✗ 不符" in [row.text for row in page.of("tr")]
    (title,) = [title.text for title in page.of("summary") if "数字核对" in title.text]
    assert title == "数字核对：2 处，1 处不符"


WORDS = (("错误", "error"), ("警告", "warning"), ("提示", "info"))


def test_filters_have_counts() -> None:
    result = linted(FAULTY.read_text(encoding="utf-8"))
    page = Page(rendered(result))
    labels = [label.text.split() for label in page.of("label")]
    severities = Counter(str(finding.severity) for finding in result.findings)
    assert severities["warning"] > severities["info"] > 1
    assert labels[:3] == [["错误", "0"], *([word, str(severities[each])] for word, each in WORDS[1:])]
    checks = [finding.check for finding in result.findings]
    titles = {finding.check: finding.title for finding in result.findings}
    assert labels[3:] == [[titles[check], check, str(checks.count(check))] for check in sorted(set(checks))]
    assert [control.attributes.get("hidden") for control in page.of(".controls")] == [""]  # until a script runs


def long_text(size: int) -> str:
    """An invented report of about so many characters, with findings all over."""
    items = (
        "开展案卷评查，抽查案卷{a}卷，合格{b}卷，合格率{c}%，执法质量显著提升。",
        "举办培训{d}期，参加人员{a}人次，一大批执法人员能力持续提升。",
        "受理行政复议申请{a}件，审结{b}件，其中撤销{d}件，多次召开座谈会研究突出问题。",
        "修订行政规范性文件{d}件，废止{d}件，制度体系更加完善。",
    )
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size - 280:
        n = len(paragraphs) + 1
        a, b = 120 + 7 * n, 113 + 6 * n
        words = "".join(
            items[(n + k) % 4].format(a=a, b=b, c=f"{100 * b / a + (n % 7 == 0):.1f}", d=3 + n % 5) for k in range(4)
        )
        paragraphs.append(f"　　{n}. 推进第{n}项任务。{words}\n\n")
    return (
        "霁川区人民政府2024年度法治政府建设情况报告\n\n　　现将有关情况报告如下：\n\n　　一、主要举措和成效\n\n"
        f"{''.join(paragraphs)}　　二、存在的不足和原因\n\n"
        "　　一是基层执法力量不足，主要原因是编制没有随案件增加。二是案卷质量不高，原因是培训不够。\n\n"
        "　　三、党政主要负责人履行推进法治建设第一责任人职责情况\n\n"
        "　　区长主持召开常务会议审议法治议题12个，督办信访积案6件。\n\n"
        "　　四、2025年主要安排\n\n　　6月底前增配执法人员12名；全年评查案卷300卷。\n"
    )


def test_building_is_linear() -> None:
    """Four times the text takes about four times the time."""
    short, long = linted(long_text(15_000)), linted(long_text(60_000))
    assert 3.5 < len(long.findings) / len(short.findings) < 4.5

    assert not outgrows(lambda size: partial(rendered, short if size == 15_000 else long), 15_000, 60_000, 6)
