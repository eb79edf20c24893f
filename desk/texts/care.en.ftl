### Danger, and what needs a human

attention = Who needs attention:
attention-none = All is calm: nobody has gone quiet and no question is waiting.
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
danger-goes-on = Thank you for writing. I've passed your words to a person from the programme. If it gets harder, call 116111 at any hour.
danger-goes-on-alone = Thank you for writing. I'm only a bot, so please call 116111 or go to an adult you trust.
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
alert-goes-on = After the alert, { $name } goes on:
    “{ $text }”
alert-taken = I'm on it
alert-write = Write
alert-thanks = Thank you. I've noted that you're taking care of it. The young person: { $name }.
alert-already = Somebody else is taking care of this.
alert-phone = Phone: { $phone }
attention-uncertain = Not known whether received: { $count } { $count ->
        [one] message
       *[other] messages
    }
attention-unsent = Could not be sent: { $count } { $count ->
        [one] message
       *[other] messages
    }
attention-unsaid = Not written because of an error in the last 7 days: { $count } { $count ->
        [one] message
       *[other] messages
    }
need-alarm = Alert without an answer: { $name }{ $days ->
    [0] {""}
    [one] {" "}({ $days } day)
   *[other] {" "}({ $days } days)
  }
need-question = Question without an answer: { $name }, “{ $text }” ({ $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
  })
need-extension = Unanswered request for more time: { $name } ({ $days ->
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
need-also-alone = without a mentor
need-why-alarm = The message about danger came on { $day }. Nobody has responded yet.
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
need-lost-to-mentor = { $human } asks you: please reach your young person some other way, because my messages don't arrive. It is: { $name }.
need-find-mentor = You have no mentor yet. Shall we look for one? Just tell me what interests you.
attention-hidden = Put off for later: { $count }
