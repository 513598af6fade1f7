"""Our own REST interface as tools use it: JSON in, JSON out, refusals as errors with their sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

PREFIX = "/api/v1"
Json = dict[str, Any]
"""An object as the interface gives it, passed on as it is."""


class ApiRefused(Exception):  # noqa: N818 - it is the interface's answer, not our fault
    """The interface refused; the text says why and what to do, in the interface's own words."""


@dataclass(frozen=True)
class Api:
    """One caller's access, by a client that carries their credentials."""

    client: httpx.AsyncClient

    async def get(self, path: str, **query: Any) -> Json:
        """Read; parameters that are None are left out."""
        chosen = {name: value for name, value in query.items() if value is not None}
        return await self._ask("GET", path, params=chosen)

    async def post(self, path: str, body: Mapping[str, Any] | None = None) -> Json:
        """Create or act."""
        return await self._ask("POST", path, json=body or {})

    async def patch(self, path: str, body: Mapping[str, Any]) -> Json:
        """Change."""
        return await self._ask("PATCH", path, json=body)

    async def _ask(self, method: str, path: str, **content: Any) -> Json:
        try:
            return _read(await self.client.request(method, f"{PREFIX}{path}", **content))
        except httpx.HTTPError as error:
            raise ApiRefused(f"The installation does not answer ({type(error).__name__}).") from None


def _read(response: httpx.Response) -> Json:
    if response.is_success:
        return response.json() if response.content else {}
    try:
        problem = response.json()
    except ValueError:
        problem = {}
    sentence = " ".join(filter(None, [problem.get("title"), problem.get("detail")]))
    fields = "; ".join(f"{field.get('field')}: {field.get('message')}" for field in problem.get("errors", []))
    raise ApiRefused(
        f"{response.status_code} {sentence or response.reason_phrase}{f' ({fields})' if fields else ''}"
    )
