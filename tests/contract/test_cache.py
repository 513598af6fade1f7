"""What every adapter of the cache does, and what happens when Redis is wiped or away."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from structlog.testing import capture_logs

from coditect.kernel.cache import Cache, InProcessCache
from coditect.kernel.rates import Rate, RateExceeded, hit
from coditect.kernel.redis import ForgivingCache, RedisCache
from tests.fixtures.platforms import until
from tests.servers.redis import RedisServer, run_redis

ADAPTERS = ["in process", "redis", "redis, forgiving"]
LONG = 600.0
SHORT = 0.05


@pytest.fixture(scope="module")
def shared_redis() -> Iterator[RedisServer]:
    with run_redis() as server:
        yield server


@pytest.fixture
def redis(shared_redis: RedisServer) -> RedisServer:
    """An empty Redis."""
    assert shared_redis.ask("FLUSHALL") == "+OK"
    return shared_redis


@pytest.fixture(params=ADAPTERS)
async def cache(request: pytest.FixtureRequest) -> AsyncIterator[Cache]:
    made: Cache
    if request.param == "in process":
        made = InProcessCache()
    else:
        url = request.getfixturevalue("redis").url
        made = RedisCache(url) if request.param == "redis" else ForgivingCache(RedisCache(url))
    yield made
    await made.close()


async def test_a_value_is_kept_until_it_is_replaced_or_deleted(cache: Cache) -> None:
    assert await cache.get("a") is None
    await cache.put("a", b"\x00\xff", LONG)
    await cache.put("b", b"", LONG)
    assert (await cache.get("a"), await cache.get("b")) == (b"\x00\xff", b"")
    await cache.put("a", b"new", LONG)
    assert await cache.get("a") == b"new"
    await cache.delete("a")
    await cache.delete("a")
    assert await cache.get("a") is None


async def test_everything_ends_with_its_time(cache: Cache) -> None:
    await cache.put("value", b"x", SHORT)
    await cache.increment("counter", SHORT)
    await cache.add_member("set", "short", SHORT)
    await cache.add_member("set", "long", LONG)

    async def over() -> bool:
        return (
            await cache.get("value") is None
            and await cache.get("counter") is None
            and await cache.members("set") == {"long"}
        )

    await until(over)
    assert await cache.increment("counter", LONG) == 1


async def test_a_counter_counts_everybody_once(cache: Cache) -> None:
    """Fails when it is read and written in two steps."""
    counts = await asyncio.gather(*(cache.increment("hits", LONG) for _ in range(50)))
    assert sorted(counts) == list(range(1, 51))
    assert await cache.get("hits") == b"50"


async def test_a_counter_is_not_prolonged_by_counting(cache: Cache) -> None:
    """Fails when each increment moves the end: a busy counter would never begin anew."""
    await cache.increment("hits", 0.3)

    async def begun_anew() -> bool:
        return await cache.increment("hits", 0.3) == 1

    await until(begun_anew)


async def test_members_come_and_go(cache: Cache) -> None:
    assert await cache.members("set") == frozenset()
    for member in ("a", "b", "ä c"):
        await cache.add_member("set", member, LONG)
    await cache.add_member("set", "a", LONG)
    assert await cache.members("set") == {"a", "b", "ä c"}
    await cache.remove_member("set", "a")
    await cache.remove_member("set", "nobody")
    assert await cache.members("set") == {"b", "ä c"}
    await cache.delete("set")
    assert await cache.members("set") == frozenset()


async def test_a_rate_holds_and_slides(cache: Cache) -> None:
    rate, now = Rate(4, 60), 6_000.0
    for _ in range(4):
        await hit(cache, "ada", rate, lambda: now)
    with pytest.raises(RateExceeded) as refused:
        await hit(cache, "ada", rate, lambda: now)
    assert refused.value.headers == {"Retry-After": "60"}
    await hit(cache, "eve", rate, lambda: now)
    # At the beginning of the next window the last one still counts, later less and less.
    with pytest.raises(RateExceeded):
        await hit(cache, "ada", rate, lambda: now + 61)
    await hit(cache, "ada", rate, lambda: now + 119)
    await hit(cache, "ada", rate, lambda: now + 600)


async def test_the_memory_of_the_process_is_bounded() -> None:
    small = InProcessCache(most=3)
    for number in range(10):
        await small.put(str(number), b"x", LONG)
        await small.add_member(f"set {number}", "x", LONG)
    assert [number for number in range(10) if await small.get(str(number))] == [7, 8, 9]
    assert [number for number in range(10) if await small.members(f"set {number}")] == [7, 8, 9]


async def test_two_processes_see_the_same(redis: RedisServer) -> None:
    one, other = RedisCache(redis.url), RedisCache(redis.url)
    await one.put("a", b"1", LONG)
    assert await one.increment("hits", LONG) == 1
    assert await other.increment("hits", LONG) == 2
    assert await other.get("a") == b"1"
    await one.close()
    await other.close()


async def test_without_redis_limits_still_hold_and_it_is_said_once() -> None:
    """Fails when an absent Redis is an error, or when it means that nothing is limited."""
    with run_redis() as own:
        now = [0.0]
        cache = ForgivingCache(RedisCache(own.url), clock=lambda: now[0])
        await cache.put("a", b"1", LONG)
        own.ask("FLUSHALL")
        assert await cache.get("a") is None
        with capture_logs() as logs:
            own.stop()
            for _ in range(3):
                await hit(cache, "ada", Rate(3, 3600), lambda: 7200.0)
            with pytest.raises(RateExceeded):
                await hit(cache, "ada", Rate(3, 3600), lambda: 7200.0)
            now[0] += 3600
            await cache.put("b", b"1", LONG)
            assert await cache.get("b") == b"1"
            own.start()
            now[0] += 3600
            assert await cache.get("b") is None, "Redis answers again, and it was empty"
        assert [line["event"] for line in logs] == ["redis_away", "redis_back"]
        await cache.close()
