"""What `bot.analyse.utterances` is made of: the words of a wording, how alike two are, in what they differ."""
