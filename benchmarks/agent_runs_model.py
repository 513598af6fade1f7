"""A model that answers at once, in a process of its own: a call of a tool first, then text. Anthropic's wire format.

`python -m benchmarks.agent_runs_model DELAY` prints its address and waits DELAY seconds before each answer.
"""

import asyncio
import json
import sys

CALL: dict[str, object] = {"type": "tool_use", "id": "toolu_1", "name": "Read", "input": {}}
TEXT: dict[str, object] = {"type": "text", "text": ""}


def _event(kind: str, **more: object) -> bytes:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **more})}\n\n".encode()


def _answer(stop: str, block: dict[str, object], delta: dict[str, object]) -> bytes:
    message: dict[str, object] = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-sonnet-5-5",
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {"input_tokens": 100, "output_tokens": 1},
    }
    body = b"".join(
        [
            _event("message_start", message=message),
            _event("content_block_start", index=0, content_block=block),
            _event("content_block_delta", index=0, delta=delta),
            _event("content_block_stop", index=0),
            _event(
                "message_delta",
                delta={"stop_reason": stop, "stop_sequence": None},
                usage={"output_tokens": 20},
            ),
            _event("message_stop"),
        ]
    )
    head = f"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


FIRST = _answer("tool_use", CALL, {"type": "input_json_delta", "partial_json": '{"file_path": "README.md"}'})
SECOND = _answer("end_turn", TEXT, {"type": "text_delta", "text": "It is a bench."})


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(
                int(line.partition(b":")[2])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length:")
            )
            body = await reader.readexactly(length)
            if delay:
                await asyncio.sleep(delay)
            writer.write(SECOND if b"tool_result" in body else FIRST)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main() -> None:
    """Serve until ended."""
    delay = float(sys.argv[1])
    server = await asyncio.start_server(lambda r, w: _serve(r, w, delay), "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
