"""The words for readers: every text in every language, and none too many."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from conftest import ROOT

from graph.model import vocabulary
from graph.words.store import LANGUAGES, choose, find_words, name_language, read_words


def texts(words: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    """Every text under its key, in the order of the file."""
    for key, found in words.items():
        if isinstance(found, str):
            yield f"{place}{key}", found
        elif isinstance(found, list):
            yield from ((f"{place}{key}.{number}", text) for number, text in enumerate(found))
        else:
            yield from texts(found, f"{place}{key}.")


DUTCH, ENGLISH = (dict(texts(read_words(language))) for language in ("nl", "en"))


def gaps(text: str) -> set[str]:
    """The names that a text fills in; those that only choose a form are aside."""
    return set(re.findall(r"\{(\w+)\}", text))


def test_dutch_and_english_have_the_same_keys() -> None:
    """Both files hold the same keys, in the same order, so that they can be read side by side."""
    assert list(DUTCH) == list(ENGLISH)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one not in ("nl", "en")])
def test_another_language_knows_no_other_keys(language: str) -> None:
    """A text of a further language stands under a key that Dutch and English have too."""
    own = {key for key, _ in texts(read_words(language)) if not key.startswith("languages.")}

    assert sorted(own - set(DUTCH)) == []


def test_every_text_has_the_same_gaps() -> None:
    """Each text is there in Dutch and in English, and both fill in the same."""
    assert [key for key in DUTCH if not (DUTCH[key].strip() and ENGLISH[key].strip())] == []
    assert [key for key in DUTCH if gaps(DUTCH[key]) != gaps(ENGLISH[key])] == []


def test_every_choice_is_whole() -> None:
    """Once the choices are made and the gaps are filled, no brace or bar is left."""
    for text in (*DUTCH.values(), *ENGLISH.values()):
        bare = re.sub(r"\{\w+\}", "", text)
        while bare != (less := re.sub(r"\{\w+:[^{}|]*\|[^{}|]*\}", "", bare)):
            bare = less
        assert not re.search(r"[{}|]", bare), text


def test_absence_is_worded_honestly() -> None:
    """No text says that there is no collaboration or no tie, as if the documents knew."""
    for text in DUTCH.values():
        assert not re.search(r"geen verbinding(en)?\b(?! in (deze|dit|\{))", text.casefold())
        assert "werkt niet samen" not in text.casefold()
    for text in ENGLISH.values():
        assert not re.search(
            r"(?<!for )\bno (tie|connection)s?\b(?! in (these|this|\{))", text.casefold()
        )


def test_every_key_is_asked_for() -> None:
    """No text is left over, and every text that the code names in full exists."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "graph").rglob("*"))
        if path.suffix in (".py", ".js", ".j2")
    )
    quoted = set(re.findall(r"""["'](?:\w+\.)?n?_?([a-z_]+)["']""", code))
    quoted |= set(re.findall(r"\w+", "\n".join(re.findall(r"""["']([a-z_ ]+)["']""", code))))
    elsewhere = ("terms", "languages", "report", "page", "messages", "help")
    families = "|".join(set(re.findall(r"""say\(\s*f["'](?:\w+\.)?([a-z]+_)\{""", code)))
    uses = [use for use in read_words("nl") if use not in elsewhere]
    named = set(re.findall(r"""(?:say|weave|find_words)\(\s*["']([a-z_]+\.[a-z_]+)["']""", code))

    left_over = [
        key
        for use in uses
        for key in read_words("nl")[use]
        if re.sub(rf"^({families})", "", key.removeprefix("n_")) not in quoted
        and key.removeprefix("n_") not in quoted
    ]
    unknown = [
        key for key in sorted(named) if not isinstance(find_words(key, "nl"), str | list | dict)
    ]
    assert left_over == []
    assert unknown == []


def test_built_in_terms_have_labels() -> None:
    """Each built-in term has a label in Dutch and in English, and no label lacks its term."""
    for name in ("types", "kinds", "roles", "themes", "classes", "relation_kinds"):
        terms = getattr(vocabulary, name.upper())
        for language in ("nl", "en"):
            labels = read_words(language)["terms"][name]
            assert sorted(labels) == sorted(terms)
            assert all(terms[id].label(language) == label for id, label in labels.items())


def test_a_language_without_a_text_takes_the_english() -> None:
    """What a language lacks is said in English, else in Dutch; a term without labels by its id."""
    assert find_words("page.zoom_in", "xx") == "Zoom in"
    assert choose({"nl": "Kust", "en": "Coast"}, "xx", "kust") == "Coast"
    assert choose({"nl": "Kust"}, "xx", "kust") == "Kust"
    assert choose({}, "xx", "kust") == "kust"
    with pytest.raises(KeyError, match=r"page\.nonsense"):
        find_words("page.nonsense", "nl")


def test_languages_are_the_files() -> None:
    """There is a language for each file of words, and each names itself."""
    files = sorted(path.stem for path in (ROOT / "graph" / "words").glob("*.json"))

    assert sorted(LANGUAGES) == files
    assert [name_language(id, id) for id in ("nl", "en")] == ["Nederlands", "English"]
