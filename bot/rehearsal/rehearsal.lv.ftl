why-hello = Pirmā diena: programma pasveicina un lūdz piekrišanu.
why-reply = Atbilde uz paša rakstīto: „{ $text }”
why-notice = { $name } uzrakstīja vai nospieda: „{ $text }”
why-before = { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
    } pirms termiņa: { $due }.
why-on-day = Šodien ir termiņš.
why-late = { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
    } pēc termiņa ({ $due }), un uzdevums vēl ir atvērts.
why-check-in = Reizi nedēļā programma pajautā, kā iet.
why-silence = { $days ->
        [one] { $days } dienu
       *[other] { $days } dienas
    } bez ziņām; pēdējā bija { $last-sign }.
why-alert = Kāds rakstīja par briesmām.

kind-nudge = atgādinājums
kind-due_today = termiņš šodien
kind-late = pēc termiņa
kind-check_in = nedēļas jautājums
kind-silence = klusums
kind-announcement = paziņojums
kind-extension = lūdz laiku
kind-ticket = jautājums cilvēkam
kind-human = cilvēka atbilde
kind-alert = trauksme
kind-notice = jaunums
kind-hello = sveiciens
kind-reply = atbilde

temper-diligent = čakls
temper-late = kavējas
temper-silent = apklust
temper-ill = slimo
temper-fast = ātrs

group-reminder = atgādinājumi
group-check_in = nedēļas jautājumi
group-silence = klusums
group-notice = jaunumi un lūgumi
title = Mēģinājums: { $programme }
show-replies = Rādīt arī sveicienus un atbildes uz paša rakstīto
lead = No { $first } līdz { $last } Visi cilvēki ir izdomāti, bet ziņas ir īstas: tieši tā programma rakstītu.
counts = Cilvēki: { $people }. Ziņas pēc noteikuma: { $unprompted }. Pārējās ziņas: { $others }.
to-look-at = Kam pievērst uzmanību
nothing-to-look-at = Nekam: brīdinājumu nav.
calendar = Kalendārs
legend = Skaitlis rāda, cik ziņu tajā dienā saņem visi šīs lomas cilvēki kopā. Atbildes uz paša rakstīto te neskaita.
break = brīvdienas
break-closed = brīvdienas bez tikšanās
timeline = Kas ko saņem
people-in-role = Cilvēki: { $count }. Ziņas: { $messages }, no tām pēc noteikuma: { $unprompted }.
per-person = Ziņas: { $messages }, no tām pēc noteikuma: { $unprompted }.
mentor-is = mentors: { $name }
when = Kad
what = Kas
text = Teksts
why = Kāpēc
warn-crowded = Divas vai vairākas ziņas pēc noteikuma vienam cilvēkam vienā dienā
warn-in-break = Ziņa pēc noteikuma brīvdienās, kurās pāri netiekas
warn-done = Atgādinājums par to, kas jau padarīts
warn-nothing = Loma semestrī sešas nedēļas vai ilgāk nesaņem neko
warn-long = Teksts ir garāks par 4096 vienībām
warned-crowded = { $who }: { $kinds }
warned-in-break = { $who }
warned-done = { $who }
warned-nothing = { $who }: no šīs dienas { $count } dienas
warned-long = { $who }: { $count }
