#!/usr/bin/env python
"""Django's command-line utility for administrative tasks."""

import os
import sys

from django.core.management import execute_from_command_line

from lkip.dokumen.pencetak import siapkan
from lkip.peragaan import siapkan_lingkungan

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkip.settings")
    if sys.argv[1:2] == ["demo"]:
        siapkan_lingkungan()
    if sys.argv[1:2] == ["cetak"]:
        siapkan()
    execute_from_command_line(sys.argv)
