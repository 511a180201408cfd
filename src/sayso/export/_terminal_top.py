"""What stands above all in the terminal report: the headline's findings, the summary, the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.rule import Rule
from rich.text import Text

from ..story import Verdict
from ._digest import Digest
from ._findings import NOT_THERE, WHOLE, Check, Held
from ._summary import single_words, summary_parts
from ._terminal_lines import Line, indented, joined, quoted, title
from ._visible import one_line

_STYLES: Final[dict[Verdict, str]] = {
    "supported": "dim",
    "overstated": "bold red",
    "unsupported": "bold red",
    "contradicted": "bold red",
}


def check_lines(digest: Digest) -> Iterator[Line]:
    """The headline's findings, then those of standfirst and captions, each with both texts."""
    for check in digest.checks:
        yield _verdict(check)
        if check.words:
            yield indented(quoted(check.words), 2)
        for finding in check.findings:
            yield from _finding(check, finding)
        if check.why:
            yield indented(Text(one_line(check.why), "dim"), 2)


def summary_lines(digest: Digest) -> Iterator[Text]:
    """The story in one line, and whether all of it has one origin."""
    if digest.summary is None or not digest.said:
        return
    first, *rest = (one_line(part) for part in summary_parts(digest.summary))
    yield joined([Text(first, "bold"), *(Text(part) for part in rest)])
    single = single_words(digest.summary)
    if single:
        yield Text(one_line(single), "bold magenta")


def record_lines(digest: Digest) -> Iterator[Line | Rule]:
    """Denials, refusals to comment, silences and failed verifications."""
    if not digest.records:
        return
    yield from title("Denied, declined, not answered, not verified")
    for record in digest.records:
        who = Text(one_line(record.name), "bold yellow").append(" " if record.name else "")
        yield indented(who.append(f"{record.kind}: ", "magenta").append_text(quoted(record.words)), 2)


def _verdict(check: Check) -> Text:
    line = Text(check.title, _STYLES[check.verdict])
    return line.append(f" · {check.stance}", "dim")


def _finding(check: Check, finding: Held) -> Iterator[Line]:
    yield indented(Text(finding.kind, "magenta"), 2)
    if finding.above:
        above = Text(WHOLE) if finding.whole else quoted(finding.above)
        yield indented(Text(f"{check.part}: ", "dim").append_text(above), 4)
    body = quoted(finding.body) if finding.body else Text(NOT_THERE)
    yield indented(Text("body: ", "dim").append_text(body), 4)
