"""Says who a source is and through whom a claim reaches the reader.

    Story (attributions)  ──▶  Story (sources, attributions with chains)

Names, pronouns and descriptions are resolved to one source each; contents are read again for what they
hold; outlets told, cited or writing stand between a source and the reader. Of all chains that a sentence
may have, a small linear model chooses by named signs. What a chain is, is defined by the guidelines the
annotated chains were made with.
"""

from __future__ import annotations

from ._cue_stance import stance_of
from ._outlets import without_list
from ._sourced import SentenceTold, Sourced, find_sources, trace

__all__ = ["SentenceTold", "Sourced", "find_sources", "stance_of", "trace", "without_list"]
