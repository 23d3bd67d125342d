### The weekly report

command-report = Your team's week, for leads
command-me = Your own learning curve
command-result = Note what a post brought back
report-own-drafts = Your drafts
report-whole-team = All brands
report-too-few = Too few drafts to say much. Here is what there is.
report-empty = No drafts in these weeks. Send me one, and the next report has something to tell.
report-only-private = Ask me for the report in our private chat: it shows parts of your team's drafts.
report-usually = usually { $value }
report-of = { $count } of { $of }
report-yes = yes
report-none = none

report-label-score = Score
report-label-reasons = Reasons to stay
report-label-promise = Promise
report-label-balance = Balance
report-label-talk = Talking
report-label-listening = Listening
report-label-editing = Editing
report-label-recurring = Comes back
report-label-exercise = Practise next week
report-label-functions = Written by
report-label-unfair = Called unfair
report-label-results = Results noted
report-label-weeks = Weeks

report-unjudged =
    { $count ->
        [one] one more had too little to judge
       *[other] { $count } more had too little to judge
    }
report-waited-today = the last one today
report-waited =
    { $days ->
        [one] the last one { $days } day ago
       *[other] the last one { $days } days ago
    }
report-kept = kept in { $count } of { $of }
report-drift =
    { $count ->
        [one] one gave something else
       *[other] { $count } gave something else
    }
report-asks = { $asks } ask or urge, { $gives } give
report-last-posts = { $selling } of the last { $of } sell
report-limit = limit { $most }
report-streak = { $count } in a row
report-notices =
    { $count ->
        [one] { $count } useful notice
       *[other] { $count } useful notices
    }
report-questions = questions: { $genuine } genuine, { $hollow } hollow
report-loops =
    { $count ->
        [one] { $count } “you said, we did”
       *[other] { $count } times “you said, we did”
    }
report-heard = heard: { $count }
report-ideas = ideas: { $count }
report-results = { $count }, not scored
report-asked =
    { $days ->
        [one] followers asked { $days } day ago
       *[other] followers asked { $days } days ago
    }
report-not-asked = nobody has said when followers were last asked
report-edited =
    { $count ->
        [one] { $count } draft: { $before } → { $after }
       *[other] { $count } drafts: { $before } → { $after }
    }
report-fixed = most often fixed: { $titles }
report-in-drafts =
    { $count ->
        [one] in { $count } draft
       *[other] in { $count } drafts
    }
report-unnamed = no department named: { $count }
report-called = { $title } { $count }×

exercise-reason-to-follow = Before each draft, finish this sentence: “A follower who buys nothing will be glad, because …”.
exercise-takeaway = Give each post one thing to use today: a time, a place, a step, a number.
exercise-promotion = For each post that sells, write two that only give, and send me those first.
exercise-opening = Ask one question whose answer will change something, and say what it will change.
exercise-listening = Take one thing a follower told you, do something about it, and post what you did.
exercise-honesty = Take out every “hurry” and every plea for likes. Put the real limit there, or nothing.
exercise-clarity = Read each draft aloud once. Shorten the sentence where you run out of breath.
exercise-network = Look at your first line alone, as the network shows it. Would you tap “more”?
exercise-none = Post one thing that a follower who buys nothing would pass on to a friend.

### The picture of the week

chart-score = Score of each draft
chart-usual = usual { $score }
chart-reasons = Reasons to stay
chart-kind-support = help with problems
chart-kind-deal = good deals
chart-kind-exclusive = first to know
chart-kind-guidance = useful advice
chart-kind-entertainment = entertainment
chart-kind-conversation = conversation
chart-kept = promise kept: { $count } of { $of }
chart-promised = promised
chart-no-reason = no reason yet
chart-acts = What the drafts do
chart-act-ask = ask
chart-act-urge = urge
chart-act-tell = tell
chart-act-reply = reply
chart-last = The last posts: which ones sell
chart-gap = Days without a reason to stay
chart-longest =
    { $days ->
        [one] { $days } day at most
       *[other] { $days } days at most
    }
chart-nothing = nothing yet
chart-me = Your score, week by week
chart-first = first version
chart-final = final version

### Its buttons

report-earlier-button = ‹ Earlier
report-later-button = Later ›
report-brand-button = Brand
report-numbers-button = All numbers
report-choose-brand = Which brand?

### Its tables

table-what = What
table-now = These weeks
table-usual = Eight weeks before
table-kind = Kind
table-promised = Promised
table-drafts = Drafts
table-share = Share
table-mean = Mean score
table-day = Day
table-week = Week
table-reason = A reason to stay
table-waited = Days without one
table-finding = Finding
table-example = Example
table-fixed = Fixed in
table-department = Department
table-called = Called unfair
table-seen = Drafts it was seen in
table-note = Note
table-date = Date
table-kept = Drafts that keep the promise
table-drift = Drafts with another reason
table-selling = Drafts that sell
table-streak = Longest row of selling posts
table-limit = Limit
table-last = Selling among the last posts
table-asks = Drafts that ask or urge
table-gives = Drafts that give
table-notices = Useful notices
table-genuine = Genuine questions
table-hollow = Hollow questions
table-loops = You said, we did
table-asked = Days since followers were asked
table-edited = Edited drafts
table-before = First version, mean
table-after = Final version, mean
table-heard = Heard
table-idea = Ideas
table-result = Results

### When it comes

schedule-on = Every { $day } at { $time } ({ $zone }) I send you the report here. /report off stops it.
schedule-off = The weekly report is off. /report shows one whenever you like.
schedule-was-off = No weekly report was on. /report weekly monday 9:00 turns one on.
schedule-how = Tell me a day and a time, like this: /report weekly monday 9:00
schedule-which-zone = Which time zone? Add it, like this: /report weekly { $day } { $time } Europe/Warsaw
schedule-no-zone = I know no time zone called { $zone }. Try a big city with its continent: Europe/Warsaw, Asia/Almaty.

### What can't be shown

report-no-brand = There is no brand called { $brand }. You have: { $brands }.
report-no-brands = There is no brand called { $brand }, since none is set up yet: /brand
report-no-week = There is no week { $week }. Weeks look like 2026-W46 and run to 52 or 53.
report-future = { $week } has not begun yet. Let's look at it when it has.
report-too-many-weeks = I can look at 1 to { $most } weeks at once, for instance /report 2w.
report-leads-only = The report is for leads of { $team }. /me shows your own learning curve.

### One's own curve, and results

me-title = Your learning curve
me-none = You have sent no drafts in these nine weeks. Send me one, and the curve begins.
me-few =
    { $count ->
        [one] One draft so far. From three on I can tell you more.
       *[other] { $count } drafts so far. From three on I can tell you more.
    }
me-private = Only you see this.
me-learnt = You hardly do this any more: { $titles }
me-now = Next, look at { $titles }
result-noted = Noted as context for the report. It never changes a score.
result-how = Write what came back, like this: /result 14 replies, 6 saves. As a reply to the draft it belongs to that draft.
result-too-long = I keep { $most } characters of it at most; this has { $count }.
