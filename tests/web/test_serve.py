"""`reportlint serve` as a person has it: started, opened in a browser, every way through the page clicked."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import started
from conftest import Run
from docx import Document

pytest.importorskip("uvicorn", reason="the extra web is not installed")

from served import Person, served

from reportlint.web.app import Desk

EXAMPLES = Path(__file__).parents[2] / "examples" / "law-based-government"
WATCHED = """
import sys
def told(event, arguments):
    if event in ("socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        print(event, arguments[1:] if event in ("socket.bind", "socket.connect") else arguments, file=sys.stderr, flush=True)
sys.addaudithook(told)
from reportlint.command.main import main
main()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_command_serves_until_interrupted_and_reaches_nothing_but_loopback(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WATCHED, "serve", "--no-browser"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    ) as process:  # fmt: skip
        try:
            assert process.stdout and process.stderr
            address = re.findall(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", process.stdout.readline())[0]
            with urllib.request.urlopen(address, timeout=30) as page:
                assert "把草稿拖到这里" in page.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        events = [line for line in process.stderr.read().splitlines() if line.startswith("socket.")]
    assert [event for event in events if event.startswith("socket.bind")]
    assert all("127.0.0.1" in event for event in events), events


def test_settings_that_cannot_be_used_are_told_at_the_start(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bad.yaml").write_text("chekcs: {}\n")
    for arguments in (
        ("--config", "bad.yaml"),
        ("--host", "no such host"),
        ("--port", "70000"),
        ("--public-address", "lint.example.cn"),
    ):
        outcome = run("serve", "--no-browser", *arguments)
        assert outcome.code == 2 and "。" in outcome.err
    monkeypatch.setenv("REPORTLINT_TOKEN", "short")
    assert run("serve", "--no-browser").code == 2


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[Any]:
    browser = started(tmp_path_factory.mktemp("profile"), downloads)
    yield browser
    browser.quit()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """The page, open in a browser that must have had nothing to complain of when the test is over."""
    chromium.get_log("browser")
    with served(Desk()) as person:
        chromium.get(person.address)
        wait(lambda: chromium.find_elements("css selector", "#checks select"))
        yield Page(chromium, person)
        chromium.get("about:blank")
        wait(lambda: not person.desk.jobs._jobs)  # the page, when left, has its drafts forgotten
    assert [each["message"] for each in chromium.get_log("browser") if each["level"] in ("SEVERE", "WARNING")] == []


def wait(done: Callable[[], Any]) -> Any:
    until = time.monotonic() + 60
    while not (found := done()):
        assert time.monotonic() < until
        time.sleep(0.05)
    return found


class Page:
    def __init__(self, driver: Any, person: Person) -> None:
        self.driver, self.person = driver, person

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[Any]:
        found: list[Any] = self.driver.find_elements("css selector", selector)
        return found

    def check(self) -> str:
        """Press the button, and wait for what is said in the end."""
        self.one("#go").click()
        return str(wait(lambda: self.one("#go").is_enabled() and self.one("#said").text))

    def findings(self) -> int:
        """How many cards the page of findings has."""
        self.driver.switch_to.frame(self.one("#page"))
        try:
            return len(wait(lambda: self.all(".card")))
        finally:
            self.driver.switch_to.default_content()


@pytest.mark.slow
def test_text_pasted_is_linted(page: Page) -> None:
    page.driver.execute_script(
        "document.getElementById('text').value = arguments[0]", (EXAMPLES / "faulty-claims.txt").read_text("utf-8")
    )
    assert "检查了 1 份草稿" in page.check()
    counts = [int(cell.text or 0) for cell in page.all("#rows tbody td")[1:4]]
    assert page.findings() == sum(counts) > 5


@pytest.mark.slow
def test_files_chosen_are_linted_and_taken_away(page: Page, downloads: Path) -> None:
    page.one("#files").send_keys("\n".join(str(EXAMPLES / name) for name in ("faulty-web-copy.txt", "good.txt")))
    assert [each.text.split("\n")[0].removesuffix("去掉").strip() for each in page.all("#chosen li")] == ["faulty-web-copy.txt", "good.txt"]  # fmt: skip
    assert "检查了 2 份草稿" in page.check()
    assert page.one("#page").get_attribute("src").endswith("/survey")
    page.one("#book").click()
    copy, mended = page.all("#rows tbody tr:first-child a")
    copy.click()
    mended.click()
    page.one("#one-by-one").click()
    page.one("#save").click()
    for name in ("一览.xlsx", "faulty-web-copy.review.docx", "faulty-web-copy.txt", "检查结果.html"):
        wait((downloads / name).exists)
    assert list(Document(str(downloads / "faulty-web-copy.review.docx")).comments)
    assert "由 reportlint" in (downloads / "检查结果.html").read_text("utf-8")
    assert (downloads / "faulty-web-copy.txt").read_bytes() != (EXAMPLES / "faulty-web-copy.txt").read_bytes()


@pytest.mark.slow
def test_checks_are_switched_off_and_on_again(page: Page) -> None:
    page.one("#files").send_keys(str(EXAMPLES / "faulty-claims.txt"))
    page.check()
    before = page.findings()
    page.one("#settings summary").click()
    page.one("#search").send_keys("unquantified-claim")
    (label,) = [label for label in page.all("#checks label") if label.is_displayed()]
    label.find_element("css selector", "option[value='off']").click()
    page.check()
    assert page.findings() < before
    page.one("#defaults").click()
    page.check()
    assert page.findings() == before


@pytest.mark.slow
def test_a_draft_is_taken_back_and_all_is_cleared(page: Page) -> None:
    page.one("#files").send_keys("\n".join(str(EXAMPLES / name) for name in ("faulty-claims.txt", "good.txt")))
    page.one("#chosen li button").click()
    assert "检查了 1 份草稿" in page.check()
    page.one("#clear").click()
    wait(lambda: not page.one("#page").is_displayed())
    wait(lambda: page.all("#chosen li") == [])
    assert "还没有草稿" in page.check()


@pytest.mark.slow
def test_by_keyboard_alone(page: Page) -> None:
    """From the text to the button by the tabulator, and started by Enter."""
    from selenium.webdriver import ActionChains, Keys

    page.one("#text").send_keys("云渚县2024年度法治政府建设情况报告")
    for _ in range(5):
        ActionChains(page.driver).send_keys(Keys.TAB).perform()
        if page.driver.switch_to.active_element.get_attribute("id") == "go":
            break
    ActionChains(page.driver).send_keys(Keys.ENTER).perform()
    wait(lambda: "检查了 1 份草稿" in page.one("#said").text)


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_is_wider_than_the_screen(page: Page, width: int) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    page.one("#files").send_keys(str(EXAMPLES / "faulty-claims.txt"))
    page.check()
    page.one("#settings summary").click()
    assert page.driver.execute_script("return document.documentElement.scrollWidth") <= width
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
