"""Sentences of Bab II: Renstra, IKU, RKT, both PK, and what each sasaran was given."""

from collections import Counter

from lkip.angka import format_jumlah, format_rupiah, format_tanggal
from lkip.isi.kinerja import JenisSimpul
from lkip.isi.laporan import Laporan, Perjanjian
from lkip.narasi.bentuk import Paragraf
from lkip.narasi.istilah import nomor_tanggal, versi_anggaran
from lkip.narasi.kalimat import bersih, daftar, hitung, kecil, kutip, rupiah_terbilang


def susun_renstra(laporan: Laporan) -> Paragraf:
    """The Renstra in force, what it supports in the RPJMD, and how much it holds."""
    renstra, nama = laporan.renstra, laporan.instansi.nama
    dasar = f" ditetapkan dengan {bersih(renstra.dasar_hukum)}" if renstra.dasar_hukum else ""
    indikator = sum(len(tujuan.indikator) for tujuan in renstra.tujuan)
    indikator += sum(len(sasaran.indikator) for sasaran in renstra.sasaran)
    isi = (
        (len(renstra.tujuan), "tujuan"),
        (len(renstra.sasaran), "sasaran"),
        (indikator, "indikator"),
    )
    kalimat = [f"Rencana Strategis (Renstra) {nama} periode {renstra.periode}{dasar}."]
    if renstra.perubahan_ke:
        urutan = "pertama" if renstra.perubahan_ke == 1 else f"ke-{renstra.perubahan_ke}"
        kalimat.append(f"Renstra yang berlaku merupakan perubahan {urutan}.")
    if renstra.tujuan:
        kalimat.append(
            f"Dokumen ini memuat {daftar(format_jumlah(n, kata) for n, kata in isi if n)}."
        )
    return (" ".join(kalimat), *_rpjmd(laporan))


def _rpjmd(laporan: Laporan) -> Paragraf:
    renstra = laporan.renstra
    sasaran = daftar(kutip(satu) for satu in renstra.sasaran_rpjmd)
    bagian = [
        f"misi {kutip(renstra.misi)}" if renstra.misi else "",
        f"tujuan {kutip(renstra.tujuan_rpjmd)}" if renstra.tujuan_rpjmd else "",
        f"sasaran {sasaran}" if sasaran else "",
    ]
    isi = daftar(satu for satu in bagian if satu)
    if not isi:
        return ()
    return (
        f"Dalam Rencana Pembangunan Jangka Menengah Daerah (RPJMD) {laporan.instansi.pemda}, Renstra ini "
        f"mendukung {isi}.",
    )


def susun_iku(laporan: Laporan) -> Paragraf:
    """How many IKU there are, by which decree, and how many other indikator the PK holds."""
    iku = sum(indikator.iku for indikator in laporan.indikator)
    lain = len(laporan.indikator) - iku
    if not iku:
        return (f"Tidak ada indikator tahun {laporan.tahun} yang ditetapkan sebagai IKU.",)
    sk = nomor_tanggal(laporan.penetapan_iku)
    dasar = (
        ""
        if not sk
        else (
            f" ditetapkan dengan Keputusan {laporan.instansi.jabatan_pimpinan} {laporan.instansi.singkat} {sk} dan"
        )
    )
    kalimat = (
        f"Indikator Kinerja Utama (IKU) {laporan.instansi.nama}{dasar} berjumlah "
        f"{format_jumlah(iku, 'indikator')}."
    )
    lengkap = (i.rumus and i.sumber_data and i.penanggung_jawab for i in laporan.indikator if i.iku)
    if all(lengkap):
        kalimat += (
            " Setiap IKU dilengkapi rumus penghitungan, penanggung jawab, dan sumber data, agar pengukurannya "
            "dapat ditelusuri kembali."
        )
    if lain:
        kalimat += f" Selain itu, {laporan.pk.judul} memuat {format_jumlah(lain, 'indikator')} yang bukan IKU."
    return (kalimat,)


def susun_rkt(laporan: Laporan) -> Paragraf:
    """When the RKT was set, and where its targets differ from those of the PK."""
    rkt = nomor_tanggal(laporan.rkt)
    kalimat = (
        f"Rencana Kinerja Tahunan (RKT) Tahun {laporan.tahun} menjabarkan target Renstra ke dalam target satu "
        "tahun dan menjadi dasar penyusunan Perjanjian Kinerja."
    )
    if rkt:
        kalimat += (
            f" Dokumen RKT ditetapkan dengan {rkt}."
            if laporan.rkt.nomor
            else f" Dokumen RKT ditetapkan pada {rkt}."
        )
    ada = [indikator for indikator in laporan.indikator if indikator.target_rkt.ada]
    beda = [
        indikator for indikator in ada if indikator.target_rkt.teks != indikator.target_murni.teks
    ]
    if not ada:
        return (f"{kalimat} Target RKT belum diisi.",)
    if not beda:
        return (
            f"{kalimat} Targetnya sama dengan target Perjanjian Kinerja yang disepakati pada awal tahun.",
        )
    rinci = daftar(
        f"{bersih(satu.nama)} (RKT {satu.target_rkt.teks}, Perjanjian Kinerja {satu.target_murni.teks})"
        for satu in beda
    )
    return (f"{kalimat} Target yang berbeda dari Perjanjian Kinerja terdapat pada {rinci}.",)


def susun_pk(laporan: Laporan) -> Paragraf:
    """The PK agreed first in the year: date, parties, indikator and money."""
    pk = laporan.perjanjian[0]
    isi = [hitung(len(pk.target), "indikator")]
    if pk.pagu_program:
        isi.append(
            f"anggaran sebesar {rupiah_terbilang(pk.pagu)} pada {format_jumlah(len(pk.pagu_program), 'program')}"
        )
    return (
        f"{_pengesahan(pk, laporan)} Perjanjian ini memuat {daftar(isi)}. {_banding_renstra(laporan)}".rstrip(),
    )


def _banding_renstra(laporan: Laporan) -> str:
    """Where the targets of the PK differ from those the Renstra has for the year."""
    janji = [
        (satu, dict(satu.target_renstra)[laporan.tahun])
        for satu in laporan.indikator
        if laporan.tahun in dict(satu.target_renstra)
    ]
    beda = [(satu, target) for satu, target in janji if target.teks != satu.target_murni.teks]
    if not janji:
        return ""
    if not beda:
        return "Seluruh targetnya sama dengan target Renstra untuk tahun tersebut."
    rinci = daftar(
        f"{bersih(satu.nama)} (Renstra {target.teks}, Perjanjian Kinerja {satu.target_murni.teks})"
        for satu, target in beda
    )
    return f"Target yang berbeda dari Renstra terdapat pada {rinci}."


def _pengesahan(pk: Perjanjian, laporan: Laporan) -> str:
    pihak = daftar(
        f"{pejabat.nama} selaku {pejabat.jabatan} ({sebutan})"
        for pejabat, sebutan in (
            (pk.pihak_pertama, "pihak pertama"),
            (pk.pihak_kedua, "pihak kedua"),
        )
        if pejabat is not None
    )
    nomor = f" Nomor {pk.nomor}" if pk.nomor else ""
    kalimat = f"{pk.judul} Tahun {laporan.tahun}{nomor}"
    if not pk.disahkan:
        return f"{kalimat} belum disahkan."
    tanggal = f" pada {format_tanggal(pk.tanggal)}" if pk.tanggal else ""
    antara = f" oleh {pihak}" if pihak else ""
    return f"{kalimat} ditandatangani{tanggal}{antara}."


def susun_pk_perubahan(laporan: Laporan) -> Paragraf:
    """What the PK Perubahan changed and why; empty when there is none."""
    if len(laporan.perjanjian) < 2:
        return ()
    awal, pk = laporan.perjanjian[0], laporan.pk
    jenis = Counter(beda.jenis.lower() for beda in laporan.perbedaan_pk)
    alasan = f" Alasan perubahannya adalah {kecil(pk.alasan)}." if pk.alasan else ""
    isi = daftar(format_jumlah(n, f"perubahan {nama}") for nama, n in jenis.items())
    hasil = (
        f"Dibandingkan perjanjian semula, terdapat {isi}."
        if isi
        else "Target dan pagunya tidak berubah."
    )
    if pk.pagu == awal.pagu:
        pagu = f"Jumlah anggaran tetap {format_rupiah(pk.pagu)}."
    else:
        arah = "bertambah" if pk.pagu > awal.pagu else "berkurang"
        pagu = (
            f"Jumlah anggaran {arah} {format_rupiah(abs(pk.pagu - awal.pagu))}, dari {format_rupiah(awal.pagu)} "
            f"menjadi {format_rupiah(pk.pagu)}."
        )
    return (f"{_pengesahan(pk, laporan)}{alasan}", f"{hasil} {pagu}")


def susun_alokasi(laporan: Laporan) -> Paragraf:
    """How money is mapped to tujuan and sasaran, and what is mapped to none of them."""
    anggaran = laporan.anggaran
    if anggaran.uang.pagu <= 0:
        return ()
    kalimat = (
        f"Alokasi anggaran dihitung dari pagu menurut {versi_anggaran(anggaran)} sebesar "
        f"{format_rupiah(anggaran.uang.pagu)} berdasarkan program pendukung setiap sasaran."
    )
    if any(satu.jenis is JenisSimpul.TUJUAN for satu in laporan.sasaran):
        kalimat += (
            " Alokasi suatu tujuan mencakup program dari sasaran di bawahnya, sehingga alokasi tujuan dan "
            "sasaran tidak dijumlahkan satu dengan yang lain."
        )
    terpetakan = {dukungan.program.kode for satu in laporan.sasaran for dukungan in satu.program}
    lepas = [bersih(satu.nama) for satu in anggaran.program if satu.kode not in terpetakan]
    if lepas:
        kalimat += (
            f" Program yang belum dikaitkan dengan tujuan atau sasaran adalah {daftar(lepas)}."
        )
    return (kalimat,)
