"""Words that say what kind of thing a source is. General English of news; no name of anybody."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Nouns that mean a person. Plurals are made by `singular`.
PERSON_NOUNS: Final = _words(
    """
    academic accountant activist actor actress administrator advisor adviser advocate agent aide ally
    ambassador analyst anchor anchorman archbishop archaeologist architect artist assistant astronaut
    astronomer athlete attendant attorney author authority banker bishop blogger boss boy boyfriend broker
    brother builder businessman businesswoman campaigner candidate captain captive cardinal caller carer
    celebrity cameraman chairman chairperson chairwoman chairman champion chef chemist chief child children
    citizen civilian clergyman cleric clerk client coach colleague collector colonel columnist comedian
    commander commentator commissioner commuter companion competitor complainant composer congressman
    congresswoman conservationist constable consultant consumer contractor contributor convict coordinator
    co-founder cop coroner correspondent councillor councilman counsellor counterpart cousin co-worker
    craftsman creator critic customer dad daughter dealer defector defendant delegate democrat demonstrator
    dentist deputy designer detainee detective developer dictator diplomat director dissident doctor driver
    duke economist editor educator emigrant employee employer engineer enthusiast envoy evacuee executive
    exile expert explorer farmer fan father fiance fiancee fighter filmmaker financier fireman firefighter
    fisherman follower footballer forecaster founder friend gamer general geologist girl girlfriend governor
    grandfather grandmother grandson granddaughter guard guest guide gunman hacker handler head hero
    historian holidaymaker homeowner host hostage hostess housewife hunter husband immigrant imam individual
    industrialist informant inmate innkeeper insider inspector instructor insurgent intern interpreter
    interviewee inventor investigator investor jailer jeweller jihadi jihadist journalist judge juror
    justice kid king landlady landlord lawmaker lawyer leader lecturer legislator legend librarian
    lieutenant lobbyist local lover magistrate maker man manager manufacturer marine mate mayor mechanic
    mediator medic member men mentor merchant midwife militant militiaman millionaire billionaire miner
    minister missionary moderator monk mother motorist mum mom murderer musician negotiator neighbour
    neighbor nephew newcomer niece novelist nun nurse observer occupant officer official onlooker operative
    operator organiser organizer owner painter pal paramedic parent parishioner parliamentarian participant
    partner passenger passer-by passerby pastor patient patriarch patron peer pensioner people performer
    person personality persons peshmerga photographer physician physicist pilot pioneer player plaintiff
    poet police-officer policeman policewoman politician pollster pope porter postman preacher premier
    presenter president priest prime-minister prince princess principal prisoner producer professor
    programmer promoter prosecutor protester protestor psychiatrist psychologist publicist publisher pupil
    queen rabbi rapper reader rebel receptionist recruit recruiter referee reformer refugee regular
    regulator relative rep reporter representative republican rescuer researcher resident respondent
    retailer retiree reveller reviewer rider rival roommate runner sailor salesman saleswoman scholar
    schoolboy schoolgirl scientist screenwriter sculptor secretary seller senator sergeant serviceman
    servant sheriff shopkeeper shopper singer sister skeptic sceptic skipper soldier solicitor son
    songwriter source speaker specialist spectator spokesman spokesperson spokeswoman spouse staffer star
    statesman stepfather stepmother strategist streamer student subscriber successor superintendent
    supervisor supplier supporter surfer surgeon survivor suspect sympathiser sympathizer tactician teacher
    teammate technician teen teenager tenant theologian theorist therapist tipster toddler tourist trader
    trainer translator traveller traveler treasurer trooper trucker tutor twin tycoon uncle aunt
    undersecretary undertaker user vendor vet veteran veterinarian vicar victim viewer villager visitor
    volunteer voter waiter waitress warden watcher whistleblower whistle-blower widow widower wife winner
    witness eyewitness woman women worker workman wrestler writer youngster youth zoologist commentators ceo
    cfo coo cto vp mp insiders lad lady gentleman guy bloke folk folks youtuber vlogger tiktoker influencer
    streamer redditor tweeter poster commenter netizen classmate schoolmate flatmate housemate abbess abbot
    pathologist epidemiologist toxicologist virologist criminologist sociologist anthropologist linguist
    philosopher mathematician statistician meteorologist seismologist climatologist curator archivist
    sympathiser loyalist separatist extremist islamist terrorist pirate smuggler trafficker gangster
    godfather godmother stepson stepdaughter stepbrother stepsister grandparent grandchild in-law bride groom
    babysitter nanny housekeeper gardener butler chauffeur bartender barman barmaid bouncer cashier
    lifeguard zookeeper vet ranger forester cyclist jogger swimmer climber hiker skier golfer boxer
    goalkeeper striker quarterback linebacker pitcher jockey coxswain deckhand dockworker electrician plumber
    carpenter bricklayer roofer welder baker butcher grocer barber hairdresser tailor florist optician
    pharmacist paediatrician pediatrician cardiologist neurologist oncologist dermatologist anaesthetist
    """
)
#: Words that stand for people by themselves.
PERSON_PRONOUNS: Final = _words(
    "hundreds thousands dozens scores millions some others many most another everyone everybody somebody "
    "someone anyone nobody few several one ones those "
    "both all half"
)

ORGANISATION_NOUNS: Final = _words(
    """
    administration agency airline alliance army assembly association authority authorities bank base board
    body brand brigade bureau business cabinet campaign carrier centre center charity church city club
    coalition college command commission committee community company congress consortium convent cooperative
    corporation council country county court delegation department directorate division embassy empire
    enterprise establishment faction factory family federation firm force forces foundation front fund giant
    government group hospital house hotel industry initiative institute institution intelligence junta
    kingdom lab laboratory league leadership legislature library line maker manufacturer military militia
    ministry mission monarchy monastery monitor mosque movement museum nation navy ngo observatory office
    operator opposition organisation organization palace panel parliament parish party partnership patrol
    police politburo precinct prefecture presidency prison programme program project prosecution provider
    province regime registry regulator restaurant retailer school secretariat sect senate service services
    shop society squad startup start-up state store studio supermarket syndicate task-force team think-tank
    thinktank tank trade treasury tribe tribunal troops trust union unit university vatican venue village
    volunteers watchdog wing zoo
    """
)

OUTLET_NOUNS: Final = _words(
    """
    agency blog broadcaster broadsheet channel daily fanzine gazette journal magazine media network
    newsletter newspaper newsroom newswire outlet outlets paper papers periodical podcast portal press
    programme publication show site station tabloid webcast website websites weekly wire zine site sites
    newsreader television radio tv correspondent
    """
)

DOCUMENT_NOUNS: Final = _words(
    """
    account affidavit agreement analysis announcement answer application archive article assessment audio
    audit autopsy bill book brief bulletin card cards case catalogue census certificate chart charter
    chronicle clip communique complaint constitution contract correspondence cv data database declaration
    decree diary dictionary directive disclosure document documents dossier draft email emails e-mail
    e-mails evidence excerpt fatwa figures file filing filings findings footage form guideline guidelines
    image images indictment information instruction interview inventory investigation invoice journal law
    lawsuit leaflet letter letters list log logs manifesto manual manuscript map material memo memoir
    memorandum memos message messages minutes note notes notice obituary order page pages pamphlet paper
    papers paragraph passport patent permit petition photo photograph photographs photos picture pictures
    plan policy poll press-release proposal prospectus record recording recordings records register
    registration release report research resolution review ruling schedule scripture sheet sign signs slide
    statement statements statistics study studies suit summary survey surveys table tape tapes testimony
    text texts transcript transcripts treaty verdict video videos warrant will writ
    """
)

POST_NOUNS: Final = _words(
    "tweet tweets post posts facebook twitter instagram snapchat reddit tumblr youtube weibo tiktok telegram "
    "whatsapp thread hashtag forum forums comment comments status selfie"
)

#: Those who speak by a handle.
USERS: Final = _words("user redditor tweeter commenter netizen youtuber instagrammer tiktoker")
#: Where they do.
PLATFORMS: Final = _words(
    "twitter facebook reddit instagram youtube snapchat tumblr weibo tiktok telegram whatsapp imgur 4chan "
    "myspace pinterest vk forum"
)

#: Nouns for a report that nobody is named for.
AGENTLESS_NOUNS: Final = _words(
    "report reports rumour rumours rumor rumors speculation gossip claim claims allegation allegations "
    "word story stories hearsay chatter legend"
)

#: Adjectives that may stand before an agentless noun without naming anybody.
AGENTLESS_MODIFIERS: Final = _words(
    "some several many various numerous multiple unconfirmed initial early earlier latest later recent "
    "new first "
    "other further more certain conflicting widespread persistent previous online press published the "
    "these those "
    "such all circulating subsequent unverified contradictory mixed media news"
)

TITLES: Final = _words(
    """
    mr mrs ms miss mx dr prof professor sen senator rep representative gov governor president vice-president
    minister secretary gen general col colonel lt lieutenant sgt sergeant capt captain maj major cpl
    corporal pvt private brig brigadier cmdr commander adm admiral rear father fr rev reverend sir dame lord
    lady judge justice mayor chief officer det detective insp inspector supt superintendent sheriff deputy
    constable pc dc ds di dci sister brother bishop archbishop cardinal imam sheikh sheik rabbi ambassador
    chancellor premier chairman chairwoman congressman congresswoman councillor cllr attorney agent special
    emir mullah ayatollah hon honourable former ex interim acting assistant director coach king queen prince
    princess pastor engineer eng staff first second vice under prime foreign defence defense interior
    commissioner marshal field
    """
)
#: Roles that stand in capitals between what somebody heads and their name: "Transport Minister Anna Lund".
ROLES: Final = _words(
    "minister secretary ceo cfo president chairman chairwoman chairperson spokesman spokeswoman "
    "spokesperson mayor "
    "governor senator director manager coach editor founder co-founder commissioner ambassador analyst "
    "reporter "
    "correspondent professor captain sergeant detective superintendent inspector officer chief leader "
    "owner lawyer "
    "attorney prosecutor councillor congressman congresswoman lawmaker"
)
#: Titles without which a name would not be the one in use: "Pope Francis".
KEPT_TITLES: Final = _words("pope saint st king queen prince princess")

NAME_PARTICLES: Final = _words(
    "de da do dos das del della di du des van von der den ter ten la le el al bin ibn bint abu ben y e zu "
    "af av st"
)
ORGANISATION_LINKS: Final = _words("of for on in the against to de du des")

PRONOUNS_PERSON: Final = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
#: Words for a speaker who is not there.
ANYBODY: Final = frozenset(("anybody", "anyone", "nobody", "no one", "no-one", "whoever"))
PRONOUNS_READER: Final = _words("you your yours yourself")
PRONOUNS_FIRST: Final = _words("i me my we us our myself ourselves")
PRONOUNS_PLURAL: Final = _words("they them their themselves")
PRONOUNS_THING: Final = _words("it its itself this that")
PRONOUNS_RELATIVE: Final = _words("who which whom whose that")

DETERMINERS: Final = _words("the a an this that these those his her its their our my your")
POSSESSIVES: Final = _words("his her its their our my your")

#: Capitalised nouns that make a name an organisation's.
ORGANISATION_HEADS: Final = _words(
    """
    academy administration agency airlines airways alliance army assembly associates association authority
    bank battalion board brigade brothers bureau cabinet center centre charity church city clinic club co
    coalition college command commission committee commons community company conference confederation
    congress constabulary corp corporation corps council court department directorate division embassy
    exchange federation fund forces foreign force foundation front government group guard guards holdings
    hospital hotel house inc industries institute institutes institution intelligence international
    investigation lab laboratories laboratory league llc llp lobby ltd ministry mission movement museum
    nation nations navy network observatory office organisation organization parliament party partners
    patrol plc police program programme project register school secretariat section senate service services
    society stadium state states station studios systems taskforce technologies tribunal trust union unit
    universities university watch workers zoo archdiocese diocese treasury caliphate militia
    analytics media yard kingdom emirates securities capital motors electronics mobile pharmaceuticals pharma
    energy petroleum insurance airport telecom telecommunications software networks entertainment pictures
    records consulting ventures investments properties foods brands logistics railways railroad constabulary
    qaeda qaida taliban hezbollah hamas shabaab haram
    """
)

#: Short forms that are no initials of the long one.
ALIASES: Final = {
    "isis": ("islamic", "state"), "isil": ("islamic", "state"), "daesh": ("islamic", "state"),
    "uk": ("united", "kingdom"), "us": ("united", "states"), "usa": ("united", "states"),
}  # fmt: skip

COUNTRIES: Final = _words(
    """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh
    belarus belgium benin bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon
    canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia
    ethiopia finland france gabon gambia georgia germany ghana greece guatemala guinea haiti honduras
    hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
    kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg macedonia madagascar
    malawi malaysia mali malta mauritania mauritius mexico moldova mongolia montenegro morocco mozambique
    myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay
    peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia
    slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia
    turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe us
    usa uk eu america europe africa asia washington moscow london paris berlin beijing kyiv kiev tehran
    brussels pyongyang seoul tokyo ankara baghdad damascus jerusalem riyadh havana islamabad kabul
    """
)

DEMONYMS: Final = _words(
    """
    afghan african albanian algerian american angolan arab argentine argentinian armenian asian australian
    austrian bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese
    cambodian canadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch
    ecuadorean ecuadorian egyptian english estonian ethiopian european filipino finnish french georgian
    german ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi
    irish israeli italian jamaican japanese jordanian kazakh kenyan korean kosovan kurdish kuwaiti latvian
    lebanese liberian libyan lithuanian malaysian mexican moldovan mongolian moroccan nepalese nicaraguan
    nigerian norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari
    romanian russian rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali spanish
    sudanese swedish swiss syrian taiwanese tanzanian thai tunisian turkish ugandan ukrainian uruguayan
    uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean north south east west northern southern
    eastern western
    """
)

#: Capitalised words that are no name: days, months, and what begins a sentence oftener than a name.
NO_NAMES: Final = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december the a an this that these those he she it they we i you his
    her its their our my your and but or nor so yet for if when while as at by from in into of on onto to
    with without after before since until although though because however meanwhile moreover nevertheless
    now then there here what who why how which where not no yes one two three four five six seven eight nine
    ten also even just only still again according reportedly allegedly apparently perhaps maybe some many
    most several other others another such both each every all any few last next first second once later
    earlier today yesterday tomorrow tonight over under about between during through against among despite
    following including like unlike per via speaking asked read more image photo picture video getty
    copyright breaking update updated exclusive
    """
)
