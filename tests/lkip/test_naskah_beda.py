"""What differs between two versions, as a reader wants to see it."""

import time

from hypothesis import given
from hypothesis import strategies as st

from lkip.naskah_beda import Ruas, alinea, bandingkan, bandingkan_teks


def words(alinea, jenis):
    return "".join(satu.teks for satu in alinea.ruas if satu.jenis in ("sama", jenis))


def changes(lama, baru):
    return [
        [(satu.jenis, satu.teks) for satu in alinea.ruas]
        for alinea in bandingkan(lama, baru)
        if alinea.berubah
    ]


def test_a_changed_word_is_shown_within_its_paragraph():
    assert changes("<p>Satu</p><p>IKM 84,02 naik</p>", "<p>Satu</p><p>IKM 85,10 naik</p>") == [
        [("sama", "IKM "), ("hapus", "84,02 "), ("tambah", "85,10 "), ("sama", "naik")]
    ]


def test_paragraphs_without_a_common_word_stand_one_below_the_other():
    assert changes("<p>Lama sekali</p>", "<p>Ditulis dari awal</p>") == [
        [("hapus", "Lama sekali")],
        [("tambah", "Ditulis dari awal")],
    ]


def test_plain_texts_are_compared_by_words_and_not_by_spaces():
    assert bandingkan_teks("IKM\n84,02", "IKM  84,02 <b>") == (
        Ruas("sama", "IKM 84,02 "),
        Ruas("tambah", "<b> "),
    )
    assert bandingkan_teks("", "Baru") == (Ruas("tambah", "Baru "),)


def test_a_new_paragraph_does_not_disturb_the_others():
    assert changes("<p>a</p><p>b</p>", "<p>a</p><p>baru</p><p>b</p>") == [[("tambah", "baru")]]


def test_items_and_rows_are_lines_of_their_own():
    html = (
        "<p>a<br>b</p><ul><li>c<ol><li>d</li></ol></li></ul>"
        "<table><tbody><tr><td>e</td><td>f</td></tr></tbody></table>"
    )

    assert alinea(html) == ["a b", "• c", "• d", "e | f"]


def test_equal_and_empty_texts_do_not_differ():
    assert changes("<p>a</p>", "<p>a</p>") == changes("", "") == []


@given(*[st.lists(st.text("ab ", min_size=1), max_size=5)] * 2)
def test_both_versions_can_be_read_from_the_difference(lama, baru):
    sebelum, sesudah = ("".join(f"<p>{satu}</p>" for satu in isi) for isi in (lama, baru))
    beda = bandingkan(sebelum, sesudah)

    for html, jenis in ((sebelum, "hapus"), (sesudah, "tambah")):
        assert [teks for satu in beda if (teks := words(satu, jenis).strip())] == alinea(html)


def test_the_longest_texts_are_compared_quickly():
    mulai = time.process_time()
    bandingkan("<p>x</p>" * 3000, "<p>y</p><p>x</p>" * 1500)
    bandingkan("<p>" + "a b " * 7000 + "</p>", "<p>" + "a c " * 7000 + "</p>")

    assert time.process_time() - mulai < 3
