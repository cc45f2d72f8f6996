"""What staff write becomes a few harmless tags, whatever they paste."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

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
        ('<p class="ttd" id="x">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "a"),
        ('<a href="https://example.org/">a</a>', "a"),
        ('<img src="x" onerror="alert(1)">', ""),
        ('<iframe src="https://example.org/"></iframe>', ""),
        ('<svg onload="alert(1)"><circle r="1"/></svg>', ""),
        ('<form action="/keluar/"><button>a</button></form>', "a"),
        ("<h1>a</h1>", "a"),
        ("<p>a<!-- catatan --></p>", "<p>a</p>"),
        ("<p><b>a</b></p>", "<p>a</p>"),
        ('<td colspan="2" onmouseover="x()">a</td>', "a"),
        ("<scr<script>x</script>ipt>alert(1)</script>", "xipt&gt;alert(1)"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<strong><em>a</strong></em>", "<strong><em>a</em></strong>"),
    ],
)
def test_everything_else_goes(html, clean):
    assert bersihkan(html) == clean


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
]


@given(st.lists(st.sampled_from(HOSTILE), max_size=8).map("".join) | st.text())
@example(
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x">'
)
@example('<noscript><p title="</noscript><img src=x onerror=alert(1)>">')
def test_result_is_harmless_and_clean_already(html):
    clean = bersihkan(html)

    assert is_harmless(clean)
    assert bersihkan(clean) == clean


@pytest.mark.parametrize(
    ("teks", "html"),
    [
        ("", ""),
        (" \n\n \n", ""),
        ("Satu alinea.", "<p>Satu alinea.</p>"),
        ("Satu\nbaris  lagi", "<p>Satu baris  lagi</p>"),
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
        ('a < b & "c"', "<p>a &lt; b &amp; &quot;c&quot;</p>"),
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
