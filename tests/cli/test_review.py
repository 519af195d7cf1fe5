"""`review` on a terminal of its own: keys, stops, narrow screens, and what is left in the files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.terminal import Terminal
from click.testing import Result
from desk.made import DATA, make_project, organisation, partnership

from graph.desk.judgements import load_judgements
from graph.desk.proposal import Proposal
from graph.desk.proposals import write_proposals
from graph.read.load import load_document

Run = Callable[..., Result]

ASKED = "[q] quit"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one organisation and one document."""
    make_project(tmp_path)
    return tmp_path


def propose(folder: Path, *proposals: Proposal) -> None:
    """Lay proposals beside the data file."""
    (folder / "proposals.yaml").write_bytes(write_proposals(proposals))


def review(folder: Path, *more: str, columns: int = 80) -> Terminal:
    """Start a review by Ada."""
    return Terminal("review", "--by", "Ada", *more, folder=folder, columns=columns)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a project."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_hundred_cards(folder: Path) -> None:
    """A key a card; the data hold just what was accepted, and every other byte is as it was."""
    names = [f"Zorgboerderij Nummer {place}a" for place in range(100)]
    page = folder / "documents" / "wondzorg.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "".join(f"\n{name} doet mee.\n" for name in names),
        encoding="utf-8",
    )
    propose(
        folder,
        *(
            organisation(name, quote=f"{name} doet mee", line=7 + 2 * place, score=100 - place)
            for place, name in enumerate(names)
        ),
    )
    keys = ["a", "r", "u", "s", "a"] * 20

    with review(folder) as terminal:
        for place, key in enumerate(keys):
            shown = terminal.wait_for(ASKED)
            assert f"{100 - place} to go · organisation: {names[place]}" in shown
            assert f"»{names[place]} doet mee«" in shown
            terminal.press(key)
        code, shown = terminal.end()

    assert code == 0
    assert shown.endswith(
        "No further cards.\n"
        "accepted 40, rejected 20, unsure 20, skipped 20, taken back 0; 0 to go\n"
    )
    entries = "".join(
        f"  zorgboerderij-nummer-{place}a:\n"
        f"    name: Zorgboerderij Nummer {place}a\n"
        "    type: eerstelijn\n"
        for place in range(100)
        if place % 5 in (0, 4)
    )
    written = (folder / "entities.yaml").read_text(encoding="utf-8")
    assert written == DATA.replace("    type: ziekenhuis\n", f"    type: ziekenhuis\n{entries}")
    judged = load_judgements(folder / "judgements.yaml", load_document(folder / "entities.yaml"))
    wanted = {"a": "accept", "r": "reject", "u": "unsure"}
    assert [(one.name, one.verdict, one.by, one.date) for one in judged] == [
        (name, wanted[key], "Ada", "2026-03-01")
        for name, key in zip(names, keys, strict=True)
        if key != "s"
    ]


def test_it_goes_on_where_one_stopped(folder: Path) -> None:
    """What was decided is not asked again; who stops loses nothing."""
    propose(folder, organisation(score=2), organisation("Thuiszorg Het Duin", score=1))
    with review(folder) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("a")
        assert "Thuiszorg Het Duin" in terminal.wait_for(ASKED)
        terminal.press("q")
        code, shown = terminal.end()

    assert code == 0
    assert shown.strip() == ("accepted 1, rejected 0, unsure 0, skipped 0, taken back 0; 1 to go")
    with review(folder) as terminal:
        assert "1 to go · organisation: Thuiszorg Het Duin" in terminal.wait_for(ASKED)


@pytest.mark.parametrize("place", range(3))
def test_ctrl_c_at_any_card_keeps_what_was_decided(place: int, folder: Path) -> None:
    """It ends with the code of Ctrl-C; no file is half-written, no lock is left."""
    names = ["Huisartsengroep Zandmeer", "Thuiszorg Het Duin", "Gemeente Zandmeer"]
    propose(folder, *(organisation(name, score=9 - n) for n, name in enumerate(names)))
    with review(folder) as terminal:
        for _ in range(place):
            terminal.wait_for(ASKED)
            terminal.press("r")
        terminal.wait_for(ASKED)
        before = files(folder)
        terminal.press("\x03")
        code, shown = terminal.end()

    assert code == 130
    assert f"rejected {place}," in shown
    assert f"{3 - place} to go" in shown
    assert "Traceback" not in shown
    assert files(folder) == before


def test_ctrl_d_and_a_closed_window_stop_as_well(folder: Path) -> None:
    """The first as quitting does, the second as for any program."""
    propose(folder, organisation())
    before = files(folder)
    with review(folder) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("\x04")
        assert terminal.end()[0] == 0
    with review(folder) as terminal:
        terminal.wait_for(ASKED)
        terminal.stop()
        code, shown = terminal.end()
        assert (code, "Traceback" in shown) == (129, False)
    assert files(folder) == before


def test_without_a_terminal_it_says_so(run: Run, folder: Path) -> None:
    """In a pipe nobody presses a key."""
    done = run("review", "--data", folder / "entities.yaml", "--by", "Ada")

    assert done.exit_code == 2
    assert "review asks on a terminal, and here is none" in done.stderr


def test_the_difference_is_shown_first(folder: Path) -> None:
    """And nothing is written by it; certainty turns, and is what is accepted."""
    propose(folder, partnership(), organisation())
    with review(folder) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("a")
        terminal.wait_for(ASKED)
        terminal.press("d")
        shown = terminal.wait_for(ASKED)
        assert "-partnerships: {}\n+partnerships:\n+  wondpoli:\n" in shown
        assert "wondpoli:" not in (folder / "entities.yaml").read_text(encoding="utf-8")
        for certainty in ("high", "medium", "low", "high"):
            terminal.press("c")
            assert f"certainty: {certainty}" in terminal.wait_for(ASKED)
        terminal.press("a")
        terminal.end()

    assert "    certainty: high\n" in (folder / "entities.yaml").read_text(encoding="utf-8")


def test_a_card_is_edited_in_an_editor(folder: Path) -> None:
    """What comes back is shown, and accepted only then; what is no entry is refused."""
    propose(folder, organisation())
    editor = folder / "editor.sh"
    editor.write_text(
        "#!/bin/sh\nsed -i 's/type: eerstelijn/type: ouderenzorg/; s/^  huis.*:/  hz:/' \"$1\"\n"
    )
    editor.chmod(0o755)
    with Terminal(
        "review", "--by", "Ada", folder=folder, settings={"EDITOR": str(editor)}
    ) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("e")
        assert "hz:\n      name: Huisartsengroep Zandmeer\n      type: ouderenzorg" in (
            terminal.wait_for(ASKED)
        )
        editor.write_text('#!/bin/sh\nsleep 1.1\necho nothing > "$1"\n')
        terminal.press("e")
        assert "not done: there is no entry in it" in terminal.wait_for(ASKED)
        terminal.press("s")
        terminal.end()

    assert (folder / "entities.yaml").read_text(encoding="utf-8") == DATA


def test_a_card_is_edited_field_by_field(folder: Path) -> None:
    """Enter keeps, a hyphen takes away; what is refused can be changed further."""
    record = {"name": "Huisartsengroep Zandmeer", "type": ["ggd"], "aliases": ["HZ"], "note": "x"}
    propose(folder, organisation(record=record))
    with review(folder) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("e")  # there is no editor
        for asked, answer in (
            ("id [huisartsengroep-zandmeer]: ", "hz"),
            ("name [Huisartsengroep Zandmeer]: ", ""),
            ("type [ggd]: ", "eerstelijn, ouderenzorg"),
            ("aliases [HZ]: ", "-"),
            ("note [x]: ", "Bekend"),
        ):
            terminal.wait_for(asked)
            terminal.type(answer)
        assert "type: eerstelijn, ouderenzorg" in terminal.wait_for(ASKED)
        terminal.press("a")
        assert "not done: entities.yaml:" in terminal.wait_for(ASKED)
        terminal.press("f")  # what was changed is still there
        for asked, answer in (("id [hz]: ", ""), ("Zandmeer]: ", ""), ("type [eer", "eerstelijn")):
            terminal.wait_for(asked)
            terminal.type(answer)
        terminal.wait_for("note [Bekend]: ")
        terminal.type("")
        assert "type: eerstelijn\n" in terminal.wait_for(ASKED)
        terminal.press("a")
        assert terminal.end()[0] == 0

    written = (folder / "entities.yaml").read_text(encoding="utf-8")
    assert (
        "  hz:\n    name: Huisartsengroep Zandmeer\n    type: eerstelijn\n    note: Bekend\n"
    ) in written


def test_ctrl_c_in_a_question_goes_back_to_the_card(folder: Path) -> None:
    """Nothing is changed, and the keys are there again."""
    propose(folder, organisation())
    with review(folder) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("f")
        terminal.wait_for("id [huisartsengroep-zandmeer]: ")
        terminal.type("\x03")
        terminal.wait_for(ASKED)
        terminal.press("r")
        code, shown = terminal.end()

    assert (code, "rejected: Huisartsengroep Zandmeer" in shown) == (0, True)


def test_a_blind_reader_has_no_key_that_shows_the_data(folder: Path) -> None:
    """No difference and no editing; what is judged stands in a file of its own."""
    propose(folder, organisation())
    with review(folder, "--blind") as terminal:
        shown = terminal.wait_for(ASKED)
        terminal.press("d")
        assert "---" not in terminal.wait_for(ASKED)
        terminal.press("a")
        assert terminal.end()[0] == 0

    assert "[d]" not in shown
    assert "[e]" not in shown
    assert (folder / "entities.yaml").read_text(encoding="utf-8") == DATA
    assert (folder / "judgements-ada.yaml").exists()
    assert not (folder / "judgements.yaml").exists()


def test_a_digit_takes_a_name_for_the_one_it_looks_like(folder: Path) -> None:
    """The card says which; the name becomes an alias there."""
    propose(folder, organisation("wondpoli", near=("ziekenhuis-de-vuurbaak",)))
    with review(folder) as terminal:
        shown = terminal.wait_for(ASKED)
        assert "[1] looks like Ziekenhuis De Vuurbaak (ziekenhuis-de-vuurbaak)" in shown
        terminal.press("2")
        terminal.wait_for(ASKED)
        terminal.press("1")
        assert terminal.end()[0] == 0

    assert (folder / "entities.yaml").read_text(encoding="utf-8") == DATA.replace(
        "    type: ziekenhuis\n", "    type: ziekenhuis\n    aliases:\n      - wondpoli\n"
    )


def test_two_curators(folder: Path) -> None:
    """The file changed since the card was shown: it is said, the card comes again, all is kept."""
    propose(folder, organisation())
    with review(folder) as terminal:
        terminal.wait_for(ASKED)
        other = DATA.replace("# stond er al", "# van een ander")
        (folder / "entities.yaml").write_text(other, encoding="utf-8")
        terminal.press("a")
        shown = terminal.wait_for(ASKED)
        assert "not done: entities.yaml was changed by somebody else" in shown
        assert "1 to go · organisation: Huisartsengroep Zandmeer" in shown
        terminal.press("a")
        assert terminal.end()[0] == 0

    written = (folder / "entities.yaml").read_text(encoding="utf-8")
    assert "# van een ander\n" in written
    assert "  huisartsengroep-zandmeer:\n" in written


@pytest.mark.parametrize("columns", [1, 20, 37, 300])
def test_a_card_fits_a_narrow_terminal(columns: int, folder: Path) -> None:
    """No line is wider than the terminal, or than 20 columns; a very wide one is not filled."""
    propose(folder, partnership(), organisation("N" * 70))
    with review(folder, columns=columns) as terminal:
        shown = terminal.wait_for("[q]")
        terminal.press("s")
        shown += terminal.wait_for("[q]")

    assert max(map(len, shown.splitlines())) <= max(20, min(columns, 100))


def test_what_a_text_holds_is_shown_and_never_obeyed(folder: Path) -> None:
    """Control characters in a quote, a name, a reason: as escapes, on every line."""
    propose(folder, organisation("GGD\x1b[2J", quote="De \x07 wis\x1b]0;x", reason="\x9b31m\u202e"))
    with review(folder) as terminal:
        shown = terminal.wait_for(ASKED)

    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert "GGD\\x1b[2J" in shown
    assert "\\u202e" in shown


def test_it_speaks_dutch_with_keys_of_its_own(folder: Path) -> None:
    """Weigeren is w, and r is no key there."""
    propose(folder, organisation())
    with review(folder, "--language", "nl") as terminal:
        shown = terminal.wait_for("[s] stoppen")
        assert "nog 1 · organisatie: Huisartsengroep Zandmeer · wondzorg:3" in shown
        terminal.press("r")
        terminal.wait_for("[s] stoppen")
        terminal.press("w")
        code, shown = terminal.end()

    assert code == 0
    assert "geweigerd: Huisartsengroep Zandmeer\nEr zijn geen kaarten meer.\n" in shown


def test_keys_of_a_language_differ() -> None:
    """No two decisions on one key, and no digit: those are for names that look alike."""
    from conftest import ROOT

    for language in ("nl", "en"):
        words = json.loads((ROOT / "graph" / "words" / f"{language}.json").read_text())["desk"]
        keys = words["keys"]
        assert len(set(keys.values())) == len(keys) == len(words["actions"])
        assert all(len(key) == 1 and key.isalpha() for key in keys.values())
        assert keys.keys() == words["actions"].keys()


def test_who_judges_has_to_be_known(folder: Path) -> None:
    """By the option, else by git."""
    propose(folder, organisation())
    nobody = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    with Terminal("review", folder=folder, settings=nobody) as terminal:
        code, shown = terminal.end()
        assert (code, "give a name with --by" in shown) == (2, True)

    known = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "Ben"}
    with Terminal("review", folder=folder, settings=known) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("r")
        terminal.end()
    (one,) = load_judgements(folder / "judgements.yaml", load_document(folder / "entities.yaml"))
    assert one.by == "Ben"
