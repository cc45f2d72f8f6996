"""The rules, one kind in each module; each module lists its own in ATURAN."""
