"""Data files of a language pack, read into a checked shape: an error names the file and the line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from dragoman.schema.located import read_located

Shape = TypeVar("Shape", bound=BaseModel)


def split(value: Any) -> Any:
    """A list of words written as one string with spaces."""
    return tuple(value.split()) if isinstance(value, str) else (str(value),) if isinstance(value, int) else value


Words = Annotated[tuple[str, ...], BeforeValidator(split)]


class Listed(BaseModel):
    """One data file; unknown names are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read(path: Path, shape: type[Shape]) -> Shape:
    """A data file in its shape. Raises CodebookError with `file:line` and what is wrong."""
    located = read_located(path)
    try:
        return shape.model_validate(located.content)
    except ValidationError as error:
        first = error.errors()[0]
        place = tuple(first["loc"])
        raise located.error(f"{'.'.join(map(str, place))}: {first['msg']}", place) from error
