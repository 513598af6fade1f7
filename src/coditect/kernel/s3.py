"""Files in an S3-compatible object store, through obstore."""

from datetime import timedelta
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

from coditect.kernel.errors import Unavailable
from coditect.kernel.storage import checked

_MISSING: Final = (NotFoundError, FileNotFoundError)
_FAILED: Final = (BaseError, OSError)
_PARAMETERS: Final = {"endpoint", "region", "style"}


class ObjectStoreUnavailable(Unavailable):
    code = "object_store_unavailable"
    title = "The object store does not answer as it should"


class S3Storage:
    """Keeps each key as an object under a prefix of one bucket.

    The address is `s3://bucket/prefix?endpoint=https://host&region=name&style=path`; the parameters may be left out.
    Credentials come from where programs on AWS find theirs (`AWS_ACCESS_KEY_ID` and so on), never from the address.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        given = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        unknown = sorted(given.keys() - _PARAMETERS)
        style = given.get("style", "path" if "endpoint" in given else "virtual")
        if not parts.hostname or unknown or parts.username or style not in {"path", "virtual"}:
            raise ValueError(
                "An address of an object store is s3://bucket/prefix?endpoint=https://host&region=name&style=path"
                " (or virtual); credentials stand in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
            )
        endpoint = given.get("endpoint", "")
        self._store = S3Store(
            parts.hostname,
            prefix=unquote(parts.path).strip("/") or None,
            region=given.get("region", "us-east-1"),
            virtual_hosted_style_request=style == "virtual",
            client_options={
                "allow_http": endpoint.startswith("http://"),
                "timeout": timedelta(seconds=60),
                "connect_timeout": timedelta(seconds=5),
            },
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=30)},
            config={"endpoint": endpoint} if endpoint else None,
        )

    async def put(self, key: str, content: bytes) -> None:
        try:
            await obstore.put_async(self._store, checked(key), content)
        except _FAILED as error:
            raise _unavailable(error) from None

    async def get(self, key: str) -> bytes | None:
        try:
            found = await obstore.get_async(self._store, checked(key))
            return bytes(await found.bytes_async())
        except _MISSING:
            return None
        except _FAILED as error:
            raise _unavailable(error) from None

    async def delete(self, key: str) -> None:
        try:
            await obstore.delete_async(self._store, checked(key))
        except _MISSING:
            return
        except _FAILED as error:
            raise _unavailable(error) from None


def _unavailable(error: Exception) -> ObjectStoreUnavailable:
    # Its text may repeat the request with all its headers.
    return ObjectStoreUnavailable(f"It answered with {type(error).__name__}.")
