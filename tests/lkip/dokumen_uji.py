"""An invented report of another office, as text, DOCX and PDF; faults are put in by replacing words."""

import zipfile
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path

BERSIH = (Path(__file__).parent / "dokumen_uji.txt").read_text()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def ganti(*pasangan, teks=BERSIH):
    """The clean report with words replaced; each must be there."""
    for lama, baru in pasangan:
        assert lama in teks, lama
        teks = teks.replace(lama, baru)
    return teks


def dokumen_keliru():
    return ganti(("900.000.000", "950.000.000"), ("sebesar Rp1.010.000.000", "sebesar Rp.."))


def buat_docx(teks):
    """A Word document of the text: lines with tabs become tables."""
    isi = "".join(
        _tabel_docx(baris) if tabel else "".join(f"<w:p>{_lari(satu)}</w:p>" for satu in baris)
        for tabel, baris in _kelompok(teks)
    )
    return arsip_docx(f'<w:document xmlns:w="{W}"><w:body>{isi}</w:body></w:document>')


def arsip_docx(xml):
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", "<Types/>")
        arsip.writestr("word/document.xml", xml)
    return wadah.getvalue()


def _lari(teks):
    return f"<w:r><w:t>{escape(teks)}</w:t></w:r>"


def _tabel_docx(semua):
    baris = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p>{_lari(sel)}</w:p></w:tc>" for sel in satu.split("\t"))
        + "</w:tr>"
        for satu in semua
    )
    return f"<w:tbl>{baris}</w:tbl>"


def buat_html(teks):
    isi = "".join(
        "<table>"
        + "".join(
            "<tr>" + "".join(f"<td>{escape(sel)}</td>" for sel in satu.split("\t")) + "</tr>"
            for satu in baris
        )
        + "</table>"
        if tabel
        else "".join(f"<p>{escape(satu)}</p>" for satu in baris)
        for tabel, baris in _kelompok(teks)
    )
    gaya = "td{vertical-align:top;padding:2pt 8pt;font-size:8pt}p{font-size:10pt;margin:4pt 0}"
    return f"<!doctype html><html lang=id><style>{gaya}</style><body>{isi}</body></html>"


def _kelompok(teks):
    """(is it a table?, its lines), in the order of the text."""
    return [
        (tabel, [satu for satu in baris if satu])
        for tabel, baris in groupby(teks.splitlines(), key=lambda satu: "\t" in satu)
    ]
