### Pavadoņa teikumi. Vārdi (vārds, uzvārds) vienmēr paliek nominatīvā.

hello = Sveiki! Es esmu Pavadonis, programmas „{ $programme }” čatbots. Atgādināšu par termiņiem, palīdzēšu sakārtot domas un pasaukšu cilvēku, kad vajag. Uz visu neatbildēšu, bet vienmēr pateikšu, kas var palīdzēt.
consent-mentee = Lai palīdzētu, man jāglabā tavs vārds, atbildes un termiņi. Sarunas ar mani redzi tikai tu; mentors redz to, ko tu nodod, un uzdevumus ar termiņiem, ja nepaturi tos sev. Ja kāds ir briesmās, es pasaucu cilvēku. Izdzēst visu var jebkurā brīdī. Vai tā der?
consent-mentor = Lai palīdzētu, man jāglabā tavs vārds, atbildes un vienošanās. Jaunieša sarunas ar mani tu neredzi, tikai to, ko jaunietis nodod, un uzdevumus, ko nepatur sev. Izdzēst visu var jebkurā brīdī. Vai tā der?
consent-coordinator = Lai palīdzētu, man jāglabā tavs vārds un tas, ko te izlem. Cilvēku sarunas ar mani tu neredzi; jautājumus un trauksmes atsūtīšu. Vai tā der?
consent-yes = Jā, der
consent-no = Nē, negribu
consent-first = Vispirms vajag tavu „jā”. Līdz tam neizmantošu neko no tā, ko raksti.
consent-refused = Labi, vairs nerakstīšu. Ja pārdomāsi, nospied pogu. Ja gribi, izdzēsīšu arī tavu vārdu un šo sarunu.
consent-had = Tu jau piekriti, paldies. Ko darām?
switch-language = In English
which-language = Kurā valodā rakstīt?
language-changed = Labi, turpmāk latviski.
welcome-mentee = Paldies! Lūk, ar ko var sākt. Jautāt vari jebko un jebkurā brīdī.
welcome-mentor = Paldies! Atgādināšu, pastāstīšu, kad jaunietim vajag palīdzību, un atbildēšu uz jautājumiem par programmu.
welcome-coordinator = Paldies! Te nonāks jautājumi, uz kuriem man atbildes nav, un viss, kam vajag cilvēku.
menu-mentee = Ko darām? Vari arī jautāt saviem vārdiem.
menu-mentor = Ko darām? Vari arī jautāt saviem vārdiem.
menu-coordinator = Ko darām?
hello-again = Sveiki! Ko darām?
all-right = Labi.
you-are-welcome = Prieks palīdzēt. Raksti, kad vajag.
do-grow = GROW saruna
do-tasks = Mani uzdevumi
do-match = Meklēt mentoru
do-advice = Padomi mentoram
advice = Īsi padomi grūtākiem brīžiem un idejas tikšanās reizēm:
no-advice = Padomu krājums ir mentoriem. Ko darām?
do-tools = Citi rīki
do-ask = Pajautāt
do-mentees = Mani jaunieši
do-questions = Jautājumi ({ $count })
do-announce = Paziņojums
do-attention = Kam vajag uzmanību
do-resume = Turpināt: { $title }
do-resume-more = Citi iesāktie
do-shelves = Visi rīki
do-continue = Turpināt
do-fresh = Sākt no jauna
do-reply = Atrakstīt
reply-write = Raksti, un es to nodošu. Saņems: { $name }.
do-answer = Atbildēt
do-read = Izlasīt
cancelled = Labi, atcēlu. Ko darām?
do-cancel = Atcelt
do-no = Nē
do-why = Kāpēc šo saņēmu?
do-erase = Dzēst manus datus
do-switch-on = Ieslēgt atkal
unknown-command = Tādas komandas man nav. Lūk, ko varu.
not-understood = Šo nesapratu. Lūk, ko varu.
button-unknown = Šī poga vairs nedarbojas. Uzraksti „izvēlne”, un sāksim no jauna.
attachment = Pagaidām neprotu ne lasīt attēlus un failus, ne klausīties balss ziņas. Uzraksti, lūdzu, vārdiem.
empty = Ziņa atnāca tukša. Uzraksti dažus vārdus, un es palīdzēšu.
too-long = Ziņa ir par garu: rakstzīmju skaits ir { $actual }, bet izlasīt varu { $limit }. Uzraksti, lūdzu, īsāk vai pa daļām.
write-words = Te vajag dažus vārdus. Uzraksti, lūdzu, vēlreiz.
our-fault = Mums te kaut kas nogāja greizi, un tavu ziņu neizdevās apstrādāt. Pamēģini, lūdzu, vēlreiz vai uzraksti citiem vārdiem.
not-yours = Šis tev nav pieejams. Ja šķiet, ka vajadzētu būt, pajautā koordinatoram.
nobody-to-ask = Pašlaik programmā nav neviena, kam to nodot. Pamēģini, lūdzu, vēlāk.
none = nav
and-more = … un vēl { $count }
erased-person = (izdzēsts)
ask-away = Raksti jautājumu saviem vārdiem. Ja atbildi nezināšu, nodošu to cilvēkam.
did-you-mean = Vai tu domāji kādu no šiem?
did-you-mean-none = Neviens no šiem
answer-gone = Šī atbilde vairs nav spēkā. Uzraksti jautājumu vēlreiz, un es to nodošu cilvēkam.
hand-over-sure = Vai nodot to koordinatoram? Būs redzams arī tavs vārds.
    „{ $text }”
hand-over-yes = Jā, nodot
hand-over-no = Nē
hand-over-or-go-on = Vai turpinām to, kas iesākts: „{ $title }”? Ja tas ir koordinatoram, varu nodot; būs redzams arī tavs vārds.
    „{ $text }”
hand-over-instead = Nodot koordinatoram
hand-over-not = Labi, to nevienam nenodevu.
asked-human = Uz šo man atbildes nav. Nodevu jautājumu koordinatoram; atbilde parasti ir ne vēlāk kā { $when }.
remark-passed-on = Nodevu koordinatoram to, ko te uzrakstīji. Atbilde parasti ir ne vēlāk kā { $when }.
ticket-remark = Aptaujā tev raksta: { $name } ({ $role }).
    „{ $text }”
ticket-question = Jautā: { $name } ({ $role }).
    „{ $text }”
ticket-help = Palīdzību lūdz: { $name } ({ $role }).
    Uzdevums: „{ $text }”
ticket-talk = Sarunu lūdz: { $name } ({ $role }).
    „{ $text }”
    Uzraksti dažus vārdus vai piedāvā laiku, kad parunāt.
ticket-write = Raksti atbildi, un es to nodošu. Jautāja: { $name }.
    „{ $text }”
ticket-answered = Uz šo jau ir atbildēts.
human-answered = Atbilde uz jautājumu „{ $question }”:
    { $text }
answer-sent = Nodots. To saņems: { $name }.
no-questions = Neatbildētu jautājumu nav.
is-it-an-answer = Vai tā ir atbilde uz kādu no šiem jautājumiem?
resume-or-fresh = Šī saruna jau ir iesākta: „{ $title }”. Turpinām vai sākam no jauna?
resumed = Turpinām tur, kur palikām.
nothing-to-resume = Nekas nav palicis pusceļā. Ko darām?
dialog-gone = Šī saruna programmā vairs nav pieejama. Ko darām tā vietā?
dialog-over = Šī saruna jau ir beigusies.
question-passed = Šis jautājums jau ir aiz muguras. Te ir pašreizējais.
seeing-private = Ko te atbildi, redzi tikai tu, līdz rezultātu nodod.
seeing-tasks = Ja no tā sanāk uzdevums, uzdevumu redz arī mentors.
seeing-tasks-shared = Ja no tā sanāk uzdevums, uzdevumu mentors redz tikai tad, ja rezultātu nodod.
seeing-check-in = Ko te raksti, mentors neredz. Mentors redz tikai to, kāda bija nedēļa no 1 līdz 5, ja to jautāju.
seeing-pact = Šo jūs pildāt divatā: kad atbildēs abi, abas atbildes redzēs abi. Citi tās neredz.
aside-minutes = „{ $title }” aizņem ap { $minutes } min. Apstāties var jebkurā brīdī, un viss paliek saglabāts.
aside-left = { $count ->
        [zero] Vēl ne vairāk par { $count } jautājumiem, kopā ap { $minutes } min.
        [one] Vēl ne vairāk par { $count } jautājumu, kopā ap { $minutes } min.
       *[other] Vēl ne vairāk par { $count } jautājumiem, kopā ap { $minutes } min.
    }
left-for-later = Vēl pusceļā:
since-last-time = Iepriekšējā reize un šī:
since-said = { $heading } iepriekšējā reizē: „{ $said }”
tasks-made = { $count ->
        [zero] Pierakstīju { $count } uzdevumu:
        [one] Pierakstīju { $count } uzdevumu:
       *[other] Pierakstīju { $count } uzdevumus:
    }
    { $list }
    Par katru atgādināšu pirms termiņa.
no-results = Rezultātu vēl nav. Pirmais būs pēc GROW sarunas.
your-results = Tavi rezultāti:
tools = Ar ko sākam? Katru rīku var atlikt un turpināt vēlāk.
shelf = { $shelf }. Ko atvērt?
shelf-goals = Mērķi un plāni
shelf-me = Par mani
shelf-start = Sākums un norunas
shelf-meetings = Tikšanās
shelf-closing = Aptaujas, noslēgums
shelf-own = Citi
which-tool = Kuru rīku atvērt?
tool-of-others = „{ $title }” tev nav jāpilda: to savā čatā aizpilda { $whose }.
answer-or-command = Vai „{ $text }” ir tava atbilde uz jautājumu?
is-answer = Jā, tā ir atbilde
is-command = Nē, parādi man to
picture = Attēls: { $title }
share-start-mentee = Rādīt mentoram
share-start-mentor = Rādīt jaunietim
share-start-one = Rādīt: { $name }
share-stop = Vairs nerādīt
share-readers = Ja „jā”, to varēs izlasīt: { $names }.
share-later-mentee = Mentora vēl nav. Ja „jā”, to varēs izlasīt tavs pirmais mentors.
share-later-mentor = Jaunieša vēl nav. Ja „jā”, to varēs izlasīt tavs pirmais jaunietis.
share-begun = Ko tu jau gribēji parādīt, tagad ir redzams: { $titles }. To var mainīt sadaļā „Mani rezultāti”.
shared = { $count ->
    [one] Tagad to var izlasīt tavs mentors: { $name }.
   *[other] Tagad to var izlasīt tavi mentori: { $name }.
 }
shared-mentees = Tagad to var izlasīt: { $name }.
shared-no-mentor = Pierakstīts. Kad tev būs jaunietis, šis rezultāts būs redzams tavam pirmajam jaunietim.
shown-new = { $name } tev rāda: { $title }.
shown-list = To tev rāda mentors:
shown-empty = Šobrīd te nekā nav.
do-shown = Ko rāda mentors
shared-no-mentee = Pierakstīts. Kad tev būs mentors, šis rezultāts būs redzams tavam pirmajam mentoram.
kept-private = Labi, to redzēsi tikai tu.
kept-private-read = Labi, no čata to izņēmu, un tagad to redzi tikai tu. To, kas jau izlasīts, gan atņemt nevaru.
kept-private-sent = Labi, turpmāk to te redzēsi tikai tu. Bet tas jau ir atvērts citur ({ $channel }): tur tas paliek, un izdzēst to nevaru.
stopped = Labi, pats no sevis vairs nerakstīšu. Kad gribi, lai atsāku, nospied pogu vai raksti „turpināt atgādinājumus”.
switched-on = Atkal ieslēgts. Atgādināšu laikus.
my-data = Tavi dati: vārds, atbildes, uzdevumi, rezultāti un šī saruna. Visu vienuviet vari lejupielādēt šīs lapas augšā pie „Mani dati”. Ja vārds vai kas cits nav pareizs, uzraksti, un nodošu koordinatoram.
erase-sure = Izdzēsīšu visu: sarunu, uzdevumus, rezultātus un vārdu. Atgūt to nevarēs. Vai tiešām dzēst?
erase-yes = Jā, izdzēst visu
erase-no = Nē, paturēt
erase-kept = Labi, viss paliek.
other-left = { $name } izdzēsa savus datus, tāpēc jūsu sadarbība ir beigusies. Ja vajag parunāt, raksti koordinatoram.
person-left = Savus datus izdzēsa un no programmas aizgāja viens cilvēks ({ $role }).
my-data-here = Šeit ir viss, ko par tevi glabāju. Vari to izlasīt, saglabāt vai dzēst.
erased = Viss ir izdzēsts. Lai tev veicas! Ja kādreiz gribēsi atgriezties, palūdz koordinatoram jaunu uzaicinājumu.
too-fast = Tu raksti ātrāk, nekā es spēju izlasīt. Dažas ziņas palika neizlasītas. Pagaidi brīdi un atsūti svarīgāko vienā ziņā.
your-results-page = Tavi rezultāti, { $first }.–{ $last }. no { $count }:
results-older = Vecāki
results-newer = Jaunāki
results-all = Visi rezultāti
results-hint = Tādu rezultātu neatradu. Meklēt vari pēc rīka, laika vai vārda, piemēram, „rezultāti rats” vai „rezultāti no 1. janvāra”.
do-pdf = PDF
result-pdf = Rezultāts kā PDF fails: { $title }
note-write = Raksti, un es to nodošu tavā vārdā. Saņems: { $name }.
do-coming = Kas gaidāms
do-results = Mani rezultāti
