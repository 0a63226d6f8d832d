"""What a client leaves behind when it is used for long, by many, against a server that fails."""

import runtime_package  # noqa: F401 -- what the modules import is in it
