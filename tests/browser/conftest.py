"""Fixtures that drive Debian's Chromium with Playwright."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

AXE = Path(__file__).parent / "vendor/axe-core/4.14.1/axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    """Return a browser that lives as long as the tests.

    Playwright runs an event loop in the thread of the tests. Django would refuse the database there, so the refusal is off while the browser lives.
    """
    path = shutil.which("chromium")
    assert path, "Chromium is missing: apt-get install chromium"
    with pytest.MonkeyPatch.context() as monkeypatch, sync_playwright() as playwright:
        monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """Return an empty page as on a small laptop.

    After the test it fails for any uncaught error of a script, and for anything that the Content-Security-Policy has blocked.
    """
    context = chromium.new_context(
        viewport={"width": 1366, "height": 768}, locale="id-ID", timezone_id="Asia/Jakarta"
    )
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if is_csp(message) else None)
    yield page
    context.close()
    assert errors == []


def is_csp(message):
    return message.type == "error" and "Content Security Policy" in message.text


@pytest.fixture
def axe():
    """Return a function that tells what breaks WCAG 2.2 A and AA on a page.

    It returns (rule, elements) pairs, an empty list for a page without violations. Rules may be named: then it looks at these alone. The script goes in through the debugger, which a Content-Security-Policy does not stop.
    """

    def find_violations(page, *rules):
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE.read_text())
        run_only = (
            {"type": "rule", "values": rules} if rules else {"type": "tag", "values": AXE_TAGS}
        )
        options = {"runOnly": run_only, "resultTypes": ["violations"]}
        result = page.evaluate("options => axe.run(document, options)", options)
        return [
            (violation["id"], [node["html"] for node in violation["nodes"]])
            for violation in result["violations"]
        ]

    return find_violations
