"""The server: what it shows, to whom, and what it refuses."""

import http.client
import socket
from collections.abc import Iterator
from threading import Thread

import pytest

from graph.model.errors import ServeError
from graph.serve.live import open_server
from graph.serve.server import Server
from graph.words.speak import Speaker

FILES = {"/": b"<p>page</p>", "/network.html": b"<p>raw</p>", "/network.graphml": b"<graphml/>"}


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on a free port, with three files."""
    with open_server(0) as server:
        server.site.put(FILES, "v1")
        yield server


def ask(
    server: Server, path: str, method: str = "GET", **headers: str
) -> tuple[int, bytes, http.client.HTTPMessage]:
    """Send one request: the status, the body and the headers of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        if value:
            connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, answer.read(), answer.headers
    connection.close()
    return found


@pytest.mark.parametrize(("path", "content"), FILES.items())
def test_each_output_is_served_as_it_is(server: Server, path: str, content: bytes) -> None:
    """Byte for byte, and by HEAD its size alone."""
    assert ask(server, path)[:2] == (200, content)
    status, body, headers = ask(server, path, "HEAD")
    assert (status, body, headers["Content-Length"]) == (200, b"", str(len(content)))


PATHS = [
    *("/entities.yaml", "/seeds/", "/output", "/..", "/../entities.yaml", "//etc/passwd"),
    *("/%2e%2e/entities.yaml", "/network.html/", "/network.html%00", "/NETWORK.HTML"),
    *("/./network.html", "\\network.html", "network.html", "*"),
]


@pytest.mark.parametrize("path", PATHS)
def test_there_is_nothing_but_the_outputs(server: Server, path: str) -> None:
    """A path is looked up among the outputs, and never in a folder."""
    assert ask(server, path)[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"])
def test_it_only_shows(server: Server, method: str) -> None:
    """Any method but two is refused, with those two named."""
    status, _, headers = ask(server, "/", method)

    assert (status, headers["Allow"]) == (405, "GET, HEAD")


FOREIGN = [
    *("", "kust.example", "127.0.0.1", "127.0.0.1:1", "localhost", "localhost.kust.example:{port}"),
    *("127.0.0.1:{port}.kust.example", "user@127.0.0.1:{port}", "0.0.0.0:{port}", "[::1]:{port}"),
    "127.0.0.1:{port}, kust.example",
]


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", ["/", "/changes", "/nothing"])
def test_a_request_for_another_host_is_refused(server: Server, host: str, path: str) -> None:
    """A name that a stranger lets lead here is not the name of this server (DNS rebinding)."""
    status, body, _ = ask(server, path, Host=host.format(port=server.server_port))

    assert status == 403
    assert b"page" not in body


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LocalHost:{port}"])
def test_a_request_for_this_host_is_answered(server: Server, host: str) -> None:
    """By number and by name."""
    assert ask(server, "/", Host=host.format(port=server.server_port))[0] == 200


def test_answers_are_for_this_page_alone(server: Server) -> None:
    """Nobody stores, frames, guesses at or embeds them."""
    _, _, headers = ask(server, "/")

    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Server"] == "collabgraph"


def test_it_listens_to_this_computer_alone(server: Server) -> None:
    """Only the loopback address is bound."""
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_changes_are_told_as_they_come(server: Server) -> None:
    """The version at once, then each other one; the same again is none; it ends with the server."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request("GET", "/changes")
    answer = connection.getresponse()

    assert answer.headers["Content-Type"] == "text/event-stream"
    assert [answer.readline(), answer.readline()] == [b"data: v1\n", b"\n"]
    server.site.put(FILES, "v1")
    server.site.put(FILES, "v2")
    assert [answer.readline(), answer.readline()] == [b"data: v2\n", b"\n"]
    server.site.close()
    assert answer.read() == b""
    connection.close()


def test_a_browser_may_go_away(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Half a request, and an answer that nobody waits for, stop nothing and say nothing."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as half:
        half.sendall(b"GET / HT")
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as gone:
        host = f"127.0.0.1:{server.server_port}".encode()
        gone.sendall(b"GET /changes HTTP/1.1\r\nHost: " + host + b"\r\n\r\n")

    server.site.put(FILES, "v2")

    assert ask(server, "/")[0] == 200
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "raw", [b"\r\n", b"nonsense\r\n\r\n", b"GET /\r\n\r\n", b"GET " + b"a" * 70000, b"\xff\x00\r\n"]
)
def test_what_is_no_request_is_refused(server: Server, raw: bytes) -> None:
    """Nothing of the page is shown, and the next request is answered."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as connection:
        connection.sendall(raw)
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))

    assert b"<p>page</p>" not in answer
    assert ask(server, "/")[0] == 200


def test_a_port_that_is_taken(server: Server) -> None:
    """It is named, with what to do."""
    with pytest.raises(ServeError) as caught, open_server(server.server_port):
        pass

    said = caught.value.say(Speaker("en"))
    assert said.startswith(f"port {server.server_port} cannot be used: ")
    assert said.endswith("; choose another with --port, or leave it out")


def test_no_port() -> None:
    """A number that no port has."""
    with pytest.raises(ServeError) as caught, open_server(70000):
        pass

    assert caught.value.say(Speaker("nl")).startswith("70000 is geen poort, ")


def test_many_at_once(server: Server) -> None:
    """Pages that wait keep nobody from being answered."""
    waiting = [
        http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20) for _ in range(20)
    ]
    for connection in waiting:
        connection.request("GET", "/changes")

    asked = [Thread(target=ask, args=(server, "/")) for _ in range(20)]
    for thread in asked:
        thread.start()
    for thread in asked:
        thread.join(20)

    assert not any(thread.is_alive() for thread in asked)
    for connection in waiting:
        connection.close()
