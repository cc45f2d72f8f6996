"""Parts of addresses."""

from django.urls import register_converter
from django.urls.converters import StringConverter


class KodeConverter(StringConverter):
    """The code of an instansi, such as 35.09.09."""

    regex = r"[0-9A-Za-z.-]+"


class TahunConverter:
    """A year of four digits."""

    regex = r"[0-9]{4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


register_converter(KodeConverter, "kode")
register_converter(TahunConverter, "tahun")
