### Agreements as the coordinator sees them: which stand, and what the others wait for

do-agreements = Agreements
agreements-heading = Agreements in force: { $done }. Still under way: { $waiting }. Only the two people of a pair see what's in them.
agreements-none = There is no pair yet that could agree on something. What shall we do?
agreements-answer = • { $title }: { $mentor }, { $mentee }. Still to answer: { $waits }. The other side answered on { $day }.
agreements-look = • { $title }: { $mentor }, { $mentee }. Both still have to confirm. Both answers came by { $day }.
agreements-confirm = • { $title }: { $mentor }, { $mentee }. Still to confirm: { $waits }. The other side confirmed on { $day }.
agreements-unbegun = • { $mentor }, { $mentee }. Not begun yet. A pair since { $day }.
agreements-agreed = • { $title }: { $mentor }, { $mentee }. In force; both had confirmed by { $day }.
agreements-more = Show more
agreements-back = Back
agreements-which = What will you agree on?
