### Brainstorms: the question, the ideas, the vote

do-storm = Brainstorm
storm-look = Have a look
storm-new = New brainstorm
storm-problem = Brainstorm: “{ $problem }”
storm-none = There's no brainstorm right now. A mentor begins one, and then I'll invite you.
storm-last = The last result
storm-not-in = This brainstorm isn't open to you. Perhaps it's over.
storm-moved-on = The brainstorm has moved on.
storm-one-at-a-time = One brainstorm is still going on. A new one can begin after it.
storm-too-few = A brainstorm takes at least { $least } people, and your group has { $count } now. Two of you can look for ideas as well, when you next meet.
storm-prepare = What are we looking for ideas about? Write it as one definite question, such as “How could we …?”
    It works best with { $fewest }–{ $most } people; your group has { $count }. The more different things people know, the more interesting the ideas.
storm-guessable = There are only two people, so they can guess who wrote what.
storm-problem-long = The question may have { $limit } characters, yours has { $actual }. Can you say it in fewer?
storm-preview = The group will get this question and the four rules. Number of people: { $count }.
    “{ $problem }”
storm-no-question = Ideas come more easily to a question. But you can begin like this too.
storm-start = Start
storm-rewrite = Rewrite
storm-when = Set an end
storm-when-other = Change the end
storm-until-ideas = When shall we stop collecting ideas? You can end it sooner as well.
storm-until-vote = When shall the vote end? You can end it sooner as well.
storm-until-passed = That time has passed or is very near.
storm-until-open = No set end
storm-ends-ideas = Ideas are collected until { $until }.
storm-ends-vote = The vote ends on { $until }.
storm-gathered = The time for ideas is over. Ideas collected: { $count }. They wait for you to look through them; nobody votes before that.
storm-gathered-none = The time for ideas is over, but there are none yet. I'll go on collecting until you say it's enough.
storm-nudge-ideas = We're still collecting ideas, and quite strange ones are welcome too.
storm-nudge-vote = There is still time to vote. Which ideas seem best to you?
why-storm-nudge = I sent this because your group is thinking together, nothing has come from you yet and tomorrow is the last day. I remind you once of the ideas and once of the vote.
storm-invitation = { $name } invites you to a brainstorm:
    “{ $problem }”
storm-rules = Four rules:
    • we criticise nothing, our own ideas included;
    • the more ideas, the better;
    • strange and wild ideas are welcome;
    • you may add to others' ideas and join them.
storm-nobody = Nobody will learn who thought of what: I don't write it down. So an idea can't be changed or taken back once it's written.
storm-do-open = Write ideas
storm-do-vote = Choose
storm-started = Here we go! Invited: { $count }. When you need no more, tap “Enough ideas”, and I'll make a list of them.
storm-chat-begun = A brainstorm begins: “{ $problem }”
    Write your ideas to me in private, then nobody will learn which are yours. The result will be here too.
storm-refresh = Refresh
storm-enough = Enough ideas
storm-stop = Call it off
storm-ideas = Show the ideas
storm-so-far = Ideas so far: { $count }. If one of them hurts, tap it: once it's struck out, the group no longer sees it.
storm-struck-now = I've struck it out. I no longer show it in the list, but whoever had opened the list may have seen it.
storm-hurts = Somebody in the group says that one of the ideas hurts. I won't say who it is. Look through the ideas and strike out what you need to.
storm-progress = Ideas: { $ideas }. { $wrote } of { $of } have written.
storm-no-ideas = There are no ideas yet. Sometimes it helps if the mentor says the first wild one.
storm-stop-sure = Are you sure? All ideas and votes will be deleted.
storm-stop-yes = Yes, call it off
storm-stop-no = No, let's go on
storm-stopped = The brainstorm is called off, and all that was written is deleted.
storm-stopped-member = The mentor has called off the brainstorm “{ $problem }”. There's nothing for you to do.
storm-now-draft = It hasn't begun yet.
storm-now-open = We're collecting ideas now.
storm-now-review = The ideas are collected. The mentor is looking through them, and soon you can vote.
storm-now-vote = The ideas are collected, now it's time to choose the best.
storm-now-closed = This brainstorm is over.

idea-write = Write whatever comes to mind: one by one, or several at once, each on a line of its own.
idea-others = The group's ideas
idea-enough = That's all
idea-more = More ideas
idea-kept = { $count ->
        [1] Noted.
       *[other] { $count } ideas noted.
    } The group has: { $all }. What else?
idea-long = One idea is too long ({ $actual } characters of { $limit }): “{ $start }” Write it shorter or on several lines. I haven't noted anything from this message yet.
idea-no-room = { $limit } ideas are enough for one brainstorm. Room left: { $room }. I haven't noted anything from this message yet.
idea-late = So I haven't noted this idea.
idea-is-it = Is this an idea for the brainstorm?
    “{ $text }”
idea-yes = Yes, note it
idea-no = No, something else
idea-there = This idea has been noted already.
idea-not = All right, I haven't added it to the ideas. What shall we do?
idea-few-yet = There are few ideas so far. Write yours, and in a while there'll be others.
idea-list = The group's ideas, yours included:
idea-build = What could be added, joined or turned upside down? Write it.
idea-hurts = One of these hurts
idea-hurts-thanks = Thank you for saying so! I'll tell the mentor that one of the ideas hurts, but not who said it. If you'd like to talk about it, tap “Ask something”.
idea-hurts-two = There are only two of you, so the mentor may guess.
idea-done = Thank you! While we're collecting you can add more.

storm-review = Ideas collected: { $count }. I've put similar ones together. Tap one to part it or strike it out; the others will be voted on.
storm-line-with = { $text } ({ $count } together)
storm-line-struck = { $text } – struck out
storm-before = ← Before
storm-after = After →
storm-card = This is how it was written:
    { $ideas }
storm-strike = Strike out
storm-restore = Take it back in
storm-split = Part them
storm-back = Back
storm-vote = Start the vote
storm-no-vote = If fewer than { $fewest } vote, it can be guessed who chose what. So there'll be no vote: I'll show everybody the list, and you can choose the best by talking.
storm-show-list = Show everybody
storm-all-struck = All ideas are struck out, so there's nothing to vote on.

vote-invitation = The ideas are collected! The question was: “{ $problem }”{ $stop } Look through the list and choose, { $most } at most.
vote-begun = Everybody has the list. Now it's good to talk as well: what is good about each idea, and how could it be better still?
vote-list = Tap the best, { $most } at most. You can write numbers too.
vote-chosen = Chosen: { $count } of { $most }
vote-full = You have chosen { $most }. To take another, first tap one with a ✓.
vote-numbers = Write { $most } numbers at most from 1 to { $count }, such as “2 5”.
vote-hand-in = Hand in
vote-handed-in = Thank you! The result comes when everybody has voted or the mentor ends the vote.
vote-handed-in-last = Thank you! Everybody has voted, here is the result.
vote-change = Change my choice
vote-progress = { $voted } of { $of } have voted.
vote-end = End the vote
vote-none-yet = There are no votes yet.
vote-would-delete = Fewer than three have voted so far, so I'd delete the votes and show everybody the ideas in no order. Do you really want to end it?
vote-result = Result of the brainstorm: “{ $problem }”{ $stop } Voted: { $voters }.
vote-line = { $place }. { $idea } – { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }
vote-others = Other ideas: { $count }.
vote-few = The brainstorm is over: “{ $problem }”{ $stop } If fewer than { $fewest } vote, it can be guessed who chose what, so I don't show the votes. Here are the ideas in no order; you can choose the best by talking:

idea-task = Add to my tasks
idea-task-this = My tasks: { $idea }
idea-task-there = It's among your tasks already: “{ $title }”.
idea-task-gone = This idea can't be taken any more.
idea-task-look = Show the task
