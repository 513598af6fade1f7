"""The audit: who did what that matters for security, when, from where, and what was refused to them.

Owns the tables audit_chains, audit_entries, audit_people and audit_particulars. It consumes the events of the contexts
below that `acts` names, and publishes AuditExported. Entries are insert-only and chained by hashes over a form that
holds no personal data: erasing a person takes their name and their addresses, and every chain still holds.
"""

from coditect.audit.events import AuditExported
from coditect.audit.verifying import Chain, verify_chain, verify_chains

__all__ = ["AuditExported", "Chain", "verify_chain", "verify_chains"]
