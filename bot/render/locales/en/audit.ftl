### The audit

command-audit = Check the posts you have published
audit-ask =
    Forward me about ten posts of your channel, one after another, or send a file: Telegram's export (result.json), a table (.csv) or a text (.txt).

    I tell you how many of them gave a reason to stay to people who never buy, and they become the feed that your next drafts are compared with.
audit-count = { $count } { $count ->
        [one] post is here.
       *[other] posts are here.
    } Forward more, or let me look at them.
audit-count-empty = There were no words in that one. Forward a post with text.
audit-go = Look at them now
audit-progress = Reading: { $done } of { $total } posts.
audit-no-brand = An audit belongs to a brand, and this team has none yet. A lead can set one up with /brand.
audit-too-many = That's { $count } posts; I look at { $most } at most. Send a shorter file, please.
audit-nothing = Nothing has been forwarded yet.
audit-title = { $brand }: { $count } { $count ->
        [one] post
       *[other] posts
    }
audit-too-few = With { $count } { $count ->
        [one] post
       *[other] posts
    } that I can judge, this says little. Ten say more.
audit-reasons = { $count } of { $of } gave a reason to stay to people who never buy.
audit-promise = You promised { $kinds }: { $count } of { $of } gave that.
audit-streak = { $count } promos in a row, at the longest.
audit-share = Of the last { $count } posts { $share } sell; your limit is { $limit }.
audit-unjudged = Not judged, for want of words or in another language: { $count }.
audit-best = Best · { $score }:
audit-weakest = Weakest · { $score }:
audit-feed = They are your feed now: the next draft is compared with them.
audit-chart-reasons = gave a reason to stay
audit-chart-share = sell, of the last ten
audit-chart-limit = your limit: { $limit }
audit-chart-posts = The last { $count } posts by score, the oldest first
audit-chart-sells = sells
audit-chart-kinds = What readers got, in how many posts
audit-chart-promised = promised
file-kind = I can read .json, .csv, .txt and .md files; { $name } is none of them.
file-not-text = That file is no text that I can read. Save it as UTF-8 text, please.
file-no-posts = I found no posts in that file.
file-broken-json = That file is no whole JSON: it breaks at line { $line }. Export it from Telegram once more.
file-broken-table = I can't read that table. Save it as CSV with one post a row, please.
file-no-column = I don't see which column has the posts. Call it { $names }.
file-too-large = That file is too large: I take up to { $most }.
file-gone = I couldn't fetch that file from Telegram any more. Please send it again.
