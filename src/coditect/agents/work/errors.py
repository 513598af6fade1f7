"""What people cannot do to agent runs."""

from coditect.kernel.errors import Conflict, NotFound


class AgentRunNotFound(NotFound):
    code = "agent_run_not_found"
    title = "There is no such agent run"


class AgentRunEnded(Conflict):
    code = "agent_run_ended"
    title = "The agent run has ended"


class CallNotAsked(Conflict):
    code = "call_not_asked"
    title = "This call does not wait for that"


class UndoRefused(Conflict):
    code = "undo_refused"
    title = "This change cannot be taken back"


class ConflictOpen(Conflict):
    code = "conflict_open"
    title = "The work is in conflict"


class NoConflict(Conflict):
    code = "no_conflict"
    title = "There is no conflict"


class ConflictNotSettled(Conflict):
    code = "conflict_not_settled"
    title = "The conflict is not settled"


class ConversationNotFound(NotFound):
    code = "conversation_not_found"
    title = "There is no such conversation"
