"""A shop with a small repository that has a bug."""

from pathlib import Path

import pytest

from coditect.kernel.platform import Platform
from tests.agents.work.shop import Shop, make_repository, model_of
from tests.fixtures.platforms import plain_logs, platform
from tests.model_server.server import ModelServer

__all__ = ["plain_logs", "platform"]

BUGGY = {
    "README.md": "# Prices\n\nAdds up what is in a basket.\n",
    "pyproject.toml": '[project]\nname = "prices"\nversion = "1"\n',
    "prices.py": "def total(items):\n    return sum(items[1:])\n",
    "check.py": "from prices import total\n\nassert total([1, 2, 3]) == 6, total([1, 2, 3])\nprint('all is well')\n",
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "prices", BUGGY)


@pytest.fixture(params=["anthropic", "openai"])
def wire(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def shop(platform: Platform, repository: Path, model_server: ModelServer, wire: str) -> Shop:
    return Shop(platform, repository, [model_of(model_server, wire)])
