"""Everything sayso raises on purpose.

    SaysoError
    ├── InputError            the input's fault: nothing could be read from it
    │   ├── MissingInput      no such file, a directory, no permission
    │   ├── TooLarge          over a size cap (file, text, unpacked archive)
    │   ├── NotText           binary, or nothing that could be a story
    │   ├── WrongLanguage     clearly not English
    │   ├── FetchError        a URL that could not or may not be fetched
    │   ├── FeedError         a feed that is none
    │   └── DocumentError     not a valid input line, or not a story document
    ├── LedgerError           the ledger's: no such file, no ledger, from a newer sayso, full disk, no such id
    ├── UsageError            the call's fault: an option that makes no sense
    └── EnvironmentFault      the machine's fault: a package or the model is missing or broken

Each has a `kind` (the word used in JSON) and a message of one line that says what, where and
what to do. Anything else that escapes is a bug in sayso.
"""

from __future__ import annotations

from typing import ClassVar


class SaysoError(Exception):
    """Base of all errors raised on purpose."""

    kind: ClassVar[str] = "error"


class InputError(SaysoError):
    """The input could not be read as a story."""

    kind = "input"


class MissingInput(InputError):
    """The input does not exist or may not be opened."""

    kind = "missing"


class TooLarge(InputError):
    """The input is over a size cap."""

    kind = "too-large"


class NotText(InputError):
    """The input holds no text that could be a story."""

    kind = "not-text"


class WrongLanguage(InputError):
    """The input is clearly not in a language that sayso reads."""

    kind = "language"


class FetchError(InputError):
    """A URL could not be fetched, or may not be."""

    kind = "fetch"


class FeedError(InputError):
    """What was fetched as a feed is none, or cannot be read as one."""

    kind = "feed"


class DocumentError(InputError):
    """An input line or a story document does not have the agreed form."""

    kind = "document"


class LedgerError(SaysoError):
    """A ledger cannot be opened or written, or does not hold what was asked for."""

    kind = "ledger"


class UsageError(SaysoError):
    """An option or argument that makes no sense."""

    kind = "usage"


class EnvironmentFault(SaysoError):
    """Something sayso needs on this machine is missing or broken."""

    kind = "environment"
