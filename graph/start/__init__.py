"""A project to start from: data file, document and schema. Imports `schema`."""

from graph.start.project import LANGUAGES, make_project

__all__ = ["LANGUAGES", "make_project"]
