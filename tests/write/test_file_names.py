"""Names of files that every system takes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.write.file_names import name_files

FORBIDDEN = set('<>:"/\\|?*#^[]') | {chr(n) for n in range(32)}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Gemeente 's-Hertogenbosch", "Gemeente 's-Hertogenbosch"),
        ("Zorg/Welzijn: wie? <b>", "Zorg Welzijn wie b"),
        ("[[Nota]] #1 ^x | y", "Nota 1 x y"),
        ("..", "a"),
        ("  . ", "a"),
        ("", "a"),
        ("\x00\ud800", "a"),
        ("NUL", "_NUL"),
        ("con.txt", "_con.txt"),
        ("LPT9", "_LPT9"),
        ("Constant", "Constant"),
        ("naam.", "naam"),
        ("e\u0301e\u0301n", "één"),
        ("x" * 300, "x" * 120),
        ("é" * 100, "é" * 60),
    ],
)
def test_one_name(name: str, file: str) -> None:
    """Signs that some system or a link refuses go; what is left keeps its letters."""
    assert name_files({"a": name}) == {"a": file}


def test_clashes() -> None:
    """Names that some system takes for one another have their ids behind them, all of them."""
    names = {"a": "GGD", "b": "ggd", "c": "GGD?", "d": "GGD (a)", "e": "GGZ"}

    assert name_files(names) == {
        "a": "GGD (a)",
        "b": "ggd (b)",
        "c": "GGD (c)",
        "d": "GGD (a) (d)",
        "e": "GGZ",
    }


def test_long_ids() -> None:
    """A long id is a short hash, so that a name never grows beyond what a file may have."""
    found = name_files({"a" * 200: "Zorg", "b" * 200: "Zorg"})

    assert {len(file) for file in found.values()} == {len("Zorg (0123456789ab)")}
    assert len(set(found.values())) == 2


@given(st.dictionaries(st.from_regex(r"[a-z0-9]{1,3}", fullmatch=True), st.text(max_size=8)))
def test_any_names(names: dict[str, str]) -> None:
    """Whatever the names, each file is distinct to every system, and none is refused."""
    files = name_files(names)

    assert list(files) == list(names)
    folded = {unicodedata.normalize("NFKC", file).casefold() for file in files.values()}
    assert len(folded) == len(files)
    for file in files.values():
        assert not FORBIDDEN & set(file)
        assert file == file.strip(" .") != ""
        assert len(file.encode()) <= 121
