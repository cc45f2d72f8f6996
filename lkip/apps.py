from django.apps import AppConfig


class LKIPConfig(AppConfig):
    name = "lkip"
    verbose_name = "LKIP"
