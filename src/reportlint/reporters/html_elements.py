"""Elements of a page, in which nobody's words become markup."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape

from reportlint.reporters.plain_text import clean


def policy_of(style: str, script: str) -> str:
    """What a page allows: these, and nothing else, from nowhere."""
    allowed = f"style-src {_digest(style)}; script-src {_digest(script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    """How a policy names the one style or script that it allows."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def escaped(text: str) -> str:
    """Anybody's words as markup. Newlines stay; other characters that cannot be seen become U+FFFD."""
    return escape("\n".join(map(clean, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))))


def tag(name: str, content: str, **attributes: object) -> str:
    """An element. content: markup. attributes: any words; those that are None or empty are left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{name}{said}>{content}</{name}>"


def table(heads: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of markup; the first cell of a row names it."""
    head = "".join(tag("th", word, scope="col") for word in heads)
    body = "".join(
        tag("tr", tag("th", row[0], scope="row") + "".join(tag("td", cell) for cell in row[1:])) for row in rows
    )
    return tag("div", tag("table", tag("thead", tag("tr", head)) + tag("tbody", body)), class_="table")


def details(title: str, content: str) -> str:
    """What is folded until it is wanted; title, content: markup."""
    return tag("details", tag("summary", title) + content)
