"""What the printed document may read: its own folder and the uploads that the report names."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

# Templates, stylesheet and fonts of the document live in one folder.
FOLDER = Path(__file__).resolve().parent.parent.parent / "templates" / "lkip" / "dokumen"


class PengambilBerkas(URLFetcher):
    """Read files of the document folder and the named uploads, refuse any other file or address.

    A refused or missing file stops the rendering: a report without its emblem is worse than an
    error. WeasyPrint goes on without the file after every exception but FatalURLFetchingError.
    """

    def __init__(self, unggahan: Iterable[Path] = ()) -> None:
        super().__init__(allowed_protocols=("file",))
        self.unggahan = frozenset(berkas.resolve() for berkas in unggahan)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the file; FatalURLFetchingError when the document may not have it."""
        bagian = urlsplit(url)
        berkas = Path(url2pathname(bagian.path)).resolve()
        boleh = berkas.is_relative_to(FOLDER) or berkas in self.unggahan
        if not (bagian.scheme == "file" and not bagian.netloc and boleh and berkas.is_file()):
            raise FatalURLFetchingError(f"Not a file of this document: {url}")
        return super().fetch(url, headers)
