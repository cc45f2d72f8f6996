"""The example office as data: reads `contoh/bangsalsari/` and creates its objects."""
