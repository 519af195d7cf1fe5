"""One build for the served page: its outputs, or what stands in their way."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from graph.model.errors import GraphError, merge_places
from graph.model.message import Message
from graph.outputs import Outputs, Wishes, make_outputs
from graph.pipeline import explore_registry
from graph.read.bytes import find_real_folder
from graph.read.document import Map
from graph.read.load import load_document
from graph.select.filters import Selection
from graph.validate import check_document
from graph.words.speak import Speaker
from graph.write.answers.problems import say_problem
from graph.write.folder import write_folder


class Built(NamedTuple):
    """
    What came of a build.

    `outputs` is None where there are errors. `errors` and `warnings` are said with file and line.
    `files`: what the data are made of; only the data file where that cannot be read.
    """

    outputs: Outputs | None
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    files: tuple[Path, ...]


def build(
    data: Path,
    selection: Selection,
    wishes: Wishes,
    speaker: Speaker,
    output: Path | None = None,
) -> Built:
    """
    Read, check and build, whatever is wrong with the data.

    Args:
        data: The data file.
        selection: What to keep of it.
        wishes: How the page is to be made.
        speaker: Who says what is wrong.
        output: A folder to write the outputs into as well.
    """
    files: tuple[Path, ...] = (data,)
    try:
        document = load_document(data)
        files = (data, *_list_files(find_real_folder(data), document.root))
        registry, problems = check_document(document)
        said = {
            severity: tuple(
                say_problem(problem, str(data), speaker)
                for problem in merge_places(problems)
                if problem.severity == severity
            )
            for severity in ("error", "warning")
        }
        if said["error"]:
            return Built(None, said["error"], said["warning"], files)
        outputs = make_outputs(explore_registry(registry, selection), wishes)
        if output:
            write_folder(output, outputs.files)
    except GraphError as error:
        return Built(None, (error.say(speaker),), (), files)
    more = tuple(_say(warning, speaker) for warning in outputs.warnings)
    return Built(outputs, (), (*said["warning"], *more), files)


def _list_files(folder: Path, root: Any) -> Iterator[Path]:
    """List the digests and tables that a data file names, whether they are there or not."""
    sources = root.get("sources") if isinstance(root, Map) else None
    for source in sources.values() if isinstance(sources, Map) else ():
        file = source.get("file") if isinstance(source, Map) else None
        if isinstance(file, str):
            yield folder / file


def _say(warning: Message | str, speaker: Speaker) -> str:
    return warning.say(speaker) if isinstance(warning, Message) else warning
