### Mentori un jaunieši: izvēle, vienošanās, sarunas

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
pair-full = Tavu jauniešu skaits šajā semestrī jau ir { $cap }; vairāk programma neļauj. Atsaki, lūdzu, vai pajautā koordinatoram.
pair-withdrawn = Lūgums atsaukts. Jaunietis: { $name }. Tev nekas nav jādara.
pair-declined-mentor = Paldies par skaidru atbildi. Pateikšu to saudzīgi.
pair-declined = Šoreiz neizdosies: mentoram tagad pietrūkst laika. Tas nav par tevi. Paskatīsimies citus?
pair-declined-next = Šoreiz neizdosies. Tas nav par tevi: mentoram tagad pietrūkst laika. Nākamais tavā sarakstā: { $name } – vai pajautāt?
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
about-whom = Par: { $name }.
application-kept = Labi, pieteikumu redzēsi tikai tu.
application-handed-in-mentee = Pieteikums ir nodots: to redz programmas koordinatori, un mentors to redzēs, kad jūs būsiet pāris. Atsaukt to var sadaļā „Mani rezultāti”.
application-handed-in-mentor = Pieteikums ir nodots: to redz programmas koordinatori. Atsaukt to var sadaļā „Mani rezultāti”.
application-new = Jauns pieteikums: { $name }.
application-gone = Šis pieteikums vairs nav pieejams.
applications = Pieteikumi ({ $count }), jaunākie vispirms:
applications-none = Neviens pieteikums vēl nav nodots.
do-applications = Pieteikumi ({ $count })
do-diary = Nodot novērojumus ({ $count })
diary-offer = Tev ir novērojumi par šo cilvēku: { $name }, skaits: { $count }. Līdz šim tos redzi tikai tu, tagad vari tos nodot.
diary-handed = Novērojumi ir nodoti: { $name }. Atsaukt tos var sadaļā „Mani rezultāti”.
diary-yours = { $name } tev nodod savus novērojumus par jūsu tikšanās reizēm, skaits: { $count }.
concerns-whom = Par kuru jaunieti?
pact-with-whom = Ar ko kopā?
pact-before = Uz šiem jautājumiem atbildat abi, katrs atsevišķi. Kad būs abas atbildes, abi tās redzēsiet. Kopā ar tevi atbild: { $name }.
pact-invited = { $name } saņēma uzaicinājumu. Kad būs abas atbildes, salīdzināsim.
pact-invitation = { $name } aicina kopā sagatavot: „{ $title }”. Katrs atbild vienatnē, tad abi redz abas atbildes.
pact-answer = Atbildēt
pact-ask-again = Pajautāt vēlreiz
pact-answer-anew = Atbildēt no jauna
pact-waits = Tavas atbildes ir saglabātas. Vēl gaidām: { $name }.
pact-asked-today = Šodien jau pajautāju, pagaidīsim vēl drusku. Gaidām: { $name }.
pact-asked = Pajautāju vēlreiz. Gaidām: { $name }.
pact-both-answered = Nu ir abas atbildes. Kopā ar tevi atbildēja: { $name }.
pact-you-changed = Jaunā atbilde ir saglabāta. Tagad tai jāder abiem. Vēl lemj: { $name }.
pact-other-changed = { $name } mainīja atbildi. Apskati, vai tagad der.
pact-changed-since = Pa šo laiku kāda atbilde ir mainījusies. Tagad ir tā:
pact-comparison = { $title }: abas atbildes
pact-alike = Te domājat vienādi.
pact-differing = Te atbildes atšķiras.
pact-no-difference = Atšķirību nav.
pact-chosen = Te atbildes atšķīrās, un spēkā paliek izvēlētais.
pact-both-hold = Spēkā ir abas atbildes.
pact-which-holds = Te vēl atbildes atšķiras. Kura lai paliek spēkā?
pact-take-mine = Ņemam manu
pact-take-theirs = Ņemam otru
pact-take-both = Ņemam abas
pact-take-all = Visur ņemam abas
pact-choose-anew = Mainīt izvēli
pact-choose-which = Kuru izvēli mainīt?
pact-you-chose = Izvēle ir pierakstīta. Tā būs spēkā, kad „der” teiks abi. Vēl lemj: { $name }.
pact-other-chose = { $name } izvēlējās, kura atbilde lai paliek spēkā. Apskati, vai tev tā der.
pact-confirm = Der
pact-talk = Gribu parunāt
pact-confirmed = Pierakstīju tavu „der”. Tagad lemj: { $name }.
pact-other-confirmed = { $name } saka „der”. Tagad vārds tev: „{ $title }”.
pact-agreed-already = Vienošanās jau ir spēkā.
pact-agreed = „{ $title }” tagad der abiem. Tā ir jūsu abu rezultātos. Kopā ar tevi: { $name }.
pact-agreed-coordinator = „{ $title }” der abiem: { $one } un { $two }. Saturu redz tikai šie divi cilvēki.
pact-talk-here = Labi, vispirms parunājiet. { $name } to zina. Ja pēc tam kāda atbilde jāmaina, izvēlies jautājumu.
pact-talk-there = { $name } vispirms grib parunāt. Ja pēc sarunas kāda atbilde jāmaina, izvēlies jautājumu.
timed-needs-two = „{ $title }” ir saruna diviem. Kad tev būs ar ko runāt, varēsiet sākt.
timed-with = Kopā ar tevi: { $name }.
timed-ask = Sākam tagad
timed-invitation = { $name } aicina sākt tagad: „{ $title }”. Tas aizņems ne vairāk par { $minutes } min. Vai tev tagad der?
timed-start = Jā, sākam
timed-not-now = Tagad nē
timed-asked = Pajautāju. Sāksim, kad piekritīs arī { $name }.
timed-resting = Tagad klusās stundas: { $name }. Pajautāt var no plkst. { $time }.
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
timed-left = Šai tēmai vēl { $part } min, visai sarunai ne vairāk par { $whole } min.
timed-no-hurry = Nekas, steigas nav. Runājiet, kā sanāk; es tikai sekoju laikam.
timed-done = Saruna ir galā.
timed-decide = Vai gribi sadarboties? Katrs atbild vienatnē, un „nē” nevienam nav pārmetums. Koordinators uzzinās tikai, kas no tā iznāca.
timed-says-yes = Jā
timed-says-no = Nē
timed-says-time = Vajag laiku
timed-heard-yes = Paldies! Otrs cilvēks to uzzinās, ja arī viņa atbilde būs „jā”.
timed-heard-no = Paldies, ka pateici. Otram cilvēkam to pateikšu saudzīgi.
timed-heard-time = Labi, padomā mierīgi. Atbildēt var arī vēlāk.
timed-decided-already = Tava atbilde jau ir pierakstīta. Ja tā mainījusies, raksti koordinatoram.
timed-both-yes = Abas atbildes ir „jā”! Kopā ar tevi: { $name }.
timed-other-no = Šoreiz sadarbība neturpināsies. Tā gadās, un tas nav par tevi. Koordinators to uzzinās un palīdzēs.
timed-other-thinks = Otram cilvēkam vajag laiku padomāt. Tas ir labi, steigas nav.
outcome-yes = „{ $title }”: abas atbildes ir „jā”. Sadarbosies { $mentor } un { $mentee }.
outcome-no = „{ $title }”: { $mentor } un { $mentee } kopā neturpinās. Kas ko atbildēja, paliek starp abiem.
outcome-open = „{ $title }”: vēl nav izlemts, vai sadarbosies { $mentor } un { $mentee }.
timed-sentence = Viens teikums sev: kas no šīs sarunas jāpatur prātā? To redzi tikai tu.
timed-no-sentence = Izlaist
timed-sentence-kept = Saglabāju. Tas ir tavos rezultātos.
