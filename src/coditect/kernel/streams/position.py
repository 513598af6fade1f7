"""Every answer to a GET says how far it surely is: a stream from there on misses nothing of what it shows."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coditect.kernel.streams.hub import Hub

HEADER = "coditect-position"


class PositionHeader:
    """Notes the position before the route reads: whatever has a smaller one is committed by then."""

    def __init__(self, app: ASGIApp, hub: Hub) -> None:
        self.app = app
        self._hub = hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        position = self._hub.position
        if scope["type"] != "http" or scope["method"] != "GET" or position is None:
            await self.app(scope, receive, send)
            return

        async def send_with_position(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)[HEADER] = str(position)
            await send(message)

        await self.app(scope, receive, send_with_position)
