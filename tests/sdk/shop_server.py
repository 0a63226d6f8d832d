"""Answers to the requests of the snippets about the shop."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator

from recording_server import Answer, Recorded

LIMITS = (("X-RateLimit-Remaining", "9"),)
ORDER = {"id": "1", "state": "new", "sent_at": 1767225600, "beside": 5}
PAGE = {"data": [ORDER, {"id": "2"}], "next": None, "total_count": 2}
EVENT = b'id: 7\nretry: 0\ndata: {"id": "1"}\n\n'


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("in.zip", "a")
    return file.getvalue()


def archived() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("in.tar"))
    return file.getvalue()


class Orders:
    """Answers as the shop does; what stands in `files` one after the other."""

    def __init__(self) -> None:
        self.files: Iterator[bytes] = iter(())
        self.jobs: Iterator[str] = iter(())
        self.failure: Answer | None = None

    def answer(self, request: Recorded) -> Answer:
        if self.failure is not None:
            return self.failure
        match request.method, request.path.split("/")[1:]:
            case "GET", ["orders"]:
                return Answer(PAGE)
            case "GET", ["orders", "scroll"]:
                scrolled = bool(request.query)
                return Answer(
                    {**PAGE, "data": [] if scrolled else [ORDER], "next": "c"}
                )
            case "POST", ["orders", "search"]:
                # The second page is behind the link of the first.
                links = () if request.query else (("Link", '<?page=2>; rel="next"'),)
                return Answer([ORDER], 200, links)
            case "GET", ["orders", "changes"]:
                if request.headers.get("last-event-id") == "7":
                    return Answer(None, 204)
                return Answer(EVENT, 200, (("Content-Type", "text/event-stream"),))
            case "GET", ["orders", _, "invoice"]:
                kind = (("Content-Type", "application/octet-stream"),)
                return Answer(next(self.files), 200, kind)
            case "GET", ["orders", _, "payer"]:
                return Answer({"first_name": "Ada", "vat_id": "IE1"})
            case _, ["exports", *_]:
                return Answer({"job_identifier": "j1", "status": next(self.jobs)})
            case _, ["faxes"]:
                return Answer(None, 204)
            case _:
                return Answer(ORDER, 200, LIMITS)


def files(*, asynchronous: bool) -> Iterator[bytes]:
    """What the snippets about files get: those with an asynchronous form twice, or all once."""
    read = [b"a", b"b\nc\n", zipped()]
    return iter(read * 2 if asynchronous else [*read, b"copied", b"d,e\n", archived()])
