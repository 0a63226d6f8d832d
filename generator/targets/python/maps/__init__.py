"""Maps of a package: `api.md` for people, `SURFACE.txt` for comparing releases."""
