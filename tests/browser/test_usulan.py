"""Two people at one section or grid: a text kept as a proposal, and the notice of who else is there."""

import re

import pytest
from playwright.sync_api import expect

from instansi.models import Pengguna
from lkip.models import HalamanDibuka, UsulanNaskah
from tests.browser.kisi_contoh import AKAR, kantor, lencana, lepaskan, masuk, situs
from tests.browser.naskah_contoh import (
    ALAMAT,
    TERSIMPAN,
    draf,
    ganti,
    halaman,
    kotak,
    penutup,
    putuskan,
    simpan_sebagai,
    tersimpan,
)

__all__ = ["halaman", "kantor", "penutup", "situs"]
SEMENIT = 60_000
DITUNGGU = 15_000  # a page says so some seconds after it has opened


@pytest.fixture
def siti(chromium, situs, kantor):
    """A second browser, with the session of the admin."""
    Pengguna.objects.filter(username="admin").update(nama="Siti Aminah")
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
    masuk(context, situs, "admin")
    yield context.new_page()
    lepaskan(context)
    context.close()


def kabar_hadir(page):
    return page.locator("[data-hadir]")


def terlihat(alamat):
    """When each who has the page open was last heard of."""
    halaman = alamat.removeprefix(AKAR).rstrip("/")
    return list(HalamanDibuka.objects.filter(halaman=halaman).values_list("terlihat", flat=True))


def usulkan(page):
    page.locator(".panel-bentrok").get_by_role("button", name="Simpan sebagai usulan").click()


def test_text_in_conflict_is_kept_as_a_proposal_and_taken_up_by_another(halaman, situs, siti, axe):
    simpan_sebagai("admin", "Naskah Siti")
    ganti(halaman, "Naskah Andi")
    usulkan(halaman)

    expect(halaman.locator(".panel-bentrok")).to_have_count(0)
    expect(
        halaman.get_by_role("status").filter(has_text="Ada usulan untuk naskah ini")
    ).to_be_visible()
    expect(kotak(halaman)).to_have_text("Naskah Siti")
    expect(kotak(halaman)).to_be_focused()
    expect(lencana(halaman)).to_have_text(re.compile("disimpan otomatis"))
    assert tersimpan() == "<p>Naskah Siti</p>"
    assert draf(halaman) == []
    assert axe(halaman) == []

    siti.goto(situs + ALAMAT)
    nama = str(Pengguna.objects.get(username="operator"))
    siti.get_by_role("status").get_by_role("link", name=f"Usulan {nama}").click()
    beda = siti.get_by_role("region", name=f"Usulan {nama} dibandingkan dengan naskah sekarang")
    expect(beda.locator(".beda del")).to_contain_text("Siti")
    expect(beda.locator(".beda ins")).to_contain_text("Andi")
    assert axe(siti) == []
    beda.get_by_role("button", name="Pakai usulan ini").click()

    expect(siti.get_by_text(f"Usulan {nama} menjadi naskah bagian ini.")).to_be_visible()
    expect(kotak(siti)).to_have_text("Naskah Andi")
    assert tersimpan() == "<p>Naskah Andi</p>"


def test_writing_goes_on_from_the_stored_text_after_a_proposal(halaman):
    simpan_sebagai("admin", "Naskah Siti")
    ganti(halaman, "Naskah Andi")
    usulkan(halaman)
    expect(kotak(halaman)).to_have_text("Naskah Siti")

    kotak(halaman).press("Control+End")
    halaman.keyboard.type(" dan lanjutannya")

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Naskah Siti dan lanjutannya</p>"


def test_proposal_that_cannot_be_sent_leaves_the_choice_open(halaman):
    simpan_sebagai("admin", "Naskah Siti")
    ganti(halaman, "Naskah Andi")
    panel = halaman.locator(".panel-bentrok")
    expect(panel).to_be_visible()
    putuskan(halaman)
    usulkan(halaman)
    expect(panel.get_by_role("status")).to_have_text(re.compile("Usulan belum tersimpan"))
    expect(kotak(halaman)).to_have_text("Naskah Andi")

    halaman.unroute_all()
    usulkan(halaman)

    expect(panel).to_have_count(0)
    assert UsulanNaskah.objects.get().isi == "<p>Naskah Andi</p>"


def test_discarding_a_proposal_asks_first(halaman, situs):
    simpan_sebagai("admin", "Naskah Siti")
    ganti(halaman, "Naskah Andi")
    usulkan(halaman)
    halaman.get_by_role("status").get_by_role("link", name="Usulan").click()
    yakin = halaman.get_by_role("button", name="Ya, buang usulan ini")
    expect(yakin).to_be_hidden()

    halaman.get_by_text("Buang usulan", exact=True).click()
    yakin.click()

    expect(halaman.get_by_text(re.compile("^Usulan .* dibuang.$"))).to_be_visible()
    assert not UsulanNaskah.objects.exists()
    assert tersimpan() == "<p>Naskah Siti</p>"


def test_without_scripts_a_text_is_proposed_and_taken_up_too(chromium, situs, penutup):
    context = chromium.new_context(java_script_enabled=False)
    masuk(context, situs, "operator")
    page = context.new_page()
    page.goto(situs + ALAMAT)
    simpan_sebagai("admin", "Naskah Siti")
    page.get_by_label("Isi naskah").fill("Naskah Andi")
    page.get_by_role("button", name="Simpan", exact=True).click()

    usulkan(page)
    expect(page.get_by_text("Tulisan Anda disimpan sebagai usulan.")).to_be_visible()
    assert tersimpan() == "<p>Naskah Siti</p>"
    assert not kabar_hadir(page).count()
    page.get_by_role("button", name="Pakai usulan ini").click()

    expect(page.get_by_text("menjadi naskah bagian ini.")).to_be_visible()
    assert tersimpan() == "<p>Naskah Andi</p>"
    context.close()


@pytest.mark.parametrize(
    ("alamat", "apa"), [(ALAMAT, "bagian ini"), (f"{AKAR}isi/sarana/", "tabel ini")]
)
def test_who_comes_second_is_told_who_is_there(page, situs, penutup, siti, axe, alamat, apa):
    HalamanDibuka.objects.all().delete()
    with siti.expect_response("**/dibuka/"):
        siti.goto(situs + alamat)
    expect(kabar_hadir(siti)).to_have_text("")
    masuk(page.context, situs, "operator")

    page.goto(situs + alamat)

    pesan = re.compile(rf"^Siti Aminah membuka {apa} pukul \d\d\.\d\d WIB\.$")
    expect(page.get_by_role("status").filter(has_text=pesan)).to_be_visible(timeout=DITUNGGU)
    for lebar, tinggi in ((1366, 768), (360, 740)):
        page.set_viewport_size({"width": lebar, "height": tinggi})
        assert page.evaluate("document.documentElement.scrollWidth") == lebar
        assert axe(page) == []
    lepaskan(page.context)


@pytest.mark.parametrize("alamat", [ALAMAT, f"{AKAR}isi/sarana/"])
def test_page_says_so_again_only_while_somebody_is_at_it(page, situs, penutup, alamat):
    masuk(page.context, situs, "operator")
    page.clock.install()
    dikatakan = []
    page.on("request", lambda satu: dikatakan.append(satu.url) if "dibuka" in satu.url else None)
    page.goto(situs + alamat)
    with page.expect_response("**/dibuka/"):
        page.clock.run_for(6000)
    (awal,) = terlihat(alamat)

    page.evaluate("document.activeElement.blur()")
    page.clock.run_for(5 * SEMENIT)
    assert len(dikatakan) == 1
    page.get_by_role("link", name="Langsung ke isi").focus()
    with page.expect_response("**/dibuka/"):
        page.clock.run_for(2 * SEMENIT)

    assert len(dikatakan) == 2
    assert terlihat(alamat) > [awal]
    lepaskan(page.context)


def test_locked_pages_say_nothing(page, situs, kantor):
    masuk(page.context, situs, "seksi")
    dikatakan = []
    page.on("request", lambda satu: dikatakan.append(satu.url) if "dibuka" in satu.url else None)
    page.clock.install()

    page.goto(f"{situs}{AKAR}isi/sarana/")
    page.clock.run_for(3 * SEMENIT)

    assert dikatakan == []
