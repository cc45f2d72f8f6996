"""Uploaded pictures: checked by what they are, drawn anew, without what a camera adds to them."""

import io
import warnings

from django.core.files import File
from PIL import Image, ImageOps, UnidentifiedImageError

BITA_MAKSIMUM = 10 * 1024 * 1024
TERLALU_BESAR = "Berkas ini lebih besar dari 10 MB."
PIKSEL_MAKSIMUM = 40_000_000
JENIS = ("JPEG", "PNG")


class GambarSalah(ValueError):
    """The upload is not a picture that can be used; `pesan` says why in Indonesian."""

    def __init__(self, pesan: str):
        super().__init__(pesan)
        self.pesan = pesan


def kecilkan(berkas: File, sisi: int) -> Image.Image:
    """The picture upright and at most `sisi` pixels wide and high, with nothing but its pixels.

    Raises GambarSalah for what is too big, or is not a JPEG or PNG whatever its name says.
    """
    if berkas.size > BITA_MAKSIMUM:
        raise GambarSalah(TERLALU_BESAR)
    berkas.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(berkas, formats=JENIS) as asli:
                if asli.width * asli.height > PIKSEL_MAKSIMUM:
                    raise GambarSalah("Gambar ini lebih besar dari 40 megapiksel.")
                tegak = ImageOps.exif_transpose(asli)
                tegak.thumbnail((sisi, sisi))
                return _hanya_piksel(tegak)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as salah:
        raise GambarSalah("Berkas ini bukan gambar JPEG atau PNG yang dapat dibaca.") from salah


def _hanya_piksel(gambar: Image.Image) -> Image.Image:
    bentuk = "RGBA" if "A" in gambar.getbands() or "transparency" in gambar.info else "RGB"
    hasil = Image.new(bentuk, gambar.size)
    hasil.paste(gambar.convert(bentuk))
    return hasil


def putar_kanan(berkas: File) -> Image.Image:
    """A stored picture turned a quarter to the right."""
    with Image.open(berkas, formats=JENIS) as asli:
        return asli.transpose(Image.Transpose.ROTATE_270)


def tulis_jpeg(gambar: Image.Image) -> bytes:
    """A photo as it is stored; where it is empty it is white."""
    hasil = io.BytesIO()
    kertas = Image.new("RGB", gambar.size, "white")
    kertas.paste(gambar, mask=gambar.getchannel("A") if "A" in gambar.getbands() else None)
    kertas.save(hasil, "JPEG", quality=82, optimize=True)
    return hasil.getvalue()


def periksa_lampiran(berkas: File) -> None:
    """Refuse (GambarSalah) an attachment that is too big or is not the PDF or picture it claims."""
    if berkas.size > BITA_MAKSIMUM:
        raise GambarSalah(TERLALU_BESAR)
    berkas.seek(0)
    pdf = berkas.read(5) == b"%PDF-"
    berkas.seek(0)
    if pdf != berkas.name.lower().endswith(".pdf"):
        raise GambarSalah("Isi berkas ini tidak sesuai dengan namanya.")
    if not pdf:
        kecilkan(berkas, 1)
        berkas.seek(0)
