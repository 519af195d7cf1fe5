"""Build, serve, wait for a change, and again, until somebody stops it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from graph.serve.build import Built
from graph.serve.dress import dress_page
from graph.serve.server import Server
from graph.serve.site import Site, name_version
from graph.serve.watch import stamp_files, wait_for_change
from graph.words.speak import Speaker

PAGE = "network.html"


@contextmanager
def open_server(port: int) -> Iterator[Server]:
    """
    Serve an empty site in a thread of its own, and end it with whoever opened it.

    Args:
        port: Its number; 0 for any that is free.

    Raises:
        ServeError: The port is taken, or there is no such port.
    """
    server = Server(Site(), port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.site.close()
        server.shutdown()
        server.server_close()


def keep_serving(
    site: Site,
    data: Path,
    make: Callable[[], Built],
    *,
    speaker: Speaker,
    pause: Callable[[], None],
    told: Callable[[Built], None],
) -> None:
    """
    Build, and build again whenever the data file or a file that it names changes.

    The outputs of the last build without errors stay; what is wrong since stands above the page.

    Args:
        site: What is served.
        data: The data file.
        make: Builds.
        speaker: Who says on the page what is wrong.
        pause: Waits a moment between two looks at the files; what it raises ends all.
        told: Called with each build.
    """
    files: dict[str, bytes] = {}
    seen = stamp_files([data])
    while True:
        built = make()
        if built.outputs:
            files = {f"/{name}": content for name, content in built.outputs.files.items()}
        _show(site, files, built, speaker)
        told(built)
        seen = stamp_files(built.files) | {file: seen[file] for file in built.files if file in seen}
        wait_for_change(seen, pause)
        seen = stamp_files(seen)


def _show(site: Site, files: dict[str, bytes], built: Built, speaker: Speaker) -> None:
    page = files.get(f"/{PAGE}")
    said = "\n".join((*built.errors, "", *built.warnings))
    version = name_version(page or b"", said.encode("utf-8", "backslashreplace"))
    dressed = dress_page(page, built.errors, built.warnings, version=version, speaker=speaker)
    site.put({**files, "/": dressed}, version)
