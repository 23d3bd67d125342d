# What the bot says in English. Short, kind, concrete; no exclamation marks, no hype.

### Greetings

start =
    Send me a draft before you post it. I read it as a follower who never buys anything, and tell you what that person gets from it.

    You get a score, the exact words behind it, and what to change. English, Polish or Russian.

    Paste a draft, or look at a sample first.
start-sample-button = Show me a weak post
start-repaired-button = The same post, repaired
sample-weak = 🔥 MEGA SALE! The BEST winter boots of the year are here. Don't miss out, shop now 👉 example.com/boots
sample-repaired =
    Children's boots too small again? Trace the foot on paper in the evening, add 12 mm, and compare it with the insole: that is the size that lasts the winter.

    If you need a new pair: children's boots in sizes 24–34 are 30% off until Sunday, from £21, at 5 Mill Street and on example.com/boots. Outgrown pairs can stay on the swap shelf by the door, no purchase needed.
help =
    Send a draft as text, as the caption of a picture, or forward it. Edit your message, and my answer changes with it.

    What comes back:
    · a score from 0 to 100: weak below 40, strong from 70
    · three tests: why follow, promo density, question or broadcast
    · at most three changes, the most useful one first
    · a list that unfolds, with every point

    I don't guess reach, I can't see pictures, and I may miss irony. It's advice; you decide.

    /brand tells me what you promised your followers, and drafts are judged by it. /audit looks at what you have published, and /team is for working together. /forget deletes, /privacy says what is kept. The menu has the rest; /start shows a sample.
command-start = See a sample
command-help = What I do and how
unknown-command = I don't know { $command }; here is what I can do.
no-text-sticker = A sticker has no words I could read. Send me the draft as text.
no-text-photo = I can't see pictures, only read. Send the photo with its caption, or just the caption.
no-text-voice = I can't listen, only read. Send me the draft as text.
no-text-document = I can read .txt and .md files of up to 64 KiB as a draft, and .json, .csv and .txt files of posts for an /audit. Or paste the draft as text.
no-text-other = There are no words in this that I could read. Send me the draft as text.
failure = Something broke on our side. Your draft is safe, and we know about it. Please send it again in a few minutes.
not-kept = I can't save anything at the moment, so I have not read your message yet. It is not lost, and you need not send it again: I answer as soon as I can.
too-many = More than { $most } messages came from you within a minute. None is lost: I answer them one after the other, so please give me a little time.
command-cancel = Leave what we are in the middle of
cancelled = Cancelled. Send me a draft whenever you like.
nothing-to-cancel = There was nothing to cancel. Send me a draft whenever you like.
