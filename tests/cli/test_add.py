"""`add`: a document is registered, and nothing else in the data file changes."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from read.made import HTML, make_docx, make_pdf

Run = Callable[..., Result]


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was just started."""
    monkeypatch.chdir(tmp_path)
    assert run("init", "--language", "nl").exit_code == 0
    return tmp_path


def list_new(project: Path, before: bytes) -> list[str]:
    """The lines that came into the data file; it fails where any other byte changed."""
    after = (project / "entities.yaml").read_bytes()
    start = next(n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
    start = before.rfind(b"\n", 0, start) + 1
    length = len(after) - len(before)
    assert after[:start] + after[start + length :] == before
    return after[start : start + length].decode().splitlines()


def test_a_text_in_the_folder_stays_where_it_is(run: Run, project: Path) -> None:
    """What is given is written down, and a title that nobody gave is that of the document."""
    before = (project / "entities.yaml").read_bytes()
    page = project / "documents" / "Mijn Bericht.md"
    page.write_text("# Samen: één poli\n\nZorggroep Zilt begon.\n", encoding="utf-8")

    result = run("add", "documents/Mijn Bericht.md", "--publisher", "De Krant", "--date", "2024-05")

    assert (result.exit_code, result.output) == (
        0,
        "added mijn-bericht: documents/Mijn Bericht.md, 3 lines\n",
    )
    assert list_new(project, before) == [
        "  mijn-bericht:",
        "    file: documents/Mijn Bericht.md",
        "    original:",
        "      file: Mijn Bericht.md",
        f"      sha256: {sha256(page.read_bytes()).hexdigest()}",
        '      title: "Samen: één poli"',
        "      publisher: De Krant",
        '      date: "2024-05"',
    ]
    assert run("check", "--originals", "documents").exit_code == 0


def test_a_text_from_elsewhere_is_taken_along(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Byte for byte; a name that is there already gets a number."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "stevig-op-de-been.md"
    elsewhere.write_bytes(b"# Een\r\n\r\nAnder verhaal.\r\n")

    result = run("add", str(elsewhere))

    copied = project / "documents" / "stevig-op-de-been-2.md"
    assert result.output == f"added {copied.stem}: documents/{copied.name}, 3 lines\n"
    assert copied.read_bytes() == elsewhere.read_bytes()


def test_a_pdf_is_written_out_with_its_pages(run: Run, project: Path) -> None:
    """A line can be cited, and the heading above it says on which page it stands."""
    data = make_pdf([["Voorwoord"], ["Zorggroep Zilt begon"]], roman=1)
    (project / "x.pdf").write_bytes(data)

    result = run("add", "x.pdf", "--title", "Verslag")

    assert result.output == "added x: documents/x.md, 9 lines\n"
    assert (project / "documents" / "x.md").read_text(encoding="utf-8") == (
        "# Verslag\n\n## pagina 1 (gedrukt: i)\n\nVoorwoord\n\n"
        "## pagina 2 (gedrukt: 1)\n\nZorggroep Zilt begon\n"
    )
    assert sha256(data).hexdigest() in (project / "entities.yaml").read_text(encoding="utf-8")
    assert run("check").exit_code == 0


def test_other_kinds_are_written_out_by_paragraph(run: Run, project: Path) -> None:
    """Of Word and of the web; each paragraph is a line of its own."""
    (project / "a.docx").write_bytes(make_docx("Eerste alinea.", "Tweede."))
    (project / "b.html").write_text(HTML, encoding="utf-8")

    assert run("add", "a.docx", "--title", "Brief").exit_code == 0
    assert run("add", "b.html").exit_code == 0

    word = (project / "documents" / "a.md").read_text(encoding="utf-8")
    web = (project / "documents" / "b.md").read_text(encoding="utf-8")
    assert word == "# Brief\n\nEerste alinea.\n\nTweede.\n"
    assert web.startswith("# Samen in Zilt\n\n")
    assert "title: Samen in Zilt\n" in (project / "entities.yaml").read_text(encoding="utf-8")


def test_several_are_registered_at_once(run: Run, project: Path) -> None:
    """All or none: with one that is wrong nothing is written, and every mistake is said."""
    for name in ("a", "b"):
        (project / f"{name}.md").write_text(f"# Titel {name}\n", encoding="utf-8")
    (project / "c.pdf").write_bytes(make_pdf([[]]))
    before = (project / "entities.yaml").read_bytes()

    wrong = run("add", "a.md", "c.pdf", "none.md")
    unchanged = (project / "entities.yaml").read_bytes()
    right = run("add", "a.md", "b.md")

    assert wrong.exit_code == 1
    assert wrong.stderr == (
        "Error: c.pdf: it holds images alone, run text recognition (OCR) on it first\n"
        "none.md: no such file\n"
    )
    assert unchanged == before
    assert right.output == "added a: a.md, 1 line\nadded b: b.md, 1 line\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["a.md", "again.md"], 1, "again.md: this document is registered already, as 'a'\n"),
        (["untitled.txt"], 1, "untitled.txt: this document does not say what it is called, "),
        (["a.md", "--date", "mei"], 1, "'date': "),
        (["a.md", "--url", "ftp://x"], 1, "'url': "),
        (["a.md", "again.md", "--title", "x"], 2, "--title, --publisher, --date and --url go with"),
        (["a.md", "--data", "none.yaml"], 1, "none.yaml: no such file, start a project with"),
    ],
)
def test_what_cannot_be_registered(
    run: Run, project: Path, arguments: list[str], code: int, said: str
) -> None:
    """One clear sentence, and the data file as it was."""
    (project / "a.md").write_text("# A\n", encoding="utf-8")
    (project / "again.md").write_text("# A\n", encoding="utf-8")
    (project / "untitled.txt").write_text("tekst\n", encoding="utf-8")
    before = (project / "entities.yaml").read_bytes()

    result = run("add", *arguments)

    assert result.exit_code == code
    assert said in result.stderr
    assert (project / "entities.yaml").read_bytes() == before


def test_what_looks_like_a_marker_is_none(run: Run, project: Path) -> None:
    """A document whose paragraphs open with '[r. 3]' is no digest."""
    (project / "a.docx").write_bytes(make_docx("[r. 3] Eerste.", "[rest] Tweede.", "[Regel 4]"))

    assert run("add", "a.docx", "--title", "Brief").exit_code == 0

    written = (project / "documents" / "a.md").read_text(encoding="utf-8")
    assert written == "# Brief\n\n\\[r. 3] Eerste.\n\n[rest] Tweede.\n\n\\[Regel 4]\n"
    assert run("check").exit_code == 0


def test_a_change_by_somebody_else_is_not_lost(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the data file changed while `add` was asking, nothing is written."""
    (project / "a.md").write_text("# A\n", encoding="utf-8")
    data = project / "entities.yaml"
    changed = data.read_bytes() + b"# van iemand anders\n"

    def answer(*given: object, **settings: object) -> str:
        data.write_bytes(changed)
        return ""

    monkeypatch.setattr("graph.cli.add.is_terminal", lambda: True)
    monkeypatch.setattr("click.prompt", answer)
    result = run("add", "a.md", "--title", "A")

    assert result.exit_code == 1
    assert "entities.yaml: somebody changed it meanwhile, nothing was written" in result.stderr
    assert data.read_bytes() == changed


def test_on_a_terminal_it_asks(project: Path) -> None:
    """For what was not given, with what the document says of itself as the answer of Enter."""
    (project / "b.html").write_text(HTML, encoding="utf-8")
    before = (project / "entities.yaml").read_bytes()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "graph", "add", "b.html", "--title", "Poli"],
        cwd=project, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLLABGRAPH_LANGUAGE": "nl"},
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, b"\n2024\n\n")
    shown = b""
    try:
        while part := os.read(ours, 1024):
            shown += part
    except OSError:  # how a terminal says that nobody is there any more
        pass
    os.close(ours)

    assert process.wait() == 0, shown
    assert "Uitgever (leeg als die onbekend is) [De Kustkrant]" in shown.decode()
    assert list_new(project, before)[-4:] == [
        "      title: Poli",
        "      publisher: De Kustkrant",
        '      date: "2024"',
        "      url: https://kustkrant.example/samen",
    ]
