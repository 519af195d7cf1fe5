"""Files in a zip, without a trace of when and where it was made."""

import io
import zipfile
from collections.abc import Mapping


def zip_files(contents: Mapping[str, bytes]) -> bytes:
    """
    Put files in a zip, in their order; the same files give the same bytes.

    Every time in it is the first that a zip can hold, and no file system leaves its mark.

    Args:
        contents: The bytes of each file by its name, in folders or not (`notes/a.md`).
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return packed.getvalue()
