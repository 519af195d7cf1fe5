"""Two registries -> what differs: records and fields, and what that does to the network."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import combinations, zip_longest
from typing import Any, Literal

from graph.model.message import Message
from graph.model.record import record
from graph.model.records import (
    Alias,
    Barrier,
    Evidence,
    GroupMembership,
    Membership,
    Period,
    Registry,
    Size,
    Step,
    Tie,
)
from graph.network.components import CutVertex, Part, find_components, find_cut_vertices
from graph.network.incidence import Incidence
from graph.network.joined import join_groups
from graph.schema.records import list_values
from graph.select.filters import EVERYTHING, Selection
from graph.select.selection import find_emptier, select_registry

Kind = Literal["added", "gone", "changed"]
Parts = tuple[Part, ...]
"""Sets of organisations that are connected, largest first."""

KEYS: Mapping[type, str] = {
    Alias: "text",
    Evidence: "quote",
    Barrier: "label",
    GroupMembership: "group",
    Membership: "organisation",
    Step: "view",
}
"""By which field an item of a list is recognised in the other version."""

_WHOLE = (Period, Size)
"""What stands in the file as one text."""

_RANKED = (("type",),)
"""Lists of which the order says something: they are compared as one value."""

_SECTIONS = (
    *("sources", "organisations", "partnerships", "groups", "relations"),
    "not_organisations",
)


@record(frozen=True, slots=True, kw_only=True)
class Change:
    """
    One value that differs; `old` or `new` is None where that version says nothing.

    `path` leads to it in the words of `docs/data-format.md`: section, id, then field, key, field,
    …, such as `("partnerships", "wondpoli", "members", "vuurbaak", "role")`. The key of an item
    is the organisation of a member, the quote of evidence, the text of an alias, the id of a
    group, the label of a barrier. A whole record or item that only one version has is one change.
    """

    path: tuple[str, ...]
    old: Any
    new: Any

    @property
    def kind(self) -> Kind:
        """Whether the value came, went, or became another."""
        return _kind(self.old, self.new)

    @property
    def record(self) -> tuple[str, ...]:
        """The way to the record it belongs to; empty for a field of the file itself."""
        return self.path[: 3 if self.path[0] == "vocab" else 2 if self.path[0] in _SECTIONS else 0]

    @property
    def field(self) -> tuple[str, ...]:
        """The way from the record to the value; empty where the whole record came or went."""
        return self.path[len(self.record) :]


@record(frozen=True, slots=True, kw_only=True)
class TieChange:
    """Two organisations (`left` < `right`) whose shared partnerships, or their sizes, differ."""

    left: str
    right: str
    old: Tie | None
    new: Tie | None

    @property
    def kind(self) -> Kind:
        """Whether the tie came, went, or rests on something else."""
        return _kind(self.old, self.new)


@record(frozen=True, slots=True, kw_only=True)
class ComponentChange:
    """Components of two or more organisations, and what they became: joined, split, grown, …."""

    old: Parts
    new: Parts

    @property
    def kind(self) -> Kind:
        """Whether these components came, went, or became others."""
        return _kind(self.old or None, self.new or None)


@record(frozen=True, slots=True, kw_only=True)
class BrokerChange:
    """
    A cut vertex that came or went, or whose component now falls apart in another way.

    `before` and `after` are None where it holds nothing together.
    """

    id: str
    before: CutVertex | None
    after: CutVertex | None

    @property
    def old(self) -> Parts | None:
        """The parts that were left without it; None where it held nothing together."""
        return self.before.parts if self.before else None

    @property
    def new(self) -> Parts | None:
        """The parts that are now left without it; None where it holds nothing together."""
        return self.after.parts if self.after else None

    @property
    def kind(self) -> Kind:
        """Whether it became a broker, is one no longer, or splits otherwise."""
        return _kind(self.before, self.after)


@record(frozen=True, slots=True, kw_only=True)
class Differences:
    """
    What changed between two registries, narrowed by the selection: `old` and `new`.

    `ties`, `components` and `brokers` follow from `changes`: where that is empty they are too.
    `emptied_by` says which filter leaves nothing of either version; empty where something is left.
    """

    old: Registry
    new: Registry
    changes: tuple[Change, ...]
    ties: tuple[TieChange, ...]
    components: tuple[ComponentChange, ...]
    brokers: tuple[BrokerChange, ...]
    emptied_by: Message | None = None

    def __repr__(self) -> str:
        return f"<Differences changes={len(self.changes)} ties={len(self.ties)}>"

    @property
    def equal(self) -> bool:
        """Whether both say the same."""
        return not self.changes


def compare_registries(
    old: Registry, new: Registry, selection: Selection = EVERYTHING
) -> Differences:
    """
    Say what changed from one registry to another, and what that does to the network.

    The order of entries and of lists makes no difference.

    Args:
        old: Checked data, from `read_registry`; it is not changed.
        new: The later version of it.
        selection: What to compare; a word that one version alone knows keeps nothing of the other.

    Returns:
        `changes` in the order of the data format, then by id and key; `ties` by their ends;
        `components` by their first organisation; `brokers` by id.

    Raises:
        UnknownIdError: A filter names a region, theme, … that neither version has.
        SelectionError: The period is not a period.

    >>> from graph.model.content import Content
    >>> from graph.model.records import Vocabulary
    >>> words = Vocabulary(types={}, kinds={}, roles={}, themes={}, regions={})
    >>> old = Registry(title="Kust", language="nl", sources={}, organisations={}, partnerships={},
    ...                vocabulary=words, not_organisations={}, content=Content(str))
    >>> compare_registries(old, replace(old, title="Kustland")).changes
    (Change(path=('title',), old='Kust', new='Kustland'),)
    """
    whole = old, new
    old, new = _select_both(*whole, selection)
    emptied_by = None
    if not _is_left(old, new):
        emptied_by = find_emptier(selection, lambda alone: _is_left(*_select_both(*whole, alone)))
    before, after = Incidence(old), Incidence(new)
    ties = tuple(_compare_ties(before, after))
    components: tuple[ComponentChange, ...] = ()
    brokers: tuple[BrokerChange, ...] = ()
    if any(tie.kind != "changed" for tie in ties):
        parts = [
            [part for part in find_components(one) if len(part) > 1] for one in (before, after)
        ]
        components = tuple(_compare_components(*parts))
        same = {id for part in {*parts[0]} & {*parts[1]} for id in part}
        brokers = tuple(
            _compare_cut_vertices(find_cut_vertices(before), find_cut_vertices(after), same)
        )
    return Differences(
        old=old,
        new=new,
        changes=tuple(compare_values(_with_wishes(old), _with_wishes(new))),
        ties=ties,
        components=components,
        brokers=brokers,
        emptied_by=emptied_by,
    )


def compare_values(old: Any, new: Any, path: tuple[str, ...] = ()) -> Iterator[Change]:
    """
    Compare two values: maps by key, lists by the key of their items, records field by field.

    Yields:
        What differs, by field and key; nothing where they are equal but for the order of lists.

    >>> list(compare_values(("zorg", "wonen"), ("wonen", "werk", "zorg"), ("themes",)))
    [Change(path=('themes', 'werk'), old=None, new='werk')]
    """
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in sorted({*old, *new}):
            yield from compare_values(old.get(key), new.get(key), (*path, key))
    elif isinstance(old, tuple) and isinstance(new, tuple) and path[-1:] not in _RANKED:
        for key, left, right in _pair(old, new):
            yield from compare_values(left, right, (*path, key))
    elif type(old) is type(new) and is_dataclass(old) and not isinstance(old, _WHOLE):
        before, after = dict(list_values(old)), dict(list_values(new))
        for word in {**before, **after}:
            yield from compare_values(before.get(word), after.get(word), (*path, word))
    else:
        yield Change(path=path, old=old, new=new)


def key_of(item: object) -> str:
    """
    Say by what an item of a list is recognised in the other version.

    >>> key_of(Membership(organisation="raedelijn", role="lead")), key_of("zorg"), key_of(3)
    ('raedelijn', 'zorg', '3')
    """
    return str(getattr(item, KEYS[type(item)]) if type(item) in KEYS else item)


def _kind(old: object, new: object) -> Kind:
    return "added" if old is None else "gone" if new is None else "changed"


def _pair(
    old: tuple[Hashable, ...], new: tuple[Hashable, ...]
) -> Iterator[tuple[str, object, object]]:
    # What both have goes first, so that of two items with one key the right ones meet.
    gone, added = Counter(old) - Counter(new), Counter(new) - Counter(old)
    by_key: dict[str, tuple[list[object], list[object]]] = {}
    for side, items in enumerate((gone, added)):
        for item in sorted(items.elements(), key=repr):
            by_key.setdefault(key_of(item), ([], []))[side].append(item)
    for key, (lefts, rights) in sorted(by_key.items()):
        yield from ((key, left, right) for left, right in zip_longest(lefts, rights))


def _select_both(old: Registry, new: Registry, selection: Selection) -> tuple[Registry, Registry]:
    selected = [
        replace(
            select_registry(_know_words_of(mine, other), selection),
            vocabulary=mine.vocabulary,
        )
        for mine, other in ((old, new), (new, old))
    ]
    before, after = (
        replace(
            narrowed,
            sources={id: s for id, s in narrowed.sources.items() if id in registry.sources},
        )
        for narrowed, registry in zip(selected, (old, new), strict=True)
    )
    return before, after


def _know_words_of(mine: Registry, other: Registry) -> Registry:
    vocabulary = replace(
        mine.vocabulary,
        **{
            field.name: {
                **getattr(other.vocabulary, field.name),
                **getattr(mine.vocabulary, field.name),
            }
            for field in fields(mine.vocabulary)
        },
    )
    return replace(mine, vocabulary=vocabulary, sources={**other.sources, **mine.sources})


def _with_wishes(registry: Registry) -> Registry:
    """Put who is wanted among the members again, as in the file."""
    wishing = {
        id: replace(
            one,
            memberships=one.memberships + one.wished,
            groups=one.groups + one.wished_groups,
        )
        for id, one in registry.partnerships.items()
        if one.wished or one.wished_groups
    }
    if not wishing:
        return registry
    return replace(registry, partnerships={**registry.partnerships, **wishing})


def _is_left(*registries: Registry) -> bool:
    return any(registry.organisations or registry.partnerships for registry in registries)


def _compare_ties(old: Incidence, new: Incidence) -> Iterator[TieChange]:
    differing = {ends for ends, _ in old.shared.items() ^ new.shared.items()}
    for id in {*old.partnerships} & {*new.partnerships}:
        if old.full_size(id) != new.full_size(id):
            for one in (old, new):
                members = [membership.organisation for membership in one.members_of(id)]
                differing.update(combinations(members, 2))
    for left, right in sorted(differing):
        before, after = old.find_tie(left, right), new.find_tie(left, right)
        if before or after:  # else too weak in both
            yield TieChange(left=left, right=right, old=before, new=after)


def _compare_components(old: Iterable[Part], new: Iterable[Part]) -> Iterator[ComponentChange]:
    same = {*old} & {*new}
    before, after = ([part for part in parts if part not in same] for parts in (old, new))
    joined = join_groups({id for part in (*before, *after) for id in part}, [*before, *after])
    clusters: dict[str, tuple[list[Part], list[Part]]] = {}
    for side, parts in enumerate((before, after)):
        for part in parts:
            clusters.setdefault(joined[part[0]], ([], []))[side].append(part)
    for _, (left, right) in sorted(clusters.items()):
        yield ComponentChange(old=tuple(left), new=tuple(right))


def _compare_cut_vertices(
    old: Iterable[CutVertex], new: Iterable[CutVertex], same: Collection[str]
) -> Iterator[BrokerChange]:
    """Compare cut vertices by id; `same` are the organisations whose component is as it was."""
    before, after = ({cut.id: cut for cut in cuts} for cuts in (old, new))
    for id in sorted({*before, *after}):
        left, right = before.get(id), after.get(id)
        if not (left and right and id in same and _split_alike(left, right)):
            yield BrokerChange(id=id, before=left, after=right)


def _split_alike(left: CutVertex, right: CutVertex) -> bool:
    # Of one component, where the lesser parts are the same, the largest is too.
    return left.sizes == right.sizes and left.lesser_parts == right.lesser_parts
