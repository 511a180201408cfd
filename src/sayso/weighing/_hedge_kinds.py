"""The kinds of words that weaken, deny or question a claim, and what each kind speaks for."""

from __future__ import annotations

from typing import Final, Literal, get_args

from ..story import Certainty

Kind = Literal[
    "no_comment",  # declined to comment, did not respond
    "unverified",  # could not be confirmed, no official confirmation
    "unknown",  # unclear, not known, remains to be seen
    "no_evidence",  # no evidence, no sign that
    "falsity",  # hoax, not true, bogus
    "flaw",  # misleading, satirical, wrong
    "unharmed",  # alive and well: what is said against the news of a death
    "denial",  # denied, dismissed, contrary to
    "doubt",  # sceptical, grain of salt
    "question",  # whether, wonders, asked if
    "hearsay",  # reportedly, is said to, according to reports
    "rumour",  # rumours, speculation, leaks
    "alleged",  # alleged, suspected, purported
    "appearance",  # appears to, apparently
    "likelihood",  # likely, probably, perhaps
    "possibility",  # possible, potential, chance of
    "modal",  # may, might, could
    "expectation",  # expected to, predicts
    "belief",  # believes, suspects, thinks
    "attitude",  # fears, hopes
    "suggestion",  # suggests, implies, indicates
    "if_true",  # if true, if confirmed
    "condition",  # if, unless, would
    "claim",  # claims, insists
    "negation",  # not, never, no
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

#: The certainty that each kind speaks for; a kind that is not here says nothing by itself.
LEANS_TO: Final[dict[Kind, Certainty]] = {
    "no_comment": "questioned",
    "unverified": "questioned",
    "unknown": "questioned",
    "doubt": "questioned",
    "question": "questioned",
    "no_evidence": "denied",
    "falsity": "denied",
    "flaw": "denied",
    "unharmed": "denied",
    "denial": "denied",
    "negation": "denied",
    "hearsay": "hedged",
    "rumour": "hedged",
    "alleged": "hedged",
    "appearance": "hedged",
    "likelihood": "hedged",
    "possibility": "hedged",
    "modal": "hedged",
    "expectation": "hedged",
    "belief": "hedged",
    "attitude": "hedged",
    "suggestion": "hedged",
    "if_true": "hedged",
    "condition": "hedged",
}
