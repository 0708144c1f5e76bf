"""`reportlint serve`: the local page, for whoever opens no terminal."""

from __future__ import annotations

import os
import re
import secrets
import socket
from contextlib import suppress
from typing import Any

from reportlint.command.drafts import named_settings
from reportlint.command.tell import show
from reportlint.errors import UserError, reason

_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,100}")
_ADDRESS = re.compile(r"https?://[^/\s?#@]+/?")
_CONNECTIONS = 200


def serve(
    *,
    port: int | None = None,
    host: str = "127.0.0.1",
    public_address: str | None = None,
    no_browser: bool = False,
    config: str | None = None,
) -> int:
    """Serve the page until interrupted; 0. REPORTLINT_TOKEN, where set, is the token of the address.

    Raises UserError where the extra is missing, or the address cannot be had.
    """
    try:
        import uvicorn

        from reportlint.web.app import Desk
        from reportlint.web.guard import Guard
        from reportlint.web.patience import PatientProtocol
    except ImportError as error:
        raise UserError('网页要另装两个包：pip install "reportlint[web]"。') from error
    named_settings(config)  # what is wrong in them is said now, and not to the first who drops a draft
    if public_address and not _ADDRESS.fullmatch(public_address):
        raise UserError(f"--public-address 应为 https://名称 这样的地址，不带路径，现为 {public_address}。")
    token = _token()
    listening = listen(host, port or 0)
    own = [f"http://{_bracketed(name)}:{listening.getsockname()[1]}" for name in {host, *_names_of(host)}]
    desk = Desk(os.path.abspath(config) if config else None)
    app: Any = Guard(desk.app(), token, (*own, *([public_address] if public_address else [])))
    address = f"http://{_bracketed(host)}:{listening.getsockname()[1]}/{token}/"
    show(f"网页在 {address}，按 Ctrl-C 结束。")
    if not no_browser:
        import webbrowser

        webbrowser.open(address)
    settings = uvicorn.Config(
        app,
        http=PatientProtocol,
        log_level="critical",
        access_log=False,  # it would tell the token, and names of drafts
        server_header=False,
        lifespan="off",
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=1,
    )
    server = _server(settings, desk)
    with suppress(KeyboardInterrupt):  # which uvicorn raises again when it has closed all
        server.run(sockets=[listening])
    return 0


def _server(settings: Any, desk: Any) -> Any:
    """The server, which ends the work of its desk when it is told to end: nobody waits for that any more."""
    import uvicorn

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: Any) -> None:
            desk.jobs.close()
            super().handle_exit(sig, frame)

    return Server(settings)


def _token() -> str:
    """The token of the address: as the environment says, or a new one. Raises UserError."""
    given = os.environ.get("REPORTLINT_TOKEN")
    if given is not None and not _TOKEN.fullmatch(given):
        raise UserError("REPORTLINT_TOKEN 要写 16 到 100 个字母、数字、下划线或连字符。")
    return given or secrets.token_urlsafe(24)


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to an address; 0 for any free port. Raises UserError."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)  # a browser opened before the server runs waits for it
    except (OSError, OverflowError) as error:
        why = reason(error) if isinstance(error, OSError) else "没有这个端口"
        raise UserError(f"不能在 {host} 的端口 {port} 上开网页（{why}）。请换一个 --port，或检查 --host。") from error
    return listening


def _names_of(host: str) -> list[str]:
    """Other names by which this machine calls an address of its own."""
    return ["localhost"] if host in ("127.0.0.1", "::1", "localhost") else []


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
