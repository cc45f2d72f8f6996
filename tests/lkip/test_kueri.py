"""No page asks the database more often because it has more rows (PF-04)."""

from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext

from tests.akses.alamat import GRID_PAGES, RULES
from tests.akses.kantor import Visitor, fill, keys_of, make_kantor

BANYAK = 4  # times three indikator, each with targets of six years
PALING_BANYAK = 50  # about 30 of them read the report
# Made of everything there is.
DOWNLOADS = {"unduh_buku"}
PAGES = [
    (name, grid)
    for (name, grid), rule in RULES.items()
    if rule.get and name not in DOWNLOADS and (name not in GRID_PAGES or grid)
]


def count_queries(jumlah):
    """How often each page asks, for who sees all of it."""
    kantor = make_kantor(jumlah)
    client = Visitor("admin").enter(kantor)
    keys, hasil = keys_of(kantor), {}
    for name, grid in PAGES:
        reset_queries()  # the log keeps 9,000 and no more
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(fill(name, kantor, keys=keys, grid=grid))
            if answer.streaming:
                answer.getvalue()  # closes the file; close() would close the connection too
        hasil[name, grid] = len(queries)
    return hasil


def test_no_page_asks_more_often_for_more_rows(db):
    sedikit, banyak = count_queries(1), count_queries(BANYAK)

    tumbuh = {kunci: (sedikit[kunci], n) for kunci, n in banyak.items() if n > sedikit[kunci]}
    assert tumbuh == {}
    assert {kunci: n for kunci, n in banyak.items() if n > PALING_BANYAK} == {}
