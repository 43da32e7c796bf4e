"""What people are called by what they do, what they are to others, or how old they are."""

from __future__ import annotations

from bot.analyse.lexicon import words

CALLINGS = words(
    "referee ref umpire linesman goalkeeper goalie keeper midfielder striker defender winger forward fullback "
    "quarterback pitcher batsman bowler trainer gaffer athlete runner sprinter swimmer cyclist rower boxer golfer "
    "jockey racer skier champion challenger incumbent contender finalist baker trader butcher grocer greengrocer "
    "fishmonger florist plumber cabbie trucker haulier builder electrician carpenter joiner mechanic welder chef cook "
    "waiter waitress barman barmaid bartender butler cleaner caretaker janitor guard gardener gamekeeper ranger "
    "conductor novelist poet playwright filmmaker producer publisher photographer cameraman designer architect "
    "musician drummer guitarist pianist violinist rapper vocalist composer dancer sculptor painter potter councilman "
    "councilwoman councillor councillors alderman treasurer trustee regulator auditor accountant banker investor "
    "investors broker brokers shareholder shareholders shipowner landowner landowners homeowner homeowners tenant "
    "tenants landlord landlady lodger commuter commuters motorist motorists hiker hikers camper campers counsel "
    "barrister solicitor juror jurors usher bailiff forecaster forecasters meteorologist geologist biologist chemist "
    "physicist botanist vet veterinarian surgeon midwife pharmacist dentist therapist tutor lecturer academic "
    "principal headteacher headmaster headmistress dean caller callers listener listeners viewer viewers reader "
    "readers organiser organizer organisers organizers co-founder tycoon billionaire millionaire businessman "
    "businesswoman entrepreneur contractor supplier importer exporter grower growers rancher ranchers miner miners "
    "docker dockers shepherd crofter fisher fishers sailor sailors seaman skipper helmsman lifeguard coastguard "
    "bricklayer labourer steward stewardess postman postmaster postmistress librarian curator archivist clerk "
    "secretary-general hairdresser barber tailor seamstress blacksmith clockmaker beekeeper brewer publican innkeeper "
    "hotelier restaurateur busker magician clown deacon vicar curate chaplain nun monk missionary evangelist gran "
    "granny grandma grandpa grandad granddad kid kids child children teenager teenagers toddler youngster lad lass "
    "pensioner pensioners bloke chap lady gentleman hubby cousin cousins uncle aunt auntie nephew niece grandson "
    "granddaughter stepson stepdaughter stepfather stepmother partner fiance fiancé fiancee fiancée girlfriend "
    "boyfriend bride groom widower couple twin twins orphan survivor hostage captive inmate prisoner suspect convict "
    "fugitive whistleblower squatter migrant migrants refugee refugees newcomer native legislator legislators "
    "congressmen senator-elect mayor-elect president-elect peer peers backbencher backbenchers tory firebrand "
    "strongman maverick hardliner moderate dissident exile opponent loyalist statesman elder chieftain warlord gunman "
    "policewoman trooper troopers deputy sergeant-at-arms paratrooper sniper marine marines airman cadet recruit "
    "reservist"
)
"Nouns for one person or several, beside those of offices and professions that speak in every report."
