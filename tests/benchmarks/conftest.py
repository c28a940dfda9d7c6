"""The benchmarks as modules: they are scripts beside the package, not in it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def benchmark() -> Callable[[str], ModuleType]:
    """Loads a script by its path in `benchmarks/`."""

    def load(path: str) -> ModuleType:
        name = "benchmark_" + Path(path).stem
        if name not in sys.modules:
            spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / path)
            assert spec and spec.loader
            sys.modules[name] = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(sys.modules[name])
        return sys.modules[name]

    return load
