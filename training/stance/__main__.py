"""Make the stance model, or predict over folds of events that the model has not seen.

    python -m training.stance ../shared/data                              writes models/en/stance.npz
    python -m training.stance ../shared/data --folds FOLDER [--seed N]    writes FOLDER/stance.jsonl and
                                                                          FOLDER/headline.jsonl

    sayso bench stance ../shared/data/fnc/headline-stance.dev.jsonl \\
        --stories ../shared/data/fnc/same-story.dev.jsonl --predictions-from FOLDER/stance.jsonl
    sayso bench headline ../shared/data/headlines/dev.jsonl --predictions-from FOLDER/headline.jsonl

The pairs of headlines/dev are never trained on; over folds they are predicted by the model that has not
seen their event. Four minutes on one core, and two more to read the stories once (`--cache`).
"""

from __future__ import annotations

import argparse
import io
import json
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from sayso.story import Story
from sayso.weighing._framing import SIGNS as HEADLINE_SIGNS
from sayso.weighing._headline import check_headline
from sayso.weighing._stance import FOREST, REAL, WHOLE, StanceModel
from sayso.weighing._stance_signs import SIGNS as BODY_SIGNS

from .data import checked, pairs, readings, rows_of
from .fit import Table, fit, folds, macro_f1

TARGET = Path(__file__).parents[2] / "src" / "sayso" / "models" / "en" / "stance.npz"
Row = dict[str, Any]


def main() -> None:
    """Train on everything, or predict over folds."""
    parser = argparse.ArgumentParser(
        prog="python -m training.stance",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--cache", type=Path, default=Path("stance-stories.jsonl"), help="readings kept")
    parser.add_argument("--folds", type=Path, help="predict over folds into this folder")
    parser.add_argument("--seed", type=int, help="other folds than the usual ones")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    rows = pairs(options.shared)
    stories = readings(options.shared, options.cache)
    table = Table(rows, stories)
    if options.folds is None:
        save(options.out, fit(table, range(len(rows))))
        print(f"{options.out}: {options.out.stat().st_size / 1e3:.0f} kB from {len(rows)} pairs")
        return
    options.folds.mkdir(parents=True, exist_ok=True)
    stance_rows, headline_rows = predict(table, stories, options.shared, options.seed)
    for name, made in (("stance", stance_rows), ("headline", headline_rows)):
        (options.folds / f"{name}.jsonl").write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), "utf8"
        )
    report(rows, stance_rows)


def predict(
    table: Table, stories: dict[str, Story], shared: Path, seed: int | None
) -> tuple[list[Row], list[Row]]:
    """Stances of all pairs and verdicts of the checked ones, each by a model of other events."""
    cluster_of = {row["id"]: row["cluster"] for row in rows_of(shared / "fnc" / "same-story.dev.jsonl")}
    headlines = checked(shared)
    stance_rows, headline_rows = [], []
    for fold in folds(table.rows, seed=seed):
        inside = set(fold)
        model = fit(table, [i for i in range(len(table.rows)) if i not in inside])
        clusters = {table.rows[i]["cluster"] for i in fold}
        mine = [row for row in headlines if cluster_of[row["story"]] in clusters]
        for row in [table.rows[i] for i in fold] + mine:
            story = msgspec.structs.replace(stories[row["story"]], headline=row["headline"])
            check = check_headline(story, model)
            assert check is not None
            pair = {"headline": row["headline"], "story": row["story"]}
            stance_rows.append({**pair, "stance": check.stance})
            if "verdict" in row:
                kinds = list(dict.fromkeys(finding.kind for finding in check.findings))
                headline_rows.append({**pair, "verdict": check.verdict, "findings": kinds})
    return stance_rows, headline_rows


def report(rows: list[Row], predicted: list[Row]) -> None:
    """Prints F1 of disagree without the two largest clusters, and all pairs beside it."""
    stance = {(row["headline"], row["story"]): row["stance"] for row in predicted}
    size = Counter(row["cluster"] for row in rows)
    two = {cluster for cluster, _ in size.most_common(2)}
    for name, some in (
        ("all", rows),
        ("without the two largest clusters", [r for r in rows if r["cluster"] not in two]),
    ):
        gold = [row["stance"] for row in some]
        mine = [stance[row["headline"], row["story"]] for row in some]
        right = sum(g == p == "disagree" for g, p in zip(gold, mine, strict=True))
        disagree = 2 * right / max(1, gold.count("disagree") + mine.count("disagree"))
        print(f"{name}: {len(some)} pairs, macro F1 {macro_f1(gold, mine):.4f}, disagree F1 {disagree:.4f}")


def save(path: Path, model: StanceModel) -> None:
    """Writes the model as an .npz whose bytes depend on its numbers alone."""
    names = {"headline": list(HEADLINE_SIGNS), "body": list(BODY_SIGNS)}
    parts: dict[str, Any] = {
        "signs": np.frombuffer(json.dumps(names).encode(), dtype=np.uint8),
        "depth": np.array([model.forest.depth], dtype=np.int16),
        "headline_weights": model.headline[0],
        "headline_bias": model.headline[1],
        "body_weights": model.body[0],
        "body_bias": model.body[1],
        "decision": model.decision,
        **{name: getattr(model.forest, name) for name in FOREST},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            kind = np.float32 if name in REAL else np.int16 if name == "feature" else None
            kind = np.int32 if name in WHOLE and kind is None else kind
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.asarray(parts[name], dtype=kind), allow_pickle=False)
            entry = zipfile.ZipInfo(name + ".npy", (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, buffer.getvalue(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
