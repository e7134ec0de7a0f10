"""Files in a ZIP: the same files give the same bytes, whenever they are packed."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def zipped(files: Iterable[tuple[str, bytes]], *, pack: bool = False) -> bytes:
    """Name and content of each, in this order; packed where they are text (a PDF or PNG is packed already)."""
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, data in files:
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED if pack else ZIP_STORED)
    return content.getvalue()
