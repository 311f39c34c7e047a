"""An invented province for tests and benchmarks: people, families, vendors, packages, and what is true about them."""
