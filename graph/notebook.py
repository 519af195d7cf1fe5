"""What a notebook shows of what was explored."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.pipeline import Explored


def draw_frame(explored: "Explored") -> str:
    """Draw the page in a frame, as HTML for a cell of a notebook."""
    from graph.page.build import render_facts
    from graph.page.layout.positions import compute_positions
    from graph.write.frame import frame_page

    positions = compute_positions(explored.bipartite)
    return frame_page(render_facts(explored.facts, positions), explored.registry.title)
