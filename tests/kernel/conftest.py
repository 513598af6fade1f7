"""What tests of the kernel share."""

from tests.fixtures.platforms import plain_logs, platform, twin

__all__ = ["plain_logs", "platform", "twin"]
