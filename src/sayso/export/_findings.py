"""Where a headline, standfirst or caption says more than the body: the verdict, and both texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..story import CaptionCheck, Finding, FindingKind, HeadlineCheck, Spans, Stance, Story, Verdict
from ._facts import headline
from ._sayings import known
from ._spans import cut, inside, words_of

_VERDICTS: Final[dict[Verdict, str]] = {
    "supported": "the body supports the {}",
    "overstated": "{} OVERSTATES body",
    "unsupported": "{} NOT IN the body",
    "contradicted": "body CONTRADICTS the {}",
}
_STANCES: Final[dict[Stance, str]] = {
    "agree": "the body agrees with its claim",
    "discuss": "the body discusses its claim",
    "disagree": "the body disagrees with its claim",
    "unrelated": "the body does not deal with its claim",
}
_KINDS: Final[dict[FindingKind, str]] = {
    "attribution_dropped": "attribution dropped",
    "hedge_dropped": "hedge dropped",
    "figure_changed": "figure changed",
    "scope_widened": "scope widened",
    "quotation_altered": "quotation altered",
    "detail_absent": "detail absent",
    "contradicted": "contradicted",
}

#: Words of a caption, and of the body's words in a finding, that are shown.
_LONGEST: Final = 40

NOT_THERE: Final = "nothing of it in the body"
WHOLE: Final = "all of it"


@dataclass(frozen=True, slots=True)
class Held:
    """One finding: its kind in words, the headline's words, the body's, and where those stand.

    `whole` says that the headline's words are all of it, which need not be repeated.
    """

    kind: str
    above: str
    whole: bool
    body: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Check:
    """A headline, standfirst or caption held against the body; `part` says which.

    `words` are its own, cut; empty for the headline, which stands above anyway.
    """

    part: str
    words: str
    verdict: Verdict
    title: str
    stance: str
    findings: tuple[Held, ...]
    why: str


def checks(story: Story) -> tuple[Check, ...]:
    """The headline's check, whatever it found; then standfirst and captions that are not supported."""
    made = []
    if isinstance(story.headline_check, HeadlineCheck):
        title = headline(story) or ""
        made.append(_check(story, "headline", title, story.headline_check))
    for check in known(story.caption_checks, ()):
        if check.verdict != "supported":
            block = story.blocks[check.block] if 0 <= check.block < len(story.blocks) else None
            words = words_of(story, [(block.start, block.end)]) if block else ""
            made.append(_check(story, block.role if block else "caption", words, check))
    return tuple(made)


def _check(story: Story, part: str, words: str, check: HeadlineCheck | CaptionCheck) -> Check:
    shown, left_out = cut(words, _LONGEST)
    return Check(
        part,
        shown + (" …" if left_out else "") if part != "headline" else "",
        check.verdict,
        _VERDICTS[check.verdict].format(part),
        _STANCES[check.stance],
        tuple(_held(story, words, finding) for finding in check.findings),
        check.why,
    )


def _held(story: Story, words: str, finding: Finding) -> Held:
    body, left_out = cut(words_of(story, finding.spans), _LONGEST)
    spans = inside(story, finding.spans)
    whole = finding.text.split() == words.split()
    return Held(_KINDS[finding.kind], finding.text, whole, body + (" …" if left_out else ""), spans)
