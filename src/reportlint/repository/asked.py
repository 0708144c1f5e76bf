"""What is asked of every file of a run."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportlint.report import Report


class Asked(NamedTuple):
    """What is asked of every file of a run. previous: last year's reports. today: None for the present day.

    whole: is the report as read wanted with its findings, as a page shows it? cache: are results to be kept, and those kept
    before to be used, whatever the settings say?
    """

    kind: str | None = None
    issuer_kind: str | None = None
    previous: Sequence[Report] = ()
    today: datetime.date | None = None
    whole: bool = True
    cache: bool = False

    @property
    def day(self) -> datetime.date:
        """The day on which waivers are to hold."""
        return self.today or datetime.date.today()
