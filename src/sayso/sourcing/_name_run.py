"""Finds the name that a noun phrase ends in, and where titles and roles before it stop."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from . import _lexicon as lex
from ._first_names import gender_of
from ._offices import behind_office, is_role, person_in
from ._words import Word, is_initial, singular

#: Words that end the noun phrase a source begins with; what follows tells more of it.
ENDS: Final = frozenset(
    """of in from at for with on to by inside within near close familiar who which whom whose that among
    under over behind about against including like such was were is are has have had said says who've who's
    identified named called known aged based living working speaking and or as wearing holding claiming
    linked described quoted cited posted posting seen obtained reviewed published released issued outside
    across alongside around between during involved responsible affiliated watching monitoring
    believed""".split()
)
_QUANTIFIERS: Final = frozenset("another one some several many most other few two three no any".split())
NAMED: Final = frozenset("known named called identified dubbed nicknamed".split())


def name_run(text: str, core: list[Word], names: Container[str]) -> tuple[int, int] | None:
    """Index range of the name a noun phrase ends in, or None when its head is a common noun."""
    stop, named = _head_end(text, core)
    if named is not None:
        return named
    base = core[:stop]
    offset = 1 if base and base[0].low in lex.DETERMINERS else 0
    if offset >= len(base):
        return None
    head = base[-1]
    if not head.capital or (head.low not in names and _is_common_at_start(base, offset)):
        return None
    if _is_office(base, offset, names):
        return None
    start = len(base) - 1
    while start > offset and _joins(text, base[start - 1], base[start]):
        start -= 1
    start = _after_owner(base, start)
    while start < len(base) and base[start].low in lex.NAME_PARTICLES and not base[start].capital:
        start += 1
    if start >= len(base):
        return None
    return start, _over_links(core, stop, len(base))


def _head_end(text: str, core: list[Word]) -> tuple[int, tuple[int, int] | None]:
    """Where the head of a noun phrase ends, and the name behind it ("known as Lund")."""
    stop = len(core)
    for index, word in enumerate(core):
        if not index or word.low not in ENDS or word.capital or _joins_names(core, index):
            continue
        start = index + 2 if core[index + 1 : index + 2] and core[index + 1].low == "as" else index + 1
        if word.low in NAMED and start < len(core) and core[start].capital and stop == len(core):
            return index, (start, _run_end(text, core, start))
        stop = min(stop, index)
        behind = behind_office(core, index)
        if behind is not None or word.low != "and":
            return stop, behind
    return stop, None


def handle_in(core: Sequence[Word]) -> tuple[int, int] | None:
    """Index range of the handle in "user dock_rat", "Redditor ferryfan12"."""
    if len(core) < 2 or core[-2].low not in lex.USERS:
        return None
    last = core[-1]
    if last.low in ENDS or last.low in lex.NO_NAMES or is_common_noun(last.low) or last.low.endswith("ly"):
        return None
    return len(core) - 1, len(core)


def _joins_names(core: list[Word], index: int) -> bool:
    """An "and" between two capitals may be part of a name."""
    if core[index].low not in ("and", "or") or index + 1 >= len(core):
        return False
    return core[index - 1].capital and core[index + 1].capital


def _joins(text: str, left: Word, right: Word) -> bool:
    """Whether two neighbouring words may belong to one name."""
    if left.low in lex.DETERMINERS and left.low not in ("la", "al"):
        return False
    if not (left.capital or left.low in lex.NAME_PARTICLES):
        return False
    gap = text[left.end : right.start]
    if gap in ("' ", "’ "):
        return left.low.endswith("s") and right.low in lex.ORGANISATION_HEADS  # "Seafarers' League"
    return gap in (" ", "\u00a0", ". ", "  ", "-", " & ") or (gap.strip() in ("&", ".") and len(gap) < 4)


def _after_owner(base: list[Word], start: int) -> int:
    """Past "The BBC's" in "The BBC's Sally Nabil", when what follows has the shape of a person's name."""
    for index in range(len(base) - 1, start - 1, -1):
        if base[index].possessive:
            after = base[index + 1 :]
            lows = {w.low for w in after}
            if after and not lows & lex.ORGANISATION_HEADS and (len(after) > 1 or is_initial(after[0])):
                return index + 1
            break
    return start


def _over_links(core: list[Word], stop: int, end: int) -> int:
    """The end of a name that runs on over "of" or "for": "Department of Homeland Security"."""
    index = stop
    while index + 1 < len(core) and core[index].low in lex.ORGANISATION_LINKS:
        step = index + 1
        if core[step].low in ("the", "all") and step + 1 < len(core):
            step += 1
        if not core[step].capital:
            break
        head = core[end - 1]
        if any(word.low in lex.TITLES or gender_of(word.low) for word in core[:end]):
            break  # "Sgt Anna Smith of Dorset Police": a person's name ends before "of"
        if core[index].low != "of" and head.low not in lex.ORGANISATION_HEADS and not _long_name(core, end):
            break
        while step + 1 < len(core) and core[step + 1].capital:
            step += 1
        end = step + 1
        index = end
    return end


def _long_name(core: list[Word], end: int) -> bool:
    return any(w.low in lex.ORGANISATION_HEADS for w in core[:end])


def _run_end(text: str, core: list[Word], start: int) -> int:
    end = start + 1
    while end < len(core) and (core[end].capital or core[end].low in lex.NAME_PARTICLES):
        end += 1
    while end > start + 1 and not core[end - 1].capital:
        end -= 1
    return end


def _is_common_at_start(base: list[Word], offset: int) -> bool:
    """A capital that only begins the sentence: "Witnesses", "Police", "Another Islamist"."""
    if len(base) == 2 and not offset and base[0].low in _QUANTIFIERS:
        return is_common_noun(base[1].low)
    if len(base) - offset != 1 or base[offset].acronym:
        return False
    low = base[offset].low
    return offset == 0 and (is_common_noun(low) or low in lex.PERSON_PRONOUNS)


def _is_office(base: list[Word], offset: int, names: Container[str]) -> bool:
    """Whether capitals end in an office and so name nobody: "the line's CEO", "US Defence Secretary"."""
    head = base[-1]
    if head.low in names or not (head.low in lex.ROLES or (head.acronym and is_role(head))):
        return False
    return not any(gender_of(word.low) for word in base[offset:-1])


def is_common_noun(low: str) -> bool:
    """Whether a lower-case word is a noun that may be a source without being a name."""
    one = singular(low)
    return any(
        one in some or low in some
        for some in (
            lex.PERSON_NOUNS,
            lex.ORGANISATION_NOUNS,
            lex.OUTLET_NOUNS,
            lex.DOCUMENT_NOUNS,
            lex.POST_NOUNS,
            lex.AGENTLESS_NOUNS,
        )
    )


def strip_titles(core: list[Word], low: int, high: int) -> tuple[bool, int]:
    """Whether a title stands before the name, and where the name begins after it."""
    past = after_role(core[low:high])
    titled, low = past > 0, low + past
    while low < high - 1 and core[low].low not in lex.KEPT_TITLES and _is_title(core, low, high):
        titled, low = titled or core[low].low in lex.TITLES or core[low].low in lex.PERSON_NOUNS, low + 1
    if low < high and core[low].low in lex.KEPT_TITLES and high - low > 1:
        titled = True
    before = core[low - 1].low if low else ""
    return titled or singular(before) in lex.PERSON_NOUNS, low


def is_body(name: Sequence[Word]) -> bool:
    """Whether a word of a name makes it an organisation's."""
    return any(w.low in lex.ORGANISATION_HEADS or singular(w.low) in lex.ORGANISATION_HEADS for w in name)


def after_role(name: Sequence[Word]) -> int:
    """How many words of a run of capitals are a role of the person named behind: "Acme CEO"."""
    for index in range(len(name) - 3, -1, -1):
        sure = gender_of(name[index + 1].low) is not None
        if _is_office_word(name[index].low, sure) and (index or sure):
            behind = name[index + 1 :]
            lows = [word.low for word in behind]
            whole = not lex.ORGANISATION_HEADS.intersection(lows) and not any(w.acronym for w in behind)
            return index + 1 if whole and not lex.ORGANISATION_LINKS.intersection(lows) else 0
    return 0


def _is_office_word(low: str, sure: bool) -> bool:
    """A role; before a known first name also a calling, an old role or one with parts."""
    if low in lex.ROLES or not sure:
        return low in lex.ROLES
    parts = (low, low.rpartition("-")[2], low.partition("-")[0])
    return any(part in lex.ROLES or part in lex.PERSON_NOUNS for part in parts)


def _is_title(core: list[Word], low: int, high: int) -> bool:
    """A title, a role in capitals ("CEO", "Attorney General") or a nationality before a name of two words."""
    word = core[low].low
    if word in lex.TITLES:
        return True
    two = high - low > 2
    return two and (
        (word in lex.DEMONYMS and not is_body(core[low:high]))
        or (
            word in lex.PERSON_NOUNS
            and core[low + 1].capital
            and core[low + 1].low not in lex.ORGANISATION_HEADS
        )
    )


def bare_name(run: Sequence[Word], before: Sequence[Word]) -> tuple[Sequence[Word], bool, str | None]:
    """A name without what somebody is, whether that stood there, and what it tells of man or woman."""
    titled = False
    gender = None
    # "Australian Casey Dean", but "Syrian Observatory for Human Rights".
    while len(run) > 2 and run[0].low in lex.DEMONYMS and not is_body(run):
        run = run[1:]
    while len(run) > 1 and run[0].low in lex.TITLES and run[0].low not in lex.KEPT_TITLES:
        gender = gender or {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m"}.get(run[0].low)
        titled, run = True, run[1:]
    if len(before) > 1 and _office_before(before):
        run = run[person_in(run) :]
    past = after_role(run)
    titled, run = titled or past > 0, run[past:]
    return run, titled, gender


def _office_before(before: Sequence[Word]) -> bool:
    """Whether a name follows "the director of", "Ambassador to"."""
    words_ = before[:-1] if before[-1].low == "the" else before
    return len(words_) > 1 and words_[-1].low in ("of", "for", "at", "to") and is_role(words_[-2])


def only_office(run: Sequence[Word]) -> bool:
    """Whether capitals name an office and not whose it is: "Harbour Minister"."""
    return run[-1].low in lex.ROLES and not any(gender_of(word.low) for word in run[:-1])
