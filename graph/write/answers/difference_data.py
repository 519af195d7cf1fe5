"""What `diff` says to programs: rows and data, the same in every language."""

from collections.abc import Iterator, Sequence
from typing import Any

from graph.model.ends import name_end
from graph.model.records import Registry, Relation, Term, Tie
from graph.model.vocabulary import RELATION_KINDS
from graph.query.compare import Change, Differences
from graph.schema.records import to_plain
from graph.write.answers.difference_values import say_value

VERSION = 1
"""Version of the JSON: it goes up when a field goes or means something else."""


def list_rows(differences: Differences) -> Iterator[Sequence[object]]:
    """List every change as a row, headings first."""
    names = list_names(differences)
    yield ("section", "id", "name", "field", "change", "old", "new")
    for change in differences.changes:
        section, id, name = _place(differences, change)
        old, new = (None if v is None else say_value(v, "", {}) for v in (change.old, change.new))
        yield (section, id or None, name or None, ".".join(change.field), change.kind, old, new)
    for tie in differences.ties:
        before, after = _tie_data(tie.old) or {}, _tie_data(tie.new) or {}
        for field in ("weight", "newman", "partnerships"):
            if before.get(field) != after.get(field):
                yield (
                    *("ties", f"{tie.left};{tie.right}", f"{names[tie.left]} – {names[tie.right]}"),
                    *(field, tie.kind, _cell(before.get(field)), _cell(after.get(field))),
                )
    for one in differences.components:
        yield ("components", None, None, "", one.kind, one.old, one.new)
    for broker in differences.brokers:
        cuts = broker.before, broker.after
        for field, cells in (
            ("", (cut.listed if cut else None for cut in cuts)),
            ("sizes", (cut.sizes if cut else None for cut in cuts)),
        ):
            yield ("brokers", broker.id, names[broker.id], field, broker.kind, *cells)


def list_data(differences: Differences, old: str, new: str) -> dict[str, Any]:
    """List every change as plain data."""
    names = list_names(differences)
    return {
        "version": VERSION,
        "equal": differences.equal,
        "selection": differences.new.selection,
        "emptied_by": str(differences.emptied_by) if differences.emptied_by else None,
        "old": {"file": old, **count_records(differences.old)},
        "new": {"file": new, **count_records(differences.new)},
        "changes": [_change_data(differences, change) for change in differences.changes],
        "ties": [
            {
                "left": {"id": change.left, "name": names[change.left]},
                "right": {"id": change.right, "name": names[change.right]},
                "change": change.kind,
                "old": _tie_data(change.old),
                "new": _tie_data(change.new),
            }
            for change in differences.ties
        ],
        "components": [
            {"change": change.kind, "old": to_plain(change.old), "new": to_plain(change.new)}
            for change in differences.components
        ],
        "brokers": [
            {
                "id": change.id,
                "name": names[change.id],
                "change": change.kind,
                "old": to_plain(change.before.listed) if change.before else None,
                "new": to_plain(change.after.listed) if change.after else None,
                "old_sizes": list(change.before.sizes) if change.before else None,
                "new_sizes": list(change.after.sizes) if change.after else None,
            }
            for change in differences.brokers
        ],
    }


def count_records(registry: Registry) -> dict[str, int]:
    """Count the records of a version, by what they are called."""
    return {
        "sources": len(registry.sources),
        "organisations": len(registry.organisations),
        "partnerships": len(registry.partnerships),
        "memberships": sum(table.size for table in registry.partnerships.values()),
    }


def list_names(differences: Differences) -> dict[str, str]:
    """List the names of organisations, partnerships and groups of both versions, by id."""
    return {
        id: record.names[1]
        for registry in (differences.old, differences.new)
        for records in (registry.organisations, registry.partnerships, registry.groups)
        for id, record in records.items()
    }


def list_partnerships(tie: Tie | None) -> list[str]:
    """List the ids of the partnerships that make a tie; none where there is no tie."""
    return [shared.partnership.id for shared in tie.shared] if tie else []


def name_of(registry: Registry, record: tuple[str, ...]) -> str:
    """
    Name a record of a version; empty where it has none.

    A word of a list goes by its label in the language of the data, a relation by what it says.
    """
    section, *middle, id = record
    place = getattr(registry.vocabulary, middle[0]) if middle else getattr(registry, section)
    found = place.get(id)
    if found is None:
        return ""
    if isinstance(found, Term):
        return found.label(registry.language)
    if isinstance(found, Relation):
        origin, target = (name_end(registry, end) for end in found.ends)
        return f"{origin} {RELATION_KINDS[found.kind].label(registry.language)} {target}"
    return str(_first_of(found, "name", "title", "label", "id"))


def _first_of(record: Any, *names: str) -> Any:
    return next(getattr(record, name) for name in names if hasattr(record, name))


def _place(differences: Differences, change: Change) -> tuple[str, str, str]:
    if not change.record:
        return "file", "", ""
    *section, id = change.record
    name = name_of(differences.new, change.record) or name_of(differences.old, change.record)
    return ".".join(section), id, name


def _change_data(differences: Differences, change: Change) -> dict[str, Any]:
    section, id, name = _place(differences, change)
    return {
        "section": section,
        "id": id or None,
        "name": name or None,
        "field": list(change.field),
        "change": change.kind,
        "old": to_plain(change.old),
        "new": to_plain(change.new),
    }


def _tie_data(tie: Tie | None) -> dict[str, Any] | None:
    if not tie:
        return None
    return {"weight": tie.weight, "newman": tie.newman, "partnerships": list_partnerships(tie)}


def _cell(value: Any) -> object:
    return round(value, 6) if isinstance(value, int | float) else value
