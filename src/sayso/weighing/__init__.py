"""Weighs what was found: how sure each holder is, on what evidence, with which figures.

Story (attributions, sources)  ──▶  Story (+ certainty, evidence, figures, records, voice, checks)
"""

from __future__ import annotations

from ._factuality import scores_at
from ._headline import check_captions, check_headline
from ._weigh import weigh, weigh_sentences

__all__ = ["check_captions", "check_headline", "scores_at", "weigh", "weigh_sentences"]
