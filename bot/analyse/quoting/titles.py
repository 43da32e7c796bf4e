"""Words that tell a person's name from a body's: titles, given names, the last words of institutions."""

from __future__ import annotations

from bot.analyse.lexicon import words

TITLES = words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron king queen prince princess "
    "pope cardinal bishop archbishop rev reverend father sister rabbi imam sheikh ayatollah president "
    "vice-president premier chancellor minister secretary general senator sen sens rep reps "
    "representative congressman congresswoman governor gov mayor ambassador envoy gen lt col maj capt "
    "cmdr adm sgt cpl brig lieutenant colonel major captain commander admiral sergeant corporal marshal "
    "judge justice attorney sheriff detective inspector superintendent constable officer chief director "
    "chairman chairwoman chair commissioner spokesman spokeswoman spokesperson leader speaker whip coach "
    "deputy secretary-general attorney-general director-general governor-general brigadier chief-of-staff "
    "supt insp det dci dcs dcc acc pc psni cllr councillor alderman hon cdr commodore airman midshipman sir "
    "pte pvt private lance staff ssgt master sub-lieutenant rear vice air msgr monsignor canon dean fr deacon "
    "ceo cfo coo cto mp mep msp qc kc amb baron earl viscount duke duchess count countess congressmen "
    "senators professors"
)
"Words that stand right before a name, or end the title that does."

SHORT_TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Cdr|Adm|Sgt|Cpl|Brig|Rev|Supt|Insp|Det|Cllr|Fr|Hon|"
    "Amb|Pte|Pvt|Msgr"
)
"Those that take a dot, as a part of a regular expression."

BODIES = words(
    "ministry department office agency party parliament congress senate house council committee "
    "commission court union association group organization organisation company corporation corp inc ltd "
    "bank university college school institute foundation center centre force forces army navy guard corps "
    "command police service services bureau board authority administration government state states "
    "nations kingdom republic federation league club team church times post news journal guardian "
    "telegraph herald tribune gazette courier press media television radio network channel magazine daily "
    "street embassy palace airport hospital society trust fund alliance coalition front movement brigade "
    "militia airlines airways motors group holdings partners province county city district river sea bay "
    "island islands valley mountain base station plant bridge port harbour harbor road avenue park square "
    "war act bill law treaty summit"
)
"Words of institutions and places."

COMPANIES = words(
    "line lines dredging motors bank banks group media labs laboratories airways airlines holdings press industries "
    "shipping ferries energy oil gas electric power steel systems solutions technologies software pharmaceuticals "
    "foods stores supermarkets retail brothers bros sons associates insurance capital investments securities ventures "
    "records pictures studios entertainment games motor cars trucks railways rail trains buses coaches logistics "
    "haulage construction homes properties estates aerospace aviation mining minerals chemicals plastics brewery "
    "breweries hotels resorts airport airports telecom mobile chorale choir chorus orchestra symphony quartet "
    "ensemble band theatre theater museum gallery festival opera ballet academy clinic cathedral chapel library "
    "stadium arena cup championship championships cross crescent coal copper gold silver iron zinc nickel lithium "
    "uranium diamonds aluminium aluminum cement timber lumber paper salmon seafood seafoods fisheries farms dairies "
    "dairy grain sugar tea coffee cocoa biotech pharma robotics analytics semiconductors textiles apparel fashions "
    "footwear toys couriers freight cargo ferry tankers dockyards shipyard shipyards shipbuilders builders "
    "engineering manufacturing utilities water grid renewables wind solar nuclear petroleum petrochemicals refining "
    "pipelines drilling exploration resources commodities trading exports imports wireless cable satellite digital "
    "interactive online streaming publishing publications magazines advisers advisors attorneys solicitors mutual "
    "assurance savings lenders broadcasting guild society plc llc llp gmbh ag sa nv co company corporation partners "
    "consulting networks"
)
"Last words of companies' names."

THINGS = words(
    "ship ferry vessel boat tanker dredger trawler yacht liner cruiser frigate company firm group giant maker chain "
    "carrier operator bank brand retailer supermarket airline website site newspaper paper magazine channel station "
    "network broadcaster agency party charity club band team company's league lender developer producer supplier "
    "manufacturer insurer utility union startup start-up subsidiary conglomerate contractor builder exporter importer "
    "publisher owner shipbuilder shipowner planemaker carmaker automaker drugmaker chipmaker steelmaker brewer "
    "distiller miner refiner consultancy think-tank thinktank regulator watchdog nonprofit trust foundation "
    "co-operative cooperative venture studio label hospital school college university museum theatre"
)
"What stands before the name of a thing or a body, never of a person: 'the ferry', 'the retailer'."

PLACES = words(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh "
    "belarus belgium bolivia bosnia brazil britain bulgaria cambodia cameroon canada chad chile china "
    "colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia europe "
    "finland france georgia germany ghana greece guatemala haiti honduras hungary iceland india indonesia "
    "iran iraq ireland israel italy japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia "
    "lebanon liberia libya lithuania luxembourg macedonia malaysia mali malta mexico moldova mongolia "
    "montenegro morocco mozambique myanmar namibia nepal netherlands niger nigeria norway oman pakistan "
    "palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland "
    "senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan "
    "tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela "
    "vietnam wales yemen zambia zimbabwe moscow washington london paris berlin brussels beijing tokyo "
    "delhi islamabad kabul tehran baghdad damascus ankara cairo riyadh jerusalem kyiv kiev warsaw prague "
    "vienna rome madrid lisbon athens stockholm oslo copenhagen helsinki dublin ottawa canberra pyongyang "
    "seoul hanoi jakarta manila bangkok pretoria nairobi pentagon kremlin congress parliament reuters "
    "google facebook twitter apple amazon microsoft hamas hezbollah taliban republicans democrats "
    "conservatives labour medicare wikileaks politico breitbart"
)
"Countries, capitals and bodies of one word, which newspapers let speak for themselves."

PORTFOLIOS = words(
    "defense defence state foreign interior home health finance justice transport education treasury "
    "energy labor labour homeland security affairs trade commerce agriculture culture environment staff"
)
"What a minister is minister of."

DAYS_AND_MONTHS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
    "christmas easter ramadan"
)
PARTICLES = words("de van von der den la le du da dos al el bin ibn ter di del af av")
SUFFIXES = words("jr sr ii iii iv")
