### Agreements as the coordinator sees them: which stand, and what the others wait for

do-agreements = Agreements
agreements-heading = Agreements that stand: { $done }. Under way: { $waiting }. Only the two of a pair see what they say.
agreements-none = There is no pair yet that could agree on something. What shall we do?
agreements-answer = • { $title }: { $mentor }, { $mentee }. Still to answer: { $waits }. The other side answered on { $day }.
agreements-look = • { $title }: { $mentor }, { $mentee }. Both still have to confirm. Both answers came by { $day }.
agreements-confirm = • { $title }: { $mentor }, { $mentee }. Still to confirm: { $waits }. The other side confirmed on { $day }.
agreements-unbegun = • { $mentor }, { $mentee }. Not begun yet. A pair since { $day }.
agreements-agreed = • { $title }: { $mentor }, { $mentee }. It stands; both had confirmed by { $day }.
agreements-more = Show more
agreements-back = Back
agreements-which = What will you agree on?
