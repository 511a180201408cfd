"""Installs sayso into a fresh virtual environment and prints what takes the space.

python benchmarks/install_size.py [WHEEL]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

MB = 1024 * 1024


def size(path: Path) -> int:
    """Bytes of a file, or of all files below a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def main() -> None:
    """Command line."""
    what = sys.argv[1] if len(sys.argv) > 1 else "."
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        site = next(Path(folder).glob("lib/python*/site-packages"))
        before = {path.name for path in site.iterdir()}
        subprocess.run([f"{folder}/bin/pip", "install", "-q", "--no-compile", what], check=True)
        parts = sorted(((size(p), p.name) for p in site.iterdir() if p.name not in before), reverse=True)
    for bytes_, name in parts:
        if bytes_ >= 5 * MB:
            print(f"{bytes_ / MB:8.1f} MB  {name}")
    print(f"{sum(bytes_ for bytes_, _ in parts) / MB:8.1f} MB  in all, {len(parts)} entries")


if __name__ == "__main__":
    main()
