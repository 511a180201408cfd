"""Stories of our own writing with sources, chains, certainty and checks put in by hand."""

from __future__ import annotations

from msgspec.structs import replace
from report_stories import blocks_of, phrase, said, story_of

from sayso.story import (
    Anonymity,
    Attribution,
    Candidate,
    CaptionCheck,
    Described,
    Evidence,
    Figure,
    Finding,
    HeadlineCheck,
    Hedge,
    Hop,
    Record,
    Source,
    Story,
    Voice,
)

_PARTS = (
    ("furniture", "News\nCoast\nWeather"),
    ("headline", "Lamp of Skerry lighthouse sold for £90,000, say police"),
    ("standfirst", "Two officials say the lens left the island in March"),
    ("byline", "By Ines Calloway"),
    ("caption", "The lighthouse before the theft of its 40 crates"),
    (
        "body",
        "The lamp of the Skerry lighthouse may have been sold for nearly £60,000, the Gannet Gazette "
        "reported on Monday, citing Radio Skerry, which spoke to two coastguard officials who had seen the "
        "bill and asked not to be named because they fear for their posts.\n\n"
        "“We found the plinth empty and the door open,” Ruth Adeyemi, the island's warden, told the Gannet "
        "Gazette. She believes the lens left by boat at least three weeks ago.\n\n"
        "Adeyemi said that her brother had told her that he heard an engine on two nights. Freight records, "
        "and the diary of the harbour master, show that a crate was shipped on 3 March.\n\n"
        "Marram Mutual, which insures the lamp, denied that any claim had been made. The police declined to "
        "comment. The Tidewater Post could not independently verify the bill.\n\n"
        "A second lamp is reportedly missing too. He told National Coast Service, Radio Skerry that lamps of "
        "this kind are rare. One of them said the crates were “already in the harbour”. A dealer admitted "
        "buying brass from the island.\n\n"
        "The lighthouse was built in 1871. Its lamp is perhaps the oldest on the coast. It weighs 240 "
        "kilograms.",
    ),
)


def lighthouse() -> Story:
    """A story with every field that sourcing and weighing fill, each used at least once."""
    text, blocks = blocks_of(*_PARTS)  # type: ignore[arg-type]

    def at(words: str, nth: int = 1) -> tuple[tuple[int, int], ...]:
        return (phrase(text, words, nth),)

    def add(source: str, cue: str, content: str, chain: str, **more: object) -> Attribution:
        made = said(text, blocks, source, cue, content, quotation=str(more.pop("quotation", "indirect")))
        fields: dict[str, object] = {
            "chain": tuple(chain.split()),
            "also": (),
            "hops": (),
            "garbled": False,
            "candidates": (),
            "certainty": "asserted",
            "score": 3.0,
            "hedges": (),
            "cue_stance": "said",
            "evidence": (),
            "within": None,
        }
        return replace(made, **(fields | more))

    sources = (
        Source(
            id="gaz", name="the Gannet Gazette", kind="outlet", mentions=at("the Gannet Gazette"), aliases=()
        ),
        Source(id="rad", name="Radio Skerry", kind="outlet", mentions=at("Radio Skerry")),
        Source(
            id="off",
            name="two coastguard officials",
            kind="unnamed",
            mentions=at("two coastguard officials"),
            number=at("two", 1),
            body=at("coastguard"),
            anonymity=Anonymity(at("asked not to be named"), at("they fear for their posts")),
        ),
        Source(
            id="ruth",
            name="Ruth Adeyemi",
            kind="person",
            mentions=at("Ruth Adeyemi") + at("She believes"),
            description=Described("the island's warden", at("the island's warden")),
            aliases=("Adeyemi", "She"),
        ),
        Source(id="bro", name="her brother", kind="unnamed", mentions=at("her brother")),
        Source(id="rec", name="Freight records", kind="document", mentions=at("Freight records")),
        Source(id="dia", name="the diary of the harbour master", kind="document", mentions=at("the diary")),
        Source(id="mar", name="Marram Mutual", kind="organisation", mentions=at("Marram Mutual")),
        Source(id="pol", name="The police", kind="organisation", mentions=at("The police")),
        Source(id="nob", name="unattributed", kind="unnamed"),
        Source(id="dea", name="A dealer", kind="unnamed", mentions=at("A dealer")),
        Source(id="nat", name="National Coast Service", kind="organisation", mentions=at("National Coast")),
        Source(id="sky", name="Skerry Trust", kind="organisation"),
    )
    sold = add(
        "the Gannet Gazette",
        "reported",
        "The lamp of the Skerry lighthouse may have been sold for nearly £60,000",
        "gaz rad off",
        hops=(
            Hop("gaz", at("reported"), "the outlet is the subject of the cue"),
            Hop("rad", at("citing"), "what an outlet cites is its source"),
            Hop("off", at("spoke to"), "whom an outlet spoke to"),
        ),
        certainty="hedged",
        score=1.1,
        hedges=(Hedge(at("may"), "reporter"),),
        evidence=(Evidence("document", at("the bill")),),
    )
    told = add(
        "Adeyemi", "said", "that her brother had told her that he heard an engine on two nights", "ruth"
    )
    found = (
        add("police", "say", "Lamp of Skerry lighthouse sold for £90,000", "pol"),
        add("Two officials", "say", "the lens left the island in March", "off"),
        sold,
        add(
            "Ruth Adeyemi, the island's warden",
            "told",
            "“We found the plinth empty and the door open,”",
            "gaz ruth",
            quotation="direct",
            evidence=(Evidence("eyewitness", at("We found")),),
        ),
        add(
            "She",
            "believes",
            "the lens left by boat at least three weeks ago",
            "gaz ruth",
            certainty="hedged",
            score=2.0,
            hedges=(Hedge(at("believes"), "source"),),
            cue_stance=None,
        ),
        told,
        add("her brother", "had told", "he heard an engine on two nights", "ruth bro", within=told.id),
        add("Freight records", "show", "that a crate was shipped on 3 March", "rec", also=(("dia",),)),
        add(
            "Marram Mutual, which insures the lamp",
            "denied",
            "any claim had been made",
            "mar",
            certainty="denied",
            score=-2.9,
            cue_stance="denied",
        ),
        add(
            "",
            "reportedly",
            "A second lamp is",
            "nob",
            certainty="hedged",
            score=1.0,
            hedges=(Hedge(at("reportedly"), "reporter"),),
        ),
        add(
            "He",
            "told",
            "lamps of this kind are rare",
            "rad nat",
            garbled=True,
            hops=(Hop("rad", at("National Coast Service, Radio Skerry"), "two names with no verb between"),),
        ),
        add(
            "One of them",
            "said",
            "the crates were “already in the harbour”",
            "",
            quotation="mixed",
            candidates=(
                Candidate("off", "the only group of people named before"),
                Candidate("ruth", "the last person who spoke"),
            ),
        ),
        add("A dealer", "admitted", "buying brass from the island", "dea", cue_stance="admitted"),
    )

    def number(attribution: str | None, words: str, **fields: object) -> Figure:
        nothing = dict.fromkeys(("value", "low", "high", "unit", "what", "scope", "as_of"))
        return Figure(
            **(nothing | {"attribution": attribution, "approx": False, "spans": at(words)} | fields)
        )  # type: ignore[arg-type]

    body = next(n for n, block in enumerate(blocks) if block.role == "body")
    caption = next(n for n, block in enumerate(blocks) if block.role == "caption")
    own = (
        "The lighthouse was built in 1871.",
        "Its lamp is perhaps the oldest on the coast.",
        "It weighs 240 ",
    )
    return story_of(
        text,
        blocks=blocks,
        outlet="Tidewater Post",
        headline="Lamp of Skerry lighthouse sold for £90,000, say police",
        published="2025-03-24",
        language="en",
        sources=sources,
        attributions=found,
        records=(
            Record("denial", "mar", at("denied that any claim had been made")),
            Record("declined", "pol", at("The police declined to comment")),
            Record("not_verified", None, at("could not independently verify the bill")),
        ),
        voice=(
            Voice(*phrase(text, own[0]), "asserted", ()),
            Voice(*phrase(text, own[1]), "hedged", (Hedge(at("perhaps"), "reporter"),)),
            Voice(phrase(text, own[2])[0], blocks[body].end, "asserted", ()),
        ),
        figures=(
            number(sold.id, "nearly £60,000", value=60000.0, approx=True, unit="£", what="sold"),
            number(
                found[4].id, "at least three weeks", low=3.0, unit="weeks", what="ago", as_of="2025-03-24"
            ),
            number(None, "240 kilograms", value=240.0, unit="kilograms"),
        ),
        headline_check=HeadlineCheck(
            "overstated",
            "discuss",
            (
                Finding("hedge_dropped", "sold", at("may have been sold")),
                Finding("figure_changed", "£90,000", at("nearly £60,000")),
                Finding("detail_absent", "say police", ()),
            ),
            "the body hedges what the headline states",
        ),
        caption_checks=(
            CaptionCheck(2, "supported", "agree", (), ""),
            CaptionCheck(
                caption, "unsupported", "unrelated", (Finding("detail_absent", "40 crates", ()),), "no number"
            ),
        ),
    )


def single() -> Story:
    """Three claims and all of them on one person, beside one on nobody."""
    text, blocks = blocks_of(
        (
            "body",
            "Petra Lindqvist said the bridge was safe. She said it would open. She said it was late. "
            "The repair was reportedly dear.",
        )
    )
    whole = (
        ("Petra Lindqvist", "said", "the bridge was safe", "p"),
        ("She", "said", "it would open", "p"),
        ("She", "said", "it was late", "p"),
        ("", "reportedly", "The repair was", "n"),
    )
    found = (
        replace(
            said(text, blocks, source, cue, content, quotation="indirect"),
            chain=(chain,),
            certainty="asserted",
        )
        for source, cue, content, chain in whole
    )
    sources = (
        Source(id="p", name="Petra Lindqvist", kind="person"),
        Source(id="n", name="unattributed", kind="unnamed"),
    )
    return story_of(text, blocks=blocks, attributions=tuple(found), sources=sources)
