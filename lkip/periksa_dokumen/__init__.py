"""What a finished report, made with any program, contradicts in itself.

`baca` turns a PDF, a DOCX or pasted text into pages of lines, `naskah` those into headings, paragraphs
and tables; each module of `lkip.periksa_dokumen.aturan` holds rules of one kind, and `periksa` runs
them. No Django import, and nothing is stored.
"""
