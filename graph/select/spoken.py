"""What was selected, in words for readers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.model.records import Registry
from graph.select.filters import FILTERS

if TYPE_CHECKING:
    from graph.select.filter import Filter
    from graph.words.speak import Speaker


def say_selection(registry: Registry, speaker: "Speaker") -> str:
    """
    Say what was asked of the data that a registry holds; empty where that is everything.

    Args:
        registry: What `select_registry` made; its `selection` is the same for programs.
        speaker: In whose language.
    """
    return "; ".join(_list_said(registry, speaker))


def _list_said(registry: Registry, speaker: "Speaker") -> Iterator[str]:
    filters = {one.name: one for one in FILTERS}
    for part in filter(None, registry.selection.split("; ")):
        name, _, value = part.partition("=")
        if name == "around":
            yield _say_around(registry, speaker, value)
        else:
            yield _say_filter(registry, speaker, filters[name], value) if name in filters else part


def _say_around(registry: Registry, speaker: "Speaker", value: str) -> str:
    steps, _, ids = value.partition(":")
    known = registry.organisations
    names = [known[id].name if id in known else id for id in ids.split(",")]
    return speaker.say("counts.around", n=int(steps), names=speaker.join(names))


def _say_filter(registry: Registry, speaker: "Speaker", one: "Filter", value: str) -> str:
    key = f"selection.{one.name}"
    if one.takes_ids:
        ids = value.split(",")
        names = [_name_word(registry, speaker, one, id) for id in ids]
        return speaker.say(key, n=len(ids), names=speaker.join(names, last="or"))
    if one.value == "certainty":
        return speaker.say(f"{key}_{value}")
    if one.value == "period":
        return _say_period(speaker, key, value)
    return speaker.say(key, n=int(value)) if one.value == "number" else speaker.say(key)


def _say_period(speaker: "Speaker", key: str, value: str) -> str:
    first, slash, last = value.partition("/")
    if not slash:
        return speaker.say(key, period=speaker.date(value))
    if last in ("", ".."):
        return speaker.say("ran.since", first=speaker.date(first))
    if not first:
        return speaker.say("ran.until", last=speaker.date(last))
    return speaker.say("ran.between", first=speaker.date(first), last=speaker.date(last))


def _name_word(registry: Registry, speaker: "Speaker", one: "Filter", id: str) -> str:
    if one.value == "sources":
        source = registry.sources.get(id)
        return source.title if source else id
    if one.value == "organisations":
        organisation = registry.organisations.get(id)
        return organisation.name if organisation else id
    if one.value == "passages":
        cited, _, line = id.rpartition(":")
        title = getattr(registry.sources.get(cited), "title", cited)
        return speaker.say("answers.passage", title=title, line=line)
    terms = getattr(registry.vocabulary, one.value)
    name: str = terms[id].label(speaker.language) if id in terms else id
    return name
