"""The page in Chromium does as it should: what is found is shown, clicked, filtered and printed, and no script of a draft runs."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from chromium import started
from test_page import FAULTY, LINES, ends, found, linted, long_text, marked, rendered

from reportlint.finding import Related, Severity
from reportlint.report import read
from reportlint.reporters.labels import SEVERITIES
from reportlint.repository.file_result import FileResult

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
