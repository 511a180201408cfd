"""Small events of our own, written so that what stands behind each claim is known."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from sayso.story import Attribution, Block, Credit, Described, Hop, Input, MadeBy, Source, Story, Voice


@dataclass(frozen=True)
class Says:
    """A sentence of a story: `content` as in `sentence`, by whom (name, kind[, description]), nearest first.

    Without `by` the sentence is in the outlet's own voice.
    """

    sentence: str
    content: str = ""
    by: tuple[tuple[str, ...], ...] = ()
    cue: str = "said"
    stance: str | None = "said"
    certainty: Any = "asserted"


def told(
    id: str, *said: Says, outlet: str | None = None, credits: tuple[str, ...] = (), **more: Any
) -> Story:
    """A story of some sentences."""
    text = " ".join(one.sentence for one in said)
    digest = hashlib.sha256((id + text).encode()).hexdigest()
    sources: dict[tuple[str, str], Source] = {}
    attributions, voices, start = [], [], 0
    for number, one in enumerate(said):
        end = start + len(one.sentence)
        if not one.by:
            voices.append(Voice(start, end, one.certainty, ()))
        else:
            chain = []
            for name, kind, *description in one.by:
                at = ((start, start),)
                described = Described(description[0], at) if description else None
                made = Source(id=f"p{len(sources)}", name=name, kind=kind, description=described)  # type: ignore[arg-type]
                chain.append(sources.setdefault((name, kind), made).id)
            first = text.index(one.content, start) if one.content else start
            cue = text.find(one.cue, start, end)
            attributions.append(
                Attribution(
                    id=f"a{digest[:8]}{number}",
                    block=0,
                    source=(),
                    cue=((cue, cue + len(one.cue)),) if cue >= 0 else (),
                    content=((first, first + len(one.content or one.sentence)),),
                    quotation="indirect",
                    confidence=0.9,
                    why="written by hand",
                    within=None,
                    chain=tuple(chain),
                    also=(),
                    hops=tuple(Hop(each, (), "by hand") for each in chain),
                    certainty=one.certainty,
                    score=2.0,
                    hedges=(),
                    cue_stance=one.stance,
                    evidence=(),
                )
            )
        start = end + 1
    return Story(
        id=id,
        text=text,
        outlet=outlet,
        language="en",
        input=Input("jsonl", id, digest),
        made_by=MadeBy("0.1.0", "hand"),
        blocks=(Block(0, len(text), "body"),),
        sources=tuple(sources.values()),
        attributions=tuple(attributions),
        records=(),
        voice=tuple(voices),
        figures=(),
        credits=tuple(Credit(name, ((0, 0),)) for name in credits),
        headline_check=None,
        caption_checks=(),
        **more,
    )


#: The Courier has it from two dockers; five others have it from the Courier.
FERRY_CLAIM = "The ferry Solveig will be sold to a Danish shipyard."
_SOLD = "the ferry Solveig of Tarnmouth will be sold to a Danish shipyard in Odense"
COURIER = ("Tarnmouth Courier", "outlet")
FERRY = (
    told(
        "ferry-1",
        Says(
            f"Two dockers told the Tarnmouth Courier that {_SOLD}.",
            _SOLD,
            (COURIER, ("two dockers", "unnamed")),
            "told",
        ),
        Says("The ferry Solveig has sailed between Tarnmouth and the islands for forty years."),
        outlet="Island Post",
    ),
    *(
        told(
            f"ferry-{number}",
            Says(f"According to the Tarnmouth Courier {_SOLD}.", _SOLD, (COURIER,), "According to"),
            Says(more),
            outlet=f"Gazette {number}",
        )
        for number, more in (
            (2, "Passengers on the first boat of the day were surprised and some wept at the rail."),
            (3, "Since spring two new electric vessels have been on order for the island route."),
            (4, "A fund of retired captains in Tarnmouth hopes to keep her engine room for a museum."),
            (5, "Odense has bought three old ships this year, and scrapped one of them within weeks."),
        )
    ),
    told(
        "ferry-6",
        Says(
            f"A spokeswoman for Solveig Lines denied that {_SOLD}.",
            _SOLD,
            (("spokeswoman for Solveig Lines", "unnamed"),),
            *("denied", "denied", "denied"),
        ),
        Says("The ferry Solveig lies in the harbour of Tarnmouth."),
        outlet="Harbour Herald",
    ),
)

#: Two officials who do not know of each other, in four stories.
DAM_CLAIM = "The dam at Orlova has a crack in its east wall."
_CRACK = "the dam at Orlova has a crack of nine metres in its east wall"
ENGINEER = ("Mira Haldane", "person", "chief engineer of the water board")
MAYOR = ("Tomas Quill", "person", "mayor of Orlova")
DAM = (
    told("dam-1", Says(f"Engineer Mira Haldane said {_CRACK}.", _CRACK, (ENGINEER,)), outlet="Valley News"),
    told(
        "dam-2",
        Says(
            f"Engineer M. Haldane said {_CRACK}, the reservoir is full.",
            _CRACK,
            (("M. Haldane", "person", "engineer"),),
        ),
        outlet="River Times",
    ),
    told("dam-3", Says(f"Mayor Tomas Quill said {_CRACK}.", _CRACK, (MAYOR,)), outlet="Orlova Star"),
    told(
        "dam-4",
        Says(f"It is reported that {_CRACK}.", _CRACK, (("unattributed", "unnamed"),), "reported"),
        Says("The dam at Orlova holds back a lake."),
        outlet="Valley Mirror",
    ),
)

#: Wire copy: the agency has it from the ministry.
WIRE_CLAIM = "The minister of fisheries, Ada Krol, has resigned."
_RESIGNED = "the minister of fisheries Ada Krol has resigned over the herring quota"
WIRE = tuple(
    told(
        f"wire-{number}",
        Says(
            f"A spokesman for the Fisheries Ministry said {_RESIGNED}.",
            _RESIGNED,
            (("spokesman for the Fisheries Ministry", "unnamed"),),
        ),
        Says("The herring quota had been cut by half."),
        outlet=outlet,
        credits=("Norpress",),
    )
    for number, outlet in enumerate(("Coast Daily", "Evening Sound", "Fjord Leader"), 1)
)
