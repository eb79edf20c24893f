check-in-low = Ja gribi par to parunāt, esmu te. Ja gribēsi, to uzzinās arī tavs mentors; bez tavas ziņas neviens.
check-in-talk = Parunāt par to
week-in-words = Nedēļas jautājumi: atbildes ir, bet pēdējā laikā bez skaitļa
