### Kanāli, svešinieki, ziņojumi visiem

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
announce-held = Tie, kam tagad ir klusās stundas, to saņems no rīta.
announce-sent-already = Šis paziņojums jau ir nosūtīts.
announce-cancelled = Paziņojums atcelts. Ko darām?
announce-who = Kas saņēma?
announce-report = Saņēma { $got } no { $count }:
state-sent = saņemts
state-waiting = gaida sūtīšanu
state-held = saņems no rīta
state-cancelled = netika sūtīts: ziņas izslēgtas
state-failed = neizdevās nosūtīt
state-dead = neizdevās nosūtīt
state-uncertain = nav zināms, vai saņemts
state-sending = tiek sūtīts
state-gone = vairs nav programmā
stranger = Sveiki, te mentoringa programmas čatbots. Lai sāktu, vajag uzaicinājuma saiti: to iedod programmas koordinators vai mentors. Palūdz saiti un atver to šajā tālrunī.
stranger-danger = Labi, ka uzrakstīji. Es esmu čatbots un tevi vēl nepazīstu, tāpēc cilvēku pasaukt nevaru. Lūdzu, zvani tūlīt, tur atbild dzīvi cilvēki:
    { $helplines }
group-hello = Sveiki! Grupā es par personīgām lietām nerunāju. Raksti man privāti, tur varu palīdzēt.
invitation-unknown = Šī saite neder. Varbūt tā ir nepilna? Palūdz koordinatoram jaunu.
invitation-used = Šī saite jau ir izmantota. Palūdz koordinatoram jaunu.
invitation-expired = Šīs saites laiks ir beidzies. Palūdz koordinatoram jaunu.
channel-added = Izdevās! Tagad vari rakstīt man arī šeit. Atbildēšu tur, kur raksti.
channel-taken = Šī saite pieder citam cilvēkam, tāpēc te neder. Savu saiti dabūsi, ja uzrakstīsi „kanāli”.
channels = Atbildu tur, kur tu raksti. Atgādinājumus sūtu te: { $here }.
channel-add = Gribi rakstīt arī citur ({ $channel })? Atver šo saiti, tā der vienu dienu un tikai tev: { $link }
channel-web = tīmekļa čats
channel-telegram = Telegram
channel-whatsapp = WhatsApp
prefer = Atgādini te: { $channel }
preferred = Labi. Atgādinājumus turpmāk sūtīšu te: { $channel }.
person-lost = { $name } ({ $role }) vairs nesaņem manas ziņas: { $channel } ir bloķēts vai slēgts. Sazinies citādi un pajautā, vai viss kārtībā. Kamēr cilvēks neatgriežas, tur neko nesūtīšu.
edited = Redzu, ka izlaboji ziņu. Atbildi es jau izlasīju tādu, kāda tā bija. Ja gribi to mainīt, spied „Atpakaļ” vai uzraksti no jauna.
contact-kept = Paldies, numuru saglabāju. To redz tikai cilvēki, kurus pasaucu, ja kāds ir briesmās. Dzēst vari jebkurā brīdī.
contact-foreign = Cita cilvēka numuru es neglabāju. Ja gribi, vari nodot savu.
state-unreachable = nesaņem: čats ir bloķēts vai slēgts
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
about-lives = Kad man rakstīt
announce-stop = Apturēt
announce-stopped = { $count ->
    [0] Viss jau bija nosūtīts, apturēt vairs nebija ko.
    [one] Apturēts. Netika nosūtīta { $count } ziņa.
   *[other] Apturēts. Netika nosūtītas { $count } ziņas.
  }
