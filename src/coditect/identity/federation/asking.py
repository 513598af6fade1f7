"""Questions to a provider's server: short, bounded, never following to another address."""

from collections.abc import Mapping
from typing import Any

import httpx
import structlog

from coditect.identity.federation.errors import ProviderUnavailable

log = structlog.get_logger()

_SECONDS = 10.0
_LONGEST_ANSWER = 1_000_000


async def ask(
    method: str,
    url: str,
    *,
    form: Mapping[str, str] | None = None,
    auth: tuple[str, str] | None = None,
    bearer: str | None = None,
) -> Any:
    """Return the JSON that a provider answers, or raise `ProviderUnavailable`; what it said stays in the log."""
    headers = {"accept": "application/json", "user-agent": "coditect"}
    if bearer is not None:
        headers["authorization"] = f"Bearer {bearer}"
    try:
        async with httpx.AsyncClient(timeout=_SECONDS, follow_redirects=False) as client:
            answer = await client.request(
                method, url, data=form, headers=headers, auth=httpx.BasicAuth(*auth) if auth else None
            )
        if answer.status_code != 200 or len(answer.content) > _LONGEST_ANSWER:
            log.warning("provider_refused", url=url, status=answer.status_code)
            raise ProviderUnavailable("It refused our question. Try again, or use another way.")
        return answer.json()
    except (httpx.HTTPError, ValueError) as error:
        log.warning("provider_unavailable", url=url, error=type(error).__name__)
        raise ProviderUnavailable("Try again in a moment, or use another way.") from None
