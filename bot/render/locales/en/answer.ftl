### The answer: headline

headline = { $band } · { $score } of 100
band-weak = Weak
band-mixed = Mixed
band-strong = Strong
network-x = X
network-facebook = Facebook
network-linkedin = LinkedIn
network-instagram = Instagram
network-telegram = Telegram
network-vk = VK
network-tiktok = TikTok
network-threads = Threads
language-en = English
language-pl = Polish
language-ru = Russian
act-ask = a question
act-urge = a call to act
act-tell = a statement
act-reply = a reply
quoted = “{ $text }”
and-more = and { $count } more

### The answer: change since the previous version

since = { $before } → { $after }
since-fixed = fixed { $titles }
since-new = new { $titles }
since-nothing = Still { $score }: nothing that I judge has changed.

### The answer: three tests and what stays

test-reason = Why follow
test-promo = Promo density
test-conversation = Question or broadcast
reason-none = nothing a non-buyer could use
reason-clear = { $reason }, clearly
reason-faint = { $reason }, but only hinted at
promo-none = nothing sells
promo-share = { $selling } of { $sentences } { $sentences ->
        [one] sentence
       *[other] sentences
    } { $selling ->
        [one] sells
       *[other] sell
    }
conversation-genuine-question = a question worth answering
conversation-hollow-question = question, hollow
conversation-question = a question
conversation-complete-broadcast = broadcast, complete
conversation-empty-broadcast = broadcast, empty
conversation-broadcast = broadcast
conversation-reply = a reply
takeaway = A reader leaves with
takeaway-none = nothing I can find.
full = { $praise } ({ $dimension } { $value }/{ $size })
fullest = What holds up best: { $dimension }, { $value } of { $size }
full-reason-to-follow = Plenty of reason to follow
full-takeaway = A lot that a reader can use
full-promotion = Sells no more than it gives
full-opening = Says at once why it is here
full-listening = Shows that somebody listened
full-honesty = Nothing pushes or hides
full-clarity = Short and easy to read
full-network = At home on this network

### The answer: what the fixes are worth, what to know

worth = Fixing { $parts }
worth-only = this → about { $score }
worth-1 = 1 → about { $score }
worth-2 = 1 and 2 → about { $score }
worth-3 = all three → about { $score }
nothing-to-fix = I see nothing to change.
room = I see no fault. What would add most: { $hint }
room-reason-to-follow = one thing people can use without buying, such as a tip, an answer or a free date.
room-takeaway = details to act on, such as when, where, how much, how.
room-promotion = more for those who buy nothing today.
room-opening = the main point in the first sentence, or a question you need answered.
room-listening = something people told you, and what you did about it.
room-honesty = who is speaking, and terms that anyone can check.
room-clarity = shorter sentences and everyday words.
room-network = this network's own manners: length, tags and links.
near-edge = { $band ->
        [weak] A close call: it could as well be weak.
        [strong] A close call: it is almost strong.
       *[mixed] A close call: it could as well be mixed.
    }
unsure = I'm not sure of this one: there is little to go on.
note-irony = This may be irony. I take words literally, so trust yourself here.
note-picture = I can't see the picture; this is about the words only.
note-long-draft = It's a long text; I may have missed something near the end.
note-slow-pattern = One of my rules took too long and was left out.

### The answer: every point

points = Every point
on-trial = on trial, no points
account = score { $score }
account-braked = raw { $raw } · { $brake } ×{ $factor }: { $cost } · score { $score }
brake-causes = Held down by { $causes }
dimension-reason-to-follow = reason to follow
dimension-takeaway = takeaway
dimension-promotion = promotion
dimension-opening = opening
dimension-listening = listening
dimension-honesty = honesty
dimension-clarity = clarity
dimension-network = network
move-reason = the strongest reason
move-more-reasons = more than one reason
move-detail = one concrete detail
move-in-proportion = in proportion to what it gives
brake-deception = abuse of trust
brake-pure-promo = pure promo
brake-bait-alone = bait and nothing else
brake-nothing-to-follow-for = nothing to follow for
brake-trust = a serious fault
brake-half-hearted = a fault that spoils it
brake-tag-soup = mostly tags and links
brake-stuffed = stuffed, not written

### No score

no-score-empty = Nothing to read
no-score-empty-remedy = There are no words here. Send me the text of the post.
no-score-too-little = Too little to judge
no-score-too-little-remedy = I need at least five words; links, #tags and emoji don't count. Send me the whole post.
no-score-language = I read English, Polish and Russian
no-score-language-remedy = This looks like another language, so I'd rather not guess. If it is one of these three, a few more words will show me.
