"""Chooses the agent for a request: by name where one is named, else by what agents say of themselves."""

from coditect.framework.dispatch.choice import Choice, Dispatcher, choose
from coditect.framework.dispatch.phrases import Assignment

__all__ = ["Assignment", "Choice", "Dispatcher", "choose"]
