"""A feed is asked, on condition that it has changed, and its new items are noted."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from ..errors import FetchError, InputError
from ..intake import Answer, exchange
from ._clock import Clock, back_off
from ._item import FeedContent
from ._manners import Busy, Manners
from ._memory import FeedState, Memory
from ._parse import parse_feed
from ._stories import next_after
from ._tally import Tally, one_line
from ._terms import Asking

#: What may be sent back to a server as it came.
_VALIDATOR: Final = re.compile(r"[\x20-\x7e\x80-\xff]{1,500}")
_HOLDING: Final = (429, 503)


class FeedReader:
    """Asks feeds and remembers what they answered."""

    def __init__(self, memory: Memory, manners: Manners, clock: Clock, every: timedelta) -> None:
        self._memory = memory
        self._manners = manners
        self._clock = clock
        self._every = every

    def ask(self, state: FeedState, asking: Asking, patience: timedelta) -> Tally:
        """Asks a feed; what came of it is noted in the ledger and told by the tally."""
        tally = Tally(state.url)
        answer: Answer | None = None
        try:
            answer = exchange(
                state.url, asking.feed(self._manners.before(asking, patience), _conditions(state))
            )
            content = _content(answer, state.url)
        except Busy as busy:
            self._memory.postpone(state.url, busy.until)
            tally.outcome, tally.why, tally.next = "postponed", _without(state.url, busy), busy.until
            tally.failures = state.failures
        except InputError as error:
            self._failed(state, tally, _without(state.url, error), answer)
        else:
            self._answered(state, tally, answer, content)
        return tally

    def _answered(self, state: FeedState, tally: Tally, answer: Answer, content: FeedContent | None) -> None:
        now = self._clock.now()
        tally.next = now + self._every
        with self._memory.together():  # never a validator without the items it stands for
            if content is None:
                etag, modified = state.etag, state.last_modified
            else:
                self._memory.note_items(state.url, content, now)
                tally.outcome = "new"
                tally.unlinked, tally.left_out = content.unlinked, content.left_out
                etag, modified = _validator(answer, "etag"), _validator(answer, "last-modified")
            self._memory.note_success(state.url, now, tally.next, etag, modified)

    def _failed(self, state: FeedState, tally: Tally, why: str, answer: Answer | None) -> None:
        now = self._clock.now()
        wait = back_off(state.failures + 1, self._every)
        if answer is not None and answer.status == 410:
            wait = max(wait, timedelta(days=1))
        tally.next = now + wait
        if answer is not None and (until := next_after(answer, now)):
            tally.next = max(tally.next, until)
            if answer.status in _HOLDING:
                self._manners.hold(answer.url, until)
        tally.outcome, tally.why, tally.failures = "failed", why, state.failures + 1
        self._memory.note_failure(state.url, now, tally.next, why)


def _content(answer: Answer, url: str) -> FeedContent | None:
    """What a feed holds, or None when it has not changed."""
    if answer.status == 304:
        return None
    if answer.status == 410:
        raise FetchError(f"{url}: the server answered 410, it is gone: take it out of the list")
    if answer.status != 200:
        raise FetchError(f"{url}: the server answered {answer.status}")
    return parse_feed(answer.data, answer.charset, answer.url)


def _conditions(state: FeedState) -> dict[str, str]:
    conditions = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _validator(answer: Answer, name: str) -> str | None:
    value = answer.headers.get(name, "")
    return value if _VALIDATOR.fullmatch(value) else None


def _without(url: str, error: Exception) -> str:
    """An error's message without the address it begins with; the line begins with it already."""
    return one_line(str(error)).removeprefix(f"{url}: ")
