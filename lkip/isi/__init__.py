"""The report as data: frozen dataclasses that documents, pages, exports and checks read.

Pure: the standard library and the pure rules only. `lkip.laporan.build_laporan` fills them.
"""
