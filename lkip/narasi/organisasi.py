"""Sentences of Bab I about the office: standing, staff, equipment, budget, area, potential."""

from collections import Counter

from lkip.angka import format_angka, format_jumlah
from lkip.isi.laporan import Laporan
from lkip.isi.organisasi import SDM, BarisSarana, Wilayah
from lkip.narasi.belanja import kalimat_pagu_belanja, kalimat_perubahan_pagu
from lkip.narasi.bentuk import Paragraf
from lkip.narasi.istilah import jumlah_baris, persen, versi_anggaran
from lkip.narasi.kalimat import bagi, bersih, daftar, hitung, kapital, rupiah_terbilang


def susun_kedudukan(laporan: Laporan) -> Paragraf:
    """Where the office stands and what rules its duties."""
    instansi, organisasi = laporan.instansi, laporan.organisasi
    kalimat = [
        f"{instansi.nama} adalah perangkat daerah {instansi.pemda} yang dipimpin oleh "
        f"{instansi.jabatan_pimpinan}. {instansi.jabatan_pimpinan} berkedudukan di bawah dan bertanggung "
        f"jawab kepada {instansi.jabatan_atasan} melalui Sekretaris Daerah."
    ]
    if instansi.dasar_organisasi:
        kalimat.append(
            f"Kedudukan, tugas, fungsi, dan susunan organisasinya diatur dengan "
            f"{bersih(instansi.dasar_organisasi)}."
        )
    butir = [(organisasi.tugas, "butir tugas"), (organisasi.fungsi, "fungsi")]
    ada = daftar(format_jumlah(len(isi), kata) for isi, kata in butir if isi)
    if ada:
        kalimat.append(f"Peraturan tersebut memuat {ada}." if instansi.dasar_organisasi else "")
    return (" ".join(satu for satu in kalimat if satu),)


def susun_sdm(laporan: Laporan) -> Paragraf:
    """Staff at the end of the year, need against actual, and where the gaps are."""
    sdm = laporan.sdm
    if not sdm.baris:
        return (f"Data pegawai tahun {laporan.tahun} belum diisi.",)
    status = [(sdm.ada_asn, "aparatur sipil negara (ASN)"), (sdm.ada_non_asn, "non-ASN")]
    kelamin = [(sdm.laki_laki, "laki-laki"), (sdm.perempuan, "perempuan")]
    pembuka = f"Pada akhir tahun {laporan.tahun}, {laporan.instansi.nama} memiliki {hitung(sdm.ada, 'pegawai')}"
    if sdm.ada:
        rincian = daftar(format_jumlah(banyak, kata) for banyak, kata in status if banyak)
        pembuka += f", yaitu {rincian}. Menurut jenis kelamin, pegawai itu terdiri atas "
        pembuka += daftar(format_jumlah(banyak, kata) for banyak, kata in kelamin if banyak)
    return (f"{pembuka}.", *_kebutuhan(laporan))


def _kebutuhan(laporan: Laporan) -> Paragraf:
    sdm = laporan.sdm
    if not sdm.kebutuhan_asn:
        return (
            "Kebutuhan ASN menurut analisis jabatan belum diisi, sehingga keterisian tidak dapat dihitung.",
        )
    kurang = sdm.kekurangan_asn
    if kurang > 0:
        hasil = f"sehingga masih kurang {format_jumlah(kurang, 'orang')}"
    else:
        hasil = (
            f"sehingga terdapat kelebihan {format_jumlah(-kurang, 'orang')}"
            if kurang
            else "sehingga kebutuhan terpenuhi"
        )
    kalimat = (
        f"Kebutuhan ASN menurut analisis jabatan sebanyak {format_jumlah(sdm.kebutuhan_asn, 'orang')}, "
        f"{hasil}; keterisiannya {persen(sdm.keterisian_asn, laporan)}."
    )
    return (" ".join((kalimat, *_kesenjangan(sdm))),)


def _kesenjangan(sdm: SDM) -> Paragraf:
    """The levels of education, among ASN, where fewer people are there than needed."""
    kurang = {
        tingkat: sdm.kebutuhan_pendidikan(tingkat) - sdm.ada_pendidikan(tingkat, asn_saja=True)
        for tingkat in sdm.pendidikan
    }
    rinci = daftar(f"{tingkat} ({n} orang)" for tingkat, n in kurang.items() if n > 0)
    return (f"Menurut jenjang pendidikan, kekurangan terdapat pada {rinci}.",) if rinci else ()


def susun_sarana(laporan: Laporan) -> Paragraf:
    """What equipment there is, its condition, and what is missing against the ideal."""
    sarana = laporan.sarana
    if not sarana:
        return ("Data sarana dan prasarana belum diisi.",)
    kondisi = Counter(baris.kondisi for baris in sarana if baris.kondisi)
    kalimat = [
        f"Sarana dan prasarana {laporan.instansi.nama} terdiri atas {format_jumlah(len(sarana), 'jenis barang')}."
    ]
    if kondisi:
        terbagi = bagi(
            "jenis barang", [(n, f"berkondisi {nama}") for nama, n in kondisi.most_common()]
        )
        kalimat.append(
            f"{kapital(terbagi)}." if len(kondisi) == 1 else f"Menurut kondisinya, {terbagi}."
        )
    return (" ".join([*kalimat, _kekurangan(sarana)]),)


def _kekurangan(sarana: tuple[BarisSarana, ...]) -> str:
    if all(baris.jumlah_ideal is None for baris in sarana):
        return "Jumlah idealnya belum ditetapkan."
    kurang = [
        f"{bersih(baris.nama)} ({format_angka(baris.kekurangan)} {baris.satuan})"
        for baris in sarana
        if baris.kekurangan
    ]
    if kurang:
        return f"Dibandingkan jumlah ideal, yang masih kurang adalah {daftar(kurang)}."
    return "Jumlah ideal yang ditetapkan telah terpenuhi."


def susun_anggaran(laporan: Laporan) -> Paragraf:
    """The budget of the year in the version in force, by belanja, and what the perubahan did."""
    anggaran = laporan.anggaran
    if not anggaran.program:
        return (f"Data anggaran tahun {laporan.tahun} belum diisi.",)
    pembuka = (
        f"Tugas dan fungsi {laporan.instansi.nama} pada tahun {laporan.tahun} didukung oleh "
        f"{jumlah_baris(anggaran.program)} yang dibiayai APBD {laporan.instansi.pemda}. Pagunya menurut "
        f"{versi_anggaran(anggaran)} sebesar {rupiah_terbilang(anggaran.uang.pagu)}"
    )
    lanjutan = [kalimat_pagu_belanja(laporan), kalimat_perubahan_pagu(laporan)]
    return (" ".join([f"{pembuka}.", *(kalimat for kalimat in lanjutan if kalimat)]),)


def susun_wilayah(laporan: Laporan) -> Paragraf:
    """Size, neighbours, people and villages of the area."""
    wilayah, nama = laporan.wilayah, laporan.instansi.nama
    kalimat = []
    if wilayah.luas_km2 is not None:
        kalimat.append(f"Luas wilayah {nama} adalah {format_angka(wilayah.luas_km2)} km².")
    if wilayah.batas:
        batas = daftar(
            f"{arah.lower()} dengan {bersih(tetangga)}" for arah, tetangga in wilayah.batas
        )
        kalimat.append(f"Wilayah ini berbatasan di sebelah {batas}.")
    if wilayah.desa:
        lurah = sum(desa.kelurahan for desa in wilayah.desa)
        bagian = [(len(wilayah.desa) - lurah, "desa"), (lurah, "kelurahan")]
        kalimat.append(
            f"Secara administratif, {nama} membawahkan "
            f"{daftar(format_jumlah(n, kata) for n, kata in bagian if n)}."
        )
    penduduk = _penduduk(laporan)
    return tuple(
        paragraf for paragraf in (" ".join(kalimat), penduduk, _pekerjaan(laporan)) if paragraf
    )


def _penduduk(laporan: Laporan) -> str:
    wilayah: Wilayah = laporan.wilayah
    if wilayah.penduduk is None:
        return "Jumlah penduduk belum diisi."
    kalimat = f"Jumlah penduduknya {format_angka(wilayah.penduduk)} jiwa"
    if wilayah.penduduk and wilayah.laki_laki is not None and wilayah.perempuan is not None:
        pria, wanita = (
            f"{format_angka(orang)} {kata} ({persen(wilayah.persen_penduduk(orang), laporan)})"
            for orang, kata in ((wilayah.laki_laki, "laki-laki"), (wilayah.perempuan, "perempuan"))
        )
        kalimat += f", terdiri atas {pria} dan {wanita}"
    if wilayah.kepadatan is not None:
        kalimat += f", dengan kepadatan {format_angka(wilayah.kepadatan, 0)} jiwa per km²"
    return f"{kalimat}{f' (sumber: {bersih(wilayah.sumber)})' if wilayah.sumber else ''}."


def _pekerjaan(laporan: Laporan) -> str:
    """How much of the population the recorded occupations cover."""
    wilayah = laporan.wilayah
    jumlah = sum(orang for _, orang in wilayah.mata_pencaharian)
    if not jumlah:
        return ""
    jenis = format_jumlah(len(wilayah.mata_pencaharian), "kelompok")
    kalimat = f"Data mata pencaharian memuat {jenis} dengan jumlah {format_angka(jumlah)} jiwa"
    if not wilayah.penduduk:
        return f"{kalimat}."
    if jumlah == wilayah.penduduk:
        return f"{kalimat}, sama dengan jumlah penduduk."
    return (
        f"{kalimat} atau {persen(wilayah.persen_penduduk(jumlah), laporan)} dari jumlah penduduk."
    )


def susun_potensi(laporan: Laporan) -> Paragraf:
    """How many potentials of each kind are recorded."""
    jenis = Counter(potensi.jenis for potensi in laporan.wilayah.potensi)
    if not jenis:
        return ()
    isi = daftar(f"{format_jumlah(n)} {nama[:1].lower() + nama[1:]}" for nama, n in jenis.items())
    return (
        f"Potensi wilayah {laporan.instansi.nama} yang tercatat dalam laporan ini meliputi {isi}.",
    )
