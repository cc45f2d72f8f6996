"""Work in the background: asked for on a page, done by `manage.py db_worker`.

permintaan (ask) → tugas (the queue) → giliran (a worker's turn) → kerja (what is done) → berkas (files).
"""
