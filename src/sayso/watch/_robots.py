"""What a host's robots.txt says (RFC 9309), asked for once a day and remembered in the ledger."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Final

from protego import Protego

from ..errors import FetchError, InputError
from ..intake import Address, Answer, Terms, decode, exchange
from ._clock import moment, stamp
from ._memory import Memory
from ._tally import one_line
from ._terms import AGENT_NAME

#: RFC 9309: 500 KiB at least are to be read, and remembered for a day at most.
_READ: Final = 500 * 1024
_FRESH: Final = timedelta(days=1)
#: A robots.txt that could not be had is asked for again after this; until then the host is left alone.
_FRESH_FAILURE: Final = timedelta(minutes=30)
_LONGEST_DELAY: Final = 86_400.0


class Rules:
    """What one origin allows. `until` is when to ask again, `fault` why it could not be asked."""

    def __init__(self, text: str, until: datetime, fault: str | None = None) -> None:
        self.until = until
        self.fault = fault
        self._rules = Protego.parse(text)

    def allow(self, url: str) -> bool:
        """Whether a URL of this origin may be asked for."""
        return bool(self._rules.can_fetch(url, AGENT_NAME))

    @property
    def delay(self) -> float:
        """Seconds between requests that the origin asks for (Crawl-delay, Request-rate), a day at most."""
        delays = [0.0]
        if (wanted := self._rules.crawl_delay(AGENT_NAME)) is not None:
            delays.append(float(wanted))
        if (rate := self._rules.request_rate(AGENT_NAME)) is not None and rate.start_time is None:
            delays.append(rate.seconds / max(1, rate.requests))
        return min(_LONGEST_DELAY, max(delay for delay in delays if math.isfinite(delay)))


class Robots:
    """The robots.txt of every origin that is asked for something."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._known: dict[str, Rules] = {}

    def rules(self, address: Address, terms: Terms, now: datetime) -> Rules:
        """The rules of an address's origin, from the ledger or from the origin itself."""
        known = self._known.get(address.origin) or self._remembered(address.origin)
        if known is None or known.until <= now:
            known = self._asked(address.origin, terms, now)
        self._known[address.origin] = known
        return known

    def delay(self, origin: str) -> float:
        """The delay that an origin is known to ask for, in seconds."""
        known = self._known.get(origin) or self._remembered(origin)
        return known.delay if known else 0.0

    def _remembered(self, origin: str) -> Rules | None:
        row = self._memory.one("SELECT * FROM host WHERE origin = ?", origin)
        checked = moment(row["checked"]) if row else None
        if row is None or checked is None:
            return None
        return Rules(
            row["robots"] or "", checked + (_FRESH_FAILURE if row["error"] else _FRESH), row["error"]
        )

    def _asked(self, origin: str, terms: Terms, now: datetime) -> Rules:
        """Asks; 4xx means that there are no rules, 5xx and silence that nothing may be asked (RFC 9309)."""
        status, text, fault = None, "", None
        try:
            answer = exchange(f"{origin}/robots.txt", terms)
        except InputError as error:
            fault = one_line(str(error))
        else:
            status = answer.status
            if status == 200:
                text = _text(answer)
            elif status == 429 or not 400 <= status < 500:
                fault = f"the server answered {status} for {origin}/robots.txt"
        with self._memory.together() as connection:
            connection.execute(
                "INSERT INTO host (origin, checked, status, robots, error) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET checked = excluded.checked, status = excluded.status,"
                " robots = excluded.robots, error = excluded.error",
                (origin, stamp(now), status, text or None, fault),
            )
        return Rules(text, now + (_FRESH_FAILURE if fault else _FRESH), fault)


def forbidden(url: str, rules: Rules, address: Address) -> FetchError | None:
    """Why a URL may not be asked for, or None."""
    if rules.fault is not None:
        return FetchError(
            f"{url}: is not asked for while {address.origin}/robots.txt cannot be: {rules.fault}"
        )
    if not rules.allow(url):
        return Forbidden(f"{url}: {address.origin}/robots.txt asks programs not to read it")
    return None


class Forbidden(FetchError):
    """A robots.txt forbids it."""


def _text(answer: Answer) -> str:
    return decode(answer.data[:_READ], "utf-8").text.replace("\x00", "")
