"""`collabgraph scan`."""

from hashlib import sha256
from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.options import choose_speaker, language_option, make_format_option, read_options
from graph.cli.printing import print_answer
from graph.read.bytes import read_bytes
from graph.read.text import decode_text
from graph.reading import read_with_digests


@click.command("scan", cls=Command, example="collabgraph scan --format yaml")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@read_options
@language_option
@make_format_option("yaml")
@click.option("--propose", is_flag=True)
def command(
    files: tuple[Path, ...], data: str, cache: bool, language: str | None, form: str, propose: bool
) -> None:
    """Look for names of organisations in documents: known, ambiguous and new ones."""
    from graph.read.digest import Digest, read_digest
    from graph.read.originals import KINDS, Original, read_original
    from graph.scan.candidates import Text
    from graph.scan.drafts import draft_partnerships
    from graph.scan.survey import survey_texts
    from graph.write.answers.survey import answer_survey
    from graph.write.pasted import write_survey
    from graph.write.transcript import write_transcript

    registry, digests = read_with_digests(data, cache=cache)
    folder = Path(data).parent
    speaker = choose_speaker(language, registry.language)
    documents = [one for one in registry.sources.values() if one.kind == "document"]
    sources = {(folder / source.file).resolve(): source for source in documents}
    by_hash = {source.sha256: source for source in documents}

    def read(path: Path) -> tuple[str, Digest]:
        source = sources.get(path.resolve())
        if source:
            return source.id, digests[source.file]
        name = str(path)
        data = read_bytes(path, name)
        original = read_original(data, name) if path.suffix.lower() in KINDS else Original()
        if not original.parts:
            return name, read_digest(name, decode_text(data, name))
        source = by_hash.get(sha256(data).hexdigest())
        if source:
            return source.id, digests[source.file]
        return name, read_digest(name, write_transcript(original, original.title or name, speaker))

    read_all = [read(path) for path in dict.fromkeys(files or sources)]
    texts = [Text(name, digest.passages) for name, digest in read_all]
    survey = survey_texts(registry, texts)
    drafts = draft_partnerships(registry, texts, survey)
    if propose:
        from graph.cli.proposing import propose_found

        propose_found(data, survey, drafts, speaker)
    elif form == "yaml":
        click.echo(write_survey(registry, survey, drafts, speaker), nl=False)
    else:
        print_answer(answer_survey(registry, survey, drafts, speaker), form)
