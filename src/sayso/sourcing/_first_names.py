"""Common first names and whether men or women bear them, to tell which person "she" may be."""

from __future__ import annotations

from typing import Final

_MEN: Final = frozenset(
    """
    aaron abdul abdullah abu adam adrian ahmad ahmed alan albert alejandro alex alexander alfred ali allan
    allen amir anders andre andrei andrew andy angus anthony antonio anton arthur ashraf barack barry ben
    benjamin bernard bill billy bob boris brad bradley brendan brent brett brian bruce bruno bryan carl
    carlos cesar charles charlie chris christian christopher clive colin craig dale damian dan daniel danny
    darren dave david dean dennis derek diego dick dmitri dmitry dominic don donald doug douglas duncan
    dylan ed eddie eduardo edward elliot emmanuel eric ernest eugene evan fernando fidel felix francis
    francisco francois frank fred frederick gareth gary gavin gene geoff geoffrey george gerald gerard
    gilbert giovanni glen glenn gordon graham greg gregory guy hamid hans harold harry hassan hector henry
    herbert howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jake jamal james jamie
    jan jared jason javier jay jean jeff jeffrey jeremy jerry jesus jim jimmy joe joel johan john johnny jon
    jonathan jordan jorge jose joseph josh joshua juan julian justin karl keith ken kenneth kevin kim khaled
    kurt kyle lance larry laurence lawrence lee leo leon leonard leonardo lewis liam louis lucas luis luke
    manuel marc marco marcus mario mark martin marvin mathew matt matthew maurice max michael michel miguel
    mike mikhail mohamed mohammad mohammed moses muhammad mustafa nathan neil nicholas nick nicolas nigel
    nikolai noah noel norman oleg oliver omar oscar owen pablo patrick paul pedro percy pete peter phil
    philip philippe phillip pierre rafael ralph randy raul ray raymond ricardo richard rick ricky rob robert
    roberto robin rod rodney roger roland roman ron ronald ross roy rupert russell ryan salim sam samuel
    saeed scott sean sebastian sergei sergio seth shane shaun sidney simon stan stanley stefan stephen steve
    steven stewart stuart tariq ted terry theodore thomas tim timothy toby todd tom tommy tony trevor tyler
    vincent viktor vladimir volodymyr walter warren wayne wilfred will william xavier yasser youssef yusuf
    zachary francesco giuseppe luigi paolo pietro matteo lorenzo alessandro giorgio enrico carlo stefano
    pierluigi massimo salvatore vincenzo gianni guido klaus jurgen wolfgang heinrich dieter friedrich fritz
    gunther helmut uwe bjorn sven lars erik nils anders henrik magnus mats ole olaf pavel petr vaclav tomas
    jiri piotr pawel krzysztof andrzej marek janusz wojciech zoltan laszlo istvan janos ferenc ion vasile
    dragan zoran milan goran slobodan dusan georgi dimitar stoyan yannis giorgos kostas nikos alexis yuri
    vasily yevgeny evgeny gennady dmytro oleksandr petro arseniy sergey aleksandr aleksei alexei anatoly
    valery ramzan mehmet mustafa recep kemal murat emre ahmet hakan osama bashar hosni anwar nabil walid
    ziad fadi rami sami faisal salman nasser hussain hassan haider nouri muqtada jalal masoud reza ali-reza
    javad hossein mehdi farhad rajesh sanjay vijay anil sunil ravi arun narendra rahul amit manoj ashok
    imran nawaz asif pervez tariq zahid shahid kofi kwame femi chidi emeka goodluck olusegun jomo uhuru
    thabo jacob nelson desmond cyril hiroshi kenji takashi shinzo yoshihiko akira makoto jong-un kevin
    elon sundar satya tyrone jermaine darnell malik jamal kanye donovan devin dustin cody brandon travis
    trent chad kurt wade clint clayton preston spencer carter mason landon caleb ethan gavin logan
    archie alfie ollie harvey freddie reggie jude jasper rhys gareth alun ewan ewen hamish callum angus
    duncan fergus declan cormac niall seamus padraig conor eoin
    """.split()
)
_WOMEN: Final = frozenset(
    """
    abigail adele agnes aisha alexandra alice alicia alison amanda amber amelia amina amy ana andrea angela
    angelina anita ann anna anne annette annie april ashley audrey barbara beatrice becky bella beth betty
    beverly bonnie brenda bridget brittany camilla carla carmen carol caroline catherine cathy cecilia celia
    charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen courtney crystal
    cynthia daisy dawn deborah debra denise diana diane donna dora doris dorothy edith eileen elaine eleanor
    elena elin elisabeth elizabeth ella ellen emily emma erica erin esther eva evelyn fatima fiona florence
    frances gabriela gail gemma georgia geraldine gillian gina gladys gloria grace greta hannah hazel
    heather heidi helen helena hillary holly ida ingrid irene irina isabel isabella jackie jacqueline jane
    janet janice jasmine jean jen jenna jennifer jenny jessica jill joan joanna joanne jodie josephine joyce
    judith judy julia juliana julie june karen kate katherine kathleen kathryn kathy katie katrina kayla
    kelly kerry kimberly kirsten kristen kristin laura lauren leah leila lena leslie liliana lily linda
    lindsay lisa liz lois lorraine louise lucia lucy lydia lynn maggie margaret maria marie marilyn marina
    marion marjorie martha mary maureen megan melanie melinda melissa mercedes michelle mildred miranda
    miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma olga olivia
    pamela patricia paula pauline peggy penelope penny phyllis priscilla rachel rebecca regina renee rhonda
    rita roberta rosa rose rosemary ruby ruth sabrina sally samantha sandra sara sarah selina shannon sharon
    sheila shelley shirley silvia sofia sonia sophia sophie stacey stella stephanie sue susan suzanne
    svetlana sylvia tamara tania tanya tara teresa theresa tiffany tina tracy ursula valentina valerie
    vanessa vera veronica victoria violet virginia vivian wanda wendy yasmin yolanda yvette yvonne zoe christy kristy anji jess kate katy kirsty gemma leanne lindsey mandy mel nikki pippa poppy sian siobhan
    sinead aoife niamh roisin orla ciara eilidh morag fiona mhairi francesca giulia chiara paola silvia
    antonella giovanna lucia alessandra federica ilaria elisabetta ingrid astrid freya sigrid birgit heike
    ursula sabine petra claudia gudrun helga hildegard anneliese katarina svetlana tatiana oksana olena
    yulia yelena ekaterina anastasia ludmila galina nadezhda zainab khadija leyla layla samira amal huda
    nour rania mariam maryam farah yasmine fatma aylin elif emine zeynep priya anjali sunita indira sonia
    lakshmi meera kavita nisha pooja rekha shreya benazir malala sakura yoko akiko yuki keiko mariko naoko
    ngozi amara chioma funmilayo nkosazana graca winnie beyonce rihanna taylor madison brooke paige kylie
    kendra latoya shanice tanisha keisha imani destiny crystal kayleigh hayley lacey tilly millie ellie
    evie imogen harriet beatrix cressida arabella rosalind cordelia guadalupe consuelo rosario pilar
    mercedes dolores esperanza soledad ximena paloma catalina luisa
    """.split()
)


def gender_of(first_name: str) -> str | None:
    """ "m", "f", or None where the name is not known or both bear it."""
    low = first_name.lower()
    man, woman = low in _MEN, low in _WOMEN
    if man == woman:
        return None
    return "m" if man else "f"
