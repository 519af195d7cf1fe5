"""What a notebook shows of what was explored."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.pipeline import Explored


def draw_frame(explored: "Explored") -> str:
    """
    Draw the page in a frame, as HTML for a cell of a notebook.

    It stands in a frame as a `data:` address and not as `srcdoc`: there a click in the page
    could not change its address, and there its script could reach the notebook around it.
    """
    from base64 import b64encode
    from html import escape

    from graph.page.build import render_facts
    from graph.page.layout.positions import compute_positions

    positions = compute_positions(explored.bipartite)
    page = b64encode(render_facts(explored.facts, positions).encode()).decode("ascii")
    return (
        f'<iframe src="data:text/html;charset=utf-8;base64,{page}" '
        f'title="{escape(explored.registry.title)}" width="100%" height="640"></iframe>'
    )
