### Uzdevumi un termiņu pagarinājumi

no-tasks = Atvērtu uzdevumu tev nav.
your-tasks = Tavi uzdevumi:
    { $list }
one-task = Uzdevuma „{ $title }” termiņš ir { $day }. Kā iet?
one-task-late = Uzdevuma „{ $title }” termiņš bija { $day }. Kā iet?
task-done = Ir padarīts
task-help = Vajag palīdzību
task-time = Vajag laiku
task-closed = Uzdevums „{ $title }” jau ir slēgts. Vairs nekas nav jādara.
well-done = „{ $title }” – padarīts! Par to vairs neatgādināšu.
help-called = Pateicu, ka tev vajag palīdzību. Atbildēs: { $name }, parasti ne vēlāk kā { $when }. Ja gribi, uzraksti, kas tieši ir grūti.
help-enough = Ar to pietiek
help-more = Par uzdevumu „{ $title }” vēl raksta: { $name }.
    „{ $text }”
help-passed-on = Nodots. Atbildēs: { $name }.
help-called-agreed = Pateicu, ka tev vajag palīdzību. Atbildēs: { $name }; par atbildes laiku vienojāties: { $reply }. Ja gribi, uzraksti, kas tieši ir grūti.
help-passed-on-agreed = Nodots. Atbildēs: { $name }. Par atbildes laiku vienojāties: { $reply }.
extend-how-long = Līdz kuram datumam vajag laiku uzdevumam „{ $title }”? Vari arī uzrakstīt datumu un iemeslu.
extend-which-day = Te vajag datumu pēc pašreizējā termiņa, piemēram, „nākamajā piektdienā” vai „20. martā”.
extend-which-other = Kādu termiņu piešķirt? Vari arī uzrakstīt datumu.
extend-asked = Lūgumu nodevu. Izlems: { $name }. Līdz tam spēkā ir vecais termiņš.
mentor-away = Tavs mentors tagad ziņas nesaņem: { $name }.
extend-asked-already = Par to jau pajautāju, gaidām atbildi.
extend-request = Vairāk laika lūdz: { $name }.
    Uzdevums: „{ $title }”
    Termiņš: { $due }
    Gribētu pabeigt: { $wished }
extend-reason = Iemesls: „{ $reason }”
extend-grant = Jā: { $day }
extend-other = Cits datums
extend-refuse = Atteikt
extend-before-next = Tik tālu pārcelt nevar: nākamais termiņš ir { $day }. Vajag agrāku datumu.
extend-granted = Jaunais termiņš uzdevumam „{ $title }”: { $day }.
extend-reminds = { $days ->
        [0] Atgādināšu laikus.
        [one] Atgādināšu { $days } dienu iepriekš.
       *[other] Atgādināšu { $days } dienas iepriekš.
    }
extend-granted-done = Termiņš pārcelts. Uzdevums „{ $title }”, jaunais datums: { $day }. Lūdza: { $name }.
extend-refused = Uzdevuma „{ $title }” termiņš šoreiz nemainās: { $day }. Tā lēma: { $name }. Vari nodot to, kas jau ir, un kopā ar mentoru izvēlēties, ko vēl paspēt.
extend-refused-colleague = Uzdevuma „{ $title }” termiņš šoreiz nemainās: { $day }. Tā lēma: { $name }. Vari nodot to, kas jau ir, un ar koordinatoru vienoties, ko vēl paspēt.
extend-refused-done = Atteikums nodots. Lūdza: { $name }. Ja gribi, uzraksti iemeslu, un es to nodošu.
extend-why-not = Par uzdevuma „{ $title }” termiņu:
    „{ $text }”
extend-decided-already = Par šo jau ir izlemts.
task-move = Pārcelt
task-move-day = Darīšu { $day }
task-done-one = ✓ { $title }
task-drop = Izņemt no saraksta
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
extend-refused-other = Termiņš šoreiz nemainās. Uzdevums „{ $title }”, termiņš: { $day }. Lūdza: { $name }.
which-task-done = Kuru uzdevumu padarīji?
which-task-help = Kurā uzdevumā vajag palīdzību?
which-task-time = Kuram uzdevumam vajag laiku?
tasks-kept = Uzdevumi, ko redz tikai jaunietis: { $count }
kept-until-mentor = Šo uzdevumu līdz šim redzi tikai tu. Lūgumā tā nosaukumu redzēs: { $name }. Ja atbildes ilgi nav, redzēs arī koordinators.
kept-until-coordinator = Šo uzdevumu līdz šim redzi tikai tu. Lūgumā tā nosaukumu redzēs koordinators: { $name }.
help-sure = Vai lūgt palīdzību?
help-yes = Jā, lūgt palīdzību
steps-named = Pirms noslēguma nosauktais jau ir tavos uzdevumos:
    { $list }
    Vai pierakstīsim vēl kādu?
steps-enough = Ar šiem pietiek
steps-more = Pierakstīt vēl
