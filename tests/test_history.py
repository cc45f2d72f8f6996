"""Every change of a fact is kept: who, when, what it was and what it became."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import CharField, TextField
from django.http import HttpResponse
from django.utils import timezone
from simple_history.middleware import HistoryRequestMiddleware

from anggaran.models import Pagu, ProgramSasaran, RealisasiAnggaran
from instansi.models import Keanggotaan, Pengguna, RincianSDM
from lkip.models import (
    LKIP,
    BerkasBertandaTangan,
    Komentar,
    Langkah,
    Pemberitahuan,
    Pengesahan,
    UsulanNaskah,
)
from lkip.models.pengesahan import PUBLIKASI
from perjanjian.models import PerjanjianKinerja, Realisasi
from tests.factories import (
    make_indikator,
    make_pagu,
    make_pengesahan,
    make_pengguna,
    make_seksi,
)
from tests.semua_model import FACTORIES, MODELS, label

pytestmark = pytest.mark.django_db
# What is written once, and marked at most as read or done by one person, is its own history.
WITHOUT_HISTORY = {BerkasBertandaTangan, Komentar, Langkah, Pemberitahuan}
RECORDED = [model for model in MODELS if model not in WITHOUT_HISTORY]
CHANGEABLE = [model for model in RECORDED if model is not Pengesahan]  # see its own test
WITHOUT_VERSI = {
    Pengesahan,  # only published and taken back
    Pengguna,  # changed by its own forms only
    UsulanNaskah,  # never changes
}
NEW_VALUES = {  # where the first text of a model would not do
    Keanggotaan: ("peran", "camat"),
    LKIP: ("perbaikan_ke", 1),
    PerjanjianKinerja: ("nomor", "050/baru"),
    Pagu: ("jumlah", Decimal(7)),
    Pengguna: ("nama", "Contoh Baru"),
    ProgramSasaran: ("porsi", Decimal(50)),
    Realisasi: ("pendukung", "Cuaca"),
    RealisasiAnggaran: ("jumlah", Decimal(7)),
    RincianSDM: ("ada", 7),
}


def first_text(model):
    """Return the name of the first text field that is free to change."""
    return next(
        field.name
        for field in model._meta.fields
        if isinstance(field, (CharField, TextField)) and not field.choices and field.name != "kode"
    )


@pytest.fixture
def save_as(rf):
    """Return a function that saves an object in a request of this user."""

    def save(user, instance):
        request = rf.post("/")
        request.user = user
        HistoryRequestMiddleware(lambda request: instance.save() or HttpResponse())(request)

    return save


def test_every_model_has_a_factory():
    assert set(MODELS) == FACTORIES.keys()


@pytest.mark.parametrize("model", RECORDED, ids=label)
def test_model_has_history_and_versi(model):
    fields = {field.name for field in model._meta.fields}

    assert hasattr(model, "history")
    assert ("versi" in fields) == (model not in WITHOUT_VERSI)


@pytest.mark.parametrize("model", RECORDED, ids=label)
def test_history_copies_every_column_but_secrets(model):
    secret = {"password", "last_login"} if model is Pengguna else set()
    recorded = {field.name for field in model.history.model._meta.fields}

    assert {field.name for field in model._meta.fields} - recorded == secret


@pytest.mark.parametrize("model", CHANGEABLE, ids=label)
def test_change_is_recorded_with_user_time_old_and_new_value(model, save_as):
    instance = FACTORIES[model]()
    field, new = NEW_VALUES.get(model) or (first_text(model), "Baru")
    old = getattr(instance, field)
    user = make_pengguna()

    setattr(instance, field, new)
    before = timezone.now()
    save_as(user, instance)

    change, creation = instance.history.all()
    assert (creation.history_type, change.history_type) == ("+", "~")
    assert change.history_user == user
    assert before <= change.history_date <= timezone.now()
    [delta] = change.diff_against(creation).changes
    assert (delta.field, delta.old, delta.new) == (field, old, new)


def test_publication_is_all_that_is_ever_recorded_of_an_issue(save_as):
    terbit, user = make_pengesahan(), make_pengguna()
    terbit.dipublikasikan_pada, terbit.dipublikasikan_oleh = timezone.now(), user

    save_as(user, terbit)

    change, creation = terbit.history.all()
    assert {delta.field for delta in change.diff_against(creation).changes} == PUBLIKASI


def test_deletion_is_recorded_with_the_last_values():
    pagu = make_pagu(jumlah=5)
    pk = pagu.pk
    pagu.delete()

    last = type(pagu).history.filter(id=pk).first()
    assert (last.history_type, last.jumlah) == ("-", 5)


def test_change_without_a_user_names_nobody(save_as):
    pagu = make_pagu()
    save_as(AnonymousUser(), pagu)

    assert pagu.history.first().history_user is None


def test_penanggung_jawab_of_an_indikator_is_recorded():
    indikator = make_indikator()
    seksi = make_seksi(instansi=indikator.renstra.instansi)
    indikator.penanggung_jawab.add(seksi)

    assert [row.seksi for row in indikator.history.first().penanggung_jawab.all()] == [seksi]
