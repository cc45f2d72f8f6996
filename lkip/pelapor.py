"""What a report of a crash leaves out."""

import re

from django.views.debug import SafeExceptionReporterFilter


class PenyaringRahasia(SafeExceptionReporterFilter):
    """Hides what Django hides, and settings whose names call a password by its Indonesian word."""

    hidden_settings = re.compile(
        f"{SafeExceptionReporterFilter.hidden_settings.pattern}|SANDI", re.IGNORECASE
    )
