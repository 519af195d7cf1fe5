"""In which language the user is spoken to: known before anything is read, so that all speaks it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import click

from graph.model.message import ENGLISH
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES

VARIABLE = "COLLABGRAPH_LANGUAGE"
FLAG = "--language"

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def find_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """
    Find the language of errors and help: what is asked for, else that of the user's locale.

    Args:
        arguments: The command line; the option of the language may stand anywhere in it.
        environment: The variables of the process.

    Returns:
        One of `LANGUAGES`; English where nothing speaks of another.

    >>> find_language(["why", "--language", "nl"], {}), find_language([], {"LANG": "nl_BE.UTF-8"})
    ('nl', 'nl')
    >>> find_language([], {"LC_ALL": "C", "LANG": "nl_NL"}), find_language([], {"LANG": "fr_FR"})
    ('en', 'en')
    """
    locale = next(filter(None, map(environment.get, _LOCALE)), "") or ""
    spoken = re.split(r"[_.@]", locale)[0].lower()
    wishes = [*_list_asked(arguments), environment.get(VARIABLE, ""), spoken]
    return next((one for one in wishes if one in LANGUAGES), ENGLISH.language)


def get_speaker() -> Speaker:
    """Give who speaks in the command that runs; somebody English outside of one."""
    context = click.get_current_context(silent=True)
    return (context and context.find_object(Speaker)) or ENGLISH


def _list_asked(arguments: Sequence[str]) -> Iterator[str]:
    for word, following in pairwise([*arguments, ""]):
        flag, sign, value = word.partition("=")
        if flag == FLAG:
            yield value if sign else following
