### Briesmas un tas, kam vajag cilvēku

attention = Kam vajag uzmanību:
attention-none = Viss mierīgi: neviens neklusē, un neatbildētu jautājumu nav.
danger = Paldies, ka to uzrakstīji. Tas ir svarīgi, un ar to nav jātiek galā vienatnē. Ja briesmas ir tagad, zvani 112. Parunāt vari uzreiz:
    { $helplines }
    Es esmu bots, tāpēc tūlīt pasaucu cilvēku no programmas. Vai tagad esi drošībā?
danger-alone = Paldies, ka to uzrakstīji. Tas ir svarīgi, un ar to nav jātiek galā vienatnē. Ja briesmas ir tagad, zvani 112. Parunāt vari uzreiz:
    { $helplines }
    Es esmu tikai bots, tāpēc piezvani vai aizej pie kāda pieaugušā, kam uzticies. Vai tagad esi drošībā?
danger-safe = Jā, tagad ir droši
danger-not-safe = Nē
danger-glad = Labi, ka pateici. Cilvēks no programmas tev drīz uzrakstīs. Ja kļūst grūtāk, zvani 116111 jebkurā laikā.
danger-now = Zvani tagad 112 vai ej turp, kur ir kāds pieaugušais, kam uzticies. Pateicu cilvēkam, ka tas ir steidzami.
danger-glad-alone = Labi, ka pateici. Ja kļūst grūtāk, zvani 116111 jebkurā laikā.
danger-now-alone = Zvani tagad 112 vai ej turp, kur ir kāds pieaugušais, kam uzticies.
danger-goes-on = Paldies, ka raksti. Nodevu tavus vārdus cilvēkam no programmas. Ja kļūst grūtāk, zvani 116111 jebkurā laikā.
danger-goes-on-alone = Paldies, ka raksti. Es esmu tikai bots, tāpēc zvani, lūdzu, 116111 vai ej pie pieaugušā, kam uzticies.
danger-ask = Izklausās, ka tev tagad ir smagi. Vai tas bija tikai teiciens, vai ir kas nopietnāks? Ja vajag parunāt, zvani 116111: tas ir bez maksas un jebkurā laikā.
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
alert-more = Uz jautājumu, vai ir droši, atbildēja: { $name }.
    „{ $text }”
alert-goes-on = Pēc trauksmes vēl raksta: { $name }.
    „{ $text }”
alert-taken = Es rīkojos
alert-write = Rakstīt
alert-thanks = Paldies. Pierakstīju, ka rīkojies tu. Jaunietis: { $name }.
alert-already = Par šo jau rīkojas cits cilvēks.
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
attention-unsaid = Pēdējās 7 dienās kļūdas dēļ neizdevās sagatavot { $count ->
        [zero] { $count } ziņu
        [one] { $count } ziņu
       *[other] { $count } ziņas
    }
need-alarm = Trauksme bez atbildes: { $name }{ $days ->
    [0] {""}
    [one] {" "}({ $days } dienu)
   *[other] {" "}({ $days } dienas)
  }
need-question = Jautājums bez atbildes: { $name }, „{ $text }” ({ $days ->
    [0] šodien
    [one] { $days } dienu
   *[other] { $days } dienas
  })
need-extension = Neatbildēts lūgums pagarināt termiņu: { $name } ({ $days ->
    [0] šodien
    [one] { $days } dienu
   *[other] { $days } dienas
  })
need-lost = Ziņas nepienāk: { $name } ({ $days ->
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
need-also-alone = bez mentora
need-why-alarm = Ziņa par briesmām atnāca { $day }. Neviens vēl nav atsaucies.
need-why-question = Jautājums atnāca { $day }.
need-why-lost = Čats ir slēgts vai bloķēts. Pirmo reizi ziņa nepienāca { $day }.
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
need-silent-to-mentor = { $human } lūdz: aizraksti savam jaunietim. Nav ziņu { $days ->
    [one] { $days } dienu
   *[other] { $days } dienas
  }: { $name }. Pietiek ar vienu vienkāršu jautājumu.
need-lost-to-mentor = { $human } lūdz: sazinies ar jaunieti citādi, jo manas ziņas nepienāk. Jaunietis: { $name }.
need-find-mentor = Tev vēl nav mentora. Vai tagad sameklējam? Pasaki tikai, kas tevi interesē.
attention-hidden = Atlikts uz vēlāku laiku: { $count }
