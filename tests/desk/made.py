"""A data file with a page, and proposals about it, as the tests of the desk want them."""

from pathlib import Path

from graph.desk.proposal import Proposal

PAGE = """\
# Samen een wondpoli

In Zandmeer opende Huisartsengroep Zandmeer in 2023 een wondpoli, samen met
Ziekenhuis De Vuurbaak. Thuiszorg Het Duin doet sinds januari mee.
De gemeente Zandmeer betaalt de zaal, naar het Integraal Zorgakkoord (IZA).
"""
OPENED = (
    "In Zandmeer opende Huisartsengroep Zandmeer in 2023 een wondpoli, samen met "
    "Ziekenhuis De Vuurbaak"
)
DATA = """\
schema: 2
title: Proef # van een curator
language: nl

sources:
  wondzorg:
    file: documents/wondzorg.md
    original:
      file: wondzorg.md
      sha256: bcfb545ba359cf035abc4556050ebd687368ac2df8e9eeedb35986957427519b
      title: Samen een wondpoli

organisations:
  ziekenhuis-de-vuurbaak: # stond er al
    name: 'Ziekenhuis De Vuurbaak'
    type: ziekenhuis

partnerships: {}
"""


def make_project(folder: Path) -> Path:
    """Write a data file with one organisation and one document; its place."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "wondzorg.md").write_text(PAGE, encoding="utf-8")
    place = folder / "entities.yaml"
    place.write_text(DATA, encoding="utf-8")
    return place


def organisation(name: str = "Huisartsengroep Zandmeer", **more: object) -> Proposal:
    """Propose an organisation."""
    known: dict[str, object] = {
        "finder": "scan",
        "version": "1",
        "document": "wondzorg",
        "sha256": "bcfb545ba359cf035abc4556050ebd687368ac2df8e9eeedb35986957427519b",
        "line": 3,
        "quote": OPENED,
        "what": "organisation",
        "record": {"name": name, "type": ["eerstelijn"]},
    }
    return Proposal(**(known | more))  # type: ignore[arg-type]


def partnership(**more: object) -> Proposal:
    """Propose the partnership of a new organisation and a known one."""
    record = {
        "name": "Wondpoli",
        "kind": "hulpverlening",
        "members": [{"org": "Huisartsengroep Zandmeer"}, {"org": "ziekenhuis-de-vuurbaak"}],
        "period": "2023/..",
        "certainty": "low",
    }
    given: dict[str, object] = {"what": "partnership", "record": record}
    return organisation("", **(given | more))
