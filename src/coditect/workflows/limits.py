"""What a description may have."""

from typing import Final

MAX_DESCRIPTION_BYTES: Final = 200 * 1024
