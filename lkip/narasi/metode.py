"""How the profile computes capaian, averages, predikat and efisiensi, in words."""

from lkip.angka import format_persen
from lkip.capaian import CaraRataRata, Polaritas
from lkip.isi.laporan import Laporan
from lkip.narasi.bentuk import Paragraf
from lkip.narasi.istilah import versi_anggaran
from lkip.narasi.kalimat import bersih, hitung


def susun_metode(laporan: Laporan) -> Paragraf:
    """The rules of assessment, from the record that computes."""
    bagian = (_capaian(laporan), _rata_rata(laporan), _predikat(laporan), _efisiensi(laporan))
    return tuple(paragraf for paragraf in bagian if paragraf)


def _capaian(laporan: Laporan) -> str:
    kalimat = (
        "Capaian setiap indikator adalah perbandingan antara realisasi dan target yang ditetapkan dalam "
        f"{laporan.pk.judul} Tahun {laporan.tahun}, dinyatakan dalam persen. Pada indikator berpolaritas "
        "positif, makin tinggi realisasi makin baik capaiannya"
    )
    if any(indikator.polaritas is Polaritas.NEGATIF for indikator in laporan.indikator):
        kalimat += (
            "; pada indikator berpolaritas negatif, makin rendah realisasi makin baik capaiannya"
        )
    return (
        f"{kalimat}. Nilai yang belum diisi, tidak ditargetkan, atau tidak memiliki kejadian tidak "
        "diperlakukan sebagai nol. Seluruh perbandingan dilakukan pada nilai sebelum pembulatan; angka baru "
        "dibulatkan ketika dicetak."
    )


def _rata_rata(laporan: Laporan) -> str:
    if laporan.rekap.indikator < 2:
        return ""
    profil, rata = laporan.profil, laporan.rata_rata.capaian
    if profil.cara_rata_rata is CaraRataRata.SASARAN:
        dasar, satuan = "rata-rata capaian setiap tujuan dan sasaran", "tujuan atau sasaran"
    else:
        dasar, satuan = "capaian seluruh indikator", "indikator"
    if profil.batas_rata_rata is None:
        batas = "Capaian di bawah nol dihitung sebagai nol, sedangkan batas atas tidak digunakan"
    else:
        batas = (
            "Dalam rata-rata, capaian setiap indikator dibatasi paling rendah nol dan paling tinggi "
            f"{format_persen(profil.batas_rata_rata)}"
        )
    kalimat = f"Capaian keseluruhan adalah rata-rata dari {dasar}. {batas}."
    if rata.dilewati and rata.dihitung:
        kalimat += (
            f" Rata-rata dihitung dari {hitung(rata.dihitung, satuan)}; {hitung(rata.dilewati, satuan)} yang "
            "tidak memiliki capaian tidak diikutkan."
        )
    return kalimat


def _predikat(laporan: Laporan) -> str:
    profil = laporan.profil
    if not profil.skala.kelas:
        return ""
    dasar = f" menurut {bersih(profil.dasar_hukum)}" if profil.dasar_hukum else ""
    return (
        f"Predikat ditetapkan dengan skala {hitung(len(profil.skala.kelas), 'kelas')}{dasar}. Setiap capaian "
        "masuk tepat ke dalam satu kelas menurut nilainya sebelum pembulatan."
    )


def _efisiensi(laporan: Laporan) -> str:
    kalimat = (
        "Serapan adalah perbandingan realisasi dengan pagu menurut "
        f"{versi_anggaran(laporan.anggaran)}. Efisiensi dinilai dari selisih antara capaian dan serapan: "
        "Efisien jika capaian lebih tinggi daripada serapan, Seimbang jika sama, dan Kurang Efisien jika lebih "
        "rendah."
    )
    if laporan.profil.batas_rata_rata is not None:
        kalimat += f" Capaian yang dibandingkan dibatasi paling tinggi {format_persen(laporan.profil.batas_rata_rata)}."
    if laporan.profil.kolom_pmk:
        kalimat += (
            " Sebagai pelengkap, disajikan pula nilai efisiensi dengan rumus Peraturan Menteri Keuangan "
            "Nomor 22 Tahun 2021."
        )
    return kalimat
