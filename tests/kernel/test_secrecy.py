"""Errors of the database say what was tried, never with which values: those are people's texts and secrets."""

import traceback

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE

PRIVATE = "my private words"


async def test_an_error_of_the_database_hides_the_values(platform: Platform) -> None:
    """Fails when logs, and the errors that steps keep, repeat what somebody wrote."""
    statement = text("INSERT INTO no_such_table (description) VALUES (:description)")
    with pytest.raises(DBAPIError) as caught:
        async with platform.database.write(ENGINE) as session:
            await session.execute(statement, {"description": PRIVATE})
    told = "".join(traceback.format_exception(caught.value))
    assert "no_such_table" in told
    assert PRIVATE not in told
