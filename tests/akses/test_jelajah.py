"""Every address as every role, here and elsewhere, and as a stranger: one walk over alamat.py."""

from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains

from lkip.models import LKIP
from tests.akses.alamat import (
    GRID_PAGES,
    OFFICE_PAGES,
    PEMDA,
    PEMDA_ROLES,
    PERSONAL,
    PUBLIC,
    ROLES,
    ROUTES,
    RULES,
    TABLE,
)
from tests.akses.kantor import Visitor, set_status, unchanged
from tests.akses.kiriman import STORES_NOTHING, STORES_SOMETIMES, FormReader
from tests.factories import make_pengguna

HERE = [Visitor(peran) for peran in ROLES]
ELSEWHERE = [
    *(Visitor(peran, "tetangga") for peran in ROLES if peran not in PEMDA_ROLES),
    *(Visitor(peran, "jauh") for peran in ROLES),
    Visitor(None),
]
VISITORS = {"here": HERE, "elsewhere": ELSEWHERE}
OPEN = {LKIP.Status.DRAF, LKIP.Status.DIKEMBALIKAN}
WRITES = ("INSERT", "UPDATE", "DELETE")
REFUSED = {403, 404, 405}
KEDALUWARSA = "Formulir ini sudah kedaluwarsa"
DOWNLOADS = {name for name in TABLE if name.startswith(("unduh_", "berkas"))}


def expected(name, rule, method, visitor, status):
    """The status that the table promises to a visitor of an address."""
    allowed = getattr(rule, method)
    good = rule.shown if method == "get" else rule.saved
    if allowed is None:
        return 405
    if name in PERSONAL:
        return 200 if name == "mulai" and visitor.peran is None else good
    if name in PEMDA:
        return _in_pemda(name, allowed, visitor, good)
    if not visitor.belongs:
        return 404
    if visitor.peran == "evaluator" and status != LKIP.Status.DISAHKAN:
        return {"instansi": 200, "tahun": 403}.get(name, 404)
    if visitor.peran not in allowed:
        return 403
    if status in OPEN or name in OFFICE_PAGES:
        return good
    if method == "post" and (rule.step or rule.always):
        return good
    return 403 if method == "post" else rule.closed or good


def _in_pemda(name, allowed, visitor, good):
    if visitor.peran not in allowed:
        return 403
    return good if visitor.belongs or "_pk>" not in ROUTES[name] else 404


def ask(client, method, address, data=None):
    """The status of an answer, whose file is closed."""
    answer = getattr(client, method)(address, data)
    if answer.streaming:
        answer.getvalue()
    return answer.status_code


def walk(client, visitor, addresses, status):
    """GET everything; what differs from the table: (address, grid) → (promised, answered)."""
    wrong = {}
    for (name, grid), rule in RULES.items():
        promised = expected(name, rule, "get", visitor, status)
        answered = ask(client, "get", addresses[name, grid])
        if answered != promised:
            wrong[name, grid] = (promised, answered)
    return wrong


def post_walk(client, visitor, addresses, posts, status):
    """POST everything as `walk`; what is accepted must store something, and is undone again."""
    wrong, session = {}, client.cookies["sessionid"].value
    for (name, grid), rule in RULES.items():
        promised = expected(name, rule, "post", visitor, status)
        data = posts[name, grid]() if rule.post is not None else {}
        if promised in REFUSED:
            answered, stored = ask(client, "post", addresses[name, grid], data), False
        else:
            answered, stored = ask_undone(client, addresses[name, grid], data)
            client.cookies["sessionid"] = session  # a new password makes a new one
        stores = promised not in REFUSED and name not in STORES_NOTHING
        if name in STORES_SOMETIMES:
            stores = stored
        if (answered, stored) != (promised, stores):
            wrong[name, grid] = (promised, answered, stored)
    return wrong


def ask_undone(client, address, data):
    """The status of a POST, and whether it stored anything; afterwards nothing is."""
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        answered = ask(client, "post", address, data)
        transaction.set_rollback(True)
    written = [q["sql"] for q in queries if q["sql"].startswith(WRITES)]
    return answered, any("instansi_sesi" not in sql for sql in written)


def test_every_address_is_in_the_table():
    assert TABLE.keys() | GRID_PAGES | PUBLIC == ROUTES.keys()


@pytest.mark.parametrize("visitors", VISITORS.values(), ids=VISITORS)
def test_pages_open_for_whom_the_table_says_and_change_nothing(kantor, addresses, visitors):
    clients = {visitor: visitor.enter(kantor) for visitor in visitors}

    with unchanged():
        for visitor, client in clients.items():
            assert walk(client, visitor, addresses, "draf") == {}, visitor


@pytest.mark.parametrize("visitors", VISITORS.values(), ids=VISITORS)
def test_posts_are_stored_for_whom_the_table_says_and_for_nobody_else(
    kantor, addresses, posts, visitors
):
    posts.make_all()
    clients = {visitor: visitor.enter(kantor) for visitor in visitors}

    with unchanged():
        for visitor, client in clients.items():
            assert post_walk(client, visitor, addresses, posts, "draf") == {}, visitor


def test_a_submitted_year_is_read_and_no_longer_changed(kantor, addresses, posts):
    posts.make_all()
    set_status(kantor, "diajukan")
    clients = {visitor: visitor.enter(kantor) for visitor in HERE}

    with unchanged():
        for visitor, client in clients.items():
            assert walk(client, visitor, addresses, "diajukan") == {}, visitor
            assert post_walk(client, visitor, addresses, posts, "diajukan") == {}, visitor


def test_evaluators_read_what_was_signed(kantor, addresses):
    set_status(kantor, "disahkan")
    visitor = Visitor("evaluator")

    assert walk(visitor.enter(kantor), visitor, addresses, "disahkan") == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_not_signed_in_is_led_to_the_login(client, addresses, method):
    for address in addresses.values():
        assert getattr(client, method)(address).url == f"/masuk/?next={quote(address, safe='/')}"


def test_every_post_needs_the_token_of_its_page(kantor, addresses):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_pengguna(peran="admin", instansi=kantor))
    posted = [addresses[key] for key, rule in RULES.items() if rule.post is not None]

    with unchanged():
        for address in (*posted, "/masuk/", "/keluar/"):
            assertContains(client.post(address), KEDALUWARSA, status_code=403)


def test_every_form_that_posts_brings_its_token(kantor, addresses):
    client = Visitor("admin").enter(kantor)
    for key, rule in RULES.items():
        if rule.get is None or key[0] in DOWNLOADS:
            continue
        for attributes, fields in FormReader(client.get(addresses[key]).content.decode()).forms:
            assert attributes["method"] != "post" or "csrfmiddlewaretoken" in fields, key
