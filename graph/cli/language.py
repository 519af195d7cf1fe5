"""In which language the user is spoken to: known before anything is read, so that all speaks it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import click

from graph.model.message import ENGLISH
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES, find_words

VARIABLE = "COLLABGRAPH_LANGUAGE"
FLAG = "--language"

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def find_language(
    arguments: Sequence[str], environment: Mapping[str, str], setting: str = ""
) -> str:
    """
    Find the language of errors and help: what is asked for or set, else that of the user's locale.

    Args:
        arguments: The command line; the option of the language may stand anywhere in it.
        environment: The variables of the process.
        setting: What the project sets; empty where it sets nothing.

    Returns:
        One of `LANGUAGES`; English where nothing speaks of another.

    >>> find_language(["why", "--language", "nl"], {}), find_language([], {"LANG": "nl_BE.UTF-8"})
    ('nl', 'nl')
    >>> find_language([], {"LC_ALL": "C", "LANG": "nl_NL"}), find_language([], {"LANG": "fr_FR"})
    ('en', 'en')
    """
    locale = next(filter(None, map(environment.get, _LOCALE)), "") or ""
    spoken = re.split(r"[_.@]", locale)[0].lower()
    wishes = [*_list_asked(arguments), environment.get(VARIABLE, ""), setting, spoken]
    return next((one for one in wishes if one in LANGUAGES), ENGLISH.language)


def get_speaker(ctx: click.Context | None = None) -> Speaker:
    """
    Give who speaks to the user.

    Args:
        ctx: Of the command; that of the one which runs unless given.

    Returns:
        Somebody who speaks English outside of a command.
    """
    context = ctx or click.get_current_context(silent=True)
    return (context and context.find_object(Speaker)) or ENGLISH


def say_metavar(text: str, speaker: Speaker) -> str:
    """
    Say what stands for a value: a word of our own in the language, else as it is.

    >>> say_metavar("FILE", Speaker("nl")), say_metavar("[table|json]", Speaker("nl"))
    ('BESTAND', '[table|json]')
    """
    known = {english: key for key, english in find_words("help.metavars", "en").items()}
    return speaker.say(f"help.metavars.{known[text]}") if text in known else text


def _list_asked(arguments: Sequence[str]) -> Iterator[str]:
    for word, following in pairwise([*arguments, ""]):
        flag, sign, value = word.partition("=")
        if flag == FLAG:
            yield value if sign else following
