"""Tiers and usage: what an organization may use, and what it has used.

It owns the tables assigned_tiers, limit_overrides, usage_counters and usages, and is the SQL adapter of the port
`kernel.entitlements`. It publishes and consumes nothing.
"""

from coditect.licensing.counting import SqlEntitlements
from coditect.licensing.errors import OrganizationUnknown
from coditect.licensing.service import assign_tier, lift_tier, override_limit, usage

__all__ = [
    "OrganizationUnknown",
    "SqlEntitlements",
    "assign_tier",
    "lift_tier",
    "override_limit",
    "usage",
]
