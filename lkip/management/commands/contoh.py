from django.conf import settings
from django.core.management.base import BaseCommand

from lkip.dokumen.html import render_html


class Command(BaseCommand):
    help = "Tulis ulang dokumen contoh yang disetujui; baca perbedaannya sebelum disimpan di Git."
    requires_system_checks = []  # `make check` runs them

    def handle(self, **options):
        from tests.lkip.laporan_contoh import laporan_contoh  # tests are not installed everywhere

        berkas = settings.BASE_DIR / "tests" / "lkip" / "dokumen_disetujui.html"
        berkas.write_text(render_html(laporan_contoh()))
        self.stdout.write(f"{berkas.relative_to(settings.BASE_DIR)} ditulis.")
