"""Names brought to tokens that can be compared: one alphabet, no case, no titles, no articles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii

_LONGEST: Final = 200
_WORD: Final = re.compile(r"[a-z0-9]+")
_POSSESSIVE: Final = re.compile(r"['’ʼ]s\b|s['’](?=\s|$)")
_INNER: Final = re.compile(r"(?<=[a-z])['’ʼ`](?=[a-z])")
_DOTTED: Final = re.compile(r"\b(?:[a-z]\.){2,}")
_JOINED_ARTICLE: Final = re.compile(r"\AThe(?=[A-Z])")
_DOMAIN: Final = re.compile(r"(?<=\w)\.(?:com|net|org|co\.uk)\b")

#: What may stand before or after a person's name without being part of it.
TITLES: Final = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady baroness baron rev reverend father sister brother
    pastor imam rabbi bishop archbishop cardinal pope king queen prince princess sheikh sheik ayatollah
    president premier chancellor minister secretary senator sen representative rep congressman congresswoman
    mp mep governor gov mayor ambassador commissioner judge justice attorney prosecutor sheriff chief
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal admiral commander
    officer detective inspector constable deputy vice former ex then acting prime first home foreign interior
    defence defense us uk chairman chairwoman chair ceo cfo coo director executive manager head founder
    cofounder spokesman spokeswoman spokesperson analyst reporter editor correspondent journalist columnist
    lawmaker lawyer doctor nurse coach actor actress singer rapper author writer blogger activist
    jr sr ii iii iv phd md esq obe cbe mbe kc qc
    """.split()
)
_HONORIFICS: Final = frozenset("mr mrs ms miss dr prof sir dame sen rep gov gen sgt lt capt col".split())
#: Words that a body's name may have or lack.
_BODY_FORMS: Final = frozenset(
    "the a an of and for inc corp corporation ltd limited llc plc co company group ab gmbh".split()
)
#: Nations before the name of a body ("British Foreign Office"): left out when a story takes them for granted.
NATIONS: Final = frozenset(
    """
    us usa american british uk britain english scottish welsh irish french german italian spanish russian
    chinese japanese korean north south indian pakistani israeli palestinian iranian iraqi syrian turkish
    saudi arabia arabian egyptian libyan nigerian kenyan australian canadian mexican brazilian european
    dutch belgian
    swedish norwegian danish finnish polish ukrainian greek
    """.split()
)


@lru_cache(maxsize=50_000)
def plain(words: str) -> str:
    """The words in small Latin letters, without possessive endings and inner apostrophes."""
    low = anyascii(words[:_LONGEST].replace("’", "'").replace("‘", "'")).lower()
    low = _POSSESSIVE.sub("", low)
    low = _DOTTED.sub(lambda found: found[0].replace(".", ""), low)
    return _INNER.sub("", _DOMAIN.sub("", low))


@lru_cache(maxsize=50_000)
def person_tokens(name: str) -> tuple[str, ...]:
    """The tokens of a person's name, titles and roles before or after it left out."""
    tokens = _WORD.findall(plain(name))
    kept = list(tokens)
    for place in range(len(kept) - 2, 0, -1):  # "bemused Mr Nash"
        if kept[place] in _HONORIFICS:
            del kept[: place + 1]
            break
    while len(kept) > 1 and kept[0] in TITLES:
        del kept[0]
    while len(kept) > 1 and kept[-1] in TITLES:
        del kept[-1]
    return tuple(kept)


@lru_cache(maxsize=50_000)
def body_tokens(name: str) -> tuple[str, ...]:
    """The tokens of a body's or outlet's name without articles and forms of company."""
    tokens = _WORD.findall(plain(_JOINED_ARTICLE.sub("", name)))
    return tuple(token for token in tokens if token not in _BODY_FORMS) or tuple(tokens)


@lru_cache(maxsize=50_000)
def joined(name: str) -> str:
    """A body's name as one run of letters: "9 to 5 Mac" and "9to5Mac", "Re/code" and "Recode" are one."""
    return "".join(body_tokens(name)) or name.strip().casefold()


@lru_cache(maxsize=50_000)
def acronym(name: str) -> str:
    """The first letters of a name's capitalised words, "" under three (Federal Bureau of Investigation)."""
    words = re.findall(r"[^\W_]+", name[:_LONGEST])
    first = [word[0] for word in words if word[0].isupper() and word != "The"]
    return anyascii("".join(first)).lower() if len(first) >= 3 else ""


@lru_cache(maxsize=50_000)
def is_acronym(name: str) -> bool:
    """Whether a name is written as an abbreviation: three to six capitals."""
    letters = name.strip().removeprefix("the ").removeprefix("The ").replace(".", "")
    return 3 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


#: Letters that one transliteration writes for another.
_SOUNDS: Final = (
    *(("sch", "s"), ("tch", "c"), ("tsch", "c"), ("ph", "f"), ("kh", "h"), ("gh", "g"), ("ch", "c")),
    *(("sh", "s"), ("th", "t"), ("dh", "d"), ("zh", "z"), ("ck", "k"), ("ts", "s"), ("tz", "s")),
    *(("x", "ks"), ("q", "k"), ("j", "y"), ("w", "v"), ("c", "k"), ("z", "s")),
)


@lru_cache(maxsize=50_000)
def sound(token: str) -> str:
    """A phonetic key of a folded token: its first sound and its consonants, spellings of one sound alike.

    Own rules for names that reach English through several transliterations (Gaddafi, Qaddafi, Kadafi;
    Seong-kwen, Seong-kweun; Zelensky, Zelenskyy); not a measure of likeness by itself.
    """
    key = token
    for written, spoken in _SOUNDS:
        key = key.replace(written, spoken)
    if key[:1] == "g":
        key = "k" + key[1:]
    first, rest = key[:1], re.sub(r"[aeiouyh]", "", key[1:])
    if first in "aeiouy":
        first = "a"
    return re.sub(r"(.)\1+", r"\1", first + rest)
