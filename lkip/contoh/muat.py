"""Loads the example office into the database."""

from django.db import transaction

from instansi.models import Instansi
from lkip.contoh.belanja import load_anggaran
from lkip.contoh.data import ContohSalah, Data
from lkip.contoh.hapus import remove_kantor
from lkip.contoh.kantor import get_pemda, load_kantor
from lkip.contoh.kinerja import load_perjanjian, load_profil, load_realisasi
from lkip.contoh.laporan import load_lkip
from lkip.contoh.orang import load_pengguna
from lkip.contoh.rencana import load_renstra


@transaction.atomic
def load_contoh(data: Data, *, ulang: bool = False) -> bool:
    """Create the example office unless it is there; all of it or nothing.

    With `ulang` an office that is there is removed first. Returns whether it was created.
    Raises ContohSalah.
    """
    try:
        ada = Instansi.objects.filter(kode=data.instansi["instansi"]["kode"]).first()
        if ada and not ulang:
            return False
        if ada:
            remove_kantor(ada)
        _load_all(data)
    except KeyError as error:
        raise ContohSalah(f"Isian atau kunci {error} tidak ditemukan dalam data contoh.") from error
    return True


def _load_all(data: Data) -> None:
    pemda = get_pemda(data)
    load_profil(data, pemda)
    instansi, seksi = load_kantor(data, pemda)
    pengguna = load_pengguna(data, instansi, seksi)
    renstra, simpul, indikator = load_renstra(data, instansi, seksi)
    load_anggaran(data, instansi, seksi, simpul)
    load_perjanjian(data, instansi, renstra, indikator, pengguna)
    load_realisasi(data, indikator, seksi)
    load_lkip(data, instansi, seksi, simpul, indikator)
