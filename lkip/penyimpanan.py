"""Where static files are served from."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class PenyimpananStatis(CompressedManifestStaticFilesStorage):
    """Hashed, compressed files; the imports between JavaScript modules carry hashed names too."""

    support_js_module_import_aggregation = True
