"""What is to be asked next: no host is hurried, none holds up another, no feed crowds out the rest."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from ._memory import Waiting


@dataclass(frozen=True, slots=True)
class Job:
    """A feed to ask (`item` is None), or the story of one of its items; `rank`: its turn within the feed."""

    feed: str
    item: Waiting | None = None
    rank: int = 0

    @property
    def url(self) -> str:
        """What is asked for."""
        return self.feed if self.item is None else self.item.url


class Queue:
    """Jobs by host: feeds first, then the first story of every feed, then the second …

    `free` says when the host of a URL may be asked, `origin` which host that is.
    """

    def __init__(self, free: Callable[[str], datetime], origin: Callable[[str], str]) -> None:
        self._free = free
        self._origin = origin
        self._count = count()
        self._jobs: dict[str, list[tuple[int, int, Job]]] = {}
        # Every host with jobs is in one of these: those that have to wait by time, the others by first job
        self._later: list[tuple[datetime, int, str]] = []
        self._ready: list[tuple[int, int, str]] = []

    def add(self, job: Job) -> None:
        """Takes a job in."""
        origin = self._origin(job.url)
        jobs = self._jobs.setdefault(origin, [])
        heapq.heappush(jobs, (-1 if job.item is None else job.rank, next(self._count), job))
        if len(jobs) == 1:
            self._queue(origin)

    def take(self, now: datetime) -> Job | None:
        """The next job whose host may be asked now."""
        while self._later and self._later[0][0] <= now:
            _, _, origin = heapq.heappop(self._later)
            heapq.heappush(self._ready, (*self._jobs[origin][0][:2], origin))
        while self._ready:
            _, _, origin = heapq.heappop(self._ready)
            if self._free(self._jobs[origin][0][2].url) > now:  # it has been asked, or held, since
                self._queue(origin)
                continue
            _, _, job = heapq.heappop(self._jobs[origin])
            if self._jobs[origin]:
                self._queue(origin)
            else:
                del self._jobs[origin]
            return job
        return None

    def when(self) -> datetime | None:
        """When the first of the waiting hosts may be asked, after `take` gave nothing."""
        return self._later[0][0] if self._later else None

    def drain(self, limit: datetime) -> list[Job]:
        """Takes the jobs whose hosts may not be asked before `limit`, after `take` gave nothing."""
        beyond = [entry for entry in self._later if entry[0] > limit]
        self._later = [entry for entry in self._later if entry[0] <= limit]
        heapq.heapify(self._later)
        return [job for _, _, origin in sorted(beyond) for _, _, job in sorted(self._jobs.pop(origin))]

    def _queue(self, origin: str) -> None:
        job = self._jobs[origin][0][2]
        heapq.heappush(self._later, (self._free(job.url), next(self._count), origin))

    def __len__(self) -> int:
        return sum(map(len, self._jobs.values()))
