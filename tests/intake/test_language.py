"""Only a text that is clearly not English is refused."""

from __future__ import annotations

import pytest

from sayso.errors import WrongLanguage
from sayso.intake._language import detect, refuse_if_not_english

ENGLISH = (
    "The council said on Monday that the mill would stay open for at least two more years, and that the "
    "people who work there had been told. Ilse Varn, who has run it since the flood, said she would not have "
    "believed it. "
)
GERMAN = (
    "Der Rat teilte am Montag mit, dass die Mühle noch mindestens zwei Jahre geöffnet bleibt und dass die "
    "Menschen, die dort arbeiten, es schon wissen. Ilse Varn, die sie seit der Flut führt, sagte, sie hätte "
    "es nicht geglaubt. "
)
FRENCH = (
    "Le conseil a annoncé lundi que le moulin resterait ouvert encore deux ans au moins et que les gens qui "
    "y travaillent en avaient été informés. Ilse Varn, qui le dirige depuis la crue, dit ne pas y avoir cru. "
)


def test_english_is_known_without_the_identifier() -> None:
    assert detect(ENGLISH) == ("en", 1.0)


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN * 2, "de"), (FRENCH * 2, "fr"), ("水車は二年は動き続けると町は言った。" * 20, "ja")],
)
def test_other_languages_are_refused(text: str, language: str) -> None:
    assert detect(text)[0] == language
    with pytest.raises(WrongLanguage, match=language):
        refuse_if_not_english(text)


def test_short_texts_are_never_refused() -> None:
    refuse_if_not_english(GERMAN[:150])
    refuse_if_not_english("")
    refuse_if_not_english("12345 !!" * 100)


def test_an_english_story_with_much_foreign_speech_is_read() -> None:
    refuse_if_not_english(ENGLISH + f"She read the letter aloud: “{GERMAN}”")
    refuse_if_not_english(f"“{FRENCH}{FRENCH}” So began the letter. {ENGLISH}")


def test_an_english_list_of_foreign_names_is_read() -> None:
    names = (
        "Krzysztof Wójcik, Ngô Thị Hương, Şükrü Yıldız, Þórdís Gunnarsdóttir, Włodzimierz "
        "Brzęczyszczykiewicz, "
    )
    refuse_if_not_english(
        f"Those who signed were {names * 2} the council said. They had asked for a meeting."
    )


def test_no_letters() -> None:
    assert detect("123 456") == ("und", 0.0)
