### Mentors and mentees: choosing, agreeing, talking

match-only-mentees = This is where young people look for a mentor. What shall we do?
match-has = Your mentor is { $name }. If something doesn't fit, tell me and I'll pass it to the coordinator.
match-waits = We're waiting for an answer from { $name }.
match-withdraw = Withdraw my request
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
pair-declined-next = It won't work this time. It isn't about you: the mentor is short of time. Next on your list is { $name } – shall I ask?
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
about-whom = About: { $name }.
application-kept = All right, only you can see the application.
application-handed-in-mentee = Your application is handed in: the programme's coordinators can read it, and your mentor once you are a pair. You can take it back in “My results”.
application-handed-in-mentor = Your application is handed in: the programme's coordinators can read it. You can take it back in “My results”.
application-new = A new application: { $name }.
application-gone = This application can't be read any more.
applications = Applications ({ $count }), the newest first:
applications-none = No application has been handed in yet.
do-applications = Applications ({ $count })
do-diary = Hand over notes ({ $count })
diary-offer = You have observations about this person: { $name }, number: { $count }. So far only you can see them, now you can hand them over.
diary-handed = The observations are handed over: { $name }. You can take them back in “My results”.
diary-yours = { $name } hands you the observations of your meetings, number: { $count }.
concerns-whom = About which mentee?
pact-with-whom = With whom?
pact-before = You and { $name } both answer these questions, each alone. Once both of you are done, you both see all the answers.
pact-invited = { $name } has been invited. When their answers are in too, we'll compare.
pact-invitation = { $name } would like to prepare this with you: “{ $title }”. Each answers alone, then both see both answers.
pact-answer = Answer
pact-ask-again = Ask again
pact-answer-anew = Answer again
pact-waits = Your answers are saved. Still to answer: { $name }.
pact-asked-today = I've already asked { $name } today; let's wait a little.
pact-asked = I've asked { $name } again.
pact-both-answered = Now you and { $name } have both answered.
pact-you-changed = Your new answer is saved. Now it has to suit you both, { $name } too.
pact-other-changed = { $name } has changed an answer. See whether it suits you now.
pact-changed-since = An answer has changed in the meantime. This is how it is now:
pact-comparison = { $title }: both answers
pact-alike = Here you think alike.
pact-differing = Here your answers differ.
pact-no-difference = There are no differences.
pact-chosen = Here your answers differed, and what was chosen holds.
pact-both-hold = Both answers hold.
pact-which-holds = Here your answers still differ. Which one is to hold?
pact-take-mine = Take mine
pact-take-theirs = Take the other
pact-take-both = Take both
pact-take-all = Both, everywhere
pact-choose-anew = Change a choice
pact-choose-which = Which choice would you change?
pact-you-chose = The choice is noted. It holds once both of you agree. Still to decide: { $name }.
pact-other-chose = { $name } chose which answer is to hold. See whether it suits you.
pact-confirm = It suits me
pact-talk = Talk it over
pact-confirmed = I've noted that it suits you. Now it's up to { $name }.
pact-other-confirmed = { $name } says it's fine. Now it's up to you: “{ $title }”.
pact-agreed-already = The agreement is already in force.
pact-agreed = “{ $title }” now suits both you and { $name }. You both have it in your results.
pact-agreed-coordinator = “{ $title }” suits both: { $one } and { $two }. Only these two see what it says.
pact-talk-here = Good, talk first. { $name } knows. If an answer has to change afterwards, choose the question.
pact-talk-there = { $name } would like to talk first. If an answer has to change afterwards, choose the question.
timed-needs-two = “{ $title }” is a talk for two. You can begin once you have somebody to talk to.
timed-with = Together with you: { $name }.
timed-ask = Let's start now
timed-invitation = { $name } would like to start now: “{ $title }”. It takes { $minutes } minutes at most. Does it suit you now?
timed-start = Yes, let's start
timed-not-now = Not now
timed-asked = I've asked. We'll start when { $name } says yes.
timed-resting = { $name } has quiet hours now. You can ask from { $time }.
timed-withdraw = Take it back
timed-withdrawn = All right, not this time.
timed-withdrawn-by = { $name } took the invitation back. You can start another time.
timed-later = All right, not this time. You can start whenever you like.
timed-later-by = { $name } can't start now. It happens; find a time that suits you both.
timed-stale = This invitation is old by now. Shall I ask again?
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
timed-left = { $part } more min for this topic, { $whole } min at most for the whole talk.
timed-no-hurry = That's fine, there's no hurry. Talk as it comes; I only watch the time.
timed-done = The talk is over.
timed-decide = Would you like to work together? Each of you answers alone, and a “no” is no reproach to anybody. The coordinator only learns what came of it.
timed-says-yes = Yes
timed-says-no = No
timed-says-time = I need time
timed-heard-yes = Thank you! The other person will hear of it if they say “yes” too.
timed-heard-no = Thank you for telling me. I'll tell the other person gently.
timed-heard-time = All right, take your time. You can answer later too.
timed-decided-already = I have your answer already. If it has changed, write to the coordinator.
timed-both-yes = You and { $name } have both said “yes”!
timed-other-no = This time it won't go on. It happens, and it isn't about you. The coordinator will learn of it and help.
timed-other-thinks = The other person needs time to think. That's fine, there's no hurry.
outcome-yes = “{ $title }”: both answers are “yes”. Working together: { $mentor } and { $mentee }.
outcome-no = “{ $title }”: { $mentor } and { $mentee } won't go on together. Who answered what stays between them.
outcome-open = “{ $title }”: it is not decided yet whether { $mentor } and { $mentee } will work together.
timed-sentence = One sentence for yourself: what should stay in mind from this talk? Only you see it.
timed-no-sentence = Skip
timed-sentence-kept = Saved. It's in your results.
