"""Remind of deadlines; to be run once a day."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from lkip.pengingat import ingatkan


class Command(BaseCommand):
    help = "Ingatkan pengguna akan tenggat yang mendekat atau terlewat; jalankan sekali sehari."

    def handle(self, *args, verbosity, **options):
        baru = ingatkan(timezone.localdate())
        if verbosity:
            self.stdout.write(f"{baru} pemberitahuan baru.")
