"""Agents at work: which model answers, and one agent's typed answer to one request.

It owns the settings of models and the conversation with them. Model libraries are heavy, so they load on the first
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
from coditect.agents.providers import ModelSettings, configured
from coditect.agents.runner import answer

__all__ = [
    "Answer",
    "Check",
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
    "Usage",
    "answer",
    "configured",
]
