"""Links into the user guide."""

from django import template
from django.template.context import Context
from django.urls import ResolverMatch

from lkip import panduan
from lkip.bantuan import bagian_halaman

register = template.Library()

register.simple_tag(panduan.alamat_bagian)


@register.simple_tag(takes_context=True)
def alamat_bantuan(context: Context) -> str:
    """The address of what the guide says about the page that is open."""
    cocok: ResolverMatch | None = context["request"].resolver_match
    return panduan.alamat_bagian(*bagian_halaman(cocok))
