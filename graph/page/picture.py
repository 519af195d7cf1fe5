"""Positions -> a still picture (SVG), for paper and for readers where no script runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graph.model import Certainty
from graph.style import DASHES, SHAPES, Look, node_radius, tie_width

_LETTER = 7.2  # average width of a letter of the label, in pixels
_LINE = 15.0
_FORMS = ((22, 2), (14, 3), (14, 2))  # letters a line, lines; the next where one has no place
_MARGIN = 26.0
HEADING_LEFT = 60.0
HEADING_RISE = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One organisation in the picture."""

    x: float
    y: float
    name: str
    look: Look
    partnerships: int
    partners: int

    @property
    def radius(self) -> float:
        """Half its width, in pixels."""
        return node_radius(self.partnerships)


@dataclass(frozen=True, slots=True)
class Line:
    """One tie in the picture."""

    left: Mark
    right: Mark
    weight: int
    certainty: Certainty


Box = tuple[float, float, float, float]


def draw_picture(
    marks: Sequence[Mark], lines: Iterable[Line], *, caption: str, heading: str
) -> Markup:
    """
    Draw the network as SVG that takes its colours from the style of the page.

    Labels never cover one another or a mark; the organisations with most partners come first,
    and one for which no place is left goes without.

    Args:
        marks: Organisations, with positions in pixels.
        lines: Ties between them.
        caption: What the picture shows, for those who do not see it.
        heading: What to write above the organisations without a tie.
    """
    alone = [mark for mark in marks if not mark.partners]
    headings = [_heading_box(alone, heading)] if alone else []
    labels = list(_place_labels(marks, headings))
    boxes = [*map(_around, marks), *headings, *(box for box, _ in labels)]
    left, top, right, bottom = _frame(boxes)
    used = dict.fromkeys(mark.look.shape for mark in marks)
    opening = Markup('<svg class="still" viewBox="{:g} {:g} {:g} {:g}" role="img" aria-label="{}">')
    parts = [
        opening.format(left, top, right - left, bottom - top, caption),
        Markup("<defs>"),
        *(
            Markup('<path id="shape-{}" d="{}"/>').format(shape, SHAPES[shape])
            for shape in sorted(used)
        ),
        Markup('</defs><g class="lines">'),
        *(_draw_line(line) for line in lines),
        Markup('</g><g class="marks">'),
        *(_draw_mark(mark) for mark in marks),
        Markup('</g><g class="labels">'),
        *(_draw_label(box, rows) for box, rows in labels),
        *(
            Markup('<text class="heading" x="{:g}" y="{:g}">{}</text>').format(
                box[0], round(box[3] - 4, 1), heading
            )
            for box in headings
        ),
        Markup("</g></svg>"),
    ]
    return Markup("").join(parts)


def _draw_line(line: Line) -> Markup:
    dashes = " ".join(f"{length:g}" for length in DASHES[line.certainty])
    return Markup('<line x1="{:g}" y1="{:g}" x2="{:g}" y2="{:g}" stroke-width="{:g}"{}/>').format(
        line.left.x,
        line.left.y,
        line.right.x,
        line.right.y,
        tie_width(line.weight),
        Markup(' stroke-dasharray="{}"').format(dashes) if dashes else "",
    )


def _draw_mark(mark: Mark) -> Markup:
    return Markup(
        '<use href="#shape-{}" class="fill-{}" transform="translate({:g} {:g}) scale({:g})"/>'
    ).format(mark.look.shape, mark.look.colour, mark.x, mark.y, mark.radius / 10)


def _draw_label(box: Box, rows: Sequence[str]) -> Markup:
    middle = (box[0] + box[2]) / 2
    spans = (
        Markup('<tspan x="{:g}" y="{:g}">{}</tspan>').format(
            round(middle, 1), round(box[1] + _LINE * (number + 0.8), 1), row
        )
        for number, row in enumerate(rows)
    )
    return Markup("<text>{}</text>").format(Markup("").join(spans))


def _heading_box(alone: Sequence[Mark], heading: str) -> Box:
    """Keep room above the grid of organisations without a tie; `HEADING_RISE` above its marks."""
    left = min(mark.x for mark in alone) - HEADING_LEFT
    foot = min(mark.y for mark in alone) - HEADING_RISE
    return left, foot - 20, left + len(heading) * _LETTER, foot


def _place_labels(
    marks: Sequence[Mark], kept_free: Iterable[Box]
) -> Iterator[tuple[Box, list[str]]]:
    """Find a free place about each mark, the best connected first."""
    taken = _Grid([*map(_around, marks), *kept_free])
    for mark in sorted(marks, key=lambda m: (-m.partners, -m.partnerships, m.name, m.x, m.y)):
        for rows, box in _places(mark):
            if taken.add(box):
                yield box, rows
                break


def _places(mark: Mark) -> Iterator[tuple[list[str], Box]]:
    gap = mark.radius + 3
    near, low = gap * 0.7, gap * 0.5
    for longest, most in _FORMS if mark.partners else (*_FORMS[1:], _FORMS[0]):
        rows = break_name(mark.name, longest, most)
        width, height = max(len(row) for row in rows) * _LETTER, len(rows) * _LINE
        for x, y in (
            (mark.x - width / 2, mark.y + gap),
            (mark.x - width / 2, mark.y - gap - height),
            (mark.x + gap, mark.y - height / 2),
            (mark.x - gap - width, mark.y - height / 2),
            (mark.x + near, mark.y + low),
            (mark.x - near - width, mark.y + low),
            (mark.x + near, mark.y - low - height),
            (mark.x - near - width, mark.y - low - height),
        ):
            yield rows, (x, y, x + width, y + height)


def break_name(name: str, longest: int, most: int) -> list[str]:
    """
    Break a name over at most `most` lines; what does not fit ends in an ellipsis.

    >>> break_name("Coöperatie Huisartsen Zandmeer en omstreken", 22, 2)
    ['Coöperatie Huisartsen', 'Zandmeer en omstreken']
    """
    rows = [""]
    for word in name[:200].split():
        wider = f"{rows[-1]} {word}".strip()
        if len(wider) <= longest or not rows[-1]:
            rows[-1] = wider
        else:
            rows.append(word)
    kept = [row if len(row) <= longest else row[: longest - 1] + "…" for row in rows[:most]]
    if len(rows) > most and not kept[-1].endswith("…"):
        kept[-1] = kept[-1][: longest - 1] + "…"
    return kept


def _around(mark: Mark) -> Box:
    radius = mark.radius
    return mark.x - radius, mark.y - radius, mark.x + radius, mark.y + radius


def _frame(boxes: Sequence[Box]) -> Box:
    every = boxes or [(-200.0, -80.0, 200.0, 80.0)]
    return (
        round(min(box[0] for box in every) - _MARGIN, 1),
        round(min(box[1] for box in every) - _MARGIN, 1),
        round(max(box[2] for box in every) + _MARGIN, 1),
        round(max(box[3] for box in every) + _MARGIN, 1),
    )


class _Grid:
    """Boxes by the squares they touch, so that a clash is found without looking at all."""

    _SIDE = 120.0

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._squares: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self._keep(box)

    def add(self, box: Box) -> bool:
        """Keep a box if it touches no other; say whether it is kept."""
        for square in self._touched(box):
            for other in self._squares.get(square, ()):
                if (
                    box[0] < other[2]
                    and other[0] < box[2]
                    and box[1] < other[3]
                    and other[1] < box[3]
                ):
                    return False
        self._keep(box)
        return True

    def _keep(self, box: Box) -> None:
        for square in self._touched(box):
            self._squares.setdefault(square, []).append(box)

    def _touched(self, box: Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box[0] // self._SIDE), int(box[2] // self._SIDE) + 1):
            for row in range(int(box[1] // self._SIDE), int(box[3] // self._SIDE) + 1):
                yield column, row


def draw_key(shape: str, colour: str) -> Markup:
    """Draw one mark on its own, with a shape of the still picture: for legend and tables."""
    return Markup(
        '<svg class="key" viewBox="-13 -13 26 26" aria-hidden="true">'
        '<use class="fill-{}" href="#shape-{}"/></svg>'
    ).format(colour, shape)


def draw_stroke(weight: int, certainty: Certainty) -> Markup:
    """Draw one line on its own, for the legend."""
    dashes = " ".join(f"{length:g}" for length in DASHES[certainty])
    return Markup(
        '<svg class="stroke" viewBox="0 0 44 12" aria-hidden="true">'
        '<line x1="1" y1="6" x2="43" y2="6" stroke-width="{:g}"{}/></svg>'
    ).format(tie_width(weight), Markup(' stroke-dasharray="{}"').format(dashes) if dashes else "")
