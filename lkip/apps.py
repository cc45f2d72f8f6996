from django.apps import AppConfig


class LKIPConfig(AppConfig):
    name = "lkip"
    verbose_name = "LKIP"

    def ready(self):
        from lkip import checks  # noqa: F401  (registers itself)
