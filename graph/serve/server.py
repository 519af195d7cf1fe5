"""A server for this computer alone: it shows what a site holds, and nothing else."""

import os
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from graph.model.errors import ServeError
from graph.model.message import Message
from graph.serve.site import Site

LOOPBACK = "127.0.0.1"
CHANGES = "/changes"
"""Where a page is told that there is another version of it."""

_KINDS = {
    "html": "text/html; charset=utf-8",
    "graphml": "application/xml",
    "zip": "application/zip",
}
_METHODS = ("GET", "HEAD")
_USUAL_PORT = 80
_PATIENCE = 15.0
"""Seconds after which a page that waits is told that there is nothing new."""


class Server(ThreadingHTTPServer):
    """Answers requests that come to its own address, in a thread each."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # Windows would let two servers share a port

    def __init__(self, site: Site, port: int) -> None:
        """
        Take a port.

        Args:
            site: What to show.
            port: Its number; 0 for any that is free.

        Raises:
            ServeError: The port is taken, or not for this user.
        """
        self.site = site
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OverflowError:
            raise ServeError(Message("serve.bad_port", port=port)) from None
        except OSError as error:
            why = error.strerror or str(error)
            raise ServeError(Message("serve.no_port", port=port, why=why)) from error
        names = (LOOPBACK, "localhost")
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in names)
        if self.server_port == _USUAL_PORT:
            self.hosts |= frozenset(names)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a browser go away in the middle of an answer."""
        import sys

        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = 30  # seconds that a request may take to arrive

    def parse_request(self) -> bool:
        """
        Read a request, and refuse one that is for another host or asks for more than to look.

        A page of a stranger can let the name of its own host lead to this computer, and would read
        the answers as its own (DNS rebinding).
        """
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or hosts[0].strip().lower() not in self.server.hosts:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.command not in _METHODS:
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)
        else:
            return True
        return False

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == CHANGES:
            self._tell_changes()
            return
        content = self.server.site.find(path)
        if content is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = _KINDS.get(path.rpartition(".")[2], _KINDS["html"])
        self._start(kind, ("Content-Length", str(len(content))))
        if self.command == "GET":
            self.wfile.write(content)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _tell_changes(self) -> None:
        """Tell the version now and whenever it changes, as server-sent events."""
        self._start("text/event-stream")
        known = ""
        while self.command == "GET":
            version = self.server.site.wait(known, _PATIENCE)
            if version is None:
                return
            said = f"data: {version}\n\n" if version != known else ":\n\n"
            self.wfile.write(said.encode("ascii"))
            self.wfile.flush()
            known = version

    def _start(self, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()

    def end_headers(self) -> None:
        """Keep every answer from being stored, framed, or used by another site."""
        self.send_header("Allow", ", ".join(_METHODS))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", "frame-ancestors 'none'")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def version_string(self) -> str:
        """Name the program, and no version of anything."""
        return "collabgraph"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for the data."""
