"""Pages as the systems of government sites make them: what is the report on each, and nothing of what stands around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportlint.language.numbers.years import years_in
from reportlint.report import read

FOLDER = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))


def test_every_page_has_its_answer() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_of_a_page_is_the_report(name: str) -> None:
    report, said = read((FOLDER / f"{name}.html").read_bytes(), f"{name}.html"), EXPECTED[name]
    outline = report.outline
    assert outline.title and "".join(outline.title.text.split()) == said["title"]
    assert outline.year == years_in(said["title"])[0]
    assert outline.published == said["published"]
    assert [report.words(heading.span) for heading in outline.headings] == said["headings"]
    assert {part.status for part in outline.parts.values()} == {"own-section"}
    prose = [report.words(span) for span in outline.root.all_paragraphs()]
    assert len(prose) == said["paragraphs"]
    assert prose[0].startswith(said["begins"]) and prose[-1].endswith(said["ends"])
