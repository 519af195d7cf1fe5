"""Lines of quotes and of aliases, in a document whose lines moved."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.mend.mend import Draft, Mend
from graph.model.message import Message
from graph.model.records import Evidence
from graph.read.digest import normalise
from graph.read.document import Trail, format_path
from graph.read.edits import find_value, replace_value
from graph.read.nodes import is_scalar, is_sequence
from graph.read.places import Context, Place, find_places, fits
from graph.validate.passages import list_passages

_MOVED = frozenset({"E401", "W418"})


class Shifts:
    """Where the lines of one document went, as the quotes tell that stand in it just once."""

    def __init__(self, moves: Iterable[tuple[int, int]]) -> None:
        """
        Args:
            moves: A line of a quote, and where that stands now; also of those that did not move.
        """
        found: dict[int, set[int]] = {}
        for old, new in moves:
            found.setdefault(old, set()).add(new)
        self._lines = sorted(old for old, new in found.items() if len(new) == 1)
        self._moves = {old: min(found[old]) for old in self._lines}

    def find(self, line: int) -> int | None:
        """
        Find where a line went; None where the quotes around it do not agree, or there is none.

        >>> shifts = Shifts([(3, 3), (5, 8), (9, 12)])
        >>> shifts.find(3), shifts.find(4), shifts.find(7), shifts.find(20)
        (3, None, 10, None)
        """
        if line in self._moves:
            return self._moves[line]
        place = bisect_left(self._lines, line)
        if not 0 < place < len(self._lines):
            return None
        steps = {self._moves[old] - old for old in self._lines[place - 1 : place + 1]}
        return line + steps.pop() if len(steps) == 1 else None


def mend_lines(draft: Draft) -> Iterator[Mend]:
    """
    Write the lines on which quotes stand now, and those on which an alias holds.

    It is certain where a quote stands in one place alone, where the words kept around it fit one
    place alone, or where the quotes before and behind it moved equally far. Of a paragraph that
    renders several lines the first is written.
    """
    found = {trail: _find(draft, evidence) for trail, evidence in list_passages(draft.registry)}
    cited = dict(list_passages(draft.registry))
    moves: dict[str, list[tuple[int, int]]] = {}
    for trail, places in found.items():
        if len(places) == 1 and places[0].lines:
            line, lines = cited[trail].line, places[0].lines
            new = line if line in lines else lines[0]
            moves.setdefault(cited[trail].source, []).append((line, new))
    shifts = {source: Shifts(moved) for source, moved in moves.items()}
    yield from _mend_quotes(draft, cited, found, shifts)
    yield from _mend_aliases(draft, shifts)


def _find(draft: Draft, evidence: Evidence) -> list[Place]:
    source = draft.registry.sources.get(evidence.source)
    digest = draft.document.digests.get(source.file) if source else None
    return list(find_places(digest.passages, normalise(evidence.quote))) if digest else []


def _mend_quotes(
    draft: Draft,
    cited: Mapping[Trail, Evidence],
    found: Mapping[Trail, Sequence[Place]],
    shifts: Mapping[str, Shifts],
) -> Iterator[Mend]:
    wrong = {problem.path: problem.code for problem in draft.problems if problem.code in _MOVED}
    for trail, evidence in cited.items():
        path = format_path((*trail, "line"))
        node = find_value(draft.root, (*trail, "line")) if path in wrong else None
        if node is None or node.value != str(evidence.line):
            continue
        new = _choose(evidence, found[trail], shifts.get(evidence.source))
        if new:
            yield _write(draft, node, path, str(new), wrong[path])


def _choose(evidence: Evidence, places: Sequence[Place], shifts: Shifts | None) -> int | None:
    """Choose the line on which a quote stands now; None where that is not certain."""
    context = Context(evidence.before or "", evidence.after or "")
    whole = [place for place in places if any(context) and fits(place, context)]
    for best in (places, whole):
        if len({place.lines for place in best}) == 1:
            return best[0].lines[0]
    went = shifts.find(evidence.line) if shifts else None
    return went if sum(went in place.lines for place in places) == 1 else None


def _mend_aliases(draft: Draft, shifts: Mapping[str, Shifts]) -> Iterator[Mend]:
    unused = {problem.path for problem in draft.problems if problem.code == "W406"}
    for id, organisation in draft.registry.organisations.items():
        for position, alias in enumerate(organisation.aliases):
            trail = ("organisations", id, "aliases", position)
            path = format_path(trail)
            moved = shifts.get(alias.source or "")
            node = find_value(draft.root, (*trail, "lines")) if path in unused else None
            if not moved or not _is_short(node):
                continue
            lines = [moved.find(line) for line in alias.lines]
            if None not in lines and lines != list(alias.lines):
                numbers = ", ".join(map(str, lines))
                yield _write(draft, node, path, numbers, "W406")


def _is_short(node: Any) -> bool:
    return is_scalar(node) or (is_sequence(node) and bool(node.flow_style))


def _write(draft: Draft, node: Any, path: str, new: str, code: str) -> Mend:
    old = draft.text[node.start_mark.index : node.end_mark.index]
    said = Message("mend.line", old=old.strip("[]"), new=new)
    written = f"[{new}]" if is_sequence(node) or "," in new else new
    edit = replace_value(draft.text, node, written)
    return Mend(node.start_mark.line + 1, path, said, (edit,), code)
