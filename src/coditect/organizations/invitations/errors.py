"""What invitations refuse, by name."""

from coditect.kernel.errors import Conflict, NotAllowed, NotFound


class InvitationNotFound(NotFound):
    code = "invitation_not_found"
    title = "There is no such invitation"


class InvitationForAnother(NotAllowed):
    code = "invitation_for_another"
    title = "This invitation is for another address"


class AlreadyMember(Conflict):
    code = "already_member"
    title = "This person is a member already"


class AlreadyInvited(Conflict):
    code = "already_invited"
    title = "This address is invited already"
