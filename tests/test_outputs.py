"""What `build` makes, and how it can be asked for."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from graph.outputs import Wishes, make_outputs
from graph.pipeline import explore
from graph.write.zip import zip_files

Run = Callable[..., Any]


def test_zip_holds_the_page() -> None:
    """The zip holds the page and nothing else, and is the same bytes every time."""
    packed = zip_files({"network.html": b"<!doctype html>"})

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["network.html"]
        assert archive.read("network.html") == b"<!doctype html>"
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
    assert zip_files({"network.html": b"<!doctype html>"}) == packed


def test_build_with_a_zip(run: Run, tmp_path: Path) -> None:
    """`build --zip` writes a fourth file, with the page as it is written beside it."""
    result = run("build", "--output", str(tmp_path), "--zip")

    assert (result.exit_code, result.stderr) == (0, "")
    with zipfile.ZipFile(tmp_path / "network.zip") as archive:
        assert archive.read("network.html") == (tmp_path / "network.html").read_bytes()
    assert (tmp_path / "network.zip").stat().st_size < 270_000


def test_build_from_an_earlier_page(run: Run, tmp_path: Path) -> None:
    """`build --keep-positions` takes the page that it replaces, and changes nothing in vain."""
    run("build", "--output", str(tmp_path))
    page = tmp_path / "network.html"
    before = page.read_bytes()

    result = run("build", "--output", str(tmp_path), "--keep-positions", str(page))

    assert result.exit_code == 0
    assert page.read_bytes() == before


def test_build_from_what_is_no_page(run: Run, tmp_path: Path) -> None:
    """What is no earlier page is an error in one line, and nothing is written."""
    missing = tmp_path / "weg.html"

    result = run("build", "--output", str(tmp_path / "o"), "--keep-positions", str(missing))

    assert result.stderr == f"Error: {missing}: no such file, name an earlier network.html\n"
    assert result.exit_code == 1
    assert not (tmp_path / "o").exists()


def test_build_with_boundaries(run: Run, tmp_path: Path) -> None:
    """Shapes come in place of tiles; a bad file is an error in one line, and nothing is written."""
    ring = "[[5, 52], [6, 52], [6, 53], [5, 52]]"
    file = tmp_path / "grenzen.json"
    file.write_text(
        '{"type": "FeatureCollection", "features": [{"properties": {"statcode": "GG1106"},'
        f' "geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}]}}'
    )
    output = tmp_path / "o"

    result = run("build", "--output", str(output), "--boundaries", str(file))

    assert (result.exit_code, result.stderr) == (0, "")
    page = (output / "network.html").read_text(encoding="utf-8")
    drawn = page.partition("<body")[2]
    assert "<svg class=shapes" in drawn
    assert "class=tile" not in drawn

    file.write_text('{"type": "FeatureCollection", "features": []}')
    result = run("build", "--output", str(tmp_path / "p"), "--boundaries", str(file))

    assert result.stderr == f"Error: {file}: holds no region with a shape\n"
    assert result.exit_code == 1
    assert not (tmp_path / "p").exists()


def test_build_without_quotes() -> None:
    """Without quotes no quote of the data stands anywhere in the page, and the page says so."""
    explored = explore(ROOT / "entities.yaml")
    names = str([*explored.registry.organisations.values(), explored.registry.sources])
    partnerships = explored.registry.partnerships.values()
    cited = [one.evidence for one in partnerships]
    cited += [one.evidence for table in partnerships for one in table.memberships]
    quotes = {passage.quote for evidence in cited for passage in evidence}

    page = make_outputs(explored, Wishes(quotes=False)).files["network.html"].decode()

    assert len(quotes) > 30
    assert [quote for quote in quotes if quote in page and quote not in names] == []
    assert "De passages zijn uit deze pagina weggelaten" in page
    assert "regel" in page


def test_licence_and_contact(run: Run, tmp_path: Path) -> None:
    """Licence and contact stand in the stamp, as text."""
    run("build", "--output", str(tmp_path), "--licence", "<b>CC BY</b>", "--contact", "a@b.nl")

    page = (tmp_path / "network.html").read_text(encoding="utf-8")
    bare = re.sub(r"</?span[^>]*>", "", page)
    assert "<li>Licentie: <bdi>&lt;b&gt;CC BY&lt;/b&gt;</bdi>" in bare
    assert "<li>Contact: <bdi>a@b.nl</bdi>" in bare


def test_licence_and_contact_of_the_data(run: Run, tmp_path: Path) -> None:
    """What the data say of their licence stands on the page and in GraphML; an option wins."""
    text = (ROOT / "entities.yaml").read_text(encoding="utf-8")
    data = tmp_path / "entities.yaml"
    data.write_text(
        text.replace("\nlanguage: nl\n", "\nlanguage: nl\nlicence: CC BY 4.0\ncontact: Piet\n", 1),
        encoding="utf-8",
    )
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")

    result = run("build", "--data", str(data), "--output", str(tmp_path), "--contact", "Klaas")

    assert (result.exit_code, result.stderr) == (0, "")
    page = (tmp_path / "network.html").read_text(encoding="utf-8")
    assert "<bdi>CC BY 4.0</bdi>" in page
    assert "<bdi>Klaas</bdi>" in page
    assert "Piet" not in page
    graph = (tmp_path / "network.graphml").read_text(encoding="utf-8")
    assert '<data key="g-licence">CC BY 4.0</data>' in graph
    assert '<data key="g-contact">Piet</data>' in graph


def test_build_says_what_the_map_leaves_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond what a map can carry, the terminal says what is drawn and where the rest is."""
    monkeypatch.setattr("graph.page.build.MAP_LIMIT", 20)
    monkeypatch.setattr("graph.page.build.TIE_LIMIT", 30)

    result = run("build", "--output", str(tmp_path))

    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "warning: the map shows the 20 of 26 organisations that take part in most partnerships; "
        "its search and tables hold all",
        "warning: the map shows no more than 30 of 41 ties at once, the strongest and those about "
        "what is chosen; its table of ties holds all",
    ]


def test_a_partnership_too_large_to_draw(run: Run, tmp_path: Path) -> None:
    """A page of more than a million pairs is refused at once, with the partnership to leave out."""
    count = 1_500
    names = [f"o{number}" for number in range(count)]
    (tmp_path / "d.md").write_text("[r. 1] " + " ".join(f"Org {id}." for id in names) + "\n")
    (tmp_path / "e.yaml").write_text(
        "schema: 2\ntitle: Groot\nlanguage: nl\nsources:\n"
        f"  s: {{file: d.md, original: {{file: o, sha256: {'0' * 64}, title: T}}}}\n"
        "organisations:\n"
        + "".join(f"  {id}: {{name: Org {id}, type: ggd}}\n" for id in names)
        + "partnerships:\n  p:\n    name: Grote tafel\n    kind: overleg\n"
        "    members_known: some\n    members:\n"
        + "".join(f"      - org: {id}\n" for id in names)
        + "    evidence:\n      - {source: s, line: 1, quote: Org o0.}\n",
        encoding="utf-8",
    )

    result = run("build", "--data", str(tmp_path / "e.yaml"), "--output", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert result.stderr == (
        "Error: 1124250 pairs of organisations share a partnership, and a page draws at most "
        "1000000; the largest is Grote tafel with 1500 members: leave it out with a filter, or "
        "write the two-mode graph with 'collabgraph export'\n"
    )
    assert not (tmp_path / "out").exists()
