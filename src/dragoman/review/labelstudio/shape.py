"""Label Studio's JSON, as far as it is read and written here: tasks, annotations, predictions and their results.

Described in its documentation under "Label Studio JSON format of annotated tasks" and "Import pre-annotated data".
Fields that are not named here (lead time, project, drafts) are passed over.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Read(BaseModel):
    """Immutable; other fields may stand in the file too."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Value(Read):
    """What a result says: words of the text (characters from `start`, `end` exclusive), labels, choices or lines."""

    start: int | None = None
    end: int | None = None
    text: str | list[str] | None = None
    labels: list[str] | None = None
    choices: list[str] | None = None


class Result(Read):
    """A region, a choice, a line of text, or (`type` relation) an arrow between two regions.

    What belongs to a region has its `id`.
    """

    type: str
    id: str | None = None
    from_name: str | None = None
    to_name: str | None = None
    value: Value | None = None
    from_id: str | None = None
    to_id: str | None = None
    direction: Literal["left", "right", "bi"] | None = None
    labels: list[str] | None = None


class User(Read):
    """An annotator, where the export tells more than a number."""

    id: int | None = None
    email: str | None = None
    first_name: str | None = None
    last_name: str | None = None


class Annotation(Read):
    """What an annotator said of a task; `was_cancelled` where it was skipped.

    `id` counts up in one Label Studio, `unique_id` (of newer versions) is of this annotation alone.
    """

    id: int | str
    unique_id: str | None = None
    result: list[Result]
    completed_by: int | User | None = None
    was_cancelled: bool = False
    created_at: str = ""
    updated_at: str = ""


class Prediction(Read):
    """What the coder says; `score` is its confidence."""

    model_version: str
    score: float
    result: list[Result]


class Data(Read):
    """What a task is about: a statement of the ledger, as it was when the task was made.

    `text` begins at character `offset` of the document's text. `body` is the whole statement as JSON, `judgement` the
    last judgement on it (empty for none). `gist` and `source` are for the annotator's eyes; the rest to sort and
    filter tasks by.
    """

    statement: str
    document: str
    offset: int
    text: str
    body: str
    judgement: str
    gist: str
    source: str
    type: str
    status: str
    published: str


class Task(Read):
    """A task as it is written."""

    data: Data
    predictions: list[Prediction]


class Annotated(Read):
    """A task as it comes back; of its predictions only the numbers do."""

    data: Data
    annotations: list[Annotation] = Field(default_factory=list)
