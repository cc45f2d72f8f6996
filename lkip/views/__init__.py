"""Pages, one module per item of the navigation."""
