"""What the terminal that a command runs in can show."""

import os
from collections.abc import Mapping
from shutil import get_terminal_size
from typing import TextIO

from graph.write.screen import PLAIN, Screen

_LINKING = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby")
"""Programs that call themselves so in `TERM_PROGRAM`, and open links."""

_LINKING_VTE = 5000
"""The first version of the terminals of GNOME (`VTE_VERSION`) that opens links."""


def find_screen(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Screen:
    """
    Find what a stream can show.

    In a pipe there is no width, no colour and no link. `NO_COLOR` and `TERM=dumb` leave the width.

    Args:
        stream: Where the answer goes.
        environment: The variables of the process.
    """
    if not stream.isatty():
        return PLAIN
    width = get_terminal_size().columns
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return Screen(width=width)
    return Screen(width=width, colours=True, links=_has_links(environment))


def _has_links(environment: Mapping[str, str]) -> bool:
    version = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM") in _LINKING
        or any(environment.get(name) for name in ("WT_SESSION", "KONSOLE_VERSION"))
        or environment.get("TERM") in ("xterm-kitty", "xterm-ghostty", "alacritty", "foot")
        or (version.isdecimal() and int(version) >= _LINKING_VTE)
    )
