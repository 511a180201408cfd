"""The public door is complete, sorted, cheap to open, and typed."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import sayso


def test_all_is_sorted_and_complete() -> None:
    assert sayso.__all__ == sorted(sayso.__all__)
    assert set(sayso.__all__) == {*sayso._HOME_OF, "__version__"}
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None


def test_type_checkers_may_trust_its_types() -> None:
    assert (files("sayso") / "py.typed").is_file()


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(sayso, "Verdict")


def test_a_bare_import_loads_nothing_heavy() -> None:
    code = (
        "import sys, time; began = time.perf_counter(); import sayso; took = time.perf_counter() - began;"
        "heavy = {'numpy', 'onnxruntime', 'trafilatura', 'lxml', 'tokenizers', 'rich', 'typer', 'py3langid'};"
        "print(took, *sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    out = done.stdout.split()
    assert float(out[0]) < 0.3
    assert out[1:] == []
