"""Functions that make saved objects. Each works without arguments and takes fields as keywords.

What an object belongs to is made with it unless it is given: `make_pagu()` makes the whole tree.
Codes and names are numbered by what the database holds, so that a test always sees the same ones.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from anggaran.models import (
    Kegiatan,
    Keluaran,
    Pagu,
    Program,
    ProgramSasaran,
    RealisasiAnggaran,
    SubKegiatan,
)
from instansi.models import (
    Desa,
    Instansi,
    IsuStrategis,
    JabatanSDM,
    Keanggotaan,
    MataPencaharian,
    Pejabat,
    Pemda,
    Pengguna,
    Potensi,
    ProfilWilayah,
    RincianSDM,
    Sarana,
    Seksi,
    UraianTugas,
)
from lkip.alur import ambil_langkah
from lkip.models import (
    LKIP,
    BerkasBertandaTangan,
    ButirAnalisis,
    Foto,
    KelasPredikat,
    Komentar,
    Lampiran,
    Langkah,
    Narasi,
    Pekerjaan,
    Pembanding,
    Pemberitahuan,
    Pengecualian,
    Pengesahan,
    ProfilPenilaian,
    UsulanNaskah,
)
from lkip.naskah import BAGIAN
from perjanjian.models import (
    Bukti,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    RencanaKinerja,
    TargetPK,
    TargetRKT,
)
from renstra.models import (
    Indikator,
    PenetapanIKU,
    Renstra,
    Sasaran,
    SasaranRPJMD,
    TargetRenstra,
    Tujuan,
)
from tests.cetakan import sekali_jadi

TAHUN = 2024
KATA_SANDI = "sandi-untuk-pengujian"
SAAT = datetime(2025, 2, 10, 3, 0, tzinfo=UTC)
BERKAS_FOTO = "foto/contoh.png"
NIP = "197001011990011001"
LANGKAH = {
    "draf": (),
    "diajukan": ("diajukan",),
    "diverifikasi": ("diajukan", "diverifikasi"),
    "dikembalikan": ("diajukan", "dikembalikan"),
    "disahkan": ("diajukan", "disahkan"),
}
PIHAK = {
    "pihak_pertama_nama": "Budi Contoh, S.Sos.",
    "pihak_pertama_jabatan": "Camat",
    "pihak_pertama_nip": NIP,
    "pihak_pertama_pangkat": "Pembina (IV/a)",
    "pihak_kedua_nama": "Contoh Bupati",
    "pihak_kedua_jabatan": "Bupati",
}
KELAS = (
    ("Sangat Tinggi", 91),
    ("Tinggi", 76),
    ("Sedang", 66),
    ("Rendah", 51),
    ("Sangat Rendah", None),
)


def save(model, isian, **bawaan):
    """Create a row from default fields, overridden by those of the caller."""
    return model.objects.create(**(bawaan | isian))


def langkah(status):
    """The columns of the steps that lead to a status, each by a user of its own."""
    kolom = {
        isi: nilai
        for satu in LANGKAH[status]
        for isi, nilai in ((f"{satu}_pada", SAAT), (f"{satu}_oleh", make_pengguna()))
    }
    if status == "dikembalikan":
        kolom["alasan_dikembalikan"] = "Analisis sasaran belum lengkap"
    return kolom


def next_number(rows):
    """Return the number of the next row of a model or related manager, from 1."""
    return rows.count() + 1


# instansi


def make_pemda(**isian):
    nomor = next_number(Pemda.objects)
    return save(
        Pemda,
        isian,
        kode=f"{nomor // 100:02}.{nomor % 100:02}",
        nama=f"Kabupaten Contoh {nomor}",
        provinsi="Provinsi Contoh",
        jabatan_kepala="Bupati",
    )


def make_instansi(*, pemda=None, **isian):
    pemda = pemda or make_pemda()
    nomor = next_number(Instansi.objects)
    return save(
        Instansi,
        isian,
        pemda=pemda,
        kode=f"{pemda.kode}.{nomor:02}",
        nama=f"Kecamatan Contoh {nomor}",
        jabatan_pimpinan="Camat",
        alamat="Jl. Contoh Nomor 1",
        tempat="Contoh",
        dasar_organisasi="Peraturan Bupati Contoh Nomor 1 Tahun 2021",
    )


def make_seksi(*, instansi=None, **isian):
    instansi = instansi or make_instansi()
    nomor = next_number(instansi.seksi)
    return save(Seksi, isian, instansi=instansi, nama=f"Seksi Contoh {nomor}", urutan=nomor)


def make_uraian_tugas(*, instansi=None, jenis="tugas", **isian):
    instansi = instansi or make_instansi()
    nomor = next_number(instansi.uraian_tugas.filter(jenis=jenis))
    return save(
        UraianTugas,
        isian,
        instansi=instansi,
        jenis=jenis,
        urutan=nomor,
        uraian=f"menyelenggarakan {jenis} contoh {nomor}",
    )


def make_pejabat(*, instansi=None, **isian):
    """The pimpinan of an instansi; give `peran` and `seksi` for the head of a unit."""
    instansi = instansi or make_instansi()
    return save(
        Pejabat,
        isian,
        pemda=instansi.pemda,
        instansi=instansi,
        peran=Pejabat.Peran.PIMPINAN,
        nama="Budi Contoh",
        gelar_belakang="S.Sos.",
        nip=NIP,
        pangkat="Pembina (IV/a)",
        jabatan="Camat",
        mulai=date(2021, 1, 4),
    )


def make_kepala_daerah(*, pemda=None, **isian):
    return save(
        Pejabat,
        isian,
        pemda=pemda or make_pemda(),
        peran=Pejabat.Peran.KEPALA_DAERAH,
        nama="Contoh Bupati",
        jabatan="Bupati",
        mulai=date(2021, 2, 26),
    )


def make_pengguna(*, peran=None, instansi=None, seksi=None, **isian):
    """A user; without `peran` a stranger. Evaluator and admin get the pemda of `instansi`."""
    nomor = next_number(Pengguna.objects)
    bawaan = {
        "username": f"{peran or 'asing'}-{nomor}",
        "nama": f"Pengguna Contoh {nomor}",
        "password": KATA_SANDI,
    }
    pengguna = Pengguna.objects.create_user(**(bawaan | isian))
    if peran:
        make_keanggotaan(pengguna=pengguna, peran=peran, instansi=instansi, seksi=seksi)
    return pengguna


def make_keanggotaan(*, pengguna=None, peran="operator", instansi=None, seksi=None, **isian):
    instansi = instansi or make_instansi()
    if peran == Keanggotaan.Peran.SEKSI:
        seksi = seksi or make_seksi(instansi=instansi)
    di_pemda = peran in Keanggotaan.PERAN_PEMDA
    return save(
        Keanggotaan,
        isian,
        pengguna=pengguna or make_pengguna(),
        peran=peran,
        pemda=instansi.pemda if di_pemda else None,
        instansi=None if di_pemda else instansi,
        seksi=seksi,
    )


def make_jabatan_sdm(*, instansi=None, **isian):
    instansi = instansi or make_instansi()
    nomor = next_number(instansi.jabatan_sdm)
    return save(
        JabatanSDM,
        isian,
        instansi=instansi,
        tahun=TAHUN,
        kelompok="Jabatan Administrasi",
        nama=f"Jabatan Contoh {nomor}",
        urutan=nomor,
        laki_laki=2,
        perempuan=1,
    )


def make_rincian_sdm(*, jabatan=None, **isian):
    jabatan = jabatan or make_jabatan_sdm()
    return save(RincianSDM, isian, jabatan=jabatan, pendidikan="S1", kebutuhan=4, ada=3)


def make_sarana(*, instansi=None, **isian):
    instansi = instansi or make_instansi()
    nomor = next_number(instansi.sarana)
    return save(
        Sarana,
        isian,
        instansi=instansi,
        tahun=TAHUN,
        urutan=nomor,
        nama=f"Komputer Contoh {nomor}",
        jumlah=3,
        jumlah_ideal=5,
    )


def make_profil_wilayah(*, instansi=None, **isian):
    return save(
        ProfilWilayah,
        isian,
        instansi=instansi or make_instansi(),
        tahun=TAHUN,
        luas_km2=Decimal("42.50"),
        laki_laki=10_250,
        perempuan=10_400,
        batas_utara="Kecamatan Utara",
        sumber="Dinas Contoh",
    )


def make_desa(*, instansi=None, **isian):
    instansi = instansi or make_instansi()
    nomor = next_number(instansi.desa)
    return save(Desa, isian, instansi=instansi, nama=f"Contoh {nomor}", urutan=nomor)


def make_mata_pencaharian(*, profil=None, **isian):
    profil = profil or make_profil_wilayah()
    nomor = next_number(profil.mata_pencaharian)
    return save(
        MataPencaharian, isian, profil=profil, nama=f"Pekerjaan {nomor}", jumlah=100, urutan=nomor
    )


def make_potensi(*, instansi=None, **isian):
    instansi = instansi or make_instansi()
    nomor = next_number(instansi.potensi)
    return save(
        Potensi, isian, instansi=instansi, jenis="wisata", nama=f"Bukit {nomor}", urutan=nomor
    )


def make_isu_strategis(*, instansi=None, **isian):
    instansi = instansi or make_instansi()
    nomor = next_number(instansi.isu_strategis)
    return save(
        IsuStrategis, isian, instansi=instansi, tahun=TAHUN, urutan=nomor, uraian=f"Isu {nomor}"
    )


# renstra


def make_renstra(*, instansi=None, **isian):
    return save(
        Renstra,
        isian,
        instansi=instansi or make_instansi(),
        tahun_awal=2021,
        tahun_akhir=2026,
        dasar_hukum="Peraturan Bupati Contoh Nomor 2 Tahun 2021",
        ditetapkan=date(2021, 9, 1),
        visi="Contoh yang maju",
        misi="Pelayanan publik yang baik",
        tujuan_rpjmd="Meningkatnya tata kelola pemerintahan",
    )


def make_sasaran_rpjmd(*, renstra=None, **isian):
    renstra = renstra or make_renstra()
    nomor = next_number(renstra.sasaran_rpjmd)
    return save(SasaranRPJMD, isian, renstra=renstra, urutan=nomor, uraian=f"Sasaran RPJMD {nomor}")


def make_tujuan(*, renstra=None, **isian):
    renstra = renstra or make_renstra()
    nomor = next_number(renstra.tujuan)
    return save(
        Tujuan,
        isian,
        renstra=renstra,
        kode=f"T{nomor}",
        urutan=nomor,
        uraian=f"Meningkatnya tujuan contoh {nomor}",
    )


def make_sasaran(*, tujuan=None, renstra=None, **isian):
    tujuan = tujuan or make_tujuan(renstra=renstra)
    nomor = next_number(tujuan.renstra.sasaran)
    return save(
        Sasaran,
        isian,
        renstra=tujuan.renstra,
        tujuan=tujuan,
        kode=f"S{nomor}",
        urutan=nomor,
        uraian=f"Meningkatnya sasaran contoh {nomor}",
    )


def make_indikator(*, sasaran=None, tujuan=None, renstra=None, **isian):
    """An indikator of `tujuan` if that is given, otherwise of a sasaran."""
    if tujuan is None:
        sasaran = sasaran or make_sasaran(renstra=renstra)
    renstra = (tujuan or sasaran).renstra
    nomor = next_number(renstra.indikator)
    return save(
        Indikator,
        isian,
        renstra=renstra,
        tujuan=tujuan,
        sasaran=sasaran,
        kode=f"I{nomor}",
        urutan=nomor,
        nama=f"Persentase contoh {nomor}",
        satuan="%",
        rumus="Jumlah yang selesai ÷ jumlah seluruhnya × 100",
        penjelasan="Ukuran contoh",
        sumber_data="Laporan seksi",
    )


def make_target_renstra(*, indikator=None, **isian):
    return save(
        TargetRenstra,
        isian,
        indikator=indikator or make_indikator(),
        tahun=TAHUN,
        nilai=Decimal(90),
    )


def make_penetapan_iku(*, renstra=None, **isian):
    return save(
        PenetapanIKU,
        isian,
        renstra=renstra or make_renstra(),
        tahun=TAHUN,
        nomor="065/01/2024",
        tanggal=date(2024, 1, 4),
    )


# anggaran


def make_program(*, instansi=None, **isian):
    instansi = instansi or make_instansi()
    nomor = next_number(instansi.program)
    return save(
        Program,
        isian,
        instansi=instansi,
        tahun=TAHUN,
        kode=f"7.01.{nomor:02}",
        nama=f"Program Contoh {nomor}",
    )


def make_kegiatan(*, program=None, **isian):
    program = program or make_program()
    nomor = next_number(program.kegiatan)
    return save(
        Kegiatan,
        isian,
        program=program,
        kode=f"{program.kode}.2.{nomor:02}",
        nama=f"Kegiatan Contoh {nomor}",
    )


def make_sub_kegiatan(*, kegiatan=None, **isian):
    kegiatan = kegiatan or make_kegiatan()
    nomor = next_number(kegiatan.sub_kegiatan)
    return save(
        SubKegiatan,
        isian,
        kegiatan=kegiatan,
        kode=f"{kegiatan.kode}.{nomor:04}",
        nama=f"Sub Kegiatan Contoh {nomor}",
        catatan="Sisa berasal dari harga pengadaan yang lebih rendah",
    )


def make_keluaran(*, program=None, kegiatan=None, sub_kegiatan=None, **isian):
    """An output of the level that is given, otherwise of a sub kegiatan."""
    if not (program or kegiatan):
        sub_kegiatan = sub_kegiatan or make_sub_kegiatan()
    return save(
        Keluaran,
        isian,
        program=program,
        kegiatan=kegiatan,
        sub_kegiatan=sub_kegiatan,
        indikator="Jumlah dokumen",
        satuan="Dokumen",
        target=Decimal(4),
        realisasi=Decimal(4),
    )


def make_program_sasaran(*, program=None, sasaran=None, **isian):
    program = program or make_program()
    sasaran = sasaran or make_sasaran(renstra=make_renstra(instansi=program.instansi))
    return save(ProgramSasaran, isian, program=program, sasaran=sasaran)


def make_pagu(*, sub_kegiatan=None, **isian):
    return save(
        Pagu,
        isian,
        sub_kegiatan=sub_kegiatan or make_sub_kegiatan(),
        tahap="murni",
        jenis="operasi",
        jumlah=Decimal(10_000_000),
    )


def make_realisasi_anggaran(*, sub_kegiatan=None, **isian):
    return save(
        RealisasiAnggaran,
        isian,
        sub_kegiatan=sub_kegiatan or make_sub_kegiatan(),
        triwulan=4,
        jenis="operasi",
        jumlah=Decimal(9_500_000),
    )


# perjanjian


def make_rencana_kinerja(*, renstra=None, instansi=None, **isian):
    renstra = renstra or make_renstra(instansi=instansi)
    return save(
        RencanaKinerja,
        isian,
        instansi=renstra.instansi,
        renstra=renstra,
        tahun=TAHUN,
        nomor="050/01/2024",
        tanggal=date(2024, 1, 19),
    )


def make_target_rkt(*, rencana=None, indikator=None, **isian):
    rencana = rencana or make_rencana_kinerja()
    indikator = indikator or make_indikator(renstra=rencana.renstra)
    return save(TargetRKT, isian, rencana=rencana, indikator=indikator, nilai=Decimal(90))


def make_perjanjian(*, renstra=None, instansi=None, jenis="murni", status="draf", **isian):
    """One in a status, with the steps that led there; `jenis="perubahan"` brings its reason."""
    renstra = renstra or make_renstra(instansi=instansi)
    pihak = {} if status != "disahkan" else PIHAK
    return save(
        PerjanjianKinerja,
        langkah(status) | pihak | isian,
        status=status,
        instansi=renstra.instansi,
        renstra=renstra,
        tahun=TAHUN,
        jenis=jenis,
        tahap_anggaran=jenis,
        nomor=f"050/{jenis}/2024",
        tanggal=date(2024, 1, 26) if jenis == "murni" else date(2024, 11, 26),
        alasan="" if jenis == "murni" else "Perubahan APBD",
    )


def make_target_pk(*, perjanjian=None, indikator=None, **isian):
    perjanjian = perjanjian or make_perjanjian()
    indikator = indikator or make_indikator(renstra=perjanjian.renstra)
    return save(
        TargetPK,
        isian,
        perjanjian=perjanjian,
        indikator=indikator,
        urutan=next_number(perjanjian.target),
        nilai=Decimal(90),
    )


def make_rencana_aksi(*, indikator=None, **isian):
    return save(
        RencanaAksi,
        isian,
        indikator=indikator or make_indikator(),
        tahun=TAHUN,
        triwulan=1,
        nilai=Decimal(90),
        aksi="Menyusun jadwal",
    )


def make_realisasi(*, indikator=None, **isian):
    """A plain value; give `pembilang` and `penyebut`, or `huruf`, for another form."""
    lain = isian.keys() & {"pembilang", "huruf", "tidak_ada_kejadian"}
    return save(
        Realisasi,
        isian,
        indikator=indikator or make_indikator(),
        tahun=TAHUN,
        triwulan=4,
        nilai=None if lain else Decimal(88),
        pendukung="Kerja sama dengan desa",
        penghambat="Jaringan internet",
        tindak_lanjut="Menambah jaringan",
    )


def make_bukti(*, realisasi=None, sub_kegiatan=None, **isian):
    """Evidence of `sub_kegiatan` if that is given, otherwise of a realisasi."""
    if sub_kegiatan is None:
        realisasi = realisasi or make_realisasi()
    return save(
        Bukti,
        isian,
        realisasi=realisasi,
        sub_kegiatan=sub_kegiatan,
        nama="Laporan triwulan",
        tautan="https://example.org/laporan",
        halaman="12",
    )


# lkip


def make_profil(*, pemda=None, **isian):
    return save(
        ProfilPenilaian,
        isian,
        pemda=pemda or make_pemda(),
        tahun=TAHUN,
        dasar_hukum="Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
    )


def make_kelas(*, profil=None, **isian):
    return save(
        KelasPredikat,
        isian,
        profil=profil or make_profil(),
        batas_bawah=Decimal(91),
        nama="Sangat Tinggi",
        kode="ST",
    )


def make_profil_berkelas(*, pemda=None, **isian):
    """A profil with the five classes of Permendagri 86/2017."""
    profil = make_profil(pemda=pemda, **isian)
    for nama, batas in KELAS:
        kode = "".join(kata[0] for kata in nama.split())
        make_kelas(profil=profil, nama=nama, batas_bawah=batas, kode=kode)
    return profil


def make_lkip(*, instansi=None, status="draf", **isian):
    """An LKIP in a status, with the steps that led there, each by a user of its own."""
    return save(
        LKIP,
        langkah(status) | isian,
        instansi=instansi or make_instansi(),
        tahun=TAHUN,
        status=status,
        tanggal=date(2025, 2, 10),
    )


def make_langkah(*, lkip=None, perjanjian=None, oleh=None, **isian):
    """The submission of an LKIP, unless a perjanjian or another step is given."""
    return save(
        Langkah,
        isian,
        lkip=lkip if perjanjian else lkip or make_lkip(status="diajukan"),
        perjanjian=perjanjian,
        jenis="ajukan",
        dari="draf",
        ke="diajukan",
        pada=SAAT,
        oleh=oleh or make_pengguna(),
        jabatan="Operator",
    )


def make_komentar(*, lkip=None, perjanjian=None, oleh=None, **isian):
    return save(
        Komentar,
        isian,
        lkip=lkip if perjanjian else lkip or make_lkip(status="diajukan"),
        perjanjian=perjanjian,
        bagian="bab-3",
        isi="Lengkapi penyebab penurunan.",
        oleh=oleh or make_pengguna(),
    )


def make_pekerjaan(*, instansi=None, oleh=None, **isian):
    return save(
        Pekerjaan,
        isian,
        instansi=instansi or make_instansi(),
        tahun=TAHUN,
        jenis="lkip",
        sidik="a" * 64,
        oleh=oleh or make_pengguna(),
        pada=timezone.now(),
    )


def make_pemberitahuan(*, pengguna=None, instansi=None, **isian):
    return save(
        Pemberitahuan,
        isian,
        pengguna=pengguna or make_pengguna(),
        instansi=instansi or make_instansi(),
        judul="LKIP 2024 dikembalikan",
        isi="Lengkapi analisis sasaran 2.",
        alamat="/35.09.09/2024/laporan/",
    )


def make_pengecualian(*, lkip=None, oleh=None, **isian):
    return save(
        Pengecualian,
        isian,
        lkip=lkip or make_lkip(),
        aturan="CAP-01",
        sidik="a" * 64,
        alasan="Data statistik baru dirilis bulan Maret",
        oleh=oleh or make_pengguna(),
    )


def make_pengesahan(*, lkip=None, oleh=None, **isian):
    nomor = next_number(Pengesahan.objects)
    return save(
        Pengesahan,
        isian,
        lkip=lkip if isian.get("perjanjian") else lkip or make_lkip(),
        kode=f"CONTOH-{nomor:04}",
        pada=SAAT,
        oleh=oleh or make_pengguna(),
        nama_pejabat="Budi Contoh, S.Sos.",
        jabatan_pejabat="Camat",
        nip_pejabat=NIP,
        data={"tahun": TAHUN},
        pdf="pengesahan/lkip.pdf",
        sha256_data="a" * 64,
        sha256_pdf="b" * 64,
    )


def make_berkas_bertanda_tangan(*, pengesahan=None, oleh=None, **isian):
    return save(
        BerkasBertandaTangan,
        isian,
        pengesahan=pengesahan or make_pengesahan(),
        asal="unggahan",
        berkas="pengesahan/contoh-ttd.pdf",
        sha256="c" * 64,
        oleh=oleh or make_pengguna(),
    )


def make_narasi(*, lkip=None, **isian):
    return save(
        Narasi,
        isian,
        lkip=lkip or make_lkip(),
        bagian="latar_belakang",
        isi="<p>Kecamatan melayani warga setiap hari kerja.</p>",
    )


def make_usulan(*, narasi=None, oleh=None, **isian):
    return save(
        UsulanNaskah,
        isian,
        narasi=narasi or make_narasi(),
        isi="<p>Kecamatan melayani warga pada hari kerja dan hari Sabtu.</p>",
        oleh=oleh or make_pengguna(),
    )


def make_pembanding(*, lkip=None, indikator=None, **isian):
    lkip = lkip or make_lkip()
    return save(
        Pembanding,
        isian,
        lkip=lkip,
        indikator=indikator or make_indikator(renstra=make_renstra(instansi=lkip.instansi)),
        nilai=Decimal(85),
        tahun_data=TAHUN,
        sumber="Badan Pusat Statistik",
    )


def make_butir_analisis(*, lkip=None, sasaran=None, tujuan=None, **isian):
    """A row on `tujuan` if that is given, otherwise on a sasaran; a rencana unless told otherwise."""
    lkip = lkip or make_lkip()
    if tujuan is None:
        sasaran = sasaran or make_sasaran(renstra=make_renstra(instansi=lkip.instansi))
    return save(
        ButirAnalisis,
        isian,
        lkip=lkip,
        tujuan=tujuan,
        sasaran=sasaran,
        jenis="rencana",
        urutan=next_number(lkip.analisis),
        uraian="Menyusun jadwal pelayanan keliling",
        penanggung_jawab="Seksi Contoh",
        tenggat=date(2025, 6, 30),
    )


def save_gambar():
    """See to it that the file of a photo exists."""
    if not default_storage.exists(BERKAS_FOTO):
        gambar = BytesIO()
        Image.new("RGB", (4, 3), "gray").save(gambar, "PNG")
        default_storage.save(BERKAS_FOTO, ContentFile(gambar.getvalue()))


def make_foto(*, lkip=None, **isian):
    """A photo whose file exists."""
    save_gambar()
    lkip = lkip or make_lkip()
    return save(
        Foto,
        isian,
        lkip=lkip,
        berkas=BERKAS_FOTO,
        keterangan="Musyawarah kecamatan",
        tanggal=date(2024, 2, 7),
        lokasi="Pendapa kecamatan",
        urutan=next_number(lkip.foto),
    )


def make_lampiran(*, lkip=None, **isian):
    lkip = lkip or make_lkip()
    return save(
        Lampiran, isian, lkip=lkip, judul="Piagam contoh", urutan=next_number(lkip.lampiran)
    )


# a whole year


def make_laporan_lengkap(jumlah=1):
    """An instansi whose report of TAHUN has every part, each with `jumlah` times the rows.

    Both perjanjian are signed and the LKIP is a draft. Two calls with different `jumlah` show
    whether a page's number of queries grows with its rows.
    """
    save_gambar()
    return _make_laporan(jumlah)


@sekali_jadi
def _make_laporan(jumlah):
    instansi = make_instansi()
    make_profil_berkelas(pemda=instansi.pemda)
    lkip = make_lkip(instansi=instansi)
    renstra = make_renstra(instansi=instansi)
    make_penetapan_iku(renstra=renstra)
    for bagian in list(BAGIAN)[:jumlah]:
        make_narasi(lkip=lkip, bagian=bagian)
    for _ in range(jumlah):
        _fill_organisasi(instansi)
        _fill_sasaran(lkip, renstra)
        make_foto(lkip=lkip)
        make_lampiran(lkip=lkip)
    _fill_wilayah(instansi, jumlah)
    _fill_perjanjian(renstra, _fill_pejabat(instansi))
    return instansi


def _fill_pejabat(instansi):
    """Return the two parties of a perjanjian: the head of the office and of the pemda."""
    return make_pejabat(instansi=instansi), make_kepala_daerah(pemda=instansi.pemda)


def _fill_organisasi(instansi):
    seksi = make_seksi(instansi=instansi)
    make_pejabat(instansi=instansi, seksi=seksi, peran="unit", jabatan=f"Kepala {seksi}")
    make_uraian_tugas(instansi=instansi, jenis="tugas")
    make_uraian_tugas(instansi=instansi, jenis="fungsi")
    make_isu_strategis(instansi=instansi)
    make_sarana(instansi=instansi)
    jabatan = make_jabatan_sdm(instansi=instansi)
    make_rincian_sdm(jabatan=jabatan, pendidikan="SMA", kebutuhan=2, ada=1)
    make_rincian_sdm(jabatan=jabatan, pendidikan="S1", kebutuhan=3, ada=2)


def _fill_wilayah(instansi, jumlah):
    profil = make_profil_wilayah(instansi=instansi)
    for _ in range(jumlah):
        desa = make_desa(instansi=instansi)
        make_mata_pencaharian(profil=profil)
        make_potensi(instansi=instansi, desa=desa)


def _fill_sasaran(lkip, renstra):
    """A tujuan and a sasaran with three indikator, their program, and what is written on them."""
    tujuan = make_tujuan(renstra=renstra, sasaran_rpjmd=make_sasaran_rpjmd(renstra=renstra))
    sasaran = make_sasaran(tujuan=tujuan)
    semua = [
        make_indikator(tujuan=tujuan),
        make_indikator(sasaran=sasaran, rasio=True, akumulasi="jumlah"),
        make_indikator(sasaran=sasaran, satuan="Kasus", polaritas="negatif"),
    ]
    for indikator in semua:
        indikator.penanggung_jawab.set(renstra.instansi.seksi.all())
        _fill_indikator(lkip, indikator)
    for jenis in ButirAnalisis.Jenis.values:
        make_butir_analisis(lkip=lkip, sasaran=sasaran, jenis=jenis)
        make_butir_analisis(lkip=lkip, tujuan=tujuan, jenis=jenis)
    program = make_program(instansi=renstra.instansi)
    make_program_sasaran(program=program, sasaran=sasaran)
    _fill_program(program)


def _fill_indikator(lkip, indikator):
    """Targets of all years, values of the years before, and four triwulan of this year."""
    for tahun in range(indikator.renstra.tahun_awal, indikator.renstra.tahun_akhir + 1):
        make_target_renstra(indikator=indikator, tahun=tahun)
    for tahun in (TAHUN - 2, TAHUN - 1):
        make_realisasi(indikator=indikator, tahun=tahun, triwulan=0)
    rasio = {"pembilang": Decimal(22), "penyebut": Decimal(25)} if indikator.rasio else {}
    for triwulan in (1, 2, 3, 4):
        make_rencana_aksi(indikator=indikator, triwulan=triwulan)
        make_bukti(realisasi=make_realisasi(indikator=indikator, triwulan=triwulan, **rasio))
    make_pembanding(lkip=lkip, indikator=indikator)


def _fill_program(program):
    """A kegiatan with two sub kegiatan, each with money of both versions and four triwulan."""
    kegiatan = make_kegiatan(program=program)
    make_keluaran(program=program)
    make_keluaran(kegiatan=kegiatan)
    for _ in range(2):
        sub = make_sub_kegiatan(kegiatan=kegiatan, seksi=program.instansi.seksi.first())
        make_keluaran(sub_kegiatan=sub)
        for jenis in ("operasi", "modal"):
            make_pagu(sub_kegiatan=sub, jenis=jenis)
            make_pagu(sub_kegiatan=sub, jenis=jenis, tahap="perubahan", jumlah=Decimal(9_800_000))
            for triwulan in (1, 2, 3, 4):
                jumlah = Decimal(2_300_000) * triwulan
                make_realisasi_anggaran(
                    sub_kegiatan=sub, jenis=jenis, triwulan=triwulan, jumlah=jumlah
                )


def _fill_perjanjian(renstra, pihak):
    """RKT, PK murni and PK perubahan with a target for every indikator; both PK are signed."""
    rencana = make_rencana_kinerja(renstra=renstra)
    camat = make_pengguna(peran="camat", instansi=renstra.instansi)
    sah = {"status": "disahkan", "disahkan_oleh": camat, **PerjanjianKinerja.bekukan_pihak(*pihak)}
    murni = make_perjanjian(renstra=renstra, **sah)
    perubahan = make_perjanjian(renstra=renstra, jenis="perubahan", **sah)
    for indikator in renstra.indikator.all():
        make_target_rkt(rencana=rencana, indikator=indikator)
        make_target_pk(perjanjian=murni, indikator=indikator)
        make_target_pk(perjanjian=perubahan, indikator=indikator, nilai=Decimal("92.5"))


def unsign(perjanjian):
    """Make drafts again of these perjanjian, as if nobody had submitted them."""
    kosong = {f"{satu}_{kolom}": None for satu in LANGKAH["disahkan"] for kolom in ("pada", "oleh")}
    perjanjian.update(status="draf", **kosong)


def sign(perjanjian, *, pihak, oleh=None):
    """Submit and sign a perjanjian that has its targets, with these two officials."""
    ambil_langkah(perjanjian, "ajukan", oleh=make_pengguna(), jabatan="Operator")
    ambil_langkah(
        perjanjian,
        "sahkan",
        oleh=oleh or make_pengguna(),
        jabatan="Camat",
        kolom=perjanjian.bekukan_pihak(*pihak),
        ada_verifikator=False,
    )
