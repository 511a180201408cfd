"""Stories of our own writing with attributions put in by hand, as phrases of the text."""

from __future__ import annotations

from sayso.story import (
    Attribution,
    Block,
    Credit,
    DateCandidate,
    Input,
    Link,
    MadeBy,
    Role,
    Span,
    Story,
    Unread,
)


def phrase(text: str, words: str, nth: int = 1) -> Span:
    """Where the nth occurrence of some words stands in a text."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)


def blocks_of(*parts: tuple[Role, str]) -> tuple[str, tuple[Block, ...]]:
    """A text of parts with a blank line between them, and its blocks."""
    text, blocks = "", []
    for role, words in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(len(text), len(text) + len(words), role))
        text += words
    return text, tuple(blocks)


def said(
    text: str,
    blocks: tuple[Block, ...],
    source: str,
    cue: str,
    *content: str,
    quotation: str = "direct",
    confidence: float = 0.9,
    nth: int = 1,
    why: str = "the model's reading",
) -> Attribution:
    """An attribution by its words; the source and cue meant are the ones nearest to the content."""
    spans = tuple(phrase(text, words, nth) for words in content)
    return Attribution(
        id=f"{spans[0][0]}-{spans[-1][1]}",
        block=next(n for n, block in enumerate(blocks) if block.start <= spans[0][0] < block.end),
        source=_nearest(text, source, spans[0]),
        cue=_nearest(text, cue, spans[0]),
        content=spans,
        quotation=quotation,  # type: ignore[arg-type]
        confidence=confidence,
        why=why,
    )


def story_of(text: str, **fields: object) -> Story:
    """A story with the least it must have."""
    return Story(id="test", text=text, input=Input("file", "test.txt", "0" * 64), **fields)  # type: ignore[arg-type]


def _nearest(text: str, words: str, to: Span) -> tuple[Span, ...]:
    if not words:
        return ()
    found = [at for at in range(len(text)) if text.startswith(words, at) and not to[0] <= at < to[1]]
    at = min(found, key=lambda at: min(abs(at - to[1]), abs(to[0] - at)))
    return ((at, at + len(words)),)


def harbour() -> Story:
    """A story with every role, nested and crossing spans, all quotations, unsure ones, gaps and links."""
    text, blocks = blocks_of(
        ("furniture", "Home\nNews\nSport\nWeather"),
        ("headline", "Swing bridge ‘will not open before May’, council admits"),
        ("standfirst", "Traders on the east quay say they were told by a notice on a lamp post"),
        ("byline", "By Ines Calloway, harbour reporter"),
        ("dateline", "Marrow Quay, 4 March 2025"),
        ("alt", "A steel bridge over brown water"),
        ("caption", "The bridge before it closed. Residents say the noise had been getting worse for years"),
        (
            "body",
            "The swing bridge at Marrow Quay will stay shut until at least May after engineers found cracks "
            "in "
            "two of its bearings, the council said on Tuesday.\n\n"
            "“We would rather lose a spring than lose a bridge,” said Petra Lindqvist, the harbour "
            "engineer, “and "
            "nobody here is going to sign it off because it is sunny.”\n\n"
            "Lindqvist told the Tidewater Post that inspectors had warned “more than once” that grease "
            "lines were "
            "blocked. She believes the repair will cost about £2.4m.",
        ),
        ("furniture", "Sign up to our newsletter\nRelated: ten walks by the water"),
        (
            "body",
            "Traders disagree with the timetable. Omar Haddad, who runs the chandlery, said: “They put up a "
            "notice "
            "on a Friday night.\n\n"
            "“By Saturday I had no customers. I rang the council and the man who picked up the telephone "
            "read me "
            "the notice that I was standing in front of. I asked him when the ferry would run and he said "
            "he would "
            "have to look at the notice. That is how we are told things in this town, and it is how we were "
            "told "
            "about the flood wall, the parking and the market, and I dare say that it is how we shall be "
            "told that "
            "the bridge has fallen into the water.”\n\n"
            "The bridge was last repaired in 1998. It was expected that the ferry would run twice an hour, "
            "according to a leaflet. The council declined to comment on the cost. According to Haddad, the "
            "leaflet "
            "“was wrong the day it was printed”.",
        ),
        ("credit", "Additional reporting by Northern Wire"),
        ("furniture", "© Tidewater Post. All rights reserved."),
    )

    def add(source: str, cue: str, *content: str, **more: object) -> Attribution:
        return said(text, blocks, source, cue, *content, **more)  # type: ignore[arg-type]

    found = (
        add(
            "council", "admits", "Swing bridge ‘will not open before May’", quotation="mixed", confidence=0.81
        ),
        add(
            "Traders on the east quay",
            "say",
            "they were told by a notice on a lamp post",
            quotation="indirect",
        ),
        add(
            "Residents",
            "say",
            "the noise had been getting worse for years",
            quotation="indirect",
            confidence=0.43,
        ),
        add(
            "the council",
            "said",
            "The swing bridge at Marrow Quay will stay shut until at least May after engineers found cracks "
            "in two "
            "of its bearings",
            quotation="indirect",
            confidence=0.97,
        ),
        add(
            "Petra Lindqvist, the harbour engineer",
            "said",
            "“We would rather lose a spring than lose a bridge,”",
            "“and nobody here is going to sign it off because it is sunny.”",
            confidence=0.98,
            why="the model's reading; quotation marks complete the words",
        ),
        add(
            "Lindqvist",
            "told",
            "that inspectors had warned “more than once” that grease lines were blocked",
            quotation="mixed",
            confidence=0.88,
        ),
        add("inspectors", "warned", "that grease lines were blocked", quotation="indirect", confidence=0.61),
        add("She", "believes", "the repair will cost about £2.4m", quotation="indirect", confidence=0.79),
        add(
            "Omar Haddad, who runs the chandlery",
            "said",
            text[text.index("“They put up") : text.index("into the water.”") + len("into the water.”")],
            confidence=0.93,
            why="the model's reading; the quotation goes on over the paragraphs",
        ),
        add("he", "said", "he would have to look at the notice", quotation="indirect", confidence=0.38),
        add(
            "a leaflet",
            "according to",
            "that the ferry would run twice an hour",
            quotation="indirect",
            confidence=0.72,
        ),
        add(
            "", "It was expected", "the ferry would run twice an hour", quotation="indirect", confidence=0.47
        ),
        add("Haddad", "According to", "the leaflet “was wrong the day it was printed”", quotation="mixed"),
    )
    return story_of(
        text,
        blocks=blocks,
        attributions=found,
        url="https://tidewater.example/news/bridge?from=front&id=7",
        outlet="Tidewater Post",
        headline="Swing bridge ‘will not open before May’, council admits",
        published="2025-03-04T17:20:00+00:00",
        language="en",
        made_by=MadeBy("0.1.0", "en-1"),
        dates=(
            DateCandidate("2025-03-04T17:20:00+00:00", "JSON-LD", None, True, "the page's own data"),
            DateCandidate("2025-03-04", "text", (phrase(text, "4 March 2025"),), False, "agrees with it"),
            DateCandidate("-P2D", "text", None, False, "an age, not a date"),
        ),
        links=(
            Link(*phrase(text, "inspectors had warned “more than once”"), "https://tidewater.example/report"),
            Link(*phrase(text, "flood wall"), "javascript:alert(1)"),
        ),
        credits=(Credit("Northern Wire", (phrase(text, "Northern Wire"),)),),
        unread=(
            Unread(None, None, "an embedded video", "sayso reads text only"),
            Unread(None, None, "a table of 14 rows", "tables carry no attributions"),
        ),
    )


def hostile() -> Story:
    """A story whose every string tries to be markup, to drive the terminal or to turn the text around."""
    evil = '<script>alert("x")</script> & \'"><img src=x onerror=alert(1)> </style></title>'
    body = f"{evil} said \x1b[31mred\x1b[0m \u202edesrever\u202c \x00\x07\x9b2J ]]> <!-- {evil}, said {evil}."
    text, blocks = blocks_of(("headline", evil), ("furniture", evil), ("body", body), ("caption", evil))
    start = text.index(" said ")
    found = Attribution(
        evil,
        2,
        ((start - 40, start),),
        ((start + 1, start + 5),),
        ((start + 6, len(text) - 30),),
        "direct",
        0.2,
        evil,
    )
    return story_of(
        text,
        blocks=blocks,
        attributions=(found,),
        url="javascript:alert(1)",
        outlet=evil,
        headline=evil + "\x1b]0;title\x07",
        published=evil,
        language='en" onload="alert(1)',
        made_by=MadeBy(evil, evil),
        dates=(DateCandidate(evil, evil, None, True, evil),),
        links=(
            Link(start + 1, start + 5, 'https://example.org/"onmouseover="alert(1)'),
            Link(start + 6, start + 9, "https://example.org/\njavascript:alert(1)"),
        ),
        credits=(Credit(evil, ()),),
        unread=(Unread(None, None, evil, evil),),
    )
