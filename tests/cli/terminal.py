"""A command in a terminal of its own: what it shows, and the keys that are pressed."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from elsewhere import PLACES, heed_stops

_PATIENCE = 60.0  # seconds without any sign of life: only a command that hangs takes as long


class Terminal:
    """
    Runs `collabgraph` on a pseudo-terminal.

    Args:
        arguments: What follows the name of the command.
        folder: Where it runs.
        columns: How wide the terminal is.
        settings: More variables of its environment.
    """

    def __init__(
        self,
        *arguments: str,
        folder: Path,
        columns: int = 80,
        settings: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.main, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("COLLABGRAPH", "COLUMNS"))}
        known = {"PYTHONPATH": PLACES, "COLLABGRAPH_LANGUAGE": "en"}
        known["SOURCE_DATE_EPOCH"] = "1772323200"  # the first of March 2026
        self.process = subprocess.Popen(
            [sys.executable, "-m", "graph", *arguments],
            cwd=folder,
            env=kept | known | {"VISUAL": "", "EDITOR": ""} | dict(settings),
            stdin=side,
            stdout=side,
            stderr=side,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(side)
        self.shown = ""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.main)

    def wait_for(self, words: str) -> str:
        """Read until some words are shown; give what came, without them."""
        while words not in self.shown:
            if not self._read():
                raise AssertionError(f"no {words!r} in {self.shown!r}")
        before, _, self.shown = self.shown.partition(words)
        return before

    def press(self, key: str) -> None:
        """Press a key once the command listens to keys."""
        while termios.tcgetattr(self.main)[3] & termios.ICANON:
            if self.process.poll() is not None:
                raise AssertionError(f"it ended: {self.shown!r}")
            select.select([], [], [], 0.002)
        os.write(self.main, key.encode())

    def type(self, line: str) -> None:
        """Type a line where the command asks for one."""
        os.write(self.main, f"{line}\n".encode())

    def end(self) -> tuple[int, str]:
        """Wait until it ends: its exit code, and what it showed last."""
        while self._read():
            pass
        return self.process.wait(_PATIENCE), self.shown

    def stop(self) -> None:
        """Send it the signal that a closed window sends."""
        self.process.send_signal(signal.SIGHUP)

    def _read(self) -> bool:
        ready, _, _ = select.select([self.main], [], [], _PATIENCE)
        if not ready:
            return False
        try:
            found = os.read(self.main, 65536)
        except OSError:  # the other side is closed: so Linux says it
            return False
        self.shown += found.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(found)


def _take_terminal() -> None:
    heed_stops()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
