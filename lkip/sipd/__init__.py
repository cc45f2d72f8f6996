"""Reads what SIPD RI exports of the budget: LRA per Program, Realisasi per Dokumen, a simple table."""
