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
crisis-on = Crisis mode is on for { $brand }: entertainment and offers earn nothing, and selling counts as using the occasion. It stays on until somebody switches it off.
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
    · Advice, never a block. Every point is explained, and every rule can be muted, except those that protect readers from data grabs, hijacked occasions and hidden advertising.

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
