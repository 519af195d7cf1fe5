"""The rules between the values of a file: one rule, one function, from registry to findings."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from graph.model.curly import bare
from graph.model.identifiers import CHECKS
from graph.model.lookalikes import find_foreign, find_unseen, name_character, unmask
from graph.model.message import Message
from graph.model.names import simplify
from graph.model.records import Partnership, Registry
from graph.model.roles import WISHED
from graph.model.vocabulary import GROUP_ROLES
from graph.read.digest import normalise
from graph.schema.finding import Finding
from graph.validate.passages import list_passages

LONGEST_NAME = 1_000
"""Characters of a name, an alias, a title or a label of a group."""


def check_ids(registry: Registry) -> Iterator[Finding]:
    """An id stands for one thing: not for an organisation and a partnership or group both."""
    for section, others in (
        ("partnerships", ("organisations",)),
        ("groups", ("organisations", "partnerships")),
    ):
        for id in getattr(registry, section):
            for other in others:
                if id in getattr(registry, other):
                    what = Message(f"one.{other}")
                    message = Message("rule.id_twice", id=repr(id), what=what)
                    yield Finding((section, id), message)
    for id in registry.not_organisations:
        if id in registry.organisations:
            message = Message("rule.judged_twice", id=repr(id))
            yield Finding(("not_organisations", id), message)


def check_sources(registry: Registry) -> Iterator[Finding]:
    """A digest renders one document."""
    first: dict[str, str] = {}
    for id, source in registry.sources.items():
        if source.kind == "register":
            continue
        if source.file in first:
            message = Message("rule.digest_twice", source=repr(first[source.file]))
            yield Finding(("sources", id, "file"), message)
        first.setdefault(source.file, id)


def check_scopes(registry: Registry) -> Iterator[Finding]:
    """Lines are lines of one source."""
    for id, organisation in registry.organisations.items():
        for position, alias in enumerate(organisation.aliases):
            if alias.lines and alias.source is None:
                trail = ("organisations", id, "aliases", position)
                yield Finding(trail, Message("rule.lines_without_source"))


def check_vocabulary(registry: Registry, added: Mapping[str, Iterable[str]]) -> Iterator[Finding]:
    """The file adds words to the built-in ones, and changes none of them."""
    from graph.model import vocabulary

    built_in = {
        "types": vocabulary.TYPES,
        "kinds": vocabulary.KINDS,
        "roles": vocabulary.ROLES,
        "themes": vocabulary.THEMES,
    }
    for key, words in built_in.items():
        for id in added.get(key, ()):
            if id in words:
                yield Finding(("vocab", key, id), Message("rule.built_in", id=repr(id)))


def check_members(registry: Registry) -> Iterator[Finding]:
    """A partnership lists each member once, in a role that a member can have."""
    for id, partnership in registry.partnerships.items():
        first: dict[str, int] = {}
        for position, membership in enumerate(partnership.memberships):
            trail = ("partnerships", id, "members", position)
            organisation = membership.organisation
            if organisation in first:
                yield Finding(trail, _say_again(organisation, "members", first[organisation]))
            first.setdefault(organisation, position)
            if membership.role in GROUP_ROLES:
                yield Finding(trail, Message("rule.group_role", role=repr(membership.role)))
        yield from _check_groups(id, partnership)


def check_bodies(registry: Registry) -> Iterator[Finding]:
    """What a partnership is as an organisation does not take part in it, by no way round."""
    bodies: dict[str, list[str]] = {}
    for id, partnership in registry.partnerships.items():
        if partnership.body:
            bodies.setdefault(partnership.body, []).append(id)
    links = {
        id: tuple(
            inner
            for membership in partnership.memberships
            for inner in bodies.get(membership.organisation, ())
        )
        for id, partnership in registry.partnerships.items()
    }
    for circle in _find_circles(links):
        if len(circle) == 1:
            message = Message("rule.own_member", id=repr(registry.partnerships[circle[0]].body))
        else:
            message = Message("rule.circle_of_bodies", way=_say_circle(circle))
        yield Finding(("partnerships", circle[0], "body"), message)


def check_relations(registry: Registry) -> Iterator[Finding]:
    """A relation leads from one party to another."""
    for id, relation in registry.relations.items():
        if relation.origin == relation.target:
            message = Message("rule.to_itself", id=repr(relation.target))
            yield Finding(("relations", id, "to"), message)


def check_groups(registry: Registry) -> Iterator[Finding]:
    """Every group takes part in something, or has a relation."""
    used = {
        group.group
        for partnership in registry.partnerships.values()
        for group in (*partnership.groups, *partnership.wished_groups)
    }
    used.update(end for relation in registry.relations.values() for end in relation.ends)
    used.update(registry.organisations, registry.partnerships)  # that has been said already
    for id in registry.groups:
        if id not in used and registry.schema > 1:
            yield Finding(("groups", id), Message("rule.group_unused"))


def check_members_known(registry: Registry) -> Iterator[Finding]:
    """What `members_known` says of the list agrees with the list."""
    for id, partnership in registry.partnerships.items():
        trail = ("partnerships", id, "members_known")
        members = [one for one in partnership.memberships if one.role != WISHED]
        if partnership.members_known == "none" and members:
            yield Finding(trail, Message("rule.none_known"))
        if partnership.members_known == "all" and not members:
            yield Finding(trail, Message("rule.all_known"))


def check_circles(registry: Registry) -> Iterator[Finding]:
    """No chain of parents, successors, stages or regions comes back to where it began."""
    organisations = registry.organisations.items()
    chains: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {
        ("organisations", "part_of"): {id: _one(o.part_of) for id, o in organisations},
        ("organisations", "succeeded_by"): {id: _one(o.succeeded_by) for id, o in organisations},
        ("partnerships", "follows"): {id: p.follows for id, p in registry.partnerships.items()},
        ("partnerships", "part_of"): {
            id: _one(p.part_of) for id, p in registry.partnerships.items()
        },
        ("vocab", "regions", "within"): {
            id: _one(region.within) for id, region in registry.vocabulary.regions.items()
        },
    }
    for (*place, field), links in chains.items():
        for circle in _find_circles(links):
            message = Message("rule.circle", way=_say_circle(circle))
            yield Finding((*place, circle[0], field), message)


def check_periods(registry: Registry) -> Iterator[Finding]:
    """What has ended has an end."""
    for id, partnership in registry.partnerships.items():
        period = partnership.period
        if partnership.status == "ended" and period and period.end is None:
            message = Message("rule.no_end", period=repr(period.text))
            yield Finding(("partnerships", id, "status"), message)


def check_repeats(registry: Registry) -> Iterator[Finding]:
    """The same words from the same source are one piece of evidence."""
    for _, group in groupby(list_passages(registry), key=lambda found: found[0][:-1]):
        first: dict[tuple[str, str], object] = {}
        for trail, evidence in group:
            words = (evidence.source, normalise(evidence.quote))
            if words in first:
                message = Message("rule.quote_twice", first=f"evidence[{first[words]}]")
                yield Finding(trail, message)
            first.setdefault(words, trail[-1])


def check_names(registry: Registry) -> Iterator[Finding]:
    """Two organisations do not have nearly the same name, nor one that looks the same."""
    first: dict[str, str] = {}
    for id, organisation in registry.organisations.items():
        key = simplify(unmask(organisation.name)).replace(" ", "")
        if key in first:
            name, other = repr(organisation.name), repr(first[key])
            message = Message("rule.near_name", name=name, other=other)
            yield Finding(("organisations", id, "name"), message)
        first.setdefault(key, id)


def check_letters(registry: Registry) -> Iterator[Finding]:
    """A name is what an eye sees of it: no hidden character, no letter of another script."""
    for trail, name in _list_names(registry):
        if unseen := find_unseen(name):
            yield Finding(trail, Message("rule.unseen", character=name_character(unseen)))
        elif foreign := find_foreign(name):
            yield Finding(trail, Message("rule.foreign", character=name_character(foreign)))


def check_lengths(registry: Registry) -> Iterator[Finding]:
    """A name is short: it stands on a map, in cells, and in file names."""
    for trail, name in _list_names(registry):
        if len(name) > LONGEST_NAME:
            yield Finding(trail, Message("rule.long_name", n=len(name), most=LONGEST_NAME))


def check_curly(registry: Registry) -> Iterator[Finding]:
    """No curly quotes stand around a whole name: YAML takes the straight ones alone away."""
    for trail, name in _list_names(registry):
        if bare(name) != name:
            yield Finding(trail, Message("rule.curly"))


def _list_names(registry: Registry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for id, organisation in registry.organisations.items():
        yield ("organisations", id, "name"), organisation.name
        for position, alias in enumerate(organisation.aliases):
            yield ("organisations", id, "aliases", position), alias.text
    for section in ("partnerships", "not_organisations"):
        for id, named in getattr(registry, section).items():
            yield (section, id, "name"), named.name
    for id, group in registry.groups.items():
        yield ("groups", id, "label"), group.label
    for id, source in registry.sources.items():
        yield ("sources", id), source.title


def check_identifiers(registry: Registry) -> Iterator[Finding]:
    """The check digits of a number are right, where its scheme has some."""
    for id, organisation in registry.organisations.items():
        for scheme, number in organisation.ids.items():
            if scheme in CHECKS and not CHECKS[scheme](number):
                message = Message("rule.check_digits", number=repr(number))
                yield Finding(("organisations", id, "ids", scheme), message)


def check_use(registry: Registry, written: Registry) -> Iterator[Finding]:
    """
    Every organisation takes part in something, and every source is cited.

    Args:
        registry: All data.
        written: Those of the data file alone: a register may list whom it likes.
    """
    taking_part = {m.organisation for p in registry.partnerships.values() for m in p.memberships}
    taking_part |= {p.body for p in registry.partnerships.values() if p.body}
    for id in written.organisations:
        if id not in taking_part:
            yield Finding(("organisations", id), Message("rule.organisation_unused"))
    cited = {evidence.source for _, evidence in list_passages(registry)}
    for id, source in registry.sources.items():
        if id not in cited and source.kind == "document":
            yield Finding(("sources", id), Message("rule.source_unused"))


def _one(id: str | None) -> tuple[str, ...]:
    return (id,) if id else ()


def _check_groups(id: str, partnership: Partnership) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for position, group in enumerate(partnership.groups):
        if group.group in first:
            message = _say_again(group.group, "groups", first[group.group])
            yield Finding(("partnerships", id, "groups", position), message)
        first.setdefault(group.group, position)


def _say_again(id: str, field: str, first: int) -> Message:
    return Message("rule.listed_twice", id=repr(id), first=f"{field}[{first}]")


def _say_circle(circle: tuple[str, ...]) -> str:
    return " -> ".join((*circle, circle[0]))


def _find_circles(links: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    done: set[str] = set()
    for start in sorted(links):
        way: dict[str, None] = {}
        todo: list[tuple[str, int]] = [(start, 0)]
        while todo:
            id, depth = todo.pop()
            while len(way) > depth:
                way.popitem()
            if id in way:
                steps = list(way)
                yield tuple(steps[steps.index(id) :])
            elif id not in done:
                done.add(id)
                way[id] = None
                todo.extend((link, len(way)) for link in reversed(links.get(id, ())))
