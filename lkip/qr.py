"""QR codes as SVG, for pages and for the printed document."""

import io

import segno


def gambar_qr(isi: str, judul: str) -> str:
    """An SVG without size of its own; `judul` is read in place of it."""
    keluar = io.BytesIO()
    segno.make(isi, error="m", micro=False).save(
        keluar,
        kind="svg",
        xmldecl=False,
        omitsize=True,
        nl=False,
        border=0,
        svgclass=None,
        lineclass=None,
        title=judul,
    )
    return keluar.getvalue().decode().replace("<svg ", '<svg role="img" ', 1)
