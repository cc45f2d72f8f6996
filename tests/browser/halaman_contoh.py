"""What browser tests of pages share: the year of the example office, its users, and how to look."""

from tests.browser.kisi_contoh import masuk

PATIENT = 120_000  # milliseconds; printing takes a while
AKAR = "/35.09.09/2024/"
LEBIH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def sign_in(context, site, username="admin"):
    """Give the browser the session of a user, as after the login page."""
    masuk(context, site, username)


def download_pdf(page):
    """Download the PDF of the report from the page *Laporan*; where it is not there, it is made."""
    buat = page.get_by_role("button", name="Buat PDF")
    unduh = page.get_by_role("link", name="Unduh PDF")
    buat.or_(unduh).wait_for()
    if buat.is_visible():
        buat.click(timeout=PATIENT)
    with page.expect_download(timeout=PATIENT) as unduhan:
        unduh.click(timeout=PATIENT)
    return unduhan.value


def failures_of(page, axe, site, alamat):
    """What is wrong with one page in the present width."""
    page.goto(site + alamat)
    found = [f"axe {rule}: {elements[:2]}" for rule, elements in axe(page)]
    lebar = page.evaluate(LEBIH)
    return found + [f"wider than the window by {lebar} px"] * (lebar > 0)
