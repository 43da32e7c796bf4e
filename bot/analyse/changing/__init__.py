"""The parts of `bot.analyse.changes`: sentences paired, words diffed, each change named and weighed."""
