"""Given names that are one name: short forms, and the forms that other languages have of it."""

from __future__ import annotations

from bot.analyse.identity.spelling import spelled

_SHORT = """
    abigail abby abbie; albert al bert; alexander alex sandy sasha xander; alexandra alex sandra sasha; alfred
    alf fred; amanda mandy; andrew andy drew; anthony tony; antonio tony toni; archibald archie; arthur art
    artie; ashton ash; barbara barb babs; bartholomew bart; benjamin ben benny; bernard bernie; bernice bernie;
    beatrice bea trixie; bradley brad; carol carrie; caroline carrie carol; catherine cathy cate kate katie;
    cecilia cece; charles charlie chuck chas; charlotte lottie charlie; christian chris; christina chris tina
    chrissy; christine chris tina; christopher chris kit topher; clifford cliff; cynthia cindy; daniel dan
    danny; david dave davy; deborah deb debbie; dennis denny; dmitry dima mitya; donald don donny; dorothy dot
    dottie; douglas doug; edmund ed eddie ned; edward ed eddie ted ned; eleanor ellie nell nora; elizabeth liz
    beth betty lizzie eliza libby; emily em emmy; eugene gene; evelyn evie; frances fran franny; francis frank;
    francisco paco pancho; franklin frank; frederick fred freddie; gabriel gabe; gerald gerry jerry; geoffrey
    geoff; george georgie; gregory greg; harold harry hal; helen nell; henry harry hank; herbert herb bert;
    hubert bert hugh; ignatius iggy; isabella bella izzy; jacob jake; jacqueline jackie; james jim jimmy jamie;
    janet jan; jeffrey jeff; jennifer jen jenny; jeremy jerry jem; jessica jess jessie; joanna jo joan; john
    jack johnny jon; jonathan jon jonny; joseph joe joey; josephine jo josie; joshua josh; judith judy;
    katherine kate kathy katie kitty kathryn; kathryn kate kathy katie; kenneth ken kenny; kimberly kim; lawrence larry
    laurie; leonard len leo lenny; lewis lew lou; louis lou louie; louise lou; lucille lucy; madeleine maddie;
    margaret maggie meg peggy peg marge greta; martin marty; matthew matt; maurice mo maury; maxwell max; megan meg;
    melissa mel; michael mike mick mickey misha; michelle shelly; mikhail misha; mitchell mitch; nancy nan; natalie
    nat; nathan nat nate; nathaniel nat nate; nicholas nick nicky nico; nikolai kolya; oliver ollie; olivia liv;
    pamela pam; patricia pat patty trish tricia; patrick pat paddy; peter pete; philip phil pip; priscilla cilla;
    rachel rae; randolph randy; raymond ray; rebecca becky becca; reginald reg reggie; richard rick dick rich ricky;
    robert bob rob bobby robbie bert; roberta bobbie; roderick rod; rodney rod; roger rodge; ronald ron ronnie;
    rosemary rose; russell russ; samantha sam; samuel sam sammy; sandra sandy; sergei serge; sidney sid; solomon
    sol; stanley stan; stephanie steph; stephen steve; steven steve; stuart stu; susan sue susie; suzanne sue;
    sylvester sly; terence terry; theodore ted teddy theo; theresa terry tess; thomas tom tommy; timothy tim;
    tobias toby; valentina valya; valerie val; veronica ronnie vera; victor vic; victoria vicky tori; vincent
    vince vinny; virginia ginny; vladimir vova volodya; walter walt wally; william bill billy will liam willy;
    winifred winnie; winston win; yevgeny zhenya; zachary zach zack; zsuzsanna zsuzsa; jozsef joska; istvan pista
"""

_SCRIPTS = """
    hussein husain hussain hossein husayn; ahmed ahmad; khalid khaled; muhammad mohammed mohammad mohamed muhammed
    mohamad; mustafa mostafa moustafa; omar umar omer; osama usama; samir sameer; yusuf youssef yousef yousuf yousif;
    abdullah abdallah abdulla; ibrahim ebrahim; karim kareem; rashid rasheed; saeed said saied sayed; tariq tarek tareq;
    walid waleed; jamal gamal; jihad gihad; hassan hasan; bashar bachar; nasser nasir naser; aisha ayesha aysha;
    fatima fatimah fatma; leila layla laila; haidar heydar hayder haider; sergei sergey serguei; yevgeny evgeny evgeni
"""
"One name of another script, spelled several ways."

_ABROAD = """
    alexander oleksandr aleksandr alexandros alexandre alejandro alexis aliaksandr; alexei oleksiy aliaksei;
    andrew andrei andriy andrii andreas andrzej andrea; anthony antonios antoine anton; basil vasily vasyl
    vassilis vasilis vasilios; constantine konstantin kostyantyn konstantinos kostas costas; cyril kirill
    kyrylo; demetrius dmitry dmytro dimitris dimitrios dimitri; elias ilya illia ilias; eugene yevgeny yevhen
    evgeny; george giorgos georgios yorgos giorgi georgy heorhiy yury yuri yuriy; gregory grigory hryhoriy
    grigoris; helen olena elena yelena eleni; jacob yakov yakiv; john ivan ioannis yannis yiannis giannis
    johann; michael mikhail mykhailo michalis mikhalis; nicholas nikolai mykola nikolay nikolaos nikos niko;
    natalia natalya nataliya natalie; paul pavel pavlo pavlos; peter petro pyotr petros piotr; sergei serhiy
    serhii sergio siarhei; stephen stefan stepan stefanos stylianos; svetlana svitlana; tatiana tetiana tetyana
    tatyana; theodore fyodor fedir theodoros; victor viktor; vladimir volodymyr uladzimir; vladislav vladyslav;
    catherine kateryna ekaterina yekaterina katerina; xenia ksenia oksana; irene iryna irina; julia yulia yuliya
    iuliia
"""
"""A person may be written in the Russian form and in the Ukrainian, or under the English name; two people rarely share
the rest of their name then."""


def _table(text: str) -> dict[str, frozenset[str]]:
    """Each name, in one spelling, with the first names of the groups it stands in."""
    table: dict[str, frozenset[str]] = {}
    for group in text.split(";"):
        forms = [spelled(name) for name in group.split()]
        for form in forms:
            table[form] = table.get(form, frozenset()) | {forms[0]}
    return table


_SHORT_FORMS, _FOREIGN, _SPELLED = _table(_SHORT), _table(_ABROAD), _table(_SCRIPTS)


def is_short_form(a: str, b: str) -> bool:
    """Whether two plain given names may be one: Bob and Robert, Bill and Will."""
    return _meet(_SHORT_FORMS, a, b)


def is_other_spelling(a: str, b: str) -> bool:
    """Whether two plain names are one of another script: Mohammed and Muhammad."""
    return spelled(a) == spelled(b) or _meet(_SPELLED, a, b)


def full_forms(name: str) -> frozenset[str]:
    """The names a plain one may be short for, itself where it is none; each in one spelling."""
    return _SHORT_FORMS.get(spelled(name), frozenset([name]))


def is_form_abroad(a: str, b: str) -> bool:
    """Whether two plain given names are one in two languages: Sergei and Serhiy."""
    return _meet(_FOREIGN, a, b)


def _meet(table: dict[str, frozenset[str]], a: str, b: str) -> bool:
    one, other = spelled(a), spelled(b)
    return bool(table.get(one, frozenset([one])) & table.get(other, frozenset([other])))
