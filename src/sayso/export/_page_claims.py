"""One claim on the page: its entry in the list of sources, and the card beside its words in the story."""

from __future__ import annotations

from typing import Final

from ._certainty_words import certainty_words, evidence_words, hedge_words, stance_words
from ._digest import Digest
from ._facts import plural
from ._page_words import confidence, figures, hedges, marked, reasons, way
from ._sayings import NO_SOURCE, UNSURE_BELOW, Saying, known
from ._spans import excerpt, words_of
from ._visible import as_html

#: The list cuts contents over this many words, with a mark: the whole is one link away in the story.
LONGEST: Final = 45


class Claims:
    """Writes the claims of a story; `handles` are the numbers of those that the story's text links to."""

    def __init__(self, digest: Digest, handles: set[int]) -> None:
        self._digest = digest
        self._story = digest.story
        self._handles = handles

    def entry(self, saying: Saying, *, inner: bool = False) -> str:
        """The claim in the list, those it holds below it; `inner` when it stands below another itself."""
        n, found = saying.number, saying.attribution
        words = excerpt(self._story, found.content, saying.hedges, LONGEST)
        more = f' <span class="more">[+{plural(words.left_out, "word")}]</span>' if words.left_out else ""
        label = f'aria-label="Attribution {n}, show it in the story"'
        linked = f'<a class="number" href="#t{n}" {label}>{n}</a>'
        number = linked if n in self._handles else f'<b class="number">{n}</b>'
        held = "\n".join(self.entry(one, inner=True) for one in self._digest.held.get(n, ()))
        below = f'<ul class="held">\n{held}\n</ul>' if held else ""
        return (
            f'<li class="entry a{n}" id="a{n}">{number}<div>{self._way(saying, inner)}'
            f'<p class="how">{self._how(saying)}</p>'
            f'<blockquote dir="auto">{marked(words)}{more}</blockquote>{self._weighed(saying)}'
            f'<p class="why">{confidence(saying)} <i>·</i> {as_html(found.why)}</p>'
            f"{self._reasons(saying)}{below}</div></li>"
        )

    def pointer(self, saying: Saying) -> str:
        """A link to a claim's entry."""
        n = saying.number
        return f'<a href="#a{n}" aria-label="Attribution {n}">{n}</a>'

    def cards(self) -> str:
        """What shows beside a passage pointed at, the innermost of nested attributions first."""

        def length(saying: Saying) -> int:
            return sum(end - start for start, end in saying.attribution.content)

        return "".join(self._card(saying) for saying in sorted(self._digest.said, key=length))

    def ties(self) -> str:
        """Rules that light up all parts of an attribution when one is pointed at, and show its card."""
        return "".join(
            f"body:has(.a{n}:is(:hover,:focus,:focus-within),#t{n}:target,#a{n}:target) .a{n}"
            "{--tint:var(--lit);--edge:var(--lit-edge)}\n"
            f"body:has(.story .a{n}:is(:hover,:focus)) #k{n}{{display:block}}\n"
            for n in (saying.number for saying in self._digest.said)
        )

    def legend(self) -> str:
        """What the marks in the story mean."""
        if not self._digest.said:
            return ""
        hedge = (
            '; <span class="hedge">wavy</span> are words that weaken'
            if any(saying.hedges for saying in self._digest.said) or any(s.hedges for s in self._digest.own)
            else ""
        )
        voice = '; <span class="voice">shaded</span> is the outlet’s own voice' if self._digest.own else ""
        return (
            '<p class="legend">Marked are <span class="s source">sources</span>, the '
            '<span class="s cue">cues</span> that signal them, and the '
            '<span class="s content">contents</span> attributed to them; '
            '<span class="s content unsure-content">dashed</span> where unsure '
            f"(confidence below {UNSURE_BELOW:.2f}){hedge}{voice}. Point at, tap or tab to a marked passage "
            "to see what belongs together; its number leads to the list of sources and back.</p>\n"
        )

    def _card(self, saying: Saying) -> str:
        found = self._digest.way(saying)
        source = as_html(words_of(self._story, saying.attribution.source)) or NO_SOURCE
        going = f'<p class="path">{as_html(found.path)}</p>' if found else ""
        sure = self._certainty(saying)
        return (
            f'<div class="card" id="k{saying.number}"><p class="who" dir="auto"><b>{saying.number}</b> '
            f'{source}</p>{going}<p class="how">{self._how(saying)}</p>{sure}'
            f'<p class="why">{confidence(saying)} <i>·</i> '
            f"{as_html(saying.attribution.why)}</p></div>\n"
        )

    def _way(self, saying: Saying, inner: bool) -> str:
        found = self._digest.way(saying)
        if found is not None:
            return way(found, self._digest.sections)
        name = as_html(words_of(self._story, saying.attribution.source)) or NO_SOURCE
        return f'<p class="path" dir="auto">{name}</p>' if inner else ""

    def _how(self, saying: Saying) -> str:
        cue = words_of(self._story, saying.attribution.cue)
        told = [f"<bdi class=cue>{as_html(cue)}</bdi>" if cue else "no cue", saying.attribution.quotation]
        stance = stance_words(self._story, saying.attribution)
        if stance:
            told.append(as_html(stance))
        if saying.role != "body":
            told.append(f"in the {saying.role}")
        return " <i>·</i> ".join(told)

    def _certainty(self, saying: Saying) -> str:
        found = saying.attribution
        certainty = certainty_words(found)
        weakened = hedges(hedge_words(self._story, known(found.hedges, ())))
        if not certainty and not weakened:
            return ""
        strength = "span" if found.certainty == "asserted" and not weakened else "b"
        return f'<p class="fact"><{strength}>{certainty or "weakened"}</{strength}>{weakened}</p>'

    def _weighed(self, saying: Saying) -> str:
        rests = "".join(
            f'<p class="fact"><span class="kind">rests on {kind}</span>'
            f"{f': <q dir=auto>{as_html(words)}</q>' if words else ''}</p>"
            for kind, words in evidence_words(self._story, saying.attribution)
        )
        return self._certainty(saying) + rests + figures(self._digest.figures(saying))

    def _reasons(self, saying: Saying) -> str:
        found = self._digest.way(saying)
        return reasons(found) if found else ""
