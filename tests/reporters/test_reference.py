"""The page on a check is linked: at this machine the installed copy, elsewhere the address that the package states."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest
from conftest import Run, write
from test_cli import FAULTY

from reportlint.linting.check import load_checks
from reportlint.reporters import reference

FOLDER = "https://docs.invalid/reportlint"


@pytest.fixture
def stated(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that says where its documentation is."""
    said = Message()
    said["Project-URL"] = "Source, https://source.invalid"
    said["Project-URL"] = f"Documentation, {FOLDER}/"
    monkeypatch.setattr(reference, "metadata", lambda name: said)
    for kept in (reference._folder, reference.page_of):
        kept.cache_clear()
    yield
    for kept in (reference._folder, reference.page_of):
        kept.cache_clear()


def test_each_check_has_its_place_on_the_installed_page() -> None:
    for name, check in load_checks().items():
        if check.family != "plugin":
            address = urlparse(reference.page_of(name))
            page = Path(url2pathname(str(address.path))).read_text(encoding="utf-8")
            assert address.fragment == name and f'<a id="{name}"></a>{check.title}' in page


def test_a_check_of_another_package_is_on_no_page_of_ours() -> None:
    assert reference.page_of("no-exclamation") is None


def test_nothing_is_linked_elsewhere_where_no_address_is_stated(run: Run) -> None:
    write("a.txt", FAULTY)
    assert reference.published("missing-section") is None
    assert "helpUri" not in run("a.txt", "--format", "sarif").out
    assert "file:" not in run("a.txt", "--format", "html").out


@pytest.mark.usefixtures("stated")
def test_the_stated_address_is_linked(run: Run) -> None:
    write("a.txt", FAULTY)
    address = f"{FOLDER}/checks.md#missing-section"
    rules = json.loads(run("a.txt", "--format", "sarif").out)["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"]: rule["helpUri"] for rule in rules}["missing-section"] == address
    assert f'<a href="{address}" rel="noreferrer">说明</a>' in run("a.txt", "--format", "html").out
    assert reference.page_of("missing-section") == address
