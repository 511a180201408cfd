"""Weighs what was found: how sure each holder is, on what evidence, with which figures."""

from __future__ import annotations

from ._headline import check_captions, check_headline

__all__ = ["check_captions", "check_headline"]
