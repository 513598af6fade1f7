"""Leaving, and taking one's data along: an archive of everything that the contexts hold about a person.

It owns no table: an archive is a file in storage under its person's id, made by a durable run. The contexts' parts
are supplied by `main`.
"""
