"""The HTTP answer that a stream is: one task of its own, which notices when the reader leaves."""

import asyncio
from contextlib import AbstractAsyncContextManager, aclosing

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from coditect.kernel.streams.listener import Listener

HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}


class EventStream(Response):
    """Sends what a listener yields. Leaner than a StreamingResponse: there may be thousands, and most are idle."""

    media_type = "text/event-stream"

    def __init__(self, listener: Listener, around: AbstractAsyncContextManager[None]) -> None:
        self.status_code = 200
        self.background = None
        self.body = b""
        self.listener = listener
        self.around = around
        self.init_headers(HEADERS)
        # Headers of an answer without a body that is known tell no length.
        self.raw_headers = [header for header in self.raw_headers if header[0] != b"content-length"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI
        watching = asyncio.create_task(self._end_with_the_reader(receive))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            async with self.around, aclosing(self.listener.chunks()) as chunks:
                async for chunk in chunks:
                    await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            watching.cancel()

    async def _end_with_the_reader(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.listener.close()
