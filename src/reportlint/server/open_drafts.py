"""The open drafts: each is linted when it has rested; a newer text takes the place of what was under way for the older one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from reportlint.server.draft import Draft, Linted

REST = 0.15
"""Seconds without a change after which a draft is linted."""


class SupersededError(Exception):
    """The text was changed, or closed, before it was linted."""


class OpenDrafts:
    """The open drafts, by address. lint: done by one thread, one draft at a time; it is given the last outcome, too.

    tell: takes each outcome.
    """

    def __init__(self, lint: Callable[[Draft, Linted | None], Linted], tell: Callable[[Linted], None]) -> None:
        self._lint, self._tell = lint, tell
        self._last: dict[str, Linted] = {}
        self._worker = ThreadPoolExecutor(1)
        self._drafts: dict[str, Draft] = {}
        self._tasks: dict[str, asyncio.Task[Linted]] = {}

    def put(self, draft: Draft, rest: float = 0) -> None:
        """Lint a draft when it has rested so many seconds."""
        self._leave(draft.uri)
        self._drafts[draft.uri] = draft
        self._tasks[draft.uri] = asyncio.ensure_future(self._linted(draft, rest))

    def drop(self, uri: str) -> None:
        """Forget a draft, and leave what was begun with it."""
        self._leave(uri)
        self._last.pop(uri, None)

    def _leave(self, uri: str) -> None:
        if self._drafts.pop(uri, None):
            self._tasks.pop(uri).cancel()

    def again(self) -> None:
        """Lint all of them: the settings have changed."""
        for draft in list(self._drafts.values()):
            self.put(draft)

    def saved(self, uri: str) -> None:
        """Lint a draft without waiting."""
        if draft := self._drafts.get(uri):
            self.put(draft)

    def text(self, path: str) -> str | None:
        """The text of an open file; None of one that is not open."""
        return next((draft.text for draft in self._drafts.values() if draft.path == path), None)

    async def get(self, uri: str) -> Linted:
        """What is to be said of a draft as it stands now. Raises SupersededError."""
        task = self._tasks.get(uri)
        if task is None:
            raise SupersededError
        await asyncio.wait({task})
        if task.cancelled():
            raise SupersededError
        return task.result()

    async def _linted(self, draft: Draft, rest: float) -> Linted:
        await asyncio.sleep(rest)
        last = self._last.get(draft.uri)
        linted = await asyncio.get_running_loop().run_in_executor(self._worker, self._lint, draft, last)
        self._last[draft.uri] = linted
        self._tell(linted)
        return linted
