"""So that `python -m jot` works."""

import sys

from jot.cli import main

if __name__ == "__main__":
    sys.exit(main())
