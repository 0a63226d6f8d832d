"""Listens for documents with requests, and judges those of each in a process of its own.

It has one library alone: bravado-core looks for references on the web once openapi-core is loaded.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import socketserver
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from threading import Thread
from typing import Any, TypeAlias

# Parsed JSON.
Tree: TypeAlias = Any
# What judges the requests of one document.
Judge: TypeAlias = Callable[[Tree], dict[str, str]]
Library: TypeAlias = Callable[[Tree], Judge]


class _Server(socketserver.ForkingMixIn, socketserver.UnixStreamServer):
    """A process for each document: what it does to one, it does to no other."""

    request_queue_size = 64


class _Handler(socketserver.StreamRequestHandler):
    """One document: a JSON text comes in, and a line of JSON goes out for each request."""

    def __init__(self, library: Library, *arguments: Tree) -> None:
        self._library = library
        super().__init__(*arguments)

    def handle(self) -> None:
        """Judge."""
        asked = json.loads(self.rfile.read())
        for verdict in judged(asked, self._library):
            self.wfile.write(json.dumps(verdict).encode() + b"\n")
            self.wfile.flush()


def main(library: str, path: str) -> None:
    """Listen on a socket, and say so by a line.

    Args:
        library: The module beside this one that judges.
        path: Where the socket is to be.
    """
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    Thread(target=_end_with_input, daemon=True).start()
    module = import_module(f"{__package__}.{library}")
    with _Server(path, partial(_Handler, module.judge)) as server:
        print("listening", flush=True)
        server.serve_forever()


def _end_with_input() -> None:
    """End this process and those of the documents when whoever started it is gone."""
    sys.stdin.buffer.read()
    os.killpg(0, signal.SIGKILL)


def judged(asked: Tree, library: Library) -> Iterator[dict[str, str]]:
    """A verdict for each request: `fault`, or `unrun` for one that can't be read, or neither."""
    try:
        judge = library(asked)
    except Exception as error:
        unrun = {"unrun": f"the document raises {type(error).__name__}: {error}"[:200]}
        yield from (unrun for _ in asked["calls"])
        return
    for call in asked["calls"]:
        try:
            yield judge(call)
        except RecursionError:
            yield {"unrun": "it recurses without end"}
        except Exception as error:
            yield {"unrun": f"it raises {type(error).__name__}: {error}"[:200]}
