### Notes for the report

command-heard = Note what followers said
command-idea = Note an idea or a change that came of it
note-ask-heard = What did your followers say? One line is enough; it goes into the weekly report.
note-ask-idea = Which idea or change came from your followers? One line is enough; it goes into the weekly report.
note-kept-heard = Heard, for the weekly report:
note-kept-idea = An idea, for the weekly report:
note-too-long = That's { $count } characters; please keep it within { $most }.
note-gone = Taken back.
note-unknown = That note is not there any more.
take-back = Take it back

### Crisis mode

command-crisis = Crisis mode on or off
crisis-on = Crisis mode is on for { $brand }: entertainment and offers earn nothing, and selling counts as selling on others' pain. It stays on until somebody switches it off.
crisis-off = Crisis mode is off for { $brand }. Switch it on while something serious happens: then I warn of everything that sells or jokes.
crisis-switch-on = Switch it on
crisis-switch-off = Switch it off
crisis-no-brand = Crisis mode belongs to a brand, and there is none yet: /brand sets one up.

### Settings and pledges

command-settings = My language
command-privacy = What happens to your drafts
settings =
    Which language shall I speak with you? Drafts may be in any of the three, whatever you choose.

    Your brand: /brand. Your team, your name in reports: /team. Rules you don't want: /mute.
settings-as-telegram = As in Telegram: { $name }
privacy =
    What I promise:

    · Drafts stay in this bot's database, each team's apart from the others'. Nothing is sent anywhere but to Telegram.
    · Drafts are deleted after { $days } { $days ->
        [one] day
       *[other] days
    }, and what merely passed through within a week.
    · /forget deletes at once, and what is forgotten is gone from the file. /export gives you everything.
    · Neither drafts nor tokens appear in logs.
    · Names stand in a team's report only if their owners want that (/team).
    · One answer to a draft, no reminders. The weekly report comes only where a lead asked for it.
    · Advice, never a block. Every point is explained, and every rule can be muted, except those that protect readers from data grabs, selling on others' pain and hidden advertising.

### Rules

command-rules = What I look for
command-mute = Rules switched off for your brand
rules = I look for { $count } things. Where shall we look?
rules-muted = Muted: { $count }
rules-back = ← Back
rules-all = All topics
rule-unfair = Your team called this unfair { $count } { $count ->
        [one] time
       *[other] times
    } in 90 days.
rule-gone = That rule does not exist any more.
rule-unknown = I know no rule called { $name }.
mute-do = Mute for { $brand }
mute-undo = Unmute for { $brand }
mute-none = Nothing is muted for { $brand }. Open a rule to mute it.
mute-list = Muted for { $brand }:
mute-no-brand = A rule is muted for a brand, and there is none yet: /brand sets one up.
mute-protected = This rule protects your readers, so it can't be muted.

### History

command-history = Your drafts: look through, search
history = Your drafts, the newest first. To search: /history and a word.
history-found = Drafts with “{ $words }”, the newest first:
history-none = None of your drafts is here yet. Send me the first one.
history-none-found = No draft contains “{ $words }”.
history-newer = ‹ Newer
history-older = Older ›
history-back = ← Back
history-gone = That draft is not there any more.
history-no-score = No score
history-course = Scores: { $scores }

### Forgetting

command-forget = Delete a draft or everything
forget = What shall I forget? To forget one draft, reply /forget to it.
forget-this = Forget this draft
forget-last = My last draft
forget-me = Everything about me
forget-team = Everything of { $team }
forget-yes = Yes, forget it
forget-no = No, keep it
forget-kept = Nothing is deleted.
forget-no-draft = I find no draft of yours there. Reply /forget to the draft or to my answer.
forget-draft-sure = Forget this draft, all its versions and reviews? That can't be undone. My message in this chat stays until you delete it in Telegram.
forget-me-sure = Forget everything about you: your drafts, brands, notes and settings, and your place in teams? What you wrote for a team stays with the team, without you. That can't be undone.
forget-team-sure = Forget everything of { $team }: drafts, brands, feed, notes and members? That can't be undone.
forget-hand-over = You are the only lead of { $teams }. Hand over first (/team), or forget the team.
forgotten = Forgotten. It's gone from my files.

### Export

command-export = Everything of this workspace as a file
export-done = Everything that is kept here, as JSON Lines and CSV. Anybody with this file can read your drafts.
export-leads = Only a lead of the team can take everything out.
export-too-large = That's more than Telegram lets me send. Whoever runs the bot can write it to a file: python -m bot export
