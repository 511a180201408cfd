"""The story behind an item: its page is asked for whole, read as `sayso read URL` reads it, and kept."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

from .. import pipeline
from ..errors import FetchError, InputError, SaysoError
from ..intake import Answer, FetchedStory, Limits, exchange, page_of
from ..ledger import Ledger
from ..story import Story
from ._clock import Clock, back_off, retry_after
from ._manners import Busy, Manners
from ._memory import Memory, Waiting
from ._robots import Forbidden
from ._tally import one_line
from ._terms import MAX_PAGE, Asking

#: A story that could not be had so often is given up.
TRIES: Final = 5
#: Hosts of one site: bell.example, www.bell.example, m.bell.example.
_SITE: Final = re.compile(r"^(?:www\d?|m|amp|mobile|edition)\.")

Result = Literal["new", "version", "known", "refused", "waiting", "left"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an item, and why when it was not kept. "left": the host is not to be asked now."""

    result: Result
    why: str = ""


class StoryReader:
    """Reads the stories of items into a ledger."""

    def __init__(
        self,
        ledger: Ledger,
        memory: Memory,
        manners: Manners,
        clock: Clock,
        *,
        every: timedelta,
        limits: Limits,
        any_language: bool,
        keep_bytes: bool,
    ) -> None:
        self._ledger = ledger
        self._memory = memory
        self._manners = manners
        self._clock = clock
        self._every = every
        self._limits = limits
        self._any_language = any_language
        self._keep_bytes = keep_bytes

    def read(self, item: Waiting, asking: Asking, patience: timedelta) -> Outcome:
        """Reads one item's story and notes what came of it. Only what is the ledger's or the machine's fault
        is raised."""
        now = self._clock.now()
        if item.tries >= TRIES:
            return self._failed(item, f"{item.url}: ended the program {TRIES} times", final=True)
        if (known := self._memory.kept_elsewhere(item, now)) is not None:
            self._memory.note_kept(item, known, now)
            return Outcome("known")
        self._memory.note_begun(item, now)
        try:
            return self._read(item, asking, patience)
        except Busy as busy:
            self._memory.note_left(item)
            return Outcome("left", str(busy))
        except InputError as error:
            final = isinstance(error, Forbidden) or not isinstance(error, FetchError)
            return self._failed(item, str(error), final=final)
        except (SaysoError, sqlite3.Error):
            raise
        except Exception as error:  # one story must not stop the others
            why = f"{item.url}: a bug in sayso: {type(error).__name__}: {error}"
            return self._failed(item, why, final=True)

    def _read(self, item: Waiting, asking: Asking, patience: timedelta) -> Outcome:
        answer = exchange(item.url, asking.page(self._manners.before(asking, patience)))
        if answer.status in (429, 503):
            self._hold(item, answer)
        if answer.status == 410:
            return self._failed(item, f"{item.url}: the server answered 410, it is gone", final=True)
        if answer.status != 200:
            raise FetchError(f"{item.url}: the server answered {answer.status}")
        page = page_of(answer, MAX_PAGE)
        fetched = FetchedStory(item.url, page, item.title, item.published)
        story = pipeline.read(fetched, any_language=self._any_language, limits=self._limits)
        story = _at_its_own_site(story, page.final_url)
        with self._memory.together():  # the story and that it is kept, or neither
            added = self._ledger.add(story, data=page.data if self._keep_bytes else None)
            self._memory.note_kept(item, story.id, self._clock.now())
        return Outcome("known" if added.what == "again" else added.what)

    def _hold(self, item: Waiting, answer: Answer) -> None:
        now = self._clock.now()
        until = retry_after(answer.headers.get("retry-after"), now) or now + self._every
        self._manners.hold(answer.url, until)
        self._manners.hold(item.url, until)

    def _failed(self, item: Waiting, why: str, *, final: bool) -> Outcome:
        now = self._clock.now()
        why = one_line(why if why.startswith(item.url) else f"{item.url}: {why}")
        if final or item.tries + 1 >= TRIES:
            given_up = why if final else f"{why} ({TRIES} times, given up)"
            self._memory.note_refused(item, given_up, now)
            return Outcome("refused", given_up)
        self._memory.note_retry(item, why, now + self._wait(item))
        return Outcome("waiting", why)

    def _wait(self, item: Waiting) -> timedelta:
        # a little less than the feed's own step, so that the story is due when the feed is
        return back_off(item.tries, self._every) - timedelta(minutes=1)


def _at_its_own_site(story: Story, url: str) -> Story:
    """A page that names another site's address as its own is a copy, a story of its own: not that story."""
    if story.url is not None and _site(story.url) != _site(url):
        return msgspec.structs.replace(story, id=url, url=url)
    return story


def _site(url: str) -> str:
    try:
        return _SITE.sub("", (urlsplit(url).hostname or "").lower())
    except ValueError:
        return ""


def next_after(answer: Answer, now: datetime) -> datetime | None:
    """When a server that answered with an error wants to be asked again, if it says so."""
    return retry_after(answer.headers.get("retry-after"), now) if answer.status >= 400 else None
