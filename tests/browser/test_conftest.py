"""The fixtures that other browser tests trust."""


def test_axe_names_the_rule_and_the_element(page, axe):
    page.set_content("<html lang='id'><title>Uji</title><img src='data:,'></html>")

    assert axe(page) == [("image-alt", ['<img src="data:,">'])]


def test_axe_is_silent_about_a_good_page(page, axe):
    page.set_content("<html lang='id'><title>Uji</title><h1>Beranda</h1></html>")

    assert axe(page) == []


def test_the_page_speaks_indonesian_in_western_indonesian_time(page):
    shown = page.evaluate("new Date(Date.UTC(2024, 11, 31, 17)).toLocaleString()")

    assert shown == "1/1/2025, 00.00.00"
