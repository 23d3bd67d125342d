"""What a handler returns when an update is not for it after all: the next one in the list is asked."""

from __future__ import annotations

from typing import Final

PASS: Final = object()
