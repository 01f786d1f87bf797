"""A note that kills whoever checks it: what `sitecustomize` makes of a process of notelint."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_SITE = '''
import importlib.util
import os
import sys


class Poison:
    """Replaces the function that checks a note, once its module is loaded."""

    def find_spec(self, name, path, target=None):
        if name != "notelint.run.treatment":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            was = module.Treatment.of_file

            def of_file(self, path, file, vault):
                if path == os.environ["POISON"]:
                    os.kill(os.getpid(), 9)
                return was(self, path, file, vault)

            module.Treatment.of_file = of_file

        spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, Poison())
'''


def poison(path: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every process that is started from now on die of the note at a path."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_SITE, encoding="utf-8")
    known = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{known}".rstrip(os.pathsep))
    monkeypatch.setenv("POISON", path)
