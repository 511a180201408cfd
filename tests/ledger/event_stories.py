"""Events of our own, each told by several outlets in words of their own."""

from __future__ import annotations

import random

from documents import story

from sayso.story import Story

EVENTS: dict[str, list[str]] = {
    "bridge": [
        "The Orlova Bridge in Tarnmouth was closed on Monday after engineers found cracks in two "
        "of its steel "
        "cables. Traffic across the Orlova is being sent through the old tunnel, the Tarnmouth council said.",
        "Drivers in Tarnmouth face weeks of delay: cracks in the cables of the Orlova Bridge have shut the "
        "crossing. The council wants engineers to test every cable before the bridge opens again.",
        "Two cracked cables, one closed crossing. Tarnmouth woke up without its Orlova Bridge, and engineers "
        "cannot say when traffic will return. The tunnel is full.",
    ],
    "walrus": [
        "A walrus that climbed onto a ferry in Kelvik harbour has been led back to sea by rangers "
        "with a bucket "
        "of mussels. Passengers of the ferry waited four hours, the Kelvik harbour master said.",
        "Rangers lured a walrus off the Kelvik ferry with mussels after it had slept on the ramp for hours. "
        "Nobody was hurt, and the walrus swam out of the harbour.",
        "Mussels did it: the walrus of Kelvik is back in the sea. The animal had blocked the ramp "
        "of the ferry "
        "while passengers took pictures from the harbour wall.",
    ],
    "bank": [
        "Hollin Bank will cut 900 jobs and shut its branches in Dessau and Porvoo, chief executive "
        "Mara Lindqvist "
        "told staff in a letter. Unions called the cuts at Hollin Bank brutal.",
        "Unions are preparing strikes at Hollin Bank. The lender wants to shed 900 jobs, according "
        "to a letter by "
        "its chief executive, Mara Lindqvist, and close branches in Porvoo and Dessau.",
        "Nine hundred jobs will go at Hollin Bank. Lindqvist blamed rising rates in her letter to "
        "staff; unions "
        "in Dessau said they had not been asked.",
    ],
}


def told(seed: int | None = None) -> list[Story]:
    """Every story of every event, in order or shuffled with a seed."""
    stories = [
        story(f"{event}-{number}", text)
        for event, texts in EVENTS.items()
        for number, text in enumerate(texts)
    ]
    if seed is not None:
        random.Random(seed).shuffle(stories)
    return stories


LONG = (
    "The regional council of Sandvig approved a plan on Tuesday to move the fish market out of the old town. "
    "Traders have sold cod and herring beside the town hall since the harbour was built in the last century. "
    "Under the plan they will have to leave their stalls by the end of March and share a hall "
    "near the ring road. "
    "The council expects visitors to follow, although a study it paid for puts the loss of "
    "custom at a third. "
    "A petition against the move gathered four thousand signatures within a week of being put on counters. "
    "Shopkeepers around the square fear that fewer people will pass their doors once the smell "
    "of fish has gone. "
    "The mayor promised a free bus from the station and a year without rent for everyone who signs up early. "
    "A final vote on the money for the new hall is planned for the second week of June."
)


def mangled(text: str, seed: int) -> str:
    """A copy that lacks some sentences, has two of them swapped and one word in eight changed."""
    rng = random.Random(seed)
    sentences = [one for one in text.split(". ")[:-1] if rng.random() < 0.8]
    if len(sentences) > 3:
        sentences[1], sentences[2] = sentences[2], sentences[1]
    words = ". ".join(sentences).split(" ")
    changed = [
        rng.choice(["quietly", "garden", "seven", "window"]) if rng.random() < 0.1 else w for w in words
    ]
    return "Our reporters have been following this all day.\n\n" + " ".join(changed)
