"""What the tests of database constraints share.

Each app has a module `violations` with three tables: VIOLATIONS names objects that break one
constraint and nothing else, FIELD_FIRST the constraints of which full_clean() complains on a field
before it asks the constraint, and ALLOWED objects that keep a constraint only just.
"""


def changed(saved, **fields):
    """Return a saved object with other values, not saved again."""
    for name, value in fields.items():
        setattr(saved, name, value)
    return saved


def copied(saved, **fields):
    """Return a new object with the values of a saved one, except for `fields`; not saved."""
    saved.pk = None
    saved._state.adding = True
    return changed(saved, **fields)
