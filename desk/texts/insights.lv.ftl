### Atziņas, lasītas pēc kārtas

do-insights = Manas atziņas
insights = Tavas atziņas pēc kārtas:
insights-none = Pierakstītu atziņu vēl nav, un steigties nevajag. Te krājas tas, ko saproti pēc posma, tikšanās vai sarunas.
insights-none-yet = Pierakstītu atziņu vēl nav. Tas nekas: šie jautājumi palīdzēs pamanīt, cik tālu tiki.
insights-none-here = Pierakstītu atziņu te nav. Tas nekas, stāsti to, kas nāk prātā.
insights-not-here = Atziņas krāj jaunieši un mentori, katrs sev. Ko darām?
steps-offer = Soļus, ko nosauci, vari pierakstīt tūlīt vai vēlāk, un es par tiem atgādināšu.
do-steps = Pierakstīt soļus
