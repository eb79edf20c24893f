why-hello = The first day: the programme says hello and asks for consent.
why-reply = Answers what they wrote: “{ $text }”
why-notice = { $name } wrote or tapped: “{ $text }”
why-before = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } before the due date: { $due }.
why-on-day = It is due today.
why-late = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after the due date ({ $due }), and the task is still open.
why-check-in = Once a week the programme asks how it goes.
why-silence = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without a word; the last one came { $last-sign }.
why-alert = Somebody wrote of danger.

kind-nudge = reminder
kind-due_today = due today
kind-late = after the due date
kind-check_in = check-in
kind-silence = silence
kind-announcement = announcement
kind-extension = asks for time
kind-ticket = question for a human
kind-human = a human's answer
kind-alert = alarm
kind-notice = news
kind-hello = hello
kind-reply = reply

temper-diligent = diligent
temper-late = late
temper-silent = falls silent
temper-ill = falls ill
temper-fast = fast

group-reminder = reminders
group-check_in = check-ins
group-silence = silence
group-notice = news and requests
title = Rehearsal: { $programme }
show-replies = Show hellos and answers to what they wrote, too
lead = From { $first } to { $last }. All people are invented, but the messages are real: this is what the programme would write.
counts = People: { $people }. Messages sent by a rule: { $unprompted }. Other messages: { $others }.
to-look-at = What to look at
nothing-to-look-at = Nothing: there are no warnings.
calendar = Calendar
legend = A number says how many messages all people of that role get together that day. Replies to what they wrote themselves are left out.
break = break
break-closed = break without meetings
timeline = Who gets what
people-in-role = People: { $count }. Messages: { $messages }, of which by a rule: { $unprompted }.
per-person = Messages: { $messages }, of which by a rule: { $unprompted }.
mentor-is = mentor: { $name }
when = When
what = What
text = Text
why = Why
warn-crowded = Two or more messages by a rule to one person on one day
warn-in-break = A message by a rule in a break in which pairs don't meet
warn-done = A reminder of something already done
warn-nothing = A role gets nothing for six weeks or more of a semester
warn-long = A text longer than 4096 units
warned-crowded = { $who }: { $kinds }
warned-in-break = { $who }
warned-done = { $who }
warned-nothing = { $who }: { $count } days from this one on
warned-long = { $who }: { $count }
