### Pavadoņa teikumi. Vārdi (vārds, uzvārds) vienmēr paliek nominatīvā.

hello = Sveiki! Es esmu Pavadonis, programmas „{ $programme }” čatbots. Atgādināšu par termiņiem, palīdzēšu sakārtot domas un pasaukšu cilvēku, kad vajag. Uz visu neatbildēšu, bet vienmēr pateikšu, kas var palīdzēt.
consent-mentee = Lai palīdzētu, man jāglabā tavs vārds, atbildes un termiņi. Sarunas ar mani redzi tikai tu; mentors redz tavus uzdevumus ar termiņiem un to, ko tu nodod. Ja kāds ir briesmās, es pasaucu cilvēku. Izdzēst visu var jebkurā brīdī. Vai tā der?
consent-mentor = Lai palīdzētu, man jāglabā tavs vārds, atbildes un vienošanās. Jaunieša sarunas ar mani tu neredzi, tikai to, ko jaunietis nodod. Izdzēst visu var jebkurā brīdī. Vai tā der?
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
do-continue = Turpināt
do-fresh = Sākt no jauna
do-reply = Rakstīt pretim
reply-write = Raksti, un es to nodošu. Saņēmējs: { $name }.
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
attachment = Attēlus un failus es pagaidām neprotu lasīt, balss ziņas – klausīties. Uzraksti, lūdzu, vārdiem.
empty = Ziņa atnāca tukša. Uzraksti dažus vārdus, un es palīdzēšu.
too-long = Ziņa ir par garu: rakstzīmju skaits ir { $actual }, bet izlasīt varu { $limit }. Uzraksti, lūdzu, īsāk vai pa daļām.
write-words = Te vajag dažus vārdus. Uzraksti, lūdzu, vēlreiz.
our-fault = Mums te kaut kas nogāja greizi, un tavu ziņu neizdevās apstrādāt. Pamēģini, lūdzu, vēlreiz vai uzraksti citiem vārdiem.
not-yours = Šis tev nav pieejams. Ja tam tā nevajadzētu būt, pajautā koordinatoram.
nobody-to-ask = Pašlaik programmā nav neviena, kam to nodot. Pamēģini, lūdzu, vēlāk.
none = nav
and-more = … un vēl { $count }
erased-person = (izdzēsts)

ask-away = Raksti jautājumu saviem vārdiem. Ja atbildi nezināšu, nodošu to cilvēkam.
did-you-mean = Vai tu domāji kādu no šiem?
did-you-mean-none = Neviens no šiem
answer-gone = Šī atbilde vairs nav spēkā. Uzraksti jautājumu vēlreiz, un es to nodošu cilvēkam.
asked-human = Uz šo man atbildes nav. Nodevu jautājumu koordinatoram; atbilde parasti ir ne vēlāk kā { $when }.
ticket-question = Jautā: { $name } ({ $role }).
    „{ $text }”
ticket-help = Palīdzību lūdz: { $name } ({ $role }).
    Uzdevums: „{ $text }”
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
left-for-later = Vēl palicis pusceļā:
tasks-made = { $count ->
        [zero] Pierakstīju { $count } uzdevumu:
        [one] Pierakstīju { $count } uzdevumu:
       *[other] Pierakstīju { $count } uzdevumus:
    }
    { $list }
    Par katru atgādināšu pirms termiņa.
no-results = Rezultātu vēl nav. Pirmais būs pēc GROW sarunas.
your-results = Tavi rezultāti:
tools = Ar ko sākam? Katru var atlikt un turpināt vēlāk.
picture = Attēls: { $title }
share-start = Rādīt mentoram
share-stop = Vairs nerādīt
shared = Tagad to var izlasīt tavs mentors: { $name }.
shared-no-mentor = Pierakstīts. Kad tev būs mentors, šis rezultāts būs redzams arī mentoram.
kept-private = Labi, to redzēsi tikai tu.
mentee-shared = Tev ir nodots GROW sarunas rezultāts. Jaunietis: { $name }.

no-tasks = Atvērtu uzdevumu tev nav.
your-tasks = Tavi uzdevumi:
    { $list }
one-task = „{ $title }”, termiņš: { $day }. Kā iet?
task-done = Ir padarīts
task-help = Vajag palīdzību
task-time = Vajag laiku
task-closed = Uzdevums „{ $title }” jau ir slēgts. Vairs nekas nav jādara.
well-done = „{ $title }” – padarīts! Par to vairs neatgādināšu.
mentee-did = Uzdevums padarīts: „{ $title }”. Jaunietis: { $name }.
help-called = Pateicu, ka vajag palīdzību. Atbildēs: { $name }, parasti ne vēlāk kā { $when }. Ja gribi, uzraksti, kas tieši ir grūti.
help-enough = Ar to pietiek
help-more = Par uzdevumu „{ $title }” vēl raksta: { $name }.
    „{ $text }”
help-passed-on = Nodots. Atbildēs: { $name }.

extend-how-long = Līdz kuram datumam vajag laiku uzdevumam „{ $title }”? Vari arī uzrakstīt datumu un iemeslu.
extend-which-day = Te vajag datumu pēc pašreizējā termiņa, piemēram, „nākamajā piektdienā” vai „20. martā”.
extend-which-other = Kādu termiņu piešķirt? Vari arī uzrakstīt datumu.
extend-asked = Lūgumu nodevu. Izlems: { $name }. Līdz tam spēkā ir vecais termiņš.
extend-asked-already = Par to jau pajautāju, gaidām atbildi.
extend-request = Vairāk laika lūdz: { $name }.
    Uzdevums: „{ $title }”
    Termiņš: { $due }
    Gribētu pabeigt: { $wished }
extend-reason = Iemesls: „{ $reason }”
extend-grant = Jā: { $day }
extend-other = Cits datums
extend-refuse = Atteikt
extend-granted = Jaunais termiņš uzdevumam „{ $title }”: { $day }. { $days ->
        [0] Atgādināšu laikus.
        [one] Atgādināšu { $days } dienu iepriekš.
       *[other] Atgādināšu { $days } dienas iepriekš.
    }
extend-granted-done = Termiņš pārcelts. Uzdevums „{ $title }”, jaunais datums: { $day }. Jaunietis: { $name }.
extend-refused = Uzdevuma „{ $title }” termiņš šoreiz nemainās: { $day }. Tā lēma: { $name }. Vari nodot to, kas jau ir, un kopā ar mentoru izvēlēties, ko vēl paspēt.
extend-refused-done = Atteikums nodots. Jaunietis: { $name }.
extend-decided-already = Par šo jau ir izlemts.

prompt-nudge = { $day }: termiņš uzdevumam „{ $title }”. Kā iet?
prompt-due-today = Šodien ir termiņš uzdevumam „{ $title }”. Kā iet?
prompt-late = „{ $title }” – termiņš bija { $day }. Gadās. Kas tagad palīdzētu visvairāk?
prompt-silence = { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
    } nav ziņu. Jaunietis: { $name }. Bieži palīdz viens vienkāršs jautājums bez pārmetuma. Vai gribi paraugu?
silence-show-example = Rādīt paraugu
silence-example = Paraugs: „Čau! Iedomājos par tevi. Kā tev šonedēļ iet? Ja negribas stāstīt, der arī viens vārds.” Īsi, viens jautājums, bez „kāpēc neraksti”.

why-nudge = Šo atsūtīju, jo programma atgādina vairākas dienas pirms termiņa, šoreiz { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
    } iepriekš. Vai turpmāk neatgādināt?
why-due-today = Šo atsūtīju, jo šodien ir uzdevuma termiņš. Vai turpmāk neatgādināt?
why-late = Šo atsūtīju, jo uzdevuma termiņš ir pagājis un tas vēl ir atvērts. Vai turpmāk neatgādināt?
why-check-in = Reizi nedēļā programma pajautā, kā iet. Vai turpmāk nejautāt?
why-silence = Programma pasaka mentoram, ja no jaunieša divas nedēļas nav ziņu. Vai turpmāk neteikt?
why-announcement = Tas bija koordinatora paziņojums.
why-nothing = Pēdējā laikā bez tava jautājuma neko nesūtīju.
mute = Vairs nesūtīt
unmute = Sūtīt atkal
muted = Labi, tādus vairs nesūtīšu. Uzraksti „kāpēc”, ja gribi tos atpakaļ.
unmuted = Labi, sūtīšu atkal.

match-only-mentees = Mentoru te meklē jaunieši. Ko darām?
match-has = Tavs mentors: { $name }. Ja kaut kas neder, uzraksti, un nodošu koordinatoram.
match-waits = Gaidām atbildi no mentora: { $name }.
match-withdraw = Atsaukt lūgumu
match-withdrawn = Lūgums atsaukts. Ko darām?
match-nobody = Pašlaik nevienam mentoram nav brīvas vietas. Pateicu koordinatoram; tiklīdz kāds būs, uzrakstīšu.
match-nobody-free = Mentoru meklē: { $name }. Brīvu mentoru pašlaik nav.
match-offer = { $count ->
        [one] Viens mentors, kam ir kas kopīgs ar tevi.
       *[other] Mentori, kam ir kas kopīgs ar tevi.
    } Galīgi nekas nav, kamēr abi nav teikuši „jā”.
    { $list }
match-offer-no-shared = Mentora ar tieši tādām pašām interesēm nav, bet šiem ir vieta un vēlme iepazīties:
    { $list }
match-reason = kopīgs: { $list }
match-near = tuvu tavām interesēm: { $list }
match-no-reason = ir brīva vieta
match-asked = Pajautāju mentoram: { $name }. Atbilde parasti ir dažu dienu laikā; galīgi nekas vēl nav.
match-full = Pa šo laiku mentoram beidzās brīvās vietas. Skatāmies citus.
match-passed = Šis piedāvājums vairs nav spēkā.
match-again = Skatīt citus
pair-request = Tevi par mentoru izvēlējās: { $name }{ $age ->
        [none] {""}
       *[other] {", "}vecums: { $age }
    }.
    Intereses: { $interests }
    Vai gribi sākt? Drīksti atteikt, tas nevienu neaizskars.
pair-yes = Jā, gribu
pair-no = Šoreiz nē
pair-full = Jauniešu skaits, ko atbalsti šajā semestrī, jau ir { $cap }; vairāk programma neļauj. Atsaki, lūdzu, vai pajautā koordinatoram.
pair-withdrawn = Lūgums atsaukts. Jaunietis: { $name }. Tev nekas nav jādara.
pair-declined-mentor = Paldies par skaidru atbildi. Pateikšu to saudzīgi.
pair-declined = Šoreiz neizdosies: mentoram tagad pietrūkst laika. Tas nav par tevi. Paskatīsimies citus?
pair-declined-next = Šoreiz neizdosies: mentoram tagad pietrūkst laika. Tas nav par tevi. Nākamais tavā sarakstā: { $name }. Vai pajautāt?
pair-ask-next = Jā, pajautāt
pair-begun-mentee = Abi teica „jā”! Tavs mentors: { $name }. Mentors drīz uzrakstīs, un jūs vienosieties par pirmo tikšanos.
pair-begun-mentor = Abi teica „jā”! Tavs jaunietis: { $name }. Labs pirmais solis: piedāvā divus laikus, kad satikties.
pair-begun-coordinator = Jauns pāris. Mentors: { $mentor }, jaunietis: { $mentee }.

only-mentors = Jauniešu saraksts ir tikai mentoriem. Ko darām?
no-mentees = Tev pašlaik nav neviena jaunieša. Kad kāds tevi izvēlēsies, uzrakstīšu.
your-mentees = Tavi jaunieši ({ $count } no { $cap }):
    { $list }
sign-last = pēdējā ziņa: { $day }
sign-never = vēl nav rakstīts
one-mentee = { $name } – { $sign }
    { $week }
    Uzdevumi:
    { $tasks }
    Nodoti rezultāti: { $shared }
week-was = Nedēļa: { $score } no 5 ({ $day })
week-unknown = Uz nedēļas aptauju atbildes vēl nav
not-shared = Šis rezultāts tev vairs nav redzams.

announce-whom = Kam rakstīt?
announce-mentees = Jauniešiem ({ $count })
announce-mentors = Mentoriem ({ $count })
announce-everybody = Visiem ({ $count })
announce-nobody = No viņiem neviens vēl nav piekritis saņemt ziņas.
announce-write = Raksti paziņojuma tekstu. Pirms sūtīšanas to parādīšu.
announce-long = Paziņojums ir par garu: rakstzīmju skaits ir { $actual }, bet drīkst būt { $limit }. Saīsini, lūdzu.
announce-preview = { $count ->
        [zero] Tā to redzēs { $count } cilvēku:
        [one] Tā to redzēs { $count } cilvēks:
       *[other] Tā to redzēs { $count } cilvēki:
    }
announcement = Paziņojums. { $name }, { $role }:
announce-send = Sūtīt ({ $count })
announce-sent = { $count ->
        [zero] Sūtu { $count } cilvēkiem.
        [one] Sūtu { $count } cilvēkam.
       *[other] Sūtu { $count } cilvēkiem.
    }
announce-sent-already = Šis paziņojums jau ir nosūtīts.
announce-cancelled = Paziņojums atcelts. Ko darām?
announce-who = Kas saņēma?
announce-report = Saņēma { $got } no { $count }:
state-sent = saņemts
state-waiting = gaida sūtīšanu
state-cancelled = netika sūtīts: ziņas izslēgtas
state-failed = neizdevās nosūtīt
state-dead = neizdevās nosūtīt
state-uncertain = nav zināms, vai saņemts
state-sending = tiek sūtīts
state-gone = vairs nav programmā

attention = Kam vajag uzmanību:
attention-none = Viss mierīgi: neviens neklusē, un neatbildētu jautājumu nav.

stopped = Labi, bez tava jautājuma vairs nerakstīšu. Kad gribi, lai atsāku, nospied pogu vai raksti „turpināt atgādinājumus”.
switched-on = Atkal ieslēgts. Atgādināšu laikus.
my-data = Tavi dati: vārds, atbildes, uzdevumi, rezultāti un šī saruna. Visu vienuviet vari lejupielādēt šīs lapas augšā pie „Mani dati”. Ja vārds vai kas cits nav pareizs, uzraksti, un nodošu koordinatoram.
erase-sure = Izdzēsīšu visu: sarunu, uzdevumus, rezultātus un vārdu. Atgūt to nevarēs. Vai tiešām dzēst?
erase-yes = Jā, izdzēst visu
erase-no = Nē, paturēt
erase-kept = Labi, viss paliek.
other-left = Sadarbība beigusies, jo dati ir izdzēsti: { $name }. Ja vajag parunāt, raksti koordinatoram.
person-left = Savus datus izdzēsa un no programmas aizgāja viens cilvēks ({ $role }).

danger = Paldies, ka to uzrakstīji. Tas ir svarīgi, un ar to nav jātiek galā vienatnē. Ja briesmas ir tagad, zvani 112. Parunāt vari uzreiz:
    { $helplines }
    Es esmu bots, tāpēc tūlīt pasaucu cilvēku no programmas. Vai tagad esi drošībā?
danger-alone = Paldies, ka to uzrakstīji. Tas ir svarīgi, un ar to nav jātiek galā vienatnē. Ja briesmas ir tagad, zvani 112. Parunāt vari uzreiz:
    { $helplines }
    Es esmu tikai bots, tāpēc piezvani vai aizej pie kāda pieaugušā, kam uzticies. Vai tagad esi drošībā?
danger-safe = Jā, tagad ir droši
danger-not-safe = Nē
danger-glad = Labi, ka pateici. Cilvēks no programmas tev drīz uzrakstīs. Ja kļūst grūtāk, zvani 116111 jebkurā laikā.
danger-now = Zvani tagad 112 vai ej tur, kur ir kāds pieaugušais, kam uzticies. Pateicu cilvēkam, ka tas ir steidzami.
danger-glad-alone = Labi, ka pateici. Ja kļūst grūtāk, zvani 116111 jebkurā laikā.
danger-now-alone = Zvani tagad 112 vai ej tur, kur ir kāds pieaugušais, kam uzticies.
danger-ask = Izklausās, ka tev tagad ir smagi. Vai tas bija tikai teiciens, vai ir kas nopietnāks? Ja vajag parunāt, 116111 ir bez maksas un jebkurā laikā.
danger-ask-fine = Tikai teiciens
danger-ask-serious = Ir nopietni
danger-fine = Labi, ka pateici. Ja kļūst smagāk, raksti man vai zvani 116111 jebkurā laikā.
danger-human = Tavu ziņu izlasīja cilvēks: { $name }, { $role }. Drīz saņemsi atbildi.
alert = TRAUKSME. Rakstīja: { $name } ({ $role }).
    „{ $text }”
    Palīdzības tālruņus jau nosūtīju. Sazinies, lūdzu, vēl šodien.
alert-again = TRAUKSME joprojām gaida. Rakstīja: { $name } ({ $role }).
    „{ $text }”
    Stundu neviens nav atsaucies. Sazinies, lūdzu, tagad.
alert-not-safe = STEIDZAMI. Nav drošībā: { $name }. Zvani, lūdzu, tūlīt; ja nevar sazvanīt, 112.
alert-more = Uz jautājumu, vai ir droši, rakstīja: { $name }.
    „{ $text }”
alert-taken = Es rīkojos
alert-write = Rakstīt
alert-thanks = Paldies. Pierakstīju, ka rīkojies tu. Jaunietis: { $name }.
alert-already = Par šo jau rīkojas cits cilvēks.

stranger = Sveiki! Es esmu mentoringa programmas čatbots. Lai sāktu, vajag uzaicinājuma saiti: to iedod programmas koordinators vai mentors. Palūdz saiti un atver to šajā tālrunī.
stranger-danger = Es esmu čatbots un tevi vēl nepazīstu, tāpēc cilvēku pasaukt nevaru. Lūdzu, zvani tūlīt, tur atbild dzīvi cilvēki:
    { $helplines }
group-hello = Sveiki! Grupā es par personīgām lietām nerunāju. Raksti man privāti, tur varu palīdzēt.
invitation-unknown = Šī saite neder. Varbūt tā ir nepilna? Palūdz koordinatoram jaunu.
invitation-used = Šī saite jau ir izmantota. Palūdz koordinatoram jaunu.
invitation-expired = Šīs saites laiks ir beidzies. Palūdz koordinatoram jaunu.
channel-added = Izdevās! Tagad vari rakstīt man arī šeit. Atbildēšu tur, kur raksti.
channel-taken = Šī saite ir cita cilvēka saite, tāpēc tā te neder. Savu saiti dabūsi, ja uzrakstīsi „kanāli”.
channels = Atbildu tur, kur tu raksti. Atgādinājumus sūtu te: { $here }.
channel-add = Gribi rakstīt arī citur ({ $channel })? Atver šo saiti, tā der vienu dienu un tikai tev: { $link }
channel-web = tīmekļa čats
channel-telegram = Telegram
channel-whatsapp = WhatsApp
prefer = Atgādini te: { $channel }
preferred = Labi. Atgādinājumus turpmāk sūtīšu te: { $channel }.
person-lost = { $name } ({ $role }) vairs nesaņem manas ziņas: { $channel } ir bloķēts vai slēgts. Sazinies citādi un pajautā, vai viss kārtībā. Kamēr cilvēks neatgriežas, tur neko nesūtīšu.
edited = Redzu, ka tu labo ziņu. Atbildi es jau izlasīju tādu, kāda tā bija. Ja gribi to mainīt, spied „Atpakaļ” vai uzraksti no jauna.
contact-kept = Paldies, numuru saglabāju. To redz tikai cilvēki, kurus pasaucu briesmās. Dzēst vari jebkurā brīdī.
contact-foreign = Cita cilvēka numuru es neglabāju. Ja gribi, vari nodot savu.
my-data-here = Šeit ir viss, ko par tevi glabāju. Vari to izlasīt, saglabāt vai dzēst.
erased = Viss ir izdzēsts. Lai tev veicas! Ja kādreiz gribēsi atgriezties, palūdz koordinatoram jaunu uzaicinājumu.
too-fast = Tu raksti ātrāk, nekā es spēju izlasīt. Dažas ziņas palika nelasītas. Pagaidi brīdi un atsūti svarīgāko vienā ziņā.
alert-phone = Tālrunis: { $phone }
attention-uncertain = Nav zināms, vai { $count ->
        [one] ir saņemta { $count } ziņa
       *[other] ir saņemtas { $count } ziņas
    }
attention-unsent = Neizdevās nosūtīt { $count ->
        [zero] { $count } ziņu
        [one] { $count } ziņu
       *[other] { $count } ziņas
    }
state-unreachable = nav sasniedzams: bloķējis vai slēdzis čatu
state-expired = netika sūtīts: novecojis
about-description = Es esmu Pavadonis, mentoringa programmas čatbots. Atgādinu par termiņiem, palīdzu sakārtot domas, atbildu uz jautājumiem un pasaucu cilvēku, kad vajag. Lai sāktu, atver uzaicinājuma saiti no programmas koordinatora.
about-short = Mentoringa programmas čatbots: termiņi, mērķi, jautājumi un cilvēks, kad vajag.
about-menu = Ko darām?
about-grow = GROW saruna par mērķi
about-tasks = Mani uzdevumi un termiņi
about-results = Mani rezultāti
about-questions = Pajautāt
about-language = Cita valoda
about-channels = Kur man rakstīt
about-data = Viss, ko par mani glabā
about-pause = Neraksti man pagaidām
about-resume = Raksti man atkal
about-help = Palīdzība
snooze = Ne tagad
snooze-until = Labi. Kad atgādināt?
snooze-hour = Pēc stundas
snooze-evening = Vakarā
snooze-tomorrow = Rīt
snooze-monday = Pirmdien
snoozed-hour = Labi, pēc stundas.
snoozed-evening = Labi, vakarā.
snoozed-tomorrow = Labi, rīt.
snoozed-monday = Labi, pirmdien.
digest = { $count ->
    [one] Šodien tev ir { $count } lieta.
   *[other] Šodien tev ir { $count } lietas. Ar kuru sāksim?
  }
digest-nudge = { $title } – termiņš { $day }
digest-due-today = { $title } – termiņš ir šodien
digest-late = { $title } – termiņš bija { $day }
digest-silence = { $name }: nav ziņu { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  }
digest-silence-role = { $name } ({ $role }): nav ziņu { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  }
prompt-event-before = { $day }: { $title }.
prompt-event-on-day = Šodien: { $title }{ $time }.
prompt-event-late = { $title }: diena bija { $day }. Ja tas jau ir izdarīts, nospied pogu.
prompt-other-question = Sen neesam sarakstījušies. Kā tev klājas? Pietiek ar vienu vārdu vai pogu.
prompt-ask-mentor = Sen neesam sarakstījušies. Kā klājas tev un taviem jauniešiem? Pietiek ar vienu vārdu vai pogu.
prompt-coordinator-silence = No šiem cilvēkiem sen nav ziņu. Varbūt vajag piezvanīt:
ask-fine = Viss kārtībā
ask-hard = Iet grūti
ladder-fine = Prieks dzirdēt! Ja ko vajag, raksti.
event-begin = Sākt
event-done = Izdarīts
event-at = {" "}plkst. { $time }
event-thanks = Paldies, atzīmēju.
event-gone = Tā kalendārā vairs nav.
lives = Pats no sevis rakstu ap plkst. { $hour }, un kā iet, jautāju: { $weekday }. Ko mainām?
lives-hour = Citā stundā
lives-day = Citā dienā
lives-evening = Vakaros nerakstīt
lives-pause = Pauze līdz datumam
lives-as-programme = Kā programmā
lives-which-hour = Cikos rakstīt?
lives-which-day = Kurā dienā jautāt, kā iet?
lives-hour-kept = Labi, turpmāk rakstīšu ap plkst. { $hour }.
lives-day-kept = Labi, turpmāk jautāšu: { $weekday }.
lives-quiet-kept = Labi, no plkst. { $start } līdz { $end } pats no sevis nerakstīšu.
lives-reset = Labi, turpmāk viss būs tā, kā programmā.
weekday-0 = pirmdienās
weekday-1 = otrdienās
weekday-2 = trešdienās
weekday-3 = ceturtdienās
weekday-4 = piektdienās
weekday-5 = sestdienās
weekday-6 = svētdienās
pause-until-when = Līdz kurai dienai nerakstīt? Nospied pogu vai uzraksti datumu.
pause-3 = 3 dienas
pause-7 = Nedēļu
pause-14 = Divas nedēļas
pause-not-a-date = Šo dienu nesapratu. Uzraksti, piemēram, „12. marts” vai „piektdien”.
pause-too-long = Izvēlies dienu pēc šodienas, ne vēlāk kā pēc { $days } dienām.
paused = Labi, līdz šai dienai nerakstīšu: { $day }. Tu vari rakstīt jebkurā brīdī.
pause-end = Esmu atpakaļ
pause-was-over = Pauzes tagad nav. Ko darām?
pause-ended = Sveiki atpakaļ! Ko darām?
ill = Lai ātrāk paliek labāk! Līdz kurai dienai tevi netraucēt?
other-paused = { $name } ņem pauzi līdz: { $day }. Uz atbildi līdz tam nav jāgaida.
other-back = { $name } ir atpakaļ.
why-event = Šo atsūtīju, jo tas ir programmas kalendārā. Vai turpmāk neatgādināt?
why-mentor-silence = Programma pajautā, ja no mentora sen nav ziņu. Vai turpmāk nejautāt?
about-lives = Kad man rakstīt
task-move = Pārcelt
task-drop = Atmest
task-keep = Tomēr paturēt
task-move-to = Uz kuru dienu pārcelt „{ $title }”? Vari arī uzrakstīt datumu.
task-move-again = Te vajag dienu, sākot ar šodienu, piemēram, „piektdien” vai „20. martā”. Uz kuru pārcelt „{ $title }”?
task-moved = „{ $title }” pārcelts. Jaunais termiņš: { $day }.
task-dropped = Labi, „{ $title }” vairs nav sarakstā, un par to neatgādināšu.
extend-automatic = Tik daudz laika programma iedod uzreiz.
extend-undecided = Lūgums gaida jau { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  }. Vispirms jautāju: { $name }.
extend-decided-by = Tā lēma: { $name }.
extend-programme = programma
extend-refused-other = Termiņš šoreiz nemainās. Uzdevums „{ $title }”, termiņš: { $day }. Jaunietis: { $name }.

# Rezultāti: meklēšana un PDF
your-results-page = Tavi rezultāti, { $first }.–{ $last }. no { $count }:
results-older = Vecāki
results-newer = Jaunāki
results-all = Visi rezultāti
results-hint = Tādu rezultātu neatradu. Meklēt vari pēc rīka, laika vai vārda, piemēram, „rezultāti rats” vai „rezultāti no 1. janvāra”.
do-pdf = PDF
result-pdf = Rezultāts kā PDF fails: { $title }
coming-before = { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  } pirms termiņa: { $due }.
coming-on-day = Šajā dienā ir termiņš.
coming-late = { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  } pēc termiņa ({ $due }), ja uzdevums vēl ir atvērts.
coming-event-before = { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  } pirms dienas kalendārā: { $due }.
coming-event-on-day = Tā ir diena programmas kalendārā.
coming-event-late = { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  } pēc dienas kalendārā ({ $due }), ja tas vēl nav izdarīts.
coming-check-in = Reizi nedēļā programma pajautā, kā iet.
coming-silence = { $days ->
    [one] { $days } diena
   *[other] { $days } dienas
  } bez ziņām; pēdējā bija { $last-sign }.
coming-mentor-silence = { $days ->
    [one] { $days } diena
   *[other] { $days } dienas
  } bez ziņām; pēdējā bija { $last-sign }.
coming-alert = Kāds rakstīja par briesmām, un neviens vēl nav atsaucies.
coming-undecided = Lūgums { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  } gaida atbildi.
coming-mine = Lūk, ko tev rakstīšu, ja nekas nemainās:
coming-of = Ko saņems { $name }, ja nekas nemainās:
coming-nothing = Pagaidām nekas nav plānots.
coming-nobody = Neviena ar tādu vārdu programmā neatrodu. Raksti vārdu tā, kā tas ir sarakstā.
coming-who = Der { $count ->
    [one] { $count } cilvēks
    [zero] { $count } cilvēku
   *[other] { $count } cilvēki
  }. Izvēlies vārdu.
coming-stopped = Ziņas ir izslēgtas, tāpēc pats no sevis nerakstu.
coming-paused = Pauze līdz: { $day }.
kind-nudge = atgādinājums par uzdevumu
kind-due-today = uzdevuma termiņa diena
kind-late = jautājums pēc uzdevuma termiņa
kind-check-in = nedēļas jautājums
kind-event = programmas kalendārs
kind-silence = ziņa par klusumu
kind-mentor-silence = ziņa par mentora klusumu
kind-alert = trauksme
kind-extension = lūgums pēc laika
need-alarm = Trauksme bez atbildes: { $name }{ $days ->
    [0] {""}
    [one] {" "}({ $days } dienu)
   *[other] {" "}({ $days } dienas)
  }
need-question = Jautājums bez atbildes: { $name } ({ $days ->
    [0] šodien
    [one] { $days } dienu
   *[other] { $days } dienas
  })
need-extension = Lūgums pēc laika bez atbildes: { $name } ({ $days ->
    [0] šodien
    [one] { $days } dienu
   *[other] { $days } dienas
  })
need-lost = Ziņas nenonāk: { $name } ({ $days ->
    [0] kopš šodienas
    [one] { $days } dienu
   *[other] { $days } dienas
  })
need-silent = Nav ziņu: { $name } ({ $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  })
need-silent-mentor = Mentors bez ziņām: { $name } ({ $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  })
need-alone = Bez mentora: { $name } ({ $days ->
    [0] kopš šodienas
    [one] { $days } dienu
   *[other] { $days } dienas
  })
need-why-alarm = Ziņa par briesmām atnāca šajā dienā: { $day }. Neviens vēl nav atsaucies.
need-why-question = Jautājuma diena: { $day }.
need-why-lost = Čats ir slēgts vai bloķēts. Pirmoreiz ziņa nenonāca: { $day }.
need-why-silent = Pēdējā ziņa bija { $day }. Bieži palīdz viens vienkāršs jautājums bez pārmetuma.
need-why-silent-mentor = Pēdējā ziņa bija { $day }.
need-why-alone = Piekrišana vai iepriekšējā pāra beigas: { $day }.
need-late = Solītais atbildes laiks ir pagājis.
need-mentees = Gaida: { $list }
need-asked = Jautājums nosūtīts, atbildes vēl nav: { $name }
need-write = Rakstīt
need-tell = Pateikt mentoram
need-propose = Ieteikt mentorus
need-gone = Tas vairs nav aktuāli.
need-hidden = Labi, rādīšu atkal { $day }. Ja kļūs nopietnāk, agrāk.
need-silent-to-mentor = { $human } lūdz: aizraksti, lūdzu, savam jaunietim. Nav ziņu { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  }: { $name }. Pietiek ar vienu vienkāršu jautājumu.
need-lost-to-mentor = { $human } lūdz: sazinies, lūdzu, ar jaunieti citādi, jo manas ziņas nenonāk. Tas ir: { $name }.
need-find-mentor = Tev vēl nav mentora. Vai tagad sameklējam? Vajag tikai pateikt, kas tev interesē.
attention-hidden = Atlikts uz vēlāku laiku: { $count }
note-write = Raksti, un es to nodošu tavā vārdā. Saņems: { $name }.
do-coming = Kas gaidāms
announce-stop = Apturēt
announce-stopped = { $count ->
    [0] Viss jau bija nosūtīts, apturēt vairs nebija ko.
    [one] Apturēts. Netika nosūtīta { $count } ziņa.
   *[other] Apturēts. Netika nosūtītas { $count } ziņas.
  }
pact-with-whom = Ar kuru cilvēku?
pact-before = Uz šiem jautājumiem atbildat abi, katrs par sevi. Kad būs abas atbildes, tās redzēsiet abi. Otra puse: { $name }.
pact-invited = Otra puse saņēma uzaicinājumu: { $name }. Kad būs arī tās atbildes, salīdzināsim.
pact-invitation = { $name } aicina kopā sagatavot: „{ $title }”. Katrs atbild vienatnē, tad abi redz abas atbildes.
pact-answer = Atbildēt
pact-ask-again = Pajautāt vēlreiz
pact-answer-anew = Atbildēt no jauna
pact-waits = Tavas atbildes ir saglabātas. Vēl jāatbild otrai pusei: { $name }.
pact-asked-today = Šodien jau pajautāju, pagaidīsim vēl drusku. Otra puse: { $name }.
pact-asked = Pajautāju vēlreiz. Otra puse: { $name }.
pact-both-answered = Nu ir abas atbildes. Otra puse: { $name }.
pact-you-changed = Jaunā atbilde ir saglabāta. Tagad tai jāder abiem, arī otrai pusei: { $name }.
pact-other-changed = { $name } mainīja atbildi. Apskati, vai tagad der.
pact-changed-since = Pa šo laiku kāda atbilde ir mainījusies. Tagad ir tā:
pact-comparison = { $title }: abas atbildes
pact-alike = Te domājat vienādi.
pact-differing = Te atbildes atšķiras.
pact-no-difference = Atšķirību nav.
pact-confirm = Der
pact-talk = Gribu parunāt
pact-confirmed = Pierakstīju tavu „der”. Tagad vārds otrai pusei: { $name }.
pact-other-confirmed = { $name } saka „der”. Tagad vārds tev: „{ $title }”.
pact-agreed-already = Vienošanās jau ir spēkā.
pact-agreed = „{ $title }” tagad der abiem. Tā ir jūsu abu rezultātos. Otra puse: { $name }.
pact-agreed-coordinator = „{ $title }” der abiem: { $one } un { $two }. Saturu redz tikai šie divi cilvēki.
pact-talk-here = Labi, vispirms parunājiet. Otra puse to zina: { $name }. Ja pēc tam kāda atbilde jāmaina, izvēlies jautājumu.
pact-talk-there = { $name } vispirms grib parunāt. Ja pēc sarunas kāda atbilde jāmaina, izvēlies jautājumu.
timed-needs-two = „{ $title }” ir saruna diviem. Kad tev būs otra puse, varēsiet sākt.
timed-with = Otra puse: { $name }.
timed-ask = Sākam tagad
timed-invitation = { $name } aicina sākt tagad: „{ $title }”. Tas aizņems ne vairāk par { $minutes } min. Vai tev tagad der?
timed-start = Jā, sākam
timed-not-now = Tagad nē
timed-asked = Pajautāju. Sāksim, kad piekritīs arī otra puse: { $name }.
timed-withdraw = Atsaukt
timed-withdrawn = Labi, šoreiz nesākam.
timed-withdrawn-by = { $name } atsauca uzaicinājumu. Sākt varēsiet citreiz.
timed-later = Labi, šoreiz nesākam. Sākt varēsiet jebkurā laikā.
timed-later-by = { $name } tagad nevar sākt. Tā gadās; norunājiet laiku, kas der abiem.
timed-stale = Šis uzaicinājums jau ir vecs. Vai pajautāt no jauna?
timed-part = { $number } no { $count }: { $title } ({ $minutes } min)
timed-pause = Pauze
timed-next = Tālāk
timed-end = Beigt
timed-go-on = Turpināt
timed-minute-left = Šai tēmai vēl minūte.
timed-paused = Pauze. Šai tēmai vēl ir { $minutes } min.
timed-paused-by = { $name } nospieda pauzi. Šai tēmai vēl ir { $minutes } min.
timed-is-paused = Tagad ir pauze. Šai tēmai vēl ir { $minutes } min.
timed-goes-on = { $name } turpina sarunu. Šai tēmai vēl ir { $minutes } min.
timed-next-by = { $name } nospieda „Tālāk”.
timed-ended-by = { $name } beidza sarunu.
timed-passed = Saruna jau ir tikusi tālāk.
timed-over = Šī saruna jau ir beigusies.
timed-interrupted = Piedod, kādu brīdi manis nebija, tāpēc apturēju laiku. Vai turpinām ar nākamo tēmu?
timed-done = Saruna ir galā.
timed-decide = Vai gribi sadarboties? Katrs atbild vienatnē, un „nē” nevienam nav pārmetums.
timed-says-yes = Jā
timed-says-no = Nē
timed-says-time = Vajag laiku
timed-heard-yes = Paldies! Otra puse to uzzinās, ja arī tās atbilde būs „jā”.
timed-heard-no = Paldies, ka pateici. Otrai pusei to pateikšu saudzīgi.
timed-heard-time = Labi, padomā mierīgi. Atbildēt var arī vēlāk.
timed-decided-already = Tava atbilde jau ir pierakstīta. Ja tā mainījusies, raksti koordinatoram.
timed-both-yes = Abas atbildes ir „jā”! Otra puse: { $name }.
timed-other-no = Šoreiz sadarbība neturpināsies. Tā gadās, un tas nav par tevi. Koordinators to zina un palīdzēs.
timed-other-thinks = Otrai pusei vajag laiku padomāt. Tas ir labi, steigas nav.
timed-coordinator-yes = „{ $title }”: { $name } saka „jā”. Otra puse: { $other }.
timed-coordinator-no = „{ $title }”: { $name } saka „nē”. Otra puse: { $other }.
timed-coordinator-time = „{ $title }”: { $name } grib padomāt. Otra puse: { $other }.
timed-sentence = Viens teikums sev: kas no šīs sarunas jāpatur prātā? To redzi tikai tu.
timed-no-sentence = Izlaist
timed-sentence-kept = Saglabāju. Tas ir tavos rezultātos.
do-results = Mani rezultāti
