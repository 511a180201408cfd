"""Small words of English that the figures' rules look at."""

from __future__ import annotations

from typing import Final

from ._figures_tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS: Final = _words(
    "the a an this that these those its their his her our my your all some any each every no both another"
)
PREPOSITIONS: Final = _words(
    """
    in at on by for from with without to into onto of off over under across among amid around near
    inside outside throughout during since until till before after between against within beyond behind
    beside along about above below towards toward through per than as like via despite including
    following up down out upon aboard alongside amongst worth versus vs because due
    """
)
CONJUNCTIONS: Final = _words(
    "and or but nor so yet while when where whether if although though because since as after before until"
    " unless plus"
)
RELATIVES: Final = _words("who that which whom whose where")
PRONOUNS: Final = _words(
    """
    i he she they it we you me him them us himself herself themselves itself who whom what which there
    here this that these those one ones everyone someone anyone nobody nothing something
    """
)
AUXILIARIES: Final = _words(
    """
    is are was were be been being am has have had having will would could may might must should can
    shall did do does 's 're 've isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't
    couldn't cannot can't didn't don't doesn't
    """
)
ADVERBS: Final = _words(
    """
    not also already now still never ever then just only even so far too again reportedly allegedly
    since subsequently later currently recently all both either almost probably
    """
)
#: Words of time that end what is counted ("people died Monday").
TIME_WORDS: Final = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays today yesterday tomorrow tonight ago later earlier last next now then
    overnight daily weekly monthly yearly annually worldwide nationwide globally statewide
    internationally each every so alone january february march april june july august september october
    november december
    """
)
SPREAD: Final = _words("worldwide nationwide globally statewide countrywide internationally citywide")
SAYING: Final = _words(
    """
    said says say saying told tells according added adds claimed claims reported reports reportedly
    wrote writes announced announces confirmed confirms warned warns noted notes explained estimated
    estimates believes believed thinks thought tweeted posted insisted argued alleged alleges stated
    states denied
    """
)
#: What happens to people in the news: verbs and adjectives that need no noun beside their number.
OUTCOMES: Final = _words(
    """
    killed injured wounded dead died hurt missing arrested detained hospitalised hospitalized rescued
    infected displaced homeless evacuated executed beheaded abducted kidnapped captured freed released
    stranded trapped unaccounted charged jailed drowned perished slain murdered shot stabbed maimed
    sickened quarantined affected killing injuring wounding leaving left killing kills
    kill kills injures wounds infecting detaining arresting displacing rescuing evacuating convicted
    sentenced deported suspended sacked fired hired executing beheading abducting kidnapping capturing
    freeing releasing stranding trapping hospitalizing
    """
)
#: Nouns that announce a number after them ("the death toll rose to 45").
TOLLS: Final = _words(
    """
    toll total number numbers count tally deaths casualties fatalities population totalled totaled
    totalling totaling numbered numbering figure figures dead injured membership attendance sum amount
    """
)
#: Common nouns that say where or among whom, without a capital letter.
SCOPES: Final = _words(
    """
    region city country countries town village world state states province area areas district hospital
    hospitals school schools prison prisons border camp camps territory nation nations capital
    neighbourhood neighborhood county island islands continent republic municipality suburb suburbs
    mosque church market airport stadium university households children women men adults voters patients
    workers students respondents population communities community north south east west northern
    southern eastern western coast valley mountains desert sea ocean households families people
    residents citizens africa europe asia district
    """
)
MONTHS: Final = _words(
    """
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec
    """
)
WEEKDAYS: Final = _words("monday tuesday wednesday thursday friday saturday sunday")
_ENDS: Final = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | DETERMINERS | PRONOUNS | RELATIVES | TIME_WORDS
_FUNCTION: Final = _ENDS | ADVERBS | SAYING
#: Irregular verbs in the past, as they stand before a number or after what was counted.
PAST: Final = _words(
    """
    made took found held lost won hit cost sent paid sold bought spent got saw kept gave met built fled
    led caught drew ate drank wore stole brought shot hurt cut put set left became fell rose grew went
    came ran threw struck fought had
    """
)


def is_noun_like(token: Token | None) -> bool:
    """Whether a token may belong to the thing counted: a word that is no small word of grammar."""
    return token is not None and token.kind == "word" and token.low not in _FUNCTION


def is_verb_like(token: Token | None) -> bool:
    """Whether a token looks like a verb that may take the number as its object: "killed", "wounding"."""
    if token is None or token.kind != "word" or token.low in SAYING or token.low in PREPOSITIONS:
        return False
    low = token.low
    return (
        low in PAST or low in OUTCOMES or (len(low) > 4 and not token.capital and low.endswith(("ed", "ing")))
    )


def ends_phrase(token: Token, *, first: bool) -> bool:
    """Whether a word cannot go on with a noun phrase; `first`: nothing of the phrase stands before it."""
    low = token.low
    if low in OUTCOMES and low not in PREPOSITIONS:
        return False
    return low in _ENDS or (not first and (low in SAYING or low in ADVERBS))
