"""The tree of sources on the page: the drawing, and the same as a list with links to the claims."""

from __future__ import annotations

from ._branches import Branch, tree_of
from ._chain_words import UNATTRIBUTED
from ._digest import Digest
from ._facts import plural
from ._tree import key_svg, tree_svg
from ._visible import as_html


def tree_section(digest: Digest) -> str:
    """The section, empty where no claim has a chain that is clear."""
    root = tree_of(digest.claims, digest.ways)
    if not root.branches:
        return ""
    left = len(digest.claims) - len(root.claims)
    note = (
        f'<p class="minor">{plural(left, "claim")} with the source unclear not drawn.</p>\n' if left else ""
    )
    drawing = tree_svg(root, digest.story.outlet, digest.sections)
    return (
        '<section class="tree" aria-labelledby="tree">\n<h2 id="tree">Source tree</h2>\n'
        '<div class="scroll" tabindex="0" role="group" aria-label="Drawing of the source tree">'
        f"{drawing}</div>\n{key_svg(root)}\n{note}"
        f"<details><summary>The tree as a list</summary>{_branches(digest, root)}</details>\n</section>\n"
    )


def _branches(digest: Digest, branch: Branch) -> str:
    items = "".join(f"<li>{_branch(digest, one)}</li>" for one in branch.branches)
    return f"<ul>{items}</ul>" if items else ""


def _branch(digest: Digest, branch: Branch) -> str:
    if branch.step is None:
        return ""
    name = f"<bdi>{as_html(branch.step.name)}</bdi>"
    section = digest.sections.get(branch.step.id)
    linked = f'<a href="#s{section}">{name}</a>' if section is not None else name
    kind = f", {branch.step.kind}" if branch.step.kind and branch.step.name != UNATTRIBUTED else ""
    others = len(branch.claims) - len(branch.own)
    relayed = f", {others:,} of them relayed" if others else ""
    numbers = "".join(
        f' <a href="#a{one.number}" aria-label="Claim {one.number}">{one.number}</a>' for one in branch.own
    )
    return (
        f"{linked}{kind}: {plural(len(branch.claims), 'claim')}{relayed}{numbers}{_branches(digest, branch)}"
    )
