"""What a report still contradicts: small pure rules over the assembled report and its texts.

Each module of `lkip.pemeriksaan.aturan` holds one rule or a few of one kind; adding a rule adds such a
module and its test. Pure: no Django import.
"""
