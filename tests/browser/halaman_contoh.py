"""What browser tests of pages share: the year of the example office, its users, and how to look."""

from tests.browser.kisi_contoh import masuk

AKAR = "/35.09.09/2024/"
LEBIH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def sign_in(context, site, username="admin"):
    """Give the browser the session of a user, as after the login page."""
    masuk(context, site, username)


def failures_of(page, axe, site, alamat):
    """What is wrong with one page in the present width."""
    page.goto(site + alamat)
    found = [f"axe {rule}: {elements[:2]}" for rule, elements in axe(page)]
    lebar = page.evaluate(LEBIH)
    return found + [f"wider than the window by {lebar} px"] * (lebar > 0)
