"""What staff write becomes a few harmless tags, whatever they paste."""

import time
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lkip.dokumen.pdf import TAG_KOSONG
from lkip.models import Narasi
from lkip.naskah import ATRIBUT, BAGIAN, TAG, bersihkan, html_dari_teks


class Reader(HTMLParser):
    """Collects tags with their attributes, and the text, as a browser would see them."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def is_harmless(html):
    return all(
        tag in TAG and set(attributes) <= ATRIBUT.get(tag, set())
        for tag, attributes in Reader(html).tags
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>Kecamatan <strong>melayani</strong> <em>warga</em>.</p>",
        "<ul><li>satu</li><li>dua</li></ul>",
        "<ol><li>satu</li></ol>",
        "<p>satu<br>dua</p>",
        "<ul><li>satu<ol><li>dua</li></ol></li></ul>",
        '<table><thead><tr><th colspan="2">Desa</th></tr></thead>'
        '<tbody><tr><td rowspan="2">Contoh</td><td>1</td></tr></tbody></table>',
        "<p>Biaya &lt; pagu &amp; sisa</p>",
        "",
    ],
)
def test_plain_narrative_is_kept_as_it_is(html):
    assert bersihkan(html) == html


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>a</p><script>alert(1)</script>", "<p>a</p>"),
        ("<p>a</p><style>p {color: red}</style>", "<p>a</p>"),
        ('<p onclick="alert(1)">a</p>', "<p>a</p>"),
        ('<p style="position:fixed">a</p>', "<p>a</p>"),
        ('<p class="ttd" id="x" data-type="y">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<p>a</p>"),
        ('<a href="https://example.org/">a</a>', "<p>a</p>"),
        ('<img src="x" onerror="alert(1)">', ""),
        ('<p>a<img src="file:///etc/passwd"></p>', "<p>a</p>"),
        ('<iframe src="https://example.org/"></iframe>', ""),
        ('<svg onload="alert(1)"><circle r="1"/></svg>', ""),
        ('<form action="/keluar/"><button>a</button></form>', "<p>a</p>"),
        ("<p>a<!-- catatan --></p>", "<p>a</p>"),
        ("<p>a<!-- catatan", "<p>a</p>"),
        ("<!DOCTYPE html><?xml x ?><p>a<![if x]>b</p>", "<p>ab</p>"),
        ('<td colspan="2" onmouseover="x()">a</td>', "<p>a</p>"),
        ("<scr<script>x</script>ipt>alert(1)</script>", "<p>&lt;script&gt;alert(1)</p>"),
        ("<p>a\x0b\x01\ufffe\u00adb</p>", "<p>ab</p>"),
        ("<p>a&#1;&#xD800;b</p>", "<p>a\ufffdb</p>"),
    ],
)
def test_everything_else_goes(html, clean):
    assert bersihkan(html) == clean


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("a", "<p>a</p>"),
        ("<h1>a</h1>b", "<p>a</p><p>b</p>"),
        ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<strong><em>a</strong></em>", "<p><strong><em>a</em></strong></p>"),
        ("<p><b><b>a</b>b</b>c</p>", "<p><strong>ab</strong>c</p>"),
        ("<p></p><p> &nbsp; </p><p>a</p><p><br></p>", "<p>a</p>"),
        ("<p>a  b\u00a0\u00a0c\n d</p>", "<p>a b c d</p>"),
        ("<p><br>a<br><br> b <br></p>", "<p>a<br>b</p>"),
        ("<ol><li><p>a</p></li><li><p>b</p><p>c</p></li></ol>", "<ol><li>a</li><li><p>b</p><p>c</p></li></ol>"),
        ("<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul>a</ul><li>b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ("<ul><li></li></ul><ol></ol>", ""),
        ("<table><tr><td><p>a</p></td><td colspan='1' rowspan='3'></td></tr></table>", '<table><tbody><tr><td>a</td><td rowspan="3"></td></tr></tbody></table>'),
        ("<table><tbody><tr><th>a</th></tr><tr><td>b</td></tr></tbody></table>", "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"),
        ("<table><tr><td colspan='999999'>a</td></tr></table>", '<table><tbody><tr><td colspan="20">a</td></tr></tbody></table>'),
        ("<table>a<tr>b</tr></table>c", "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table><p>c</p>"),
        ("<table><tr><td></td></tr></table>", ""),
        ("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td></tr></table>", "<table><tbody><tr><td><p>a</p><p>b</p><p>c</p><p>d</p></td></tr></tbody></table>"),
    ],
)  # fmt: skip
def test_one_thing_has_one_form(html, clean):
    assert bersihkan(html) == clean


# As Word for Windows puts it on the clipboard.
WORD = """<!--StartFragment--><p class=MsoNormal><b>Kendala</b> <script>alert(1)</script></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Terbatasnya petugas</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Jaringan <a href="javascript:alert(1)">lambat</a></p>
<table class=MsoTableGrid style='border:none'><tr><td width=100><p class=MsoNormal>Target<o:p></o:p></p></td><td><p class=MsoNormal>Realisasi</p></td></tr>
<tr><td><p>85</p></td><td><p>84,02<img src=x onerror="alert(1)"></p></td></tr></table><!--EndFragment-->"""


def test_nr_02_list_table_and_bold_of_word_are_kept_and_nothing_else():
    assert bersihkan(WORD) == (
        "<p><strong>Kendala</strong></p>"
        "<ol><li>Terbatasnya petugas</li><li>Jaringan lambat</li></ol>"
        "<table><tbody><tr><td>Target</td><td>Realisasi</td></tr>"
        "<tr><td>85</td><td>84,02</td></tr></tbody></table>"
    )


def word_item(daftar, tingkat, tanda, teks):
    return (
        f"<p style='mso-list:l{daftar} level{tingkat} lfo1'>"
        f"<span style='mso-list:Ignore'>{tanda}<span> </span></span>{teks}</p>"
    )


def test_lists_of_word_keep_their_levels_and_stay_apart():
    html = "".join(
        [
            word_item(0, 1, "1.", "a"),
            word_item(0, 2, "a)", "b"),
            word_item(0, 1, "2.", "c"),
            word_item(1, 1, "·", "d"),
            "<p>e</p>",
            word_item(1, 1, "·", "f"),
        ]
    )

    assert bersihkan(html) == (
        "<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>"
        "<ul><li>d</li></ul><p>e</p><ul><li>f</li></ul>"
    )


HOSTILE = [
    "<script>",
    "</script>",
    "<style>",
    "<p onclick=x()>",
    "<a href=javascript:x()>",
    "<iframe src=//x>",
    "<svg><style>",
    "<math><mtext>",
    "<!--",
    "-->",
    "<![CDATA[",
    '<td colspan="2" style=x>',
    "<template>",
    "<noscript>",
    "&lt;script&gt;",
    "a",
    " ",
    "&#11;",
    "<b>",
    "</b>",
    "<i>",
    "<p>",
    "</p>",
    "<ul>",
    "</ol>",
    "<li>",
    "</li>",
    "<table>",
    "</table>",
    "<tr>",
    "<th rowspan=9>",
    "</td>",
    "<br>",
    "<p style='mso-list:l0 level2'>",
    "<span style='mso-list:Ignore'>",
]


@given(st.lists(st.sampled_from(HOSTILE), max_size=14).map("".join) | st.text())
@example(
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x">'
)
@example('<noscript><p title="</noscript><img src=x onerror=alert(1)>">')
def test_result_is_harmless_printable_and_clean_already(html):
    clean = bersihkan(html)

    assert is_harmless(clean)
    assert bersihkan(clean) == clean
    read_as_printed(clean)


def read_as_printed(html):
    """Read it as the printer does, who refuses what is not XML but for void elements."""
    return ElementTree.fromstring(TAG_KOSONG.sub(r"<\1\2/>", f"<div>{html}</div>"))


@given(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
    | st.sampled_from(["<p>a", "&#0;", "&#55296;", "\x08", "&nbsp;"])
)
def test_any_text_can_be_printed(teks):
    read_as_printed(html_dari_teks(teks))
    read_as_printed(bersihkan(teks))


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<table><tr><td>a" * 50, id="tables-in-tables"),
        pytest.param("<ul><li>a" * 5000, id="lists-in-lists"),
        pytest.param("<table><tr><td><ul><li>" * 500 + "a", id="lists-and-tables"),
        pytest.param("<b><i>" * 9000 + "a", id="bold-in-bold"),
        pytest.param("<span>" * 25_000 + "a", id="spans"),
        pytest.param("".join(f"<b id={n}><p>a" for n in range(9_000)), id="unclosed-bold"),
        pytest.param("<!--" * 30_000 + "a", id="comments"),
        pytest.param("<p title='" * 20_000 + "a", id="open-quotes"),
        pytest.param("< " * 50_000, id="brackets"),
        pytest.param("<table><tr>" + "<td>a" * 9000, id="columns"),
    ],
)
def test_monstrous_html_is_flat_and_quick(html):
    mulai = time.process_time()
    clean = bersihkan(html)

    assert time.process_time() - mulai < 3
    assert depth(read_as_printed(clean)) <= 2 * (4 + 4) + 8
    assert bersihkan(clean) == clean


def depth(element):
    return 1 + max(map(depth, element), default=0)


@pytest.mark.parametrize(
    ("teks", "html"),
    [
        ("", ""),
        (" \n\n \n", ""),
        ("Satu alinea.", "<p>Satu alinea.</p>"),
        ("Satu\nbaris  lagi", "<p>Satu baris lagi</p>"),
        ("Satu.\n\nDua.", "<p>Satu.</p><p>Dua.</p>"),
        ("Satu.\n \t\n\nDua.", "<p>Satu.</p><p>Dua.</p>"),
        ("1. satu\n2. dua", "<ol><li>satu</li><li>dua</li></ol>"),
        ("1) satu\n2) dua", "<ol><li>satu</li><li>dua</li></ol>"),
        ("- satu\n- dua", "<ul><li>satu</li><li>dua</li></ul>"),
        ("• satu\n– dua", "<ul><li>satu</li><li>dua</li></ul>"),
        ("Antara lain:\n\n- satu\n- dua", "<p>Antara lain:</p><ul><li>satu</li><li>dua</li></ul>"),
        ("Antara lain:\n- satu", "<p>Antara lain: - satu</p>"),
        ("1.satu", "<p>1.satu</p>"),
        ("2024 adalah tahun contoh", "<p>2024 adalah tahun contoh</p>"),
        ("-", "<p>-</p>"),
        ('a < b & "c"', '<p>a &lt; b &amp; "c"</p>'),
        ("- <script>x</script>", "<ul><li>&lt;script&gt;x&lt;/script&gt;</li></ul>"),
    ],
)
def test_text_becomes_paragraphs_and_lists(teks, html):
    assert html_dari_teks(teks) == html


@given(st.text())
def test_text_never_becomes_a_tag(teks):
    html = html_dari_teks(teks)

    assert {tag for tag, _ in Reader(html).tags} <= {"p", "ol", "ul", "li"}
    assert is_harmless(html)


@given(st.text(alphabet="ab <>&'\"-.1\n"))
def test_no_letter_of_a_text_is_lost(teks):
    letters = [letter for letter in teks if letter in "ab"]

    assert [letter for letter in Reader(html_dari_teks(teks)).text if letter in "ab"] == letters


def test_every_section_fits_its_column():
    field = Narasi._meta.get_field("bagian")

    assert dict(field.choices) == BAGIAN
    assert max(map(len, BAGIAN)) <= field.max_length
