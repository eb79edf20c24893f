### Tasks and extensions

no-tasks = There are no open tasks.
your-tasks = Your tasks:
    { $list }
one-task = “{ $title }” is due on { $day }. How is it going?
one-task-late = “{ $title }” was due on { $day }. How is it going?
task-done = It's done
task-help = I need help
task-time = I need time
task-closed = The task “{ $title }” is already closed. There's nothing more to do.
well-done = “{ $title }” – done! I won't remind you of it again.
help-called = I've said that you need help. { $name } will answer, usually by { $when }. If you like, write what exactly is hard.
help-enough = That's enough
help-more = { $name } adds about the task “{ $title }”:
    “{ $text }”
help-passed-on = Passed on. { $name } will answer.
help-called-agreed = I've said that you need help. { $name } will answer. The time you agreed on: { $reply }. If you like, write what exactly is hard.
help-passed-on-agreed = Passed on. { $name } will answer. The time you agreed on: { $reply }.
extend-how-long = What new date do you need for “{ $title }”? You can also write it, with the reason.
extend-which-day = I need a date after the present due date, such as “next Friday” or “20 March”.
extend-which-other = What date shall it be? You can also write it.
extend-asked = I've passed it on. { $name } decides. Until then the old due date stands.
mentor-away = Your mentor gets no messages at the moment: { $name }.
extend-asked-already = I've already asked; we're waiting for the answer.
extend-request = { $name } asks for more time.
    Task: “{ $title }”
    Due: { $due }
    Would like: { $wished }
extend-reason = Reason: “{ $reason }”
extend-grant = Yes: { $day }
extend-other = Another date
extend-refuse = Refuse
extend-before-next = It can't move that far: the next one is due on { $day }. I need an earlier date.
extend-granted = New due date for “{ $title }”: { $day }.
extend-reminds = { $days ->
        [0] I'll remind you in time.
        [one] I'll remind you { $days } day before.
       *[other] I'll remind you { $days } days before.
    }
extend-granted-done = The due date has moved. “{ $title }” of { $name } is now due on { $day }.
extend-refused = “{ $title }” stays due on { $day } this time. That was decided by { $name }. You can hand in what you have, and choose with your mentor what else to finish.
extend-refused-colleague = “{ $title }” stays due on { $day } this time. That was decided by { $name }. You can hand in what you have, and agree with the coordinator what else to finish.
extend-refused-done = I've told { $name } gently. If you like, write the reason, and I'll pass it on.
extend-why-not = About the due date of “{ $title }”:
    “{ $text }”
extend-decided-already = This has already been decided.
task-move = Move
task-move-day = Move to { $day }
task-done-one = ✓ { $title }
task-drop = Take off the list
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
extend-refused-other = The date stays this time. Task “{ $title }”, due { $day }. Asked by: { $name }.
which-task-done = Which task did you do?
which-task-help = Which task do you need help with?
which-task-time = Which task needs more time?
tasks-kept = Tasks that only the young person sees: { $count }
kept-until-mentor = So far only you see this task. { $name } will read its title in the request, and if there's no answer for long, a coordinator will too.
kept-until-coordinator = So far only you see this task. { $name }, the coordinator, will read its title in the request.
help-sure = Shall I ask for help?
help-yes = Yes, ask for help
steps-named = What you named before the closing is among your tasks already:
    { $list }
    Shall we write down any more?
steps-enough = These are enough
steps-more = Add more
