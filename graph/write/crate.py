"""Files of one network -> what describes them together: the metadata of an RO-Crate 1.1."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from graph import __version__
from graph.model.records import Registry, Source
from graph.words.speak import Speaker

METADATA = "ro-crate-metadata.json"
"""The file of a crate that describes the others."""

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_IS_ADDRESS = re.compile(r"https?://\S+").fullmatch
_PROGRAM = "#collabgraph"


class _Kind(NamedTuple):
    key: str
    encoding: str


_KINDS = {
    "network.html": _Kind("page", "text/html"),
    "network.graphml": _Kind("network", "application/graphml+xml"),
    "two-mode.graphml": _Kind("two_mode", "application/graphml+xml"),
    "network.jsonld": _Kind("linked", "application/ld+json"),
}
_DATA = _Kind("data", "application/yaml")


def describe_crate(registry: Registry, files: Mapping[str, bytes], published: str) -> bytes:
    """
    Describe files as a crate: what each is, on what terms, and which documents stand behind them.

    The context is named and not written out, as the specification asks; those who read a crate
    have it.

    Reference: Sefton et al. (2023), RO-Crate Metadata Specification 1.1.3.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        files: The bytes of each file by its name; what is not one of `build` is a data file.
        published: The day of publication, in ISO 8601.

    Returns:
        `METADATA`: UTF-8, lines end in LF.
    """
    graph = list(_walk(registry, files, published))
    text = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def _walk(
    registry: Registry, files: Mapping[str, bytes], published: str
) -> Iterator[dict[str, Any]]:
    speaker = Speaker(registry.language)
    names = [quote(name) for name in files]
    licence = _describe_licence(registry.licence, speaker)
    sources = [f"#source-{id}" for id in sorted(registry.sources)]
    yield {
        "@id": METADATA,
        "@type": "CreativeWork",
        "about": _refer("./"),
        "conformsTo": _refer(_PROFILE),
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": registry.title,
        "description": _describe_whole(registry, speaker),
        "datePublished": published,
        "identifier": f"sha256:{registry.content_hash}",
        "inLanguage": registry.language,
        "license": _refer(licence["@id"]),
        **({"contactPoint": _refer("#contact")} if registry.contact else {}),
        **_refer_all("hasPart", names),
        **_refer_all("isBasedOn", sources),
        "mentions": _refer("#made"),
    }
    for name, content in files.items():
        yield _describe_file(name, content, speaker)
    yield licence
    if registry.contact:
        yield {"@id": "#contact", "@type": "ContactPoint", "name": registry.contact}
    yield {
        "@id": "#made",
        "@type": "CreateAction",
        "name": speaker.say("exports.crate_made"),
        "instrument": _refer(_PROGRAM),
        **_refer_all("object", sources),
        **_refer_all("result", [quote(name) for name in files if name in _KINDS]),
    }
    yield {
        "@id": _PROGRAM,
        "@type": "SoftwareApplication",
        "name": "collabgraph",
        "version": __version__,
    }
    for _, source in sorted(registry.sources.items()):
        yield _describe_source(source)


def _refer(id: str) -> dict[str, str]:
    return {"@id": id}


def _refer_all(name: str, ids: Sequence[str]) -> dict[str, Any]:
    """Say a property of several values, of one without a list, and none of none."""
    values = [_refer(id) for id in ids]
    return {name: values if len(values) > 1 else values[0]} if values else {}


def _describe_whole(registry: Registry, speaker: Speaker) -> str:
    said = [
        speaker.say(
            "exports.crate",
            n=len(registry.organisations),
            partnerships=len(registry.partnerships),
            documents=len(registry.sources),
        )
    ]
    if registry.selection:
        said.append(speaker.say("exports.crate_selection", selection=registry.selection))
    return " ".join([*said, speaker.say("exports.absence")])


def _describe_licence(licence: str | None, speaker: Speaker) -> dict[str, Any]:
    is_address = _IS_ADDRESS(licence or "")
    return {
        "@id": licence if is_address else "#licence",
        "@type": "CreativeWork",
        "name": licence or speaker.say("exports.crate_no_licence"),
    }


def _describe_file(name: str, content: bytes, speaker: Speaker) -> dict[str, Any]:
    kind = _KINDS.get(name, _DATA)
    return {
        "@id": quote(name),
        "@type": "File",
        "name": name,
        "description": speaker.say(f"exports.crate_{kind.key}"),
        "encodingFormat": kind.encoding,
        "contentSize": str(len(content)),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _describe_source(source: Source) -> dict[str, Any]:
    known = {
        "publisher": source.publisher,
        "datePublished": source.date,
        "url": source.url,
        "version": source.version,
        "usageInfo": source.licence,
        "sha256": source.sha256,
    }
    return {
        "@id": f"#source-{source.id}",
        "@type": "CreativeWork",
        "name": source.title,
        **{name: value for name, value in known.items() if value},
    }
