"""What models and providers do wrong, and what an agent run makes of it."""

import pytest

from coditect import framework
from coditect.agents.breaker import FAILURES, OPEN_SECONDS, Breaker, breaker_of
from coditect.agents.providers import bound, configured_chain
from coditect.kernel.config import Settings
from tests.agents.work.shop import Shop, agent, model_of
from tests.fixtures.platforms import on_sqlite
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Cut, Failure, Reply, Slow, Text, in_turn
from tests.model_server.server import ModelServer, run_model_server

LOOK = Call({"file_path": "prices.py"}, tool="Read")
SAID = Text("I am done.")


@pytest.fixture(autouse=True)
def _fresh_breakers() -> None:
    breaker_of.cache_clear()


@on_sqlite
@pytest.mark.parametrize(
    "trouble",
    [Failure(429, retry_after=0.2), Failure(529), Failure(500), Cut(LOOK), Cut(SAID), Slow(0.3, LOOK)],
    ids=["429", "529", "500", "cut call", "cut text", "slow"],
)
async def test_what_passes_is_waited_out(shop: Shop, model_server: ModelServer, trouble: Reply) -> None:
    model_server.script = in_turn(trouble, LOOK, trouble, SAID)
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "Look.")
        row = await shop.ended(begun)
    assert (row.state, row.answer and row.answer["answer"]) == ("done", "I am done.")
    assert {call.state for call in await shop.calls(begun)} == {"done"}


@on_sqlite
async def test_a_malformed_answer_is_repaired_once(shop: Shop, model_server: ModelServer) -> None:
    reviewer = framework.agent("debugger")
    assert reviewer.output_schema
    good = conforming(framework.output_schema(reviewer.output_schema))
    model_server.script = in_turn(Call({"verdict": 7}, tool="answer"), Call(good, tool="answer"))
    async with shop.open():
        begun = await shop.begin(reviewer, "Review prices.py.")
        row = await shop.ended(begun)
    assert (row.state, row.repairs) == ("done", 1)
    assert row.answer
    assert row.answer["answer"] == good
    assert "does not have the agreed form" in model_server.requests[-1].text


@on_sqlite
@pytest.mark.parametrize(
    "bad",
    [Call({"verdict": 7}, tool="answer"), Call('{"verdict": ', tool="answer"), Text("It is fine.")],
    ids=str,
)
async def test_a_malformed_answer_twice_fails_and_is_kept(
    shop: Shop, model_server: ModelServer, bad: Reply
) -> None:
    model_server.script = in_turn(bad)
    async with shop.open():
        begun = await shop.begin(framework.agent("debugger"), "Review prices.py.")
        row = await shop.ended(begun)
    assert row.state == "failed"
    assert "agreed form" in (row.reason or "")
    said = bad.text if isinstance(bad, Text) else "verdict"
    assert said in (row.raw or "")
    assert len(model_server.requests) == 2


@on_sqlite
async def test_an_answer_written_as_text_counts_when_it_fits(shop: Shop, model_server: ModelServer) -> None:
    reviewer = framework.agent("debugger")
    assert reviewer.output_schema
    good = Call(conforming(framework.output_schema(reviewer.output_schema))).json
    model_server.script = in_turn(Text(f"Here it is:\n```json\n{good}\n```\nBye."))
    async with shop.open():
        row = await shop.ended(await shop.begin(reviewer, "Review prices.py."))
    assert (row.state, row.repairs) == ("done", 0)


@on_sqlite
async def test_wrong_calls_are_answered_with_what_is_wrong(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(
        Call({"command": "ls"}, tool="Bash"),
        Call({"path": "prices.py"}, tool="Read"),
        Call('{"file_path": "pri', tool="Read"),
        SAID,
    )
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "Look.")
        assert (await shop.ended(begun)).state == "done"
    results = [call.result or "" for call in await shop.calls(begun)]
    assert "You have no tool Bash" in results[0]
    assert "file_path" in results[1]
    assert "no valid JSON" in results[2]


@on_sqlite
async def test_the_next_model_answers_when_the_first_is_down(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(SAID)
    with run_model_server() as down:
        down.script = in_turn(Failure(503))
        shop.models = [model_of(down, retries=0), *shop.models]
        async with shop.open():
            row = await shop.ended(await shop.begin(agent(tools="Read"), "Look."))
        assert (row.state, len(down.requests), len(model_server.requests)) == ("done", 1, 1)


@on_sqlite
async def test_a_key_that_is_refused_fails_with_a_sentence_and_without_the_key(
    shop: Shop, model_server: ModelServer
) -> None:
    model_server.script = in_turn(Failure(401, f"Incorrect key {model_server.api_key}"))
    async with shop.open():
        row = await shop.ended(await shop.begin(agent(tools="Read"), "Look."))
    assert row.state == "failed"
    assert "does not accept the key" in (row.reason or "")
    assert model_server.api_key not in (row.reason or "")


@on_sqlite
async def test_without_a_model_rules_work_where_they_can_and_others_say_what_is_missing(shop: Shop) -> None:
    shop.models = []
    async with shop.open():
        located = await shop.ended(await shop.begin(framework.agent("codebase-locator"), "Where is total?"))
        other = await shop.ended(await shop.begin(framework.agent("debugger"), "Mend it."))
    assert (located.state, located.origin, located.turns) == ("done", "rules", 0)
    assert located.answer
    assert located.answer["answer"]
    assert other.state == "failed"
    assert "needs a model" in (other.reason or "")
    assert "CODITECT_MODEL" in (other.reason or "")


def test_a_breaker_opens_after_five_failures_and_lets_one_try_after_a_minute() -> None:
    now = [100.0]
    breaker = Breaker(clock=lambda: now[0])
    for _ in range(FAILURES):
        assert breaker.closed_for() == 0
        breaker.failed()
    assert breaker.closed_for() == OPEN_SECONDS
    now[0] += OPEN_SECONDS
    assert breaker.closed_for() == 0, "one trial"
    assert breaker.closed_for() > 0, "and one only"
    breaker.failed()
    assert breaker.closed_for() == OPEN_SECONDS
    now[0] += OPEN_SECONDS
    assert breaker.closed_for() == 0
    breaker.withdrew()
    assert breaker.closed_for() == 0, "a trial that was broken off leaves room for another"
    breaker.succeeded()
    assert breaker.closed_for() == 0
    breaker.failed()
    assert breaker.closed_for() == 0


def test_models_are_named_in_chains_and_for_agents() -> None:
    settings = Settings(
        model="anthropic:first, openai:second",
        agent_models="debugger=openai:third anthropic:fourth, sonnet=anthropic:fifth",
        anthropic_api_key="a",
        openai_base_url="http://127.0.0.1:1/v1",
    )
    assert [model.name for model in configured_chain(settings)] == ["first", "second"]
    assert [model.name for model in bound(settings, "debugger", "sonnet")] == ["third", "fourth"]
    assert [model.name for model in bound(settings, "other", "sonnet")] == ["fifth"]
    assert bound(settings, "other") == ()
