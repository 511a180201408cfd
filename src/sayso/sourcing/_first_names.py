"""Common first names and whether men or women bear them, to tell which person "she" may be."""

from __future__ import annotations

from typing import Final

_MEN: Final = frozenset(
    """
    aaron abdul abdullah abu adam adrian ahmad ahmed ahmet akira alan albert alejandro aleksandr aleksei
    alessandro alex alexander alexei alexis alfie alfred ali ali-reza allan allen alun amir amit anatoly
    anders andre andrei andrew andrzej andy angus anil anthony anton antonio anwar archie arseniy arthur
    arun ashok ashraf asif barack barry bashar ben benjamin bernard bill billy bjorn bob boris brad bradley
    brandon brendan brent brett brian bruce bruno bryan caleb callum carl carlo carlos carter cesar chad
    charles charlie chidi chris christian christopher clayton clint clive cody colin conor cormac craig
    cyril dale damian dan daniel danny darnell darren dave david dean declan dennis derek desmond devin
    dick diego dieter dimitar dmitri dmitry dmytro dominic don donald donovan doug douglas dragan duncan
    dusan dustin dylan ed eddie eduardo edward elliot elon emeka emmanuel emre enrico eoin eric erik ernest
    ethan eugene evan evgeny ewan ewen fadi faisal farhad felix femi ferenc fergus fernando fidel francesco
    francis francisco francois frank fred freddie frederick friedrich fritz gareth gary gavin gene gennady
    geoff geoffrey george georgi gerald gerard gianni gilbert giorgio giorgos giovanni giuseppe glen glenn
    goodluck goran gordon graham greg gregory guido gunther guy haider hakan hamid hamish hans harold harry
    harvey hassan hector heinrich helmut henrik henry herbert hiroshi hosni hossein howard hugh hugo
    hussain hussein ian ibrahim igor imran ion isaac istvan ivan jack jacob jacques jake jalal jamal james
    jamie jan janos janusz jared jason jasper javad javier jay jean jeff jeffrey jeremy jermaine jerry
    jesus jim jimmy jiri joe joel johan john johnny jomo jon jonathan jong-un jordan jorge jose joseph josh
    joshua juan jude julian jurgen justin kanye karl keith kemal ken kenji kenneth kevin khaled kim klaus
    kofi kostas krzysztof kurt kwame kyle lance landon larry lars laszlo laurence lawrence lee leo leon
    leonard leonardo lewis liam logan lorenzo louis lucas luigi luis luke magnus makoto malik manoj manuel
    marc marco marcus marek mario mark martin marvin mason masoud massimo mathew mats matt matteo matthew
    maurice max mehdi mehmet michael michel miguel mike mikhail milan mohamed mohammad mohammed moses
    muhammad muqtada murat mustafa nabil narendra nasser nathan nawaz neil nelson niall nicholas nick
    nicolas nigel nikolai nikos nils noah noel norman nouri olaf ole oleg oleksandr oliver ollie olusegun
    omar osama oscar owen pablo padraig paolo patrick paul pavel pawel pedro percy pervez pete peter petr
    petro phil philip philippe phillip pierluigi pierre pietro piotr preston rafael rahul rajesh ralph rami
    ramzan randy raul ravi ray raymond recep reggie reza rhys ricardo richard rick ricky rob robert roberto
    robin rod rodney roger roland roman ron ronald ross roy rupert russell ryan saeed salim salman
    salvatore sam sami samuel sanjay satya scott seamus sean sebastian sergei sergey sergio seth shahid
    shane shaun shinzo sidney simon slobodan spencer stan stanley stefan stefano stephen steve steven
    stewart stoyan stuart sundar sunil sven takashi tariq ted terry thabo theodore thomas tim timothy toby
    todd tom tomas tommy tony travis trent trevor tyler tyrone uhuru uwe vaclav valery vasile vasily vijay
    viktor vincent vincenzo vladimir volodymyr wade walid walter warren wayne wilfred will william wojciech
    wolfgang xavier yannis yasser yevgeny yoshihiko youssef yuri yusuf zachary zahid ziad zoltan zoran
    """.split()
)
_WOMEN: Final = frozenset(
    """
    abigail adele agnes aisha akiko alessandra alexandra alice alicia alison amal amanda amara amber amelia
    amina amy ana anastasia andrea angela angelina anita anjali anji ann anna anne anneliese annette annie
    antonella aoife april arabella ashley astrid audrey aylin barbara beatrice beatrix becky bella benazir
    beth betty beverly beyonce birgit bonnie brenda bridget brittany brooke camilla carla carmen carol
    caroline catalina catherine cathy cecilia celia charlotte chelsea cheryl chiara chioma chloe christina
    christine christy ciara cindy claire clara claudia colleen consuelo cordelia courtney cressida crystal
    cynthia daisy dawn deborah debra denise destiny diana diane dolores donna dora doris dorothy edith
    eileen eilidh ekaterina elaine eleanor elena elif elin elisabeth elisabetta elizabeth ella ellen ellie
    emily emine emma erica erin esperanza esther eva evelyn evie farah fatima fatma federica fiona florence
    frances francesca freya funmilayo gabriela gail galina gemma georgia geraldine gillian gina giovanna
    giulia gladys gloria graca grace greta guadalupe gudrun hannah harriet hayley hazel heather heidi heike
    helen helena helga hildegard hillary holly huda ida ilaria imani imogen indira ingrid irene irina
    isabel isabella jackie jacqueline jane janet janice jasmine jean jen jenna jennifer jenny jess jessica
    jill joan joanna joanne jodie josephine joyce judith judy julia juliana julie june karen katarina kate
    katherine kathleen kathryn kathy katie katrina katy kavita kayla kayleigh keiko keisha kelly kendra
    kerry khadija kimberly kirsten kirsty kristen kristin kristy kylie lacey lakshmi latoya laura lauren
    layla leah leanne leila lena leslie leyla liliana lily linda lindsay lindsey lisa liz lois lorraine
    louise lucia lucy ludmila luisa lydia lynn madison maggie malala mandy margaret maria mariam marie
    mariko marilyn marina marion marjorie martha mary maryam maureen meera megan mel melanie melinda
    melissa mercedes mhairi michelle mildred millie miranda miriam molly monica morag nadezhda nadia nancy
    naoko naomi natalia natalie natasha ngozi niamh nicola nicole nikki nina nisha nkosazana nora norma
    nour oksana olena olga olivia orla paige paloma pamela paola patricia paula pauline peggy penelope
    penny petra phyllis pilar pippa pooja poppy priscilla priya rachel rania rebecca regina rekha renee
    rhonda rihanna rita roberta roisin rosa rosalind rosario rose rosemary ruby ruth sabine sabrina sakura
    sally samantha samira sandra sara sarah selina shanice shannon sharon sheila shelley shirley shreya
    sian sigrid silvia sinead siobhan sofia soledad sonia sophia sophie stacey stella stephanie sue sunita
    susan suzanne svetlana sylvia tamara tania tanisha tanya tara tatiana taylor teresa theresa tiffany
    tilly tina tracy ursula valentina valerie vanessa vera veronica victoria violet virginia vivian wanda
    wendy winnie ximena yasmin yasmine yelena yoko yolanda yuki yulia yvette yvonne zainab zeynep zoe
    """.split()
)


def gender_of(first_name: str) -> str | None:
    """ "m", "f", or None where the name is not known or both bear it."""
    low = first_name.lower()
    man, woman = low in _MEN, low in _WOMEN
    if man == woman:
        return None
    return "m" if man else "f"
