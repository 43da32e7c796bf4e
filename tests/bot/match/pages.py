"""What two invented sites set around their reports."""

from __future__ import annotations

NAVIGATION = "Home\nNews\nSport\nWeather\nObituaries\nJobs\nProperty\nMotors\nSubscribe\nSign in"

COOKIES = (
    "We and our partners keep small files on your device to make this site work, to measure how it is used and to show "
    "you what may interest you. You can change your choice at any time under settings."
)

GIFTS = (
    "You are reading this free of charge because readers who can afford it support our newsroom with a small monthly "
    "gift. If you value reporting that answers to nobody, please join them today; it takes less than a minute. Every "
    "gift, however small, keeps a reporter on the road for a little longer."
)

LETTER = (
    "Sign up for our morning letter and get the day's stories from the coast in your inbox before breakfast. By "
    "signing up you agree to our terms of use and our privacy policy. You can leave at any time."
)

COMMENTS = (
    "Keep it clean. Please avoid coarse, vulgar or lewd words. Please turn off your capitals lock. Threats of harming "
    "another person will not be borne with. Be truthful: do not knowingly lie about anyone or anything. Be nice: no "
    "talk that is degrading to another person. Be helpful: use the report link under each comment to tell us of "
    "abusive posts. Share with us: we would love to hear accounts of those who were there."
)

MOST_READ = """\
Most read
Ferry strikes pier at Orsund, nine hurt
Council sells customs house to brewery
Paper mill at Karsund to close a machine
Why the herring came late this year
Storm takes the roof off the old fish hall
Choir from Halden wins in the capital
New bridge to cost twice as much as planned
Where to eat on the islands this summer
Man fined for feeding gulls on the quay
Bakery of four generations shuts its doors
Wolf seen on the golf course at Nordby
Twelve things to do at the winter market"""

TICKER = """\
Live
14:02 Ferry company takes sister ship out of service
13:47 Harbour master speaks of a temporary bridge
13:30 Police open the coast road near Tove again
13:11 Union at the mill asks the county for a meeting
12:58 Council votes seven to four for the sale
12:40 Snow warning for the inland valleys tonight
12:03 Halden brewery wants to open by next spring
11:45 Divers look at the rudder of the ferry"""

RADIO_GIFTS = (
    "Coast Radio lives on what its listeners give. If our work is worth something to you, give a little each month. It "
    "takes a minute and helps us to keep talking."
)

RADIO_LISTS = """\
Listen live
Programs
Podcasts

Traffic
E6 slow between Tove and Skarv
Bridge open to cars only
Road works on the ring until the end of the month

Listeners' favourites
How to salt a cod like your grandmother
The lighthouse keeper who stayed on
Five walks for a windy Sunday
Our quiz: do you know your gulls
A letter found in a wall after ninety years
Night shift at the lock
Brass band looks for tubas"""

POST_TOP = f"{NAVIGATION}\n\n{COOKIES}\n\n"
POST_FOOT = f"\n\n{GIFTS}\n\n{LETTER}\n\n{COMMENTS}\n\n{MOST_READ}\n\n{TICKER}"
RADIO_FOOT = f"\n\n{RADIO_GIFTS}\n\n{RADIO_LISTS}"

MILL = """\
The paper mill at Karsund will close one of its two machines in June, its owners said on Wednesday, and seventy of its
three hundred workers will lose their posts. The machine was put up forty years ago and makes a paper that fewer
printers buy each year.

"We looked for a buyer for two winters and there was none," said Anders Lie, who runs the mill. The union has asked for
a meeting with the county and said it would not sign anything before it had seen the books."""

LORRY = """\
A lorry slid off the coast road near Tove early on Friday and came to rest in a field. The driver walked away unhurt,
police said. The road was open again by nine."""
