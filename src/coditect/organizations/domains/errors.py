"""What domains refuse, by name."""

from coditect.kernel.errors import Conflict, NotAllowed, NotFound, Unavailable


class DomainNotFound(NotFound):
    code = "domain_not_found"
    title = "This organization claims no such domain"


class DomainClaimed(Conflict):
    code = "domain_claimed"
    title = "You claim this domain already"


class DomainTaken(Conflict):
    code = "domain_taken"
    title = "Another organization has proved to own this domain"


class TooManyDomains(Conflict):
    code = "too_many_domains"
    title = "There are too many domains"


class RecordMissing(Conflict):
    code = "record_missing"
    title = "The record is not there yet"


class NotVerified(Conflict):
    code = "domain_not_verified"
    title = "The domain is not verified yet"


class NamesUnavailable(Unavailable):
    code = "names_unavailable"
    title = "DNS does not answer"


class NotJoinable(NotAllowed):
    code = "not_joinable"
    title = "Your address does not let you join this organization"
