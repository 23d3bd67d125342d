"""Whyfollow: a coach that reads a brand's draft post as a follower who never buys."""

__version__ = "0.1.0"
