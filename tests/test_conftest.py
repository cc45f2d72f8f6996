"""The rules of tests/conftest.py."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

SKIPS = """
import pytest

def test_passes():
    pass

def test_skips():
    pytest.skip("no printer")

@pytest.mark.skip(reason="next week")
def test_is_marked():
    pass
"""


@pytest.fixture
def run_tests(pytester):
    """Return a function that runs a test module under the rules of this project."""
    pytester.makeconftest((Path(__file__).parent / "conftest.py").read_text())

    def run(module):
        pytester.makepyfile(module)
        return pytester.runpytest_inprocess("-p", "no:django")

    return run


def test_a_skip_is_a_failure_that_gives_its_reason(run_tests):
    result = run_tests(SKIPS)

    result.assert_outcomes(passed=1, failed=1, errors=1)
    result.stdout.fnmatch_lines(["*next week*", "*no printer*"])


def test_a_module_that_skips_itself_is_an_error(run_tests):
    result = run_tests("import pytest; pytest.importorskip('no_such_module')")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*no_such_module*"])
