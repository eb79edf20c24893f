### What Pavadonis says, in English.

hello = Hello! I'm Pavadonis, the chatbot of the programme “{ $programme }”. I'll remind you of due dates, help you sort your thoughts and call a person when one is needed. I can't answer everything, but I'll always say who can.
consent-mentee = To help you I keep your name, answers and due dates. Only you see what you write to me; your mentor sees what you share, and your tasks with their due dates unless you keep them to yourself. If somebody is in danger, I call a person. You can delete all of it at any time. Is that all right?
consent-mentor = To help you I keep your name, answers and agreements. You don't see what a young person writes to me, only what they share, and the tasks they don't keep to themselves. You can delete all of it at any time. Is that all right?
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
all-right = All right.
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
do-resume-more = More unfinished
do-shelves = All tools
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
hand-over-sure = Shall I pass it to the coordinator? They'll see your name too.
    “{ $text }”
hand-over-yes = Yes, pass it on
hand-over-no = No
hand-over-or-go-on = Shall we go on with what was begun: “{ $title }”? If it's for the coordinator, I can pass it on; they'll see your name too.
    “{ $text }”
hand-over-instead = To the coordinator
hand-over-not = All right, I haven't passed it to anybody.
asked-human = I have no answer to that. I've passed it to the coordinator; the answer usually comes by { $when }.
remark-passed-on = I've passed on to the coordinator what you wrote here. The answer usually comes by { $when }.
ticket-remark = { $name } ({ $role }) wrote to you in a survey:
    “{ $text }”
ticket-question = A question from { $name } ({ $role }):
    “{ $text }”
ticket-help = { $name } ({ $role }) asks for help.
    Task: “{ $text }”
ticket-talk = { $name } ({ $role }) would like to talk.
    “{ $text }”
    Write a few words, or suggest a time to talk.
ticket-write = Write your answer and I'll pass it on. { $name } asked:
    “{ $text }”
ticket-answered = This has already been answered.
human-answered = The answer to “{ $question }”:
    { $text }
answer-sent = Passed on to { $name }.
no-questions = No questions are waiting.
is-it-an-answer = Is that the answer to one of these questions?
resume-or-fresh = You've already started “{ $title }”. Go on, or start again?
resumed = Let's go on where we left off.
nothing-to-resume = Nothing is left half-done. What shall we do?
dialog-gone = The programme no longer has that conversation. What shall we do instead?
dialog-over = That conversation is over.
question-passed = That question is behind us. Here's the current one.
seeing-private = Only you see what you answer here, until you share the result.
seeing-tasks = If it becomes a task, your mentor sees the task too.
seeing-tasks-shared = If it becomes a task, your mentor sees the task only if you share the result.
seeing-check-in = Your mentor doesn't see what you write here. They only see how the week was from 1 to 5, where I ask for it.
seeing-pact = The two of you answer this: once both have, both see both answers. Nobody else does.
aside-minutes = “{ $title }” takes about { $minutes } minutes. You can stop at any moment, and everything is saved.
aside-left = { $count ->
        [one] { $count } more question at most, about { $minutes } min in all.
       *[other] { $count } more questions at most, about { $minutes } min in all.
    }
left-for-later = Not finished yet:
since-last-time = Last time and now:
since-said = { $heading } last time: “{ $said }”
tasks-made = { $count ->
        [one] I've noted { $count } task:
       *[other] I've noted { $count } tasks:
    }
    { $list }
    I'll remind you before each due date.
no-results = No results yet. The first comes after a GROW talk.
your-results = Your results:
tools = What shall we start with? Each can be left and resumed later.
shelf = { $shelf }. Which one?
shelf-goals = Goals and plans
shelf-me = About me
shelf-start = Getting started
shelf-meetings = Meetings
shelf-closing = Surveys, closing
shelf-own = Others
which-tool = Which tool shall I open?
tool-of-others = “{ $title }” is filled in by somebody else, in their own chat: { $whose }.
answer-or-command = Is “{ $text }” your answer to the question?
is-answer = Yes, my answer
is-command = No, show me that
picture = Picture: { $title }
share-start-mentee = Show to my mentor
share-start-mentor = Show to my mentee
share-start-one = Show: { $name }
share-stop = Stop showing
share-readers = If you say yes, this person can read it: { $names }.
share-later-mentee = You have no mentor yet. If you say yes, your first mentor can read it.
share-later-mentor = You have no mentee yet. If you say yes, your first mentee can read it.
share-begun = What you wanted to show can be read now: { $titles }. You can change that in “My results”.
shared = { $count ->
    [one] { $name }, your mentor, can read it now.
   *[other] Your mentors can read it now: { $name }.
 }
shared-mentees = This person can read it now: { $name }.
shared-no-mentor = Noted. Once you have a mentee, your first one can read this result.
shown-new = { $name } shows you: { $title }.
shown-list = Your mentor shows you this:
shown-empty = There is nothing here right now.
do-shown = From my mentor
shared-no-mentee = Noted. Once you have a mentor, your first one can read this result.
kept-private = It stays with you alone.
kept-private-read = All right, I took it out of the chat, and now only you see it. What has been read already can't be taken back, though.
kept-private-sent = All right, from now on only you see it here. But it has already been opened elsewhere ({ $channel }): it stays there, and I can't delete it.
stopped = All right, I won't write to you unasked any more. When you want me back, tap the button or write “resume”.
switched-on = Switched on again. I'll remind you in time.
my-data = Your data: name, answers, tasks, results and this conversation. Download all of it at “My data” at the top of this page. If your name or something else is wrong, tell me and I'll pass it to the coordinator.
erase-sure = I'll delete everything: this conversation, tasks, results and your name. It can't be brought back. Shall I really delete it?
erase-yes = Yes, delete it all
erase-no = No, keep it
erase-kept = All right, everything stays.
other-left = { $name } has deleted their data, so your work together has ended. If you'd like to talk, write to the coordinator.
person-left = One person ({ $role }) deleted their data and left the programme.
my-data-here = This is everything I keep about you. You can read it, save it or delete it.
erased = Everything is deleted. All the best! If you ever want to come back, ask the coordinator for a new invitation.
too-fast = You write faster than I can read. Some messages were left unread. Wait a moment and send what matters most in one message.
your-results-page = Your results, { $first } to { $last } of { $count }:
results-older = Older
results-newer = Newer
results-all = All results
results-hint = I found no such result. You can search by tool, time or word, for example “results wheel” or “results from 1 January”.
do-pdf = PDF
result-pdf = The result as a PDF file: { $title }
note-write = Write, and I'll pass it on in your name. To: { $name }.
do-coming = What's coming
do-results = My results
