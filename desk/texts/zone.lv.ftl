### Laika josla: kur cilvēks tagad dzīvo

lives-zone = Laika josla
zone = Rakstu pēc šī laika: { $place }. Tur tagad ir { $time }. Ja tagad dzīvo citur, izvēlies vai uzraksti pilsētu.
zone-as-programme = Kā programmā
zone-right = { $place }: tur tagad ir { $time }. Vai sakrīt ar tavu pulksteni?
zone-yes = Jā, sakrīt
zone-other = Nē, cita vieta
zone-kept = Labi, turpmāk rakstu pēc šī laika: { $place }. Tur tagad ir { $time }. Arī klusās stundas skaitu pēc tā.
zone-which = Kura no šīm vietām ir tuvāk?
zone-unknown = Tādu vietu nezinu. Uzraksti lielāku pilsētu tajā pašā valstī, piemēram, „Londona” vai „Ņujorka”.
zone-clock = plkst. { $hour }.{ $minute }
today-0 = pirmdiena
today-1 = otrdiena
today-2 = trešdiena
today-3 = ceturtdiena
today-4 = piektdiena
today-5 = sestdiena
today-6 = svētdiena
event-at-abroad = {" "}plkst. { $time } (pie tevis { $here })
