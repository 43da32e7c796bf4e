"""Any number of invented articles with known copies, cuts, rewrites, versions and events.

`stream.articles(seed)` never ends, holds a few hundred events in memory and gives the same articles for the same seed.
Words fall off in frequency as English news has them (Zipf, after Mandelbrot): a few stand in most articles, most in a
handful; so do the people. Nobody and nothing in them exists.
"""
