"""What the forms of answers share."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,40}$")]
Certainty = Literal["high", "medium", "low"]


class Contract(BaseModel):
    """A typed answer; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)


class Place(Contract):
    """A spot in the repository."""

    file: Text
    """Path from the root of the repository."""
    line: Annotated[int, Field(ge=1)] | None
