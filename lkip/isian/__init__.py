"""Entry of facts in grids: columns, records, and saving row by row without losing a keystroke."""
