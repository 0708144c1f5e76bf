"""Who is let in: whoever has the address with its token, by a name that is ours, from a page of ours; all else is refused.

An ASGI middleware. The token keeps other users of the machine out, the Host a foreign name that was made to lead here, the
Origin a page of another site that would send something in the reader's name.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_HARMLESS = ("GET", "HEAD")


class Guard:
    """The application behind a token, for the addresses it is reached at (``http://127.0.0.1:8000``), and for no other."""

    def __init__(self, app: App, token: str, addresses: tuple[str, ...]) -> None:
        self._app, self._token = app, token
        self._origins = {_origin(address) for address in addresses}
        self._hosts = {origin.partition("://")[2] for origin in self._origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through, with the headers that keep a page to itself; or refuse."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        status = self._refusal(scope)
        if status:
            await _refuse(send, status)
            return
        before = f"/{self._token}"
        inner = {**scope, "root_path": scope.get("root_path", "") + before}

        async def with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                more = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
                message["headers"] = [*message["headers"], *(pair for pair in more if pair[0] not in own)]
            await send(message)

        await self._app(inner, receive, with_headers)

    def _refusal(self, scope: Scope) -> int:
        """The status of a refusal; 0 for none."""
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if headers.get("host", "").lower() not in self._hosts:
            return 421
        if scope["method"] not in _HARMLESS and headers.get("origin", "").lower() not in self._origins:
            return 403
        token = scope["path"].split("/")[1]
        return 0 if secrets.compare_digest(token.encode(), self._token.encode()) else 404


def _origin(address: str) -> str:
    """Scheme, name and port of an address, as a browser names them: the usual port is left out."""
    parts = urlsplit(address.lower())
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port and parts.port != usual else "")


async def _refuse(send: Send, status: int) -> None:
    words = {
        421: "这个地址不是本服务的。",
        403: "只接受从本页发来的请求。",
        404: "没有这一页。请从启动时显示的地址打开。",
    }
    kind = (b"content-type", b"text/plain; charset=utf-8")
    await send({"type": "http.response.start", "status": status, "headers": [kind]})
    await send({"type": "http.response.body", "body": words[status].encode()})
