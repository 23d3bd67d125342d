"""The two kinds of databases. A module (or a folder's conftest) that imports `each_backend` runs on both."""

from __future__ import annotations

import pytest

ON_SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


@pytest.fixture(params=["sqlite", "postgresql"], name="backend")
def each_backend(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen
