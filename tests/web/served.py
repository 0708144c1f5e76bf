"""The local page's server in a thread, and who asks it."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from urllib.parse import quote

import uvicorn

from reportlint.command.serve import listen
from reportlint.web.app import Desk
from reportlint.web.guard import Guard
from reportlint.web.patience import PatientProtocol

TOKEN = "a-token-of-this-test"
PUBLIC = "https://lint.example.cn"


@dataclass
class Answer:
    """What the server sent."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()

    def json(self) -> Any:
        return json.loads(self.content)


@dataclass
class Person:
    """Somebody with the page open."""

    port: int
    desk: Desk = field(default_factory=Desk)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/{TOKEN}/"

    def ask(self, method: str, path: str, data: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, data, headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def send(self, path: str, data: bytes = b"", method: str = "POST") -> Answer:
        return self.ask(method, f"/{TOKEN}/{path}", data, {"Origin": f"http://127.0.0.1:{self.port}"})

    def get(self, path: str) -> Answer:
        return self.ask("GET", f"/{TOKEN}/{path}")

    def hand_in(self, *drafts: tuple[str, bytes], wish: dict[str, Any] | None = None, previous: bytes = b"") -> str:
        """The id of a job with these drafts."""
        job = str(self.send("jobs", json.dumps(wish or {}).encode()).json()["id"])
        if previous:
            assert self.send(f"jobs/{job}/previous?name=last.txt", previous).status == 204
        for name, data in drafts:
            assert self.send(f"jobs/{job}/drafts?name={quote(name)}", data).status == 204
        return job

    def outcome(self, job: str) -> dict[str, Any]:
        """What the page shows when the work is over."""
        assert self.send(f"jobs/{job}/start").status == 202
        until = time.monotonic() + 60
        while (state := self.get(f"jobs/{job}").json())["state"] in ("waiting", "running"):
            assert time.monotonic() < until
            time.sleep(0.05)
        shown: dict[str, Any] = state
        return shown

    def linted(self, *drafts: tuple[str, bytes], **more: Any) -> tuple[str, dict[str, Any]]:
        job = self.hand_in(*drafts, **more)
        return job, self.outcome(job)


@contextmanager
def served(desk: Desk) -> Iterator[Person]:
    """The server, while a test runs."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    app: Any = Guard(desk.app(), TOKEN, (f"http://127.0.0.1:{port}", PUBLIC))
    server = uvicorn.Server(uvicorn.Config(app, http=PatientProtocol, log_level="critical", lifespan="off"))
    thread = Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        yield Person(port, desk)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
