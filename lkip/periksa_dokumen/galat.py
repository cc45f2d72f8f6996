"""Why a document cannot be checked."""


class DokumenSalah(ValueError):
    """The document cannot be read; `pesan` says in Indonesian what to do."""

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
