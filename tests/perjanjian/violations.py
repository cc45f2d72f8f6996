"""Objects that break, or only just keep, the constraints of the app perjanjian."""

from decimal import Decimal

from tests.factories import (
    SAAT,
    make_bukti,
    make_pengguna,
    make_perjanjian,
    make_realisasi,
    make_rencana_aksi,
    make_rencana_kinerja,
    make_sub_kegiatan,
    make_target_pk,
    make_target_rkt,
)
from tests.violations import changed, copied


def signed(**fields):
    """A signed perjanjian with other values, not saved again."""
    return changed(make_perjanjian(status="disahkan"), **fields)


def signed_by_its_submitter():
    perjanjian = make_perjanjian(status="disahkan")
    return changed(perjanjian, disahkan_oleh=perjanjian.diajukan_oleh)


def ratio(**fields):
    return changed(make_realisasi(pembilang=Decimal(3), penyebut=Decimal(4)), **fields)


VIOLATIONS = {
    "rencanakinerja_unik_per_tahun": [lambda: copied(make_rencana_kinerja())],
    "targetrkt_unik": [lambda: copied(make_target_rkt())],
    "targetrkt_satu_bentuk": [
        lambda: changed(make_target_rkt(), nilai=None),
        lambda: changed(make_target_rkt(), tidak_ditargetkan=True),
    ],
    "perjanjian_unik_per_jenis": [lambda: copied(make_perjanjian())],
    "perjanjian_perubahan_beralasan": [
        lambda: changed(make_perjanjian(jenis="perubahan"), alasan=""),
        lambda: changed(make_perjanjian(), tahap_anggaran="perubahan"),
    ],
    "perjanjian_langkah_sesuai_status": [
        lambda: changed(make_perjanjian(), diajukan_pada=SAAT),
        lambda: changed(make_perjanjian(), status="diajukan"),
        lambda: changed(make_perjanjian(status="diverifikasi"), diverifikasi_oleh=None),
    ],
    "perjanjian_pengesahan_sesuai_status": [
        lambda: changed(make_perjanjian(), disahkan_pada=SAAT),
        lambda: changed(make_perjanjian(), disahkan_oleh=make_pengguna()),
        lambda: signed(tanggal=None),
        lambda: signed(disahkan_pada=None),
        lambda: signed(disahkan_oleh=None),
    ],
    "perjanjian_pengembalian_beralasan": [
        lambda: changed(make_perjanjian(status="dikembalikan"), alasan_dikembalikan="a" * 9),
    ],
    "perjanjian_pengesah_bukan_pengaju": [signed_by_its_submitter],
    "perjanjian_disahkan_kedua_pihak": [
        lambda: signed(pihak_pertama_nama=""),
        lambda: signed(pihak_kedua_nama=""),
    ],
    "targetpk_unik": [lambda: copied(make_target_pk())],
    "targetpk_satu_bentuk": [
        lambda: changed(make_target_pk(), nilai=None),
        lambda: changed(make_target_pk(), tidak_ditargetkan=True),
        lambda: changed(make_target_pk(), nilai=None, tidak_ditargetkan=True, huruf="BB"),
    ],
    "rencanaaksi_unik_per_triwulan": [lambda: copied(make_rencana_aksi())],
    "rencanaaksi_triwulan_1_4": [
        lambda: changed(make_rencana_aksi(), triwulan=0),
        lambda: changed(make_rencana_aksi(), triwulan=5),
    ],
    "rencanaaksi_satu_bentuk": [
        lambda: changed(make_rencana_aksi(), nilai=None),
        lambda: changed(make_rencana_aksi(), tidak_ditargetkan=True),
    ],
    "realisasi_unik_per_periode": [lambda: copied(make_realisasi())],
    "realisasi_periode_0_4": [lambda: changed(make_realisasi(), triwulan=5)],
    "realisasi_satu_bentuk": [
        lambda: changed(make_realisasi(), tidak_ada_kejadian=True),
        lambda: changed(make_realisasi(huruf="BB"), tidak_ada_kejadian=True),
        lambda: changed(make_realisasi(), pembilang=Decimal(3), penyebut=Decimal(4)),
        lambda: ratio(penyebut=Decimal(0)),
        lambda: ratio(penyebut=None),
        lambda: ratio(pembilang=None),
        lambda: ratio(pembilang=Decimal(-1)),
        lambda: ratio(huruf="BB"),
        lambda: ratio(tidak_ada_kejadian=True),
    ],
    "bukti_satu_induk": [
        lambda: changed(make_bukti(), sub_kegiatan=make_sub_kegiatan()),
        lambda: changed(make_bukti(), realisasi=None),
    ],
    "bukti_sha256_64_angka": [
        lambda: changed(make_bukti(), sha256="a" * 63),
        lambda: changed(make_bukti(), sha256="A" * 64),
    ],
}

FIELD_FIRST = {"realisasi_periode_0_4": "triwulan"}

ALLOWED = {
    "murni and perubahan of one year": lambda: copied(
        make_perjanjian(), jenis="perubahan", tahap_anggaran="perubahan", alasan="Mutasi"
    ),
    "a perubahan before the budget changes": lambda: make_perjanjian(
        jenis="perubahan", tahap_anggaran="murni"
    ),
    "a draft without a date": lambda: make_perjanjian(tanggal=None),
    "a signed perjanjian": signed,
    "a perjanjian that was signed on paper": lambda: signed(diajukan_pada=None, diajukan_oleh=None),
    "no target this year": lambda: make_target_pk(nilai=None, tidak_ditargetkan=True),
    "a target of zero": lambda: make_target_pk(nilai=Decimal(0)),
    "a number with its letter": lambda: make_target_pk(nilai=Decimal(75), huruf="BB"),
    "a grade in the RKT": lambda: make_target_rkt(nilai=None, huruf="BB"),
    "a triwulan without target": lambda: make_rencana_aksi(
        triwulan=4, nilai=None, tidak_ditargetkan=True
    ),
    "a row still empty": lambda: make_realisasi(nilai=None),
    "a realisasi of zero": lambda: make_realisasi(nilai=Decimal(0)),
    "a negative realisasi": lambda: make_realisasi(nilai=Decimal("-0.5")),
    "nothing of something": lambda: ratio(pembilang=Decimal(0)),
    "more than everything": lambda: ratio(pembilang=Decimal(5)),
    "a grade": lambda: make_realisasi(huruf="BB"),
    "no event": lambda: make_realisasi(tidak_ada_kejadian=True),
    "a whole year": lambda: make_realisasi(triwulan=0),
    "evidence of a sub kegiatan": lambda: make_bukti(sub_kegiatan=make_sub_kegiatan()),
    "evidence with its hash": lambda: make_bukti(sha256="0a" * 32),
}
