"""Questions to a large register -> the part that answers them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.model.records import Registry
from graph.network.components import LISTED, Part, find_component, split_component
from graph.network.incidence import Incidence
from graph.registers import Question, Size
from graph.registers.lean import read_lean, read_named
from graph.registers.register import NotHeldError, Register, open_register
from graph.registers.sift import make_key


def measure_register(path: str) -> Size | None:
    """Count what a register holds; None where the tables cannot be used as they are."""
    try:
        with open_register(path) as register:
            return register.count()
    except NotHeldError:
        return None


def write_columns(path: str, folder: Path, *, memory: str = "") -> bool:
    """
    Write who takes part in what in a register as columns, as `Register.write_columns` does.

    Returns:
        Whether that was possible: not where the tables cannot be used as they are.
    """
    try:
        with open_register(path, memory=memory) as register:
            register.write_columns(folder)
            return True
    except NotHeldError:
        return False


def read_everything_lean(path: str) -> Registry | None:
    """Read all of a register, as `read_lean` does; None where the tables cannot be used so."""
    try:
        with open_register(path) as register:
            return read_lean(register)
    except NotHeldError:
        return None


def answer_from_part(path: str, question: Question) -> Incidence | None:
    """
    Read the part of a register that a question needs.

    Args:
        path: The data file.
        question: What is asked.

    Returns:
        The part; for `between` and `card` with the `cliques` of the whole. Where a name fits
        nothing, all names, for what is like it. None where the data have to be read whole: the
        tables cannot be used as they are.

    Raises:
        SourceError: The data file cannot be read.
    """
    try:
        with open_register(path) as register:
            return answer_question(register, question)
    except NotHeldError:
        return None


def answer_question(register: Register, question: Question) -> Incidence | None:
    """
    Do what `answer_from_part` does, with a register that is open.

    Raises:
        NotHeldError: The part breaks a rule.
    """
    found = [register.find_named(name) for name in question.names]
    if question.kind == "card" and register.document.digests:
        return None  # where a name stands in them depends on every other name
    counts = question.kind == "card"  # a card is of a partnership too
    if not all(organisations or (counts and others) for organisations, others in found):
        return _read_unknown(register, question)
    ids = [id for organisations, _ in found for id in organisations]
    others = [id for _, partnerships in found for id in partnerships]
    is_clear = all(len(organisations) == 1 for organisations, _ in found)
    near = _gather(register, question, ids) if is_clear else []
    part = register.read(ids, [*near, *others])
    if question.kind in ("near", "shared"):
        return Incidence(part)
    cliques = tuple(register.list_cliques())
    named = _find_named(Incidence(part, cliques=cliques), question, ids)
    if not named <= part.organisations.keys():
        part = register.read([*ids, *named], [*near, *others])
    return Incidence(part, cliques=cliques)


def _read_unknown(register: Register, question: Question) -> Incidence | None:
    """
    Read all names, where one that is asked for is that of no organisation.

    None where it is not sure that there is no answer: it has no word of its own, or a card may
    be shown of something else that has it.
    """
    keys = {make_key(name) for name in question.names}
    if not all(map(str.isalnum, keys)):
        return None
    registry = read_named(register)
    if question.kind == "card":
        words = registry.vocabulary
        named: list[Mapping[str, Any]] = [registry.sources, registry.groups, words.regions]
        named += [words.themes, registry.not_organisations]
        forms = (form for known in named for one in known.values() for form in one.names)
        if not keys.isdisjoint(map(make_key, forms)):
            return None
    return Incidence(registry)


def _gather(register: Register, question: Question, ids: list[str]) -> list[str]:
    if question.kind == "shared":
        left, right = (register.list_partnerships([id]) for id in ids)
        return sorted({*left} & {*right})
    if question.kind == "between":
        return register.list_between(*ids)
    return register.list_near(ids, question.steps)


def _find_named(incidence: Incidence, question: Question, ids: list[str]) -> set[str]:
    """Find who the answer names beside: small groups that are connected, or left without one."""
    groups: list[Part] = []
    for id in ids:
        groups.append(find_component(incidence, id))
        if question.kind == "card":
            groups += split_component(incidence, id)
    return {other for group in groups if len(group) <= LISTED for other in group}
