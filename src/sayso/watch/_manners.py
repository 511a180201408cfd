"""How hosts are asked: as their robots.txt says, one request after another, with time between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from ..errors import FetchError
from ..intake import address_of
from ._clock import Clock, moment, stamp
from ._memory import Memory
from ._robots import Robots, forbidden
from ._terms import Asking

#: Longer waits than this (seconds) are noted in the ledger, so that they outlive a stop.
_WORTH_NOTING: Final = 60.0
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


class Busy(FetchError):
    """The host is not to be asked before `until`."""

    def __init__(self, message: str, until: datetime) -> None:
        super().__init__(message)
        self.until = until


class Manners:
    """Keeps to every host's wishes. `delay`: the least time between two requests to one host, in seconds."""

    def __init__(self, memory: Memory, clock: Clock, delay: float) -> None:
        self._memory = memory
        self._clock = clock
        self._delay = delay
        self._robots = Robots(memory)
        self._free: dict[str, datetime] = {}

    def free(self, url: str) -> datetime:
        """When the host of a URL may be asked next."""
        return self._free_at(address_of(url).origin)

    def pace(self, url: str) -> timedelta:
        """The time between two requests to the host of a URL, as far as it is known."""
        return timedelta(seconds=max(self._delay, self._robots.delay(address_of(url).origin)))

    def hold(self, url: str, until: datetime) -> None:
        """Leaves the host of a URL alone until then, because it said so."""
        origin = address_of(url).origin
        self._set_free(origin, max(until, self._free_at(origin)))

    def before(self, asking: Asking, patience: timedelta) -> Callable[[str], None]:
        """What is to happen before every request of an exchange: see `Terms.before`.

        It waits for the host as long as `patience` and raises `Busy` where that would not be enough. A
        redirect within the host that was just asked goes on at once.
        """
        last: list[str] = []

        def wait(url: str) -> None:
            address = address_of(url)
            rules = self._robots.rules(address, asking.robots(), self._clock.now())
            if fault := forbidden(url, rules, address):
                raise fault
            if last[-1:] != [address.origin]:
                self._wait(url, address.origin, patience)
            last.append(address.origin)
            free = self._clock.now() + timedelta(seconds=max(self._delay, rules.delay))
            self._set_free(address.origin, max(free, self._free_at(address.origin)))

        return wait

    def _wait(self, url: str, origin: str, patience: timedelta) -> None:
        free = self._free_at(origin)
        if free - self._clock.now() > patience:
            raise Busy(f"{url}: {origin} is not to be asked before {stamp(free)}", free)
        while (left := (free - self._clock.now()).total_seconds()) > 0:
            self._clock.sleep(left)

    def _free_at(self, origin: str) -> datetime:
        if origin not in self._free:
            row = self._memory.one("SELECT next FROM host WHERE origin = ?", origin)
            self._free[origin] = (moment(row["next"]) if row else None) or _LONG_AGO
        return self._free[origin]

    def _set_free(self, origin: str, until: datetime) -> None:
        self._free[origin] = until
        if (until - self._clock.now()).total_seconds() > _WORTH_NOTING:
            with self._memory.together() as connection:
                connection.execute(
                    "INSERT INTO host (origin, next) VALUES (?, ?)"
                    " ON CONFLICT DO UPDATE SET next = excluded.next",
                    (origin, stamp(until)),
                )
