"""Names that are taken before the document has said a word."""

from __future__ import annotations

# Arguments that generated methods have beside the document's own, and the module that they name.
ARGUMENTS = frozenset({"self", "options", "extra_body", "async_stream"})
PAGER_ARGUMENTS = {
    "max_items": "Stop after this many items.",
    "cursor": "Where to go on: an earlier pager's `next_cursor`.",
}
WAIT_ARGUMENTS = {
    "deadline": "Seconds that all of it may take; None for no limit.",
    "on_progress": "Called with the job each time that it is shown.",
}

# What the client classes inherit or declare besides their resources.
CLIENT_MEMBERS = frozenset(
    {"aclose", "base_url", "close", "raw_request", "self", "session", "with_options"}
)

# What resources inherit, and what their annotations need.
RESOURCE_MEMBERS = frozenset({"self", "builtins", "bound_to"})

# Arguments of the clients beside credentials, servers and options out of the document, and what is
# said of them.
CLIENT_OPTIONS = {
    "base_url": "Where the API is served{}.",
    "headers": "Sent with every request; those of a call win over them.",
    "user_agent_suffix": "What is put behind the package's name in User-Agent: `app/1.2`.",
    "timeout": "Seconds for each attempt, or a Timeout for each kind of wait; None for no limit.",
    "deadline": "Seconds for a whole call, retries and waits included.",
    "max_retries": "How often a request may be repeated.",
    "rate_limit": '"auto" for what the server allows, or calls a second; None for no limit.',
    "max_response_bytes": "The largest body that is held in memory, decompressed.",
    "strict": "Whether a response that departs from the API's description raises.",
    "on_drift": "Called with each departure, otherwise only logged.",
    "keep_extra": "Whether models keep members that the description doesn't have, for `extra`.",
    "allow_http": "Whether plain http is allowed beyond this machine.",
    "on_request": "Called with each request before it is sent.",
    "on_response": "Called with the head of each response.",
    "on_retry": "Called before each wait for another attempt.",
    "telemetry": "Makes spans and measurements of OpenTelemetry; needs the extra `otel`.",
}
# Those about connections.
CONNECTION_OPTIONS = {
    "transport": '"auto", "httpcore2", "pyreqwest" or an object; "auto" takes the faster one.',
    "http_client": "A client of httpx2 to use; it stays yours to close.",
    "ssl_context": "What is trusted and shown over TLS, instead of what the system has.",
    "max_connections": "How many requests are sent at once; others wait.",
    "max_keepalive_connections": "How many idle connections are kept.",
    "keepalive_expiry": "Seconds for which an idle connection is kept; None for no limit.",
    "proxy": 'The URL of a proxy, "" for none; None takes what the environment names.',
}
CLIENT_ARGUMENTS = frozenset({"self", *CLIENT_OPTIONS, *CONNECTION_OPTIONS})

# Windows keeps these file names for devices, whatever follows the dot.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"com{number}" for number in range(10)}
    | {f"lpt{number}" for number in range(10)}
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The standard library's modules as of Python 3.11: a file named like one hides it from every
# program that is started in its folder.
_STANDARD_LIBRARY = _words("""
    abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64
    bdb binascii bisect builtins bz2 calendar cgi cgitb chunk cmath cmd code codecs codeop
    collections colorsys compileall concurrent configparser contextlib contextvars copy
    copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils
    doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch
    fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip
    hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress
    itertools json keyword linecache locale logging lzma mailbox mailcap marshal math
    mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath
    nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools
    pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd
    pyclbr pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
    sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
    socketserver spwd sqlite3 ssl stat statistics string stringprep struct subprocess sunau
    symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap
    this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty
    turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave
    weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib
    zoneinfo
    """)

MODULES = _DEVICES | _STANDARD_LIBRARY | {"shared"}
