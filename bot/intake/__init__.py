"""How updates come in and answers go out: nothing is lost, and nothing is handled twice."""

import os

# Without this every "retry after" of python-telegram-bot 22 is reported as deprecated; it must be set before use.
os.environ.setdefault("PTB_TIMEDELTA", "true")
