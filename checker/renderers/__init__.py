"""Floor 5: one small module a format, all from the same run.

Each module has `render(run, language) -> str`; a caller imports the one it needs.
"""
