"""What titles and nouns tell of whether a man or a woman speaks."""

from __future__ import annotations

from ._words import Word


def gender_of_title(before: list[Word]) -> str | None:
    for word in reversed(before):
        low = word.low
        if low in (
            "mr",
            "sir",
            "lord",
            "father",
            "brother",
            "spokesman",
            "chairman",
            "congressman",
            "king",
            "prince",
        ):
            return "m"
        if low in (
            "mrs",
            "ms",
            "miss",
            "dame",
            "lady",
            "sister",
            "spokeswoman",
            "chairwoman",
            "mother",
            "queen",
        ):
            return "f"
    return None


def gender_of_noun(low: str) -> str | None:
    """ "f" for "spokeswoman", "m" for "father", None where a noun does not tell."""
    if low.endswith(
        (
            "woman",
            "mother",
            "sister",
            "daughter",
            "wife",
            "girl",
            "lady",
            "aunt",
            "niece",
            "girlfriend",
            "nun",
            "mum",
            "actress",
            "waitress",
            "queen",
            "princess",
            "grandmother",
            "widow",
        )
    ):
        return "f"
    if low.endswith(
        (
            "man",
            "father",
            "brother",
            "son",
            "husband",
            "boy",
            "uncle",
            "nephew",
            "boyfriend",
            "dad",
            "priest",
            "monk",
            "king",
            "prince",
            "gentleman",
            "bloke",
            "pope",
            "widower",
        )
    ):
        return None if low.endswith("woman") else "m"
    return None
