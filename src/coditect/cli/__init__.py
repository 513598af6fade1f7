"""The `coditect` command: thin, each sub-command in a module of its own, heavy parts loaded on first use."""

from coditect.cli.app import app

__all__ = ["app"]
