"""``python -m notelint``."""

import sys

from notelint.cli import main

sys.exit(main())
