### What Pavadonis says, in English.

hello = Hello! I'm Pavadonis, the chatbot of the programme “{ $programme }”. I'll remind you of due dates, help you sort your thoughts and call a person when one is needed. I can't answer everything, but I'll always say who can.
consent-mentee = To help you I keep your name, answers and due dates. Only you see what you write to me; your mentor sees your tasks with their due dates, and what you share. If somebody is in danger, I call a person. You can delete all of it at any time. Is that all right?
consent-mentor = To help you I keep your name, answers and agreements. You don't see what a young person writes to me, only what they share. You can delete all of it at any time. Is that all right?
consent-coordinator = To help you I keep your name and what you decide here. You don't see what people write to me; I'll send you questions and alerts. Is that all right?
consent-yes = Yes, that's fine
consent-no = No, thanks
consent-first = First I need your “yes”. Until then I use nothing of what you write.
consent-refused = All right, I won't write again. If you change your mind, tap the button. If you like, I'll delete your name and this conversation too.
consent-had = You've already agreed, thank you. What shall we do?
switch-language = Latviski
which-language = Which language shall I write in?
language-changed = All right, English from now on.
welcome-mentee = Thank you! Here's what you can start with. You can ask anything at any time.
welcome-mentor = Thank you! I'll remind you, tell you when a young person needs help, and answer questions about the programme.
welcome-coordinator = Thank you! Questions I can't answer, and all that needs a person, will come here.

menu-mentee = What shall we do? You can also ask in your own words.
menu-mentor = What shall we do? You can also ask in your own words.
menu-coordinator = What shall we do?
hello-again = Hello! What shall we do?
you-are-welcome = Glad to help. Write when you need me.
do-grow = A GROW talk
do-tasks = My tasks
do-match = Find a mentor
do-advice = Advice for mentors
advice = Short advice for harder moments, and ideas for meetings:
no-advice = The advice is for mentors. What shall we do?
do-tools = Other tools
do-ask = Ask something
do-mentees = My young people
do-questions = Questions ({ $count })
do-announce = Announcement
do-attention = Needs attention
do-resume = Go on: { $title }
do-continue = Go on
do-fresh = Start again
do-reply = Write back
reply-write = Write, and I'll pass it on to { $name }.
do-answer = Answer
do-read = Read it
cancelled = All right, cancelled. What shall we do?
do-cancel = Cancel
do-no = No
do-why = Why did I get this?
do-erase = Delete my data
do-switch-on = Switch on again
unknown-command = I don't have that command. Here's what I can do.
not-understood = I didn't understand that. Here's what I can do.
button-unknown = That button no longer works. Write “menu” and we'll start again.
attachment = I can't read pictures and files or listen to voice messages yet. Please write it in words.
empty = That message came empty. Write a few words and I'll help.
too-long = That message is too long: { $actual } characters, I can read { $limit }. Please shorten it or send it in parts.
write-words = I need a few words here. Please write again.
our-fault = Something went wrong on our side and your message couldn't be handled. Please try again, or put it in other words.
not-yours = This isn't open to you. If it should be, ask the coordinator.
nobody-to-ask = There's nobody in the programme to pass this to right now. Please try later.
none = none
and-more = … and { $count } more
erased-person = (deleted)

ask-away = Write your question in your own words. If I don't know the answer, I'll pass it to a person.
did-you-mean = Did you mean one of these?
did-you-mean-none = None of these
answer-gone = That answer is no longer valid. Ask again and I'll pass it to a person.
asked-human = I have no answer to that. I've passed it to the coordinator; the answer usually comes by { $when }.
ticket-question = A question from { $name } ({ $role }):
    “{ $text }”
ticket-help = { $name } ({ $role }) asks for help.
    Task: “{ $text }”
ticket-write = Write your answer and I'll pass it on. { $name } asked:
    “{ $text }”
ticket-answered = This has already been answered.
human-answered = The answer to “{ $question }”:
    { $text }
answer-sent = Passed on to { $name }.
no-questions = No questions are waiting.
is-it-an-answer = Is that the answer to one of these questions?

resume-or-fresh = You've already started “{ $title }”. Go on, or start again?
resumed = We go on where we left off.
nothing-to-resume = Nothing is left half-done. What shall we do?
dialog-gone = The programme no longer has that conversation. What shall we do instead?
dialog-over = That conversation is over.
question-passed = That question is behind us. Here's the current one.
left-for-later = Not finished yet:
tasks-made = { $count ->
        [one] I've noted { $count } task:
       *[other] I've noted { $count } tasks:
    }
    { $list }
    I'll remind you before each due date.
no-results = No results yet. The first comes after a GROW talk.
your-results = Your results:
tools = What shall we start with? Each can be left and resumed later.
picture = Picture: { $title }
share-start = Show to my mentor
share-stop = Stop showing
shared = { $name }, your mentor, can read it now.
shared-no-mentor = Noted. Once you have a mentor, they can read this result too.
kept-private = It stays with you alone.
mentee-shared = { $name } shares the result of a GROW talk with you.

no-tasks = There are no open tasks.
your-tasks = Your tasks:
    { $list }
one-task = “{ $title }” is due on { $day }. How is it going?
task-done = It's done
task-help = I need help
task-time = I need time
task-closed = The task “{ $title }” is already closed. There's nothing more to do.
well-done = “{ $title }” – done! I won't remind you of it again.
mentee-did = { $name } has finished the task “{ $title }”.
help-called = I've said that you need help. { $name } will answer, usually by { $when }. If you like, write what exactly is hard.
help-enough = That's enough
help-more = { $name } adds about the task “{ $title }”:
    “{ $text }”
help-passed-on = Passed on. { $name } will answer.

extend-how-long = What new date do you need for “{ $title }”? You can also write it, with the reason.
extend-which-day = I need a date after the present due date, such as “next Friday” or “20 March”.
extend-which-other = What date shall it be? You can also write it.
extend-asked = I've passed it on. { $name } decides. Until then the old due date stands.
extend-asked-already = I've already asked; we're waiting for the answer.
extend-request = { $name } asks for more time.
    Task: “{ $title }”
    Due: { $due }
    Would like: { $wished }
extend-reason = Reason: “{ $reason }”
extend-grant = Yes: { $day }
extend-other = Another date
extend-refuse = Refuse
extend-granted = New due date for “{ $title }”: { $day }. { $days ->
        [0] I'll remind you in time.
        [one] I'll remind you { $days } day before.
       *[other] I'll remind you { $days } days before.
    }
extend-granted-done = The due date has moved. “{ $title }” of { $name } is now due on { $day }.
extend-refused = “{ $title }” stays due on { $day } this time. That was decided by { $name }. You can hand in what you have, and choose with your mentor what else to finish.
extend-refused-done = I've told { $name } gently.
extend-decided-already = This has already been decided.

prompt-nudge = “{ $title }” is due on { $day }. How is it going?
prompt-due-today = “{ $title }” is due today. How is it going?
prompt-late = “{ $title }” was due on { $day }. It happens. What would help most now?
prompt-silence = No word for { $days } days from { $name }. One simple question without reproach often helps. Would you like an example?
silence-show-example = Show an example
silence-example = For example: “Hi! I was thinking of you. How's your week? If you don't feel like talking, one word will do.” Short, one question, and no “why haven't you written”.

why-nudge = I sent this because the programme reminds you some days before a due date, this time { $days ->
        [one] { $days } day
       *[other] { $days } days
    } before. Shall I stop?
why-due-today = I sent this because the task is due today. Shall I stop?
why-late = I sent this because the due date has passed and the task is still open. Shall I stop?
why-check-in = Once a week the programme asks how things are going. Shall I stop asking?
why-silence = The programme tells mentors when there's been no word from a young person for two weeks. Shall I stop?
why-announcement = That was an announcement from the coordinator.
why-nothing = I haven't sent you anything unasked lately.
mute = Stop sending these
unmute = Send again
muted = All right, no more of those. Write “why” if you want them back.
unmuted = All right, I'll send them again.

match-only-mentees = This is where young people look for a mentor. What shall we do?
match-has = Your mentor is { $name }. If something doesn't fit, write it and I'll tell the coordinator.
match-waits = We're waiting for an answer from { $name }.
match-withdraw = Take it back
match-withdrawn = Your request is withdrawn. What shall we do?
match-nobody = No mentor has a free place right now. I've told the coordinator; I'll write as soon as there's one.
match-nobody-free = { $name } is looking for a mentor. Nobody has a free place right now.
match-offer = { $count ->
        [one] A mentor who has something in common with you.
       *[other] Mentors who have something in common with you.
    } Nothing is final until both of you have said yes.
    { $list }
match-offer-no-shared = No mentor has exactly these interests, but these have a place and would like to meet you:
    { $list }
match-reason = in common: { $list }
match-near = close to your interests: { $list }
match-no-reason = has a free place
match-asked = I've asked { $name }. The answer usually comes in a few days; nothing is final yet.
match-full = This mentor's last place has just been taken. Let's look at others.
match-passed = That offer no longer stands.
match-again = See others
pair-request = { $name }{ $age ->
        [none] {""}
       *[other] {", "}age { $age },
    } has chosen you as a mentor.
    Interests: { $interests }
    Would you like to begin? You may say no without hurting anybody.
pair-yes = Yes, gladly
pair-no = Not this time
pair-full = You already support { $cap } young people this semester, and the programme allows no more. Please decline, or ask the coordinator.
pair-withdrawn = { $name } has withdrawn the request. There's nothing for you to do.
pair-declined-mentor = Thank you for the clear answer. I'll put it gently.
pair-declined = It won't work this time: the mentor is short of time. It isn't about you. Shall we look at others?
pair-declined-next = It won't work this time: the mentor is short of time. It isn't about you. Next on your list: { $name }. Shall I ask?
pair-ask-next = Yes, ask
pair-begun-mentee = You've both said yes! Your mentor is { $name }. They'll write soon, and you'll agree on a first meeting.
pair-begun-mentor = You've both said yes! Your young person is { $name }. A good first step: offer two times to meet.
pair-begun-coordinator = A new pair: { $mentor } mentors { $mentee }.

only-mentors = The list of young people is for mentors. What shall we do?
no-mentees = You have no young people right now. I'll write when somebody chooses you.
your-mentees = Your young people ({ $count } of { $cap }):
    { $list }
sign-last = last word: { $day }
sign-never = hasn't written yet
one-mentee = { $name } – { $sign }
    { $week }
    Tasks:
    { $tasks }
    Shared results: { $shared }
week-was = The week: { $score } of 5 ({ $day })
week-unknown = No answer to the weekly check-in yet
not-shared = That result is no longer shared with you.

announce-whom = Who shall I write to?
announce-mentees = Young people ({ $count })
announce-mentors = Mentors ({ $count })
announce-everybody = Everybody ({ $count })
announce-nobody = Nobody there has agreed to receive messages yet.
announce-write = Write the announcement. I'll show it to you before it goes out.
announce-long = The announcement is too long: { $actual } characters, { $limit } are allowed. Please shorten it.
announce-preview = { $count ->
        [one] { $count } person will see this:
       *[other] { $count } people will see this:
    }
announcement = An announcement from { $name }, { $role }:
announce-send = Send ({ $count })
announce-sent = { $count ->
        [one] On its way to { $count } person.
       *[other] On its way to { $count } people.
    }
announce-sent-already = This announcement has already been sent.
announce-cancelled = The announcement is cancelled. What shall we do?
announce-who = Who got it?
announce-report = { $got } of { $count } got it:
state-sent = received
state-waiting = waiting to be sent
state-cancelled = not sent: messages switched off
state-failed = couldn't be sent
state-dead = couldn't be sent
state-uncertain = not known whether received
state-sending = being sent
state-gone = no longer in the programme

attention = Who needs attention:
attention-none = All is calm: nobody has gone quiet and no question is waiting.

stopped = All right, I won't write to you unasked any more. When you want me back, tap the button or write “resume”.
switched-on = Switched on again. I'll remind you in time.
my-data = Your data: name, answers, tasks, results and this conversation. Download all of it at “My data” at the top of this page. If your name or something else is wrong, write it and I'll tell the coordinator.
erase-sure = I'll delete everything: this conversation, tasks, results and your name. It can't be brought back. Shall I really delete it?
erase-yes = Yes, delete it all
erase-no = No, keep it
erase-kept = All right, everything stays.
other-left = Your work together has ended because the data was deleted: { $name }. If you'd like to talk, write to the coordinator.
person-left = One person ({ $role }) deleted their data and left the programme.

danger = Thank you for writing that. It matters, and nobody has to handle it alone. If there is danger now, call 112. You can talk to someone at once:
    { $helplines }
    I'm a bot, so I'm calling a person from the programme right now. Are you safe at this moment?
danger-alone = Thank you for writing that. It matters, and nobody has to handle it alone. If there is danger now, call 112. You can talk to someone at once:
    { $helplines }
    I'm only a bot, so please call, or go to an adult you trust. Are you safe at this moment?
danger-safe = Yes, safe now
danger-not-safe = No
danger-glad = It's good that you told me. A person from the programme will write to you soon. If it gets harder, call 116111 at any hour.
danger-now = Call 112 now, or go where there's an adult you trust. I've told a person that it's urgent.
danger-glad-alone = It's good that you told me. If it gets harder, call 116111 at any hour.
danger-now-alone = Call 112 now, or go where there's an adult you trust.
danger-ask = That sounds hard. Were you just saying it, or is it something serious? If you'd like to talk, 116111 is free at any hour.
danger-ask-fine = Just saying
danger-ask-serious = It's serious
danger-fine = Thanks for telling me. If it gets harder, write to me or call 116111 at any hour.
danger-human = A person has read your message: { $name }, { $role }. They'll write to you soon.
alert = ALERT. { $name } ({ $role }) wrote:
    “{ $text }”
    I've already sent the helplines. Please get in touch today.
alert-again = THE ALERT is still waiting. { $name } ({ $role }) wrote:
    “{ $text }”
    Nobody has taken it for an hour. Please get in touch now.
alert-not-safe = URGENT. Not safe: { $name }. Please call at once; if there's no answer, 112.
alert-more = Asked about safety, { $name } wrote:
    “{ $text }”
alert-taken = I'm on it
alert-write = Write
alert-thanks = Thank you. I've noted that you're taking care of it. The young person: { $name }.
alert-already = Somebody else is taking care of this.

stranger = Hello! I am the chatbot of a mentoring programme. To begin you need an invitation link: the programme's coordinator or a mentor gives it out. Ask for one and open it on this phone.
stranger-danger = I am a chatbot and don't know you yet, so I can't call anyone for you. Please ring one of these numbers now, a real person will answer:
    { $helplines }
group-hello = Hello! I don't talk about personal things in a group. Write to me in private and I can help.
invitation-unknown = This link doesn't work. Perhaps a part of it is missing? Ask the coordinator for a new one.
invitation-used = This link has been used already. Ask the coordinator for a new one.
invitation-expired = This link has run out. Ask the coordinator for a new one.
channel-added = Done! You can write to me here as well now. I answer wherever you write.
channel-taken = This link belongs to somebody else, so it does nothing here. Write "channels" to get your own.
channels = I answer wherever you write. Reminders come here: { $here }.
channel-add = Would you like to write elsewhere too ({ $channel })? Open this link, it works for one day and only for you: { $link }
channel-web = web chat
channel-telegram = Telegram
channel-whatsapp = WhatsApp
prefer = Remind me here: { $channel }
preferred = All right. Reminders will come here from now on: { $channel }.
person-lost = { $name } ({ $role }) no longer gets my messages: { $channel } is blocked or closed. Please get in touch another way and ask if all is well. Until they come back I send nothing there.
edited = I see that you changed a message. I had already read it as it was. To change the answer, tap "Back" or write it anew.
contact-kept = Thank you, I kept the number. Only the people I call in danger see it. You can delete it at any time.
contact-foreign = I don't keep other people's numbers. You may share your own if you like.
my-data-here = This is everything I keep about you. You can read it, save it or delete it.
erased = Everything is deleted. All the best! If you ever want to come back, ask the coordinator for a new invitation.
too-fast = You write faster than I can read. Some messages were left unread. Wait a moment and send what matters most in one message.
alert-phone = Phone: { $phone }
attention-uncertain = Not known whether received: { $count } { $count ->
        [one] message
       *[other] messages
    }
attention-unsent = Could not be sent: { $count } { $count ->
        [one] message
       *[other] messages
    }
state-unreachable = can't be reached: has blocked or closed the chat
state-expired = not sent: out of date
about-description = I am Pavadonis, the chatbot of a mentoring programme. I remind you of due dates, help to sort out thoughts, answer questions and call a human when one is needed. To begin, open the invitation link from the programme's coordinator.
about-short = A mentoring programme's chatbot: due dates, goals, questions, and a human when needed.
about-menu = What shall we do?
about-grow = A GROW conversation about a goal
about-tasks = My tasks and due dates
about-results = My results
about-questions = Ask a question
about-language = Another language (latviski)
about-channels = Where to write to me
about-data = Everything kept about me
about-pause = Don't write to me for now
about-resume = Write to me again
about-help = Help
snooze = Not now
snooze-until = All right. When shall I remind you?
snooze-hour = In an hour
snooze-evening = This evening
snooze-tomorrow = Tomorrow
snooze-monday = On Monday
snoozed-hour = All right, in an hour.
snoozed-evening = All right, this evening.
snoozed-tomorrow = All right, tomorrow.
snoozed-monday = All right, on Monday.
digest = { $count ->
    [one] There is one thing for you today.
   *[other] There are { $count } things for you today. Which one first?
  }
digest-nudge = { $title } – due { $day }
digest-due-today = { $title } – due today
digest-late = { $title } – was due { $day }
digest-silence = { $name }: no word for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
digest-silence-role = { $name } ({ $role }): no word for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
prompt-event-before = { $day }: { $title }.
prompt-event-on-day = Today: { $title }{ $time }.
prompt-event-late = { $title }: the day was { $day }. If it is done, tap the button.
prompt-other-question = We haven't written for a while. How are you? One word or a tap is enough.
prompt-ask-mentor = We haven't written for a while. How are you and your young people? One word or a tap is enough.
prompt-coordinator-silence = There has been no word from these people for long. A call may help:
ask-fine = All is well
ask-hard = It's hard
ladder-fine = Good to hear! Write if you need anything.
event-begin = Begin
event-done = Done
event-at = {" "}at { $time }
event-thanks = Thank you, noted.
event-gone = That is no longer in the calendar.
lives = By myself I write around { $hour }, and I ask how it's going { $weekday }. What shall we change?
lives-hour = Another hour
lives-day = Another day
lives-evening = Not in the evening
lives-pause = Pause until a day
lives-as-programme = As the programme has it
lives-which-hour = At what time shall I write?
lives-which-day = On which day shall I ask how it's going?
lives-hour-kept = All right, I'll write around { $hour } from now on.
lives-day-kept = All right, I'll ask { $weekday } from now on.
lives-quiet-kept = All right, from { $start } to { $end } I won't write by myself.
lives-reset = All right, everything is as the programme has it.
weekday-0 = on Mondays
weekday-1 = on Tuesdays
weekday-2 = on Wednesdays
weekday-3 = on Thursdays
weekday-4 = on Fridays
weekday-5 = on Saturdays
weekday-6 = on Sundays
pause-until-when = Until which day shall I not write? Tap a button or write a date.
pause-3 = 3 days
pause-7 = A week
pause-14 = Two weeks
pause-not-a-date = I didn't understand that day. Write, for example, "12 March" or "Friday".
pause-too-long = Choose a day after today, within { $days } days.
paused = All right, I won't write until { $day }. You can write at any time.
pause-end = I'm back
pause-was-over = There is no pause now. What shall we do?
pause-ended = Welcome back! What shall we do?
ill = Get well soon! Until which day shall I leave you alone?
other-paused = { $name } is taking a break until { $day }. No need to wait for an answer before that.
other-back = { $name } is back.
why-event = I sent this because it is in the programme's calendar. Shall I stop?
why-mentor-silence = The programme asks when there's been no word from a mentor for long. Shall I stop?
about-lives = When to write to me
task-move = Move
task-drop = Drop
task-keep = Keep it after all
task-move-to = To which day shall I move “{ $title }”? You can also write a date.
task-move-again = I need a day from today on, for example “Friday” or “20 March”. To which one shall I move “{ $title }”?
task-moved = Moved: “{ $title }”. New due date: { $day }.
task-dropped = All right, “{ $title }” is off your list, and I won't remind you of it.
extend-automatic = The programme gives that much time at once.
extend-undecided = The request has waited for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }. Asked first: { $name }.
extend-decided-by = Decided by: { $name }.
extend-programme = the programme
extend-refused-other = The date stays this time. Task “{ $title }”, due { $day }. Young person: { $name }.

# Results: searching and PDF
your-results-page = Your results, { $first } to { $last } of { $count }:
results-older = Older
results-newer = Newer
results-all = All results
results-hint = I found no such result. You can search by tool, time or word, for example “results wheel” or “results from 1 January”.
do-pdf = PDF
result-pdf = The result as a PDF file: { $title }
coming-before = { $days ->
    [one] { $days } day
   *[other] { $days } days
  } before the due date: { $due }.
coming-on-day = It is due on this day.
coming-late = { $days ->
    [one] { $days } day
   *[other] { $days } days
  } after the due date ({ $due }), if the task is still open.
coming-event-before = { $days ->
    [one] { $days } day
   *[other] { $days } days
  } before its day in the calendar: { $due }.
coming-event-on-day = It is its day in the programme's calendar.
coming-event-late = { $days ->
    [one] { $days } day
   *[other] { $days } days
  } after its day in the calendar ({ $due }), if it is not done yet.
coming-check-in = Once a week the programme asks how it goes.
coming-silence = { $days ->
    [one] { $days } day
   *[other] { $days } days
  } without a word; the last one came { $last-sign }.
coming-mentor-silence = { $days ->
    [one] { $days } day
   *[other] { $days } days
  } without a word; the last one came { $last-sign }.
coming-alert = Somebody wrote of danger, and nobody has taken it yet.
coming-undecided = A request has waited { $days ->
    [one] { $days } day
   *[other] { $days } days
  } for an answer.
coming-mine = This is what I'll write to you, if nothing changes:
coming-of = What { $name } will receive, if nothing changes:
coming-nothing = Nothing is planned so far.
coming-nobody = I find nobody of that name in the programme. Write the name as it stands in the list.
coming-who = { $count ->
    [one] { $count } person fits
   *[other] { $count } people fit
  }. Which one?
coming-stopped = Messages are switched off, so I don't write by myself.
coming-paused = A pause until { $day }.
kind-nudge = reminder of a task
kind-due-today = the day a task is due
kind-late = question after a task's due date
kind-check-in = weekly question
kind-event = programme's calendar
kind-silence = word about silence
kind-mentor-silence = word about a mentor's silence
kind-alert = alarm
kind-extension = request for time
need-alarm = Alarm without an answer: { $name }{ $days ->
    [0] {""}
    [one] {" "}({ $days } day)
   *[other] {" "}({ $days } days)
  }
need-question = Question without an answer: { $name } ({ $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
  })
need-extension = Request for time without an answer: { $name } ({ $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
  })
need-lost = Messages don't arrive: { $name } ({ $days ->
    [0] since today
    [one] { $days } day
   *[other] { $days } days
  })
need-silent = No word from: { $name } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
  })
need-silent-mentor = No word from a mentor: { $name } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
  })
need-alone = Without a mentor: { $name } ({ $days ->
    [0] since today
    [one] { $days } day
   *[other] { $days } days
  })
need-why-alarm = The message about danger came on { $day }. Nobody has taken it yet.
need-why-question = Asked on { $day }.
need-why-lost = The chat is closed or blocked. First message that didn't arrive: { $day }.
need-why-silent = The last word came on { $day }. One simple question without reproach often helps.
need-why-silent-mentor = The last word came on { $day }.
need-why-alone = Agreed to take part, or the last pairing ended: { $day }.
need-late = The promised time for an answer has passed.
need-mentees = Waiting: { $list }
need-asked = Asked, no answer yet: { $name }
need-write = Write
need-tell = Tell the mentor
need-propose = Propose mentors
need-gone = That is settled by now.
need-hidden = All right, I'll show it again on { $day }. Sooner if it gets worse.
need-silent-to-mentor = { $human } asks you: please write to your young person. No word for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }: { $name }. One simple question is enough.
need-lost-to-mentor = { $human } asks you: please reach your young person some other way, for my messages don't arrive. It is: { $name }.
need-find-mentor = You have no mentor yet. Shall we look for one? Just tell me what interests you.
attention-hidden = Put off for later: { $count }
note-write = Write, and I'll pass it on in your name. To: { $name }.
do-coming = What's coming
announce-stop = Stop
announce-stopped = { $count ->
    [0] Everything had been sent, there was nothing left to stop.
    [one] Stopped. { $count } message was not sent.
   *[other] Stopped. { $count } messages were not sent.
  }
pact-with-whom = With whom?
pact-before = You both answer these questions, each alone. Once both are done, both see both answers. The other side: { $name }.
pact-invited = The other side has been invited: { $name }. When their answers are there too, we'll compare.
pact-invitation = { $name } would like to prepare this with you: “{ $title }”. Each answers alone, then both see both answers.
pact-answer = Answer
pact-ask-again = Ask again
pact-answer-anew = Answer anew
pact-waits = Your answers are saved. Still to answer: { $name }.
pact-asked-today = I've asked already today, let's wait a little. The other side: { $name }.
pact-asked = I've asked again. The other side: { $name }.
pact-both-answered = Now both have answered. The other side: { $name }.
pact-you-changed = Your new answer is saved. Now it has to suit you both, { $name } too.
pact-other-changed = { $name } has changed an answer. See whether it suits you now.
pact-changed-since = An answer has changed in the meantime. This is how it is now:
pact-comparison = { $title }: both answers
pact-alike = Here you think alike.
pact-differing = Here your answers differ.
pact-no-difference = There are no differences.
pact-confirm = It suits me
pact-talk = Talk it over
pact-confirmed = I've noted that it suits you. Now it's up to { $name }.
pact-other-confirmed = { $name } says it's fine. Now it's up to you: “{ $title }”.
pact-agreed-already = The agreement stands already.
pact-agreed = “{ $title }” now suits you both. You both have it in your results. The other side: { $name }.
pact-agreed-coordinator = “{ $title }” suits both: { $one } and { $two }. Only these two see what it says.
pact-talk-here = Good, talk first. The other side knows: { $name }. If an answer has to change afterwards, choose the question.
pact-talk-there = { $name } would like to talk first. If an answer has to change afterwards, choose the question.
timed-needs-two = “{ $title }” is a talk for two. You can begin once you have another side.
timed-with = The other side: { $name }.
timed-ask = Let's start now
timed-invitation = { $name } would like to start now: “{ $title }”. It takes { $minutes } minutes at most. Does it suit you now?
timed-start = Yes, let's start
timed-not-now = Not now
timed-asked = I've asked. We'll start when the other side says yes: { $name }.
timed-withdraw = Take it back
timed-withdrawn = All right, not this time.
timed-withdrawn-by = { $name } took the invitation back. You can start another time.
timed-later = All right, not this time. You can start whenever you like.
timed-later-by = { $name } can't start now. It happens; find a time that suits you both.
timed-stale = This invitation is old by now. Shall I ask anew?
timed-part = { $number } of { $count }: { $title } ({ $minutes } min)
timed-pause = Pause
timed-next = Next
timed-end = End
timed-go-on = Go on
timed-minute-left = One more minute for this topic.
timed-paused = Paused. { $minutes } min are left for this topic.
timed-paused-by = { $name } tapped pause. { $minutes } min are left for this topic.
timed-is-paused = The talk is paused. { $minutes } min are left for this topic.
timed-goes-on = { $name } goes on with the talk. { $minutes } min are left for this topic.
timed-next-by = { $name } tapped “Next”.
timed-ended-by = { $name } ended the talk.
timed-passed = The talk has moved on already.
timed-over = This talk is over already.
timed-interrupted = Sorry, I was away for a while, so I stopped the clock. Shall we go on with the next topic?
timed-done = The talk is over.
timed-decide = Would you like to work together? Each of you answers alone, and a “no” is no reproach to anybody.
timed-says-yes = Yes
timed-says-no = No
timed-says-time = I need time
timed-heard-yes = Thank you! The other side will hear of it if they say “yes” too.
timed-heard-no = Thank you for telling me. I'll say it gently to the other side.
timed-heard-time = All right, take your time. You can answer later too.
timed-decided-already = I have your answer already. If it has changed, write to the coordinator.
timed-both-yes = Both answers are “yes”! The other side: { $name }.
timed-other-no = This time it won't go on. It happens, and it isn't about you. The coordinator knows and will help.
timed-other-thinks = The other side needs time to think. That's fine, there's no hurry.
timed-coordinator-yes = “{ $title }”: { $name } says “yes”. The other side: { $other }.
timed-coordinator-no = “{ $title }”: { $name } says “no”. The other side: { $other }.
timed-coordinator-time = “{ $title }”: { $name } wants to think. The other side: { $other }.
timed-sentence = One sentence for yourself: what should stay in mind from this talk? Only you see it.
timed-no-sentence = Skip
timed-sentence-kept = Saved. It's in your results.
do-results = My results
