"""LangGraph: `python bench.py URL FOLDER RUNS AT_ONCE`; two nodes, each run checkpointed in SQLite as it goes."""

import asyncio
import json
import operator
import statistics
import sys
import time
from pathlib import Path
from typing import Annotated, Any, TypedDict

import anthropic
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.graph import END, START, StateGraph

TOOL = {"name": "Read", "input_schema": {"type": "object", "properties": {"file_path": {"type": "string"}}}}


class State(TypedDict):
    """The conversation."""

    turns: Annotated[list[Any], operator.add]


async def main() -> None:
    """Measure runs one after another, or several at once."""
    url, folder, runs, at_once = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    client = anthropic.AsyncAnthropic(api_key="x", base_url=url, max_retries=0)

    async def ask(state: State) -> State:
        async with client.messages.stream(
            model="claude-sonnet-5-5", max_tokens=1000, messages=state["turns"], tools=[TOOL]
        ) as stream:
            answer = await stream.get_final_message()
        content = [block.model_dump(exclude_none=True) for block in answer.content]
        return {"turns": [{"role": "assistant", "content": content}]}

    async def read(state: State) -> State:
        name = state["turns"][-1]["content"][0]["input"]["file_path"]
        text = await asyncio.to_thread((folder / name).read_text)
        result = {"type": "tool_result", "tool_use_id": "toolu_1", "content": text}
        return {"turns": [{"role": "user", "content": [result]}]}

    def goes_on(state: State) -> str:
        return "read" if state["turns"][-1]["content"][0]["type"] == "tool_use" else END

    graph = StateGraph(State)
    graph.add_node("ask", ask)
    graph.add_node("read", read)
    graph.add_edge(START, "ask")
    graph.add_conditional_edges("ask", goes_on, ["read", END])
    graph.add_edge("read", "ask")
    async with AsyncSqliteSaver.from_conn_string(str(folder / "langgraph.db")) as saver:
        compiled = graph.compile(checkpointer=saver)
        number = 0
        seconds: list[float] = []
        slots = asyncio.Semaphore(at_once)

        async def once() -> None:
            nonlocal number
            number += 1
            thread = {"configurable": {"thread_id": str(number)}}
            async with slots:
                began = time.perf_counter()
                await compiled.ainvoke({"turns": [{"role": "user", "content": "What is this?"}]}, thread)
                seconds.append(time.perf_counter() - began)

        for _ in range(5):
            await once()
        seconds.clear()
        began = time.perf_counter()
        await asyncio.gather(*(once() for _ in range(runs)))
        whole = time.perf_counter() - began
    print(json.dumps({"p50_ms": statistics.median(seconds) * 1000, "rate": runs / whole}))


asyncio.run(main())
