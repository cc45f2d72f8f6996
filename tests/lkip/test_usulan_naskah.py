"""Proposals: a text kept beside the one of a section, taken up under its lock or discarded."""

import pytest

from lkip.dokumen.html import render_html
from lkip.laporan import build_laporan
from lkip.models import Narasi, UsulanNaskah
from tests import factories as buat

pytestmark = pytest.mark.django_db
SKRIP = {"Accept": "application/json"}


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def narasi(instansi):
    """A section with a text, saved twice."""
    lkip = instansi.lkip.get()
    lkip.narasi.filter(bagian="penutup").delete()
    narasi = buat.make_narasi(lkip=lkip, bagian="penutup", isi="<p>Naskah awal</p>")
    narasi.isi, narasi.versi = "<p>Naskah Siti</p>", 2
    narasi.save()
    return narasi


@pytest.fixture
def operator(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi, nama="Andi"))
    return client


def alamat(narasi, *bagian):
    tempat = [narasi.lkip.instansi.kode, narasi.lkip.tahun, "naskah", narasi.bagian, *bagian]
    return "/" + "/".join(map(str, tempat)) + "/"


def usulkan(client, narasi, isi="Naskah Andi", **pilihan):
    return client.post(alamat(narasi), {"isi": isi, "versi": "1", "usulan": "1"}, **pilihan)


def test_conflict_offers_to_keep_the_text_as_a_proposal(operator, narasi):
    bentrok = {"isi": "Naskah Andi", "versi": "1"}

    halaman = operator.post(alamat(narasi), bentrok).content.decode()
    panel = operator.post(alamat(narasi), bentrok, headers=SKRIP).json()["panel"]

    assert 'form="formulir-naskah" name="usulan" value="1">Simpan sebagai usulan' in halaman
    assert 'data-pakai="usulan">Simpan sebagai usulan' in panel


def test_proposal_leaves_the_text_as_it_is_and_is_seen_by_others(operator, narasi):
    jawaban = usulkan(operator, narasi)

    usulan = UsulanNaskah.objects.get()
    assert (usulan.narasi, usulan.isi, str(usulan.oleh)) == (narasi, "<p>Naskah Andi</p>", "Andi")
    assert jawaban.url == f"{alamat(narasi)}?usulan={usulan.pk}#beda"
    narasi.refresh_from_db()
    assert (narasi.isi, narasi.versi) == ("<p>Naskah Siti</p>", 2)
    operator.force_login(buat.make_pengguna(peran="admin", instansi=narasi.lkip.instansi))
    isi = operator.get(jawaban.url).content.decode()
    assert isi.count("Usulan Andi</a>") == 2  # above the text, and among the versions
    assert '<del><span class="visually-hidden">dihapus: </span>Siti</del>' in isi
    assert '<ins><span class="visually-hidden">ditambah: </span>Andi</ins>' in isi
    daftar = operator.get(alamat(narasi).replace("penutup/", "")).content.decode()
    assert "1 usulan" in daftar


def test_script_is_told_what_is_stored_and_that_it_is_kept_once(operator, narasi):
    for _ in range(2):
        jawaban = usulkan(operator, narasi, headers=SKRIP)
    isi = jawaban.json()

    assert (jawaban.status_code, isi["versi"], isi["baris"]) == (200, 2, "Naskah Siti")
    assert isi["isi"] == "<p>Naskah Siti</p>"
    assert "Usulan Andi" in isi["usulan"]
    assert UsulanNaskah.objects.count() == 1


def test_proposal_is_cleaned_as_the_text_is(operator, narasi):
    usulkan(operator, narasi, '<p>Baik<script>x()</script> <a href="/">sini</a></p>')

    assert UsulanNaskah.objects.get().isi == "<p>Baik sini</p>"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("a" * 30_001, "paling panjang 30.000"),
        ("  ", "Usulan belum berisi naskah."),
        ("Naskah Siti", "sama dengan naskah yang tersimpan"),
    ],
)
def test_proposal_that_says_nothing_or_too_much_is_refused_and_stays_on_the_page(
    operator, narasi, isi, pesan
):
    halaman = usulkan(operator, narasi, isi)
    jawaban = usulkan(operator, narasi, isi, headers=SKRIP)

    assert pesan in halaman.content.decode()
    assert 'name="usulan" value="1">Simpan sebagai usulan' in halaman.content.decode()
    assert halaman.context["formulir"]["isi"].value().strip() == isi.strip()
    assert jawaban.status_code == 422
    assert pesan in jawaban.json()["galat"]
    assert not UsulanNaskah.objects.exists()


def test_section_holds_ten_proposals_at_most(operator, narasi):
    for nomor in range(10):
        buat.make_usulan(narasi=narasi, isi=f"<p>{nomor}</p>")

    jawaban = usulkan(operator, narasi, headers=SKRIP)

    assert "sudah mempunyai 10 usulan" in jawaban.json()["galat"]
    assert narasi.usulan.count() == 10


def test_section_without_a_text_has_nothing_to_propose_beside(operator, narasi):
    narasi.delete()

    jawaban = usulkan(operator, narasi, headers=SKRIP)

    assert "belum berisi naskah" in jawaban.json()["galat"]


def pakai(client, usulan, versi):
    return client.post(alamat(usulan.narasi, "pakai", usulan.pk), {"versi": versi}, follow=True)


def test_proposal_that_is_taken_up_becomes_a_version_by_its_author(operator, narasi):
    usulan = buat.make_usulan(narasi=narasi, oleh=buat.make_pengguna(nama="Budi"))
    Narasi.objects.update(perlu_dikonfirmasi=True)

    halaman = pakai(operator, usulan, 2).content.decode()

    narasi.refresh_from_db()
    assert (narasi.isi, narasi.versi, narasi.perlu_dikonfirmasi) == (usulan.isi, 3, False)
    assert "Usulan Budi menjadi naskah bagian ini." in halaman
    versi = narasi.history.latest()
    assert (versi.history_change_reason, str(versi.history_user)) == ("usulan Budi", "Andi")
    assert not UsulanNaskah.objects.exists()
    operator.post(alamat(narasi), {"isi": "Sesudahnya", "versi": "3"})
    assert "dari usulan Budi" in operator.get(alamat(narasi)).content.decode()


@pytest.mark.parametrize("versi", [1, "", "x"])
def test_text_that_changed_since_the_comparison_is_not_replaced(operator, narasi, versi):
    usulan = buat.make_usulan(narasi=narasi)

    halaman = pakai(operator, usulan, versi)

    narasi.refresh_from_db()
    assert (narasi.isi, narasi.versi) == ("<p>Naskah Siti</p>", 2)
    assert "Naskah berubah setelah Anda membuka perbandingan ini." in halaman.content.decode()
    assert halaman.context["usulan_dibuka"] == usulan


def test_proposal_that_is_discarded_leaves_the_text(operator, narasi):
    usulan = buat.make_usulan(narasi=narasi)
    halaman = operator.get(alamat(narasi), {"usulan": usulan.pk}).content.decode()
    assert "<details" in halaman[: halaman.index("Ya, buang usulan ini")].rpartition("</form>")[2]

    operator.post(alamat(narasi, "buang", usulan.pk))

    narasi.refresh_from_db()
    assert (narasi.isi, narasi.versi) == ("<p>Naskah Siti</p>", 2)
    assert not UsulanNaskah.objects.exists()


def test_proposal_of_another_section_or_office_is_none_of_this(operator, narasi):
    lain = buat.make_usulan(narasi=buat.make_narasi(lkip=narasi.lkip, bagian="wilayah"))
    jauh = buat.make_usulan(narasi=buat.make_narasi(bagian="penutup"))

    for usulan in (lain, jauh):
        for aksi in ("pakai", "buang"):
            tujuan = alamat(narasi, aksi, usulan.pk)
            assert operator.post(tujuan, {"versi": 2}).status_code == 404
        isi = operator.get(alamat(narasi), {"usulan": usulan.pk})
        assert isi.context["usulan_dibuka"] is None
    assert UsulanNaskah.objects.count() == 2


@pytest.mark.parametrize("nomor", ["x", "0", "9" * 30, "²"])
def test_number_of_no_proposal_opens_none(operator, narasi, nomor):
    assert operator.get(alamat(narasi), {"usulan": nomor}).context["usulan_dibuka"] is None


def test_proposal_is_never_printed(instansi, narasi):
    buat.make_usulan(narasi=narasi, isi="<p>Kalimat usulan.</p>")

    html = render_html(build_laporan(instansi, buat.TAHUN))

    assert "Naskah Siti" in html
    assert "Kalimat usulan" not in html


def test_proposal_goes_with_its_section(narasi):
    buat.make_usulan(narasi=narasi)

    narasi.delete()

    assert not UsulanNaskah.objects.exists()


def test_submitted_year_shows_proposals_without_buttons(operator, narasi):
    usulan = buat.make_usulan(narasi=narasi)
    pada = {"diajukan_pada": buat.SAAT, "diajukan_oleh": buat.make_pengguna()}
    type(narasi.lkip).objects.update(status="diajukan", **pada)

    isi = operator.get(alamat(narasi), {"usulan": usulan.pk}).content.decode()

    assert "dibandingkan dengan naskah sekarang" in isi
    assert "Pakai usulan ini" not in isi
    assert "Buang usulan" not in isi
