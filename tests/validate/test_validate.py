"""The check of a data file: what it lets pass, and what it says of each mistake."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.errors import DataError, SourceError
from graph.model.records import Alias, Evidence, Group, GroupMembership, Membership, Registry, Size
from graph.read.load import load_document
from graph.validate import check_document, validate_document

DATA = Path(__file__).parents[1] / "data"
KUSTLAND = DATA / "kustland"
BROKEN = sorted((DATA / "broken").glob("*.yaml"))
FOOT = "# The messages:\n"

PARSERS = [
    pytest.param(yaml.BaseLoader, id="python"),
    pytest.param(getattr(yaml, "CBaseLoader", yaml.BaseLoader), id="c"),
]
Check = Callable[[str], list[str]]
"""Checks a data file made of this text, beside the digest of kustland's wondpoli."""


def check_file(name: str) -> list[str]:
    """Load and check a file of the working directory, and say all that is wrong with it."""
    try:
        _, problems = check_document(load_document(name))
    except SourceError as error:
        return str(error).split("\n")
    return [problem.describe(name) for problem in problems]


def read_foot(path: Path) -> list[str]:
    """Read the messages that the comment at the foot of a file promises."""
    _, foot = path.read_text("utf-8").split(FOOT)
    return [line.removeprefix("# ") for line in foot.splitlines()]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("path", BROKEN, ids=[path.stem for path in BROKEN])
def test_a_mistake_is_said_once_and_where_it_stands(
    path: Path, parser: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each broken file gives the messages at its foot and no others, with either parser."""
    monkeypatch.chdir(path.parent)
    monkeypatch.setattr("graph.read.yaml._Parser", parser)

    said = check_file(path.name)

    assert said == read_foot(path)


@pytest.mark.parametrize("path", BROKEN, ids=[path.stem for path in BROKEN])
def test_a_question_stops_at_the_errors_that_check_says(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks for no warnings, and finds the same errors and the same registry."""
    monkeypatch.chdir(path.parent)
    try:
        document = load_document(path.name)
    except SourceError:
        return
    registry, problems = check_document(document)
    errors = tuple(problem for problem in problems if problem.severity == "error")

    if errors:
        with pytest.raises(DataError) as caught:
            validate_document(document)
        assert caught.value.problems == errors
    else:
        assert validate_document(document) == registry


def test_a_good_file_gives_only_the_warnings_at_its_foot(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of the docs breaks no rule."""
    monkeypatch.chdir(KUSTLAND)

    said = check_file("entities.yaml")

    assert said == read_foot(KUSTLAND / "entities.yaml")


def test_a_warning_is_fatal_only_when_strict() -> None:
    """`strict` turns each warning into a reason to stop."""
    document = load_document(KUSTLAND / "entities.yaml")

    registry = validate_document(document)
    with pytest.raises(DataError) as caught:
        validate_document(document, strict=True)

    assert len(registry.organisations) == 8
    assert [problem.path for problem in caught.value.problems] == [
        "organisations.polikliniek-de-vuurbaak",
        "organisations.ggd-kustland",
        "organisations.de-kustkrant",
    ]


def test_an_error_holds_no_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `strict` the exception names what is wrong, and not what is only odd."""
    monkeypatch.chdir(DATA / "broken")

    with pytest.raises(DataError) as caught:
        validate_document(load_document("several-quotes.yaml"))

    assert {problem.severity for problem in caught.value.problems} == {"error"}
    assert caught.value.source == "several-quotes.yaml"


@pytest.fixture(scope="module")
def kustland() -> Registry:
    """The good example, checked."""
    return validate_document(load_document(KUSTLAND / "entities.yaml"))


def test_a_bare_member_has_the_default_role(kustland: Registry) -> None:
    """An id alone is a member, surely; a record says its role, certainty, note and passages."""
    memberships = kustland.partnerships["wondpoli-zandmeer"].memberships

    assert memberships == (
        Membership(
            organisation="gemeente-zandmeer",
            role="funder",
            certainty="medium",
            note="Betaalt de ruimte; of zij aan tafel zit, is afgeleid.",
            evidence=(
                Evidence(source="wondpoli", line=9, quote="Gemeente Zandmeer betaalt de ruimte"),
            ),
        ),
        Membership(organisation="huisartsengroep-zandmeer", role="convener"),
        Membership(organisation="ziekenhuis-de-vuurbaak"),
    )


def test_text_stays_text(kustland: Registry) -> None:
    """A number in a register keeps its zeros, and a period of one year is no number."""
    assert kustland.organisations["ziekenhuis-de-vuurbaak"].ids == {
        "agb": "06010203",
        "kvk": "01234567",
    }
    period = kustland.partnerships["voorbereiding-wondpoli"].period
    assert period
    assert period.text == "2018"


def test_one_item_may_stand_without_a_list(kustland: Registry) -> None:
    """`lines: 2` and `follows: id` mean a list of one."""
    assert kustland.organisations["gemeente-zandmeer"].aliases == (
        Alias(text="gemeente", source="regietafel", lines=(2,)),
    )
    assert kustland.partnerships["wondpoli-zandmeer"].follows == ("voorbereiding-wondpoli",)


def test_a_partnership_without_named_members_is_valid(kustland: Registry) -> None:
    """Its parties are groups: with a label, and perhaps a size."""
    partnership = kustland.partnerships["netwerk-kustzorg"]

    assert (partnership.size, partnership.groups) == (
        0,
        (GroupMembership(group="zes-kustgemeenten"),),
    )
    assert kustland.groups["zes-kustgemeenten"] == Group(
        id="zes-kustgemeenten", label="zes kustgemeenten", size=Size(number=6)
    )


def test_built_in_words_stand_beside_those_of_the_file(kustland: Registry) -> None:
    """A label that has no English falls back on the Dutch one."""
    vocabulary = kustland.vocabulary

    assert {"gemeente", "inloophuis"} <= vocabulary.types.keys()
    assert vocabulary.regions["zandmeer"].label("en") == "Zandmeer"
    assert vocabulary.regions["zandmeer"].within == "kustland"


def test_the_order_and_layout_of_the_file_change_nothing(tmp_path: Path) -> None:
    """The registry, its hash with it, is that of what the file says."""
    original = KUSTLAND / "entities.yaml"
    (tmp_path / "seeds").symlink_to(KUSTLAND / "seeds")
    sections = yaml.load(original.read_text("utf-8"), Loader=yaml.BaseLoader)
    shuffled = {
        key: dict(reversed(value.items())) if isinstance(value, dict) else value
        for key, value in reversed(sections.items())
    }
    copy = tmp_path / "entities.yaml"
    copy.write_text(yaml.dump(shuffled, allow_unicode=True, sort_keys=False), "utf-8")

    first, second = (validate_document(load_document(path)) for path in (original, copy))

    assert first == second


def test_another_word_gives_another_hash(tmp_path: Path) -> None:
    """The content hash follows what the file says."""
    (tmp_path / "seeds").symlink_to(KUSTLAND / "seeds")
    text = (KUSTLAND / "entities.yaml").read_text("utf-8")
    copy = tmp_path / "entities.yaml"
    copy.write_text(text.replace("certainty: low", "certainty: medium"), "utf-8")

    hashes = {
        validate_document(load_document(path)).content_hash
        for path in (KUSTLAND / "entities.yaml", copy)
    }

    assert len(hashes) == 2


def make_file(digest: str, evidence: str, *, aliases: str = "[]", sha256: str = "0" * 64) -> str:
    """Write a file of one source, two organisations and one partnership, and its digest."""
    Path("s1.md").write_text(digest, "utf-8")
    text = f"""\
schema: 1
title: Kustland
language: nl
sources:
  s1: {{file: s1.md, original: {{file: s1.txt, sha256: "{sha256}", title: Bron}}}}
organisations:
  vuurbaak: {{name: Vuurbaak, type: ziekenhuis, aliases: {aliases}}}
partnerships:
  poli:
    name: Poli
    kind: programma
    members_known: some
    members: [vuurbaak]
    evidence:
      - {evidence}
"""
    Path("data.yaml").write_text(text, "utf-8")
    return "data.yaml"


GOOD_QUOTES = {
    "no-break space": ("[r. 1] Vuurbaak\u00a0opent.", 1, "Vuurbaak opent."),
    "narrow no-break space": ("[r. 1] Vuurbaak\u202fopent.", 1, "Vuurbaak opent."),
    "no-break space in the quote": ("[r. 1] Vuurbaak opent.", 1, "Vuurbaak\u00a0opent."),
    "typographic apostrophe": ("[r. 1] Vuurbaak’s poli", 1, "Vuurbaak's poli"),
    "straight apostrophe": ("[r. 1] Vuurbaak's poli", 1, "Vuurbaak’s poli"),
    "decomposed letters": ("[r. 1] Vuurbaak, e\u0301e\u0301n poli", 1, "Vuurbaak, één poli"),
    "paragraph of several lines": ("[r. 1] Vuurbaak\nopent\n  een poli.", 1, "Vuurbaak opent een"),
    "line in a range": ("[r. 3-5] Vuurbaak opent.", 4, "Vuurbaak opent."),
    "line in a list": ("[r. 3, 7] Vuurbaak opent.", 7, "Vuurbaak opent."),
    "one of several paragraphs": ("[r. 1] Vuurbaak.\n\n[r. 3] Vuurbaak.", 3, "Vuurbaak."),
    "two paragraphs of one line": ("[r. 3] Een poli.\n\n[r. 3] Vuurbaak.", 3, "Vuurbaak."),
    "document without markers": ("Kop\n\nEerste regel\nen Vuurbaak hier.", 4, "Vuurbaak hier"),
    "over lines of a document": ("Een\nen Vuurbaak\nopent.", 3, "Vuurbaak opent."),
    "marker without a blank": ("[r.3]Vuurbaak opent.", 3, "Vuurbaak opent."),
    "hash that is no heading": ("[r. 1] Vuurbaak opent\n#corona weg.", 1, "opent #corona weg."),
}


@pytest.mark.parametrize(("digest", "line", "quote"), GOOD_QUOTES.values(), ids=list(GOOD_QUOTES))
def test_a_quote_is_found_however_the_same_words_are_written(
    digest: str, line: int, quote: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blanks, apostrophes and the form of an accent do not matter, nor where lines break."""
    monkeypatch.chdir(tmp_path)
    name = make_file(digest, f'{{source: s1, line: {line}, quote: "{quote}"}}')

    _, problems = check_document(load_document(name))

    assert [problem for problem in problems if problem.severity == "error"] == []


BAD_QUOTES = {
    "other accent": (
        "[r. 1] Vuurbaak, één poli",
        "{source: s1, line: 1, quote: een poli}",
        "partnerships.poli.evidence[0].quote",
        "the quote does not stand in s1.md, copy the words as they stand there",
    ),
    "line of a document": (
        "Een\n\nVuurbaak\nopent.",
        "{source: s1, line: 1, quote: Vuurbaak opent.}",
        "partnerships.poli.evidence[0].line",
        "the quote stands on line 3 or 4 of the original, not on line 1",
    ),
    "range": (
        "[r. 4-7] Vuurbaak opent.\n\n[r. 9] Slot.",
        "{source: s1, line: 9, quote: Vuurbaak opent.}",
        "partnerships.poli.evidence[0].line",
        "the quote stands on line 4-7 of the original, not on line 9",
    ),
    "marker is no text": (
        "[r. 4] Vuurbaak opent.",
        '{source: s1, line: 4, quote: "[r. 4] Vuurbaak"}',
        "partnerships.poli.evidence[0].quote",
        "the quote does not stand in s1.md, marker '[r. 4]' is no part of the text, leave it out",
    ),
}


@pytest.mark.parametrize(
    ("digest", "evidence", "path", "message"), BAD_QUOTES.values(), ids=list(BAD_QUOTES)
)
def test_a_quote_that_is_not_there_is_an_error(
    digest: str,
    evidence: str,
    path: str,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The message says on which line the words do stand, or what to do."""
    monkeypatch.chdir(tmp_path)
    name = make_file(digest, evidence)

    _, problems = check_document(load_document(name))

    said = [(p.line, p.path, p.message) for p in problems if p.severity == "error"]
    assert said == [(15, path, message)]


@pytest.mark.parametrize(
    ("aliases", "digest"),
    [
        ("[{text: het ziekenhuis, in: s1}]", "[r. 1] Het ziekenhuis opent."),
        ("[{text: Ziekenhuis, in: s1, lines: [1, 9]}]", "[r. 1] Het ziekenhuis opent."),
        ("[VB]", "[r. 1] De poli van VB opent."),
    ],
    ids=["scoped, in any case", "on its lines", "plain, in its own case"],
)
def test_a_member_may_be_named_by_an_alias(
    aliases: str, digest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An alias that holds on the line of the passage names the member."""
    monkeypatch.chdir(tmp_path)
    name = make_file(digest, f'{{source: s1, line: 1, quote: "{digest[7:]}"}}', aliases=aliases)

    said = check_file(name)

    assert said == []


def test_many_unknown_ids_are_all_said_and_the_first_get_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hint looks at every id of the file: a file full of them would take minutes."""
    monkeypatch.chdir(tmp_path)
    name = make_file("[r. 1] Vuurbaak.", "{source: s1, line: 1, quote: Vuurbaak.}")
    unknown = [f"vuurbaak-{number}" for number in range(30)]
    text = Path(name).read_text("utf-8")
    members = ", ".join([*unknown, unknown[0]])
    Path(name).write_text(text.replace("[vuurbaak]", f"[vuurbaak, {members}]"), "utf-8")

    said = [problem for problem in check_file(name) if "no organisation" in problem]

    with_hint = [problem for problem in said if problem.endswith("did you mean 'vuurbaak'?")]
    assert len(said) == 31
    assert len(with_hint) == 26  # 25, and the first once more


def test_a_hash_may_be_written_in_capitals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PowerShell writes hashes so; the registry holds them in small letters."""
    monkeypatch.chdir(tmp_path)
    evidence = "{source: s1, line: 1, quote: Vuurbaak opent.}"
    name = make_file("[r. 1] Vuurbaak opent.", evidence, sha256="AB" * 32)

    registry = validate_document(load_document(name))

    assert registry.sources["s1"].sha256 == "ab" * 32


def test_a_file_with_nothing_in_it_yet_is_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines with which a missing file tells how to start make a file that passes."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError) as caught:
        load_document("new.yaml")
    Path("new.yaml").write_text(str(caught.value).split("\n\n", 1)[1], "utf-8")

    said = check_file("new.yaml")

    assert said == []


REAL = (ROOT / "entities.yaml").read_text("utf-8")
SCRAPS = [
    *("&a ", "*a", "<<: *a", "!x ", "? ", "- ", "{", "}", "[", "]", "'", '"', "|", ">", "%", "@"),
    *("`", "#", ": ", "~", "null", "\t", "\n", "---\n", "...\n", "\0", "\a", "\u2028", "\ufeff"),
    *('"\\ud800"', '"\\U00110000"', '"\\0"', "[]", "{}", "999999999999", "-1", "? [a]\n: b\n"),
    *("{a: [b, {c: d}]}", "<<", "!!binary x", "\r", "é", "🙂", " #x"),
]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("parser", PARSERS)
def test_whatever_happens_to_the_real_file_is_said(
    seed: int, parser: type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines lost, moved or doubled, scraps typed in, an end cut off: never a traceback."""
    chance = random.Random(seed)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("graph.read.yaml._Parser", parser)
    text = "\n".join(REAL.split("\n")[: 120 if parser is yaml.BaseLoader else 400])

    for _ in range(6):
        damaged = text
        for _ in range(chance.choice([1, 1, 2, 5])):
            damaged = damage(damaged, chance)
        Path("entities.yaml").write_text(damaged, "utf-8", newline="")

        said = check_file("entities.yaml")

        assert all(said), damaged


def damage(text: str, chance: random.Random) -> str:
    """Make one mistake in a text."""
    lines = text.split("\n")
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    at = chance.randrange(len(text) + 1)
    match chance.randrange(8):
        case 0:
            del lines[here : here + chance.choice([1, 1, 3])]
        case 1:
            return text[:at] + chance.choice(SCRAPS) + text[at:]
        case 2:
            return text[: at + 1]
        case 3:
            key = lines[here].split(":")[0]
            lines[here] = f"{key}: {chance.choice(SCRAPS)}"
        case 4:
            lines[here] = " " * chance.randrange(8) + lines[here].lstrip()
        case 5:
            lines[here], lines[there] = lines[there], lines[here]
        case 6:
            lines[there:there] = lines[here : here + chance.randrange(20)]
        case 7:
            mark = chance.choice(":-[]{},")
            lines[here] = lines[here].replace(mark, chance.choice(["", " ", ":"]), 1)
    return "\n".join(lines)


WORDS = st.sampled_from(
    ["", "s1", "vuurbaak", "poli", "s1.md", "name", "in", "1", "0" * 64, "2019/2018", "nl", "\0"]
)
NAMES = """
schema title language sources organisations partnerships vocab not_organisations regions original
file type kind members evidence aliases lines source line quote members_known period follows org
"""
KEYS = WORDS | st.sampled_from(NAMES.split())
VALUES = st.recursive(
    WORDS | st.none() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(root=st.dictionaries(KEYS, VALUES, max_size=8) | VALUES)
def test_any_yaml_is_checked_without_a_traceback(root: object, tmp_path: Path) -> None:
    """Maps, lists and text in all the wrong places are problems, each with a line and a message."""
    path = tmp_path / "data.yaml"
    text = yaml.dump(root, allow_unicode=False)
    path.write_text(text, "utf-8")

    said = check_file(os.fspath(path))

    assert all(message.strip() for message in said)
