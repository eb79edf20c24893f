### The certificate

certificate = Certificate of participation in mentoring
certificate-name = Name: { $name }
certificate-programme = Programme: { $name }
certificate-role = Role: { $name }
certificate-time = Time: { $first } – { $last }
certificate-meetings = Meetings noted: { $count }
certificate-get = Get a certificate
certificate-in = In English
certificate-language = A certificate that you took part. In which language?
certificate-later = You can have a certificate after the closing meeting.
