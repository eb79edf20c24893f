### Apliecība

certificate = Apliecība par dalību mentoringā
certificate-name = Vārds: { $name }
certificate-programme = Programma: { $name }
certificate-role = Loma: { $name }
certificate-time = Laiks: { $first } – { $last }
certificate-meetings = Pierakstītās tikšanās: { $count }
certificate-get = Saņemt apliecību
certificate-in = Latviski
certificate-language = Apliecība par tavu dalību. Kurā valodā to vajag?
certificate-later = Apliecību varēsi saņemt pēc noslēguma tikšanās.
