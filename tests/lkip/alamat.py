"""Addresses of the pages of an office and year, and what kisi.js posts to them."""

import json

from django.urls import reverse

from tests.factories import TAHUN


def alamat(instansi, ekor):
    """The address that ends like this: alamat(instansi, "rkt/ubah/")."""
    return f"/{instansi.kode}/{TAHUN}/{ekor}"


def alamat_kisi(instansi, nama):
    return alamat(instansi, f"isi/{nama}/")


def alamat_bernama(instansi, nama, *pk):
    """The address of this name in the URL table."""
    return reverse(nama, args=(instansi.kode, TAHUN, *pk))


def kirim(client, instansi, nama, objek, **sel):
    """Post cells of one row as kisi.js does: column=(text before, text now)."""
    isi = {kolom: {"dasar": dasar, "teks": teks} for kolom, (dasar, teks) in sel.items()}
    kiriman = json.dumps({"baris": {str(objek.pk): isi}})
    return client.post(alamat_kisi(instansi, nama), kiriman, content_type="application/json")
