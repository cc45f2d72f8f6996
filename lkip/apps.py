from django.apps import AppConfig


class LKIPConfig(AppConfig):
    name = "lkip"
    verbose_name = "LKIP"

    def ready(self):
        from lkip import checks, sesi  # noqa: F401  (they register themselves)
        from lkip.dua_langkah import periksa_peran_wajib

        periksa_peran_wajib()
