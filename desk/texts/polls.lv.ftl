### Grupas: aptaujas un viktorīnas

do-groups = Grupai
group-menu = { $count ->
        [zero] Tavā grupā ir { $count } jauniešu. Ko darīsiet kopā?
        [one] Tavā grupā ir { $count } jaunietis. Ko darīsiet kopā?
       *[other] Tavā grupā ir { $count } jaunieši. Ko darīsiet kopā?
    }
group-only-mentors = Pašlaik nevienas aptaujas tev nav. Tās grupai sagatavo mentors, un tad es uzrakstīšu.
group-nobody = Tev vēl nav neviena jaunieša. Kad būs, varēsiet kopā aizpildīt aptaujas un viktorīnas.
group-gone = Tā vairs nav. Varbūt ir beidzies laiks, kurā programma atbildes glabā.
group-draft = Melnraksts: { $title }
group-over = { $title }
group-running = Tagad: { $title }
group-night = Tagad ir klusās stundas, kad programma jauniešiem neko nejautā. Pēc plkst. { $time } nospied vēlreiz.

poll-ready = Gatavas aptaujas
poll-ready-list = Izvēlies, un pirms sākšanas visu parādīšu.
poll-own = Sava aptauja
poll-own-quiz = Sava viktorīna
poll-past = Agrākās
poll-past-list = Kuras rezultātus parādīt?
poll-past-none = Neviena aptauja vēl nav beigusies.
poll-untitled = Aptauja
poll-untitled-quiz = Viktorīna

poll-so-far = Pagaidām ir šādi jautājumi:
    { $list }
poll-one-more = Vēl viens jautājums
poll-go-on = Tālāk
poll-take-back = Noņemt pēdējo
poll-empty = Jautājumu vēl nav.
poll-most = Vienā aptaujā var būt ne vairāk par { $most } jautājumiem; īsākas arī labāk aizpilda.
poll-option-long = Kāda no atbildēm ir garāka par { $most } zīmēm un uz pogas nebūtu izlasāma, tāpēc jautājumu nepierakstīju. Pamēģini īsāk.
poll-discard = Izmest
poll-discarded = Izmetu. Neviens to neredzēja.
poll-started-already = Šī aptauja jau ir sākta, tāpēc mainīt to vairs nevar.
poll-look = Apskatīt
poll-kind-choice = viena izvēle
poll-kind-choices = vairākas izvēles
poll-kind-text = saviem vārdiem
poll-kind-words = vārdu mākonis
poll-kind-number = skaitlis
poll-kind-scale = no { $low } līdz { $high }
poll-kind-ranking = sakārtot secībā

poll-which-pace = Kā grupa atbildēs? Ja visi reizē, pēc katra jautājuma redzat rezultātu; tas der, kad esat kopā. Ja katrs savā laikā, rezultātu redzat beigās.
poll-pace-live = Visi reizē
poll-pace-own = Katrs savā laikā
poll-until-when = Kad aptauja beigsies?
poll-until-passed = Šis laiks jau ir pagājis vai ir pavisam tuvu. Kad aptauja beigsies?
poll-until = { $day }, plkst. { $time }
poll-which-names = Vai gribi redzēt, kurš ko atbildēja? Ja atbild anonīmi, to nevar uzzināt neviens, arī es ne.
poll-anonymous = Anonīmi
poll-named = Ar vārdiem
poll-too-few-for-anonymous = Anonīmi var atbildēt, ja aicināto ir vismaz { $fewest }. Tagad ir mazāk, un visi zinātu, kurš ko teica, tāpēc būs ar vārdiem.
poll-is-live = Visi reizē, jautājumu pēc jautājuma.
poll-is-own = Katrs savā laikā. Aptauja beigsies { $until }.
poll-is-anonymous = Anonīmi: kurš ko atbildēja, neredzēs neviens. Rezultāts būs, ja atbildēs vismaz trīs.
poll-is-named = Ar vārdiem: kurš ko atbildēja, redzēsi tikai tu.
poll-named-since-few = Anonīmi nepiedāvāju, jo aicināto ir mazāk par { $fewest } un visi zinātu, kurš ko teica.
poll-reaches = Saņems: { $count }.
poll-resting = Pašlaik nerakstu: { $count }. Vēl nav piekrišanas, ir pauze vai brīvdienas.
poll-start = Sākt
poll-change = Mainīt
poll-chat-show = Rādīt arī grupas čatā
poll-chat-hide = Nerādīt grupas čatā
poll-nobody-to-ask = Pašlaik nav neviena, kam uzrakstīt: vēl nav piekrišanas, ir pauze vai brīvdienas. Melnraksts paliek.

poll-question-head = Jautājums { $number } no { $count }
poll-live-begins = Sākam visi reizē: „{ $title }”. { $names }
poll-anonymous-told = Grupa redzēs atbildes, bet tās ir anonīmas: neviens neuzzinās, kuras ir tavas. Tāpēc vēlāk tās nevar ne mainīt, ne atsaukt. Ja atbilžu būs mazāk par trim, tās izdzēsīšu.
poll-named-told = Grupa redzēs atbildes, bet ne to, kurš ko atbildēja. To redzēs tikai mentors.
poll-two-told = Grupā ir tikai divi cilvēki, tāpēc otrs var nojaust, kuras atbildes ir tavas. Saviem vārdiem rakstīto redzēs tikai mentors.
poll-alone-told = Šoreiz jautājumi ir tikai tev, tāpēc mentors zinās, ka atbildes ir tavas.
poll-words-hidden = Saviem vārdiem rakstīto šoreiz redz tikai mentors.
poll-live-invitation = { $name } tagad uzdod jautājumus visai grupai reizē: „{ $title }”. Vai vari pievienoties?
poll-invitation = { $name } uzdod grupai { $count ->
        [zero] { $count } jautājumu
        [one] { $count } jautājumu
       *[other] { $count } jautājumus
    }: „{ $title }”. Aptauja beigsies { $until }.
    { $names }
poll-answer = Atbildēt
poll-answer-anew = Šīs atbildes stāsies iepriekšējo vietā.
poll-thanks = Paldies, atbildes ir pierakstītas! Rezultātus atsūtīšu, kad aptauja beigsies.
poll-may-change = Kamēr aptauja ir atvērta, atbildes vari mainīt.
poll-change-answers = Mainīt atbildes
poll-thanks-anonymous = Paldies, atbildes ir nodotas anonīmi! Rezultātus atsūtīšu, kad aptauja beigsies.
poll-thanks-live = Paldies! Rezultātu redzēsi, kad atbildes būs savāktas.
poll-later = Labi. Atbildēt vari, kamēr aptauja ir atvērta.
poll-later-live = Labi. Atbildēt vari, kamēr jautājums ir atvērts.
poll-over = Šī aptauja tev vairs nav atvērta.
poll-ended = Šī aptauja jau ir beigusies.
poll-passed = Uz šo jautājumu vairs nevar atbildēt.
poll-answered-already = Tava atbilde jau ir saņemta. Paldies!
poll-wait-for-next = Šī jautājuma rezultāts jau ir parādīts. Nākamais jautājums drīz būs.
poll-waiting = Te gaida tavu atbildi:
poll-nudge = Vēl var atbildēt: „{ $title }”. Aptauja beigsies { $until }.
why-poll-nudge = Šo atsūtīju, jo tavs mentors grupai uzdeva jautājumus, atbildes no tevis vēl nav un šodien ir pēdējā diena. Atgādinu tikai vienreiz.

poll-stands = „{ $title }”: atbildēja { $answered } no { $of }. Aptauja beigsies { $until }.
poll-counted = Atbildēja { $answered } no { $of }.
poll-refresh = Atsvaidzināt
poll-close = Beigt tagad
poll-would-delete = Pagaidām atbildēja mazāk nekā trīs cilvēki, tāpēc anonīmās atbildes izdzēsīšu. Vai tiešām beigt?
poll-close-anyway = Beigt un izdzēst
poll-wait = Pagaidīt
poll-show-result = Rādīt rezultātu
poll-shown = { $number }. jautājuma rezultāts visiem jau ir parādīts. Pārrunājiet to, un tad var iet tālāk.
poll-next = Nākamais jautājums
poll-finish = Beigt
poll-end = Beigt tagad
poll-closed-already = Tā jau ir beigusies.

poll-result = Rezultāts: jautājums { $number } no { $count }
poll-your-answer = Tava atbilde: { $answer }
poll-right-answer = Pareizi: { $answer }
poll-answers = Atbilžu skaits: { $count }
poll-right-count = Pareizi atbildēja { $right } no { $count }.
poll-question-none = Uz šo jautājumu neviens neatbildēja.
poll-question-few = Anonīmu atbilžu bija mazāk par { $fewest }, tāpēc tās izdzēsu un nevienam nerādīju.
poll-results = „{ $title }” ir galā. Lūk, ko atbildēja grupa.
poll-score = Tavas pareizās atbildes: { $right } no { $of }.
poll-live-over = „{ $title }” ir galā. Paldies, ka piedalījies!
poll-live-ended = „{ $title }” ir galā.
poll-dropped = „{ $title }” ir galā. Anonīmu atbilžu bija mazāk par { $fewest }, tāpēc tās izdzēsu un nevienam nerādīju.
poll-nothing = „{ $title }” ir galā. Atbilžu šoreiz nebija.

poll-report = „{ $title }” ir galā: atbildēja { $answered } no { $of }.
poll-report-none = „{ $title }” ir galā. Šoreiz neviens neatbildēja. Varbūt palīdz īsāka aptauja vai tāda, kurā atbildat visi reizē, kad esat kopā.
poll-report-few = „{ $title }” ir galā. Anonīmi atbildēja mazāk par { $fewest }, un varētu uzminēt, kurš ko teica, tāpēc atbildes izdzēsu un nevienam nerādīju.
poll-report-end = Tas ir viss. Rezultātu der pārrunāt nākamajā tikšanās reizē.
poll-stumbles = Te pareizi atbildēja mazāk nekā puse; par to ir vērts parunāt:
poll-stumble = • { $question } Pareizi { $right } no { $count }. Biežākā nepareizā atbilde: { $wrong }
poll-no-stumbles = Uz katru jautājumu pareizi atbildēja vismaz puse.
poll-who = Kurš ko atbildēja
poll-whose = Izvēlies, kura cilvēka atbildes parādīt.
poll-nobodys = Atbilžu ar vārdiem nav.
poll-no-names = Kurš ko atbildēja, šeit nav redzams.
poll-repeat = Uzdot vēlreiz

poll-chat-yours = Redzu, ka esmu tavā grupas čatā. Pirms aptaujas sākšanas varēsi izvēlēties, vai jautājumus un rezultātus rādīt arī tur; vārdus nerādīšu.
poll-chat-begun = Sākas aptauja „{ $title }”. Atbildi man privāti; rezultātu parādīšu arī šeit.
poll-chat-tap = Atbildi ar pogu šeit vai man privāti. Kurš ko atbildēja, čatā nerādīšu.
poll-chat-private = Atbildi man privāti. Kurš ko atbildēja, čatā nerādīšu.
poll-chat-nothing = Šoreiz nav ko parādīt.
poll-tap-taken = Atbilde pieņemta. Paldies!
poll-tap-again = Tava atbilde jau ir saņemta.
poll-tap-over = Šis jautājums jau ir slēgts.
poll-tap-stranger = Šis jautājums ir mentora grupai. Paldies, ka gribēji piedalīties!
