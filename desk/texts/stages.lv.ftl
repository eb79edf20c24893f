### Posmi: kur pāris ir savā ceļā

stage-is = Posms: { $name } (sākās { $day })
stage-unknown = Posms vēl nav zināms
stage-not-yet = vēl nav zināms
stage-change = Ja tas jau ir cits, nospied to.
stage-whose = To maina mentors vai koordinators.
stage-which = Pāri un to posmi:
stage-more = … un vēl { $count }. Uzraksti „posms” un vārdu.
stage-none = Šai programmai posmu nav.
stage-no-pair = Posms ir katram pārim, bet tāda pāra pašlaik nav.
stage-kept = { $pair }. Posms tagad: { $name }.
stage-told = Jūsu posms tagad: { $name }.
stage-insight-why = Labs brīdis pierakstīt, ko iepriekšējais tev iemācīja.
stage-insight = Pierakstīt atziņu
do-stage = Mainīt posmu
