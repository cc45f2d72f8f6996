"""The document: the same templates as HTML for the preview, and as a PDF.

WeasyPrint takes about a second to import; only what prints imports it, and only then.
"""
