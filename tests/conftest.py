"""Rules for all tests."""

import pytest
from hypothesis import settings

# The same examples in every run; no limit per example on a machine that does other work too.
settings.register_profile("lkip", derandomize=True, deadline=None)
settings.load_profile("lkip")


LAMA = ("test_semua_halaman", "test_kecepatan")  # begin first, so that two processes end together


def pytest_collection_modifyitems(items):
    """Mark tests by what they use, and run Chromium's last: Playwright's event loop never leaves."""
    for item in items:
        if "chromium" in item.fixturenames:
            item.add_marker("browser")
        if {"db", "transactional_db"} & set(item.fixturenames):
            item.add_marker("django_db")
    items.sort(key=lambda item: ("browser" in item.keywords, item.path.stem not in LAMA))


def fail_skipped(report):
    """Turn a skipped test or module into a failed one: a skip hides what nobody tests."""
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipping is not allowed. {report.longrepr[2]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return fail_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return fail_skipped((yield))
