"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.unions import union
from .shared import BulkState, BulkTask, Company, CompanyList, Pages, Segment


class CompanyScroll(Model, kw_only=True):
    """One step of a scroll."""

    type: str
    """Always `list`."""
    data: list[Company]
    """The companies; none at the end."""
    pages: Pages | None = None
    """Always null."""
    total_count: int | None = None
    """Always null."""
    scroll_param: str | None = None
    """What the next step is asked for with."""


class CompanyDeleted(Model, kw_only=True):
    """A company that was deleted."""

    id: str
    """The company's id."""
    object: Maybe[str] = None
    """Always `company`."""
    deleted: bool
    """Always true."""


class SegmentsOfCompany(Model, kw_only=True):
    """The segments of a company."""

    type: str
    """Always `list`."""
    data: list[Segment]
    """The segments."""


class CompaniesBulkJob(Model, kw_only=True):
    """A job that creates, changes or deletes many companies."""

    type: str
    """Always `companies.bulk.job`."""
    id: str
    """The job's id."""
    state: BulkState
    """How far the job is."""
    created_at: int
    """When the job was made. Unix seconds in JSON."""
    updated_at: int
    """When the job was last changed. Unix seconds in JSON."""
    completed_at: int | None = None
    """When the job was done. Unix seconds in JSON."""
    tasks: Maybe[list[BulkTask]] = None
    """The parts of the job, one a request."""
    url: Maybe[str] = None
    """Where the job can be fetched."""


if TYPE_CHECKING:
    FoundCompanies: TypeAlias = CompanyList | Company
else:
    FoundCompanies = union("FoundCompanies", lambda: (CompanyList, Company))
"""One company, or one page of companies."""
