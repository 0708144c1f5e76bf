"""The jobs of the page, in memory: drafts handed in, how far the work is, what came of it; gone when asked, or in time."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from reportlint.document.draft_file import MAX_BYTES
from reportlint.errors import UserError
from reportlint.web.bounded import WorkError, end_all, in_own_process
from reportlint.web.work import Draft, Wish, linted

MAX_DRAFTS = 3_000
"""Drafts of a job: a city's reports."""
MAX_JOB = 4 * MAX_BYTES
MAX_ALL = 16 * MAX_BYTES
"""Bytes that the drafts of a job, and of all, may take."""
MAX_JOBS = 64
KEPT = 20 * 60.0
"""Seconds that a job is kept which nobody asks for: a page asks each half minute while it is open."""


class FullError(UserError):
    """There is no room; ``str(error)`` says for what."""


@dataclass
class Job:
    """Drafts of one person. state: taking, waiting, running, done or failed. page: the page of --format html. survey: that of
    `reportlint survey`; "" for a single draft."""

    wish: Wish
    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    drafts: list[Draft] = field(default_factory=list)
    state: str = "taking"
    done: int = 0
    said: str = ""
    rows: list[dict[str, Any]] = field(default_factory=list)
    page: str = ""
    survey: str = ""
    asked_for: float = field(default_factory=time.monotonic)

    @property
    def size(self) -> int:
        """Bytes of its drafts and last year's reports."""
        return sum(len(draft.data) for draft in (*self.drafts, *self.wish.previous))

    def shown(self) -> dict[str, Any]:
        """How far it is, for the page."""
        return {
            "state": self.state,
            "done": self.done,
            "of": len(self.drafts),
            "said": self.said,
            "drafts": self.rows,
            "survey": bool(self.survey),
        }

    def work(self) -> None:
        """Lint all drafts; the outcome is the job's, whatever it is. Blocks."""
        if self.state != "waiting":  # the server has ended meanwhile
            return
        self.state = "running"
        try:
            outcome = json.loads(in_own_process(linted, self.drafts, self.wish, self._count_done))
            self.rows, self.page, self.survey = outcome["drafts"], outcome["page"], outcome["survey"]
            self.state = "done"
        except WorkError as error:
            self.said, self.state = str(error), "failed"

    def _count_done(self, count: int) -> None:
        self.done = count


class Jobs:
    """All jobs of a server, each known by an id that cannot be guessed."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def new(self, wish: Wish) -> Job:
        """A job that takes drafts. Raises FullError."""
        self._forget_old()
        if len(self._jobs) >= MAX_JOBS:
            raise FullError("同时在用的人太多，请过几分钟再试。")
        job = Job(wish=wish)
        self._jobs[job.id] = job
        return job

    def get(self, key: str) -> Job | None:
        """The job of that id, which was asked for now."""
        self._forget_old()
        if job := self._jobs.get(key):
            job.asked_for = time.monotonic()
        return job

    def drop(self, key: str) -> None:
        """Forget a job, with its drafts."""
        self._jobs.pop(key, None)

    def room(self, job: Job) -> int:
        """Bytes that may be handed in for a job. Raises FullError where that is none."""
        left = min(MAX_BYTES, MAX_JOB - job.size, MAX_ALL - sum(each.size for each in self._jobs.values()))
        if left <= 0 or len(job.drafts) >= MAX_DRAFTS:
            raise FullError(f"一次最多交 {MAX_DRAFTS:,} 份、{MAX_JOB:,} 字节的草稿，请分几次交。")
        return left

    def close(self) -> None:
        """The server ends: no job that waits begins, and what goes on is ended."""
        for job in self._jobs.values():
            if job.state == "waiting":
                job.state = "failed"
        end_all()

    def _forget_old(self) -> None:
        now = time.monotonic()
        for key, job in list(self._jobs.items()):
            if now - job.asked_for > KEPT and job.state not in ("waiting", "running"):
                del self._jobs[key]
