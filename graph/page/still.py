"""Positions -> a still picture (SVG), for paper and for readers where no script runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from graph.model.certainty import Certainty
from graph.page.style.looks import DASHES, SHAPES, Look, tie_width

_LETTER = 7.2  # average width of a letter of the label, in pixels
_LINE = 15.0
_FORMS = ((22, 2), (14, 3), (14, 2))  # letters a line, lines; the next where one has no place
_MARGIN = 26.0
_WIDEST = 1400.0  # pixels between the outermost marks
_SMALLEST = 5.5  # a mark keeps this radius, and a line this part of its width, however far away
_THINNEST = 0.55
HEADING_LEFT = 60.0
HEADING_RISE = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One organisation in the picture; `radius` is half its width, in pixels."""

    x: float
    y: float
    radius: float
    name: str
    look: Look
    partnerships: int
    partners: int


@dataclass(frozen=True, slots=True)
class Line:
    """One tie in the picture."""

    left: Mark
    right: Mark
    weight: int
    certainty: Certainty


Box = tuple[float, float, float, float]


def draw_picture(
    marks: Sequence[Mark],
    lines: Iterable[Line],
    *,
    caption: str,
    heading: str,
    shapes: Iterable[str] = (),
) -> Markup:
    """
    Draw the network as SVG that takes its colours from the style of the page.

    Labels never cover one another or a mark; the organisations with most partners come first,
    and one for which no place is left goes without. A wide network is drawn smaller, with labels
    that stay as large as they are, so that what stands there can be read on one sheet. What is tied
    to nothing is left out, where something is tied: a list names it.

    Args:
        marks: Organisations, with positions in pixels.
        lines: Ties between them.
        caption: What the picture shows, for those who do not see it.
        heading: What to write above the organisations, where none has a tie.
        shapes: What `draw_key` draws of this picture beside the marks given.
    """
    used = {mark.look.shape for mark in marks} | {*shapes}
    marks = [mark for mark in marks if mark.partners] or marks
    shrink = max(1.0, _width(marks) / _WIDEST)
    marks = [_shrunk(mark, shrink) for mark in marks]
    alone = [mark for mark in marks if not mark.partners]
    headings = [_heading_box(alone, heading)] if alone else []
    labels = list(_place_labels(marks, headings))
    boxes = [*map(_around, marks), *headings, *(box for box, _ in labels)]
    left, top, right, bottom = _frame(boxes)
    opening = Markup('<svg class="still" viewBox="{:g} {:g} {:g} {:g}" role="img" aria-label="{}">')
    parts = [
        opening.format(left, top, right - left, bottom - top, caption),
        Markup("<defs>"),
        *(
            Markup('<path id="shape-{}" d="{}"/>').format(shape, SHAPES[shape])
            for shape in sorted(used)
        ),
        Markup('</defs><g class="lines">'),
        *_draw_lines(lines, shrink),
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


def _width(marks: Sequence[Mark]) -> float:
    xs = [mark.x for mark in marks] or [0.0]
    return max(xs) - min(xs)


def _shrunk(mark: Mark, shrink: float) -> Mark:
    radius = max(mark.radius / shrink, min(mark.radius, _SMALLEST))
    x, y = round(mark.x / shrink, 1), round(mark.y / shrink, 1)
    return replace(mark, x=x, y=y, radius=round(radius, 1))


def _draw_lines(lines: Iterable[Line], shrink: float) -> Iterator[Markup]:
    """Draw all ties of one look as one path, the widest last: thousands stay quick to read."""
    paths: dict[tuple[float, tuple[float, ...]], list[str]] = {}
    for line in lines:
        look = tie_width(line.weight), DASHES[line.certainty]
        ends = (
            f"{round(end.x / shrink, 1):g} {round(end.y / shrink, 1):g}"
            for end in (line.left, line.right)
        )
        paths.setdefault(look, []).append(f"M{'L'.join(ends)}")
    thin = max(_THINNEST, 1 / shrink)
    for (width, dashes), moves in sorted(paths.items()):
        yield Markup('<path stroke-width="{:g}"{} d="{}"/>').format(
            round(width * thin, 2), _dashes(dashes), "".join(moves)
        )


def _dashes(lengths: Sequence[float]) -> Markup:
    said = " ".join(f"{length:g}" for length in lengths)
    return Markup(' stroke-dasharray="{}"').format(said) if said else Markup("")


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
    for longest, most in _FORMS if mark.partners else reversed(_FORMS):
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
    return Markup(
        '<svg class="stroke" viewBox="0 0 44 12" aria-hidden="true">'
        '<line x1="1" y1="6" x2="43" y2="6" stroke-width="{:g}"{}/></svg>'
    ).format(tie_width(weight), _dashes(DASHES[certainty]))


def draw_arrow() -> Markup:
    """Draw one arrow on its own, for the legend."""
    return Markup(
        '<svg class="stroke arrow" viewBox="0 0 44 12" aria-hidden="true">'
        '<path d="M1 6H42M33 1L43 6L33 11" fill="none" stroke-width="1.6"/></svg>'
    )
