"""What an exporter returns: the bytes of each file, and what could not be written as it is."""

from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """
    One export, whole and ready to write as it is: bytes, so that no locale can change them.

    The whole is made before anything is written, so that all warnings are known and no half file
    can be left. `files` holds the bytes of each file under what its name adds to the name asked
    for: nothing where there is one file, `-nodes` and `-edges` where there are two tables. Of a
    format that is a folder they are whole names, with the folders within.
    A warning that is text already is in the language that the exporter was asked for.
    """

    files: Mapping[str, bytes]
    warnings: tuple[Message | str, ...] = ()

    def only(self, name: str) -> "Exported":
        """
        Take one file alone, under the name that was asked for.

        >>> Exported(files={"-nodes": b"Id", "-edges": b"Source"}).only("-edges").files
        {'': b'Source'}
        """
        return Exported(files={"": self.files[name]}, warnings=self.warnings)

    @property
    def content(self) -> bytes:
        """
        All files in one stream, for standard output: a blank line between, one byte order mark.

        >>> Exported(files={"-nodes": b"Id\\n", "-edges": b"Source,Target\\n"}).content
        b'Id\\n\\nSource,Target\\n'
        """
        first, *others = self.files.values()
        return b"\n".join((first, *(part.removeprefix(BOM_UTF8) for part in others)))
