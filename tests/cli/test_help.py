"""Help and refusals of a command line, in Dutch and in English."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import click
import pytest
from click.testing import Result
from elsewhere import complete

from graph.cli import COMMANDS, main
from graph.cli.command import Spoken
from graph.words.store import read_words

Run = Callable[..., Result]

CHECK = """\
Gebruik: collabgraph check [OPTIES] [BESTAND]

  Controleer het gegevensbestand: elke fout en waarschuwing, op volgorde van
  regel.

  Voorbeeld:
    collabgraph check --strict

Opties:
  --data BESTAND      Het gegevensbestand.  [variabele: COLLABGRAPH_DATA;
                      standaard: entities.yaml]
  --strict            Waarschuwingen tellen als fouten.
  --advice            Zeg ook waar je nu naar kunt kijken, het belangrijkste
                      eerst.
  --fix               Herstel wat vanzelf spreekt: toon het verschil, en vraag
                      of het geschreven moet worden.
  --yes               Met --fix: schrijf zonder te vragen.
  --originals MAP     Vergelijk de oorspronkelijke documenten in deze map met
                      hun hash.
  --rejects BESTAND   Schrijf elke afgekeurde rij van de tabellen naar dit CSV-
                      bestand.
  --output MAP        Vergelijk de uitvoer in deze map met de hashes die 'build'
                      ernaast schreef.
  --reviewed          Faal zolang er in proposals.yaml nog een voorstel
                      openstaat.
  --ignore CODE       Laat deze waarschuwing of dit advies weg, met de code.
                      Herhaal voor meer.
  --lines             Toon de regel van elk probleem, met een streep onder de
                      plek; op een terminal gaat dat vanzelf.
  --language [nl|en]  In welke taal; antwoorden komen anders in die van de
                      gegevens.  [variabele: COLLABGRAPH_LANGUAGE]
  --format VORM       Hoe het gezegd wordt; github en sarif zijn voor
                      codeplatforms en editors. Een van: table, json, jsonl,
                      csv, tsv, markdown, github, sarif.  [standaard: table]
  -q, --quiet         Geef alleen het antwoord: geen waarschuwingen, geen
                      voortgang, niet wat er gedaan is.
  -v, --verbose       Zeg ook welke gegevens en taal genomen zijn en
                      waarvandaan, en hoe lang het duurde.
  -h, --help          Toon deze uitleg en stop.
"""


@pytest.fixture
def dutch(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as somebody with a Dutch locale."""
    monkeypatch.delenv("COLLABGRAPH_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    return lambda *arguments: run(*arguments)


WHOLE = click.Context(main, help_option_names=["-h", "--help"])


def list_commands() -> Iterator[Spoken]:
    """The whole, and each command."""
    for command in (main, *(main.get_command(WHOLE, name) for name in COMMANDS)):
        assert isinstance(command, Spoken)
        yield command


def list_keys(command: Spoken) -> Iterator[str]:
    """The flag of each option, as a key."""
    for option in command.get_params(click.Context(command, parent=WHOLE)):
        if isinstance(option, click.Option) and not option.hidden:
            yield max(option.opts, key=len).lstrip("-").replace("-", "_")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_and_option_has_its_help(language: str) -> None:
    """What is shown has a text of its own or one that it shares, and no text is left over."""
    texts: Mapping[str, Any] = read_words(language)["help"]
    shared, own, missing = set[str](), set[str](), []
    for command in list_commands():
        mine = texts[str(command.name)]
        own |= {f"{command.name}.about"}
        own |= {f"{command.name}.short"} if command.name in COMMANDS else set()
        for key in list_keys(command):
            if key in mine:
                own.add(f"{command.name}.{key}")
            elif key in texts["options"]:
                shared.add(key)
            else:
                missing.append((command.name, key))

    there = {f"{name}.{key}" for name in (*COMMANDS, "collabgraph") for key in texts[name]}
    assert missing == []
    assert there - own == set()
    assert texts["options"].keys() - shared == set()


def test_help_in_dutch(dutch: Run, run: Run) -> None:
    """What a command does, takes and shows by itself is said in Dutch, in click's words too."""
    assert dutch("check", "--help").stdout == CHECK
    assert "Opdrachten:\n  init        Begin een project" in dutch("-h").stdout
    assert "Toon deze uitleg" not in run("check", "--help", "--language", "en").stdout
    assert "Herhaal voor meer." in dutch("why", "--help").stdout
    assert "Een van: name, undertakings," in " ".join(dutch("metrics", "-h").stdout.split())


def test_the_option_speaks_wherever_it_stands(run: Run) -> None:
    """Before or behind `--help`, and in a call that cannot be read."""
    assert run("check", "--help", "--language", "nl").stdout == CHECK
    assert run("check", "--language=nl", "-h").stdout == CHECK
    assert "Error" not in run("check", "--languag", "--language", "nl").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["neighbors"], "De opdracht 'neighbors' bestaat niet. Bedoelt u 'neighbours'?"),
        (["xyz"], "De opdracht 'xyz' bestaat niet."),
        (["--vers"], "De optie '--vers' bestaat niet. Bedoelt u '--version'?"),
        (["check", "--dat"], "De optie '--dat' bestaat niet. Bedoelt u '--data' of '--format'?"),
        (["check", "--blue"], "De optie '--blue' bestaat niet."),
        (["neighbours"], "Er ontbreekt een argument: 'NAAM'."),
        (["export"], "Er ontbreekt een argument: 'VORM'. Kies uit:"),
        (["check", "--data"], "De optie '--data' heeft een waarde nodig."),
        (["check", "--strict=1"], "De optie '--strict' neemt geen waarde."),
        (["check", "een", "twee"], "Eén argument te veel (twee)"),
        (["check", "een", "twee", "drie"], "Te veel argumenten (twee drie)"),
        (
            ["metrics", "--format", "pdf"],
            "Ongeldige waarde voor '--format': 'pdf' is niet een van 'table', 'json', 'jsonl', "
            "'csv', 'tsv', 'markdown'.",
        ),
        (
            ["list", "ties", "--min-weight", "0"],
            "Ongeldige waarde voor '--min-weight': 0 is te weinig, gebruik 1 of meer.",
        ),
        (
            ["list", "ties", "--min-weight", "x"],
            "Ongeldige waarde voor '--min-weight': 'x' is geen geheel getal.",
        ),
        (
            ["check", "--originals", "nergens"],
            "Ongeldige waarde voor '--originals': De map 'nergens' bestaat niet.",
        ),
        (
            ["check", "--originals", "README.md"],
            "Ongeldige waarde voor '--originals': 'README.md' is een bestand, geen map.",
        ),
        (["why", "elaa", "Elaa"], "'elaa' en 'Elaa' zijn allebei 'Elaa', noem er twee"),
        (["diff"], "noem OUD en NIEUW, of --git REVISIE"),
        (
            ["export", "json", "--table", "nodes"],
            "--table hoort bij csv en parquet, json heeft één bestand",
        ),
        (["list", "ties", "--no-members"], "--no-members hoort bij 'list partnerships'"),
        (
            ["list", "organisations", "--regions", "a,b"],
            "--regions is vervallen, gebruik --region a --region b --every-region",
        ),
    ],
)
def test_refusals_in_dutch(dutch: Run, arguments: list[str], said: str) -> None:
    """A command line that cannot be read is refused in Dutch, with exit code 2."""
    result = dutch(*arguments)

    assert f"Fout: {said}" in result.stderr
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_refusal_says_where_to_find_help(dutch: Run, run: Run) -> None:
    """How the command is called stands above it, and what to type for more."""
    assert dutch("neighbours").stderr == (
        "Gebruik: collabgraph neighbours [OPTIES] NAAM\n"
        "Met 'collabgraph neighbours --help' krijgt u uitleg.\n\n"
        "Fout: Er ontbreekt een argument: 'NAAM'.\n"
    )
    assert run("neighbours", "--language", "en").stderr == (
        "Usage: collabgraph neighbours [OPTIONS] NAME\n"
        "Try 'collabgraph neighbours --help' for help.\n\n"
        "Error: Missing argument 'NAME'.\n"
    )


def test_nothing_asked_shows_the_help(dutch: Run) -> None:
    """The name of the program alone shows what it can do."""
    result = dutch()

    assert "Gebruik: collabgraph [OPTIES] OPDRACHT" in result.output
    assert result.exit_code == 2


def test_completion_describes_in_dutch() -> None:
    """Commands and options complete with what they do, in the language of the variable."""
    found = complete("fish", "ch", "collabgraph ch", COLLABGRAPH_LANGUAGE="nl")
    options = complete("fish", "--str", "collabgraph check --str", COLLABGRAPH_LANGUAGE="nl")

    assert found == ["plain,check\tControleer het gegevensbestand: elke fout en waarschuwing."]
    assert options == ["plain,--strict\tWaarschuwingen tellen als fouten."]


@pytest.mark.parametrize(
    ("command", "usage", "values"),
    [
        ("list", "Usage: collabgraph list [OPTIONS] WHAT\n", "WHAT: One of: organisations, "),
        ("export", "Usage: collabgraph export [OPTIONS] FORMAT\n", "FORMAT: One of: graphml, "),
    ],
)
def test_values_of_an_argument(run: Run, command: str, usage: str, values: str) -> None:
    """They stand in the text, where lines break between words, and not in the usage."""
    said = run(command, "--help").stdout

    assert said.startswith(usage)
    assert f"  {values}" in said
