"""What organizations refuse, by name."""

from coditect.kernel.errors import Conflict, Denial, NotAllowed, NotFound


class NotAMember(NotAllowed):
    code = "not_a_member"
    title = "You do not belong to this organization"


class PermissionMissing(NotAllowed):
    code = "permission_missing"
    title = "Your role does not allow this"


class PermissionRefused(Denial):
    """As `PermissionMissing`, where the refusal is stated as a fact."""

    status = 403
    code = "permission_missing"
    title = "Your role does not allow this"


class LastOwner(Conflict):
    code = "last_owner"
    title = "An organization would stay behind without an owner"


class RoleBeyondYours(NotAllowed):
    code = "role_beyond_yours"
    title = "This role may do more than you"


class MemberNotFound(NotFound):
    code = "member_not_found"
    title = "Nobody of this organization has this id"


class CustomRoleNotFound(NotFound):
    code = "custom_role_not_found"
    title = "This organization has no such role"
