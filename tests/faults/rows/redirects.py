"""Redirects: which are followed, and what never travels along."""

from __future__ import annotations

from sdk_runtime.errors import APIConnectionError, APIStatusError

from faults import calls
from faults.behaviour import Behaviour, Group
from faults.script import CLOSE, GOOD, Script, answer


def to(location: str, status: int = 302) -> Script:
    """A redirect."""
    return (answer(status, b"", {"Location": location}),)


REDIRECTS = Group(
    "Redirects",
    (
        *(
            Behaviour(
                name=f"{status} to another path",
                call=calls.get,
                replies=(to("/other", status), (GOOD,)),
                requests=2,
                paths=("/notes/1", "/other"),
            )
            for status in (301, 302, 303, 307, 308)
        ),
        *(
            Behaviour(
                name=f"{status} to another origin, which sees no credential",
                call=calls.get,
                replies=(to("{there}/other", status),),
                elsewhere=1,
                smoke=status == 302,
            )
            for status in (301, 302, 303, 307, 308)
        ),
        Behaviour(
            name="a redirect to itself, for ever",
            call=calls.get,
            replies=(to("/notes/1"),),
            raises=APIStatusError,
            requests=11,
        ),
        Behaviour(
            name="a redirect between two paths, for ever",
            call=calls.get,
            replies=(*(to(f"/{'ab'[number % 2]}") for number in range(12)),),
            raises=APIStatusError,
            requests=11,
        ),
        Behaviour(
            name="ten redirects, and then the answer",
            call=calls.get,
            replies=(*(to(f"/{number}") for number in range(10)), (GOOD,)),
            requests=11,
        ),
        Behaviour(
            name="307 of a POST to another origin",
            call=calls.post,
            replies=(to("{there}/other", 307),),
            raises=APIStatusError,
        ),
        Behaviour(
            name="308 of a POST to another origin",
            call=calls.post,
            replies=(to("{there}/other", 308),),
            raises=APIStatusError,
        ),
        Behaviour(
            name="302 of a POST, which isn't sent twice",
            call=calls.post,
            replies=(to("/other", 302),),
            raises=APIStatusError,
        ),
        Behaviour(
            name="303 of a POST",
            call=calls.post,
            replies=(to("/other", 303), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="307 of a POST to another path",
            call=calls.post,
            replies=(to("/other", 307), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="303 of a POST to another origin",
            call=calls.post,
            replies=(to("{there}/other", 303),),
            elsewhere=1,
        ),
        Behaviour(
            name="a redirect from https to http",
            call=calls.get,
            certificate="good",
            replies=(to("{there}/other"),),
            raises=APIStatusError,
            smoke=True,
        ),
        Behaviour(
            name="a redirect to http on another machine",
            call=calls.get,
            replies=(to("http://192.0.2.1/other"),),
            raises=APIStatusError,
        ),
        *(
            Behaviour(
                name=f"a redirect to {what}",
                call=calls.get,
                replies=(to(location),),
                raises=APIStatusError,
            )
            for what, location in (
                ("a file", "file:///etc/passwd"),
                ("ftp", "ftp://127.0.0.1/x"),
                ("a URL with a password", "http://u:p@127.0.0.1/x"),
                ("what is no URL", "http://[::1/x"),
                ("a port that doesn't exist", "http://127.0.0.1:99999/x"),
                ("letters that aren't ASCII", "/Zo\xeb"),
                ("nothing", ""),
            )
        ),
        Behaviour(
            name="a redirect without Location",
            call=calls.get,
            replies=((answer(302, b""),),),
            raises=APIStatusError,
        ),
        Behaviour(
            name="a redirect, and a reset at its end",
            call=calls.get,
            replies=(to("/other"), (CLOSE,), (GOOD,)),
            requests=3,
        ),
        Behaviour(
            name="a redirect where nobody listens",
            call=calls.get,
            replies=(to("http://127.0.0.1:1/x"),),
            settings={"max_retries": 0},
            raises=APIConnectionError,
        ),
        Behaviour(
            name="a redirect of a stream to another origin",
            call=calls.get_bytes,
            replies=(to("{there}/file"),),
            elsewhere=1,
            gives=b'{"id":"1","name":"Ann"}',
        ),
        Behaviour(
            name="a redirect whose body never ends",
            call=calls.get,
            replies=(
                (
                    b"HTTP/1.1 302 Go\r\nLocation: /other\r\nContent-Length: 900000\r\n\r\n",
                    CLOSE,
                ),
                (GOOD,),
            ),
            requests=2,
        ),
    ),
)

GROUPS = (REDIRECTS,)
