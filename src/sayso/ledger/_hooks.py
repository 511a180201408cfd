"""The parts of the ledger that the store calls, by name, while some of them are still to come."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


@cache
def _function(module: str, name: str) -> Any:
    full = f"{__package__}.{module}"
    try:
        return getattr(import_module(full), name)
    except ModuleNotFoundError as error:
        if error.name != full:
            raise
        return None


def call(module: str, name: str, *arguments: Any) -> Any:
    """Calls a part's function; None where the part does not exist yet."""
    function = _function(module, name)
    return None if function is None else function(*arguments)
