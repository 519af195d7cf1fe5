"""Building again and again, and the served page in a browser."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page, Route, expect

from graph.outputs import AS_IT_IS, make_outputs
from graph.pipeline import explore
from graph.select.filters import EVERYTHING
from graph.serve.build import Built, build
from graph.serve.live import keep_serving, open_server
from graph.serve.site import Site
from graph.words.speak import Speaker

ENGLISH = Speaker("en")


class StoppedError(Exception):
    """Somebody stopped the serving."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small data file and its digests."""
    return Path(shutil.copytree(ROOT / "tests/data/kustland", tmp_path / "k")) / "entities.yaml"


def edit(file: Path, old: str, new: str) -> None:
    """Put other words in a file, which must hold the old ones."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def serve(data: Path, steps: list[Callable[[], object]]) -> tuple[Site, list[Built]]:
    """Serve, let one thing happen at each pause, and stop after the last."""
    site, builds, left = Site(), list[Built](), iter(steps)

    def pause() -> None:
        step = next(left, None)
        if step is None:
            raise StoppedError
        step()

    with pytest.raises(StoppedError):
        keep_serving(
            site,
            data,
            partial(build, data, EVERYTHING, AS_IT_IS, ENGLISH),
            speaker=ENGLISH,
            pause=pause,
            told=builds.append,
        )
    return site, builds


def nothing() -> None:
    """Nothing happens."""


def test_the_outputs_are_those_of_build(data: Path) -> None:
    """Byte for byte under their names; only the copy at the root is another."""
    site, (built,) = serve(data, [])
    made = make_outputs(explore(data)).files

    assert built.errors == ()
    assert {name: site.find(f"/{name}") for name in made} == made
    assert site.find("/") != made["network.html"]


def test_a_change_of_the_data_or_of_a_document_builds_again(data: Path) -> None:
    """Once each, however many saves; a file that no source names does not count."""
    (digest, *_) = sorted((data.parent / "seeds").glob("*.md"))
    title = "Samenwerking in Kustland"
    _, builds = serve(
        data,
        [
            *(lambda: edit(data, title, "Een"), lambda: edit(data, "title: Een", "title: Twee")),
            nothing,
            lambda: data.with_name("notes.txt").write_text("x", encoding="utf-8"),
            nothing,
            lambda: digest.write_bytes(digest.read_bytes() + b"\n"),
            nothing,
        ],
    )

    assert len(builds) == 3
    assert all(built.outputs for built in builds)
    assert builds[1].outputs
    assert b"Twee" in builds[1].outputs.files["network.html"]


BROKEN = {
    "a rule": ("title: Samen", "titel: Samen", "entities.yaml:3: error E205: "),
    "the form of YAML": ("title: Samen", "\ttitle: Samen", "entities.yaml:3: "),
}


@pytest.mark.parametrize(("old", "new", "said"), BROKEN.values(), ids=list(BROKEN))
def test_the_last_good_page_stays_below_what_is_wrong(
    data: Path, old: str, new: str, said: str
) -> None:
    """Each problem stands in it with its line, and the outputs are those of before."""
    earlier = make_outputs(explore(data)).files
    site, builds = serve(data, [lambda: edit(data, old, new), nothing])
    page = (site.find("/") or b"").decode()

    assert [bool(built.outputs) for built in builds] == [True, False]
    assert said in "\n".join(builds[1].errors)
    assert "to mend; below stands the page as it was before" in page
    assert "Ziekenhuis De Vuurbaak" in page
    assert {name: site.find(f"/{name}") for name in earlier} == earlier


def test_what_is_mended_is_gone(data: Path) -> None:
    """The same data give the same copy, whatever happened between."""
    first, _ = serve(data, [])
    site, builds = serve(
        data,
        [
            *(lambda: edit(data, "title: Samen", "titel: Samen"), nothing),
            *(lambda: edit(data, "titel: Samen", "title: Samen"), nothing),
        ],
    )

    assert [len(built.errors) > 0 for built in builds] == [False, True, False]
    assert site.find("/") == first.find("/")


def test_a_file_that_is_taken_away_and_comes_back(data: Path) -> None:
    """Its absence is a problem, and its coming is seen."""
    away = data.with_suffix(".away")
    _, builds = serve(
        data,
        [lambda: data.rename(away), nothing, lambda: away.rename(data), nothing],
    )

    assert [bool(built.outputs) for built in builds] == [True, False, True]
    assert "entities.yaml" in builds[1].errors[0]


def test_before_the_first_good_build_there_is_an_empty_page(data: Path) -> None:
    """It says what is wrong, and waits as the page does."""
    edit(data, "title: Samen", "titel: Samen")
    site, _ = serve(data, [])
    page = (site.find("/") or b"").decode()

    assert "to mend before there is a page" in page
    assert "EventSource" in page
    assert site.find("/network.html") is None


def test_output_is_written_too(data: Path, tmp_path: Path) -> None:
    """Into a folder, as `build` writes it; not while there is a problem."""
    output = tmp_path / "output"
    build(data, EVERYTHING, AS_IT_IS, ENGLISH, output)
    made = make_outputs(explore(data)).files
    edit(data, "title: Samen", "titel: Samen")
    build(data, EVERYTHING, AS_IT_IS, ENGLISH, output)

    assert {name: (output / name).read_bytes() for name in made} == made


@pytest.fixture
def served(data: Path) -> Iterator[str]:
    """The address of the data, served while a test changes them."""
    stop = Event()

    def pause() -> None:
        if stop.wait(0.05):
            raise StoppedError

    def run(site: Site, ready: Callable[[Built], None]) -> None:
        with suppress(StoppedError):
            keep_serving(
                site,
                data,
                partial(build, data, EVERYTHING, AS_IT_IS, ENGLISH),
                speaker=ENGLISH,
                pause=pause,
                told=ready,
            )

    with open_server(0) as server:
        built = Event()
        thread = Thread(target=run, args=(server.site, lambda _: built.set()))
        thread.start()
        try:
            assert built.wait(60)
            yield server.address
        finally:
            stop.set()
            thread.join(60)


@pytest.fixture
def window(chromium: Browser, served: str) -> Iterator[Page]:
    """The served page in a browser that reaches this server and nothing else."""
    context = chromium.new_context()
    page = context.new_page()
    trouble: list[str] = []
    elsewhere: list[str] = []

    def watch(route: Route) -> None:
        if route.request.url.startswith((served, "data:")):
            route.continue_()
        else:
            elsewhere.append(route.request.url)
            route.abort()

    context.route("**/*", watch)
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(f"{served}#organisation=gemeente-zandmeer")
    yield page
    context.close()
    assert (trouble, elsewhere) == ([], [])


def test_the_page_follows_the_data(window: Page, data: Path) -> None:
    """It loads itself anew, where the reader was; nothing is asked of anybody else."""
    expect(window.locator("#panel")).to_contain_text("Gemeente Zandmeer")

    edit(data, "name: Gemeente Zandmeer", "name: Gemeente Zandmeer aan Zee")

    expect(window.locator("#panel")).to_contain_text("Gemeente Zandmeer aan Zee", timeout=60_000)
    assert window.url.endswith("#organisation=gemeente-zandmeer")


def test_a_problem_stands_in_the_page_until_it_is_mended(window: Page, data: Path) -> None:
    """With its line, above the last good page, which still answers; then it is gone."""
    problems = window.locator("#served > ul")
    expect(problems).to_have_count(0)

    edit(data, "title: Samen", "titel: Samen")

    expect(problems).to_contain_text("entities.yaml:3: error E205: ", timeout=60_000)
    expect(window.locator("#panel")).to_contain_text("Gemeente Zandmeer")

    edit(data, "titel: Samen", "title: Samen")

    expect(problems).to_have_count(0, timeout=60_000)


def test_only_the_served_copy_waits(window: Page) -> None:
    """The file itself holds nothing of it, and opens beside it with a policy that forbids it."""
    window.goto(window.url.split("#")[0] + "network.html")

    assert window.evaluate("typeof EventSource") == "function"
    assert window.locator("script[data-version]").count() == 0
    assert "connect-src 'none'" in (
        window.locator("meta[http-equiv]").first.get_attribute("content") or ""
    )
