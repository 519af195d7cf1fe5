"""The answers of `compare`: two selections side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.model.records import Registry
from graph.query.sides import (
    FEATURES,
    Comparison,
    Feature,
    FeatureList,
    Held,
    Place,
    Side,
    find_splits,
    list_features,
)
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.wording import Wording
from graph.write.screen import Screen

_PLACES: tuple[Place, ...] = ("left", "both", "right", "not known")

_COUNTED: Mapping[FeatureList, str] = {
    "types": "of_types",
    "themes": "of_themes",
    "kinds": "of_kinds",
    "sizes": "of_sizes",
    "roles": "of_roles",
}
"""The heading above each list of what two selections are made of."""


def answer_comparison(registry: Registry, comparison: Comparison, speaker: Speaker) -> Answer:
    """
    Answer what two selections have in common and what each has alone.

    Args:
        registry: The whole data, for names and words.
        comparison: From `compare_selections`.
        speaker: Who says it.
    """
    words = Wording(registry, speaker)
    features = list_features(comparison)

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        return "\n\n".join(
            [
                _say_sides(shown, comparison),
                _say_counts(shown, comparison),
                *_say_splits(shown, comparison),
                *_say_names(shown, comparison),
                *_say_features(shown, features),
                shown.say("compare_caveat", here=shown.here()),
            ]
        )

    def rows() -> Iterable[Sequence[object]]:
        yield ("what", "id", "name", "left", "right", "place")
        for record in _list_records(words, comparison):
            yield tuple(record.values())

    def data() -> Any:
        records = list(_list_records(words, comparison))
        return {
            "sources": len(registry.sources),
            "left": _give_side(comparison.left),
            "right": _give_side(comparison.right),
            **{
                what: [
                    {key: value for key, value in record.items() if key != "what"}
                    for record in records
                    if record["what"] == what
                ]
                for what in _list_sections(comparison)
            },
            "splits": [[list(part) for part in parts] for parts in find_splits(comparison)],
            "features": [
                {
                    "list": one.list,
                    "id": one.id,
                    "left": list(one.left),
                    "right": list(one.right),
                }
                for one in features
            ],
        }

    return Answer(text=text, rows=rows, data=data)


def _give_side(side: Side) -> dict[str, Any]:
    return {
        "selection": side.selection.describe(),
        "organisations": [len(side.certain.organisations), len(side.possible.organisations)],
        "partnerships": [len(side.certain.partnerships), len(side.possible.partnerships)],
        "ties": [len(side.certain.shared), len(side.possible.shared)],
    }


def _list_sections(comparison: Comparison) -> Mapping[str, Mapping[Any, Held]]:
    return {
        "organisations": comparison.organisations,
        "partnerships": comparison.partnerships,
        "memberships": comparison.memberships,
        "ties": comparison.ties,
    }


def _list_records(words: Wording, comparison: Comparison) -> Iterator[dict[str, object]]:
    for what, held in _list_sections(comparison).items():
        for key, one in held.items():
            ends = key if isinstance(key, tuple) else (key,)
            yield {
                "what": what,
                "id": " ".join(ends),
                "name": " – ".join(words.name(end) for end in ends),
                "left": one.left,
                "right": one.right,
                "place": one.place,
            }


def _say_sides(words: Wording, comparison: Comparison) -> str:
    lines = [
        words.say(f"compare_{letter}", what=_name_side(words, side))
        for letter, side in zip("ab", (comparison.left, comparison.right), strict=True)
    ]
    return "\n".join(lines)


def _name_side(words: Wording, side: Side) -> str:
    described = replace(words.registry, selection=side.selection.describe())
    return words.selection(described) or words.say("compare_all")


def _say_counts(words: Wording, comparison: Comparison) -> str:
    rows = []
    for what, held in _list_sections(comparison).items():
        counts = Counter(one.place for one in held.values())
        rows.append([words.say(f"compare_{what}"), *(str(counts[place]) for place in _PLACES)])
    columns = ["compared", "only_a", "both", "only_b", "neither_known"]
    return words.table(columns, rows, numbers=columns[1:])


def _say_splits(words: Wording, comparison: Comparison) -> Iterator[str]:
    for parts in find_splits(comparison):
        lines = [words.say("compare_split", n=len(parts))]
        lines += [f"  {', '.join(map(words.name, part))}" for part in parts]
        yield "\n".join(lines)


def _say_names(words: Wording, comparison: Comparison) -> Iterator[str]:
    """Name the organisations and partnerships by where they are; ties are too many for that."""
    for what in ("organisations", "partnerships"):
        held = _list_sections(comparison)[what]
        lines = [words.say(f"compare_{what}")]
        for place in _PLACES:
            names = sorted(
                (words.name(key) for key, one in held.items() if one.place == place),
                key=str.casefold,
            )
            if names:
                heading = words.say(f"place_{place.replace(' ', '_')}")
                lines += [f"  {heading}", *(f"    {name}" for name in names)]
        if len(lines) > 1:
            yield "\n".join(lines)


def _say_features(words: Wording, features: Sequence[Feature]) -> Iterator[str]:
    for name in FEATURES:
        rows = [
            [_say_feature(words, one), _say_range(*one.left), _say_range(*one.right)]
            for one in features
            if one.list == name
        ]
        if rows:
            columns = [_COUNTED[name], "a", "b"]
            yield words.table(columns, rows, numbers=columns[1:])


def _say_feature(words: Wording, one: Feature) -> str:
    return one.id if one.list == "sizes" else words.term(one.list, one.id)


def _say_range(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}–{most}"
