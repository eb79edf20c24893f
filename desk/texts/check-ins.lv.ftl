### Kas notiek pēc nedēļas jautājuma

check-in-low = Ja gribi par to parunāt, esmu te. Tavus vārdus mentors redzēs tikai tad, ja to gribēsi.
check-in-talk = Parunāt par to
week-in-words = Nedēļas jautājumi: atbildes ir, bet pēdējā laikā bez skaitļa
