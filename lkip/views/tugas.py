"""The checklist as the templates show it: tasks with their addresses, and where to go on."""

from django.urls import reverse

from lkip.akses import PENGISI, PENGISI_KANTOR
from lkip.tugas import tugas_berikut


def alamat_tugas(berkas, tugas):
    """The page and row where a task is done."""
    jangkar = f"#{tugas.jangkar}" if tugas.jangkar else ""
    return alamat_halaman(berkas, tugas.alamat) + jangkar


def alamat_halaman(berkas, alamat):
    """The page of this name, with its arguments after the year."""
    nama, *bagian = alamat
    return reverse(nama, args=(berkas.instansi.kode, berkas.tahun, *bagian))


def dapat_dibuka(berkas, alamat):
    """Whether the roles of the reader open this page; those to read open for the whole office."""
    if alamat[0] == "isi_kisi":
        return bool(berkas.peran & PENGISI)
    return not alamat[0].startswith("ubah_") or bool(berkas.peran & PENGISI_KANTOR)


def isi_tugas(berkas, kelompok):
    """What lkip/_daftar_tugas.html needs."""

    def alamat(satu):
        return alamat_tugas(berkas, satu)

    berikut = tugas_berikut(kelompok)
    return {
        "kelompok_tugas": [
            (satu.judul, [(tugas, alamat(tugas)) for tugas in satu.tugas]) for satu in kelompok
        ],
        "jumlah_kurang": sum(not tugas.selesai for satu in kelompok for tugas in satu.tugas),
        "berikut": berikut and (berikut, alamat(berikut)),
    }
