"""The page's list of sources: each with what is known of it and what it says, then the outlet's own voice."""

from __future__ import annotations

from ._digest import Digest
from ._facts import plural
from ._groups import Group, unheard
from ._own_voice import OwnSentence, own_words
from ._page_claims import Claims
from ._page_words import figures, hedges, marked
from ._source_words import about_source, kind_of
from ._visible import as_html


def source_list(digest: Digest, claims: Claims) -> str:
    """All sections of the list."""
    sections = [_group(digest, claims, group) for group in digest.groups]
    if not sections:
        return '<p class="minor">No attribution to list.</p>\n' + _own(digest)
    note = (
        "By source, as the story makes clear who is meant."
        if digest.resolved
        else "Grouped by the source’s words as they stand; a pronoun stands by itself each time."
    )
    return f'<p class="minor">{note}</p>\n' + "\n".join(sections) + "\n" + _others(digest) + _own(digest)


def _group(digest: Digest, claims: Claims, group: Group) -> str:
    kind = ' class="nobody"' if group.nobody else ""
    known = ""
    if group.source is not None and not group.nobody:
        known = f'<p class="about"><b>{kind_of(group.source)}</b>'
        for label, words in about_source(digest.story, group.source):
            known += f' <i>·</i> {label} <bdi class="told">{as_html(words)}</bdi>'
        known += "</p>\n"
    entries = "\n".join(claims.entry(saying) for saying in group.sayings)
    listed = f"<ul>\n{entries}\n</ul>\n" if entries else ""
    pointers = "".join(
        f'<p class="how">{words} {" ".join(claims.pointer(saying) for saying in sayings)}</p>\n'
        for words, sayings in group.pointers
    )
    noted = "".join(
        f'<p class="noted"><span class="kind">{one.kind}</span>: <q dir="auto">{as_html(one.words)}</q></p>\n'
        for one in group.records
    )
    return (
        f'<section id="s{group.number}" tabindex="-1">\n<h3 dir="auto"{kind}>{as_html(group.title)}</h3>\n'
        f"{known}{listed}{pointers}{noted}</section>"
    )


def _others(digest: Digest) -> str:
    names = unheard(digest.names, digest.groups)
    if not names:
        return ""
    listed = ", ".join(f"<bdi>{as_html(name)}</bdi>" for name in names)
    return f'<p class="minor others">Nothing is attributed to {listed}.</p>\n'


def _own(digest: Digest) -> str:
    counted = figures(digest.figures(None))
    if not digest.own and not counted:
        return ""
    sentences = "".join(f"<li>{_sentence(sentence)}</li>" for sentence in digest.own)
    listed = (
        f"<details><summary>{own_words(digest.own)}</summary>\n<ul>{sentences}</ul></details>\n"
        if sentences
        else ""
    )
    heading = '<h2 id="own">In the outlet’s own voice</h2>'
    return f'<section class="ownvoice" aria-labelledby="own">{heading}\n{listed}{counted}</section>\n'


def _sentence(sentence: OwnSentence) -> str:
    more = sentence.words.left_out
    left_out = f' <span class="more">[+{plural(more, "word")}]</span>' if more else ""
    certainty = f' <span class="how">– {sentence.certainty}' if sentence.certainty else ""
    put = f"{certainty}{hedges(sentence.hedges)}</span>" if certainty else ""
    return f'<span dir="auto">{marked(sentence.words)}</span>{left_out}{put}'
