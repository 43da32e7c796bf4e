"""Start here: settings -> store -> bot -> handlers -> clock -> Slack. The only file that knows everyone."""

from __future__ import annotations


def main() -> None:
    """The `copydesk` command."""


if __name__ == "__main__":
    main()
