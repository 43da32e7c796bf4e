"""`python -m bot` is `copydesk`."""

from app import main

if __name__ == "__main__":
    main()
