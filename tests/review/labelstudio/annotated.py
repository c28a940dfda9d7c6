"""What Label Studio gives back: tasks as it exports them as JSON, annotated by hand."""

from __future__ import annotations

import copy
import json
from typing import Any

from dragoman.ledger import Ledger
from dragoman.review.labelstudio import names
from dragoman.review.labelstudio.tasks import task
from dragoman.review.subjects import statement_subject

Row = dict[str, Any]


def exported(ledger: Ledger, key: str) -> Row:
    """The task of a statement, as it is written."""
    with ledger.reading() as connection:
        subject = statement_subject(connection, key)
    assert subject is not None
    told: Row = json.loads(task(subject).model_dump_json(exclude_none=True))
    return told


class Annotator:
    """Takes the prediction of a task over, as Label Studio does, and changes it."""

    def __init__(self, task: Row) -> None:
        self.task = task
        self.key: str = task["data"]["statement"]
        self.results: list[Row] = copy.deepcopy(task["predictions"][0]["result"])

    def choose(self, name: str, value: str | None) -> Annotator:
        """Another choice, or none."""
        self.results = [r for r in self.results if r.get("from_name") != name]
        if value is not None:
            self._add(name, "choices", {"choices": [value]}, f"choice-{name}")
        return self

    def write(self, name: str, text: str, region: str | None = None) -> Annotator:
        """Another line of text, of the task or of some words."""
        self.results = [r for r in self.results if (r.get("from_name"), r.get("id")) != (name, region or r.get("id"))]
        if text:
            self._add(name, "textarea", {"text": [text]}, region or f"line-{name}")
        return self

    def mark(self, words: str, part: str, role: str | None = None, actor: str | None = None) -> Annotator:
        """More words, with the arrow and the code that belong to them."""
        start = self.task["data"]["text"].index(words)
        region = f"new-{words}"
        self._add(
            names.PART, "labels", {"start": start, "end": start + len(words), "text": words, "labels": [part]}, region
        )
        if actor:
            self._add(names.ACTOR, "textarea", {"start": start, "end": start + len(words), "text": [actor]}, region)
        if role:
            self.arrow(region, role)
        return self

    def arrow(self, region: str, *roles: str, direction: str = "right") -> Annotator:
        """A relation from the trigger to some words."""
        ends = {"from_id": f"{self.key}-trigger", "to_id": region}
        self.results.append({"type": "relation", **ends, "direction": direction, "labels": list(roles)})
        return self

    def delete(self, region: str) -> Annotator:
        """Words with all that belongs to them."""
        gone = f"{self.key}-{region}"
        self.results = [r for r in self.results if gone not in (r.get("id"), r.get("from_id"), r.get("to_id"))]
        return self

    def done(self, verdict: str | None, id: int = 1, by: object = 3, at: str = "2026-11-20T10:00:00.000000Z") -> Row:
        """The task as it is exported, with this annotation."""
        self.choose(names.VERDICT, verdict)
        annotation = {
            "id": id, "unique_id": f"81f72d73-6206-4f74-98b6-{id:012}",
            "completed_by": by, "result": self.results, "was_cancelled": False, "ground_truth": False,
            "created_at": "2026-11-20T09:59:00.000000Z", "updated_at": at, "draft_created_at": None, "lead_time": 4.2,
            "prediction": {}, "result_count": 0, "task": 7, "parent_prediction": None, "project": 2,
        }  # fmt: skip
        return {
            "id": 7, "annotations": [annotation], "file_upload": "tasks.json", "drafts": [], "predictions": [1],
            "data": self.task["data"], "meta": {}, "created_at": "2026-11-20T09:00:00.000000Z", "inner_id": 1,
            "total_annotations": 1, "project": 2, "updated_by": 1, "comment_authors": [],
        }  # fmt: skip

    def _add(self, name: str, kind: str, value: Row, region: str) -> None:
        self.results.append(
            {"id": region, "type": kind, "from_name": name, "to_name": "text", "origin": "manual", "value": value}
        )
