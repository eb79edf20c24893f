### Groups: polls and quizzes

do-groups = For the group
group-menu = { $count ->
        [one] There is { $count } young person in your group. What will you do together?
       *[other] There are { $count } young people in your group. What will you do together?
    }
group-only-mentors = There is no poll for you at the moment. Mentors prepare them for their groups, and then I'll write to you.
group-nobody = You have no young people yet. Once you do, you can fill in polls and quizzes together.
group-gone = It isn't there any more. Perhaps the programme has kept the answers for as long as it may.
group-draft = Draft: { $title }
group-over = { $title }
group-running = Now: { $title }
group-night = These are quiet hours, when the programme asks young people nothing. Tap again after { $time }.

poll-ready = Ready-made polls
poll-ready-list = Choose one, and I'll show you everything before it starts.
poll-own = My own poll
poll-own-quiz = My own quiz
poll-past = Earlier ones
poll-past-list = Whose results shall I show?
poll-past-none = No poll has ended yet.
poll-untitled = Poll
poll-untitled-quiz = Quiz

poll-so-far = These are the questions so far:
    { $list }
poll-one-more = One more question
poll-go-on = Go on
poll-take-back = Remove the last
poll-empty = There are no questions yet.
poll-most = A poll has { $most } questions at most; shorter ones are answered more readily, too.
poll-option-long = A choice is longer than { $most } characters and could not be read on a button, so I didn't write the question down. Try a shorter one.
poll-discard = Throw away
poll-discarded = Thrown away. Nobody saw it.
poll-started-already = This poll has started, so it can't be changed any more.
poll-look = Have a look
poll-kind-choice = one choice
poll-kind-choices = several choices
poll-kind-text = in their own words
poll-kind-words = word cloud
poll-kind-number = a number
poll-kind-scale = from { $low } to { $high }
poll-kind-ranking = put in order

poll-which-pace = How will the group answer? If all at once, you see the result after each question; that suits a meeting. If each in their own time, you see it at the end.
poll-pace-live = All at once
poll-pace-own = In their own time
poll-until-when = When does the poll end?
poll-until-passed = That time has passed or is very near. When does the poll end?
poll-until = { $day } at { $time }
poll-which-names = Do you want to see who answered what? With anonymous answers nobody can find out, not even me.
poll-anonymous = Anonymous
poll-named = With names
poll-too-few-for-anonymous = Anonymous answers need at least { $fewest } people who are asked. There are fewer now and all would know who said what, so it will be with names.
poll-is-live = All at once, question by question.
poll-is-own = Each in their own time. The poll ends on { $until }.
poll-is-anonymous = Anonymous: nobody will see who answered what. There is a result if at least three answer.
poll-is-named = With names: only you will see who answered what.
poll-named-since-few = I don't offer anonymous answers, since fewer than { $fewest } are asked and all would know who said what.
poll-reaches = It goes to: { $count }.
poll-resting = Not written to at the moment: { $count }. They haven't agreed yet, have paused or are away.
poll-start = Start
poll-change = Change
poll-chat-show = Show in the group chat
poll-chat-hide = Not in the group chat
poll-nobody-to-ask = There is nobody to write to at the moment: they haven't agreed yet, have paused or are away. The draft stays.

poll-question-head = Question { $number } of { $count }
poll-live-begins = We're starting all at once: “{ $title }”. { $names }
poll-anonymous-told = The group will see the answers, but they are anonymous: nobody will learn which are yours. So they can't be changed or taken back later. If there are fewer than three answers, I'll delete them.
poll-named-told = The group will see the answers, but not who gave which. Only your mentor will see that.
poll-two-told = There are only two of you, so the other one may guess which answers are yours. Only your mentor will see what is written in your own words.
poll-alone-told = This time the questions are for you alone, so your mentor will know that the answers are yours.
poll-words-hidden = This time only the mentor sees what people write in their own words.
poll-live-invitation = { $name } is asking the whole group now: “{ $title }”. Can you join in?
poll-invitation = { $name } has { $count ->
        [one] { $count } question
       *[other] { $count } questions
    } for the group: “{ $title }”. The poll ends on { $until }.
    { $names }
poll-answer = Answer
poll-answer-anew = These answers will replace the ones before.
poll-thanks = Thank you, your answers are written down! I'll send the results when the poll ends.
poll-may-change = As long as the poll is open, you can change your answers.
poll-change-answers = Change my answers
poll-thanks-anonymous = Thank you, your answers are handed in anonymously! I'll send the results when the poll ends.
poll-thanks-live = Thank you! You'll see the result when the answers are in.
poll-later = All right. You can answer as long as the poll is open.
poll-later-live = All right. You can answer as long as the question is open.
poll-over = This poll isn't open to you any more.
poll-ended = This poll has ended.
poll-passed = This question can't be answered any more.
poll-answered-already = Your answer has arrived already. Thank you!
poll-wait-for-next = The result of this question has been shown already. The next question is coming soon.
poll-waiting = This waits for your answer:
poll-nudge = There is still time to answer: “{ $title }”. The poll ends on { $until }.
why-poll-nudge = I sent this because your mentor has asked the group some questions, your answers are missing and today is the last day. I remind you only once.

poll-stands = “{ $title }”: { $answered } of { $of } have answered. The poll ends on { $until }.
poll-counted = { $answered } of { $of } have answered.
poll-refresh = Refresh
poll-close = End now
poll-would-delete = Fewer than three have answered so far, so I'd delete the anonymous answers. Do you really want to end it?
poll-close-anyway = End and delete
poll-wait = Wait
poll-show-result = Show the result
poll-shown = Everybody has seen the result of question { $number }. Talk about it, then go on.
poll-next = Next question
poll-finish = Finish
poll-end = End now
poll-closed-already = It has ended already.

poll-result = Result: question { $number } of { $count }
poll-your-answer = Your answer: { $answer }
poll-right-answer = Right: { $answer }
poll-answers = Answers: { $count }
poll-right-count = { $right } of { $count } got it right.
poll-question-none = Nobody answered this question.
poll-question-few = There were fewer than { $fewest } anonymous answers, so I deleted them unseen.
poll-results = “{ $title }” is over. Here is what the group answered.
poll-score = You got right: { $right } of { $of }.
poll-live-over = “{ $title }” is over. Thank you for taking part!
poll-live-ended = “{ $title }” is over.
poll-dropped = “{ $title }” is over. There were fewer than { $fewest } anonymous answers, so I deleted them unseen.
poll-nothing = “{ $title }” is over. There were no answers this time.

poll-report = “{ $title }” is over: { $answered } of { $of } answered.
poll-report-none = “{ $title }” is over. Nobody answered this time. A shorter poll might help, or one that all answer at once when you are together.
poll-report-few = “{ $title }” is over. Fewer than { $fewest } answered anonymously and one could guess who said what, so I deleted the answers unseen.
poll-report-end = That's all. The result is worth talking about when you next meet.
poll-stumbles = Fewer than half got these right; they are worth talking about:
poll-stumble = • { $question } Right: { $right } of { $count }. Most frequent wrong answer: { $wrong }
poll-no-stumbles = At least half got each question right.
poll-who = Who answered what
poll-whose = Whose answers shall I show?
poll-nobodys = There are no answers with names.
poll-no-names = Who answered what can't be seen here.
poll-repeat = Ask again

poll-chat-yours = I see that I'm in your group chat. Before a poll starts you can choose whether its questions and results are shown there, too; I won't show names.
poll-chat-begun = A poll has begun: “{ $title }”. Answer me in private; I'll show the result here, too.
poll-chat-tap = Answer with a button here or to me in private. I won't show who answered what.
poll-chat-private = Answer me in private. I won't show who answered what.
poll-chat-nothing = There is nothing to show this time.
poll-tap-taken = Your answer is in. Thank you!
poll-tap-again = Your answer has arrived already.
poll-tap-over = This question is closed already.
poll-tap-stranger = This question is for the mentor's group. Thank you for wanting to join in!
