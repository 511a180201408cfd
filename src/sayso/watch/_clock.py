"""The time, and waiting for it; tests bring a clock of their own."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

#: A machine may sleep, too: waits are cut in pieces, and the clock is looked at again.
_PIECE: Final = 60.0
#: What a server may ask for at most.
_LONGEST: Final = timedelta(days=7)


class Clock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The time in UTC."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Waits, at most a minute; Ctrl-C ends it."""
        time.sleep(max(0.0, min(seconds, _PIECE)))


def stamp(moment: datetime) -> str:
    """A moment as the ledger notes it: ISO 8601, UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def moment(noted: str | None) -> datetime | None:
    """A moment that `stamp` noted."""
    return datetime.fromisoformat(noted) if noted else None


def back_off(failures: int, every: timedelta) -> timedelta:
    """How long to wait after so many failures in a row: twice as long each time, a day at most.

    The same failures always give the same times; there is no chance in it.
    """
    steps: int = 2 ** min(failures, 20)
    return max(every, min(every * steps, timedelta(days=1)))


def retry_after(value: str | None, now: datetime) -> datetime | None:
    """The moment that an HTTP header `Retry-After` names (RFC 9110, 10.2.3), a week ahead at most."""
    if not value or len(value) > 100:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return now + min(timedelta(seconds=min(int(value), 10**7)), _LONGEST)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    then = then.replace(tzinfo=UTC) if then.tzinfo is None else then.astimezone(UTC)
    return min(max(then, now), now + _LONGEST)
