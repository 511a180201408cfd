"""Watches feeds: asks each when it is due and reads its new stories, one request at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from ..intake import Limits, address_of
from ..ledger import Ledger
from ._clock import Clock, stamp
from ._feeds import FeedReader
from ._manners import Manners
from ._memory import FeedState, Memory
from ._queue import Job, Queue
from ._stories import Outcome, StoryReader
from ._tally import Summary, Tally, one_line
from ._terms import Asking

#: With `once`, the longest wait for a host; what would take longer is left for the next time.
_PATIENCE: Final = timedelta(minutes=1)
#: So many stories that cannot be had in a row, and the rest of the feed's is left for the next time.
_TROUBLES: Final = 5


@dataclass(frozen=True, slots=True)
class Options:
    """How to watch. `every`: between two visits to a feed; `delay`: seconds between requests to a host."""

    every: timedelta = timedelta(minutes=30)
    delay: float = 2.0
    limits: Limits = field(default_factory=Limits)
    any_language: bool = False
    keep_bytes: bool = True


class Watcher:
    """Watches feeds into a ledger. `say` is given one line for each visit and each story not kept."""

    def __init__(
        self,
        ledger: Ledger,
        options: Options | None = None,
        *,
        say: Callable[[str], object] = lambda _: None,
        clock: Clock | None = None,
    ) -> None:
        options = options or Options()
        self._options = options
        self._clock = clock or Clock()
        self._tell = say
        self._memory = Memory(ledger)
        self._manners = Manners(self._memory, self._clock, options.delay)
        self._feeds = FeedReader(self._memory, self._manners, self._clock, options.every)
        self._stories = StoryReader(
            ledger, self._memory, self._manners, self._clock, every=options.every,
            limits=options.limits, any_language=options.any_language, keep_bytes=options.keep_bytes,
        )  # fmt: skip
        self._queue = Queue(self._manners.free, lambda url: address_of(url).origin)
        self._tallies: dict[str, Tally] = {}
        self._waiting_to_be_asked: set[str] = set()
        self._due: dict[str, datetime] = {}
        self.summary = Summary()

    def once(self, feeds: Sequence[str]) -> Summary:
        """Asks every feed once and reads what is new; a feed that failed before only when it is due again."""
        now = self._clock.now()
        for url in feeds:
            state = self._memory.feed(url)
            if state.failures and state.next is not None and state.next > now:
                self._not_due(state)
            else:
                self._enqueue(url)
        while True:
            now = self._clock.now()
            if (job := self._queue.take(now)) is not None:
                self._do(job, _PATIENCE)
                continue
            self._leave_beyond(now + _PATIENCE)
            if (when := self._queue.when()) is None:
                return self.summary
            self._sleep_until(when)

    def forever(self, feeds: Callable[[], Sequence[str]]) -> None:
        """Asks feeds whenever they are due. `feeds` gives the list anew each time; Ctrl-C ends it."""
        due = self._due  # a feed without a moment here has not been asked since the start
        while True:
            now = self._clock.now()
            listed = feeds()
            for url in listed:
                if url not in due:
                    due[url] = self._memory.feed(url).next or now
                if due[url] <= now and url not in self._tallies and url not in self._waiting_to_be_asked:
                    self._enqueue(url)
            if (job := self._queue.take(now)) is not None:
                self._do(job, _PATIENCE)
                continue
            # What would keep its feed from being asked for long waits in the ledger, not here.
            self._leave_beyond(now + self._options.every)
            moments = [due[url] for url in listed if url not in self._tallies]
            moments += [when] if (when := self._queue.when()) else []
            self._sleep_until(min(moments, default=now + self._options.every))

    def stop(self) -> Summary:
        """Counts what was done of unfinished visits; the rest of them waits in the ledger."""
        for tally in self._tallies.values():
            tally.waiting = self._memory.postponed(tally.feed)
            self.summary.add(tally)
        self._tallies.clear()
        return self.summary

    def _say(self, line: str) -> None:
        self._tell(one_line(line))

    def _sleep_until(self, moment: datetime) -> None:
        self._clock.sleep(max(0.1, (moment - self._clock.now()).total_seconds()))

    def _enqueue(self, url: str) -> None:
        if self._manners.pace(url) > _PATIENCE and self._memory.was_asked_last(url):
            # Of a host that may be asked so rarely, the feed would take every turn and its stories none.
            tally = Tally(url, "postponed", "its host is slow, and stories waited")
            tally.failures = self._memory.feed(url).failures
            tally.next = self._due[url] = self._clock.now() + self._options.every
            if self._add_stories(tally):
                return
        self._waiting_to_be_asked.add(url)
        self._queue.add(Job(url))

    def _add_stories(self, tally: Tally) -> int:
        """Puts the stories of a feed that may be read now into the queue, and gives their number."""
        items = self._memory.waiting(tally.feed, self._clock.now())
        for rank, item in enumerate(items):
            self._tallies[tally.feed] = tally
            tally.open += 1
            self._queue.add(Job(tally.feed, item, rank))
        return tally.open

    def _do(self, job: Job, patience: timedelta) -> None:
        asking = Asking(job.feed, self._options.limits.timeout)
        if job.item is None:
            self._ask(job.feed, asking, patience)
            return
        tally = self._tallies[job.feed]
        if tally.troubles >= _TROUBLES:
            self._close(tally, Outcome("left"))
        else:
            self._close(tally, self._stories.read(job.item, asking, patience))

    def _ask(self, url: str, asking: Asking, patience: timedelta) -> None:
        self._waiting_to_be_asked.discard(url)
        tally = self._feeds.ask(self._memory.feed(url), asking, patience)
        self._tallies[url] = tally
        self._due[url] = tally.next or self._clock.now() + self._options.every
        # A feed that fails now may have stories left from before; its host is in trouble, though.
        if tally.outcome in ("new", "unchanged"):
            self._add_stories(tally)
        self._end_if_done(tally)

    def _close(self, tally: Tally, outcome: Outcome) -> None:
        """One story less to be read."""
        tally.open -= 1
        if outcome.result in ("refused", "waiting"):
            self._say(
                f"{outcome.why}; {'not kept' if outcome.result == 'refused' else 'will be tried again'}"
            )
        match outcome.result:
            case "waiting":
                tally.troubles += 1
            case "new":
                tally.new += 1
            case "version":
                tally.versions += 1
            case "known":
                tally.known += 1
            case "refused":
                tally.refused += 1
        if outcome.result in ("new", "version"):
            tally.troubles = 0
        self._end_if_done(tally)

    def _end_if_done(self, tally: Tally) -> None:
        if tally.open:
            return
        tally.waiting = self._memory.postponed(tally.feed)
        del self._tallies[tally.feed]
        self.summary.add(tally)
        self._say(tally.line())

    def _not_due(self, state: FeedState) -> None:
        tally = Tally(state.url, "postponed", failures=state.failures, next=state.next)
        tally.why = f"failed {state.failures} time{'s' if state.failures > 1 else ''}: {state.error}"
        tally.waiting = self._memory.postponed(state.url)
        self.summary.add(tally)
        self._say(tally.line())

    def _leave_beyond(self, limit: datetime) -> None:
        """Ends what cannot be done before `limit`: it stays waiting in the ledger."""
        for job in self._queue.drain(limit):
            if job.item is not None:
                self._close(self._tallies[job.feed], Outcome("left"))
                continue
            self._waiting_to_be_asked.discard(job.feed)
            free = self._manners.free(job.url)
            self._memory.postpone(job.feed, free)
            tally = Tally(
                job.feed, "postponed", f"its host is not to be asked before {stamp(free)}", next=free
            )
            tally.failures = self._memory.feed(job.feed).failures
            self._tallies[job.feed] = tally
            self._due[job.feed] = free
            self._end_if_done(tally)
