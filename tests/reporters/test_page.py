"""The page for a browser: all that was found is on it, nothing of a draft is markup; and in Chromium it does as it should."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from chromium import started
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


# The page as it is written


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


# The page in a browser

slow = pytest.mark.slow
VIEW = """
const box = arguments[0].getBoundingClientRect(), bar = document.querySelector(".controls").getBoundingClientRect();
return box.top >= bar.bottom - 1 && box.bottom <= innerHeight + 1 && box.left >= 0 && box.right <= innerWidth;
"""
SHOWN = """
const count = (selector, seen) => [...document.querySelectorAll(selector)].filter(seen).length;
const underlined = (mark) => getComputedStyle(mark).textDecorationLine === "underline";
return [count(".card", (card) => card.checkVisibility()), count("mark", underlined), count(".note", (note) => note.checkVisibility())];
"""
"""How many cards, marks and numbers are to be seen."""


@dataclass
class Browser:
    """Chromium with a page of ours."""

    driver: Any
    folder: Path

    def show(self, *results: FileResult) -> None:
        self.show_markup(rendered(*results))

    def show_markup(self, markup: str) -> None:
        (self.folder / "page.html").write_text(markup, encoding="utf-8")
        self.emulate()
        self.driver.get((self.folder / "page.html").as_uri())

    def emulate(self, media: str = "", scheme: str = "light", width: int = 1440, height: int = 900) -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def all(self, selector: str) -> list[Any]:
        elements: list[Any] = self.driver.find_elements("css selector", selector)
        return elements

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def shown(self, selector: str) -> list[Any]:
        return [element for element in self.all(selector) if element.is_displayed()]

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def click(self, element: Any) -> None:
        """A click with the mouse, after scrolling as far as a person would."""
        self.run("arguments[0].scrollIntoView({block: 'nearest'})", element)
        element.click()

    def in_view(self, element: Any) -> bool:
        return bool(self.run(VIEW, element))

    def behind_the_list(self, element: Any) -> bool:
        """Is it hidden by the column of cards, which lies over the text on a narrow screen?"""
        place, column = element.rect, self.one("aside").rect
        return bool(place["x"] + place["width"] > column["x"] and place["y"] + place["height"] > column["y"])

    def lit(self, kind: str) -> list[str]:
        return [element.text for element in self.all(f".text {kind}.lit")]

    def picture(self, name: str, whole: bool = False) -> bytes:
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})
        data = base64.b64decode(shot["data"])
        (self.folder / f"{name}.png").write_bytes(data)
        return data

    def errors(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    browser = started(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.quit()


@pytest.fixture
def browser(chromium: Any, tmp_path: Path) -> Iterator[Browser]:
    """A browser that must have had nothing to complain of when the test is over."""
    chromium.get_log("browser")
    browser = Browser(chromium, tmp_path)
    yield browser
    assert browser.errors() == []


@pytest.fixture(scope="module")
def long() -> FileResult:
    return linted(long_text(10_000))


@slow
def test_it_opens_at_once(browser: Browser, long: FileResult) -> None:
    """Milliseconds from the start of loading to the first text and to the end; the best of three, as machines are busy."""
    assert long.report and 9_000 < len(long.report.text) < 11_000
    times = []
    for _ in range(3):
        browser.show(long)
        times.append(browser.run("return performance.getEntriesByType('navigation')[0].loadEventEnd"))
        assert len(browser.all(".card")) == len(long.findings) > 100
    assert 0 < min(times) < 1000


@slow
def test_a_click_on_a_finding_shows_its_words(browser: Browser, long: FileResult) -> None:
    browser.show(long)
    cards = browser.all(".card")
    assert not browser.in_view(browser.all("mark")[-1])
    for card in (cards[-1], cards[0], cards[len(cards) // 2], cards[3]):
        words = browser.all(f'mark[data-of~="{card.get_attribute("id")}"]')
        plain = [each.value_of_css_property("background-color") for each in words]
        browser.click(card.find_element("css selector", ".check"))
        assert words and all(browser.in_view(each) for each in words)
        assert browser.in_view(card)
        assert browser.all(".card.lit") == [card]
        assert browser.all("mark.lit") == words
        assert all(
            each.value_of_css_property("background-color") != was for each, was in zip(words, plain, strict=True)
        )


@slow
def test_a_click_on_words_shows_their_findings(browser: Browser) -> None:
    lines = [f"第{number}项工作，办理案件36件。" for number in range(200)]
    text = "\n".join([*LINES[:4], *lines])
    findings = [found(ends(text, line)) for line in lines]
    findings.append(found(ends(text, "第150项工作，办理"), Severity.ERROR))
    findings.append(found(ends(text, "工作，办理案件36件。\n第151项"), Severity.INFO))
    findings.sort(key=lambda finding: finding.span)
    browser.show(marked(text, *findings))
    for words, cards in (("工作，办理", ["r1-151", "r1-152", "r1-153"]), ("第151项", ["r1-153", "r1-154"])):
        (mark,) = [each for each in browser.all("mark") if sorted(each.get_attribute("data-of").split()) == cards]
        assert mark.text == words
        browser.click(mark)
        lit = browser.all(".card.lit")
        assert [card.get_attribute("id") for card in lit] == cards
        assert browser.in_view(lit[0])
        assert words in browser.lit("mark")


@slow
def test_what_a_check_says_again_takes_one_line_until_it_is_opened(browser: Browser) -> None:
    text = "\n".join([*LINES, "办理案件36件。"])
    browser.show(marked(text, found(ends(text, LINES[3])), found(ends(text, "办理案件"))))
    first, again = browser.all(".card")
    assert "说明文字。" in first.text and "说明文字。" not in again.text
    browser.click(again.find_element("css selector", "code"))
    assert "说明文字。" in again.text


@slow
def test_the_strip_leads_to_each_finding(browser: Browser, long: FileResult) -> None:
    browser.show(long)
    ticks = browser.all(".tick")
    assert len(ticks) == len(long.findings)
    places = [float(tick.find_element("css selector", "rect").get_attribute("x")) for tick in ticks]
    assert places == sorted(places) and places[-1] > places[0] + 500
    browser.run("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", ticks[7])
    assert [card.get_attribute("id") for card in browser.all(".card.lit")] == ["r1-8"]


@slow
def test_what_is_folded_is_printed(browser: Browser, long: FileResult) -> None:
    browser.show(long)
    assert not browser.all("main details[open]")
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert len(browser.all("main details[open]")) == len(browser.all("main details")) > 2
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert not browser.all("main details[open]")


@slow
def test_a_place_far_away_is_brought_into_view(browser: Browser) -> None:
    lines = [f"第{number}项工作，办理案件36件。" for number in range(200)]
    text = "\n".join([*LINES[:4], *lines, *LINES[4:]])
    browser.show(marked(text, found(ends(text, "第3项工作"), related=(Related(ends(text, "第190项工作"), "这里"),))))
    browser.click(browser.one("#r1-1 code"))
    (place,) = browser.all(".text .near")
    assert not browser.in_view(place)
    browser.click(browser.one("#r1-1 dd a"))
    assert browser.in_view(place)
    assert browser.all(".text .near") == [place]


@slow
def test_related_places_light_up(browser: Browser, long: FileResult) -> None:
    browser.show(long)
    (number, finding), *_ = [item for item in enumerate(long.findings, 1) if item[1].check == "ratio-mismatch"]
    assert long.report
    browser.click(browser.one(f"#r1-{number} .check"))
    assert {element.text for element in browser.all(".text .near")} == {
        long.report.words(r.span) for r in finding.related
    }
    assert {
        element.value_of_css_property("text-decoration-style") for element in browser.all(".text .near:not(mark)")
    } == {"dotted"}
    ledger = browser.all(".overview summary")[-1]
    browser.run("arguments[0].scrollIntoView({block: 'center'})", ledger)
    ledger.click()
    browser.one(".overview a[data-see='r1.3']").click()
    assert {element.get_attribute("data-see").split().count("r1.3") for element in browser.all(".text .near")} == {1}
    assert browser.in_view(browser.all(".text .near")[0])


@slow
def test_keyboard(browser: Browser, long: FileResult) -> None:
    enter, escape = "\ue007", "\ue00c"
    browser.show(long)
    link = browser.all(".card a")[-1]
    link.send_keys(enter)
    assert [browser.in_view(words) for words in browser.all("mark.lit")] == [True]
    assert browser.run("return document.activeElement") == link
    link.send_keys(escape)
    assert browser.all(".lit") == []
    browser.one("#r1-40w").send_keys(enter)
    assert [card.get_attribute("id") for card in browser.all(".card.lit")] == ["r1-40"]
    assert browser.run("return document.activeElement.closest('.card').id") == "r1-40"
    for step, name in (("1", "r1-41"), ("1", "r1-42"), ("-1", "r1-41")):
        browser.one(f"button[data-step='{step}']").send_keys(enter)
        assert [card.get_attribute("id") for card in browser.all(".card.lit")] == [name]
        assert browser.in_view(browser.one("mark.lit"))


@slow
def test_filters(browser: Browser, long: FileResult) -> None:
    browser.show(long)
    severities = [str(finding.severity) for finding in long.findings]

    def shown() -> list[int]:
        return list(browser.run(SHOWN))

    everything = shown()
    assert everything[0] == everything[2] == len(long.findings)
    browser.one("input[value=warning]").click()
    cards, marks, notes = shown()
    assert cards == notes == len(severities) - severities.count("warning")
    assert browser.shown(".card[data-severity=error]") and not browser.shown(".card[data-severity=warning]")
    assert 0 < marks < everything[1]
    assert browser.one("output").text == f"显示 {cards} 条，共 {len(severities)} 条"
    browser.one("input[value=warning]").click()
    assert shown() == everything
    browser.one(".controls summary").click()
    browser.one("button[data-all=false]").click()
    assert shown() == [0, 0, 0]
    browser.one("input[value=ratio-mismatch]").click()
    wrong = [finding for finding in long.findings if finding.check == "ratio-mismatch"]
    assert shown()[0] == len(wrong) == shown()[2]
    browser.one("button[data-all=true]").click()
    assert shown() == everything


@slow
def test_a_filtered_finding_leaves_the_one_below_it(browser: Browser) -> None:
    text = "\n".join(LINES)
    heavy, light = found(ends(text, "举办培训"), Severity.ERROR), found(ends(text, "培训12期"), Severity.INFO)
    browser.show(marked(text, heavy, light))
    assert [mark.get_attribute("data-severity") for mark in browser.all("mark")] == ["error", "error", "info"]
    browser.one("input[value=error]").click()
    assert [mark.get_attribute("data-severity") for mark in browser.all("mark")] == ["", "info", "info"]


@slow
def test_a_script_in_a_report_is_text(browser: Browser) -> None:
    attack = "<script>document.title = '2'</script><img src=x onerror=\"document.title = '3'\">"
    text = "\n".join((LINES[0] + attack, LINES[2], attack, *LINES[3:]))
    browser.show(
        FileResult(attack, read(text.encode(), attack), [found(ends(text, attack), suggestion=attack)]),
        FileResult(attack, error=attack),
    )
    assert browser.driver.title == "检查结果"
    assert [line.text for line in browser.all(".line")][:3] == text.split("\n")[:3]
    assert browser.run("return document.scripts.length + document.images.length") == 1


@slow
def test_blanks_stay(browser: Browser) -> None:
    browser.show(marked("\n".join((*LINES, "　　甲  乙\t丙。"))))
    assert browser.run("return [...document.querySelectorAll('.line')].at(-1).innerText") == "　　甲  乙\t丙。"


@slow
def test_the_policy_is_kept(browser: Browser, long: FileResult) -> None:
    """Were there a hole in the page, what came through it would do nothing."""
    (browser.folder / "foreign.js").write_text("document.title = '3'", encoding="utf-8")
    foreign = (
        "<script>document.title = '2'</script><script src=foreign.js></script><style>.card { display: none }</style>"
        "<p onclick=\"document.title = '4'\" id=foreign style='display: none'>…</p><img src=foreign.js>"
    )
    browser.show_markup(rendered(long).replace("<main>", f"<main>{foreign}"))
    browser.one("#foreign").click()
    assert browser.driver.title == "检查结果"
    assert browser.shown(".card")
    refused = browser.errors()
    assert len(refused) == 6
    assert all("Content Security Policy" in message for message in refused)


@slow
def test_without_scripts(browser: Browser, long: FileResult) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.show(long)
        assert not browser.shown(".controls")
        assert len(browser.shown(".card")) == len(long.findings)
        assert long.report and browser.one(".text").text.count("\n") > 50
        browser.all(".card a")[-1].click()
        assert browser.run("return document.querySelector('.note:target').id") == f"r1-{len(long.findings)}w"
        assert browser.run(VIEW, browser.one(".note:target"))
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@slow
def test_on_paper(browser: Browser) -> None:
    browser.show(
        linted(FAULTY.read_text(encoding="utf-8")), linted((FAULTY.parent / "good.txt").read_text(encoding="utf-8"))
    )
    assert browser.shown(".controls") and browser.shown("footer")
    browser.one(".overview summary").click()  # what is open is printed
    browser.emulate(media="print", width=800)
    assert not browser.shown(".controls") and not browser.shown("footer")
    assert browser.run("return document.querySelector('.overview li').checkVisibility()")
    assert all(card.is_displayed() for card in browser.all(".card"))
    assert {aside.value_of_css_property("position") for aside in browser.all("aside")} == {"static"}
    strokes = {
        b.get_attribute("data-severity"): b.value_of_css_property("text-decoration-style") for b in browser.all("b")
    }
    assert len(set(strokes.values())) == len(SEVERITIES)  # told apart without colours
    assert {mark.value_of_css_property("background-color") for mark in browser.all("mark")} == {"rgba(0, 0, 0, 0)"}
    assert len(browser.picture("print", whole=True)) > 50_000
    printed = base64.b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert printed.startswith(b"%PDF")


def luminance(colour: str) -> float:
    return sum(float(part) for part in re.findall(r"[\d.]+", colour)[:3]) / 3


@slow
@pytest.mark.parametrize("width", [1440, 1000, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_any_screen(browser: Browser, long: FileResult, width: int, scheme: str) -> None:
    browser.show(long, FileResult("broken.txt", error="读不了这个文件。"))
    browser.emulate(scheme=scheme, width=width, height=844)
    browser.all(".card")[-1].find_element("css selector", "a").click()
    assert browser.run("return document.documentElement.scrollWidth") <= width
    assert browser.in_view(browser.one("mark.lit")) and not browser.behind_the_list(browser.one("mark.lit"))
    for note in browser.all(".note")[:40:4]:
        browser.run("arguments[0].focus()", note)  # as the tab key does
        assert browser.in_view(note) and not browser.behind_the_list(note)
    body, card = browser.one("body"), browser.one(".card")
    for element in (body, card):
        ink, ground = (luminance(element.value_of_css_property(name)) for name in ("color", "background-color"))
        assert ground - ink > 120 if scheme == "light" else ink - ground > 120
    assert len(browser.picture(f"{scheme}-{width}")) > 20_000
