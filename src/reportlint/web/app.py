"""What the page asks of the server: a job, its drafts, how far it is, what came of it."""

from __future__ import annotations

import asyncio
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportlint import __version__
from reportlint.linting.check import load_checks
from reportlint.reporters.labels import SEVERITIES
from reportlint.repository.run import cores
from reportlint.web.bounded import Work, WorkError, in_own_process
from reportlint.web.jobs import FullError, Job, Jobs
from reportlint.web.work import Draft, WishError, corrected, read_wish, review_copy, survey_book

_WISH_BYTES = 100_000
_NAME = 255
"""Characters of a draft's name that are kept, the last: they tell its form."""
_PATIENCE = 300.0
"""Seconds that one file may take to arrive."""
_ALONE = "sandbox allow-scripts allow-popups; frame-ancestors 'self'"
"""The page of findings holds words of a draft: it may run its own script, as its own policy says, and ask us for nothing."""
_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}


class _Refusal(Exception):  # noqa: N818  # it is an answer
    """An answer of another status than 200; ``str(error)`` is what the page shows."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status = status


class Desk:
    """The state of a server: its jobs, and how many of them may be worked on at once. config: the settings of the page."""

    def __init__(self, config: str | None = None) -> None:
        self.config, self.jobs = config, Jobs()
        self._turn = asyncio.Semaphore(cores())
        self._tasks: set[asyncio.Task[None]] = set()

    def app(self) -> Starlette:
        """The application, to be put behind a Guard."""
        return Starlette(
            routes=[
                Route("/", self.page),
                Route("/serve.css", self.page),
                Route("/serve.js", self.page),
                Route("/checks", self.checks),
                Route("/jobs", self.new, methods=["POST"]),
                Route("/jobs/{job}", self.state),
                Route("/jobs/{job}", self.drop, methods=["DELETE"]),
                Route("/jobs/{job}/drafts", self.take, methods=["POST"]),
                Route("/jobs/{job}/previous", self.take, methods=["POST"]),
                Route("/jobs/{job}/start", self.start, methods=["POST"]),
                Route("/jobs/{job}/findings", self.findings),
                Route("/jobs/{job}/survey", self.survey),
                Route("/jobs/{job}/survey.xlsx", self.survey_book),
                Route("/jobs/{job}/drafts/{number:int}/review", self.review),
                Route("/jobs/{job}/drafts/{number:int}/corrected", self.corrected),
            ],
            exception_handlers={_Refusal: _refused, FullError: _full, WorkError: _failed, ClientDisconnect: _gone},
        )

    async def page(self, request: Request) -> Response:
        """The page itself, its style and its script."""
        name = request.url.path.rpartition("/")[2] or "index.html"
        text = files("reportlint.web.page").joinpath(name).read_text("utf-8").replace("$version", __version__)
        return Response(text, media_type=_TYPES[name.rpartition(".")[2]])

    async def checks(self, request: Request) -> Response:
        """All checks: name, family, title, severity, first sentence of the page."""
        return JSONResponse(
            [
                {
                    "name": check.name,
                    "family": check.family_title,
                    "title": check.title,
                    "severity": str(check.severity),
                    "called": SEVERITIES[check.severity],
                    "summary": check.summary,
                }
                for check in load_checks().values()
            ]
        )

    async def new(self, request: Request) -> Response:
        """A job for the settings in the body."""
        try:
            wish = read_wish(await _body(request, _WISH_BYTES), self.config)
        except WishError as error:
            raise _Refusal(400, str(error)) from error
        return JSONResponse({"id": self.jobs.new(wish).id}, 201)

    async def take(self, request: Request) -> Response:
        """A draft, or a report of last year: the body as it is, its name in the address."""
        job = self._job(request, "taking")
        name = request.query_params.get("name", "").replace("\\", "/").strip("/\0")[-_NAME:] or "粘贴的文字.txt"
        draft = Draft(name, await _body(request, self.jobs.room(job)))
        if request.url.path.endswith("/previous"):
            job.wish = job.wish._replace(previous=(*job.wish.previous, draft))
        else:
            job.drafts.append(draft)
        return Response(status_code=204)

    async def start(self, request: Request) -> Response:
        """Work on the drafts handed in."""
        job = self._job(request, "taking")
        if not job.drafts:
            raise _Refusal(400, "还没有草稿。请拖进文件，或粘贴文字。")
        job.state = "waiting"
        task = asyncio.create_task(self._work(job))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return JSONResponse(job.shown(), 202)

    async def state(self, request: Request) -> Response:
        """How far a job is, and what is to be said of each draft."""
        return JSONResponse(self._job(request).shown())

    async def drop(self, request: Request) -> Response:
        """Forget a job."""
        self.jobs.drop(request.path_params["job"])
        return Response(status_code=204)

    async def findings(self, request: Request) -> Response:
        """The page of --format html."""
        return _page(request, self._job(request, "done").page, "检查结果.html")

    async def survey(self, request: Request) -> Response:
        """The page of `reportlint survey`."""
        job = self._job(request, "done")
        if not job.survey:
            raise _Refusal(404, "只有一份草稿，没有一览。")
        return _page(request, job.survey, "一览.html")

    async def survey_book(self, request: Request) -> Response:
        """The survey as an Excel file."""
        job = self._job(request, "done")
        excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        data = await self._work_on(survey_book, job.drafts, job)
        return Response(data, media_type=excel, headers=_saved_as("一览.xlsx"))

    async def review(self, request: Request) -> Response:
        """One draft as a Word file with comments."""
        draft, data = await self._of_one(request, review_copy)
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return Response(data, media_type=word, headers=_saved_as(f"{_stem(draft)}.review.docx"))

    async def corrected(self, request: Request) -> Response:
        """One draft, a text, with its fixes."""
        draft, data = await self._of_one(request, corrected)
        return Response(data, media_type="application/octet-stream", headers=_saved_as(draft.name))

    async def _work(self, job: Job) -> None:
        async with self._turn:
            await asyncio.to_thread(job.work)

    async def _of_one(self, request: Request, work: Work) -> tuple[Draft, bytes]:
        job, number = self._job(request, "done"), request.path_params["number"]
        if number >= len(job.drafts):
            raise _Refusal(404, "没有这份草稿。")
        draft = job.drafts[number]
        return draft, await self._work_on(work, [draft], job)

    async def _work_on(self, work: Work, drafts: list[Draft], job: Job) -> bytes:
        async with self._turn:
            return await asyncio.to_thread(in_own_process, work, drafts, job.wish, lambda count: None)

    def _job(self, request: Request, state: str = "") -> Job:
        """The job that the address names. state: what it must be in."""
        job = self.jobs.get(request.path_params["job"])
        if job is None:
            raise _Refusal(404, "这次检查已经不在了（离开页面或放置太久后，草稿会清除）。请重新交一次。")
        if state and job.state != state:
            raise _Refusal(409, "这次检查还没有做完，或没能做完。" if state == "done" else "这次检查已经开始。")
        return job


async def _body(request: Request, most: int) -> bytes:
    """What was sent, in memory alone, up to a bound."""

    async def read() -> bytes:
        pieces: list[bytes] = []
        size = 0
        async for piece in request.stream():
            size += len(piece)
            if size > most:
                raise _Refusal(413, f"太大了，上限是 {most:,} 字节。请确认没有选错文件，或先压缩其中的图片。")
            pieces.append(piece)
        return b"".join(pieces)

    try:
        return await asyncio.wait_for(read(), _PATIENCE)
    except asyncio.TimeoutError as error:
        raise _Refusal(408, "文件传得太慢，已停止。请再试一次。") from error


def _page(request: Request, page: str, name: str) -> Response:
    """A page of ours that holds words of drafts: to be looked at, or saved under a name."""
    headers = {"content-security-policy": _ALONE}
    if "save" in request.query_params:
        headers |= _saved_as(name)
    return Response(page, media_type="text/html", headers=headers)


def _stem(draft: Draft) -> str:
    return draft.name.rpartition("/")[2].rpartition(".")[0] or "draft"


def _saved_as(name: str) -> dict[str, str]:
    return {"content-disposition": f"attachment; filename*=UTF-8''{quote(name.rpartition('/')[2], safe='')}"}


def _said(status: int, said: str) -> Response:
    return JSONResponse({"said": said}, status)


async def _refused(request: Request, error: Any) -> Response:
    return _said(error.status, str(error))


async def _full(request: Request, error: Exception) -> Response:
    return _said(503, str(error))


async def _failed(request: Request, error: Exception) -> Response:
    return _said(422, str(error))


async def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=400)
