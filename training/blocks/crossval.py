"""Five-fold cross-validation over sites; writes predictions for `sayso bench … --predictions-from`.

    python training/blocks/crossval.py ../shared/data OUT_FOLDER [--passes 7] [--networks 2]

No site (registrable domain of a page's address) is in two folds, nor any training page made of its lines.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from corpus import Document, read_jsonl
from data import load
from network import arrays, train, transitions, vocabulary

from sayso.intake._line_model import LineModel, from_arrays
from sayso.intake._lines import describe, split_lines

FOLDS = 5


def site_folds(pages: list[Document]) -> list[frozenset[str]]:
    """The sites in five groups of about as many pages, largest sites first."""
    size: dict[str, int] = {}
    for page in pages:
        for site in page.sites:
            size[site] = size.get(site, 0) + 1
    groups: list[list[str]] = [[] for _ in range(FOLDS)]
    for site in sorted(size, key=lambda s: (-size[s], s)):
        min(groups, key=lambda g: sum(size[s] for s in g)).append(site)
    return [frozenset(group) for group in groups]


def roles_of(model: LineModel, text: str) -> tuple[list[str], list[str]]:
    """The lines of a text and their roles."""
    lines = split_lines(text)
    return [text[line.start : line.end] for line in lines], list(model.roles(describe(lines)))


def main() -> None:
    """Train and predict fold by fold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--networks", type=int, default=2)
    parser.add_argument("--save", action="store_true", help="keep each fold's model as OUT/fold-N.pt")
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    data = load(options.shared)
    whole = {page["id"]: page["page_text"] for page in read_jsonl(options.shared / "pages" / "gold.jsonl")}
    lines = {page["id"]: page["lines"] for page in read_jsonl(options.shared / "blocks" / "dev.jsonl")}
    cleaning, blocks = {}, {}
    for number, sites in enumerate(site_folds(data.pages)):
        examples = [one for one in data.examples if not one.sites & sites]
        words = vocabulary(examples)
        print(
            f"fold {number + 1}: {len(examples)} of {len(data.examples)} examples, {len(words)} words",
            flush=True,
        )
        networks = [arrays(train(examples, words, options.passes, seed)) for seed in range(options.networks)]
        model = from_arrays(words, networks, transitions(examples))
        if options.save:
            torch.save((sites, words, networks, transitions(examples)), options.out / f"fold-{number}.pt")
        for page in data.pages:
            if page.sites & sites:
                shown, roles = roles_of(model, whole[page.name])
                cleaning[page.name] = "\n".join(
                    line for line, role in zip(shown, roles, strict=True) if role == "body"
                )
                if page.name in lines:
                    _, blocks[page.name] = roles_of(model, "\n".join(lines[page.name]))
    for name, key, found in (("cleaning", "text", cleaning), ("blocks", "roles", blocks)):
        with (options.out / f"{name}.jsonl").open("w", encoding="utf8") as out:
            for page_id in found:
                out.write(json.dumps({"id": page_id, key: found[page_id]}) + "\n")


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()
