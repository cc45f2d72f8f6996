"""Posts that no page of ours would send: refused, and the database stays as it was to the last row."""

import json

import pytest

from tests import factories as buat
from tests.akses.alamat import GRIDS, PERSONAL, ROUTES, RULES, Peran
from tests.akses.kantor import (
    Visitor,
    fill,
    keys_of,
    make_kantor,
    set_status,
    signed_in,
    unchanged,
)
from tests.akses.kiriman import grid_post
from tests.factories import TAHUN

# Keys of what belongs to one year; the others belong to the office or its plan.
YEAR_KEYS = {
    "program_pk",
    "kegiatan_pk",
    "sub_kegiatan_pk",
    "realisasi_pk",
    "bukti_pk",
    "foto_pk",
    "lampiran_pk",
}
KEYED = [name for name, grid in RULES if "_pk>" in ROUTES[name] and "<kode:" in ROUTES[name]]
YEAR_KEYED = [name for name in KEYED if any(f":{key}>" in ROUTES[name] for key in YEAR_KEYS)]
PK_PAGES = [
    ("ubah_pk", ""),
    ("ubah_pk_perubahan", ""),
    ("hapus_pk_perubahan", ""),
    ("ambil_target_pk", ""),
    ("isi_kisi", "target-pk"),
    ("isi_kisi", "target-pk-perubahan"),
]
# Choices in forms, with whose keys they are filled by somebody who forges them.
FOREIGN_CHOICES = {
    "ubah_tujuan": {"sasaran_rpjmd": "rpjmd_pk"},
    "ubah_sasaran": {"tujuan": "tujuan_pk"},
    "ubah_indikator": {"penanggung_jawab": "seksi_pk"},
    "tambah_indikator_sasaran": {"sasaran": "sasaran_pk"},
    "ubah_pejabat": {"seksi": "seksi_pk"},
    "ubah_sub_kegiatan": {"seksi": "seksi_pk"},
    "tambah_foto": {"sub_kegiatan": "sub_kegiatan_pk"},
    "tambah_peran": {"peran": "operator", "instansi": "instansi_pk"},
    "tambah_pengguna": {"peran": "operator", "instansi": "instansi_pk"},
}
# What a unit may enter, but of its own only; for which of them a photo is, its form asks. Whoever
# reads may print, which enters nothing.
PRINTS = {"unduh_pdf", "unduh_pk", "unduh_pk_perubahan", "unduh_paket", "ulangi_proses"}
UNIT_PAGES = [
    (name, grid)
    for (name, grid), rule in RULES.items()
    if name not in PERSONAL.keys() | PRINTS | {"tambah_foto"} and Peran.SEKSI in (rule.post or ())
]


@pytest.fixture
def other(kantor):
    """Another office with the same things."""
    return make_kantor()


@pytest.fixture
def operator(kantor):
    return Visitor("operator").enter(kantor)


def answers(client, rule, address, data):
    """Statuses of the methods that an address has."""
    if rule.get is not None:
        yield client.get(address).status_code
    if rule.post is not None:
        yield client.post(address, data).status_code


def test_keys_of_another_office_do_not_exist(kantor, other, operator, posts):
    foreign = keys_of(other)
    with unchanged():
        for name in KEYED:
            rule, address = RULES[name, ""], fill(name, kantor, keys=foreign)
            data = posts[name, ""]() if rule.post is not None else None
            assert set(answers(operator, rule, address, data)) == {404}, name


def test_admins_find_only_users_of_their_own_pemda(kantor, other):
    client = Visitor("admin").enter(kantor)
    keys = keys_of(other) | {"pemda_pk": kantor.pemda_id}

    with unchanged():
        answer = client.post(fill("tambah_peran", kantor, keys=keys), {"peran": "admin"})
    assert answer.status_code == 404


@pytest.mark.parametrize("script", [False, True], ids=["form", "json"])
def test_grids_do_not_take_rows_of_another_office(kantor, other, operator, script):
    there = Visitor("operator").enter(other)
    with unchanged():
        for grid in GRIDS:
            post = grid_post(there, other, grid)()
            delete = fill("hapus_baris_kisi", kantor, grid=grid)
            assert send(operator, fill("isi_kisi", kantor, grid=grid), post, script) == 403, grid
            assert operator.post(delete, post).status_code == 403, grid


def send(client, address, post, script):
    """The cells of a form, as the form or as kisi.js sends them."""
    if not script:
        return client.post(address, post).status_code
    name = next(name for name in post if name.startswith("s-"))
    _, row, column = name.split("-", 2)
    cell = {"dasar": json.loads(post[f"dasar-{row}"]).get(column, ""), "teks": post[name]}
    body = json.dumps({"baris": {row: {column: cell}}})
    return client.post(address, body, content_type="application/json").status_code


def test_one_foreign_row_keeps_the_others_of_a_post_from_being_stored(kantor, other, operator):
    own = grid_post(operator, kantor, "sarana")()
    foreign = grid_post(Visitor("operator").enter(other), other, "sarana")()

    with unchanged():
        answer = operator.post(fill("isi_kisi", kantor, grid="sarana"), own | foreign)
    assert answer.status_code == 403


def test_the_analysis_of_another_office_does_not_exist(kantor, other, operator):
    nomor = other.renstra.get().sasaran.first().pk
    address = f"/{kantor.kode}/{TAHUN}/isi/analisis-sasaran-{nomor}/"

    with unchanged():
        assert operator.get(address).status_code == 404
        assert operator.post(address, {"s-baru1-uraian": "Palsu"}).status_code == 404


def test_a_unit_changes_nothing_of_another_unit(kantor, posts):
    seksi = kantor.seksi.last()
    client = signed_in(peran="seksi", instansi=kantor, seksi=seksi)

    with unchanged():
        for name, grid in UNIT_PAGES:
            answer = client.post(fill(name, kantor, grid=grid), posts[name, grid]())
            assert answer.status_code == 403, (name, grid)
    assert not seksi.sub_kegiatan.exists()
    assert not seksi.indikator.exists()


def test_rows_are_moved_by_who_may_change_them(kantor):
    address = fill("isi_kisi", kantor, grid="sarana")
    move = {"geser": f"{kantor.sarana.first().pk}:1"}
    unit = signed_in(peran="seksi", instansi=kantor, seksi=kantor.seksi.first())
    operator = signed_in(peran="operator", instansi=kantor)

    with unchanged():
        assert unit.post(address, move).status_code == 403
    set_status(kantor, "diajukan")
    with unchanged():
        assert operator.post(address, move).status_code == 403


def test_computed_and_unknown_cells_are_not_taken(kantor, operator):
    with unchanged():
        for grid in GRIDS:
            address = fill("isi_kisi", kantor, grid=grid)
            row = operator.get(address).context["baris"][-1]
            shown = [cell.nama for cell in row.sel if cell and cell.masukan == "keluaran"]
            for name in (*shown, f"s-{row.baris.kunci}-tidak-ada", "s-0-nilai"):
                answer = operator.post(address, {name: "7"})
                assert answer.status_code == 403, (grid, name)


def test_a_signed_perjanjian_stays_as_it_was_signed(kantor, other, operator, posts):
    made = {key: posts[key] for key in PK_PAGES}
    camat, bupati = kantor.pejabat.get(peran="pimpinan"), kantor.pemda.pejabat.get(instansi=None)
    for perjanjian in kantor.perjanjian.all():
        buat.sign(perjanjian, pihak=(camat, bupati))

    with unchanged():
        for (name, grid), post in made.items():
            answer = operator.post(fill(name, kantor, grid=grid), post())
            assert answer.status_code == 403, (name, grid)


def test_an_open_year_does_not_open_the_year_before(kantor, operator):
    set_status(kantor, "diajukan")
    buat.make_lkip(instansi=kantor, tahun=TAHUN + 1)
    indikator = kantor.renstra.get().indikator.order_by("pk").last().pk
    history = f"/{kantor.kode}/{TAHUN + 1}/isi/realisasi-riwayat/"

    with unchanged():
        for name in YEAR_KEYED:
            address = fill(name, kantor).replace(f"/{TAHUN}/", f"/{TAHUN + 1}/")
            assert set(answers(operator, RULES[name, ""], address, {})) == {404}, name
        assert operator.post(history, {f"s-{indikator}-nilai{TAHUN}": "7"}).status_code == 403


def test_choices_of_a_form_are_those_of_the_own_office(kantor, other, posts):
    client = Visitor("admin").enter(kantor)
    keys = keys_of(other) | {
        "instansi_pk": other.pk,
        "seksi_pk": other.seksi.first().pk,
        "rpjmd_pk": other.renstra.get().sasaran_rpjmd.first().pk,
    }

    with unchanged():
        for name, choices in FOREIGN_CHOICES.items():
            forged = {field: keys.get(value, value) for field, value in choices.items()}
            answer = client.post(fill(name, kantor), posts[name, ""]() | forged)
            assert answer.context["formulir"].errors.keys() & choices.keys(), name


def test_forms_take_no_field_that_they_do_not_show(kantor, operator, posts):
    name = "ubah_tanggal_laporan"
    forged = {"status": "disahkan", "tahun": "2030", "instansi": "0", "perbaikan_ke": "9"}

    operator.post(fill(name, kantor), posts[name, ""]() | forged)

    lkip = kantor.lkip.get()
    assert (lkip.status, lkip.tahun, lkip.perbaikan_ke) == ("draf", TAHUN, 0)
    assert str(lkip.tanggal) == "2025-03-17"
