"""On whose say-so the reader gets each sentence, and the chain of every claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ._choice import ChainModel, choose
from ._claims import Claim, Link, covered
from ._options import Option, Options
from ._scene import Scene

#: Another claim of a sentence stands beside its main one from this share of the sentence and confidence on.
_ALSO_SHARE: Final = 0.25
_ALSO_SURE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that carries a reported claim: its main chain, those of others, and the option taken."""

    chain: tuple[Link, ...]
    also: tuple[tuple[Link, ...], ...]
    option: Option
    chance: float


def told_by_sentence(scene: Scene, options: Options, model: ChainModel) -> dict[int, Told]:
    """The sentences that carry a reported claim, by number."""
    out: dict[int, Told] = {}
    for number in range(len(scene.sentences)):
        listed = options.of(number)
        taken, chance = choose(listed, model)
        if taken.chain:
            out[number] = Told(taken.chain, _also(scene, options, number, taken, model), taken, chance)
    return out


def chain_of_claim(scene: Scene, options: Options, claim: Claim, model: ChainModel) -> tuple[Link, ...]:
    """The chain of one claim, by the options of the sentence that holds most of it; none for the writer's."""
    if claim.who[0].entity.author:
        return ()
    number = options.main_sentence(claim)
    listed = [option for option in options.of(number) if option.chain and _is_of(option, claim)]
    if listed:
        return choose(listed, model)[0].chain
    outer = scene.claims[claim.outer] if claim.outer is not None else None
    before = chain_of_claim(scene, options, outer, model) if outer else ()
    chain = [
        *before,
        *(link for link in claim.relays if link.entity not in [b.entity for b in before]),
        claim.who[0],
    ]
    return tuple(
        link
        for n, link in enumerate(chain)
        if all(link.entity is not after.entity for after in chain[n + 1 :])
    )


def who_shares(options: Options, claim: Claim, model: ChainModel) -> dict[int, float]:
    """How likely each of those is who may be a claim's source, by the number of the entity; all sum to 1."""
    listed = [o for o in options.of(options.main_sentence(claim)) if o.chain and _is_of(o, claim)]
    meant = {link.entity.number for link in claim.who}
    shares: dict[int, float] = {}
    for option, chance in zip(listed, model.probabilities(listed) if listed else (), strict=True):
        who = next(
            (link.entity.number for link in reversed(option.chain) if link.entity.number in meant), None
        )
        if who is not None:
            shares[who] = shares.get(who, 0.0) + chance
    return shares


def _is_of(option: Option, claim: Claim) -> bool:
    return option.claim is claim and option.kind in (
        ("inner",) if claim.outer is not None else ("claim", "behind")
    )


def _also(
    scene: Scene, options: Options, number: int, taken: Option, model: ChainModel
) -> tuple[tuple[Link, ...], ...]:
    """The chains of the other claims of a sentence, and those of joint speakers."""
    start, end = scene.sentences[number]
    out = []
    if taken.claim is not None:
        out += [(*taken.chain[:-1], link) for link in taken.claim.joint]
    main = _outermost(scene, taken.claim)
    for claim in options.claims_of(number):
        if claim is main or claim.outer is not None or claim.confidence < _ALSO_SURE:
            continue
        if covered(claim.content, start, end) < _ALSO_SHARE * (end - start):
            continue
        own = [o for o in options.of(number) if o.chain and o.claim is claim and o.kind == "claim"]
        if own:
            chain = choose(own, model)[0].chain
            if chain[-1].entity is not taken.chain[-1].entity:
                out.append(chain)
    return tuple(out)


def _outermost(scene: Scene, claim: Claim | None) -> Claim | None:
    while claim is not None and claim.outer is not None:
        claim = scene.claims[claim.outer]
    return claim
