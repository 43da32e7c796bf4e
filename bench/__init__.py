"""What `copydesk bench NAME` runs: each module has `run() -> dict`, the figures as JSON can hold them."""
