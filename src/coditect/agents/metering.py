"""Tokens of model calls: reserved by an estimate before the call, settled by what the provider counted."""

from dataclasses import dataclass
from uuid import UUID

from coditect.kernel.entitlements import Use
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant

CHARACTERS_A_TOKEN = 3
"""Fewer than most texts have: an estimate that is too high is given back at once, one too low oversells."""
ANSWER_TOKENS = 4_000


def estimate(characters: int) -> int:
    """Return how many tokens a call about so many characters may take."""
    return characters // CHARACTERS_A_TOKEN + ANSWER_TOKENS


@dataclass(frozen=True)
class TokenMeter:
    """Counts the tokens of one attempt at a step against its organization's entitlements."""

    platform: Platform
    organization_id: OrganizationId
    step_id: UUID
    attempt: int

    async def reserve(self, tokens: int) -> None:
        """Take `tokens`, or raise `QuotaExceeded`. What an attempt that died had reserved is given back."""
        entitlements = self.platform.entitlements
        async with self.platform.database.write(tenant(self.organization_id)) as session:
            for earlier in range(1, self.attempt):
                await entitlements.release(session, self.organization_id, self._use(earlier))
            await entitlements.reserve(
                session, self.organization_id, "model_tokens", self._use(self.attempt), tokens
            )

    async def settle(self, tokens: int) -> None:
        """Say what the call really took."""
        async with self.platform.database.write(tenant(self.organization_id)) as session:
            await self.platform.entitlements.settle(
                session, self.organization_id, self._use(self.attempt), tokens
            )

    async def release(self) -> None:
        """Give back what was reserved for a call that failed without an answer."""
        async with self.platform.database.write(tenant(self.organization_id)) as session:
            await self.platform.entitlements.release(session, self.organization_id, self._use(self.attempt))

    def _use(self, attempt: int) -> Use:
        return Use("model", f"{self.step_id}/{attempt}")
