### Pace: who is ahead of the plan, and whose first step is still to come

do-pace = Everyone's pace
pace = How fast young people are going:
pace-nobody = There is nobody in the programme yet whose pace could be seen.
pace-group-ahead = Ahead of the plan ({ $count }): { $list }
pace-group-not-begun = First step still to come ({ $count }): { $list }
pace-count-average = Keeping up with the plan: { $count }
pace-count-none = Nothing with a date in the plan yet: { $count }
pace-write = Write to { $name }
pace-ahead = Pace: ahead of the plan
pace-average = Pace: keeping up with the plan
pace-not-begun = Pace: the first step is still to come
early = And you did it earlier than planned!
early-next = And you did it earlier than planned! If you feel like going on, next is “{ $title }” – { $day }.
