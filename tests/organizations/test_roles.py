"""The table of roles, spelled out once more by what people expect of each."""

from typing import get_args

from coditect.organizations import PERMISSIONS, Permission, Role

READ = {"organization:read", "project:read", "workflow:read", "agent:read"}


def test_every_role_has_its_line() -> None:
    assert set(PERMISSIONS) == set(get_args(Role))


def test_who_may_do_what() -> None:
    beyond_reading = {role: set(map(str, granted)) - READ for role, granted in PERMISSIONS.items()}
    assert all(granted >= READ for granted in PERMISSIONS.values())
    assert beyond_reading["viewer"] == set()
    assert beyond_reading["billing"] == {"billing:write"}
    assert beyond_reading["analyst"] == {"workflow:write", "task:write"}
    assert beyond_reading["developer"] == {
        "workflow:write",
        "task:write",
        "project:write",
        "agent:run",
        "agent:write",
    }
    assert PERMISSIONS["admin"] == PERMISSIONS["owner"] - {
        Permission.BILLING_WRITE,
        Permission.OWNERSHIP_WRITE,
    }
    assert PERMISSIONS["owner"] == set(Permission)
