### The buttons under an answer

why-button = Why?
left-button = What's left?
unfair-button = Not fair here
posted-button = Posted
posted-button-done = Posted ✓
network-button = { $network } ▾
back-button = ← Back to the score
tap-outdated = This answer is no longer the current one.
compared = Compared with the draft that you replied to.

why-title = Why I say so
why-source = { $essay }: { $note }
why-nothing = What I said follows from plain reading; no essay stands behind it.
why-stance = Your channel's stance is “{ $stance }”: the opening counts { $size } of 100 points here. You can change that in /brand.
why-stance-broadcast = broadcast
why-stance-balanced = balanced
why-stance-conversation = conversation
essay-samuel = Alexandra Samuel
essay-kalkhoff = Kalkhoff
essay-solis-why = Brian Solis, “Is your business antisocial?”
essay-solis-people = Brian Solis, “Social media is social science”
essay-organization = The Social Organization, Bradley and McDonald
essay-house = This coach's own rule
views-opening = Question or broadcast: the authors differ
views-opening-both =
    Kalkhoff: most followers never reply, and a message to people who asked for it is rightful. Silence is no failure.
    Solis and Samuel: people stay where they are asked and heard.
    I take no side: a message with something in it earns as much as a real question, and a hollow question earns nothing.
views-promotion = How much selling: the authors differ
views-promotion-both =
    Samuel and Solis: calls to buy give nobody a reason to follow.
    Kalkhoff: whoever follows a shop wants to hear its offers.
    I take no side: an offer is fine if it is complete and does not stand alone.

left-title = What's left for someone who buys nothing
left-nothing = Nothing: every sentence needs a purchase.
left-all = All of it: no sentence needs a purchase.
left-some = { $left } of { $total } { $total ->
        [one] sentence
       *[other] sentences
    }. What needs a purchase is struck through.

unfair-title = Not fair here
unfair-which = Which one is wrong about this draft? I score again without it. Those who keep the rules see how often that happens, not your text.
unfair-none = I found nothing here that I could take back.
unfair-done = Taken out. Thank you: that's how the rules get better.
unfair-stays = Noted. It stays in the score, because it protects your readers.
posted-done = Noted: it's part of your feed now.
posted-undone = Taken back: it's a draft again.
