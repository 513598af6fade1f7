"""What goes wrong between a provider and us; the sign-in page shows each `code` in its own words."""

from coditect.kernel.errors import Conflict, NotAllowed, NotFound, Unavailable


class ProviderUnknown(NotFound):
    code = "provider_unknown"
    title = "This installation has no such way to sign in"


class FlowRefused(NotAllowed):
    """The answer does not belong to what this browser began."""

    code = "flow_refused"
    title = "This sign-in was not begun here, or too long ago"


class ProviderDenied(NotAllowed):
    code = "provider_denied"
    title = "The provider did not let you in"


class ProviderUnavailable(Unavailable):
    code = "provider_unavailable"
    title = "The provider does not answer as it should"


class AssertionRefused(NotAllowed):
    """What the provider said of the person does not hold."""

    code = "assertion_refused"
    title = "The provider's answer is not valid"


class ProviderEmailUnverified(NotAllowed):
    code = "provider_email_unverified"
    title = "The provider does not vouch for your address"


class AccountExists(Conflict):
    """Whoever owns the account proves it first, and connects the provider then."""

    code = "account_exists"
    title = "There is an account with this address"


class IdentityTaken(Conflict):
    code = "identity_taken"
    title = "This is connected to another account"


class IdentityNotFound(NotFound):
    code = "identity_not_found"
    title = "You have no such connection"


class LastWayIn(Conflict):
    code = "last_way_in"
    title = "You could not sign in any more"
