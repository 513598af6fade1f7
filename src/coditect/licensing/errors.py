"""What licensing refuses, by name."""

from coditect.kernel.errors import NotFound


class OrganizationUnknown(NotFound):
    code = "organization_unknown"
    title = "There is no such organization"
