"""What second factors refuse, by name."""

from collections.abc import Sequence
from types import MappingProxyType

from coditect.kernel.errors import Conflict, Denial, InvalidInput, NotAllowed, NotAuthenticated, NotFound


class ChallengeOver(NotAuthenticated):
    code = "challenge_expired"
    title = "This took too long"


class WrongCode(Denial):
    """A code that is wrong, old or used; the failure is counted."""

    status = 401
    code = "invalid_code"
    title = "This code is not right"


class FirstCodeWrong(WrongCode):
    """The code that shall confirm a new factor; the session is as good as before, so no 401."""

    status = 422


class PasskeyRefused(Denial):
    status = 401
    code = "passkey_refused"
    title = "This passkey was not accepted"


class PasskeyUnsuitable(InvalidInput):
    code = "passkey_unsuitable"
    title = "This passkey cannot be used"


class PasskeysUnavailable(Conflict):
    code = "passkeys_unavailable"
    title = "Passkeys need a host name"


class MethodUnavailable(Conflict):
    code = "method_unavailable"
    title = "This way is not available"


class FactorUnknown(NotFound):
    code = "factor_not_found"
    title = "There is no such factor"


class FactorExists(Conflict):
    code = "factor_exists"
    title = "This is set up already"


class ReauthenticationRequired(NotAllowed):
    """Says in `methods` by which ways the person may prove themselves again."""

    code = "reauthentication_required"
    title = "Prove that it is you"

    def __init__(self, methods: Sequence[str]) -> None:
        super().__init__("This is a sensitive change. Sign in once more, then repeat it.")
        self.members = MappingProxyType({"methods": list(methods)})
