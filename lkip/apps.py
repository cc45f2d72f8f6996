from django.apps import AppConfig


class LKIPConfig(AppConfig):
    name = "lkip"
    verbose_name = "LKIP"

    def ready(self):
        from lkip import checks, sesi  # noqa: F401  (they register themselves)
