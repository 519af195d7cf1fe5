"""How the template of the page is filled."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.model.certainty import least_sure
from graph.page.assets import PAGE
from graph.page.data import PLACES, Record
from graph.page.still import draw_arrow, draw_key, draw_stroke
from graph.words.speak import Speaker


def make_environment(texts: Record, language: str) -> Environment:
    """Make what fills the template of the page: how it says words, terms, dates and signs."""
    environment = Environment(
        loader=FileSystemLoader(PAGE / "template", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "separators": (",", ":"),
        "ensure_ascii": False,
        "allow_nan": False,
    }

    speaker = Speaker(language)

    def text(place: str, **values: int | str) -> str:
        """Say a word, a term as `list:id`, or a date; a term without labels is its own text."""
        list_name, colon, id = place.partition(":")
        if not colon:
            return speaker.say(PLACES[place], **values)
        if list_name == "dates":
            return speaker.date(id)
        said: str = texts[list_name].get(id, {language: id})[language]
        return said

    def speak(place: str, n: int | None = None) -> Markup:
        """Say it in an element that the script can put into the other language."""
        values = {} if n is None else {"n": n}
        return Markup('<span data-t="{}"{}>{}</span>').format(
            place, "" if n is None else Markup(' data-n="{}"').format(n), text(place, **values)
        )

    environment.globals |= {
        "text": text,
        "t": speak,
        "w": lambda key, n=None: speak(key, n),
        "key": draw_key,
        "stroke": draw_stroke,
        "arrow": draw_arrow,
        "least_sure": least_sure,
        "number": lambda n: Markup('<span data-number="{}">{}</span>').format(n, speaker.number(n)),
    }
    return environment
