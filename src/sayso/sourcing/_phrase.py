"""Takes a source as it is worded apart: what it is called, what is said of it, and what kind it is."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from ..story import SourceKind, Span
from . import _lexicon as lex
from . import _outlets as outlets
from ._description import description_end, published_by, stated_by
from ._gender import gender_of_noun, gender_of_title
from ._kinds import is_outlet, kind_of_description, kind_of_name
from ._name_run import ENDS, NAMED, handle_in, name_run, strip_titles
from ._words import Word, is_plural, singular, words

Form = Literal["pronoun", "name", "description"]

_BREAK: Final = re.compile(r"[,;:(\[–—]|\s-\s")
_FINITE: Final = re.compile(
    r"\s(?:has|have|had|is|was|will|would|can|could|did|does|said|says|told|confirmed|announced|declined)\b"
)
_MOST_TOLD: Final = 7  #: words of a relative clause that are still part of what somebody is called
_SHORTENED: Final = re.compile(r"[’'](?:ve|m|d|ll|re)$")
_RELATIVE: Final = frozenset("who which whom whose that where".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source as worded.

    `name` is the span of its name, or of its description without the article. `head` is the last name
    in lower case, or the head noun in the singular. `owner` is the word in "X's spokesman", "his sister".
    """

    span: Span
    name: Span
    form: Form
    kind: SourceKind
    head: str
    plural: bool = False
    definite: bool = False
    gender: str | None = None
    description: Span | None = None
    owner: Span | None = None
    short: str | None = None  #: "(SOHR)" behind a name
    through: str | None = None  #: "statement", where that is what was worded

    def words(self, text: str) -> str:
        """The name as it stands."""
        return text[self.name[0] : self.name[1]]


def parse(
    text: str, span: Span, *, use_list: bool = True, names: Container[str] = frozenset()
) -> Phrase | None:
    """The phrase at `span`, or None when it has no word.

    `names` holds last names (lower case) the story uses, so that "Hunter" can be one of them.
    """
    every = words(text, *span)
    if not every:
        return None
    pronoun = _pronoun(span, every)
    if pronoun:
        return pronoun
    whole = _whole_outlet(text, span, every, use_list)
    if whole:
        return whole
    core, rest = _core(text, span, every)
    if not core:
        return None
    stated = stated_by(core)
    if stated is not None:
        low, high = stated
        end = span[1] if high == len(core) else core[high - 1].start + len(core[high - 1].bare)
        inner = parse(text, (core[low].start, end), use_list=use_list, names=names)
        if inner is not None and inner.form != "pronoun":
            return replace(inner, span=span, through="statement")
    return _named(text, span, core, rest, use_list, names) or _described(text, span, core, rest, use_list)


def _pronoun(span: Span, every: list[Word]) -> Phrase | None:
    first = every[0]
    # "I’ve" and "they're" are one word here.
    low = _SHORTENED.sub("", first.low)
    if len(every) > 2 and first.text == "who":
        return Phrase(span, first.span, "pronoun", "other", first.low)  # "who works in the port"
    if len(every) > 2 or (len(every) == 2 and not every[1].low.endswith(("self", "selves", "both", "all"))):
        return None
    if low in lex.PRONOUNS_PERSON:
        return Phrase(span, first.span, "pronoun", "person", low, gender=lex.PRONOUNS_PERSON[low])
    if low in lex.PRONOUNS_READER:
        return Phrase(span, first.span, "pronoun", "person", low)
    if low in lex.PRONOUNS_FIRST:
        return Phrase(span, first.span, "pronoun", "person", low, plural=low in ("we", "us", "our"))
    if low in lex.PRONOUNS_PLURAL:
        return Phrase(span, first.span, "pronoun", "unnamed", low, plural=True)
    if low in lex.PRONOUNS_THING or low in lex.PRONOUNS_RELATIVE:
        return Phrase(span, first.span, "pronoun", "other", low)
    return None


def _whole_outlet(text: str, span: Span, every: list[Word], use_list: bool) -> Phrase | None:
    """A listed outlet whose name words alone would not keep whole: "E! Online"."""
    start = every[1].start if every[0].low == "the" and len(every) > 1 else every[0].start
    name = (start, span[0] + len(text[span[0] : span[1]].rstrip(' ,.;:"”')))
    if not any(c.isupper() or c in ".@" for c in text[start : name[1]]):
        return None
    address = len(every) == 1 and ("." in every[0].text or every[0].text[0] == "@")
    if address and every[0].text[0] == "@":
        return Phrase(span, every[0].span, "name", "post", every[0].low, definite=True)
    listed = outlets.lookup(text[start : name[1]]) if use_list and name[1] > start else None
    if (listed is None and not address) or not is_outlet(text, (start, name[1]), use_list=use_list):
        return None
    return Phrase(span, name, "name", "outlet", every[-1].low, definite=True)


def _core(text: str, span: Span, every: list[Word]) -> tuple[list[Word], Span | None]:
    """The words before the first comma, bracket or relative pronoun, and the stretch after them."""
    for index, word in enumerate(every):
        if index == 0:
            continue
        between = text[every[index - 1].end : word.start]
        if _BREAK.search(between) or (word.low in _RELATIVE and not word.capital):
            # "The group, ISIS, said" and "a source, John Smith,": the first part decides.
            return every[:index], (word.start, span[1])
    return every, None


def _named(
    text: str, span: Span, core: list[Word], rest: Span | None, use_list: bool, names: Container[str]
) -> Phrase | None:
    handle = handle_in(core)
    run = handle or name_run(text, core, names)
    if run is None and rest is not None:
        return _named_in_apposition(text, span, core, rest, use_list)
    if run is None:
        return None
    listed = _listed_over(text, core, run) if use_list else None
    if listed is not None:
        return Phrase(span, listed, "name", "outlet", text[slice(*listed)].lower().split()[-1], definite=True)
    low, high = run
    titled, low = (False, low) if handle else strip_titles(core, low, high)
    if low >= high:
        return None
    name = (core[low].start, _name_end(text, core, high))
    owner = next((w.span for w in core[:low] if w.possessive or w.low in lex.POSSESSIVES), None)
    kind = kind_of_name(text, core[low:high], titled, use_list=use_list)
    if handle or (low and core[low - 1].low in lex.USERS):
        kind = "post"
    before = _said_before(core[:low])
    description = rest if rest and _tells(text, rest) else before
    if kind == "person" and not description and high < len(core):
        description = (core[high].start, core[-1].end)
    return Phrase(
        span,
        name,
        "name",
        kind,
        core[high - 1].low,
        definite=True,
        gender=gender_of_title(core[:low]),
        description=description,
        owner=owner,
        short=_bracketed(text, name, span),
    )


def _listed_over(text: str, core: Sequence[Word], run: tuple[int, int]) -> Span | None:
    """The listed outlet that begins in a run of capitals and ends behind it: "Britain's Mail on Sunday"."""
    low, high = core[run[0]].start, core[run[1] - 1].end
    for span, _ in outlets.outlets_in(text, core[0].start, core[-1].end):
        if low <= span[0] < high < span[1]:
            return span
    return None


def _name_end(text: str, core: Sequence[Word], high: int) -> int:
    """Where a name ends: without 's, unless a verb behind shows that to be part of it ("Brannan's has")."""
    last = core[high - 1]
    if high == len(core) and last.possessive and _FINITE.match(text, last.end):
        return last.end
    return last.start + len(last.bare)


def _said_before(core: Sequence[Word]) -> Span | None:
    """What the words before a name tell of it: "Transport minister", "BBC" in "the BBC's"."""
    told = core[1:] if core and core[0].low in lex.DETERMINERS else core
    if not told or not any(len(w.bare) > 1 for w in told):
        return None
    return told[0].start, told[-1].start + len(told[-1].bare)


def _named_in_apposition(
    text: str, span: Span, core: list[Word], rest: Span, use_list: bool
) -> Phrase | None:
    """ "a spokesman, John Smith," and "the priest, identified as Father John Smith": a name behind."""
    if "(" in text[core[-1].end : rest[0]]:
        return None  # "the Armed Forces (LAF)": a short form, not a name in apposition
    after = words(text, *rest)
    while after and after[0].low in NAMED | {"as", "only", "simply", "himself", "herself", "he", "she"}:
        after = after[1:]
    if not after or not after[0].capital or not any(singular(w.low) in lex.PERSON_NOUNS for w in core):
        return None
    segment, _ = _core(text, (after[0].start, rest[1]), after)
    run = name_run(text, segment, ())
    if run is None or run[0] != 0:
        return None
    alone = run[1] == 1 and len(segment) == 1
    alone = alone and (core[0].low in lex.DETERMINERS or any(word.possessive for word in core))
    if run[1] < 2 and not alone:
        return None
    titled, low = strip_titles(segment, *run)
    high = run[1]
    if low >= high:
        return None
    name = (segment[low].start, segment[high - 1].start + len(segment[high - 1].bare))
    kind = kind_of_name(text, segment[low:high], titled, use_list=use_list)
    if kind != "person" and not (alone and kind == "organisation"):
        return None
    kind = "person"
    return Phrase(
        span, name, "name", kind, segment[high - 1].low, definite=True,
        gender=gender_of_title(segment[:low]), description=(core[0].start, core[-1].end),
    )  # fmt: skip


def _named_inside(text: str, core: list[Word]) -> Span | None:
    """The listed outlet that a noun for a medium follows: "Britain's Mail On Sunday newspaper"."""
    if core[-1].capital or singular(core[-1].low) not in lex.OUTLET_NOUNS:
        return None
    found = [span for span, _ in outlets.outlets_in(text, core[0].start, core[-1].start)]
    return found[-1] if found and not text[found[-1][1] : core[-1].start].strip() else None


def _described(text: str, span: Span, core: list[Word], rest: Span | None, use_list: bool) -> Phrase:
    outlet = published_by(text, core) or (_named_inside(text, core) if use_list else None)
    if outlet is not None:
        return Phrase(
            span, outlet, "name", "outlet", text[outlet[0] : outlet[1]].lower().split()[-1], definite=True
        )
    start = 1 if len(core) > 1 and core[0].low in ("the", "a", "an", "this", "that", "these", "those") else 0
    if start and len(core) > 2 and core[1].low == "same":
        start = 2
    stop = next(
        (
            i
            for i, w in enumerate(core)
            if i > start and w.low in ENDS and not w.capital and not (w.low == "and" and core[i - 1].capital)
        ),
        len(core),
    )
    head = core[max(start, stop - 1)]
    low = head.low
    plural = is_plural(low) or low in ("some", "others", "many", "several", "both", "few")
    owner = next((w.span for w in core[:stop] if w.possessive or w.low in lex.POSSESSIVES), None)
    kind = kind_of_description(text, core, start, stop)
    last = core[max(start + 1, description_end(core, stop)) - 1]
    end = last.end
    relative = text[end : end + 6].strip().split(" ")[0] if rest else ""
    if rest and last is core[-1] and kind == "unnamed" and relative in _RELATIVE:
        telling = words(text, *rest)
        # "Those who saw it" means nobody without what follows; "staff who …" does.
        if len(telling) <= _MOST_TOLD or low in lex.PERSON_PRONOUNS:
            end = rest[1]
    return Phrase(
        span,
        (core[start].start, _without_possessive(last, end)),
        "description",
        kind,
        singular(low),
        plural=plural,
        definite=core[0].low in ("the", "this", "that", "these", "those") or owner is not None,
        gender=gender_of_noun(low),
        description=rest if rest and end != rest[1] and _tells(text, rest) else None,
        owner=owner,
    )


def _without_possessive(last: Word, end: int) -> int:
    return last.start + len(last.bare) if end == last.end else end


def _bracketed(text: str, name: Span, span: Span) -> str | None:
    """The short form in brackets right behind a name."""
    match = re.compile(r"\s?\(\s?[\"“]?([A-Z][\w.&-]{1,11})[\"”]?\s?\)").match(text, name[1])
    return match[1] if match else None


def _tells(text: str, span: Span) -> bool:
    """Whether a stretch has a word to tell of somebody."""
    return any(len(w.text) > 2 for w in words(text, *span))
