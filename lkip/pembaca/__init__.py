"""The only readers of the database for a report: one module for each part of `lkip.isi`.

Parents and children come in one left join where they can, so that the number of queries stays
fixed and small.
"""
