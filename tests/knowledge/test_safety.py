"""Words of danger are heard in three languages, however typed; figures of speech are not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.safety import Safety, assess

SELF_HARM = """
negribu dzīvot
Es vairs negribu dzīvot
es vienkarsi negribu vairs dzivot
NEGRIBU DZĪVOT!!!
man viss apnicis, negribu dzīvot
dzīvot negribas
negirbu dzīvot
negribu dziivot
ne gribu dzīvot
es negribu dzīvot bez viņas
mans draugs negrib dzīvot
draudzene raksta, ka negrib vairs dzīvot
es vairs nevaru tā dzīvot
gribu nomirt
es gribu mirt
gribas nomirt un viss
Gribetu vnk nomirt
es gribu nomrit
kaut es nomirtu
labāk es būtu mirusi
kaut es nekad nebūtu piedzimis
labāk manis nebūtu
bez manis visiem būtu labāk
bez manis jums visiem butu vieglak
es vairs negribu būt
negribu vairs eksistēt
es sevi griežu
es griezu sevi vakaros
viņa griež sev rokas
sāku sevi graizīt
vakar atkal graizījos
pārgriezīšu vēnas
izdarīšu pašnāvību
es domāju par pasnavibu
doma par pašnāvibu neatstāj mani
planoju pasnavibu
es sevi nogalināšu
gribu sevi nogalinaat
pakāršos
gribu pakārties
gribu nolēkt no jumta
domāju mesties zem vilciena
sadzēros visas tabletes
es gribu aizmigt un nepamosties
negribu vairs mosties
nav jēgas dzīvot
dzīvei nav jēgas
man apnicis dzīvot
gribu aiziet no dzīves
gribu izbeigt savu dzīvi
uzrakstīju atvadu vēstuli
gribu pazust no šīs pasaules
daru sev pāri
gribu nodarīt sev ko sliktu
es sevi sitīšu
pielikšu sev galu
kill myself
I want to kill myself
im gonna kil myself
i want to die
I WANT TO DIE
i just wanna die
I don't want to live anymore
dont want to live
i do not want to be alive anymore
i cut myself
I've been cutting myself again
my friend hurts herself
i keep cutting my wrists
thinking about suicide
i feel suicidal
i feel sucidal
I want to end my life
i want to end it all
everyone would be better off without me
they would be better without me
i wish i was dead
i wish i was never born
i'd rather be dead
there is no reason to live
I am tired of living
i want to jump off a bridge
took a whole bottle of pills
i never want to wake up again
she wants to hang herself
self harm is all i think about
my best friend wants to die
kms
k1ll mys3lf
не хочу жить
Я больше не хочу жить
НЕ ХОЧУ ЖИТЬ
нехочу жить
мой друг не хочет жить
хочу умереть
хочу умиреть
хочется сдохнуть
покончить с собой
я покончу с собой
думаю о самоубийстве
у меня мысли о суициде
я режу себя
режу вены
убью себя
хочу себя убить
повешусь
спрыгну с крыши
лучше бы меня не было
лучше бы я не родился
нет смысла жить
незачем жить
надоело жить
не хочу просыпаться
наглоталась таблеток
ne hochu zhit
Man vairs nav spēka dzīvot
gribu vienkārši pārstāt eksistēt
es ienīstu savu dzīvi un gribu to beigt
man vajadzētu nomirt
es nevēlos vairs dzīvot uz šīs pasaules
sagriezu rokas ar žileti
gribu aizmigt uz visiem laikiem
man riebjas dzīvot
I don't feel like living
life is not worth living
what's the point of living
i feel like killing myself
I want it all to end
no one would miss me if i died
мне хочется умереть
жить незачем
лучше бы я умер
""".strip().splitlines()

VIOLENCE = """
tēvs mani sit
TEVS MANI SIT
mani sit skolā
mani piekāva
vakar mani piekava vecāki puiši
mamma mani sit ar siksnu
patēvs mani žņaudza
mājās mani per
tēvs sit mammu
brālis mani spārda
viņš man iesita pa seju
man uzbruka skolas pagalmā
sadeva man pa seju
manu draudzeni sit tēvs
mājās ir vardarbība
viņi grib mani piekaut
zēni mani sita pēc stundām
tētis piekauj mūs
grib apšaut skolu
viņš nāca ar nazi
he hits me
my dad hits me
my dad beats me every night
My stepfather beat me up
he punched me in the face
they kick me after school
my mom slaps me
dad hits mom
i got beaten up at school
he choked me
my uncle hurts me
he is trying to kill me
there is violence at home
he says he will shoot up the school
меня бьют
отец меня бьёт
папа бьет маму
меня избили
МЕНЯ ИЗБИЛИ В ШКОЛЕ
отчим избивает меня
он меня ударил
меня бьют дома
он меня душил
mamma man sit pa seju
mamma mani iepļaukāja
mani nosita līdz zilumiem
mans puisis mani sit
mum hits me
I was beaten at home
мама бьет меня ремнем
""".strip().splitlines()

ABUSE = """
viņš mani aiztika
vins mani aiztiek
treneris mani grabsta
spieda sūtīt bildes
viņš piespieda mani sūtīt bildes
spiež sutit foto
prasa manas kailbildes, kailas bildes
grib pliku foto
draud mani nogalināt
viņš draud izlikt manas bildes
man draud
izvaroja
mani izvaroja
IZVAROJA MANI
draudzeni izvaroja
mani seksuāli izmantoja
seksuāla vardarbība
viņš pieskārās man, kur negribu
piespieda mani gulēt ar viņu
skolotājs mani seksuāli uzmācas
šantažē mani ar bildēm
he touched me
he keeps touching me
he raped me
i was raped
my uncle molested me
he wants nudes
he asked for naked pics
he forced me to send photos
he makes me kiss him, me too
they threaten me
he threatened to kill me
someone is blackmailing me
i was sexually abused
he sexually harassed my friend
my stepdad abuses me
меня изнасиловали
он меня трогал
он меня лапает
просит голые фото
заставляет отправлять фото
учитель домогается меня
мне угрожают
угрожает меня убить
меня шантажируют
viņš lūdz kailfoto
saka, ka izplatīs manas bildes
onkulis man līda biksēs
he grabbed my breasts
someone is threatening to post my nudes
дядя трогал меня
""".strip().splitlines()

DISGUISED = [
    *["n e g r i b u  d z ī v o t", "n e g r i b u d z i v o t", "n.e.g.r.i.b.u  d.z.ī.v.o.t"],
    *["n\u200begribu dzīvot", "ne\u200dgri\u00adbu dzī\u2060vot", "\u202enegribu dzīvot"],
    *[
        "negribu\x00dzīvot",
        "negribu\ndzīvot",
        "negribu... dzīvot",
        "negribudzīvot",
        "n3gribu dz1vot",
    ],
    *[
        "negribuuuu dzīvoooot",
        "nеgribu dzīvоt",
        "\ud800negribu dzīvot",
        "negri\u0301bu dzi\u0304vot",
    ],
    *["k i l l  m y s e l f", "KILL   MYSELF", "wanttodie", "suic1de", "$uicide", "𝐤𝐢𝐥𝐥 𝐦𝐲𝐬𝐞𝐥𝐟"],
    *["х о ч у  у м е р е т ь", "хочуумереть", "не\u00a0хочу жить"],
]

AMBIGUOUS = """
eksāmens mani nogalina
šie mājasdarbi mani nogalinās
mamma mani nositīs par atzīmi
es negribu dzīvot Rīgā
negribu dzīvot kopmītnēs
negribu dzīvot pie tēta
šodien nomiršu
bail iet mājās
man ir bail no patēva
mani apceļ skolā
mani pazemo klasē
gribu pazust
es vairs nevaru
es vairs neizturu
rakstu referātu par pašnāvību
this homework is killing me
my mom will kill me
i'm dying
i'm scared of my dad
they bully me
i don't want to live in this city
I don't want to die
nobody hits me
меня убьет мама
боюсь идти домой
меня травят в классе
не хочу жить в Риге
viņš teica nevienam nestāstīt
negribu dzīvot šajā pilsētā
mamma sit
my brother kicked me out
""".strip().splitlines()

FIGURES_OF_SPEECH = """
es nomiršu no smiekliem
mirstu no garlaicības
mirstu badā
gribu nomirt no smiekliem
i'd rather die than do homework
gribu dzīvot citā pilsētā
i almost died laughing, dying of laughter
умираю со смеху
умру от скуки
mani piekāva šahā ar rezultātu 3:0
my brother beat me at chess
i cut myself shaving
nejauši iegriezu sev pirkstā, gatavojot salātus
""".strip().splitlines()

HARMLESS = """
nesit
viņš nesit
mani neviens nesit
sit bumbu
spēlē bungas
man sirds sitas ātri
pulkstenis sit divpadsmit
hits of the 80s
greatest hits
that song is a hit
can you sit with me
the man will sit here
it's raining cats and dogs
i live in Riga
kill time
бьют рекорды
сердце бьется
хочу жить в Лондоне
man patīk dzīvot laukos
negribu būt vēlāk
vairs negribu būt skolotāja
negribu agri celties
izvārīju kartupeļus
sagriezu maizi
griežu papīru
pagriezies pa labi
gribu nomierināties
viņš man iedeva grāmatu
skolotāja lika atsūtīt bildes ar mājasdarbu
send me photos of the homework
mamma liek man gulēt
galu galā es sev nopirku telefonu
nelec bumba grozā
telefons beigts, gribu jaunu
man draud divnieks ķīmijā
nosūti bildi
keep in touch with me
dižvaronis
mana pašnovērtējuma anketa
pastāvīgi mācos
mīlestība un draudzība
milestones of the project
strengths, weaknesses, opportunities, threats
what are the threats to my business
SVID analīzē ir draudi
kas draud manam uzņēmumam
gribu beigt projektu
es sevi pierādīju
sevi vajag pieņemt
proud of myself
i cut the video
how do I end the conversation
i don't want to wake up early
хочу отдохнуть
хочу померить
отправлюсь завтра
удивлюсь, если успею
не хочу просыпаться рано
меня не будет завтра
дорога до школы
""".strip().splitlines()

EVERYDAY = """
man ir grūti
esmu bēdīgs
esmu bēdīga un nogurusi
Mans mērķis ir iemācīties programmēt
gribu labākas atzīmes matemātikā
šonedēļ izdarīju divus uzdevumus
nezinu, ko atbildēt
Sveiki! Kad ir nākamā tikšanās?
jā, piektdien varu
nevaru šodien, man ir treniņš
man vajag palīdzību ar eseju
spēlēju basketbolu un futbolu
tikšanās bija forša
man bail no eksāmena
baidos runāt publiski
esmu dusmīgs uz brāli
sastrīdējos ar draudzeni
stress par ieskaiti
gribu atvērt savu uzņēmumu
man patīk zīmēt un dziedāt
šodien slinkums
mans mentors ir superīgs
Vai varu pārcelt termiņu?
negribu mācīties
es negribu iet uz skolu
my goal is to read more
i feel sad today
I'm tired and stressed about exams
football practice was great
can we meet on friday?
мне грустно
хочу научиться рисовать
сегодня не могу прийти
как дела?
paldies, tas palīdzēja
7
🙂
""".strip().splitlines()

DANGERS = [
    *((text, "self_harm") for text in SELF_HARM),
    *((text, "violence") for text in VIOLENCE),
    *((text, "abuse") for text in ABUSE),
]


@pytest.mark.parametrize(("text", "topic"), DANGERS)
def test_danger_is_heard(text: str, topic: str) -> None:
    """Inflected, without diacritics, with slips, about oneself or a friend."""
    found = assess(text)
    assert found is not None
    assert (found.level, found.topic) == ("danger", topic)


@pytest.mark.parametrize("text", DISGUISED)
def test_danger_is_heard_however_it_is_typed(text: str) -> None:
    """Letter by letter, with invisible marks, look-alikes, digits or no blanks at all."""
    assert assess(text) == Safety(level="danger", topic="self_harm")


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_what_may_be_danger_is_asked_about(text: str) -> None:
    """A figure of speech with a dark word, or a hint, is neither alarmed nor passed over."""
    found = assess(text)
    assert found is not None
    assert found.level == "ask"


@pytest.mark.parametrize("text", FIGURES_OF_SPEECH)
def test_a_figure_of_speech_is_never_an_alarm(text: str) -> None:
    """Laughter, boredom and games explain the dark word."""
    found = assess(text)
    assert found is None or found.level == "ask"


@pytest.mark.parametrize("text", [*HARMLESS, *EVERYDAY, "", " ", "\x00", "\ud800", "?!"])
def test_everyday_words_call_for_nothing(text: str) -> None:
    """Feelings, goals, homework and sport are what people talk about here."""
    assert assess(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Šodien bija jauki. Bet tēvs mani sit. Nezinu, ko darīt.",
        "eksāmens mani nogalina, un es tiešām negribu vairs dzīvot",
        "haha mirstu no smiekliem. Ja nopietni, gribu nomirt",
        "This homework is killing me. My dad beats me when I fail.",
    ],
)
def test_the_worst_of_a_long_message_counts(text: str) -> None:
    """A joke in one sentence doesn't take back what the next one says."""
    found = assess(text)
    assert found is not None
    assert found.level == "danger"


def test_danger_at_the_end_of_a_wall_of_text_is_heard() -> None:
    """Nothing is cut off before it is read."""
    assert assess("šodien bija garš stāsts " * 2_000 + ". negribu dzīvot") is not None


def test_hostile_walls_of_words_take_no_time() -> None:
    """A flood of dark words must not hold up the others."""
    started = time.perf_counter()
    for flood in ("not want " * 2_000, "a " * 4_000, "x" * 20_000, "don't want to be here " * 800):
        assess(flood)
    assert time.perf_counter() - started < 2


DARK = st.sampled_from(
    [
        "negribu",
        "dzīvot",
        "mani",
        "sit",
        "kill",
        "self",
        "не",
        "хочу",
        "жить",
        "n e g r",
        "...",
        "!",
    ]
)
HOSTILE = st.text() | st.lists(DARK | st.text(max_size=4), max_size=20).map(" ".join)


@given(HOSTILE)
def test_nothing_people_type_breaks_the_reading(text: str) -> None:
    """Whatever is typed is judged, and the same way each time."""
    assert assess(text) == assess(text)
