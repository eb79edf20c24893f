### Prāta vētra: jautājums, idejas, balsojums

do-storm = Prāta vētra
storm-look = Apskatīt
storm-new = Jauna prāta vētra
storm-problem = Prāta vētra: „{ $problem }”
storm-none = Pašlaik prāta vētras nav. To sāk mentors, un tad es tevi uzaicināšu.
storm-last = Pēdējās rezultāts
storm-not-in = Šī prāta vētra tev nav pieejama. Varbūt tā jau ir beigusies.
storm-moved-on = Prāta vētra jau ir tikusi tālāk.
storm-one-at-a-time = Viena prāta vētra vēl turpinās. Jaunu varēs sākt pēc tās.
storm-too-few = Prāta vētrai vajag vismaz { $least } cilvēkus, bet tavā grupā tagad ir { $count }. Idejas var pameklēt arī divatā, nākamajā tikšanās reizē.
storm-prepare = Uzraksti vienu konkrētu jautājumu, par kuru meklēt idejas, piemēram, „Kā mēs varētu …?”.
    Vislabāk sanāk, ja domā { $fewest }–{ $most } cilvēki; tavā grupā ir { $count }. Jo dažādākas zināšanas, jo interesantākas idejas.
storm-guessable = Cilvēku ir tikai divi, tāpēc var nojaust, kurš ko uzrakstīja.
storm-problem-long = Jautājumā var būt ne vairāk par { $limit } zīmēm, tagad ir { $actual }. Vai vari īsāk?
storm-preview = Grupa saņems šo jautājumu un četrus noteikumus. Cilvēku skaits: { $count }.
    „{ $problem }”
storm-no-question = Idejas nāk vieglāk, ja tas ir jautājums. Bet var sākt arī tā.
storm-start = Sākt
storm-rewrite = Pārrakstīt
storm-when = Noteikt beigu laiku
storm-when-other = Mainīt beigu laiku
storm-until-ideas = Kad ideju vākšana beigsies? Vari to beigt arī agrāk.
storm-until-vote = Kad balsošana beigsies? Vari to beigt arī agrāk.
storm-until-passed = Šis laiks jau ir pagājis vai ir pavisam tuvu.
storm-until-open = Bez beigu laika
storm-ends-ideas = Ideju vākšana beigsies { $until }.
storm-ends-vote = Balsošana beigsies { $until }.
storm-gathered = Ideju vākšanas laiks ir beidzies. Savāktās idejas: { $count }. Tagad izskati tās; līdz tam neviens nebalso.
storm-gathered-none = Ideju vākšanas laiks ir beidzies, bet nevienas idejas vēl nav. Vācu tālāk, līdz pateiksi, ka pietiek.
storm-nudge-ideas = Idejas vēl vācam, der arī pavisam dīvainas.
storm-nudge-vote = Vēl var balsot. Kuras idejas tev šķiet labākās?
why-storm-nudge = Šo atsūtīju, jo tava grupa domā kopā, no tevis vēl nekā nav un rīt ir pēdējā diena. Par idejām atgādinu vienreiz, par balsošanu arī.
storm-invitation = { $name } aicina uz prāta vētru:
    „{ $problem }”
storm-rules = Četri noteikumi:
    • neko nekritizējam, arī savas idejas ne;
    • jo vairāk ideju, jo labāk;
    • dīvainas un trakas idejas ir gaidītas;
    • citu idejas drīkst papildināt un apvienot.
storm-nobody = Kurš ko izdomāja, neviens neuzzinās: to es nepierakstu. Tāpēc uzrakstītu ideju vairs nevar ne mainīt, ne atsaukt.
storm-do-open = Rakstīt idejas
storm-do-vote = Izvēlēties
storm-started = Sākām! Uzaicinātie: { $count }. Kad vairāk nevajag, nospied „Ideju pietiek”, un salikšu tās sarakstā.
storm-chat-begun = Sākas prāta vētra: „{ $problem }”
    Idejas raksti man privāti, tad neviens neuzzinās, kuras ir tavas. Rezultāts būs arī te.
storm-refresh = Atsvaidzināt
storm-enough = Ideju pietiek
storm-stop = Atcelt prāta vētru
storm-ideas = Rādīt idejas
storm-so-far = Idejas līdz šim: { $count }. Ja kāda ir sāpīga, pieskaries tai: svītrotu grupa vairs neredz.
storm-struck-now = Svītroju, grupai to vairs nerādu. Kurš sarakstu jau atvēra, varēja to redzēt.
storm-hurts = Kāds grupā saka, ka starp idejām ir kas sāpīgs. Kurš tas ir, neatklāju. Izskati idejas un, ja vajag, svītro.
storm-progress = Idejas: { $ideas }. Rakstīja { $wrote } no { $of }.
storm-no-ideas = Nevienas idejas vēl nav. Dažreiz palīdz, ja pirmo trako ideju pasaka mentors.
storm-stop-sure = Vai tiešām? Visas idejas un balsis izdzēsīsies.
storm-stop-yes = Jā, atcelt
storm-stop-no = Nē, turpinām
storm-stopped = Prāta vētra ir atcelta, un viss uzrakstītais ir izdzēsts.
storm-stopped-member = Mentors atcēla prāta vētru „{ $problem }”. Tev nekas nav jādara.
storm-now-draft = Tā vēl nav sākusies.
storm-now-open = Tagad vācam idejas.
storm-now-review = Idejas ir savāktas. Mentors tās tagad izskata, un drīz varēsi balsot.
storm-now-vote = Idejas ir savāktas, tagad laiks izvēlēties labākās.
storm-now-closed = Šī prāta vētra jau ir beigusies.

idea-write = Raksti visas idejas, kas ienāk prātā: pa vienai vai vairākas uzreiz, katru savā rindā.
idea-others = Rādīt grupas idejas
idea-enough = Pietiek
idea-more = Vēl idejas
idea-kept = { $count ->
        [1] Pierakstīju.
        [zero] Pierakstīju { $count } ideju.
        [one] Pierakstīju { $count } ideju.
       *[other] Pierakstīju { $count } idejas.
    } Grupai kopā: { $all }. Kas vēl?
idea-long = Viena ideja ir pārāk gara (garums { $actual }, var būt { $limit }): „{ $start }” Uzraksti to īsāk vai sadali vairākās rindās. Pagaidām neko no šīs ziņas nepierakstīju.
idea-no-room = Vienai prāta vētrai pietiek ar { $limit } idejām. Vietas vēl: { $room }. Pagaidām neko no šīs ziņas nepierakstīju.
idea-late = Tāpēc šo ideju vairs nepierakstīju.
idea-is-it = Vai šī ir ideja prāta vētrai?
    „{ $text }”
idea-yes = Jā, pierakstīt
idea-no = Nē, kaut kas cits
idea-there = Šī ideja jau ir pierakstīta.
idea-not = Labi, pie idejām to nepieliku. Ko darām?
idea-few-yet = Ideju vēl ir maz. Uzraksti savu, un pēc brīža būs arī citas.
idea-list = Grupas idejas, arī tavas:
idea-build = Ko var pielikt klāt, apvienot vai apgriezt otrādi? Raksti.
idea-hurts = Te ir kas sāpīgs
idea-hurts-thanks = Paldies, ka pateici! Mentoram nodošu, ka starp idejām ir kas sāpīgs, bet ne to, kurš to pateica. Ja gribi par to parunāt, nospied „Pajautāt”.
idea-hurts-two = Grupā ir tikai divi cilvēki, tāpēc mentors var nojaust, kurš to pateica.
idea-done = Paldies! Kamēr idejas vācam, vari pievienot vēl.

storm-review = Savāktās idejas: { $count }. Līdzīgās saliku kopā. Pieskaries tai, kuru sadalīt vai svītrot; pārējās nonāks balsojumā.
storm-line-with = { $text } (kopā { $count })
storm-line-struck = { $text } – svītrota
storm-before = ← Iepriekšējās
storm-after = Nākamās →
storm-card = Tā to uzrakstīja:
    { $ideas }
storm-strike = Svītrot
storm-restore = Atjaunot ideju
storm-split = Sadalīt
storm-back = Atpakaļ
storm-vote = Sākt balsošanu
storm-no-vote = Ja balso mazāk par { $fewest }, var uzminēt, kurš ko izvēlējās. Tāpēc balsošanas nebūs: visiem parādīšu sarakstu, un labāko var izvēlēties sarunā.
storm-show-list = Rādīt visiem
storm-all-struck = Visas idejas ir svītrotas, tāpēc nav par ko balsot.

vote-invitation = Idejas ir savāktas! Jautājums bija: „{ $problem }”{ $stop } Izskati sarakstu un izvēlies, ne vairāk par { $most }.
vote-begun = Visi saņēma sarakstu. Tagad der arī parunāt: kas katrā idejā ir labs un kā to vēl uzlabot?
vote-list = Pieskaries labākajām, ne vairāk par { $most }. Vari arī rakstīt numurus.
vote-chosen = Izvēlētas: { $count } no { $most }
vote-full = Jau izvēlētas { $most }. Lai ņemtu citu, vispirms pieskaries kādai ar ✓.
vote-numbers = Uzraksti ne vairāk par { $most } numuriem no 1 līdz { $count }, piemēram, „2 5”.
vote-hand-in = Nodot balsis
vote-handed-in = Paldies! Rezultāts būs, kad nobalsos visi vai mentors beigs balsošanu.
vote-handed-in-last = Paldies! Nobalsoja visi, te ir rezultāts.
vote-change = Mainīt izvēli
vote-progress = Balsoja { $voted } no { $of }.
vote-end = Beigt balsošanu
vote-none-yet = Neviena balss vēl nav nodota.
vote-would-delete = Pagaidām balsoja mazāk nekā trīs cilvēki, tāpēc balsis izdzēsīšu un visiem parādīšu tikai ideju sarakstu. Vai tiešām beigt?
vote-result = Prāta vētras rezultāts: „{ $problem }”{ $stop } Nobalsoja: { $voters }.
vote-line = { $place }. { $idea } – { $votes ->
        [zero] { $votes } balsu
        [one] { $votes } balss
       *[other] { $votes } balsis
    }
vote-others = Pārējās idejas: { $count }.
vote-few = Prāta vētra ir galā: „{ $problem }”{ $stop } Ja balso mazāk par { $fewest }, var uzminēt, kurš ko izvēlējās, tāpēc balsis nerādu, tikai ideju sarakstu; labāko var izvēlēties sarunā:

idea-task = Likt manos uzdevumos
idea-task-this = Uzdevumos: { $idea }
idea-task-there = Tā jau ir tavos uzdevumos: „{ $title }”.
idea-task-gone = Šo ideju vairs nevar paņemt.
idea-task-look = Rādīt uzdevumu
