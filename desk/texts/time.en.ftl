### What comes unasked: reminders, events, pauses

prompt-nudge = “{ $title }” is due on { $day }. { $turn ->
        [1] How is it coming along?
        [2] Is everything clear?
       *[0] How is it going?
    }
prompt-due-today = “{ $title }” is due today. { $turn ->
        [1] How is it coming along?
        [2] Is there anything you need?
       *[0] How is it going?
    }
prompt-late = “{ $title }” was due on { $day }. { $turn ->
        [1] Never mind. What would be the smallest next step?
        [2] There is still time. What is most in the way?
       *[0] It happens. What would help most now?
    }
prompt-nudge-not-begun = “{ $title }” is due on { $day }. Ten minutes and one small step are enough to begin. Is anything in the way?
prompt-due-today-not-begun = “{ $title }” is due today. A small part of it will do. Is anything in the way?
prompt-late-not-begun = “{ $title }” was due on { $day }. You can still begin, with a very small step. Is anything in the way?
small-step-before = Ten minutes and one small step are enough to begin.
small-step-on-day = A very small start will do too.
small-step-late = You can still begin, with a very small step.
small-step-list = You can begin with one small step; ten minutes are enough.
told-nudge = “{ $title }” is due on { $day }.
told-due-today = “{ $title }” is due today.
told-late = “{ $title }” was due on { $day }. { $turn ->
        [1] Never mind.
        [2] There is still time.
       *[0] It happens.
    }
prompt-silence = No word for { $days } days from { $name }. One simple question without reproach often helps. Would you like an example?
silence-show-example = Show an example
silence-example = For example: “Hi! I was thinking of you. How's your week? If you don't feel like talking, one word will do.” Short, one question, and no “why haven't you written”.
why-nudge = I sent this because the programme reminds you before a due date, this time { $days ->
        [one] { $days } day
       *[other] { $days } days
    } before.
why-due-today = I sent this because the task is due today.
why-late = I sent this because the due date has passed and the task is still open.
why-check-in = Once a week the programme asks how things are going.
why-silence = { $does ->
    [other-question] The programme asks how you are when there's been no word from you for { $days ->
        [one] { $days } day
       *[other] { $days } days
      }.
    [tell-coordinator] The programme tells the coordinator when there's been no word from a young person for { $days ->
        [one] { $days } day
       *[other] { $days } days
      }.
   *[tell-mentor] The programme tells mentors when there's been no word from a young person for { $days ->
        [one] { $days } day
       *[other] { $days } days
      }.
  }
why-stop = { $does ->
    [ask] Shall I stop asking?
    [tell] Shall I stop telling you?
   *[remind] Shall I stop reminding you?
  }
why-muted = Such messages are switched off now. Shall I send them again?
switched-off = Switched off: { $list }.
switch-on = Switch on: { $kind }
why-announcement = That was an announcement from the coordinator.
why-nothing = I haven't sent you anything unasked lately.
mute = Stop sending these
unmute = Send again
muted = All right, no more of those. Write “why” if you want them back.
unmuted = All right, I'll send them again.
snooze = Not now
snooze-until = All right. When shall I remind you?
snooze-never = It begins soon; a later reminder would be no use.
snooze-hour = In an hour
snooze-evening = This evening
snooze-tomorrow = Tomorrow
snooze-monday = On Monday
snooze-at = { $day ->
        [today] Today at { $time }
       *[tomorrow] Tomorrow at { $time }
    }
snoozed-hour = All right, in an hour.
snoozed-evening = All right, this evening.
snoozed-tomorrow = All right, tomorrow.
snoozed-monday = All right, on Monday.
snoozed-at = { $day ->
        [today] All right, today at { $time }.
       *[tomorrow] All right, tomorrow at { $time }.
    }
digest = { $count ->
    [one] A reminder of one thing. Where shall we start?
   *[other] A reminder of { $count } things. Which one first?
  }
digest-told = { $count ->
    [one] A reminder of one thing:
   *[other] A reminder of { $count } things:
  }
digest-with-news = { $count ->
    [one] I have { $count } thing for you today:
   *[other] I have { $count } things for you today:
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
digest-insight = { $who } and you have finished a stage, “{ $name }”; a good moment to write down what it taught you
digest-unanswered = { $name }: a question waits for an answer
digest-news = { $name } – { $what }
news = { $count ->
    [one] News:
   *[other] News of { $count } young people:
  }
news-done = “{ $title }” is done
news-moved = “{ $title }” has been moved, now due { $day }
news-shared = shares the result “{ $title }”
news-back = the break is over
prompt-insight = { $who } and you have finished a stage: “{ $name }”. A good moment to write down what it taught you; one sentence is enough.
prompt-unanswered = Still waiting for your answer: { $name }. The promised time has passed.
    “{ $text }”
prompt-event-before = { $day }{ $time }: { $title }.
prompt-event-on-day = Today: { $title }{ $time }.
prompt-event-late = { $title } was due on { $day }. If it's done, tap the button.
prompt-event-late-for = { $title } was due on { $day }.
prompt-other-question = How are you? One word or a tap is enough.
prompt-ask-mentor = How are you and your young people? One word or a tap is enough.
prompt-coordinator-silence = There has been no word from these people for a long time. A call may help:
ask-fine = All is well
ask-hard = It's hard
ladder-fine = Good to hear! Write if you need anything.
ladder-hard = Thanks for telling me. What's hardest now? If you like, I'll pass it to the coordinator.
event-begin = Begin
event-done = Done
event-at = {" "}at { $time }
event-thanks = Thank you, noted.
event-today = today
event-not-done = Not done yet: { $names }.
event-for = Taking part: { $names }.
event-for-nobody = All is done already.
event-gone = That is no longer in the calendar.
lives = I write first around { $hour }, and { $weekday } I ask how it's going.
lives-quiet = I don't write from { $start } to { $end }.
lives-what = What shall we change?
lives-hour = Another time
lives-day = Another day
lives-evening = Not in the evening
lives-pause = Pause until a day
lives-as-programme = As in the programme
lives-which-hour = At what time shall I write?
lives-which-day = On which day shall I ask how it's going?
lives-hour-kept = All right, I'll write around { $hour } from now on.
lives-day-kept = All right, I'll ask { $weekday } from now on.
lives-quiet-kept = All right, from { $start } to { $end } I won't write first.
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
pause-not-a-date = I didn't understand that day. Write, for example, “12 March” or “Friday”.
pause-too-long = Choose a day after today, within { $days } days.
paused = All right, I won't write until { $day }. You can write at any time.
pause-end = I'm back
pause-was-over = There is no pause now. What shall we do?
pause-ended = Welcome back! What shall we do?
ill = Get well soon! Until which day shall I leave you alone?
other-paused = { $name } is taking a break until { $day }. No need to wait for an answer before that.
other-back = { $name } is back.
why-unanswered = I sent this because the promised time has passed and there is no answer yet.
why-insight = I sent this because a stage of yours has ended. After each stage I offer to write down what it taught.
why-news = I sent this because it happened with the people you mentor. News that can wait I tell together, once a day.
why-request = I sent this because { $name } waits for your answer or decision. Such messages can't be switched off, or the request would stay unanswered.
why-notice = I sent this because it concerns you too. It was something { $name } did.
why-happened = I sent this because something happened in the programme that concerns you too.
why-event = I sent this because it is in the programme's calendar.
why-mentor-silence = { $does ->
    [tell-coordinator] The programme tells the coordinator when there's been no word from a mentor for { $days ->
        [one] { $days } day
       *[other] { $days } days
      }.
   *[ask-mentor] The programme asks how it's going when there's been no word from a mentor for { $days ->
        [one] { $days } day
       *[other] { $days } days
      }.
  }
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
coming-unanswered = The promised time for an answer will have passed.
coming-insight = A stage has ended, a good moment to write down what it taught.
coming-news = News that can wait comes together, once a day.
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
coming-stopped = Messages are switched off, so I don't write first.
coming-paused = A pause until { $day }.
kind-nudge = reminder of a task
kind-due-today = the day a task is due
kind-late = question after a task's due date
kind-check-in = weekly question
kind-event = programme's calendar
kind-silence = word about silence
kind-mentor-silence = word about a mentor's silence
kind-alert = alert
kind-poll-nudge = a reminder of the group's questions
kind-storm-nudge = a reminder of the brainstorm
kind-unanswered = a reminder of an unanswered question
kind-insight = insight after a stage
kind-news = news of the people you mentor
kind-extension = request for more time
