"""Verbs of speaking, judging, thinking, wanting and siding beyond the common verbs of reporting, typed by hand from
English, each under what may follow it.

`np` a bare object, `that` a clause with or without 'that', `wh` an indirect question, `to` an infinitive, `as` an
object and 'as'; else the preposition. `brush_off` is a verb and its particle.
"""

from __future__ import annotations

TALKING = {
    "np": """
        acknowledge address admit allege announce answer articulate bring_up broach cite claim clarify concede
        confirm contradict convey counsel debate decree deflect deny describe detail dial_back disclose discuss
        divulge dodge echo emphasize enumerate explain expound forecast foreshadow highlight illustrate implore
        invoke lay_out list mention note order outline paraphrase pitch plug point_out portray preach predict
        proclaim promise propose put_forward quote rationalize rattle_off reaffirm reassert reassure rebut
        recall recite recommend recount reference refute rehash reiterate relate remind repeat reprise request
        retell retract retweet reveal scrap single_out spell_out stress suggest sum_up summarize take_back
        talk_up tick_off tout trumpet tweet underline underscore urge voice walk_back
    """,
    "that": """
        accept add agree announce anticipate ask assert broadcast claim clarify complain explain hint insist
        intimate joke know learn make_clear mention note order point_out post predict pretend proclaim promise pronounce
        prove reaffirm remind reveal rule_out say signal spell_out stress suggest telegraph tell tweet
        underscore warn worry
    """,
    "wh": """
        ask clarify debate demonstrate describe detail discuss explain highlight illustrate inquire lay_out
        mention outline predict question recount say show spell_out stress suggest tell wonder
    """,
    "about": """
        ask boast brag care complain crow fret fume gush hear inquire joke lecture lie muse opine pontificate
        preach rant rave reminisce speak speculate talk tweet vent warn worry write
    """,
    "of": "boast brag complain despair speak talk tell warn write",
    "on": """
        comment double_down dwell elaborate expand expound harp lash_out opine pounce push_back reflect riff
        seize touch weigh_in
    """,
    "for": "advocate apologize argue ask call campaign cheer lobby plead press push vouch",
    "against": """
        advise argue campaign caution decide hit_back inveigh lash_out lobby protest push_back rage rail speak
        speak_out vote warn
    """,
    "to": "admit agree decline offer promise refuse",
    "toward": "allude attest object point refer respond",
    "at": "bristle fire_back hint hit_back lash_out marvel point scoff sneer",
    "with": "close counter open plead quibble reply respond",
    "over": "agonize argue battle bicker deliberate feud fret quarrel spar squabble wrangle",
    "into": "lay rip tear",
    "through": "talk",
    "as": """
        cast characterize cite decry denounce depict deride describe dismiss hail identify label mock paint
        point_to portray praise present refer_to slam tout
    """,
    "after": "go",
}
"Words spoken or written, and whom or what they are about."

JUDGING = {
    "np": """
        admonish applaud assail attack bash belittle bemoan berate blast brush_aside brush_off call_out
        castigate champion chastise chew_out chide commend compare condemn congratulate credit criticize
        critique debunk decry defend demean demonize denigrate denounce deplore deride discredit dismiss
        disparage dispute disregard downplay dress_down embrace eviscerate excoriate excuse explain_away extol
        fault grill hail hammer heckle honor hype idolize impugn insult jeer justify knock lambaste lament
        lampoon laud laugh_off malign minimize mock mourn pan pillory play_down play_up praise pummel question
        rebuff rebuke reject renounce reprimand reproach repudiate revile ridicule rip roast salute savage scold
        scorn second-guess shrug_off shun skewer slam slap slap_down shoot_down smear snub talk_down taunt tear_apart
        thank threaten trash upbraid vilify warn wave_off welcome write_off
    """,
}
"Praise and blame, and turning something down in words."

THINKING = {
    "np": """
        accept admire appreciate consider contemplate covet deem despise detest discount dislike distrust doubt
        dread envision envy evaluate favor fear foresee foretell forgive grieve hate heed ignore imagine loathe
        love mind misread misunderstand mull mull_over ponder prefer reassess regret relish resent respect
        rethink revisit rule_out savor think_through tolerate trust underestimate value view weigh wish
    """,
    "that": """
        assume believe calculate conclude decide determine discover doubt dream envision expect fantasize fear
        feel figure figure_out find_out forget gather guess hope imagine infer know learn notice presume realize
        reckon recognize regret remember see sense suppose suspect think understand wish worry
    """,
    "wh": """
        consider debate decide determine doubt figure_out find_out forget imagine know learn ponder question
        realize remember see understand weigh wonder
    """,
    "about": "agonize care dream fantasize feel know learn obsess think wonder worry",
    "of": "approve despair disapprove dream learn think",
    "in": "believe delight revel",
    "as": "consider envision interpret perceive recognize regard remember see think_of treat view",
    "with": "agree disagree flirt grapple identify side sympathize toy",
    "for": "hope long wish yearn",
    "like": "feel",
}
"Views and feelings, no word of which need have been said."

WANTING = {
    "np": "crave demand desire intend propose solicit want",
    "to": """
        agree aim ask attempt choose consent decide decline demand desire determine elect expect hesitate hope
        intend like long look love mean offer opt plan pledge prefer promise propose refuse resolve seek swear
        threaten undertake volunteer vow want wish yearn
    """,
    "for": "look push root wish",
    "on": "insist plan",
}
"What somebody means to do or would like."

SIDING = {
    "np": "back boo egg_on endorse nix oppose resist stand_by support",
    "behind": "line_up rally",
    "for": "root vote",
    "against": "come_out vote",
    "with": "align side",
}
"Support and opposition: a stand that is taken, not words."

ATTITUDES = {
    "that": """
        adamant afraid alarmed amazed angry appalled astonished aware certain concerned confident convinced
        disappointed dismayed disturbed doubtful encouraged fearful frustrated furious glad grateful happy
        hopeful mindful optimistic pessimistic pleased positive proud relieved sad sceptical shocked skeptical
        sorry stunned sure surprised thankful thrilled troubled unaware unsure upset wary worried
    """,
    "to": """
        amenable anxious ashamed careful committed content delighted desperate determined disinclined eager
        excited glad happy hesitant honored hostile inclined interested keen loath open opposed pleased prepared
        proud receptive reluctant resigned resistant sensitive sympathetic tempted thrilled unwilling willing
    """,
    "of": """
        afraid appreciative ashamed aware certain confident contemptuous convinced critical disdainful
        dismissive distrustful envious fearful fond intolerant jealous leery mindful proud respectful sceptical
        scornful sick skeptical supportive sure suspicious tired tolerant unaware wary weary
    """,
    "about": """
        adamant ambivalent angry anxious apprehensive blunt bullish candid cautious clear concerned confident
        curious doubtful enthusiastic excited frank frustrated furious happy honest mad nervous open optimistic
        outspoken passionate pessimistic sceptical serious skeptical sorry uncertain uneasy unhappy unsure upset
        vocal worried
    """,
    "with": """
        angry comfortable delighted disappointed disgusted disillusioned displeased dissatisfied enamored
        fascinated frustrated happy impressed obsessed pleased satisfied uncomfortable unhappy unimpressed upset
    """,
    "at": "alarmed angry dismayed furious mad outraged surprised upset",
    "in": "confident disappointed interested uninterested",
    "by": """
        alarmed angered appalled bothered concerned disappointed disturbed encouraged frustrated impressed
        offended outraged shocked surprised troubled unimpressed unmoved worried
    """,
    "on": "bent bullish intent keen mum silent",
    "for": "desperate eager enthusiastic grateful hopeful sorry thankful",
}
"What somebody is: worried that, open to, critical of."

ANNOUNCEMENTS = {
    "that": """
        allegation allegations announcement argument assertion assertions belief charge claim claims conclusion
        conviction declaration fear fears hope hopes insistence opinion pledge prediction promise revelation
        statement statements suggestion view vow warning warnings boast boasts accusation accusations admission
        contention complaint complaints confession assurance assurances denial lament remark quip jibe retort
        demand demands request requests recommendation
    """,
    "for": "admiration call calls demand demands disdain preference",
    "of": """
        approval assessment characterization condemnation criticism denunciation depiction description
        disapproval dislike embrace endorsement praise rejection view views
    """,
    "on": "attacks comments positions",
    "to": "offer pledge promise promises threat threats vow",
    "about": "comments doubts feelings questions remarks thoughts views",
}
"Nouns for what their owner said or means: 'the ministry's claim that', 'his refusal to'."
