### Kas redz rezultātu: viens no vairākiem to vairs neredz.

share-stop-one = Vairs nerādīt: { $name }
coordinators = programmas koordinatori
hidden = Labi, to vairs neredz: { $name }.
hidden-read = Labi, no čata to izņēmu, un to vairs neredz: { $name }. To, kas jau izlasīts, gan atņemt nevaru.
hidden-sent = Labi, te to vairs neredz: { $name }. Bet tas jau ir atvērts citur ({ $channel }): tur tas paliek, un izdzēst to nevaru.
still-read = To vēl redz: { $names }.
