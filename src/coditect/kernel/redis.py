"""The cache in Redis, shared between processes; while Redis is away, each process keeps its own."""

import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeVar

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from coditect.kernel.cache import Cache, InProcessCache

log = structlog.get_logger()
T = TypeVar("T")

PREFIX: Final = "coditect:"
ANSWER_SECONDS: Final = 1.0
"""A cache that is slower than this is of no use; a request never waits longer for it."""
PAUSE_SECONDS: Final = 5.0
"""How long an absent Redis is not asked again."""

_INCREMENT: Final = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count
"""
# By the clock of Redis, which all processes share.
_NOW: Final = "local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000)\n"
_ADD_MEMBER: Final = (
    _NOW
    + """
if redis.call('TYPE', KEYS[1]).ok ~= 'zset' then redis.call('DEL', KEYS[1]) end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
redis.call('PEXPIREAT', KEYS[1], math.ceil(last[2]))
"""
)
_MEMBERS: Final = (
    _NOW
    + """
if redis.call('TYPE', KEYS[1]).ok ~= 'zset' then return {} end
return redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')
"""
)


class RedisCache:
    """Keeps everything in Redis, under a prefix of its own."""

    def __init__(self, url: str) -> None:
        self._redis = Redis.from_url(
            url,
            socket_timeout=ANSWER_SECONDS,
            socket_connect_timeout=ANSWER_SECONDS,
            health_check_interval=30,
            retry=Retry(NoBackoff(), 1),  # a connection that Redis closed meanwhile is made anew
        )
        self._increment = self._redis.register_script(_INCREMENT)
        self._add_member = self._redis.register_script(_ADD_MEMBER)
        self._members = self._redis.register_script(_MEMBERS)

    async def get(self, key: str) -> bytes | None:
        value = await self._redis.get(PREFIX + key)
        return value.encode() if isinstance(value, str) else value

    async def put(self, key: str, value: bytes, seconds: float) -> None:
        await self._redis.set(PREFIX + key, value, px=_milliseconds(seconds))

    async def delete(self, key: str) -> None:
        await self._redis.delete(PREFIX + key)

    async def increment(self, key: str, seconds: float) -> int:
        return int(await self._increment(keys=[PREFIX + key], args=[_milliseconds(seconds)]))

    async def add_member(self, key: str, member: str, seconds: float) -> None:
        await self._add_member(keys=[PREFIX + key], args=[member, _milliseconds(seconds)])

    async def remove_member(self, key: str, member: str) -> None:
        await self._redis.zrem(PREFIX + key, member)

    async def members(self, key: str) -> frozenset[str]:
        found: Sequence[bytes] = await self._members(keys=[PREFIX + key])
        return frozenset(member.decode() for member in found)

    async def close(self) -> None:
        await self._redis.aclose()


class ForgivingCache:
    """Asks `shared`; while that does not answer, this process goes on with a cache of its own."""

    def __init__(self, shared: Cache, clock: Callable[[], float] = time.monotonic) -> None:
        self._shared = shared
        self._own = InProcessCache()
        self._clock = clock
        self._away_until = 0.0
        self._is_away = False

    async def get(self, key: str) -> bytes | None:
        return await self._ask(lambda cache: cache.get(key))

    async def put(self, key: str, value: bytes, seconds: float) -> None:
        await self._ask(lambda cache: cache.put(key, value, seconds))

    async def delete(self, key: str) -> None:
        await self._ask(lambda cache: cache.delete(key))

    async def increment(self, key: str, seconds: float) -> int:
        return await self._ask(lambda cache: cache.increment(key, seconds))

    async def add_member(self, key: str, member: str, seconds: float) -> None:
        await self._ask(lambda cache: cache.add_member(key, member, seconds))

    async def remove_member(self, key: str, member: str) -> None:
        await self._ask(lambda cache: cache.remove_member(key, member))

    async def members(self, key: str) -> frozenset[str]:
        return await self._ask(lambda cache: cache.members(key))

    async def close(self) -> None:
        await self._shared.close()

    async def _ask(self, call: Callable[[Cache], Awaitable[T]]) -> T:
        if self._clock() >= self._away_until:
            try:
                answer = await call(self._shared)
            except (RedisError, OSError) as error:
                self._away_until = self._clock() + PAUSE_SECONDS
                if not self._is_away:
                    log.warning("redis_away", reason=type(error).__name__)
                self._is_away = True
            else:
                if self._is_away:
                    log.info("redis_back")
                self._is_away = False
                return answer
        return await call(self._own)


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))
