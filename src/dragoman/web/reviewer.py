"""Whose name stands under what is judged in the browser."""

from __future__ import annotations

from fastapi import Request

from dragoman.review.reviewers import reviewer_named
from dragoman.web.security import Visitor


def reviewer_of(request: Request) -> str:
    """Who is logged in; without accounts, as in the terminal, the reviewer of the settings or the system's user."""
    who: Visitor = request.state.visitor
    return reviewer_named() if who.name is None or who.is_local else who.name
