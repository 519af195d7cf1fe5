"""What an option or an argument can be: how it is read, refused and completed."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.cli.language import get_speaker
from graph.model.errors import UnknownIdError
from graph.model.message import Message
from graph.model.period import PeriodError, comes_after, read_period
from graph.model.records import Period

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class NameType(click.ParamType[str]):
    """The name, alias or id of an organisation; completes to names."""

    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read what was typed as UTF-8, whatever the locale makes of it."""
        return os.fsencode(value).decode("utf-8", "replace")

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the organisations with a name, alias or id that begins with what was typed."""
        from graph.cli.completion import complete_names

        return complete_names(_find_data(ctx), incomplete)


NAME = NameType()


class AnyNameType(NameType):
    """The name, label or id of whatever can be shown; completes to names and ids."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer everything with a name, label or id that begins with what was typed."""
        from graph.cli.completion import complete_anything

        return complete_anything(_find_data(ctx), incomplete)


ANY_NAME = AnyNameType()


class FiltersType(click.ParamType[str]):
    """Filters with their values in one text: `region=almere,twente; fold`."""

    name = "filters"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the filters, and behind one of them the ids that it takes."""
        from graph.cli.completion import complete_filters

        return complete_filters(_find_data(ctx), incomplete)


class CodeType(click.ParamType[str]):
    """The code of a warning or an advice."""

    name = "code"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the codes that begin so."""
        from graph.cli.completion import complete_codes

        return complete_codes(incomplete)


class WordType(click.ParamType[str]):
    """An id of a list of words or of documents; completes to those that the data have."""

    name = "id"

    def __init__(self, listed: str) -> None:
        self.listed = listed

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the ids of the list of words, or of the documents, that begin so."""
        from graph.cli.completion import complete_words

        return complete_words(_find_data(ctx), self.listed, incomplete)


class Choice(click.Choice[str]):
    """One of some words."""

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """Say which words there are."""
        words = ",\n\t".join(self.choices)
        return Message("usage.choose", words=f"\n\t{words}").say(get_speaker(ctx))

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Say which words there are, and that this is none of them."""
        words = ", ".join(map(repr, self.choices))
        return Message("usage.choice", value=repr(value), words=words).say(get_speaker(ctx))


class Column(Choice):
    """A column of a table, by its name or its heading in any language."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Find the column."""
        from graph.write.answers.headings import find_column

        try:
            return find_column(str(value), list(self.choices))
        except UnknownIdError:
            return super().convert(value, param, ctx)


class ColumnType(click.ParamType[str]):
    """A column of the table that the argument `what` asks for."""

    name = "column"

    def __init__(self, columns: Mapping[str, Sequence[str]]) -> None:
        self.columns = columns

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the columns that begin so."""
        from graph.cli.completion import complete_columns

        return complete_columns(self.columns.get(ctx.params.get("what", ""), ()), incomplete)


class ColumnsType(click.ParamType[tuple[str, ...]]):
    """Columns with commas between; they complete to those of the argument `what`, or to all."""

    name = "columns"

    def __init__(self, columns: Mapping[str, Sequence[str]] | Sequence[str]) -> None:
        self._one = ColumnType(columns if isinstance(columns, Mapping) else {"": columns})

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split what was typed."""
        return tuple(str(value).split(",")) if isinstance(value, str) else tuple(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the columns that begin with what stands behind the last comma."""
        before, comma, last = incomplete.rpartition(",")
        found = self._one.shell_complete(ctx, param, last)
        for one in found:
            one.value = f"{before}{comma}{one.value}"
        return found


class Number(click.IntRange):
    """A whole number of 1 or more."""

    def __init__(self) -> None:
        super().__init__(min=1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a number."""
        try:
            number = int(value)
        except ValueError:
            self.fail(Message("usage.number", value=repr(value)).say(get_speaker(ctx)), param, ctx)
        if number < 1:
            self.fail(Message("usage.range", value=number).say(get_speaker(ctx)), param, ctx)
        return number


class Limit(click.ParamType[int]):
    """How many rows: a whole number; 0 or `all` for every one."""

    name = "limit"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a number; 0 for all."""
        text = str(value).strip()
        if text == "all":
            return 0
        if not (text.isascii() and text.isdecimal()):
            self.fail(Message("usage.limit", value=repr(value)).say(get_speaker(ctx)), param, ctx)
        return int(text)


class Day(click.ParamType[str]):
    """A day of the calendar, as ISO 8601 writes it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read a day."""
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.fail(Message("usage.day", value=repr(value)).say(get_speaker(ctx)), param, ctx)


class Engine(click.ParamType[str]):
    """Where columns are computed: `duckdb`, or an address of Spark."""

    name = "engine"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read an engine."""
        from graph.network.columns.cluster import is_spark

        if value != "duckdb" and not is_spark(value):
            self.fail(Message("usage.engine", value=repr(value)).say(get_speaker(ctx)), param, ctx)
        return str(value)


class Between(click.ParamType[tuple[Period, Period]]):
    """Two moments, of which the second follows the first: `2019..2021`."""

    name = "between"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Period, Period]:
        """Read both, each a day, a month or a year."""
        if isinstance(value, tuple):
            return value
        first, dots, second = str(value).partition("..")
        try:
            before, after = read_period(first), read_period(second)
        except PeriodError:
            dots = ""
        if not dots or "/" in value:
            refused = Message("usage.between", value=repr(value))
        elif not comes_after(after, before):
            refused = Message("usage.backwards", value=repr(value))
        else:
            return before, after
        self.fail(refused.say(get_speaker(ctx)), param, ctx)


class AnyFolder(click.ParamType[Path]):
    """A folder by its name, there or not."""

    name = "folder"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Let the shell offer folders."""
        return click.Path(file_okay=False).shell_complete(ctx, param, incomplete)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Refuse what is meant otherwise: nothing, `-` for stdout, and the root of a machine."""
        folder = Path(value)
        if not str(value):
            self.fail(Message("usage.no_name").say(get_speaker(ctx)), param, ctx)
        if str(value) == "-":
            self.fail(Message("usage.folder_is_stdout").say(get_speaker(ctx)), param, ctx)
        if folder == Path(folder.absolute().anchor):
            self.fail(Message("usage.folder_is_root").say(get_speaker(ctx)), param, ctx)
        return folder


class Folder(AnyFolder):
    """A folder that is there."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Find the folder."""
        folder = Path(value)
        if not folder.is_dir():
            there = folder.exists()
            message = Message(
                "usage.no_folder" if there else "usage.no_such_folder", folder=repr(value)
            )
            self.fail(message.say(get_speaker(ctx)), param, ctx)
        return folder


class NewFile(click.ParamType[Path]):
    """A file to write, and never stdout: what is written there goes with an answer on it."""

    name = "file"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Let the shell offer files."""
        return click.Path().shell_complete(ctx, param, incomplete)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Refuse `-`, and what can only be a folder."""
        file = Path(value)
        if str(value) == "-" or not file.name or file.name == "..":
            message = Message("usage.no_file_name", file=repr(str(value)))
            self.fail(message.say(get_speaker(ctx)), param, ctx)
        return file


def _find_data(ctx: click.Context) -> Path:
    return Path(ctx.params.get("data") or os.environ.get("COLLABGRAPH_DATA") or "entities.yaml")
