"""Start rolwriter from a checkout: `python main.py` opens the window, `python main.py VERB` runs."""

import sys

from rolwriter.entry import main

if __name__ == "__main__":
    sys.exit(main())
