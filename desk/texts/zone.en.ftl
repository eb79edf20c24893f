### Time zone: where somebody lives for now

lives-zone = Time zone
zone = I go by the time of this place: { $place }. It is { $time } there now. If you live elsewhere now, choose or write a city.
zone-as-programme = As in the programme
zone-right = { $place }: it is { $time } there now. Does your clock say the same?
zone-yes = Yes, the same
zone-other = No, another place
zone-kept = All right, from now on I go by the time of this place: { $place }. It is { $time } there now. Quiet hours go by it too.
zone-which = Which of these places is nearer?
zone-unknown = I don't know that place. Write a bigger city in the same country, for example “London” or “New York”.
zone-clock = { $hour }:{ $minute }
today-0 = Monday
today-1 = Tuesday
today-2 = Wednesday
today-3 = Thursday
today-4 = Friday
today-5 = Saturday
today-6 = Sunday
event-at-abroad = {" "}at { $time } ({ $here } where you are)
