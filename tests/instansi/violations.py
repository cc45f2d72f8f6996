"""Objects that break, or only just keep, the constraints of the app instansi."""

from datetime import date
from decimal import Decimal

from tests.factories import (
    make_desa,
    make_instansi,
    make_isu_strategis,
    make_jabatan_sdm,
    make_keanggotaan,
    make_kepala_daerah,
    make_mata_pencaharian,
    make_pejabat,
    make_pemda,
    make_pengguna,
    make_potensi,
    make_profil_wilayah,
    make_rincian_sdm,
    make_sarana,
    make_seksi,
    make_uraian_tugas,
)
from tests.violations import changed, copied

ARABIC_THREE = "\u0663"  # a digit, but not one of a code


def seksi_under_itself():
    seksi = make_seksi()
    return changed(seksi, induk=seksi)


def pejabat_with_seksi(pejabat):
    return changed(pejabat, seksi=make_seksi(instansi=pejabat.instansi))


def keanggotaan_of_both():
    keanggotaan = make_keanggotaan()
    return changed(keanggotaan, pemda=keanggotaan.instansi.pemda)


VIOLATIONS = {
    "pemda_kode_dua_ruas": [
        lambda: changed(make_pemda(), kode="3509"),
        lambda: changed(make_pemda(), kode="35.9"),
        lambda: changed(make_pemda(), kode="a5.09"),
        lambda: changed(make_pemda(), kode=f"{ARABIC_THREE}5.09"),
    ],
    "instansi_nama_unik_per_pemda": [lambda: copied(make_instansi(), kode="lain")],
    "instansi_kode_terisi": [lambda: changed(make_instansi(), kode="")],
    "seksi_nama_unik_per_instansi": [lambda: copied(make_seksi())],
    "seksi_bukan_induk_sendiri": [seksi_under_itself],
    "uraiantugas_urutan_unik": [lambda: copied(make_uraian_tugas())],
    "uraiantugas_jenis_dikenal": [lambda: changed(make_uraian_tugas(), jenis="lain")],
    "pejabat_nip_18_angka": [
        lambda: changed(make_pejabat(), nip="1970010119900110"),
        lambda: changed(make_pejabat(), nip="19700101199001100A"),
        lambda: changed(make_pejabat(), nip=f"19700101199001100{ARABIC_THREE}"),
    ],
    "pejabat_masa_jabatan_urut": [
        lambda: changed(make_pejabat(mulai=date(2024, 5, 2)), selesai=date(2024, 5, 1))
    ],
    "pejabat_tempat_sesuai_peran": [
        lambda: changed(make_kepala_daerah(), instansi=make_instansi()),
        lambda: changed(make_pejabat(), instansi=None),
        lambda: pejabat_with_seksi(make_pejabat()),
        lambda: changed(make_pejabat(), peran="unit"),
    ],
    "keanggotaan_satu_lingkup": [keanggotaan_of_both],
    "keanggotaan_lingkup_sesuai_peran": [
        lambda: changed(make_keanggotaan(), peran="evaluator"),
        lambda: changed(make_keanggotaan(), peran="admin"),
        lambda: changed(make_keanggotaan(peran="admin"), peran="operator"),
        lambda: changed(make_keanggotaan(peran="evaluator"), peran="camat"),
    ],
    "keanggotaan_seksi_sesuai_peran": [
        lambda: changed(make_keanggotaan(peran="seksi"), seksi=None),
        lambda: changed(make_keanggotaan(peran="seksi"), peran="operator"),
    ],
    "keanggotaan_unik_per_instansi": [lambda: copied(make_keanggotaan())],
    "keanggotaan_unik_per_pemda": [lambda: copied(make_keanggotaan(peran="evaluator"))],
    "jabatansdm_unik_per_tahun": [lambda: copied(make_jabatan_sdm())],
    "rinciansdm_pendidikan_unik": [lambda: copied(make_rincian_sdm())],
    "rinciansdm_pendidikan_dikenal": [lambda: changed(make_rincian_sdm(), pendidikan="TK")],
    "sarana_unik_per_kondisi": [lambda: copied(make_sarana())],
    "sarana_kondisi_dikenal": [lambda: changed(make_sarana(), kondisi="hilang")],
    "profilwilayah_unik_per_tahun": [lambda: copied(make_profil_wilayah())],
    "profilwilayah_luas_positif": [lambda: changed(make_profil_wilayah(), luas_km2=Decimal(0))],
    "profilwilayah_penduduk_lengkap": [
        lambda: changed(make_profil_wilayah(), perempuan=None),
        lambda: changed(make_profil_wilayah(), laki_laki=None),
    ],
    "desa_nama_unik_per_instansi": [lambda: copied(make_desa())],
    "matapencaharian_unik": [lambda: copied(make_mata_pencaharian())],
    "potensi_unik": [lambda: copied(make_potensi())],
    "potensi_jenis_dikenal": [lambda: changed(make_potensi(), jenis="laut")],
    "isustrategis_urutan_unik": [lambda: copied(make_isu_strategis())],
    # unique fields
    "instansi.Pemda.kode": [lambda: copied(make_pemda(), nama="Kabupaten Lain")],
    "instansi.Pemda.nama": [lambda: copied(make_pemda(), kode="99.99")],
    "instansi.Instansi.kode": [lambda: copied(make_instansi(), nama="Kecamatan Lain")],
    "instansi.Pengguna.username": [lambda: copied(make_pengguna())],
}

FIELD_FIRST = {
    "instansi_kode_terisi": "kode",
    "uraiantugas_jenis_dikenal": "jenis",
    "pejabat_nip_18_angka": "nip",
    "rinciansdm_pendidikan_dikenal": "pendidikan",
    "sarana_kondisi_dikenal": "kondisi",
    "potensi_jenis_dikenal": "jenis",
}

ALLOWED = {
    "the same name in another pemda": lambda: copied(
        make_instansi(), kode="lain", pemda=make_pemda()
    ),
    "an official for one day": lambda: make_pejabat(
        mulai=date(2024, 5, 2), selesai=date(2024, 5, 2)
    ),
    "an official without NIP": lambda: make_pejabat(nip=""),
    "another role of the same user": lambda: copied(make_keanggotaan(), peran="camat"),
    "the same role in another office": lambda: copied(make_keanggotaan(), instansi=make_instansi()),
    "tugas and fungsi of one number": lambda: copied(make_uraian_tugas(), jenis="fungsi"),
    "no need set": lambda: make_rincian_sdm(kebutuhan=None),
    "the same sarana, broken": lambda: copied(make_sarana(), kondisi="rusak_berat"),
    "an area not known": lambda: make_profil_wilayah(luas_km2=None, laki_laki=None, perempuan=None),
    "nobody": lambda: make_profil_wilayah(laki_laki=0, perempuan=0),
    "desa and kelurahan of one name": lambda: copied(make_desa(), kelurahan=True),
}
