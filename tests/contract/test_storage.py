"""What every adapter of the storage port does; a new one joins by a line in `ADAPTERS`."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from coditect.kernel.ids import new_id
from coditect.kernel.s3 import ObjectStoreUnavailable, S3Storage
from coditect.kernel.storage import FolderStorage, Storage
from tests.servers.s3 import S3Server, run_s3

ADAPTERS = ["folder", "s3"]
HOSTILE = [
    "", ".", "..", "../up", "a/../../up", "a/..", "/etc/passwd", "~/x", "a//b", "a/./b", "a/", "a\\b", "a\x00b",
    "a b", "-a", ".hidden", "a/.hidden", "ä", "a\n", "a" * 201,
]  # fmt: skip


@pytest.fixture(scope="module")
def s3_server() -> Iterator[S3Server]:
    with run_s3() as server:
        yield server


@pytest.fixture
def s3(s3_server: S3Server, monkeypatch: pytest.MonkeyPatch) -> S3Server:
    """The object store, with the credentials in the environment."""
    for name, value in s3_server.environment.items():
        monkeypatch.setenv(name, value)
    return s3_server


@pytest.fixture(params=ADAPTERS)
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    if request.param == "folder":
        return FolderStorage(tmp_path / "files")
    return S3Storage(request.getfixturevalue("s3").url(f"prefix/{new_id()}"))


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
        # Behind the server of these tests stands a file system, where keys must not be each other's folders.
        if isinstance(storage, FolderStorage) or key in {"c", "a/c"}:
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
    writers_at_once, rounds = (6, 10) if isinstance(storage, FolderStorage) else (2, 3)
    contents = [bytes([n]) * 300_000 for n in range(writers_at_once)]
    await storage.put("a", contents[0])

    async def write(content: bytes) -> None:
        for _ in range(rounds):
            await storage.put("a", content)

    writers = asyncio.gather(*(write(content) for content in contents))
    while not writers.done():
        assert await storage.get("a") in contents
    await writers
    assert await storage.get("a") in contents
    if isinstance(storage, FolderStorage):
        assert [path.name for path in inside(tmp_path) if path.is_file()] == ["a"]


async def test_objects_stand_under_the_prefix(s3: S3Server) -> None:
    one, other = S3Storage(s3.url("one")), S3Storage(s3.url("other"))
    await one.put("a/b", b"1")
    assert await other.get("a/b") is None
    assert await S3Storage(s3.url()).get("one/a/b") == b"1"


async def test_a_wrong_key_is_told_without_a_secret(s3: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails when the server lets anybody in, or when an error repeats the request."""
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "not-the-secret-of-the-tests")
    stranger = S3Storage(s3.url("one"))
    with pytest.raises(ObjectStoreUnavailable) as refused:
        await stranger.put("a/b", b"1")
    assert "not-the-secret" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "s3://",
        "s3:///prefix",
        "s3://me:secret-of-mine@bucket/x",
        "s3://bucket?endpont=x",
        "s3://bucket?style=odd",
    ],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="s3://bucket") as refused:
        S3Storage(url)
    assert "secret-of-mine" not in str(refused.value)


def inside(folder: Path) -> list[Path]:
    return list(folder.rglob("*"))
