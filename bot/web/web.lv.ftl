# Tīmekļa lapu teksti: saruna, izmēģinājums, uzaicinājums.

web-day = {$day}. { $month ->
    [1] janvāris
    [2] februāris
    [3] marts
    [4] aprīlis
    [5] maijs
    [6] jūnijs
    [7] jūlijs
    [8] augusts
    [9] septembris
    [10] oktobris
    [11] novembris
   *[12] decembris
}

web-chat-skip = Uz ziņas lauku
web-chat-log = Saruna
web-chat-me = Tu
web-chat-human = raksta cilvēks
web-chat-empty = Te vēl nav nevienas ziņas. Uzraksti pirmo!
web-chat-text = Tava ziņa
web-chat-placeholder = Raksti šeit
web-chat-send = Sūtīt
web-chat-retry = Sūtīt vēlreiz
web-chat-new = Jaunas ziņas
web-chat-reload = Skatīt jaunās ziņas
web-chat-failed = Ziņa vēl nav nosūtīta. Teksts palika lodziņā; pārbaudi internetu un sūti vēlreiz.
web-chat-choice-failed = Atbilde vēl nav nosūtīta. Pārbaudi internetu un sūti vēlreiz.
web-chat-offline = Savienojums pārtrūka. Mēģinu to atjaunot.

web-join-heading = Tevi aicina piedalīties programmā
web-join-programme = Programma
web-join-name = Vārds
web-join-role = Loma
web-join-about = Te tev palīdzēs Pavadonis, programmas čatbots. Tas atgādina par termiņiem, palīdz sakārtot domas un pasauc cilvēku, kad vajag.
web-join-next = Vispirms Pavadonis pastāstīs, ko par tevi glabā un kas to redz. Pēc tam izlemsi, vai turpināt.
web-join-start = Sākt sarunu
web-join-yours = Šī saite ir tikai tev. Ja redzi svešu vārdu, sarunu nesāc un pasaki koordinatoram.
web-join-trouble-heading = Šī saite neatveras
web-join-used = Ar šo uzaicinājumu saruna jau ir sākta.
web-join-used-instead = Atver to ierīcē un pārlūkā, kurā sarunu sāki. Ja to sāka kāds cits vai saruna ir pazudusi, palūdz koordinatoram jaunu saiti.
web-join-expired = Šim uzaicinājumam ir beidzies termiņš. Gadās.
web-join-expired-instead = Palūdz koordinatoram jaunu saiti.
web-join-unknown = Šādu uzaicinājumu neatradu. Varbūt, pārkopējot saiti, pazuda kāds burts.
web-join-unknown-instead = Atver saiti vēlreiz no ziņas, kurā to saņēmi. Ja neizdodas, palūdz koordinatoram jaunu.

web-demo-title = Izmēģinājums
web-demo-clock = Izmēģinājuma pulkstenis
web-demo-hour = + 1 stunda
web-demo-day = + 1 diena
web-demo-week = + 7 dienas
web-demo-to = Pārlikt pulksteni uz
web-demo-set = Pārlikt
web-demo-busy = Pārlieku pulksteni…
web-demo-failed = Pulksteni pārlikt neizdevās. To var griezt tikai uz priekšu un ne vairāk kā 400 dienas vienā reizē.
web-demo-language = Valoda
web-demo-choose = Izvēlēties citu cilvēku. Tagad:
web-demo-story = Ko izmēģināt

# Pages beside the chat
web-no-chat-heading = Šīs sarunas te nav
web-no-chat-text = Saite vairs nedarbojas vai dati ir izdzēsti. Palūdz koordinatoram jaunu uzaicinājumu.
web-front-heading = Pavadonis
web-front-text = Čatbots mentoringa programmām. Lai sāktu sarunu, vajag uzaicinājuma saiti; to dod programmas koordinators.
web-missing-heading = Tādas lapas te nav
web-missing-text = Pārbaudi saiti vai palūdz to vēlreiz savam koordinatoram.
web-broken-heading = Mums te kaut kas nogāja greizi
web-broken-text = Tava ziņa nav pazudusi. Pamēģini pēc brīža vēlreiz.
web-mine = Mani dati
web-data = Lejupielādēt
web-replace = Jauna saite vecās vietā

# What to try in the demo
web-cast-age = { $age } gadi, ir mentors
web-cast-new = vēl bez mentora
web-cast-mentor-of-elza = Elzas mentors
web-cast-mentor-of-three = trīs jauniešu mentore
web-cast-free = ir brīvas vietas
web-cast-author = IAP sagatavotāja
web-story-1-title = Iepazīsties
web-story-1-text = Jaunieša tālrunī izlasi sveicienu, nospied „Jā, der” vai nomaini valodu.
web-story-2-title = Pajautā
web-story-2-text = Mentora tālrunī raksti, piemēram, „vai es varu tikties ar jaunieti brivdienas?”. Tad pajautā ko tādu, uz ko atbildes nav, un atbildi no koordinatores tālruņa.
web-story-3-title = Izej GROW sarunu
web-story-3-text = Nospied „GROW saruna”. Pamēģini atgriezties soli atpakaļ, atlikt uz vēlāku laiku un turpināt. Rezultātu vari nodot mentoram.
web-story-4-title = Pagriez pulksteni uz priekšu
web-story-4-text = Pirms termiņa atnāks atgādinājums. Nospied „Vajag laiku”, un mentora tālrunī varēs piešķirt jaunu datumu.
web-story-5-title = Sagaidi piektdienu
web-story-5-text = Reizi nedēļā atnāk īsa aptauja. Ja divas nedēļas nav ziņu, to uzzina mentors.
web-story-6-title = Atrodi mentoru
web-story-6-text = Izvēlies jaunieti Robertu, nosauc trīs intereses un izvēlies mentoru. Tad mentora tālrunī pārslēdzies uz šo mentoru un atbildi.
web-story-7-title = Paziņo visiem
web-story-7-text = Koordinatores tālrunī nospied „Paziņojums”, apskati priekšskatījumu, nosūti un paskaties, kas saņēma.
web-story-8-title = Pajautā grupai
web-story-8-text = Mentora tālrunī izvēlies Laimu, kurai ir trīs jaunieši, nospied „Grupai” un sāc aptauju, viktorīnu vai prāta vētru. Atbildi no katra jaunieša tālruņa.
web-clock-heading = Pulksteni tā pagriezt nevar
web-clock-text = Pulkstenis iet tikai uz priekšu, ne vairāk kā 400 dienas vienā reizē. Ej atpakaļ un izvēlies vēlāku laiku.

# Rezultāti
web-results-mine = Mani rezultāti
web-results-chat = Uz sarunu
web-results-none = Rezultātu vēl nav. Pirmais būs, kad pabeigsi kādu rīku, piemēram, GROW sarunu.
web-results-tool = Rīks
web-results-any-tool = Visi rīki
web-results-word = Vārds tekstā
web-results-since = No
web-results-until = Līdz
web-results-search = Meklēt
web-results-all = Rādīt visus
web-results-count = { $count ->
    [0] Neko neatradu. Pamēģini citu vārdu vai garāku laiku.
    [zero] Atradu { $count } rezultātu.
    [one] Atradu { $count } rezultātu.
   *[other] Atradu { $count } rezultātus.
}
web-results-whom = Par: { $name }
web-results-pdf = Atvērt PDF
web-results-compared = Salīdzināts ar iepriekšējo reizi: { $day }.
web-results-see-before = Skatīt iepriekšējo
web-results-before = Iepriekš
web-no-result-heading = Šis rezultāts te nav
web-no-result-text = Varbūt to vairs nerāda vai dati ir izdzēsti. Lai atrastu savus rezultātus, sarunā uzraksti „rezultāti”.

# Kas redz rezultātu
web-readers-heading = Kas to redz
web-readers-now = To redz: { $names }
web-readers-none = To redzi tikai tu
web-readers-together = Kad ir abu atbildes, jūs tās redzat divatā
web-readers-first = { $role ->
    [mentor] To varēs izlasīt tavs pirmais jaunietis
   *[mentee] To varēs izlasīt tavs pirmais mentors
}
web-readers-now-and-first = { $role ->
    [mentor] To redz: { $names }; vēlāk varēs izlasīt tavs pirmais jaunietis
   *[mentee] To redz: { $names }; vēlāk varēs izlasīt tavs pirmais mentors
}
web-readers-later = { $role ->
    [mentor] Jaunieša vēl nav. Vari jau tagad izlemt, vai to varēs izlasīt tavs pirmais jaunietis.
   *[mentee] Mentora vēl nav. Vari jau tagad izlemt, vai to varēs izlasīt tavs pirmais mentors.
}
web-readers-show = Rādīt: { $name }
web-readers-show-first = { $role ->
    [mentor] Rādīt pirmajam jaunietim
   *[mentee] Rādīt pirmajam mentoram
}
web-readers-stop = Vairs nerādīt: { $name }
web-readers-stop-all = Vairs nerādīt nevienam
web-readers-stop-waiting = Tomēr nerādīt
web-readers-undo = Kad vairs nerādi, to izņemu arī no čata, kurā tas atvērts. To, kas jau izlasīts, gan atņemt nevaru.
web-readers-elsewhere = Tas jau ir atvērts arī citur ({ $channel }): tur tas paliek arī tad, kad vairs nerādi, un izdzēst to nevaru.
web-no-reader-heading = Tas šoreiz neizdevās
web-no-reader-text = Nekas nav mainījies. Varbūt jūs vairs neesat pāris. Atver rezultātu vēlreiz: tur ir teikts, kas to redz.
web-no-reader-way = Uz rezultātu
