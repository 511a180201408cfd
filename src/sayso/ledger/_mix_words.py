"""Whether a source speaks for a state or its bodies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: States, their bodies and those who hold office in them.
_OFFICE: Final = re.compile(
    r"""(?<!\w)(?:
      officials? | authorit(?:y|ies) | governments? | administration | regime | junta | cabinet
    | minist(?:er|ers|ry|ries) | (?<!vice\s)(?<!vice-)presiden(?:t|ts|cy) | premier | chancellor
    | (?:(?<=^)|(?<=the\s)|(?<=·\s))(?:king|queen|crown\sprince)
    | sheriff | police(?:man|men|woman|women)? | constab(?:le|ulary) | detectives? | gendarmerie | troopers?
    | army | military | navy | air\sforce | armed\sforces | marines | coast\s?guard | national\sguard
    | (?:lt|maj|col|gen|lieutenant|major|colonel|general|admiral|brigadier)\.?\s(?-i:[A-Z])\w+
    | prosecutors? | attorneys?[-\s]general | district\sattorneys? | courts? | tribunal | coroners?
    | judges? (?=\s|$) | magistrates? | senat(?:or|ors|e) | sen\.(?=\s) | lawmakers? | legislators?
    | congress(?:man|men|woman|women)? | parliament | mps? | meps? | rep\.(?=\s) | representatives
    | knesset | duma | bundestag | politburo | mayors? | governors? | gov\.(?=\s)
    | (?:city|town|county|security|municipal|state)\scouncil(?:lor|man|woman|s)?
    | embass(?:y|ies) | consulate | ambassadors? | diplomats? | envoys?
    | (?:state|justice|treasury|defen[cs]e|health|fire|interior|homeland\ssecurity)\sdepartment
    | department\sof | secretary[-\s](?:of|general) | home\soffice | foreign\soffice | supreme\sleader
    | intelligence\s(?:service|services|agency|agencies|committee)
    | white\shouse | pentagon | kremlin | downing\sstreet | elys[eé]e | blue\shouse
    | united\snations | european\s(?:union|commission|parliament|council) | nato | interpol | europol
    | fbi | cia | nsa | mi5 | mi6 | fsb | mossad | idf | cdc | fda | faa | ntsb | nasa
    | (?-i:UN|EU|IMF|ISI) | u\.n\. | e\.u\. | world\shealth\sorgani[sz]ation | unicef | unhcr | iaea
    | firefighters? | fire\s(?:chief|brigade|service) | civil\sdefen[cs]e | paramedics?
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
#: Words beside an office that make it another's, or a thing of the past.
_NOT: Final = re.compile(
    r"\b(?:former|ex|retired|onetime|one-time|late|would-be|company|companies|inc|corp|ltd|plc|ceo"
    r"|chief\sexecutive|club|university|college|school\sof|analysts?|think\stank)\b"
    r"|['’]s\s(?:wife|husband|son|daughter|mother|father|brother|sister|family)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=50_000)
def is_official(name: str, description: str | None, kind: str) -> bool:
    """Whether a source is a state, one of its bodies, or someone said to speak for one or to hold office."""
    if kind in ("outlet", "document", "post"):
        return False
    told = f"{name[:300]} · {(description or '')[:300]}"
    return bool(_OFFICE.search(told)) and not _NOT.search(told)
