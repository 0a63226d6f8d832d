"""Credentials: what each security scheme adds to a request,
and where its tokens come from."""
