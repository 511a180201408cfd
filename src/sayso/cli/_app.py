"""The command's name, version and subcommands."""

from __future__ import annotations

from typing import Annotated

import typer

from .._version import __version__
from ._add import add
from ._bench import bench
from ._claim_list import claims
from ._echo_list import echoes
from ._export import export
from ._figure_table import figures
from ._group_list import groups
from ._judge import judge
from ._mix_table import mix
from ._read import read
from ._search import search
from ._versions import versions
from ._watch import watch

app = typer.Typer(
    name="sayso",
    help="On whose say-so? Shows for every claim in a news story who says it, and in which words.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(read)
app.command()(add)
app.command()(groups)
app.command()(claims)
app.command()(echoes)
app.command()(search)
app.command()(versions)
app.command()(judge)
app.command()(bench)
app.command()(figures)
app.command()(mix)
app.command()(export)
app.command()(watch)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """On whose say-so?"""
