"""What every adapter of the storage port does; a new one joins by a line in `ADAPTERS`."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from coditect.kernel.storage import FolderStorage, Storage

ADAPTERS: dict[str, Callable[[Path], Storage]] = {"folder": lambda folder: FolderStorage(folder / "files")}
HOSTILE = [
    "", ".", "..", "../up", "a/../../up", "a/..", "/etc/passwd", "~/x", "a//b", "a/./b", "a/", "a\\b", "a\x00b",
    "a b", "-a", ".hidden", "a/.hidden", "ä", "a\n", "a" * 201,
]  # fmt: skip


@pytest.fixture(params=ADAPTERS)
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    return ADAPTERS[request.param](tmp_path)


async def test_what_was_put_is_got_until_it_is_deleted(storage: Storage) -> None:
    content = bytes(range(256)) * 1000
    await storage.put("exports/a.b-c_d/1.bin", content)
    assert await storage.get("exports/a.b-c_d/1.bin") == content
    await storage.put("exports/a.b-c_d/1.bin", b"")
    assert await storage.get("exports/a.b-c_d/1.bin") == b""
    await storage.delete("exports/a.b-c_d/1.bin")
    await storage.delete("exports/a.b-c_d/1.bin")
    assert await storage.get("exports/a.b-c_d/1.bin") is None


async def test_what_is_not_there_is_none(storage: Storage) -> None:
    await storage.put("a/b", b"x")
    for key in ("c", "a", "a/b/c", "a/c"):
        assert await storage.get(key) is None
        await storage.delete(key)
    assert await storage.get("a/b") == b"x"


@pytest.mark.parametrize("key", HOSTILE)
async def test_a_hostile_key_is_refused(storage: Storage, tmp_path: Path, key: str) -> None:
    """Fails when a key reaches outside, means two places, or collides with what the adapter keeps for itself."""
    for attempt in (storage.put(key, b"x"), storage.get(key), storage.delete(key)):
        with pytest.raises(ValueError, match="Not a storage key"):
            await attempt
    assert inside(tmp_path) == []


async def test_readers_see_the_old_or_the_new_and_never_a_part(storage: Storage, tmp_path: Path) -> None:
    """Fails when writers of one key share a draft: one would move away what another is still writing."""
    contents = [bytes([n]) * 300_000 for n in range(6)]
    await storage.put("a", contents[0])

    async def write(content: bytes) -> None:
        for _ in range(10):
            await storage.put("a", content)

    writers = asyncio.gather(*(write(content) for content in contents))
    while not writers.done():
        assert await storage.get("a") in contents
    await writers
    assert [path.name for path in inside(tmp_path) if path.is_file()] == ["a"]


def inside(folder: Path) -> list[Path]:
    return list(folder.rglob("*"))
