"""One story as a page: self-contained, without script, usable by mouse, finger, keyboard and ear."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import Final

from ..story import Story
from ._digest import Digest
from ._facts import headline
from ._marked import MarkedText
from ._page_claims import Claims
from ._page_foot import foot
from ._page_sources import source_list
from ._page_top import top
from ._page_tree import tree_section
from ._visible import one_line

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def html_report(story: Story) -> str:
    """The page as one string of HTML. Text of the story never becomes markup; nothing is loaded."""
    digest = Digest(story)
    marked = MarkedText(digest)
    text = marked.blocks()  # first, because only then it is known which attributions can be linked to
    claims = Claims(digest, marked.handles)
    tree = tree_section(digest)
    title = one_line(headline(story) or "") or "A story without a headline"
    language = escape(one_line(story.language or "en"))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} – who says what</title>
<style>
{files(__package__).joinpath("page.css").read_text(encoding="utf-8")}{claims.ties()}</style>
</head>
<body>
<nav class="skip" aria-label="Skip"><a href="#story">Skip to the story</a>
<a href="#sources">Skip to who says what</a></nav>
<header class="head{" with-tree" if tree else ""}">
<div class="lead">
{top(digest, title, marked.places)}</div>
{tree}</header>
<div class="columns">
<main>
<h2 id="story" tabindex="-1">The story</h2>
{claims.legend()}<article class="story" aria-labelledby="story" lang="{language}">{text}</article>
</main>
<aside class="sources" aria-labelledby="sources">
<h2 id="sources" tabindex="-1">Who says what</h2>
{source_list(digest, claims)}</aside>
</div>
<footer class="foot">
{foot(story)}</footer>
<div class="cards" aria-hidden="true">
{claims.cards()}</div>
</body>
</html>
"""
