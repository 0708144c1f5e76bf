"""Who is let in to the local page, and with which headers what is sent goes out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("uvicorn", reason="the extra web is not installed")

from served import PUBLIC, TOKEN, Person, served

from reportlint.web.app import Desk


@pytest.fixture(scope="module")
def person() -> Iterator[Person]:
    with served(Desk()) as person:
        yield person


def test_the_address_with_its_token_is_the_page(person: Person) -> None:
    page = person.get("")
    assert page.status == 200 and "把草稿拖到这里" in page.text
    assert {person.get(name).status for name in ("serve.css", "serve.js", "checks")} == {200}


@pytest.mark.parametrize("path", ["/", "/another-token/", f"/{TOKEN[:-1]}/", "/checks", f"/x/{TOKEN}/"])
def test_without_the_token_there_is_nothing(person: Person, path: str) -> None:
    refused = person.ask("GET", path)
    assert refused.status == 404 and "草稿" not in refused.text


@pytest.mark.parametrize("host", ["lint.example.com", "127.0.0.1:1", "127.0.0.1", "localhost:8000", "[::1]:8000"])
def test_a_name_made_to_lead_here_is_refused(person: Person, host: str) -> None:
    assert person.ask("GET", f"/{TOKEN}/", headers={"Host": host}).status == 421


@pytest.mark.parametrize("origin", [None, "null", "http://127.0.0.1:1", "https://127.0.0.1", "http://evil.example"])
@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT"])
def test_another_page_may_not_send(person: Person, method: str, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    assert person.ask(method, f"/{TOKEN}/jobs", b"{}", headers).status == 403


def test_our_own_page_may(person: Person) -> None:
    assert person.send("jobs", b"{}").status == 201


def test_behind_a_proxy_its_name_is_ours_too(person: Person) -> None:
    headers = {"Host": "lint.example.cn", "Origin": PUBLIC}
    assert person.ask("POST", f"/{TOKEN}/jobs", b"{}", headers).status == 201


def test_the_headers_keep_a_page_to_itself(person: Person) -> None:
    headers = person.get("").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert (headers["referrer-policy"], headers["cache-control"]) == ("no-referrer", "no-store")
    assert headers["x-content-type-options"] == "nosniff"
