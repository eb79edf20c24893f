### What would help: a talk, time, an explanation

seek-wish = I'd like to talk to someone.
seek-about = I'd like to talk about what I shared: “{ $title }”.
seek-told = I've said that you'd like to talk. { $name } will answer, usually by { $when }.
seek-told-agreed = I've said that you'd like to talk. { $name } will answer. The time you agreed on: { $reply }.
seek-told-already = I've already passed that on; we're waiting for the answer.
seek-talk = Shall I tell someone that you'd like to talk? What you wrote still stays with you alone.
seek-mentor = Mentor: { $name }
seek-coordinator = Coordinator: { $name }
seek-time = Which task needs more time?
seek-time-none = You have no other open tasks. If something else needs more time, you can talk about it. Whom shall I tell?
seek-explain = What needs explaining? Write it in your own words. If I don't know the answer, I'll pass it to a person.
