"""The project's settings for tests: development values, and a data folder that does not outlive the run."""

import atexit
import os
import shutil
import tempfile

data_dir = tempfile.mkdtemp(prefix="lkip-tests-")
atexit.register(shutil.rmtree, data_dir)
os.environ |= {"DEBUG": "True", "DATA_DIR": data_dir}

from lkip.settings import *  # noqa: E402, F403  (after what it reads)
from lkip.settings import STATIC_ROOT  # noqa: E402

STATIC_ROOT.mkdir()  # WhiteNoise warns of a folder that is not there
TASKS = {"default": {"BACKEND": "tests.antrean.Segera"}}
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
]  # quick; no password here is a secret
