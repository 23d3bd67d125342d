### Teams

command-team = Your teams: invite, roles, where drafts go
by-invitation = This bot works for invited teams. Ask a lead of yours for an invitation link and open it here.
team-none =
    Your drafts go to your own private place; nobody else sees them.

    In a team you share brands, and its leads get a weekly report. Make one and invite the others.
team-places = Where should your drafts go? New ones go to the place with the dot.
team-private = Just me
team-make = Make a team
team-all = Where drafts go
team-use = Send my drafts here
team-current = your drafts go here
team-member-number = Member { $number }
team-role-lead = lead
team-role-member = member
team-you = you
team-invite = Invite a member
team-invite-lead = Invite a lead
team-withdraw =
    { $count ->
        [one] Withdraw { $count } open link
       *[other] Withdraw { $count } open links
    }
team-manage = Roles and members
team-manage-whom = Whom do you want to change?
team-alone = You are alone in this team so far. Invite somebody first.
team-rename = Rename
team-function = My department
team-show-name = Show my name
team-hide-name = Hide my name
team-leave = Leave
team-leave-sure = Leave { $team }? Your drafts of this team stay with it; new ones go to your private place.
team-leave-yes = Yes, leave
team-last-lead = Somebody has to lead the team: hand it over first.
team-make-lead = Make a lead
team-make-member = Make a member
team-remove = Remove
team-remove-sure = Remove { $who } from the team? They lose access at once; their drafts stay with the team.
team-remove-yes = Yes, remove
team-hand-over = Hand the team over
team-hand-over-sure = Hand the team over to { $who }? They lead it then, and you are a member.
team-hand-over-yes = Yes, hand over
team-ask-name = What is the team called?
team-ask-function = Which department do you write for? For example: customer service. The report then shows who feeds the account.
team-too-many = You are in as many teams as I can keep apart. Leave one first: /team
team-invited-member =
    You are invited to { $team } as a member.

    Your new drafts will go to this team. Its leads see numbers and examples from them in a report, without your name unless you allow it; /export lets them take all drafts of the team along. /team takes you out again.
team-invited-lead =
    You are invited to { $team } as a lead.

    Your new drafts will go to this team, and you can invite people, set up brands and get reports. /team takes you out again.
team-join = Join
team-link-member =
    Join { $team } as a member:
    { $link }

    The link works once, until { $day }.
team-link-lead =
    Join { $team } as a lead:
    { $link }

    The link works once, until { $day }.
team-link-used = This invitation no longer works: it was used, withdrawn, or is too old. Ask a lead for a new one.
team-gone = I can't find this team among yours.
