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

web-join-heading = Tevi aicina programmā
web-join-programme = Programma
web-join-name = Vārds
web-join-role = Loma
web-join-about = Te tev palīdzēs Pavadonis, programmas čatbots. Tas atgādina par termiņiem, palīdz sakārtot domas un pasauc cilvēku, kad vajag.
web-join-next = Vispirms Pavadonis pastāstīs, ko par tevi glabā un kas to redz. Pēc tam izlemsi, vai turpināt.
web-join-start = Sākt sarunu
web-join-yours = Šī saite ir tikai tev. Ja redzi svešu vārdu, sarunu nesāc un pasaki koordinatoram.
web-join-trouble-heading = Šī saite neatveras
web-join-used = Ar šo uzaicinājumu saruna jau ir sākta.
web-join-used-instead = Atver to ierīcē un pārlūkā, kurā sarunu sāki. Ja to sāki nevis tu vai saruna pazuda, palūdz koordinatoram jaunu saiti.
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
web-demo-failed = Pulksteni pārlikt neizdevās. Pamēģini vēlreiz.
web-demo-language = Valoda
web-demo-choose = Izvēlēties citu cilvēku. Tagad:
web-demo-story = Ko izmēģināt
