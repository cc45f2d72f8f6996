"""Entering the Renstra: head, tree, nodes; who may, and in what order."""

import pytest

from renstra.models import Indikator, Renstra, Sasaran, Tujuan
from tests import factories as buat
from tests.lkip.alamat import alamat
from tests.lkip.renstra_uji import instansi, isi_formulir, isi_indikator, renstra, susunan

__all__ = ["instansi", "renstra"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor_kosong():
    """An office whose year was opened and has nothing else."""
    instansi = buat.make_instansi()
    buat.make_lkip(instansi=instansi)
    return instansi


def test_new_office_enters_its_first_plan(client, kantor_kosong):
    client.force_login(buat.make_pengguna(peran="operator", instansi=kantor_kosong))
    isian = {"tahun_awal": "2021", "tahun_akhir": "2026", "dasar_hukum": "Peraturan Bupati 1/2021"}

    awal = client.get(alamat(kantor_kosong, "renstra/susunan/"), follow=True)
    simpan = client.post(alamat(kantor_kosong, "renstra/ubah/"), isian, follow=True)
    tujuan = client.post(
        alamat(kantor_kosong, "renstra/tujuan/baru/"), {"kode": "T1", "uraian": "Layanan baik"}
    )

    assert awal.context["judul"] == "Renstra baru"
    assert "Belum ada tujuan" in simpan.content.decode()
    assert tujuan.status_code == 302
    renstra = kantor_kosong.renstra.get()
    assert (renstra.tahun_awal, renstra.tahun_akhir) == (2021, 2026)
    assert [satu.uraian for satu in renstra.tujuan.all()] == ["Layanan baik"]


def test_plan_must_cover_the_year(operator, instansi, renstra):
    isian = {"tahun_awal": "2025", "tahun_akhir": "2029", "dasar_hukum": "X", "versi": "1"}

    jawaban = operator.post(alamat(instansi, "renstra/ubah/"), isian)

    assert "harus memuat tahun 2024" in jawaban.content.decode()
    renstra.refresh_from_db()
    assert renstra.tahun_awal != 2025


def test_head_that_somebody_else_changed_is_a_conflict(operator, instansi, renstra):
    isian = isi_formulir(operator, alamat(instansi, "renstra/ubah/"))
    operator.post(alamat(instansi, "renstra/ubah/"), isian | {"misi": "Misi Siti"})

    jawaban = operator.post(alamat(instansi, "renstra/ubah/"), isian | {"misi": "Misi Andi"})

    teks = jawaban.content.decode()
    assert "Misi Siti" in teks
    assert "Misi Andi" in teks
    renstra.refresh_from_db()
    assert renstra.misi == "Misi Siti"


def test_new_node_is_offered_a_free_code(operator, instansi, renstra):
    Tujuan.objects.filter(pk=renstra.tujuan.first().pk).update(kode="T3")

    formulir = operator.get(alamat(instansi, "renstra/tujuan/baru/")).context["formulir"]

    assert formulir["kode"].value() == "T4"


def test_tree_grows_by_tujuan_sasaran_and_indikator(operator, instansi, renstra):
    operator.post(alamat(instansi, "renstra/tujuan/baru/"), {"kode": "TX", "uraian": "Tujuan X"})
    tujuan = Tujuan.objects.get(kode="TX")
    operator.post(
        alamat(instansi, f"renstra/tujuan/{tujuan.pk}/sasaran/"),
        {"kode": "SX", "uraian": "Sasaran X", "tujuan": tujuan.pk},
    )
    sasaran = Sasaran.objects.get(kode="SX")
    seksi = instansi.seksi.first()
    for ekor, induk in (
        (f"renstra/tujuan/{tujuan.pk}/indikator/", {"kode": "IX1", "tujuan": tujuan.pk}),
        (f"renstra/sasaran/{sasaran.pk}/indikator/", {"kode": "IX2", "sasaran": sasaran.pk}),
    ):
        isian = isi_indikator(renstra, penanggung_jawab=[seksi.pk], **induk)
        assert operator.post(alamat(instansi, ekor), isian).status_code == 302

    assert susunan(renstra)[-1] == ("TX", ["IX1"], [("SX", ["IX2"])])
    assert list(Indikator.objects.get(kode="IX2").penanggung_jawab.all()) == [seksi]


@pytest.mark.parametrize("jenis", ["tujuan", "sasaran", "indikator"])
def test_nodes_move_among_their_siblings_and_stop_at_the_end(operator, instansi, renstra, jenis):
    buat.make_sasaran(tujuan=renstra.tujuan.first())
    objek = {
        "tujuan": renstra.tujuan.first(),
        "sasaran": renstra.tujuan.first().sasaran.first(),
        "indikator": renstra.sasaran.first().indikator.first(),
    }[jenis]
    semula = susunan(renstra)
    kirim = {"jenis": jenis, "nomor": objek.pk}

    operator.post(alamat(instansi, "renstra/susunan/geser/"), kirim | {"arah": "naik"})
    assert susunan(renstra) == semula
    turun = operator.post(alamat(instansi, "renstra/susunan/geser/"), kirim | {"arah": "turun"})
    assert turun.url.endswith(f"#{jenis}-{objek.pk}")
    assert susunan(renstra) != semula
    operator.post(alamat(instansi, "renstra/susunan/geser/"), kirim | {"arah": "naik"})
    assert susunan(renstra) == semula


def test_moving_a_tujuan_takes_its_indikator_along_in_the_report(operator, instansi, renstra):
    pertama, kedua = renstra.tujuan.all()

    operator.post(
        alamat(instansi, "renstra/susunan/geser/"),
        {"jenis": "tujuan", "nomor": kedua.pk, "arah": "naik"},
    )

    urut = renstra.indikator.order_by("urutan")
    assert urut.first().tujuan == kedua
    assert set(urut[3:].values_list("tujuan", "sasaran__tujuan")) == {
        (pertama.pk, None),
        (None, pertama.pk),
    }


@pytest.mark.parametrize("ubah", [{"jenis": "renstra"}, {"arah": "kiri"}, {"nomor": "²"}])
def test_moves_that_our_page_never_sends_are_refused(operator, instansi, renstra, ubah):
    kirim = {"jenis": "tujuan", "nomor": renstra.tujuan.first().pk, "arah": "naik"} | ubah

    assert operator.post(alamat(instansi, "renstra/susunan/geser/"), kirim).status_code == 400


def test_node_in_use_stays_and_the_page_says_what_uses_it(operator, instansi, renstra):
    tujuan = renstra.tujuan.first()

    jawaban = operator.post(alamat(instansi, f"renstra/tujuan/{tujuan.pk}/hapus/"), follow=True)

    assert "tidak dihapus karena dipakai" in jawaban.content.decode()
    assert "1 indikator" in jawaban.content.decode()
    assert Tujuan.objects.filter(pk=tujuan.pk).exists()


def test_node_that_nothing_uses_is_deleted(operator, instansi, renstra):
    tujuan = renstra.tujuan.first()
    sasaran = buat.make_sasaran(tujuan=tujuan)
    indikator = buat.make_indikator(sasaran=sasaran)
    buat.make_target_renstra(indikator=indikator)

    for ekor in (f"indikator/{indikator.pk}", f"sasaran/{sasaran.pk}"):
        operator.post(alamat(instansi, f"renstra/{ekor}/hapus/"))

    assert not Sasaran.objects.filter(pk=sasaran.pk).exists()


ALAMAT = (
    "renstra/ubah/",
    "renstra/susunan/",
    "renstra/tujuan/baru/",
    "renstra/tujuan/{tujuan}/",
    "renstra/tujuan/{tujuan}/sasaran/",
    "renstra/tujuan/{tujuan}/indikator/",
    "renstra/sasaran/{sasaran}/",
    "renstra/sasaran/{sasaran}/indikator/",
    "renstra/indikator/{indikator}/",
)


KIRIMAN = (
    "renstra/susunan/geser/",
    "renstra/tujuan/{tujuan}/hapus/",
    "renstra/sasaran/{sasaran}/hapus/",
    "renstra/indikator/{indikator}/hapus/",
)


def lengkapi(instansi, renstra, ekor):
    return alamat(
        instansi,
        ekor.format(
            tujuan=renstra.tujuan.first().pk,
            sasaran=renstra.sasaran.first().pk,
            indikator=renstra.indikator.first().pk,
        ),
    )


@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_only_the_office_changes_its_plan(client, instansi, renstra, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    for ekor in ALAMAT:
        assert client.get(lengkapi(instansi, renstra, ekor)).status_code == 403
    for ekor in KIRIMAN:
        assert client.post(lengkapi(instansi, renstra, ekor)).status_code == 403


def test_plan_of_another_office_is_not_found(client, instansi, renstra):
    lain = buat.make_laporan_lengkap()
    client.force_login(buat.make_pengguna(peran="operator", instansi=lain))

    for ekor in ALAMAT:
        assert client.get(lengkapi(instansi, renstra, ekor)).status_code == 404
    # Their nodes under our own address are not ours either.
    for ekor in ALAMAT[3:]:
        assert client.get(lengkapi(lain, renstra, ekor)).status_code == 404
    tujuan = renstra.tujuan.first().pk
    kirim = {"jenis": "tujuan", "nomor": tujuan, "arah": "naik"}
    assert client.post(alamat(lain, "renstra/susunan/geser/"), kirim).status_code == 404


def test_submitted_year_is_shown_and_not_changed(operator, instansi, renstra):
    instansi.lkip.get().delete()
    buat.make_lkip(instansi=instansi, status="diajukan")
    sebelum = [satu.history.count() for satu in (Renstra, Tujuan, Sasaran, Indikator)]

    for ekor in ALAMAT:
        halaman = operator.get(lengkapi(instansi, renstra, ekor))
        assert "hanya dapat dibaca" in halaman.content.decode()
        assert "Simpan</button>" not in halaman.content.decode()
    for ekor in (*ALAMAT[:1], *ALAMAT[2:], *KIRIMAN):
        assert operator.post(lengkapi(instansi, renstra, ekor)).status_code == 403
    assert [satu.history.count() for satu in (Renstra, Tujuan, Sasaran, Indikator)] == sebelum


def test_queries_of_the_tree_do_not_grow_with_its_nodes(client, django_assert_max_num_queries):
    banyak = []
    for jumlah in (1, 3):
        instansi = buat.make_laporan_lengkap(jumlah)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(100) as hitung:
            client.get(alamat(instansi, "renstra/susunan/"))
        banyak.append(len(hitung))

    assert banyak[0] == banyak[1]
