"""Which language a text is in, and when it is clearly not English."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from ..errors import WrongLanguage

#: Shorter texts are never refused.
LETTERS: Final = 200
#: How sure the identifier must be that the whole text is in another language.
SURE: Final = 0.95
#: The text is looked at in so many parts, of `LETTERS` characters or more: a story with foreign quotations
#: has English ones.
PARTS: Final = 5
_LOOKED_AT: Final = 20_000
_WORD: Final = re.compile(r"[^\W\d_]+")
#: Words of English grammar that no other large language spells so, save for chance.
_ENGLISH: Final = frozenset(
    "the and of to that with was were is are for has have had from this which would their they his her said "
    "not been but who will its what when after about more than".split()
)
#: English running text has 25 to 40 of them in 100 words, Dutch or German under 8.
_SHARE: Final = 0.15
_KINDS: Final = 8


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str) -> tuple[str, float]:
    """The likeliest language (ISO 639-1) and its probability; ("und", 0.0) for a text without letters.

    Running English is known by its grammar words alone (probability 1.0): unpacking the identifier's
    model takes longer than reading a story.
    """
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    if not words:
        return "und", 0.0
    grammar = [word for word in words if word in _ENGLISH]
    if len(grammar) >= _SHARE * len(words) and len(set(grammar)) >= _KINDS:
        return "en", 1.0
    return _identified(text)


def _identified(text: str) -> tuple[str, float]:
    language, probability = _identifier().classify(text[:_LOOKED_AT])
    return str(language), float(probability)


def refuse_if_not_english(text: str) -> None:
    """Raises `WrongLanguage` when a text of 200 letters or more is clearly in another language.

    Clearly: surely so as a whole, and no fifth of it is taken for English.
    """
    head = text[:_LOOKED_AT]
    if sum(character.isalpha() for character in head) < LETTERS:
        return
    language, probability = detect(head)
    if language in ("en", "und") or probability < SURE:
        return
    size = max(LETTERS, -(-len(head) // PARTS))
    if any(detect(head[start : start + size])[0] == "en" for start in range(0, len(head), size)):
        return
    raise WrongLanguage(
        f"the text is in another language ({language}), and sayso reads English; "
        "pass --any-language (any_language=True) to read it all the same"
    )
