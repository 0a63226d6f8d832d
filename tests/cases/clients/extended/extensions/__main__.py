"""What `python -m sdk` runs."""

from .tools.command import main

if __name__ == "__main__":
    main()
