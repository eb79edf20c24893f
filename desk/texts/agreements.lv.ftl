### Vienošanās, kā tās redz koordinators: kas ir spēkā un kas ko gaida

do-agreements = Vienošanās
agreements-heading = Vienošanās, kas ir spēkā: { $done }. Vēl top: { $waiting }. Saturu redz tikai abas puses.
agreements-none = Pagaidām nav neviena pāra, kam būtu jāvienojas. Ko darām?
agreements-answer = • { $title }: { $mentor }, { $mentee }. Vēl jāatbild: { $waits }. Otra puse atbildēja { $day }.
agreements-look = • { $title }: { $mentor }, { $mentee }. Jāapstiprina abiem. Abas atbildes ir saņemtas { $day }.
agreements-confirm = • { $title }: { $mentor }, { $mentee }. Vēl jāapstiprina: { $waits }. Otra puse apstiprināja { $day }.
agreements-unbegun = • { $mentor }, { $mentee }. Vēl nav sākta. Pāris izveidots { $day }.
agreements-agreed = • { $title }: { $mentor }, { $mentee }. Spēkā; abi apstiprināja { $day }.
agreements-more = Rādīt vēl
agreements-back = Atpakaļ
agreements-which = Par ko vienosieties?
