### Channels, strangers, announcements

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
announce-held = Those who have quiet hours now get it in the morning.
announce-sent-already = This announcement has already been sent.
announce-cancelled = The announcement is cancelled. What shall we do?
announce-who = Who got it?
announce-report = { $got } of { $count } got it:
state-sent = received
state-waiting = waiting to be sent
state-held = will get it in the morning
state-cancelled = not sent: messages switched off
state-failed = couldn't be sent
state-dead = couldn't be sent
state-uncertain = not known whether received
state-sending = being sent
state-gone = no longer in the programme
stranger = Hello, I am the chatbot of a mentoring programme. To begin you need an invitation link: the programme's coordinator or a mentor gives it out. Ask for one and open it on this phone.
stranger-danger = It's good that you wrote. I'm a chatbot and don't know you yet, so I can't call anyone for you. Please ring one of these numbers now, a real person will answer:
    { $helplines }
group-hello = Hello! I don't talk about personal things in a group. Write to me in private and I can help.
invitation-unknown = This link doesn't work. Perhaps a part of it is missing? Ask the coordinator for a new one.
invitation-used = This link has been used already. Ask the coordinator for a new one.
invitation-expired = This link has expired. Ask the coordinator for a new one.
channel-added = Done! You can write to me here as well now. I answer wherever you write.
channel-taken = This link belongs to somebody else, so it does nothing here. Write “channels” to get your own.
channels = I answer wherever you write. Reminders come here: { $here }.
channel-add = Would you like to write elsewhere too ({ $channel })? Open this link, it works for one day and only for you: { $link }
channel-web = web chat
channel-telegram = Telegram
channel-whatsapp = WhatsApp
prefer = Remind me here: { $channel }
preferred = All right. Reminders will come here from now on: { $channel }.
person-lost = { $name } ({ $role }) no longer gets my messages: { $channel } is blocked or closed. Please get in touch another way and ask if all is well. Until they come back I send nothing there.
edited = I see that you changed a message. I had already read it as it was. To change the answer, tap “Back” or write it again.
contact-kept = Thank you, I kept the number. Only the people I call when somebody is in danger see it. You can delete it at any time.
contact-foreign = I don't keep other people's numbers. You may share your own if you like.
state-unreachable = can't be reached: has blocked or closed the chat
state-expired = not sent: out of date
about-description = I am Pavadonis, the chatbot of a mentoring programme. I remind you of due dates, help you sort your thoughts, answer questions and call a person when one is needed. To begin, open the invitation link from the programme's coordinator.
about-short = A mentoring programme's chatbot: due dates, goals, questions, and a person when needed.
about-menu = What shall we do?
about-grow = A GROW talk about a goal
about-tasks = My tasks and due dates
about-results = My results
about-questions = Ask a question
about-language = Another language (latviski)
about-channels = Where to write to me
about-data = Everything kept about me
about-pause = Don't write to me for now
about-resume = Write to me again
about-help = Help
about-lives = When to write to me
announce-stop = Stop
announce-stopped = { $count ->
    [0] Everything had been sent, there was nothing left to stop.
    [one] Stopped. { $count } message was not sent.
   *[other] Stopped. { $count } messages were not sent.
  }
