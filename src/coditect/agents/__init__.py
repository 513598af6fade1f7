"""Agents: the organization's own beside those of the library, and one agent's typed answer to one request.

It owns the tables `own_agents`, `own_agent_versions`, `used_agents`, `own_models` and `mcp_servers`, the settings of models and the conversation with them. It
publishes OwnAgentWritten, OwnAgentRetired and OwnAgentRestored, and what happens to MCP servers. Model libraries are heavy, so they load on the first
answer, in a thread.
"""

from coditect.agents.answers import Answer, Check, Usage
from coditect.agents.errors import (
    ModelAnswerUnusable,
    ModelBusy,
    ModelCredentialsRefused,
    ModelFailed,
    ModelMisconfigured,
    ModelNotFound,
    ModelProblem,
    ModelQuotaExhausted,
    ModelRequestRefused,
    ModelTimedOut,
)
from coditect.agents.mcp_client.events import (
    McpServerApproved,
    McpServerRemoved,
    McpServerSuspected,
    McpServerWritten,
)
from coditect.agents.metering import TokenMeter
from coditect.agents.own_model import has_model, model_of
from coditect.agents.providers import ModelSettings, configured
from coditect.agents.runner import answer
from coditect.agents.schemas import UsedAgent
from coditect.agents.used import keep_used, read_used

__all__ = [
    "Answer",
    "Check",
    "McpServerApproved",
    "McpServerRemoved",
    "McpServerSuspected",
    "McpServerWritten",
    "ModelAnswerUnusable",
    "ModelBusy",
    "ModelCredentialsRefused",
    "ModelFailed",
    "ModelMisconfigured",
    "ModelNotFound",
    "ModelProblem",
    "ModelQuotaExhausted",
    "ModelRequestRefused",
    "ModelSettings",
    "ModelTimedOut",
    "TokenMeter",
    "Usage",
    "UsedAgent",
    "answer",
    "configured",
    "has_model",
    "keep_used",
    "model_of",
    "read_used",
]
