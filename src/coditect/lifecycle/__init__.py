"""Leaving, and taking one's data along: an archive of what the contexts hold about a person, and its erasure.

It owns the tables archives and erasures. Both are durable runs; an archive is a file in storage under its person's
id. The contexts' parts are supplied by `main`.
"""
