# Texts of the web pages: chat, demo, invitation.

web-day = {$day} { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

web-chat-skip = To the message box
web-chat-log = Conversation
web-chat-me = You
web-chat-human = a person
web-chat-empty = No messages here yet. Write the first one!
web-chat-text = Your message
web-chat-placeholder = Write here
web-chat-send = Send
web-chat-retry = Send again
web-chat-new = New messages
web-chat-reload = Show new messages
web-chat-failed = Your message hasn't been sent yet. The text is still in the box; check the internet and send it again.
web-chat-choice-failed = Your answer hasn't been sent yet. Check the internet and send it again.
web-chat-offline = The connection was lost. I'm trying to get it back.

web-join-heading = You're invited to a programme
web-join-programme = Programme
web-join-name = Name
web-join-role = Role
web-join-about = Pavadonis, the programme's chatbot, will help you here. It reminds you of due dates, helps you sort your thoughts and calls a person when one is needed.
web-join-next = First Pavadonis will tell you what it keeps about you and who can see it. Then you decide whether to go on.
web-join-start = Start chatting
web-join-yours = This link is for you only. If you see somebody else's name, don't start; tell the coordinator.
web-join-trouble-heading = This link doesn't open
web-join-used = A conversation has already been started with this invitation.
web-join-used-instead = Open it on the device and in the browser where you started it. If somebody else started it, or the conversation is lost, ask the coordinator for a new link.
web-join-expired = This invitation has expired. It happens.
web-join-expired-instead = Ask the coordinator for a new link.
web-join-unknown = I couldn't find this invitation. Perhaps a letter was lost when the link was copied.
web-join-unknown-instead = Open the link again from the message you got it in. If that doesn't work, ask the coordinator for a new one.

web-demo-title = Demo
web-demo-clock = The demo's clock
web-demo-hour = + 1 hour
web-demo-day = + 1 day
web-demo-week = + 7 days
web-demo-to = Set the clock to
web-demo-set = Set
web-demo-busy = Setting the clock…
web-demo-failed = The clock couldn't be set. It only runs forwards, and at most 400 days at once.
web-demo-language = Language
web-demo-choose = Choose another person. Now:
web-demo-story = What to try

# Pages beside the chat
web-no-chat-heading = This conversation isn't here
web-no-chat-text = The link no longer works, or the data was deleted. Ask your coordinator for a new invitation.
web-front-heading = Pavadonis
web-front-text = A chatbot for mentoring programmes. To begin you need an invitation link from your programme's coordinator.
web-missing-heading = There's no such page
web-missing-text = Check the link, or ask your coordinator for it again.
web-broken-heading = Something went wrong on our side
web-broken-text = Your message isn't lost. Please try again in a moment.
web-mine = My data
web-data = Download
web-replace = New link for the old one

# What to try in the demo
web-cast-age = aged { $age }, has a mentor
web-cast-new = no mentor yet
web-cast-mentor-of-elza = Elza's mentor
web-cast-mentor-of-three = mentor of three
web-cast-free = has free places
web-cast-author = IAP author
web-story-1-title = Say hello
web-story-1-text = On the young person's phone read the greeting. Tap “In English” to change the language, then “Yes, that's fine”.
web-story-2-title = Ask something
web-story-2-text = On the young person's phone write, for example, “can i meet my mentor at the weeknd?”. Then ask something nobody has an answer to, and answer it from the coordinator's phone.
web-story-3-title = Walk through GROW
web-story-3-text = Tap “A GROW talk”. Try going a step back, leaving it for later and going on. The result can be shared with the mentor.
web-story-4-title = Turn the clock forward
web-story-4-text = A reminder comes before the due date. Tap “I need time”, and grant a new date on the mentor's phone.
web-story-5-title = Wait for Friday
web-story-5-text = Once a week a short check-in arrives. After two weeks without a word the mentor hears about it.
web-story-6-title = Find a mentor
web-story-6-text = Choose Roberts, name three interests and choose a mentor. Then switch the mentor's phone to that mentor and answer.
web-story-7-title = Tell everybody
web-story-7-text = On the coordinator's phone tap “Announcement”, look at the preview, send it and see who got it.
web-story-8-title = Ask a group
web-story-8-text = On the mentor's phone choose Laima, who has three mentees, tap “For the group” and begin a poll, a quiz or a brainstorm. Answer from each mentee's phone.
web-clock-heading = The clock can't be set like that
web-clock-text = It only runs forwards, at most 400 days at once. Go back and choose a later time.

# Results
web-results-mine = My results
web-results-chat = To the chat
web-results-none = No results yet. The first one comes when you finish a tool, for example a GROW talk.
web-results-tool = Tool
web-results-any-tool = All tools
web-results-word = Word in the text
web-results-since = From
web-results-until = Until
web-results-search = Search
web-results-all = Show all
web-results-count = { $count ->
    [0] Nothing found. Try another word or a longer time.
    [one] { $count } result found.
   *[other] { $count } results found.
}
web-results-whom = About: { $name }
web-results-pdf = Open the PDF
web-results-compared = Compared with the time before: { $day }.
web-results-see-before = See that one
web-results-before = Before
web-no-result-heading = This result isn't here
web-no-result-text = Perhaps it's no longer shared, or the data was deleted. Write “results” in the chat to find your own.

# Who sees a result
web-readers-heading = Who can see it
web-readers-now = It can be read by: { $names }
web-readers-none = Only you can see it
web-readers-together = Once both have answered, both of you see the answers
web-readers-first = { $role ->
    [mentor] Your first mentee can read it
   *[mentee] Your first mentor can read it
}
web-readers-now-and-first = { $role ->
    [mentor] It can be read by: { $names }; later by your first mentee
   *[mentee] It can be read by: { $names }; later by your first mentor
}
web-readers-later = { $role ->
    [mentor] You have no mentee yet. You can decide now whether your first mentee can read it.
   *[mentee] You have no mentor yet. You can decide now whether your first mentor can read it.
}
web-readers-show = Show to: { $name }
web-readers-show-first = { $role ->
    [mentor] Show to my first mentee
   *[mentee] Show to my first mentor
}
web-readers-stop = Stop showing: { $name }
web-readers-stop-all = Stop showing to anybody
web-readers-stop-waiting = Don't show it after all
web-readers-undo = When you stop showing it, I also take it out of the chat in which it was opened. What has been read already can't be taken back, though.
web-readers-elsewhere = It has already been opened elsewhere too ({ $channel }): it stays there even when you stop showing it, and I can't delete it.
web-no-reader-heading = That didn't work this time
web-no-reader-text = Nothing has changed. Perhaps you are no longer a pair. Open the result again: it says who can see it.
web-no-reader-way = To the result
