"""Grids of Perencanaan: what their cells accept, where it goes, and whose rows they are."""

import json
from decimal import Decimal

import pytest

from anggaran.models import ProgramSasaran
from instansi.models import Keanggotaan
from lkip.huruf import SKALA_HURUF
from lkip.isian.jenis import IsianSalah
from lkip.isian.target import Target
from perjanjian.models import RencanaAksi, TargetPK, TargetRKT
from renstra.models import SasaranRPJMD, TargetRenstra
from tests import factories as buat

pytestmark = pytest.mark.django_db
KISI = (
    "target-renstra",
    "sasaran-rpjmd",
    "program-sasaran",
    "target-rkt",
    "target-pk",
    "target-pk-perubahan",
    "rencana-aksi",
)


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def indikator(instansi):
    return instansi.renstra.get().indikator.first()


@pytest.fixture
def draf(instansi):
    """Both PK of the year are drafts again."""
    buat.unsign(instansi.perjanjian)


def alamat(instansi, nama):
    return f"/{instansi.kode}/{buat.TAHUN}/isi/{nama}/"


def masuk(client, instansi, peran="operator"):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))


def kirim(client, instansi, nama, baris, **sel):
    """Post cells of one row as kisi.js does; values are (before, now)."""
    isi = {kolom: {"dasar": dasar, "teks": teks} for kolom, (dasar, teks) in sel.items()}
    return client.post(
        alamat(instansi, nama),
        json.dumps({"baris": {str(baris.pk): isi}}),
        content_type="application/json",
    )


def sel(client, instansi, nama):
    """The texts of a page's cells by key of row and name of column."""
    baris = client.get(alamat(instansi, nama)).context["baris"]
    return {(b.baris.kunci, s.kolom.nama): s.teks for b in baris for s in b.sel if s}


@pytest.mark.parametrize(
    ("teks", "nilai", "huruf", "kosong"),
    [
        ("75", 75, "", False),
        ("75,5", Decimal("75.5"), "", False),
        ("BB", None, "BB", False),
        ("bb (75)", 75, "BB", False),
        ("Tidak  Ditargetkan", None, "", True),
        ("", None, "", False),
        ("0", 0, "", False),
    ],
)
def test_target_reads_numbers_letters_and_no_target(teks, nilai, huruf, kosong):
    jenis = Target(satuan="Nilai", skala=SKALA_HURUF["SAKIP"])

    terbaca = jenis.baca(teks)

    assert (terbaca.nilai, terbaca.huruf, terbaca.tidak_ditargetkan) == (nilai, huruf, kosong)
    assert jenis.baca(jenis.cetak(terbaca)) == terbaca


@pytest.mark.parametrize("teks", ["Z", "BB (85)", "WTP"])
def test_target_refuses_letters_that_the_scale_contradicts(teks):
    with pytest.raises(IsianSalah):
        Target(skala=SKALA_HURUF["SAKIP"]).baca(teks)


def test_letters_are_for_indikator_with_a_scale(client, instansi, indikator):
    masuk(client, instansi)

    tolak = kirim(client, instansi, "target-renstra", indikator, **{"2024": ("90", "BB")})
    indikator.skala_huruf = "SAKIP"
    indikator.save()
    terima = kirim(client, instansi, "target-renstra", indikator, **{"2024": ("90", "BB")})

    assert (tolak.status_code, terima.status_code) == (422, 200)
    target = TargetRenstra.objects.get(indikator=indikator, tahun=2024)
    assert (target.nilai, target.huruf) == (None, "BB")


def test_not_targeted_replaces_the_number_and_back(client, instansi, indikator):
    masuk(client, instansi)

    kirim(client, instansi, "target-renstra", indikator, **{"2024": ("90", "tidak ditargetkan")})
    target = TargetRenstra.objects.get(indikator=indikator, tahun=2024)
    assert (target.nilai, target.tidak_ditargetkan) == (None, True)

    kirim(client, instansi, "target-renstra", indikator, **{"2024": ("tidak ditargetkan", "91")})
    target.refresh_from_db()
    assert (target.nilai, target.tidak_ditargetkan, target.versi) == (91, False, 3)


def test_satuan_of_the_row_may_follow_the_number(client, instansi, indikator):
    indikator.satuan = "Dokumen"
    indikator.save()
    masuk(client, instansi)

    assert kirim(
        client, instansi, "target-renstra", indikator, **{"2024": ("90", "4 Dokumen")}
    ).json()["baris"][str(indikator.pk)]["tersimpan"] == {"2024": "4"}


def test_porsi_makes_and_deletes_links_and_shows_what_must_be_100(client, instansi):
    masuk(client, instansi)
    program = instansi.program.get()
    lama = program.program_sasaran.get().sasaran
    baru = buat.make_sasaran(tujuan=lama.tujuan)

    jawaban = kirim(
        client,
        instansi,
        "program-sasaran",
        program,
        **{f"s{lama.pk}": ("100", "60"), f"s{baru.pk}": ("", "30")},
    )
    assert [str(program.pk), "jumlah", "90 (harus 100)"] in jawaban.json()["hasil"]
    kirim(client, instansi, "program-sasaran", program, **{f"s{baru.pk}": ("30", "40")})
    assert sel(client, instansi, "program-sasaran")[str(program.pk), "jumlah"] == "100"
    kirim(client, instansi, "program-sasaran", program, **{f"s{lama.pk}": ("60", "")})

    assert [(satu.sasaran, satu.porsi) for satu in ProgramSasaran.objects.all()] == [(baru, 40)]


@pytest.mark.parametrize("porsi", ["0", "101", "-5"])
def test_porsi_out_of_range_is_refused(client, instansi, porsi):
    masuk(client, instansi)
    program = instansi.program.get()
    sasaran = program.program_sasaran.get().sasaran

    jawaban = kirim(
        client, instansi, "program-sasaran", program, **{f"s{sasaran.pk}": ("100", porsi)}
    )

    assert jawaban.status_code == 422
    assert program.program_sasaran.get().porsi == 100


def test_sasaran_rpjmd_are_added_in_order(client, instansi):
    masuk(client, instansi)
    SasaranRPJMD.objects.exclude(tujuan__isnull=False).delete()
    isian = {"s-baru1-uraian": "Pertama", "s-baru1-indikator": "", "s-baru2-uraian": "Kedua"}

    assert client.post(alamat(instansi, "sasaran-rpjmd"), isian).status_code == 302

    urut = SasaranRPJMD.objects.order_by("urutan").values_list("uraian", flat=True)
    assert list(urut)[-2:] == ["Pertama", "Kedua"]


def test_sasaran_rpjmd_in_use_is_not_deleted(client, instansi):
    masuk(client, instansi)
    dipakai = SasaranRPJMD.objects.get()

    jawaban = client.post(
        alamat(instansi, "sasaran-rpjmd") + "hapus/", {"baris": dipakai.pk}, follow=True
    )

    assert "masih dipakai" in jawaban.content.decode()
    assert SasaranRPJMD.objects.filter(pk=dipakai.pk).exists()


def test_rkt_stands_beside_the_renstra(client, instansi, indikator):
    masuk(client, instansi)
    TargetRenstra.objects.filter(indikator=indikator, tahun=2024).update(nilai=87)

    assert sel(client, instansi, "target-rkt")[str(indikator.pk), "renstra"] == "87"
    kirim(client, instansi, "target-rkt", indikator, target=("90", "88"))
    assert TargetRKT.objects.get(indikator=indikator).nilai == 88


def test_columns_of_other_documents_are_not_entered(client, instansi, indikator):
    masuk(client, instansi)

    assert kirim(client, instansi, "target-rkt", indikator, renstra=("90", "1")).status_code == 403
    assert not TargetRenstra.objects.filter(nilai=1).exists()


@pytest.mark.parametrize("nama", ["target-pk", "target-pk-perubahan"])
def test_signed_pk_keeps_its_targets(client, instansi, indikator, nama):
    masuk(client, instansi)
    sebelum = list(TargetPK.objects.order_by("pk").values())

    assert "berstatus Disahkan" in client.get(alamat(instansi, nama)).content.decode()
    assert kirim(client, instansi, nama, indikator, target=("90", "1")).status_code == 403
    assert list(TargetPK.objects.order_by("pk").values()) == sebelum


@pytest.mark.usefixtures("draf")
def test_draft_pk_takes_targets_in_the_order_of_the_plan(client, instansi, indikator):
    masuk(client, instansi)
    murni = instansi.perjanjian.get(jenis="murni")
    baru = buat.make_indikator(sasaran=instansi.renstra.get().sasaran.first(), urutan=9)

    kirim(client, instansi, "target-pk", indikator, target=("90", ""))
    kirim(client, instansi, "target-pk", baru, target=("", "70"))

    assert not murni.target.filter(indikator=indikator).exists()
    assert (murni.target.get(indikator=baru).nilai, murni.target.get(indikator=baru).urutan) == (
        70,
        9,
    )
    assert instansi.perjanjian.get(jenis="perubahan").target.filter(indikator=indikator).exists()


@pytest.mark.usefixtures("draf")
def test_perubahan_stands_beside_the_murni(client, instansi, indikator):
    masuk(client, instansi)

    isi = sel(client, instansi, "target-pk-perubahan")

    assert (isi[str(indikator.pk), "murni"], isi[str(indikator.pk), "target"]) == ("90", "92,5")


def test_rencana_aksi_keeps_target_action_and_unit(client, instansi, indikator):
    masuk(client, instansi)
    seksi = instansi.seksi.first()
    RencanaAksi.objects.all().delete()

    kirim(
        client,
        instansi,
        "rencana-aksi",
        indikator,
        **{
            "tw2-target": ("", "45"),
            "tw2-aksi": ("", "Menyusun jadwal"),
            "tw2-unit": ("", seksi.nama.upper()),
        },
    )

    aksi = RencanaAksi.objects.get()
    assert (aksi.tahun, aksi.triwulan, aksi.nilai, aksi.aksi, aksi.seksi) == (
        buat.TAHUN,
        2,
        45,
        "Menyusun jadwal",
        seksi,
    )


def test_rencana_aksi_needs_its_target_and_a_unit_of_the_office(client, instansi, indikator):
    masuk(client, instansi)
    RencanaAksi.objects.all().delete()
    asing = buat.make_seksi(nama="Seksi Asing")

    tanpa = kirim(client, instansi, "rencana-aksi", indikator, **{"tw1-aksi": ("", "Rapat")})
    unit = kirim(
        client,
        instansi,
        "rencana-aksi",
        indikator,
        **{"tw1-target": ("", "1"), "tw1-unit": ("", asing.nama)},
    )

    assert "Isi target" in tanpa.json()["baris"][str(indikator.pk)]["galat"]["tw1-aksi"]
    assert "tidak ada pada" in unit.json()["baris"][str(indikator.pk)]["galat"]["tw1-unit"]
    assert not RencanaAksi.objects.exists()


def test_seksi_plans_for_its_own_indikator_only(client, instansi, indikator):
    pengguna = buat.make_pengguna(peran="seksi", instansi=instansi)
    client.force_login(pengguna)
    asing = buat.make_indikator(sasaran=instansi.renstra.get().sasaran.first())
    unit = Keanggotaan.objects.get(pengguna=pengguna).seksi
    indikator.penanggung_jawab.set([unit])

    milik = kirim(client, instansi, "rencana-aksi", indikator, **{"tw1-target": ("90", "25")})
    lain = kirim(client, instansi, "rencana-aksi", asing, **{"tw1-target": ("", "25")})

    assert (milik.status_code, lain.status_code) == (200, 403)
    assert RencanaAksi.objects.get(indikator=indikator, triwulan=1).nilai == 25
    assert not asing.rencana_aksi.exists()


@pytest.mark.parametrize("nama", KISI)
def test_form_posted_as_it_came_changes_nothing(client, instansi, nama, draf):
    masuk(client, instansi)
    baris = client.get(alamat(instansi, nama)).context["baris"]
    isian = {s.nama: s.teks for b in baris for s in b.sel if s and s.masukan != "keluaran"}
    dasar = {f"dasar-{b.baris.kunci}": b.dasar for b in baris}
    sebelum = riwayat()

    assert client.post(alamat(instansi, nama), isian | dasar).status_code == 302
    assert riwayat() == sebelum


def riwayat():
    model = (TargetRenstra, SasaranRPJMD, ProgramSasaran, TargetRKT, TargetPK, RencanaAksi)
    return [satu.history.count() for satu in model]


@pytest.mark.parametrize("nama", KISI)
def test_roles_locks_and_strangers(client, instansi, nama):
    masuk(client, instansi, "verifikator")
    assert client.get(alamat(instansi, nama)).status_code == 403
    masuk(client, buat.make_instansi())
    assert client.get(alamat(instansi, nama)).status_code == 404
    instansi.lkip.get().delete()
    buat.make_lkip(instansi=instansi, status="diajukan")
    masuk(client, instansi)
    assert "hanya dapat dibaca" in client.get(alamat(instansi, nama)).content.decode()


@pytest.mark.parametrize("nama", KISI)
def test_queries_do_not_grow_with_rows(client, nama, django_assert_max_num_queries):
    banyak = []
    for jumlah in (1, 3):
        instansi = buat.make_laporan_lengkap(jumlah)
        masuk(client, instansi)
        with django_assert_max_num_queries(100) as hitung:
            client.get(alamat(instansi, nama))
        banyak.append(len(hitung))

    assert banyak[0] == banyak[1]


@pytest.mark.parametrize("nama", KISI)
def test_grids_open_before_the_year_has_a_pk(client, instansi, nama):
    instansi.perjanjian.all().delete()
    masuk(client, instansi)

    halaman = client.get(alamat(instansi, nama)).content.decode()

    assert ("belum dibuat" in halaman) is nama.startswith("target-pk")


@pytest.mark.parametrize("nama", KISI)
def test_grids_open_before_there_is_a_plan(client, nama):
    instansi = buat.make_instansi()
    buat.make_lkip(instansi=instansi)
    masuk(client, instansi)

    assert client.get(alamat(instansi, nama)).status_code == 200
