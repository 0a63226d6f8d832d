"""Documents and answers with random damage, through the generator and through a client."""

import runtime_package  # noqa: F401 -- what the modules import is in it
