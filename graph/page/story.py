"""The story of the page: its steps in one language."""

from graph.model.records import Registry
from graph.page.data import Record, clean_text
from graph.words.store import choose


def list_story(registry: Registry, language: str) -> list[Record]:
    """
    List the steps of the story, each with `title`, `text` and `view`, the address that it shows.

    Args:
        registry: Checked data.
        language: Of title and text; another where a step does not have it.
    """
    return [
        {
            "title": clean_text(choose(step.title, language, "")),
            "text": clean_text(choose(step.text, language, "")),
            "view": clean_text(step.view),
        }
        for step in registry.story
    ]
