"""The checklist as the templates show it: tasks with their addresses, and where to go on."""

from django.urls import reverse

from lkip.tugas import tugas_berikut


def alamat_tugas(berkas, tugas):
    """The page and row where a task is done."""
    nama, *bagian = tugas.alamat
    jangkar = f"#{tugas.jangkar}" if tugas.jangkar else ""
    return reverse(nama, args=(berkas.instansi.kode, berkas.tahun, *bagian)) + jangkar


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
