"""The tiers as data: what each holds. They bind only organizations to which an operator assigned one."""

from collections.abc import Mapping
from typing import Final

from coditect.kernel.entitlements import Measure
from coditect.organizations import Tier

MONTHLY: Final[frozenset[Measure]] = frozenset({"analyses", "model_tokens"})
"""What begins anew with each calendar month (UTC); everything else counts as it stands."""

GIB = 1024**3

LIMITS: Final[Mapping[Tier, Mapping[Measure, int]]] = {
    "free": {
        "projects": 3,
        "members": 3,
        "storage_bytes": GIB,
        "analyses": 50,
        "model_tokens": 1_000_000,
    },
    "team": {
        "projects": 100,
        "members": 50,
        "storage_bytes": 100 * GIB,
        "analyses": 2_000,
        "model_tokens": 50_000_000,
    },
    "enterprise": {},
}
"""A measure that a tier does not name is unlimited in it."""
