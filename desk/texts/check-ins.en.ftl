### What follows a weekly question

check-in-low = If you'd like to talk about it, I'm here. Your mentor will see your words only if you want that.
check-in-talk = Talk about it
week-in-words = Weekly questions: answered, but lately without a figure
