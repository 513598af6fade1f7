"""The library inside a user's repository: put there, kept up to date, taken away, never at the cost of own work."""

from coditect.framework.repository.errors import RepositoryRefused
from coditect.framework.repository.install import Installed, install
from coditect.framework.repository.places import FOLDER, LINK, own_agents, root_of
from coditect.framework.repository.remove import Removed, remove
from coditect.framework.repository.skeleton import FILL_IN, new_agent
from coditect.framework.repository.update import Change, apply, changes

__all__ = [
    "FILL_IN",
    "FOLDER",
    "LINK",
    "Change",
    "Installed",
    "Removed",
    "RepositoryRefused",
    "apply",
    "changes",
    "install",
    "new_agent",
    "own_agents",
    "remove",
    "root_of",
]
