### Kas palīdzētu: saruna, laiks, skaidrojums

seek-wish = Gribu ar kādu parunāt.
seek-about = Gribu parunāt par to, ko nodevu: „{ $title }”.
seek-told = Pateicu, ka gribi parunāt. Atbildēs: { $name }, parasti ne vēlāk kā { $when }.
seek-told-agreed = Pateicu, ka gribi parunāt. Atbildēs: { $name }; par atbildes laiku vienojāties: { $reply }.
seek-told-already = Par to jau pateicu, gaidām atbildi.
seek-talk = Vai pateikt kādam, ka gribi parunāt? Uzrakstīto joprojām redzi tikai tu.
seek-mentor = Mentors: { $name }
seek-coordinator = Koordinators: { $name }
seek-time = Kuram uzdevumam vajag vairāk laika?
seek-time-none = Citu atvērtu uzdevumu tev nav. Ja laika pietrūkst kam citam, par to var parunāt. Kam pateikt?
seek-explain = Kas jāpaskaidro? Uzraksti saviem vārdiem. Ja atbildi nezināšu, nodošu to cilvēkam.
