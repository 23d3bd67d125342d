### Terminal chat

chat-welcome = Paste a draft and end it with an empty line. I read it as a follower who never buys anything. :help tells the rest.
chat-help =
    An empty line ends a draft. After a change send it again, and I tell you what moved.
    :network NAME – where the post will appear: { $networks }
    :lang CODE – the draft's language: en, pl, ru, or auto
    :reader CODE – the language of my answers: en, pl, ru
    :new – the next draft is another one, not a new version of the last
    :quit – leave
chat-set = { $name }: { $value }
chat-choose = { $name }: choose one of { $choices }
chat-new = The next draft starts afresh.
chat-unknown-command = I don't know { $command }. Paste a draft, or type :help.
chat-not-kept = I judge your drafts, but can't keep them: { $why }
chat-no-token = No TELEGRAM_TOKEN is set, so we talk here in the terminal.
chat-paste-then-end = Type or paste the draft; Ctrl+D on an empty line ends it.
