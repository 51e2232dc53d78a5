"""`python -m rolwriter …`: the same program as `rolwriter` and `main.py`."""

import sys

from rolwriter.entry import main

if __name__ == "__main__":
    sys.exit(main())
