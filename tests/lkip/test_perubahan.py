"""What a reviewer sees as changed since the last submission."""

from decimal import Decimal

import pytest
from django.utils import timezone

from lkip.perubahan import LINGKUP, baca_perubahan, beda_paragraf
from tests import factories as buat
from tests.semua_model import MODELS
from tests.test_history import RECORDED

pytestmark = pytest.mark.django_db
TIDAK_DIBANDINGKAN = {  # not facts of one office and year
    "instansi.Keanggotaan",
    "instansi.Pemda",
    "instansi.Pengguna",
    "lkip.KelasPredikat",
    "lkip.Pengecualian",
    "lkip.Pengesahan",
    "lkip.ProfilPenilaian",
    "lkip.UsulanNaskah",  # not the text of the report until it is taken up
}


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def sejak(instansi):
    return timezone.now()


def baca(instansi, sejak):
    return [
        (satu.jenis, satu.kolom, satu.lama, satu.baru)
        for satu in baca_perubahan(instansi, buat.TAHUN, sejak)
    ]


def pagu_pertama(instansi):
    return instansi.program.get().kegiatan.get().sub_kegiatan.first().pagu.first()


def test_every_recorded_model_is_compared_or_left_out_on_purpose():
    dibandingkan = {satu.model._meta.label for satu in LINGKUP}

    assert dibandingkan | TIDAK_DIBANDINGKAN == {model._meta.label for model in RECORDED}
    assert not dibandingkan & TIDAK_DIBANDINGKAN
    assert len(RECORDED) < len(MODELS)


def test_nothing_changed_is_an_empty_list(instansi, sejak):
    pagu_pertama(instansi).save()

    assert baca(instansi, sejak) == []


def test_field_is_listed_once_with_its_first_and_last_value(instansi, sejak):
    pagu = pagu_pertama(instansi)
    lama = pagu.jumlah
    for jumlah in (Decimal(1), Decimal("2500000.50")):
        pagu.jumlah = jumlah
        pagu.save()

    [(jenis, kolom, dulu, kini)] = baca(instansi, sejak)
    assert (jenis, kolom, kini) == ("ubah", "Pagu (Rp)", "2.500.000,5")
    assert dulu == f"{lama:,.0f}".replace(",", ".")


def test_a_value_that_was_changed_back_is_no_change(instansi, sejak):
    pagu = pagu_pertama(instansi)
    lama = pagu.jumlah
    for jumlah in (Decimal(1), lama):
        pagu.jumlah = jumlah
        pagu.save()

    assert baca(instansi, sejak) == []


def test_rows_that_came_and_went_are_named(instansi, sejak):
    sarana = buat.make_sarana(instansi=instansi, nama="Mesin ketik")
    instansi.sarana.exclude(pk=sarana.pk).first().delete()
    sementara = buat.make_sarana(instansi=instansi, nama="Salah ketik")
    sementara.delete()

    perubahan = baca_perubahan(instansi, buat.TAHUN, sejak)

    assert sorted(satu.jenis for satu in perubahan) == ["hapus", "tambah"]
    assert any("Mesin ketik" in satu.baris for satu in perubahan)


def test_change_names_who_made_it_last(instansi, sejak):
    orang = [buat.make_pengguna(nama=nama) for nama in ("Ani", "Budi", "Cici")]
    pagu = pagu_pertama(instansi)
    for satu, jumlah in zip(orang, (5, 7, 7), strict=True):
        pagu.jumlah = Decimal(jumlah)
        pagu._history_user = satu
        pagu.save()

    [perubahan] = baca_perubahan(instansi, buat.TAHUN, sejak)

    assert perubahan.oleh == "Budi"


def test_other_offices_and_years_do_not_show(instansi, sejak):
    buat.make_sarana(instansi=instansi, tahun=buat.TAHUN - 1)
    buat.make_pagu()

    assert baca(instansi, sejak) == []


def test_narrative_shows_its_paragraphs_side_by_side(instansi, sejak):
    narasi = instansi.lkip.get().narasi.first()
    narasi.isi = "<p>Satu.</p><p>Dua.</p>"
    narasi.save()
    batas = timezone.now()
    narasi.isi = "<p>Satu.</p><p>Tiga.</p><ul><li>Empat</li></ul>"
    narasi.save()

    [perubahan] = baca_perubahan(instansi, buat.TAHUN, batas)

    assert perubahan.beda == (
        ("sama", "Satu."),
        ("hapus", "Dua."),
        ("tambah", "Tiga."),
        ("tambah", "Empat"),
    )


def test_new_narrative_shows_its_paragraphs(instansi, sejak):
    narasi = instansi.lkip.get().narasi.first()
    narasi.delete()
    batas = timezone.now()
    buat.make_narasi(lkip=narasi.lkip, bagian=narasi.bagian, isi="<p>Satu.</p><p>Dua.</p>")

    [perubahan] = baca_perubahan(instansi, buat.TAHUN, batas)

    assert (perubahan.jenis, perubahan.kolom) == ("tambah", "")
    assert perubahan.beda == (("tambah", "Satu."), ("tambah", "Dua."))


def test_equal_texts_have_no_difference():
    assert beda_paragraf("<p>Satu</p>", "<p> Satu </p>") == (("sama", "Satu"),)


def test_queries_do_not_grow_with_the_changes(instansi, sejak, django_assert_max_num_queries):
    for pagu in instansi.program.get().kegiatan.get().sub_kegiatan.first().pagu.all():
        pagu.jumlah += 1
        pagu.save()

    with django_assert_max_num_queries(2 * len(LINGKUP) + 12):
        assert len(baca(instansi, sejak)) > 1
