### Who sees a result: one of several sees it no more.

share-stop-one = Stop showing: { $name }
coordinators = the programme's coordinators
hidden = All right, this person no longer sees it: { $name }.
hidden-read = All right, I took it out of the chat, and this person no longer sees it: { $name }. What has been read already can't be taken back, though.
hidden-sent = All right, this person no longer sees it here: { $name }. But it has already been opened elsewhere ({ $channel }): it stays there, and I can't delete it.
still-read = Still shown to: { $names }.
