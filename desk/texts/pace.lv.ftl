### Temps: kurš apsteidz plānu un kuram pirmais solis vēl priekšā

do-pace = Kādā tempā iet
pace = Kādā tempā iet jaunieši:
pace-nobody = Programmā vēl nav neviena, kura tempu varētu redzēt.
pace-group-ahead = Apsteidz plānu ({ $count }): { $list }
pace-group-not-begun = Pirmais solis vēl priekšā ({ $count }): { $list }
pace-count-average = Iet līdzi plānam: { $count }
pace-count-none = Plānā vēl nav nekā ar termiņu: { $count }
pace-write = Rakstīt: { $name }
pace-ahead = Temps: apsteidz plānu
pace-average = Temps: iet līdzi plānam
pace-not-begun = Temps: pirmais solis vēl priekšā
early = Un tas izdevās agrāk, nekā plānots!
early-next = Un tas izdevās agrāk, nekā plānots! Ja gribas turpināt, nākamais ir „{ $title }” – { $day }.
