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
