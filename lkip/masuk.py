"""Signing in: from where somebody asks, and how long who failed too often must wait."""

from ipaddress import ip_address
from math import ceil

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_parameters
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone


def alamat_ip(request: HttpRequest) -> str | None:
    """The address of who asks; behind a proxy the one that the proxy itself wrote down, the last."""
    langsung = request.META.get("REMOTE_ADDR")
    if not settings.BEHIND_PROXY:
        return langsung
    terakhir = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(terakhir))
    except ValueError:
        return langsung


def menit_terkunci(request: HttpRequest, username: str) -> int:
    """How many minutes this name stays locked for this address; at least 1."""
    AxesProxyHandler.update_request(request)
    penyaring = get_client_parameters(
        username, request.axes_ip_address, request.axes_user_agent, request
    )
    terakhir = AccessAttempt.objects.filter(**penyaring[0]).aggregate(pada=Max("attempt_time"))
    mulai = terakhir["pada"] or timezone.now()
    sisa = mulai + settings.AXES_COOLOFF_TIME - timezone.now()
    return max(1, ceil(sisa.total_seconds() / 60))
