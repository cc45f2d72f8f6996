"""The production server: gunicorn lkip.wsgi (HOST, PORT and WORKERS from the environment)."""

import os

host = os.environ.get("HOST", "127.0.0.1")
bind = f"{f'[{host}]' if ':' in host else host}:{os.environ.get('PORT', '8000')}"
wsgi_app = "lkip.wsgi:application"
worker_class = "gthread"
workers = int(os.environ.get("WORKERS", "2"))
threads = 4
preload_app = True  # workers share the memory of the loaded application
timeout = 120  # a long document on a slow machine
loglevel = "warning"
