"""Where static files are served from."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class PenyimpananStatis(CompressedManifestStaticFilesStorage):
    """Hashed, compressed files; the imports between our own JavaScript modules carry hashed names too.

    Modules of others are left as they are: some name files in their comments that do not exist.
    """

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "js/*.js",
        CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1],
    )
