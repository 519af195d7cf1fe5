"""The story of the page: what the view of a step names is there."""

from collections.abc import Iterator

from graph.model.addresses import find_missing
from graph.model.errors import Hints
from graph.model.message import Message
from graph.model.records import Registry
from graph.schema.finding import Finding

_COPY = Message("hint.copy_address")


def check_story(registry: Registry) -> Iterator[Finding]:
    """The view of each step names what the data have, by what an address of the page can say."""
    hints = Hints()
    for position, step in enumerate(registry.story):
        for name, value, known in find_missing(registry, step.view):
            hint = hints.say(value or name, known) or _COPY
            message = Message("rule.story_parameter", name=repr(name), hint=hint)
            if value:
                message = Message("rule.story_value", name=repr(name), value=repr(value), hint=hint)
            yield Finding(("story", position, "view"), message)
