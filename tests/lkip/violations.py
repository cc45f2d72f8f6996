"""Objects that break, or only just keep, the constraints of the app lkip."""

from decimal import Decimal

from lkip.models import HalamanDibuka, KirimanBaris
from tests.factories import (
    LANGKAH,
    SAAT,
    TAHUN,
    make_berkas_bertanda_tangan,
    make_butir_analisis,
    make_foto,
    make_instansi,
    make_kelas,
    make_komentar,
    make_lampiran,
    make_langkah,
    make_lkip,
    make_narasi,
    make_pekerjaan,
    make_pembanding,
    make_pemberitahuan,
    make_pengecualian,
    make_pengesahan,
    make_pengguna,
    make_perjanjian,
    make_profil,
    make_tujuan,
    make_usulan,
)
from tests.violations import changed, copied


def lkip_approved_by_its_submitter():
    lkip = make_lkip(status="disahkan")
    return changed(lkip, disahkan_oleh=lkip.diajukan_oleh)


def next_issue(**isian):
    """The next version of an issued report; not saved."""
    return copied(make_pengesahan(), kode="lain", perbaikan_ke=1, **isian)


def wish(**isian):
    """What was remembered of a new row that a grid was asked for."""
    tempat = {"pengguna": make_pengguna(), "tempat": "/isi/sarana/", "kunci": "0" * 32}
    return KirimanBaris.objects.create(**tempat | isian)


def opened():
    """What is remembered of a page that somebody has open."""
    tempat = {"instansi": make_instansi(), "tahun": TAHUN, "halaman": "isi/sarana"}
    return HalamanDibuka.objects.create(
        **tempat, pengguna=make_pengguna(), dibuka=SAAT, terlihat=SAAT
    )


VIOLATIONS = {
    "halamandibuka_sekali": [lambda: copied(opened())],
    "pemberitahuan_sekali": [lambda: copied(make_pemberitahuan(kunci="tenggat-lkip"))],
    "pekerjaan_sekali_per_sidik": [lambda: copied(make_pekerjaan())],
    "pekerjaan_berjalan_dipegang": [
        lambda: changed(make_pekerjaan(), status="jalan", sewa_sampai=SAAT),
        lambda: changed(make_pekerjaan(), status="jalan", pemegang="a"),
        lambda: changed(make_pekerjaan(), pemegang="a"),
        lambda: changed(make_pekerjaan(), sewa_sampai=SAAT),
    ],
    "pekerjaan_berakhir_bertanggal": [
        lambda: changed(make_pekerjaan(), status="selesai"),
        lambda: changed(make_pekerjaan(), selesai_pada=SAAT),
    ],
    "pekerjaan_berkas_setelah_selesai": [
        lambda: changed(make_pekerjaan(), berkas="cetakan/a.pdf"),
        lambda: changed(
            make_pekerjaan(), status="gagal", selesai_pada=SAAT, berkas="cetakan/a.pdf"
        ),
    ],
    "kirimanbaris_sekali": [lambda: copied(wish())],
    "usulannaskah_berisi": [lambda: changed(make_usulan(), isi="")],
    "lkip_unik_per_tahun": [lambda: copied(make_lkip())],
    "lkip_langkah_sesuai_status": [
        lambda: changed(make_lkip(), diajukan_pada=SAAT),
        lambda: changed(make_lkip(), diverifikasi_oleh=make_pengguna()),
        lambda: changed(make_lkip(), status="diajukan"),
        lambda: changed(make_lkip(status="diajukan"), diajukan_pada=None),
        lambda: changed(make_lkip(status="diajukan"), diajukan_oleh=None),
        lambda: changed(make_lkip(status="diajukan"), status="diverifikasi"),
        lambda: changed(make_lkip(status="diverifikasi"), status="diajukan"),
        lambda: changed(make_lkip(status="diverifikasi"), diverifikasi_oleh=None),
        lambda: changed(make_lkip(status="dikembalikan"), diajukan_oleh=None),
        lambda: changed(make_lkip(status="disahkan"), diajukan_pada=None),
    ],
    "lkip_pengesahan_sesuai_status": [
        lambda: changed(make_lkip(status="disahkan"), tanggal=None),
        lambda: changed(make_lkip(status="disahkan"), disahkan_pada=None),
        lambda: changed(make_lkip(status="disahkan"), disahkan_oleh=None),
        lambda: changed(make_lkip(status="disahkan"), status="diajukan"),
        lambda: changed(make_lkip(), disahkan_pada=SAAT),
    ],
    "lkip_pengembalian_beralasan": [
        lambda: changed(make_lkip(status="dikembalikan"), alasan_dikembalikan=""),
        lambda: changed(make_lkip(status="dikembalikan"), alasan_dikembalikan="a" * 9),
        lambda: changed(make_lkip(status="dikembalikan"), dikembalikan_oleh=None),
        lambda: changed(make_lkip(status="dikembalikan"), dikembalikan_pada=None),
        lambda: changed(make_lkip(status="dikembalikan"), status="diajukan"),
        lambda: changed(make_lkip(), alasan_dikembalikan="Analisis belum lengkap"),
    ],
    "lkip_pengesah_bukan_pengaju": [lkip_approved_by_its_submitter],
    "pengecualian_unik": [lambda: copied(make_pengecualian())],
    "pengecualian_beralasan": [lambda: changed(make_pengecualian(), alasan="a" * 9)],
    "langkah_satu_dokumen": [
        lambda: copied(make_langkah(), lkip=None),
        lambda: copied(make_langkah(), perjanjian=make_perjanjian()),
    ],
    "langkah_mundur_beralasan": [
        lambda: copied(make_langkah(), jenis="kembalikan", alasan="a" * 9),
        lambda: copied(make_langkah(), jenis="buka_kembali"),
    ],
    "komentar_satu_dokumen": [
        lambda: changed(make_komentar(), lkip=None),
        lambda: changed(make_komentar(), perjanjian=make_perjanjian()),
    ],
    "komentar_terisi": [lambda: changed(make_komentar(), isi="")],
    "komentar_selesai_lengkap": [
        lambda: changed(make_komentar(), selesai_pada=SAAT),
        lambda: changed(make_komentar(), selesai_oleh=make_pengguna()),
    ],
    "pengesahan_satu_dokumen": [
        lambda: next_issue(lkip=None),
        lambda: next_issue(perjanjian=make_perjanjian()),
    ],
    "pengesahan_unik_per_perbaikan": [lambda: copied(make_pengesahan(), kode="lain")],
    "pengesahan_unik_per_perjanjian": [
        lambda: copied(make_pengesahan(perjanjian=make_perjanjian()), kode="lain"),
    ],
    "pengesahan_sha256_buku_kerja": [
        lambda: next_issue(buku_kerja="pengesahan/buku.xlsx"),
        lambda: next_issue(sha256_buku_kerja="a" * 64),
    ],
    "pengesahan_publikasi_lengkap": [
        lambda: changed(make_pengesahan(), dipublikasikan_pada=SAAT),
        lambda: changed(make_pengesahan(), dipublikasikan_oleh=make_pengguna()),
    ],
    "berkasbertandatangan_sha256": [
        lambda: copied(make_berkas_bertanda_tangan(), sha256="a" * 63),
    ],
    "berkasbertandatangan_unik": [lambda: copied(make_berkas_bertanda_tangan())],
    "berkasbertandatangan_satu_bsre": [
        lambda: copied(make_berkas_bertanda_tangan(asal="bsre"), sha256="d" * 64),
    ],
    "pengesahan_sha256_lengkap": [
        lambda: next_issue(sha256_data="a" * 63),
        lambda: next_issue(sha256_pdf="G" * 64),
    ],
    "narasi_unik_per_bagian": [lambda: copied(make_narasi())],
    "narasi_bagian_dikenal": [lambda: changed(make_narasi(), bagian="bab_v")],
    "pembanding_unik_per_lingkup": [lambda: copied(make_pembanding())],
    "pembanding_nilai_atau_alasan": [
        lambda: changed(make_pembanding(), nilai=None),
        lambda: changed(make_pembanding(), sumber=""),
        lambda: changed(make_pembanding(), alasan="Belum dirilis"),
    ],
    "butiranalisis_satu_induk": [
        lambda: changed(make_butir_analisis(), tujuan=make_tujuan()),
        lambda: changed(make_butir_analisis(), sasaran=None),
    ],
    "butiranalisis_rencana_bertenggat": [
        lambda: changed(make_butir_analisis(), penanggung_jawab=""),
        lambda: changed(make_butir_analisis(), tenggat=None),
    ],
    "butiranalisis_jenis_dikenal": [lambda: changed(make_butir_analisis(), jenis="lain")],
    "foto_berketerangan": [lambda: changed(make_foto(), keterangan="")],
    "lampiran_berjudul": [lambda: changed(make_lampiran(), judul="")],
    "profilpenilaian_unik_per_tahun": [lambda: copied(make_profil())],
    "profilpenilaian_batas_minimal_100": [
        lambda: changed(make_profil(), batas_rata_rata=Decimal("99.99"))
    ],
    "profilpenilaian_desimal_0_4": [lambda: changed(make_profil(), desimal=5)],
    "profilpenilaian_ambang_0_100": [
        lambda: changed(make_profil(), ambang_serapan=Decimal("-0.01")),
        lambda: changed(make_profil(), ambang_serapan=Decimal("100.01")),
    ],
    "profilpenilaian_tenggat_sah": [
        lambda: changed(make_profil(), tenggat_bulan=0),
        lambda: changed(make_profil(), tenggat_bulan=13),
        lambda: changed(make_profil(), tenggat_hari=0),
        lambda: changed(make_profil(), tenggat_hari=29),
    ],
    "profilpenilaian_batas_hari_sah": [
        lambda: changed(make_profil(), hari_pk=0),
        lambda: changed(make_profil(), hari_pk=91),
        lambda: changed(make_profil(), hari_triwulan=0),
        lambda: changed(make_profil(), hari_triwulan=91),
    ],
    "kelaspredikat_batas_unik": [lambda: copied(make_kelas(), nama="Tinggi")],
    "kelaspredikat_satu_terendah": [lambda: copied(make_kelas(batas_bawah=None), nama="Tinggi")],
    "kelaspredikat_nama_unik": [lambda: copied(make_kelas(), batas_bawah=Decimal(76))],
    "kelaspredikat_terbuka_berbatas": [
        lambda: changed(make_kelas(), batas_bawah=None, terbuka=True)
    ],
    # unique fields
    "lkip.Pengesahan.kode": [lambda: copied(make_pengesahan(), perbaikan_ke=1)],
}

FIELD_FIRST = {
    "komentar_terisi": "isi",
    "pengecualian_beralasan": "alasan",
    "narasi_bagian_dikenal": "bagian",
    "butiranalisis_jenis_dikenal": "jenis",
    "foto_berketerangan": "keterangan",
    "lampiran_berjudul": "judul",
    "usulannaskah_berisi": "isi",
}

ALLOWED = {
    "one wish of two people": lambda: copied(wish(), pengguna=make_pengguna()),
    "one wish in two grids": lambda: copied(wish(), tempat="/isi/desa/"),
    **{f"an LKIP {status}": lambda status=status: make_lkip(status=status) for status in LANGKAH},
    "an LKIP returned by who submitted it": lambda: changed(
        lkip := make_lkip(status="dikembalikan"), dikembalikan_oleh=lkip.diajukan_oleh
    ),
    "a reason of ten letters": lambda: make_lkip(
        status="dikembalikan", alasan_dikembalikan="a" * 10
    ),
    "a finding excused in ten letters": lambda: make_pengecualian(alasan="a" * 10),
    "the next issue": lambda: next_issue(),
    "a second file signed elsewhere": lambda: copied(
        make_berkas_bertanda_tangan(), sha256="d" * 64
    ),
    "a benchmark of zero": lambda: make_pembanding(nilai=Decimal(0)),
    "a reason for no benchmark": lambda: make_pembanding(nilai=None, sumber="", alasan="Tidak ada"),
    "an analysis of a tujuan": lambda: make_butir_analisis(tujuan=make_tujuan()),
    "an obstacle without a date": lambda: make_butir_analisis(
        jenis="kendala", penanggung_jawab="", tenggat=None
    ),
    "no cap": lambda: make_profil(batas_rata_rata=None),
    "a cap of 100": lambda: make_profil(batas_rata_rata=Decimal(100), desimal=4),
    "an ambang of 0": lambda: make_profil(ambang_serapan=Decimal(0), desimal=0),
    "an ambang of 100": lambda: make_profil(ambang_serapan=Decimal(100)),
    "the last day": lambda: make_profil(tenggat_bulan=12, tenggat_hari=28),
    "the lowest class": lambda: make_kelas(batas_bawah=None),
    "a class from zero": lambda: make_kelas(batas_bawah=Decimal(0), terbuka=True),
    "the lowest class of another profil": lambda: copied(
        make_kelas(batas_bawah=None), profil=make_profil()
    ),
}
