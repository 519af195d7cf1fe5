"""What is served at the moment, and who waits for the next version of it."""

import hashlib
from collections.abc import Mapping
from threading import Condition


class Site:
    """
    The files that are served, by their path; whoever asks for another version waits for it.

    One thread puts files, and any number read them.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._files: Mapping[str, bytes] = {}
        self._version = ""
        self._closed = False

    def put(self, files: Mapping[str, bytes], version: str) -> None:
        """Serve these files from now on, and tell everybody who waits."""
        with self._changed:
            self._files, self._version = files, version
            self._changed.notify_all()

    def find(self, path: str) -> bytes | None:
        """Find what is served under a path; there is nothing but what was put."""
        return self._files.get(path)

    def wait(self, known: str, seconds: float) -> str | None:
        """
        Wait until the version is another than the known one, or for so many seconds.

        Returns:
            The version; None where nothing is served any more.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version != known, seconds)
            return None if self._closed else self._version

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


def name_version(*parts: bytes) -> str:
    """Name what is served by its content: what is the same is no other version."""
    found = hashlib.sha256()
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()[:16]
