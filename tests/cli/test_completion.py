"""Completion in a shell, asked as the shells ask it."""

from pathlib import Path

import pytest
from elsewhere import complete


def test_bash() -> None:
    """bash gets names with their blanks behind backslashes."""
    assert complete("bash", "gem", "collabgraph neighbours gem") == [
        "plain,Gemeente\\ Almere",
        "plain,Gemeente\\ Utrecht",
    ]


def test_commands() -> None:
    """After the name of the program come its commands."""
    assert complete("fish", "ne", "collabgraph ne") == [
        "plain,neighbours\tSay with whom an organisation shares a partnership."
    ]


def test_zsh() -> None:
    """zsh gets names as they are, with the id beside them."""
    assert complete("zsh", "zil", "collabgraph neighbours zil") == [
        "plain",
        "Zilveren Kruis",
        "zilveren-kruis",
    ]


def test_fish() -> None:
    """fish gets names as they are, with the id beside them."""
    assert complete("fish", "ldh", "collabgraph neighbours ldh")[-1] == (
        "plain,Leger des Heils\tleger-des-heils"
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("--region almere --region utrecht-", ["utrecht-midden-nederland", "utrecht-stad"]),
        ("--theme ouder", ["ouderenzorg"]),
        ("--without-role fac", ["facilitator"]),
        ("--source ros", ["ros-transformaties"]),
        ("--certainty me", ["medium"]),
        ("--every", ["--every-region"]),
    ],
)
def test_filters(typed: str, found: list[str]) -> None:
    """What a filter takes completes to the words of its list, of the program and of the data."""
    words = f"collabgraph list ties {typed}"

    assert complete("zsh", typed.split()[-1], words)[1::3] == found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_is_there(shell: str) -> None:
    """Each shell can ask for its script."""
    script = complete(shell, "", "", _COLLABGRAPH_COMPLETE=f"{shell}_source")

    assert any("_COLLABGRAPH_COMPLETE" in line for line in script)


def test_other_data(tmp_path: Path) -> None:
    """Completion follows COLLABGRAPH_DATA; a file that cannot be read completes to nothing."""
    (tmp_path / "e.yaml").write_text(
        "organisations:\n  x: {name: Één, aliases: [{text: twee}, 3, [4]]}\n  y: nothing\n  z: {}\n"
    )

    words = "collabgraph neighbours tw"
    found = complete("bash", "tw", words, COLLABGRAPH_DATA=str(tmp_path / "e.yaml"))
    none = complete("bash", "tw", words, COLLABGRAPH_DATA=str(tmp_path / "none.yaml"))

    assert found == ["plain,Één"]
    assert none == [""]
    words = "collabgraph list ties --theme jeu"
    none = complete("bash", "jeu", words, COLLABGRAPH_DATA=str(tmp_path / "none.yaml"))
    assert none == ["plain,jeugd"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("collabgraph list kin", ["kinds"]),
        ("collabgraph list ties --sort new", ["newman"]),
        ("collabgraph list sources --sort w", []),
        ("collabgraph metrics --sort with", ["with_others"]),
        ("collabgraph list partnerships --without-type gem", ["gemeente"]),
        ("collabgraph check --ignore w406", ["W406"]),
        ("collabgraph show bestuurst", ["bestuurstafel-gezond-utrecht", "bestuurstafel-2020"]),
        ("collabgraph show ouder", ["ouderenzorg"]),
        ("collabgraph show almere", ["almere"]),
        ("collabgraph compare reg", ["region="]),
        ("collabgraph compare fo", ["fold"]),
        ("collabgraph compare region=alm", ["region=almere"]),
        ("collabgraph compare region=almere,dre", ["region=almere,drenthe"]),
        ("collabgraph compare region=almere;kind=best", ["region=almere;kind=bestuurstafel"]),
        ("collabgraph compare region=almere kind=best", ["kind=bestuurstafel"]),
        ("collabgraph compare certainty=h", []),
        ("collabgraph import --usual-kind best", ["bestuurstafel"]),
        ("collabgraph list ties --format js", ["json", "jsonl"]),
    ],
)
def test_values(words: str, found: list[str]) -> None:
    """Every value that is known completes, in each shell the same."""
    typed = words.split()[-1]
    fish = complete("fish", typed, words)

    assert complete("zsh", typed, words)[1::3] == found
    assert [line.split(",", 1)[1].split("\t")[0] for line in fish if line] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("collabgraph compare region = alm", ["plain,almere"]),
        ("collabgraph compare region = almere,dre", ["plain,almere,drenthe"]),
        ("collabgraph list ties --region = alm", ["plain,almere"]),
        ("collabgraph list ties --region = alm --theme = ouder", ["plain,ouderenzorg"]),
    ],
)
def test_bash_takes_an_equals_sign_for_a_word(words: str, found: list[str]) -> None:
    """So it hands over three words, and replaces the last alone."""
    assert complete("bash", words.split()[-1], words) == found


def test_data_that_are_named_on_the_line(tmp_path: Path) -> None:
    """Completion takes names from the file that `--data` names, also before a filter."""
    (tmp_path / "e.yaml").write_text("vocab:\n  themes:\n    zeewier: {nl: Zeewier}\n")
    words = f"collabgraph list ties --data {tmp_path / 'e.yaml'} --theme zee"

    assert complete("bash", "zee", words) == ["plain,zeewier"]


def test_files_and_folders() -> None:
    """The shell offers these itself."""
    assert complete("fish", "x", "collabgraph check --data x") == ["file,x"]
    assert complete("fish", "x", "collabgraph report --output x") == ["file,x"]
    assert complete("fish", "x", "collabgraph check --originals x") == ["dir,x"]
    assert complete("fish", "x", "collabgraph build --output x") == ["dir,x"]
