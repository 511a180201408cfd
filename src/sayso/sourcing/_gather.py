"""Gathers all that is claimed in a story: what reading found, what contents hold, posts copied in."""

from __future__ import annotations

from collections.abc import Sequence

from ..story import READ_ROLES, Attribution, Span, Spans, Story
from . import _lexicon as lex
from ._claims import Claim, covered
from ._guesses import guesses
from ._nested import inner_attributions
from ._posts import posts

_POST: str = "a post copied into the story, with its signature"
_INNER: str = "found by reading a content again"
#: A post's own words found as somebody else's claim are the post's when it holds this share of them.
_MOSTLY: float = 0.5
#: Read without its context a content yields guesses; less sure ones are noise.
_SURE_ENOUGH: float = 0.3


def gather(story: Story, sentences: Sequence[Span]) -> list[Claim]:
    """The claims of a story; `index` counts from 0, `outer` is the index of the claim that holds one."""
    outer = list(story.attributions or ())
    inner = [
        (index, Claim(0, item.source, item.cue, item.content, item.confidence, item.quotation, _INNER))
        for index, item in inner_attributions(story.text, outer, sentences)
        if item.confidence >= _SURE_ENOUGH and not _is_anybody(story.text, item.source)
    ]
    copied = [
        Claim(0, (name,), (), (words,), 0.8, "direct", _POST)
        for block in story.blocks
        if block.role in READ_ROLES
        for name, words in posts(story.text, block.start, block.end)
    ]
    claims: list[Claim] = []
    kept: dict[int, int] = {}
    for index, a in enumerate(outer):
        if not _in_a_post(a, copied):
            kept[index] = len(claims)
            claims.append(Claim(0, a.source, a.cue, a.content, a.confidence, a.quotation, a.why, id=a.id))
    for index, claim in inner:
        if index in kept:
            claim.outer = kept[index]
            claims.append(claim)
    claims += copied
    for index, claim in enumerate(claims):
        claim.index = index
    for guess in list(guesses(story.text, sentences, claims)):
        guess.index = len(claims)
        claims.append(guess)
    return claims


def _is_anybody(text: str, source: Spans) -> bool:
    """ "if anybody tells you": words inside a content that are nobody's."""
    return any(text[low:high].casefold() in lex.ANYBODY for low, high in source)


def _in_a_post(attribution: Attribution, copied: Sequence[Claim]) -> bool:
    size = sum(end - start for start, end in attribution.content)
    return any(covered(attribution.content, *post.content[0]) > _MOSTLY * size for post in copied)
