"""What stands in the outlet's own voice: its sentences, and how sure they are put."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..story import Story, Voice
from ._certainty_words import CERTAINTIES, hedge_words
from ._facts import plural
from ._sayings import known
from ._spans import Excerpt, excerpt

#: Words of a sentence that are shown.
_LONGEST: Final = 30


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """One sentence in the outlet's own voice; `certainty` is empty when it is plainly asserted."""

    words: Excerpt
    certainty: str
    hedges: tuple[tuple[str, str], ...]


def own_sentences(story: Story) -> tuple[OwnSentence, ...]:
    """All of them, in the order of the text."""
    return tuple(_sentence(story, voice) for voice in sorted(_voices(story), key=lambda voice: voice.start))


def own_words(sentences: tuple[OwnSentence, ...]) -> str:
    """How many they are and how they are put: "7 sentences, 2 hedged, 1 questioned"."""
    kinds: dict[str, int] = {}
    for sentence in sentences:
        if sentence.certainty:
            kinds[sentence.certainty] = kinds.get(sentence.certainty, 0) + 1
    counts = (f"{number:,} {kind}" for kind, number in kinds.items())
    return ", ".join([plural(len(sentences), "sentence"), *counts])


def _voices(story: Story) -> tuple[Voice, ...]:
    return known(story.voice, ())


def _sentence(story: Story, voice: Voice) -> OwnSentence:
    marks = [span for hedge in voice.hedges for span in hedge.spans]
    return OwnSentence(
        excerpt(story, [(voice.start, voice.end)], marks, _LONGEST),
        "" if voice.certainty == "asserted" else CERTAINTIES[voice.certainty],
        hedge_words(story, voice.hedges),
    )
