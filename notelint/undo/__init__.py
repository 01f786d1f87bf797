"""Fixing runs that can be taken back: the journal, the lock, and what restores notes."""
