"""What tests of entering the Renstra share: an office with two of all, and what is posted."""

import pytest

from lkip.isian.pohon import baca_pohon
from tests import factories as buat


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap(2)


@pytest.fixture
def renstra(instansi):
    return instansi.renstra.get()


def isi_formulir(client, alamat):
    """What a browser would post if nobody typed anything."""
    formulir = client.get(alamat).context["formulir"]
    isian = {}
    for bidang in formulir:
        nilai = bidang.value()
        if nilai not in (None, False):
            isian[bidang.html_name] = nilai
    return isian


def isi_indikator(renstra, **ubah):
    return {
        "kode": "I9",
        "nama": "Persentase layanan selesai",
        "sasaran": renstra.sasaran.first().pk,
        "iku": "on",
        "satuan": "%",
        "polaritas": "positif",
        "akumulasi": "terakhir",
        "faktor": "100",
    } | ubah


def susunan(renstra):
    """The tree as codes: tujuan, its indikator, its sasaran with theirs."""
    return [
        (
            tujuan.objek.kode,
            [satu.kode for satu in tujuan.indikator],
            [(s.objek.kode, [satu.kode for satu in s.indikator]) for s in tujuan.sasaran],
        )
        for tujuan in baca_pohon(renstra)
    ]
