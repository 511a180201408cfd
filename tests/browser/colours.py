"""What colours a page shows, and how well they can be told apart."""

from __future__ import annotations

import re
from typing import Any

# Every run of visible text with its colour and what it stands on, as [text, ink, ground].
COLOURS = """() => {
  const rgb = value => value.match(/[\\d.]+/g).map(Number);
  const ground = node => {
    for (let at = node; at; at = at.parentElement) {
      const [r, g, b, a = 1] = rgb(getComputedStyle(at).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const found = [];
  const add = (text, style, on) => found.push([text, rgb(style.color), on]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const style = getComputedStyle(node);
    if (node.closest('title, desc') || !walker.currentNode.data.trim()) continue;
    if (node.closest('svg')) {
      found.push([walker.currentNode.data, rgb(style.fill), ground(node)]);
    } else if (node.checkVisibility())
      add(walker.currentNode.data, getComputedStyle(node), ground(node));
  }
  for (const node of document.querySelectorAll('.handle, [data-role]')) {
    const style = getComputedStyle(node, '::before');
    const [, , , a = 1] = rgb(style.backgroundColor);
    add(style.content, style, a > 0 ? rgb(style.backgroundColor).slice(0, 3) : ground(node));
  }
  return found;
}"""


def luminance(colour: list[float]) -> float:
    parts = [value / 255 for value in colour[:3]]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def background(page: Any, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("node => getComputedStyle(node).backgroundColor"))


def rgb(value: str) -> list[float]:
    return [float(part) for part in re.findall(r"[\d.]+", value)]
