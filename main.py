"""Start rolwriter from a checkout: a window, or `python main.py VERB` without one."""

import sys

from rolwriter.entry import main

if __name__ == "__main__":
    sys.exit(main())
