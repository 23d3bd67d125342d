"""Measurements for `make bench`: figures to read, not tests to pass. One file a subject, joined in `__main__`."""
