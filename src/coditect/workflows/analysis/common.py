"""What every item of an analysis has: an id, the passages it rests on, a confidence and an origin."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Origin = Literal["rule", "model", "user", "assumption"]
Domain = Literal["software", "manufacturing", "healthcare", "finance", "general"]
Level = Literal["low", "medium", "high"]
Confidence = Annotated[float, Field(ge=0, le=1)]
Percent = Annotated[float, Field(ge=0, le=100)]


class Value(BaseModel):
    """A typed, immutable part of an analysis."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        serialize_by_alias=True,
        use_attribute_docstrings=True,
    )


class Span(Value):
    """A passage of the description, in characters: `description[start:end]`."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Item(Value):
    """Anything an analyst states, with what it rests on."""

    id: str
    """Short and unique in this output, such as t1, a2 or g3."""
    evidence: tuple[Span, ...]
    """The passages this rests on; empty only for an assumption."""
    confidence: Confidence
    origin: Origin


class Statement(Item):
    """One thing said about the process, in a short phrase."""

    text: str


class Reason(Value):
    """Why a score is what it is: the points given or taken, and for what."""

    text: str
    points: float
    evidence: tuple[Span, ...]


class Score(Value):
    """A score from 0 to 100 that explains itself."""

    value: Percent
    reasons: tuple[Reason, ...]


class Figure(Item):
    """A number as stated, in a unit: 40 `cases/year`, 12 `minutes`, 55 `EUR/hour`."""

    value: float
    unit: str
    text: str
    """The words it was read from, or the assumption in words."""
