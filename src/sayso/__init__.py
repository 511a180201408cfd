"""On whose say-so? Shows for every claim in a news story who says it, through whom, in which words.

import sayso

story = sayso.read("story.html")
for attribution in story.attributions:
    print(story.words_of(attribution.source), "|", story.words_of(attribution.content))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from ._many import Failure, read_many
    from .errors import EnvironmentFault, InputError, LedgerError, SaysoError, UsageError
    from .intake import Limits, Record
    from .ledger import Ledger
    from .pipeline import read
    from .story import (
        Anonymity,
        Attribution,
        Block,
        Candidate,
        CaptionCheck,
        Credit,
        DateCandidate,
        Described,
        Evidence,
        Figure,
        Finding,
        HeadlineCheck,
        Hedge,
        Hop,
        Link,
        NamedHop,
        SentenceChain,
        Source,
        Span,
        Story,
        Unread,
        Voice,
    )

__all__ = [
    "Anonymity",
    "Attribution",
    "Block",
    "Candidate",
    "CaptionCheck",
    "Credit",
    "DateCandidate",
    "Described",
    "EnvironmentFault",
    "Evidence",
    "Failure",
    "Figure",
    "Finding",
    "HeadlineCheck",
    "Hedge",
    "Hop",
    "InputError",
    "Ledger",
    "LedgerError",
    "Limits",
    "Link",
    "NamedHop",
    "Record",
    "SaysoError",
    "SentenceChain",
    "Source",
    "Span",
    "Story",
    "Unread",
    "UsageError",
    "Voice",
    "__version__",
    "read",
    "read_many",
]

#: Where each public name lives. Loaded on first use, so that `import sayso` costs next to nothing.
_HOMES = {
    "_many": ("Failure", "read_many"),
    "errors": ("EnvironmentFault", "InputError", "LedgerError", "SaysoError", "UsageError"),
    "intake": ("Limits", "Record"),
    "ledger": ("Ledger",),
    "pipeline": ("read",),
    "story": (
        "Anonymity",
        "Attribution",
        "Block",
        "Candidate",
        "CaptionCheck",
        "Credit",
        "DateCandidate",
        "Described",
        "Evidence",
        "Figure",
        "Finding",
        "HeadlineCheck",
        "Hedge",
        "Hop",
        "Link",
        "NamedHop",
        "SentenceChain",
        "Source",
        "Span",
        "Story",
        "Unread",
        "Voice",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(f".{_HOME_OF[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
