"""Every constraint of the database: full_clean() explains it, and the database itself refuses.

The objects stand in the module `violations` of each app. These tests run on SQLite and PostgreSQL.
"""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import BaseConstraint, UniqueConstraint

from tests.anggaran import violations as anggaran
from tests.instansi import violations as instansi
from tests.lkip import violations as lkip
from tests.perjanjian import violations as perjanjian
from tests.renstra import violations as renstra
from tests.semua_model import CATATAN_SENDIRI, MODELS

APPS = [instansi, renstra, anggaran, perjanjian, lkip]
CONSTRAINTS = {
    constraint.name: (model, constraint)
    for model in [*MODELS, *CATATAN_SENDIRI]
    for constraint in model._meta.constraints
}
UNIQUE_FIELDS = {
    f"{model._meta.label}.{field.name}": (model, field)
    for model in MODELS
    for field in model._meta.fields
    if field.unique and not field.primary_key
}
VIOLATIONS = {name: builds for app in APPS for name, builds in app.VIOLATIONS.items()}
FIELD_FIRST = {name: fields for app in APPS for name, fields in app.FIELD_FIRST.items()}
ALLOWED = [
    pytest.param(build, id=f"{app.__name__.split('.')[1]}: {title}")
    for app in APPS
    for title, build in app.ALLOWED.items()
]
ENGLISH = {"a", "already", "and", "be", "exists", "is", "must", "not", "of", "the", "violated"}


def cases(names):
    """Return one parameter set (name, build) per violating object of these constraints."""
    return [
        pytest.param(name, build, id=f"{name}-{nomor}")
        for name in names
        for nomor, build in enumerate(VIOLATIONS.get(name, ()), start=1)
    ]


def errors_of(check):
    """Call a validating method and return the ValidationError that it must raise."""
    with pytest.raises(ValidationError) as caught:
        check()
    return caught.value


def refusal(instance):
    """Save an object that the database must refuse, and return what it says."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        instance.save()
    return str(caught.value)


def name_in_refusal(model, constraint):
    """Return what the database calls a constraint: SQLite names the columns of a unique one."""
    if isinstance(constraint, UniqueConstraint) and connection.vendor == "sqlite":
        return ", ".join(column_name(model, name) for name in constraint.fields)
    return constraint.name


def column_name(model, name):
    separator = "." if connection.vendor == "sqlite" else "_"
    return f"{model._meta.db_table}{separator}{model._meta.get_field(name).column}"


def test_every_constraint_has_a_case():
    assert VIOLATIONS.keys() == CONSTRAINTS.keys() | UNIQUE_FIELDS.keys()
    assert [name for name, builds in VIOLATIONS.items() if not builds] == []
    assert FIELD_FIRST.keys() <= CONSTRAINTS.keys()


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_constraint_has_a_message_of_its_own_in_indonesian(name):
    message = CONSTRAINTS[name][1].violation_error_message

    assert message != BaseConstraint.default_violation_error_message
    assert message[0].isupper()
    assert message.endswith(".")
    assert not ENGLISH & set(message.lower().strip(".").split())


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "build"), cases(CONSTRAINTS))
def test_constraint_is_explained_by_full_clean_and_enforced_by_the_database(name, build):
    model, constraint = CONSTRAINTS[name]
    instance = build()

    if name in FIELD_FIRST:
        assert set(errors_of(instance.full_clean).error_dict) <= set(FIELD_FIRST[name].split())
        said = errors_of(instance.validate_constraints)
    else:
        said = errors_of(instance.full_clean)
    assert said.messages == [constraint.violation_error_message]
    assert name_in_refusal(model, constraint) in refusal(instance)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "build"), cases(UNIQUE_FIELDS))
def test_unique_field_refuses_a_second_value(name, build):
    model, field = UNIQUE_FIELDS[name]
    instance = build()

    assert list(errors_of(instance.full_clean).error_dict) == [field.name]
    assert (
        f"{model._meta.db_table}{'.' if connection.vendor == 'sqlite' else '_'}{field.column}"
        in (refusal(instance))
    )


@pytest.mark.django_db
@pytest.mark.parametrize("build", ALLOWED)
def test_what_only_just_keeps_the_constraints_is_accepted(build):
    instance = build()

    instance.full_clean()
    instance.save()
