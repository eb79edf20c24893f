### Kas pienāk bez jautāšanas: atgādinājumi, notikumi, pauzes

prompt-nudge = Uzdevuma „{ $title }” termiņš ir { $day }. { $turn ->
        [1] Kā ar to sokas?
        [2] Vai viss skaidrs?
       *[0] Kā iet?
    }
prompt-due-today = Šodien ir termiņš uzdevumam „{ $title }”. { $turn ->
        [1] Kā ar to sokas?
        [2] Vai kaut kā pietrūkst?
       *[0] Kā iet?
    }
prompt-late = „{ $title }” – termiņš bija { $day }. { $turn ->
        [1] Nekas traks. Kāds būtu mazākais nākamais solis?
        [2] Vēl var pagūt. Kas traucē visvairāk?
       *[0] Gadās. Kas tagad palīdzētu visvairāk?
    }
prompt-nudge-not-begun = Uzdevuma „{ $title }” termiņš ir { $day }. Sākumam pietiek ar desmit minūtēm un vienu mazu soli. Vai kas traucē?
prompt-due-today-not-begun = Šodien ir termiņš uzdevumam „{ $title }”. Der arī viena maza daļa no tā. Vai kas traucē?
prompt-late-not-begun = „{ $title }” – termiņš bija { $day }. Sākt var arī tagad, ar pavisam mazu soli. Vai kas traucē?
small-step-before = Sākumam pietiek ar desmit minūtēm un vienu mazu soli.
small-step-on-day = Der arī pavisam mazs sākums.
small-step-late = Sākt var arī tagad, ar pavisam mazu soli.
small-step-list = Iesākt var ar vienu mazu soli, pietiek ar desmit minūtēm.
told-nudge = Uzdevuma „{ $title }” termiņš ir { $day }.
told-due-today = Šodien ir termiņš uzdevumam „{ $title }”.
told-late = „{ $title }” – termiņš bija { $day }. { $turn ->
        [1] Nekas traks.
        [2] Vēl var pagūt.
       *[0] Gadās.
    }
prompt-silence = { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
    } nav ziņu. Jaunietis: { $name }. Bieži palīdz viens vienkāršs jautājums bez pārmetuma – vai gribi paraugu?
silence-show-example = Rādīt paraugu
silence-example = Paraugs: „Čau! Iedomājos par tevi. Kā tev šonedēļ iet? Ja negribas stāstīt, der arī viens vārds.” Īsi, viens jautājums, bez „kāpēc neraksti”.
why-nudge = Šo atsūtīju, jo programma atgādina pirms termiņa, šoreiz { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
    } iepriekš.
why-due-today = Šo atsūtīju, jo šodien ir uzdevuma termiņš.
why-late = Šo atsūtīju, jo termiņš ir pagājis, bet uzdevums vēl ir atvērts.
why-check-in = Reizi nedēļā programma pajautā, kā iet.
why-silence = { $does ->
    [other-question] Programma pajautā, kā klājas, ja no tevis { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
      } nav ziņu.
    [tell-coordinator] Programma pasaka koordinatoram, ja no jaunieša { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
      } nav ziņu.
   *[tell-mentor] Programma pasaka mentoram, ja no jaunieša { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
      } nav ziņu.
  }
why-stop = { $does ->
    [ask] Vai turpmāk nejautāt?
    [tell] Vai turpmāk neteikt?
   *[remind] Vai turpmāk neatgādināt?
  }
why-muted = Tādas ziņas tagad ir izslēgtas. Vai sūtīt atkal?
switched-off = Izslēgts: { $list }.
switch-on = Ieslēgt: { $kind }
why-announcement = Tas bija koordinatora paziņojums.
why-nothing = Pēdējā laikā pats no sevis neko nesūtīju.
mute = Vairs nesūtīt
unmute = Sūtīt atkal
muted = Labi, tādas ziņas vairs nesūtīšu. Ja gribi tās atkal saņemt, uzraksti „kāpēc”.
unmuted = Labi, sūtīšu atkal.
snooze = Ne tagad
snooze-until = Labi. Kad atgādināt?
snooze-never = Tas drīz sākas, vēlāk atgādināt vairs nav jēgas.
snooze-hour = Pēc stundas
snooze-evening = Vakarā
snooze-tomorrow = Rīt
snooze-monday = Pirmdien
snooze-at = { $day ->
        [today] Šodien plkst. { $time }
       *[tomorrow] Rīt plkst. { $time }
    }
snoozed-hour = Labi, pēc stundas.
snoozed-evening = Labi, vakarā.
snoozed-tomorrow = Labi, rīt.
snoozed-monday = Labi, pirmdien.
snoozed-at = { $day ->
        [today] Labi, šodien plkst. { $time }.
       *[tomorrow] Labi, rīt plkst. { $time }.
    }
digest = { $count ->
    [zero] Atgādinu par { $count } lietām. Ar kuru sāksim?
    [one] Atgādinu par { $count } lietu. Ar ko sākam?
   *[other] Atgādinu par { $count } lietām. Ar kuru sāksim?
  }
digest-told = { $count ->
    [zero] Atgādinu par { $count } lietām:
    [one] Atgādinu par { $count } lietu:
   *[other] Atgādinu par { $count } lietām:
  }
digest-with-news = { $count ->
    [zero] Man tev šodien ir { $count } ziņu:
    [one] Man tev šodien ir { $count } ziņa:
   *[other] Man tev šodien ir { $count } ziņas:
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
digest-insight = { $who } un tu: galā ir posms „{ $name }”; labs brīdis pierakstīt, ko tas tev iemācīja
digest-unanswered = { $name }: jautājums gaida atbildi
digest-news = { $name } – { $what }
news = { $count ->
    [zero] Jaunumi par { $count } jauniešiem:
    [one] Jaunumi:
   *[other] Jaunumi par { $count } jauniešiem:
  }
news-done = padarīts „{ $title }”
news-moved = „{ $title }” pārcelts, jaunais termiņš ir { $day }
news-shared = nodots rezultāts „{ $title }”
news-back = pauze ir beigusies
prompt-insight = { $who } un tu: galā ir posms „{ $name }”. Labs brīdis pierakstīt, ko tas tev iemācīja; pietiek ar vienu teikumu.
prompt-unanswered = Vēl gaida tavu atbildi: { $name }. Solītais laiks ir pagājis.
    „{ $text }”
prompt-event-before = { $title }: { $day }{ $time }.
prompt-event-on-day = Šodien: { $title }{ $time }.
prompt-event-late = { $title }: termiņš bija { $day }. Ja viss jau izdarīts, nospied pogu.
prompt-event-late-for = { $title }: termiņš bija { $day }.
prompt-other-question = Kā tev klājas? Pietiek ar vienu vārdu vai pogu.
prompt-ask-mentor = Kā klājas tev un taviem jauniešiem? Pietiek ar vienu vārdu vai pogu.
prompt-coordinator-silence = No šiem cilvēkiem sen nav ziņu. Varbūt vajag piezvanīt:
ask-fine = Viss kārtībā
ask-hard = Iet grūti
ladder-fine = Prieks dzirdēt! Ja ko vajag, raksti.
ladder-hard = Paldies, ka pateici. Kas tagad ir grūtākais? Ja gribi, nodošu to koordinatoram.
event-begin = Sākt
event-done = Izdarīts
event-at = {" "}plkst. { $time }
event-thanks = Paldies, atzīmēju.
event-today = šodien
event-not-done = Vēl nav izdarīts: { $names }.
event-for = Piedalās: { $names }.
event-for-nobody = Viss jau ir izdarīts.
event-gone = Tā kalendārā vairs nav.
lives = Pats no sevis rakstu ap plkst. { $hour }, un { $weekday } pajautāju, kā iet.
lives-quiet = Nerakstu no plkst. { $start } līdz { $end }.
lives-what = Ko mainām?
lives-hour = Citā laikā
lives-day = Citā dienā
lives-evening = Vakaros nerakstīt
lives-pause = Pauze līdz datumam
lives-as-programme = Kā programmā
lives-which-hour = Cikos rakstīt?
lives-which-day = Kurā dienā jautāt, kā iet?
lives-hour-kept = Labi, turpmāk rakstīšu ap plkst. { $hour }.
lives-day-kept = Labi, turpmāk jautāšu { $weekday }.
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
paused = Labi, klusēšu un atsākšu rakstīt { $day }. Tu vari rakstīt jebkurā brīdī.
pause-end = Esmu atpakaļ
pause-was-over = Pauzes tagad nav. Ko darām?
pause-ended = Prieks, ka atgriezies! Ko darām?
ill = Lai drīz kļūst labāk! Līdz kurai dienai tevi netraucēt?
other-paused = { $name } ietur pauzi un atgriezīsies { $day }. Līdz tam atbilde nav jāgaida.
other-back = { $name } ir atpakaļ.
why-unanswered = Šo atsūtīju, jo solītais atbildes laiks ir pagājis, bet atbildes vēl nav.
why-insight = Šo atsūtīju, jo jums beidzās viens posms. Pēc katra posma piedāvāju pierakstīt, ko tas iemācīja.
why-news = Šo atsūtīju, jo tas notika ar jauniešiem, kurus atbalsti. Jaunumus, kas var pagaidīt, pastāstu kopā, vienu reizi dienā.
why-request = Šo atsūtīju, jo { $name } gaida tavu atbildi vai lēmumu. Tādas ziņas nevar izslēgt, citādi lūgums paliktu bez atbildes.
why-notice = Šo atsūtīju, jo tas attiecas arī uz tevi. To izdarīja: { $name }.
why-happened = Šo atsūtīju, jo programmā notika kaut kas, kas attiecas arī uz tevi.
why-event = Šo atsūtīju, jo tas ir programmas kalendārā.
why-mentor-silence = { $does ->
    [tell-coordinator] Programma pasaka koordinatoram, ja no mentora { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
      } nav ziņu.
   *[ask-mentor] Programma pajautā, kā iet, ja no mentora { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
      } nav ziņu.
  }
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
coming-unanswered = Tad būs pagājis solītais atbildes laiks.
coming-insight = Beidzās posms, un tad ir labs brīdis pierakstīt, ko tas iemācīja.
coming-news = Jaunumi, kas var pagaidīt, nāk kopā, vienu reizi dienā.
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
coming-paused = Tagad ir pauze. Atsākšu rakstīt { $day }.
kind-nudge = atgādinājums par uzdevumu
kind-due-today = uzdevuma termiņa diena
kind-late = jautājums pēc uzdevuma termiņa
kind-check-in = nedēļas jautājums
kind-event = programmas kalendārs
kind-silence = ziņa par klusumu
kind-mentor-silence = ziņa par mentora klusumu
kind-alert = trauksme
kind-poll-nudge = atgādinājums par grupas jautājumiem
kind-storm-nudge = atgādinājums par prāta vētru
kind-unanswered = atgādinājums par jautājumu bez atbildes
kind-insight = atziņa pēc posma
kind-news = jaunumi par jauniešiem
kind-extension = lūgums pagarināt termiņu
