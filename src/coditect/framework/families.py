"""The families in which the library shows its agents; the table stands beside them in `families.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from coditect.framework.catalogue import LIBRARY


@dataclass(frozen=True, slots=True)
class Family:
    """Agents of one field of work."""

    key: str
    title: str
    about: str
    agents: tuple[str, ...]


@cache
def families() -> tuple[Family, ...]:
    """Return the families of the built-in library, in the order in which it shows them."""
    table = tomllib.loads((LIBRARY / "families.toml").read_text(encoding="utf-8"))
    return tuple(
        Family(one["key"], one["title"], one["about"], tuple(one["agents"])) for one in table["family"]
    )


@cache
def family_of() -> Mapping[str, Family]:
    """Return the family of each built-in agent, by the agent's name."""
    return MappingProxyType({name: family for family in families() for name in family.agents})
