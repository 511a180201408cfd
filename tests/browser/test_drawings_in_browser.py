"""The drawings of figures and of the mix, as Chromium shows them: words apart, colours told apart."""

from __future__ import annotations

from typing import Any

import pytest
from colours import contrast
from drawn_figures import crowd, mixes, odd, toll

from sayso.export._figure_drawing import figure_drawing
from sayso.export._mix_drawing import mix_drawing

pytestmark = pytest.mark.browser

DRAWINGS = {
    "toll": figure_drawing([toll()]),
    "crowd": figure_drawing([crowd(), toll()], 4),
    "odd": figure_drawing(odd()),
    "mix": mix_drawing(mixes() * 5, "outlet"),
}
_BOXES = """() => [...document.querySelectorAll('text')].map(node => {
  const box = node.getBoundingClientRect();
  return [node.textContent, box.left, box.top, box.right, box.bottom];
})"""
_COLOURS = """() => {
  const rgb = value => value.match(/[\\d.]+/g).map(Number);
  const ground = rgb(getComputedStyle(document.querySelector('.ground')).fill);
  const inks = [...document.querySelectorAll('text')].map(node => rgb(getComputedStyle(node).fill));
  const drawn = [...document.querySelectorAll('[class^=c], [class*=" c"]')];
  const marks = drawn.map(node => rgb(getComputedStyle(node).color));
  return [ground, inks, marks];
}"""


def shown(visit: Any, name: str, scheme: str = "light") -> Any:
    svg = DRAWINGS[name].split("\n", 1)[1]
    return visit(
        f'<!DOCTYPE html><meta charset="utf-8"><style>body{{margin:0}}</style>{svg}', color_scheme=scheme
    )


@pytest.mark.parametrize("name", DRAWINGS)
def test_no_words_cover_others_or_leave_the_drawing(visit: Any, name: str) -> None:
    page = shown(visit, name)
    boxes = page.evaluate(_BOXES)
    frame = page.evaluate(
        "() => { const b = document.querySelector('svg').getBoundingClientRect(); "
        "return [b.width, b.height]; }"
    )
    assert boxes
    for number, (text, left, top, right, bottom) in enumerate(boxes):
        assert left >= 0, text
        assert right <= frame[0], text
        assert bottom <= frame[1] + 1, text
        for other, a, b, c, d in boxes[number + 1 :]:
            # Line boxes are taller than letters: two pixels of them may meet.
            assert not (left < c - 1 and a < right - 1 and top + 2 < d - 2 and b + 2 < bottom - 2), (
                text,
                other,
            )
    assert page.asked == [page.url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", DRAWINGS)
def test_words_and_marks_can_be_read_on_both_grounds(visit: Any, name: str, scheme: str) -> None:
    ground, inks, marks = shown(visit, name, scheme).evaluate(_COLOURS)
    assert (sum(ground[:3]) > 384) == (scheme == "light")
    assert min(contrast(ink, ground) for ink in inks) >= 4.5
    assert min(contrast(mark, ground) for mark in marks) >= 3
