<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About KooDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk {version}, under the MIT licence. Creates albums and shared folders on Huawei Cloud KooDrive.
Python {python}, Qt {qt}, PySide6 {pyside}. Qt and PySide6 are used under the LGPL.
Licences of the parts:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Account or mo&amp;bile number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As your carrier spells its name for KooDrive; it is sent as x-hw-agentName.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier (agen&amp;t name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sent to the service when you sign in, and never stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in yet. Saving signs in, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password o&amp;f the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;gn in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With which you sign in at the carrier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have signed in before. The password is needed only to sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Signed in as {user}. Save to stay signed in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>&amp;More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk ended before its turn. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityCard</name>
    <message>
        <source>Actions for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created {created}, taken back {undone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, in “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. {content}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} · {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityEntry</name>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a new token. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting · {count} before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityList</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way at other connections: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you create appears here, with its IDs. You can go on typing meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Choose a known address, or type the one that you were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdvancedFields</name>
    <message>
        <source>Ad&amp;vanced ▴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad&amp;vanced ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced: network, and what the service reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service reads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlbumPage</name>
    <message>
        <source>&amp;Create album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Just me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Space ID (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A personal album of this user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ollection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody in the folder sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills itself from folders you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder ID (primary &amp;key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders to collect fro&amp;m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mem&amp;bers of a shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent &amp;folder ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People add the pictures themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlbumStep</name>
    <message>
        <source>Name of the al&amp;bum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Choose “{name}” below on the left again, then press Create the album.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The album in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder was created with another connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder was created, but its group ID is not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not name it. Press Create the album to look for it again. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppKeyFields</name>
    <message>
        <source>Each request is signed with it; it is never sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the operator of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID o&amp;f the app (AppId)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secre&amp;t of the app (AppSecret)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attempt</name>
    <message>
        <source>1 attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 request has no known outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection album, shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created {created}, taken back {undone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual album, shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request of {time} created nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request of {time} created {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request of {time} created {id} after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request of {time} may have created something: the service&apos;s lists do not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the request of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} requests have no known outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may have been taken back: the service&apos;s lists do not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” may have been created: the service&apos;s lists do not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was created after all: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was created: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttemptActions</name>
    <message>
        <source>&amp;Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use as template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {count} rows at once are taken back here; a batch is on the page Create many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies what happened as one text: times in UTC, trace ID, code, request and answer; no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a tic&amp;ket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {count} for a tic&amp;ket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what it created, if nobody has put anything in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out what became of a request whose answer was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send once more what was found not to have been created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttemptDetails</name>
    <message>
        <source>Album ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collects from folders in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Created by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the selected attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File ID of the shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders that it collects from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the shared folder (primary key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk has stopped looking. “Find out…” shows what it has found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk is looking for it in the service&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an attempt to see its request, its answer and all of its IDs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Shared folder ID (primary key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace ID</source>
        <translation>跟踪 ID</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome} · {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttemptLine</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>A batch has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A create has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search for a lost answer has ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row has its ID, also in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Existed before: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: {done} of {whole} rows to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk is looking for what became of these rows. Continue when the service answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed, and so not sent: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent that cannot be written down. Make room on the disk, then continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent. Continue whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to create: all {whole} rows exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was created: none of the {whole} rows was ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost. Check the network, then continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost. Continue whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost. Paste a new token, and the batch continues with the next row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome not known: {count}; KooDesk is looking for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at {done} of {whole} rows to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: KooDesk ended unexpectedly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: KooDesk was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: several answers were lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: the history cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: the service asks to slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: the service cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: the service refuses rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: this computer&apos;s clock is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: your token has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the service has…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason or ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that were under way are looked for first. Nothing is sent before you continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs elsewhere: {done} of {whole} rows to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at {done} of {whole} rows to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back since: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason stands beside the rows. Continuing sends the remaining rows; those refused stay refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service turns requests away because of their time. Set the clock, then continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for what is under way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service has turned away changed nothing. Continue in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a problem, and so not sent: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{created} of {whole} rows are created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{created} of {whole} rows to send are created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {whole} rows to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchCard</name>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {whole} rows to send created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {whole} taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. {content}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} · {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Earlier batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{created} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>About this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can keep working on other pages.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchTableView</name>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchUndo</name>
    <message>
        <source>Can be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be taken back: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding out what became of earlier deletes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, as each line says why: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what was created: {done} of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: {done} of {whole} taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {done} of {whole} taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back: {done} of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history keeps every ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for what is under way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {whole} taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ready} of {whole} can be taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaFileField</name>
    <message>
        <source>A PEM file with your company&apos;s own authority. It is trusted besides those of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA f&amp;ile (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates in PEM form (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds: {authorities}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, until {day}</source>
        <translation>{name}，有效期至 {day}</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>Doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What it may have created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckSteps</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization format</source>
        <translation>Authorization 格式</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secure connection (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} {step} – {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Space ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{common} of {count} asked for, {others} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} after the request left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} before the request left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– the list does not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≠ different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompatibilityFields</name>
    <message>
        <source>&quot;id&quot;: &quot;1756…&quot;, as the table of the same page says: String. For a service that refuses the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;id&quot;: [&quot;1756…&quot;], as in the example of the page on deleting shared folders. This is the usual form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;type&quot;: &quot;2&quot;, as the table of the same page says: String. For a service that insists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;type&quot;: 2, as in the example of the page on creating albums. This is the usual form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 is assumed: the enterprise reference says so, the carriers’ says nothing. Where the service tells it at the sign-in, that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the Chinese pages, and the default on the English ones. This is the usual form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the text of the English pages. For a service that answers in the wrong language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a token lives without a call (&amp;minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID of a shared folder that is taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional, says the API reference. The service&apos;s support finds a request by it. Switch it off only where a service refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sen&amp;d X-Traceid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling of the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ype of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace ID</source>
        <translation>跟踪 ID</translation>
    </message>
    <message>
        <source>Whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en-US</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en_us</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionBar</name>
    <message>
        <source>&amp;Add a connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit this connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove this connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sandbox (rehearsal on this computer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the &amp;token again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token kept for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionCard</name>
    <message>
        <source>for rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test &amp;connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the service&apos;s messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this connection is called in KooDesk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Copied</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}; names from before are still being prepared for the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{selected} of {count} selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialFields</name>
    <message>
        <source>&amp;User ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An access token that you were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App key (signature)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each request is signed with the secret of an app. The reference for carriers rules this out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How t&amp;o sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk gets the tokens from the service, and renews them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service tells it when you sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user&apos;s ID on KooDrive, not the one at the carrier.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurlCopying</name>
    <message>
        <source>&amp;Copy with signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy with token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Do not copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with a signature?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with your token?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command will hold a signature for exactly this request. Anyone who has it can send the request, also more than once, for 15 minutes. The AppSecret is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command will hold your token. Anyone who has it can do everything that you can do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token to copy. Add the token to this connection first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to sign with. Add AppId and AppSecret to this connection first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shell may keep the command in its history. KooDesk marks the clipboard as secret and clears it after {seconds} seconds, and when you quit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionController</name>
    <message>
        <source>&amp;Yes, it is still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Yes, it was not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Yes, this is the one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history will say that it was not taken back. It can be taken back again, and is looked at before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history will say that this request created nothing, and it can be sent again. If it did create something, that would then exist twice. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} goes into the history as what this request created. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”, {id}, goes into the history as what this request created. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>&amp;Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current settings and versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current settings and versions. They hold no token, no password and no user ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I trust this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be gathered: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking… If your keyring asks for its password, that is why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop trusting it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DryRunning</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY RUN: {count} rows would be created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {body}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. A run takes about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the result of the dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the result of the dry run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows so far. Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlierBatches</name>
    <message>
        <source>Pasted table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlierView</name>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not run: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the plan of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was edited here is gone. The file stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was pasted and edited is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent belongs to the history and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EncodingQuestion</name>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB18030 (simplified Chinese)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say how its letters are encoded. Choose the reading in which the names are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16 (big endian)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16 (little endian)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of these is right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows-1252 (western)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExceptionHook</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help &gt; Support bundle… collects what is needed to find out why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same problem has happened again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>&amp;CSV, for spreadsheets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON, complete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plain CSV, for programs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value as it is; a spreadsheet would round the IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDs get an apostrophe in front, so that a spreadsheet keeps all of their digits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileExport</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export failed; no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {count}. Enter opens the selected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, ID or trace ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. What the service has is known from the page On the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches the history, and what the service listed when it was read last, of all connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
{id} · {kind} · On the service · {connection}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
{id} · {outcome} · History · {time} · {connection}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {message}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderFieldController</name>
    <message>
        <source>“{name}”. {help}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderPicker</name>
    <message>
        <source>&amp;Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folders that the album collects from. All have to be in the same folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders that are not in the same one as the others, and were unchecked: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders to collect from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk needs an access token to read the folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is connected. Connect one, then choose its folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folders are read as soon as there is an access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no folders in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no folders in this space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. With a new token, reading continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Some folders could not be read. The others can be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ The folders in this folder could not be read. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ The folders of this space could not be read. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderStep</name>
    <message>
        <source>&amp;Name of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderTreeView</name>
    <message>
        <source>Folders of the space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>An album collects from folders of one parent. To choose in another, uncheck these first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An album collects from {limit} folders at most. To check another one, uncheck one of these first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folders for many pages. Enter looks further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folders of the form are chosen, and where they are is not known yet. Open the folder that they are in, or uncheck all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top of the space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {reason}. Enter tries again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows as an &amp;Excel workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create 1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the 1 ready row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the {count} ready row&amp;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create {count} row&amp;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dr&amp;y run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend f&amp;irst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ta&amp;ble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that may be sent again as C&amp;SV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that may be sent again as an E&amp;xcel workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;ke back…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormFiller</name>
    <message>
        <source>Nothing was sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request belongs to the connection “{name}”, which is not in use. The form is filled: choose that connection below on the left, then press Create.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormLayout</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormTemplates</name>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatField</name>
    <message>
        <source>Authori&amp;zation format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what you paste, for a token that begins with AT for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Bearer+” and the token, as the API reference prints it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Bearer”, a space, the token. This is the usual form.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>95th percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadingQuestion</name>
    <message>
        <source>Is the first row a name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has one column and no heading that KooDesk knows. Each name becomes a manual album; what else it should be can be changed in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{first}” is a name, like the rows below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{first}” is the heading of the names below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hel&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support &amp;bundle…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryExport</name>
    <message>
        <source>&amp;Back up the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up {attempts} to {path}. The file holds names, IDs, user IDs, requests and answers in clear, and no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {attempts} to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>All batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name, ID or trace ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unt&amp;il</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryGlance</name>
    <message>
        <source>A picture of the numbers in the table below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer times by connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creates by time and outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the filters above. Each bar and line has its numbers as a tool tip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers could not be worked out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryNotice</name>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every album and shared folder that you create appears here, with its ID, its request and what became of it. It stays here when you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attempt matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for something else, or clear the filters to see everything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>At a &amp;glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts per day by outcome, and answer times by connection, for the filters below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>历史记录无法读取</translation>
    </message>
    <message>
        <source>The history has changed meanwhile. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryViews</name>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdList</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in the list: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choos&amp;e…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder ID to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder ID; Enter adds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all IDs were added: an album takes {limit} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste many…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes or brackets removed: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyringStatus</name>
    <message>
        <source>Both are kept in the keyring of this computer: {keyring}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for this session. Type to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in {keyring}. Type to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored. Type to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring could not be looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is kept in the keyring of this computer: {keyring}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens, but not the password, are kept in the keyring of this computer: {keyring}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none yet. Paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. When you save, you can keep both for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. When you save, you can keep the token for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. When you save, you can keep the tokens for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>Album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the history; the service does not say when it was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In KooDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In KooDesk, gone since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In KooDesk, not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In KooDesk, not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in KooDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in KooDesk, gone since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in KooDesk, not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in KooDesk, not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has it, and the service lists it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has it, and the service no longer lists it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has it; the list that would show it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has it; the service did not list it now, which does not prove that it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service lists it, and the history does not know it: another program made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listed} listed, {besides} in KooDesk not listed, read at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}, not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}, read at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} shown of {listed} listed and {besides} in KooDesk not listed, read at {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveActions</name>
    <message>
        <source>&amp;Copy IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use as template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All IDs of each row, each with its name, for an e-mail or a ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all ID&amp;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in h&amp;istory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveExport</name>
    <message>
        <source>Export what the service lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported 1 row to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {count} rows to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveFilters</name>
    <message>
        <source>Albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Albums and folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names and IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search what the service lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveModel</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>A large account takes some seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect one: then its albums and shared folders are shown here, as the service lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the service&apos;s lists… {count} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for something else, or clear the filters to see everything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows every album and shared folder that the service lists, and which of them were made in KooDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop readin&amp;g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service lists nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s lists need a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user has no albums and no shared folders, and the history knows of none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service lists is not known. Why is said above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{selected} of {count} selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveTable</name>
    <message>
        <source>What the service lists</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>HTTP {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer names the ID {ids}; that is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s list could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s list could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s list is not whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({details}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {message}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Please note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Counted in Unicode code points: {count} of {limit}. In UTF-16 units it is {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next name is “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are {count} rows: create many…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>{page}   {count} ?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkFields</name>
    <message>
        <source>An HTTP proxy that you name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As HTTPS_PROXY and NO_PROXY, or the settings of this computer, say at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in the keyring, apart from the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Type to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if the proxy wants one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy a&amp;ddress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy us&amp;er (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight to the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as http://proxy.example.com:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferButton</name>
    <message>
        <source>&amp;Use “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenFolderButton</name>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenLine</name>
    <message>
        <source>&amp;Find out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows in a spreadsheet, with their heading, and paste them here. “Holiday {01-20}” makes twenty albums; “{date}” stands for today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a table, or type a series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name	kind
Customer 0001	album
Customer 0002	album

… or Holiday {01-20}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasteIdsDialog</name>
    <message>
        <source>&amp;Add to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One or &amp;many folder IDs, one per line, or separated by spaces or commas:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the beginning of what was pasted is taken: no album needs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste folder IDs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastedToken</name>
    <message>
        <source>This is longer than any token. Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PauseNotice</name>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanFinder</name>
    <message>
        <source>No row has a problem.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanStart</name>
    <message>
        <source>About {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another batch is running: {name}. Create these rows when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows are compared with the history and the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token ends before: you will be asked for a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token lasts {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanTools</name>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trim all blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter names and other cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy with the problems…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Something unexpected went wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>&amp;Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save support bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has happened {count} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk continues. What you created is in the history, and what you typed is still there; look at it before you send it. If it happens again, save a support bundle for the people who maintain KooDesk. Nothing is sent automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} errors so far, of {kinds} kinds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you quit now, KooDesk waits a few seconds for the answer. If it does not come, the history keeps the request with an unknown outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you quit now, it is paused. Nothing is lost: continue it when KooDesk starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is replaced, and cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is under way, and nothing would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit KooDesk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quitting discards unsent input in a form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace what you typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests are waiting to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that wait are kept, and offered when KooDesk starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was to be taken back and waits is not; it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have unsent input in a form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have unsent input in the form.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows are checked. Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentBar</name>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePage</name>
    <message>
        <source>&amp;Create both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create the album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the folder back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creates a shared folder, and then a shared album in it for everybody in the folder. If the album cannot be created, the folder stays and the album can be tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent yet. It is sent automatically in {time}, or press Clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 1 of 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 2 of 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 2 of 2: looking into the new folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 2 of 2: the folder stays. Press Create the album to try again, or take the folder back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has asked to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you type now is not kept: wait until both are created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Created. You can type the next one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveConnection</name>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be asking for its password in a window of its own. Cancel stops the waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its app key is deleted from the keyring as well. {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its token is deleted from the keyring as well. {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the connection any&amp;way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the connection “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history stays, and nothing changes on the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token could not be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens of its session are deleted from the keyring as well. {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. Try again; or remove the connection anyway, and delete the entry for KooDesk with the program of your keyring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>Collection album, just me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection album, shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Folders to collect from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual album, just me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual album, shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Parent folder ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared folder ID (primary key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace ID</source>
        <translation>跟踪 ID</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why its outcome is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why its outcome was unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestPreview</name>
    <message>
        <source>A command cannot sign by itself, so nothing was copied. In the menu beside Copy as cURL you find it with a signature, which is good for 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is good for 15 minutes, as its X-Date is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied for {shell}, good for 15 minutes. It takes your token from a variable, the whole of it with what stands in front (such as AT). To set that, run first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied for {shell}, good for 15 minutes. It takes your token from a variable; to set that, run first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied with a signature, good for 15 minutes. The clipboard is cleared in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied with your token, good for 15 minutes. The clipboard is cleared in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as cURL for another shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {shell}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready yet. Fields to correct: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared folder is “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature is computed again for each request and is good for 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature is no longer on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what Create sends, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a signature, good for 15 &amp;minutes (secret)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your real &amp;token, good for 15 minutes (secret)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token is no longer on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cmd (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sh, bash, zsh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResolveActions</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give the token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start the sandbox and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;This is the one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use that connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still th&amp;ere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not cr&amp;eated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these: it was not cr&amp;eated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>A newer KooDesk has sent it. Use that one to find out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you know by other means that it is still there, you can say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this what it created?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still there, and can be taken back again from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent to the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent with another connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent with “{name}”, to {address} as user {user}. To look, KooDesk needs a connection with this address and user. If you know by other means that it was not created, you can say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent with “{name}”. Use that connection to look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its ID is in the history now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer has not come yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its connection no longer exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk cannot tell, so this is for you to decide. Compare it with what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk is still waiting for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk looks as soon as it has the access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk looks for about a minute. You can close this window; it keeps looking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking in the service&apos;s list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has an unknown outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is decided. If you know by other means that it was not created, you can say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is decided. The outcome stays unknown until you look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests without a known outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>历史记录无法读取</translation>
    </message>
    <message>
        <source>The history says so now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history says so now. It can be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox is not running. Start it to look; it still has what was created there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox runs at another address now than it had then, so KooDesk cannot look there. If you know by other means that it was not created, you can say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s lists do not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of KooDesk cannot look for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look, KooDesk needs the access token of this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look, KooDesk needs the connection that sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send it again, go back to it with Previous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of {subject}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the list showed belongs to other requests now. Look again, or say that it was not created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whenever the answer to a request is lost, KooDesk finds out here what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of these did it create?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{looked}. Looking now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{looked}. Next look in {count} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↩ It was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ It was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ It was not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ It was not taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResolveHeader</name>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requests have an outcome now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResolveNotice</name>
    <message>
        <source>A request created nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request created {id} after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request may have created something: the service&apos;s lists do not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its outcome is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk could not find out what became of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk finds out as soon as the connection is in use and has its token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk is finding out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not created: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request was under way when KooDesk ended last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests whose answers were lost: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still being looked for: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their outcome is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your decision: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} requests were under way when KooDesk ended last time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Album ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another connection was chosen meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy folder ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the ID now: the history could not take it. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a shared album in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields to correct: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder ID (primary key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID of what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sent automatically as soon as you are signed in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been created anyway. The history shows what becomes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not used for {minutes} minutes or longer. Nothing was sent yet. {go_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was created. Check that it belongs to this service and user. {go_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, as the form or its connection is another by now. Press Create when it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Answer its question, then press Create again; or give the token by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Choose its connection again: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Choose “{name}” below on the left, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Each field says what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Paste a token into the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Press Create to send it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Say where to send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. {go_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a new token and the request is sent automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with the current token anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as soon as the connection is ready: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared folder created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new session was not accepted either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service no longer accepts it, and nothing was created. {go_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This belongs to another connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection has no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token was not accepted either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your password manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session has probably expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token has probably expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” may have been created anyway. The history shows what becomes of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultBanner</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has not answered yet; KooDesk still waits. It is written down in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can keep working on other pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} · not the connection in use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <source>Saved 1 row in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {count} rows in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultFiles</name>
    <message>
        <source>Save a copy with the problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rows that may be sent again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradicts it: {doubts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the ID of the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may help to open it in KooDrive: what this request created is probably empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may help to open them in KooDrive: what this request created is probably empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not certain: {doubts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing contradicts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one to compare it with what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>&amp;Copy IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowStrip</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con&amp;firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lea&amp;ve the row out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lea&amp;ve the rows out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, {field}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the row back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the rows back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows are selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>&amp;Stop…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {whole} rows to send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunController</name>
    <message>
        <source>Another batch is running: {name}. Continue when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the connection of this batch to continue it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveJob</name>
    <message>
        <source>&amp;Keep the token for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be asking for its password in a window of its own. Cancel stops the waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for this session only, the token is forgotten when KooDesk closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring in use is {keyring}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Decide which of them it is, or that it was not created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this what the request created?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk looks for it in the service&apos;s list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again, or say that it is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent this time. {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s list could not be read either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{evidence} It can be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{evidence} It can be taken back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{looked}; looking again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{looked}; next look in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message>
        <source>&amp;Uncheck all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in folder {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Always ask before quitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands are written for it; each request preview can choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk asks anyway when something would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative to that of the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shell for Copy as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start of KooDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when something has finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a create that took over 10 seconds, or a search, ends behind other windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cmd (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sh, bash, zsh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} (no program opens folders here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareFolderIdField</name>
    <message>
        <source>Choose the folder instead…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedFolderChoice</name>
    <message>
        <source>Both IDs are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from a lis&amp;t…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills in both IDs. Or type them below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a shared folder without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list does not tell the group ID of this folder. Type or paste it below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedFolderPage</name>
    <message>
        <source>&amp;Create shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Space ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example IAAFanxbXNArpAncA1645841408025905537</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only type that the service can create today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedFolderPicker</name>
    <message>
        <source>&amp;Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New shared folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was last time. Reading the list again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined by me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shared folder with “{name}” in its name was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll down for more, or search by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({error}). Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of shared folders needs a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no shared folder yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have created no shared folder yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have joined no shared folder of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} shared folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} shown, more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. With a new token, reading continues.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedFolderRows</name>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedFolderTable</name>
    <message>
        <source>Shared folders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetQuestion</name>
    <message>
        <source>The workbook has several sheets; one of them is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sheet?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>An underlined letter is pressed together with Alt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShownRequest</name>
    <message>
        <source>&lt;58 characters, new for every attempt&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;user ID&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://&lt;service address&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts with an unknown outcome: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder &amp;with album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shared fol&amp;der</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the se&amp;rvice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInJob</name>
    <message>
        <source>KooDesk sends account and password to the service. Cancel stops the waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in… {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sto&amp;p signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens are stored only when you save. The password is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPrompt</name>
    <message>
        <source>An app signs here. Its AppId and secret are part of the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is being renewed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is being stored…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} Kept for this session only, it is forgotten when KooDesk closes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SingleInstance</name>
    <message>
        <source>KooDesk cannot write into the data directory {path}. Check its permissions and whether the disk is full, or name another one with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory {path} belongs to another KooDesk ({owner}), which does not answer. If it is not running any more, delete the file {lock} and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody that can be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process {process} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpaceChooser</name>
    <message>
        <source>&amp;Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk is looking up your space…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space of yours is known. Type its ID above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ID; Enter opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have {count} spaces. Choose one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your space could not be looked up: {reason}. Type its ID above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpaceField</name>
    <message>
        <source>&amp;Space ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of your spaces, {capacity}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of your spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use your space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your space could not be looked up ({reason}). Type or paste its ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your space, {capacity}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{help} KooDesk is looking it up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{help} You have {count} spaces: choose one, or type its ID.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpaceLookup</name>
    <message>
        <source>The service knows no space of this user</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanChart</name>
    <message>
        <source>{outcome} {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedChart</name>
    <message>
        <source>Rows a minute and answer times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows a minute, answers in {time} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, slowed down by the service</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>KooDesk cannot use the data directory {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk needs a folder for its data, and {path} is a file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>KooDesk could not start: {reason}
The log in its data directory says where that came from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>&amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Excel workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with one row for each album or shared folder: an Excel or CSV file, rows copied from a spreadsheet, or a series such as “Holiday {01-20}”. Every row is checked before the first one is sent. You can drop a file here as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create many at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with {rows} of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for first, as their answers were lost: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a ta&amp;ble…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show an &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back {name} was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was under way is looked for first. Nothing is deleted before you continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{created} of {whole} rows are created. Nothing is sent before you continue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of 3: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stopping</name>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this batch?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is created stays. The rows that are left can be saved as a file, and opened again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows were not sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryStrip</name>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows by verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupportBundleDialog</name>
    <message>
        <source>&amp;Mask user IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Requests:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle could not be collected: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that is selected in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what the bundle holds, without tokens and passwords. Look through it before you hand it on: it names what you have created. It is saved where you say, and sent nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those with an unknown outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be saved: {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableDoors</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holidays of the whole choir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableFile</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent yet. Read it again, and what was edited here is gone; or create the rows as they are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed since it was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan shows it as it was. Read again, and what was edited here is gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetLabel</name>
    <message>
        <source>Will be sent to {connection}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>&amp;Name of the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this form as a template</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestJob</name>
    <message>
        <source>KooDesk asks the service for one shared folder and the space. That changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to keep it. To go back, choose another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sto&amp;p the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing… {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service accepts the token in this form, in another spelling than was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service accepts the token in this form. It is not the one that is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test was stopped</source>
        <translation>测试已停止</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{form}” is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{form}” works</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {message}</source>
        <translation>{title}。{message}</translation>
    </message>
    <message>
        <source>{title}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>95th percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
Median: {median}
95th percentile: {late}
Answers: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenField</name>
    <message>
        <source>Access &amp;token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the token that the service gave you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenMeter</name>
    <message>
        <source>How long the token lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept it the last time it was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service said at sign-in how long it lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is being renewed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token: about {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token has probably expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes after the last call that the service accepted. That is assumed; you can change it in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Token ends in less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Token ends in {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>&amp;Note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take back {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty album of yours in it, taken back first: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before anything is deleted, KooDesk reads what is in it. For that it needs a new token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder ID (primary key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It created nothing that could be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is deleted, but the history could not take it. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is looked at once more right before. What somebody adds within that one request goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet whether it was created. Find out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been created anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was created at another service or by another user. Use the connection that created it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted elsewhere, so nothing is sent. The history can say that it was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was taken back {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk reads what is in it now. Nothing is sent before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk reads what is in them now: {done} of {count}. Nothing is sent before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, and it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Each line says why it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. {reason}</source>
        <translation>未发送任何请求。{reason}</translation>
    </message>
    <message>
        <source>Shared folder taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {all}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {count} of {all}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {count}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The album is deleted on {connection}. This cannot be undone. The history keeps its ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history can only be read, and nothing is deleted that cannot be written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared folder is deleted on {connection}. This cannot be undone. The history keeps its IDs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are deleted on {connection}, one after the other, the newest first. This cannot be undone. The history keeps their IDs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is itself something that was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is gone already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is gone already: only noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is kept: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoCard</name>
    <message>
        <source>Can be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {whole} taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoController</name>
    <message>
        <source>&amp;Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another batch is being taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is looked at once more right before, and kept if anything was put in. The history keeps all IDs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {count} of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history can only be read, and nothing is deleted that cannot be written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are deleted one after the other, albums before their folders. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the connection of this batch to take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can keep working on other pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>&amp;Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoModel</name>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoNotice</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back “{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoPanel</name>
    <message>
        <source>What was read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoView</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As an &amp;Excel workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {count}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the batch has created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisibleText</name>
    <message>
        <source>[… {count} characters …]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>&amp;Connect an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try it in the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? {sentences}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small KooDrive on this computer, for rehearsal. Needs no account and reaches no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to its service, and KooDesk looks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to their service, and KooDesk looks for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create albums and shared folders on KooDrive by point and click. Every ID is kept in the history, and nothing is sent twice by accident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to KooDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need the service address, and one of: your account at the carrier, an access token, the key of an app. Tokens and keys go into the keyring of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;About KooDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What&apos;s new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create what the form says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the history and on the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>New album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program opens folders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sh&amp;ortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowMessages</name>
    <message>
        <source>&amp;End now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one below on the left, or add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection is called “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for what is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session is being renewed. Without the answer you may have to sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>Rows are compared with the history only. {title}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service has could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_FolderBox</name>
    <message>
        <source>None chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{created} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>koodrive</name>
    <message>
        <source>&apos;koodrive batch list&apos; lists them; --data-dir names another history.</source>
        <translation>可用“koodrive batch list”列出；用 --data-dir 指定其他历史记录。</translation>
    </message>
    <message>
        <source>&apos;koodrive history&apos; lists them; --data-dir names another history.</source>
        <translation>可用“koodrive history”列出；用 --data-dir 指定其他历史记录。</translation>
    </message>
    <message>
        <source>&apos;{command}&apos; has no option {option}. Leave it out; &apos;koodrive {command} --help&apos; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(pasted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--adopt and --not-made exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--in names the shared folder already. Leave out --group and --share-folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--json and --csv exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--result, --parallel and --rate belong to --batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--service-address and --user-id belong together. Give both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set takes one of these columns: {fields}.</source>
        <translation>--set 只能使用以下列：{fields}。</translation>
    </message>
    <message>
        <source>--since and --until are days of this age: the year is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{option} {path} cannot be written</source>
        <translation>--{option} {path} 无法写入</translation>
    </message>
    <message>
        <source>1 character too many ({count} of {limit}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 20 characters.</source>
        <translation>1 到 20 个字符。</translation>
    </message>
    <message>
        <source>1 to 20 characters; a collection album may have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 30 folder IDs, all in the same parent folder.</source>
        <translation>1 到 30 个文件夹 ID，须在同一个父文件夹中。</translation>
    </message>
    <message>
        <source>1 to 31 characters, no emoji and none of &lt; &gt; | : * ? &quot; /</source>
        <translation>1 到 31 个字符，不能包含表情符号和 &lt; &gt; | : * ? &quot; /</translation>
    </message>
    <message>
        <source>A cache gave an answer that may be older than what is there now, so nothing is deleted. Try again later.</source>
        <translation>响应来自缓存，可能早于当前状态，因此未删除任何内容。请稍后重试。</translation>
    </message>
    <message>
        <source>A cache gave it, so it may be older than the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A carrier&apos;s name has at most {limit} characters, and no spaces around it.</source>
        <translation>运营商名称最多 {limit} 个字符，首尾不能有空格。</translation>
    </message>
    <message>
        <source>A carrier&apos;s name has letters, digits, signs and spaces of plain English only.</source>
        <translation>运营商名称只能包含英文字母、数字、符号和空格。</translation>
    </message>
    <message>
        <source>A cell in line {line} cannot be read: its number does not fit its format. Format it as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate in this file is damaged. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clock was set or stood still; the next answer ends that</source>
        <translation>时钟曾调整或停顿；收到下一个响应后即可确定</translation>
    </message>
    <message>
        <source>A command cannot sign by itself. It needs a signature made with the AppSecret.</source>
        <translation>命令无法自行签名，需要由 AppSecret 生成的签名。</translation>
    </message>
    <message>
        <source>A command takes its token from standard input, too: --token-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection needs --service-address and --user-id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder is in the recycle bin</source>
        <translation>文件夹在回收站中</translation>
    </message>
    <message>
        <source>A folder is not in this space</source>
        <translation>文件夹不在此空间中</translation>
    </message>
    <message>
        <source>A key of yours for this row, to which the column in of other rows may refer. Each one once.</source>
        <translation>您为此行指定的自定义标识，其他行的 in 列可以引用。不可重复。</translation>
    </message>
    <message>
        <source>A name cannot be just “{name}”. Choose another.</source>
        <translation>名称不能只是“{name}”。请更换名称。</translation>
    </message>
    <message>
        <source>A name cannot be only spaces. Enter a character.</source>
        <translation>名称不能只有空格。请输入其他字符。</translation>
    </message>
    <message>
        <source>A number: the primary key of the shared folder, not its file ID, which begins with F.</source>
        <translation>数字：共享文件夹的主键，不是以 F 开头的文件 ID。</translation>
    </message>
    <message>
        <source>A program has lost a character of this name (�). Type it again.</source>
        <translation>此名称中有一个字符已在某个程序中丢失（�）。请重新输入。</translation>
    </message>
    <message>
        <source>A proxy&apos;s address begins with http://; KooDesk knows no other kind. Correct its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy&apos;s address ends with the port. Remove everything after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy&apos;s address has no spaces and no invisible characters. Remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy&apos;s user has no colon and no invisible characters. Remove them.</source>
        <translation>代理服务器的用户名不能包含冒号和不可见字符。请删除。</translation>
    </message>
    <message>
        <source>A series has one range of numbers, such as {example}.</source>
        <translation>序列须有且只有一个数字范围，例如 {example}。</translation>
    </message>
    <message>
        <source>A service address begins with https://. Correct its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service address ends with the host. Remove everything from the ? or # on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service address ends with the host. Remove “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service address holds no user name or password. Remove everything up to the @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shared folder cannot be in another one. Empty this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet or a program has rounded ID {position}, and its last digits are lost. Copy it from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet or a program has rounded this ID, and its last digits are lost. Copy it from its source.</source>
        <translation>此 ID 的末几位已被电子表格或程序舍入，无法还原。请从原始来源重新复制。</translation>
    </message>
    <message>
        <source>A token is never an argument: every program on this computer can read the arguments of another one, and the shell keeps them. Nothing was sent. Give the token on standard input (--token-stdin), or keep it in the keyring (koodrive connections add). Replace this token if others use the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token is never taken from the environment</source>
        <translation>不从环境变量读取令牌</translation>
    </message>
    <message>
        <source>A user ID has letters, digits and signs only, and no spaces.</source>
        <translation>用户 ID 只能包含字母、数字和符号，不能有空格。</translation>
    </message>
    <message>
        <source>Add at least one folder to collect from.</source>
        <translation>请至少添加一个要收录的文件夹。</translation>
    </message>
    <message>
        <source>Add the port behind a colon, for example :8080.</source>
        <translation>请在冒号后添加端口，例如 :8080。</translation>
    </message>
    <message>
        <source>Address of the service, with --user-id and --token-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album or shared folder. Empty: told by the columns that are filled.</source>
        <translation>相册或共享文件夹。留空时根据已填写的列判断。</translation>
    </message>
    <message>
        <source>Album: 1 to 20 characters; optional for a collection. Shared folder: 1 to 31 characters, no emoji and none of &lt; &gt; | : * ? &quot; /</source>
        <translation>相册：1 到 20 个字符；收录相册选填。共享文件夹：1 到 31 个字符，不能包含表情符号和 &lt; &gt; | : * ? &quot; /</translation>
    </message>
    <message>
        <source>Album: manual (2), people add the pictures; or collection (1), it fills itself from folders.</source>
        <translation>相册：manual（2）为手工相册，由人添加图片；collection（1）为收录相册，自动从文件夹收录。</translation>
    </message>
    <message>
        <source>Album: personal (1), or shared (2) with the members of a shared folder.</source>
        <translation>相册：personal（1）为个人相册；shared（2）为共享相册，与共享文件夹的成员共享。</translation>
    </message>
    <message>
        <source>Albums of yours are in it that this batch has not made. Take those back first, or keep the folder.</source>
        <translation>其中有您的相册不是此批次创建的。请先撤回这些相册，或保留文件夹。</translation>
    </message>
    <message>
        <source>Albums of yours are in the folder. Nothing is deleted. Take those back first, or both together.</source>
        <translation>文件夹中有您的相册。未删除任何内容。请先撤回这些相册，或与文件夹一并撤回。</translation>
    </message>
    <message>
        <source>All cells are text, so that no spreadsheet rounds an ID: paste IDs as values only.</source>
        <translation>所有单元格均为文本，以免电子表格舍入 ID：粘贴 ID 时请只粘贴值。</translation>
    </message>
    <message>
        <source>Always verified, name included; this cannot be switched off</source>
        <translation>始终验证，包括名称；无法关闭</translation>
    </message>
    <message>
        <source>An AppId and its secret have letters, digits and signs only, and no spaces.</source>
        <translation>AppId 及其密钥只能包含字母、数字和符号，不能有空格。</translation>
    </message>
    <message>
        <source>An AppId has no comma and no colon. Copy it once more.</source>
        <translation>AppId 不能包含逗号和冒号。请重新复制。</translation>
    </message>
    <message>
        <source>An ID has no spaces or line breaks. Remove them.</source>
        <translation>ID 不能包含空格和换行。请删除。</translation>
    </message>
    <message>
        <source>An ID has only letters from A to Z, digits, _ and -. Remove {characters}</source>
        <translation>ID 只能包含字母 A 到 Z、数字、_ 和 -。请删除 {characters}</translation>
    </message>
    <message>
        <source>An address has no backslash. Write / instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An album in the folder could not be taken back, so the folder is kept, too.</source>
        <translation>文件夹中有相册未能撤回，因此文件夹也已保留。</translation>
    </message>
    <message>
        <source>An album in the folder could not be taken back, so the folder is kept, too: {reason}</source>
        <translation>文件夹中有相册未能撤回，因此文件夹也已保留：{reason}</translation>
    </message>
    <message>
        <source>An earlier question of it is open. Look for a window that asks for the password of the keyring and answer or dismiss it. Then try again, or keep the token for this session only.</source>
        <translation>密钥环之前的提示仍未关闭。请查找要求输入密钥环密码的窗口，回应或关闭后重试；也可让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>An earlier run does not know whether this was created. Find out before it is sent again.</source>
        <translation>之前的执行未能确定此内容是否已创建。请先查明结果，再重新发送。</translation>
    </message>
    <message>
        <source>An error of KooDesk&apos;s own ended the command ({kind}). The details are in {path}. Before you send the same again, look what has become of it: koodrive history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invitation to the folder is in a state that KooDesk does not know, so somebody may have joined it. Nothing is deleted. Look into its members in KooDrive.</source>
        <translation>文件夹有一个邀请的状态 KooDesk 无法识别，可能已有人加入。未删除任何内容。请在 KooDrive 中查看成员。</translation>
    </message>
    <message>
        <source>Another connection has this name. Choose a different one.</source>
        <translation>已有同名的连接。请更换名称。</translation>
    </message>
    <message>
        <source>Another entry has this ID already</source>
        <translation>此 ID 已属于另一条记录</translation>
    </message>
    <message>
        <source>Another program keeps {path} locked. Close it and try again.</source>
        <translation>{path} 已由其他程序锁定。请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone who has the AppSecret can act for every user of this service, not only for the one named here: the user is merely a part of what is signed. Keep it on computers only that may do so, and prefer a token where you have one.</source>
        <translation>任何人拿到 AppSecret，都能以此服务任一用户的身份执行操作，而不仅限于此处填写的用户：用户只是签名内容的一部分。请只将 AppSecret 保存在获准这样做的计算机上；如有令牌，优先使用令牌。</translation>
    </message>
    <message>
        <source>At most N requests a second, or &apos;none&apos; for no limit (20).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most N requests at once, 1 to 16 (4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most N rows, 0 for all. Default: 50; all with --json and --csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {time} it could not be told whether it is still there: {reason}.</source>
        <translation>{time} 时无法确定是否仍然存在：{reason}。</translation>
    </message>
    <message>
        <source>At {time} the service&apos;s answers contradicted each other about whether it is still there.</source>
        <translation>{time} 时服务的各次响应相互矛盾，无法确定是否仍然存在。</translation>
    </message>
    <message>
        <source>At {time} the service&apos;s list showed one that may match ({ids}). It does not tell whether it comes from this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {time} the service&apos;s list showed {count} that may match ({ids}), for {requests} requests whose answers were lost. It does not tell which is which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {time} the service&apos;s list showed {count} that may match ({ids}). It does not tell whether one of them comes from this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {time} the service&apos;s list showed {count} that may match.</source>
        <translation>{time} 时服务的列表中有 {count} 个可能相符。</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization format</source>
        <translation>Authorization 格式</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {number} as {connection}: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {number} is {state} ({reason}): {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {number} is {state}: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {number} stops when what is in flight has ended: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {number} was looked at, and nothing was deleted: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before this day or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blanks around this ID are not sent.</source>
        <translation>此 ID 前后的空格不会发送。</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 证书文件</translation>
    </message>
    <message>
        <source>CA file holds</source>
        <translation>CA 证书文件包含</translation>
    </message>
    <message>
        <source>Can only be read: a newer KooDesk wrote it</source>
        <translation>只读：由较新版本的 KooDesk 写入</translation>
    </message>
    <message>
        <source>Cancelled after it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled before it was sent</source>
        <translation>发送前已取消</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Character {position} cannot be in a name ({character}). Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {position} cannot be in an account ({character}). Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {position} of the address is a space or invisible ({name}). Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {position} of {count} cannot be in a token ({name}). Copy the token once more.</source>
        <translation>令牌共 {count} 个字符，其中第 {position} 个（{name}）不能用于令牌。请重新复制令牌。</translation>
    </message>
    <message>
        <source>Check every row of FILE (CSV or XLSX); nothing is sent.

The first row names the columns: name, type, albumKind and so on, in any order, or their English or Chinese
labels. With a connection, history and service are asked, too. The exit code is 2 when a row has a problem, else 6
when one is doubtful, else 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check every row of a table; send nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check everything and show what would be sent; send nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folders to collect from are in the space (containerId).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the AppId and the AppSecret. If they are right, the app may lack the permission.</source>
        <translation>请检查 AppId 和 AppSecret。如果无误，该应用可能没有权限。</translation>
    </message>
    <message>
        <source>Check the IDs and the user ID, or ask the owner for permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date of this computer; if it is right, tell the operator of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder IDs and the ID (primary key) of the shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy of the connection and your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the service address of the connection and your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the service address of the connection. If it is right, a filter, a proxy or a sign-in page of your network may stand in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the service address of the connection: another host may be meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the service address, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the space ID (containerId).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the token, the user ID and the authorization format of the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user ID: the one on KooDrive is meant, not the carrier&apos;s own. If it is right, the user may lack the permission.</source>
        <translation>请检查用户 ID：应为 KooDrive 的用户 ID，而非运营商自己的。如果无误，该用户可能没有权限。</translation>
    </message>
    <message>
        <source>Checking “{name}” …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder one level higher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose pictures, videos or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what kind of album it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who the album is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen by you from the service&apos;s list at {time}.</source>
        <translation>您已于 {time} 从服务的列表中选定。</translation>
    </message>
    <message>
        <source>Clean: “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock of this computer</source>
        <translation>本机时间</translation>
    </message>
    <message>
        <source>Collection: 1 to 30 folder IDs, separated by blanks, semicolons or line breaks.</source>
        <translation>收录相册：1 到 30 个文件夹 ID，以空格、分号或换行分隔。</translation>
    </message>
    <message>
        <source>Collection: ID of the folder that holds all of them.</source>
        <translation>收录相册：包含这些文件夹的父文件夹 ID。</translation>
    </message>
    <message>
        <source>Collection: pictures (1), videos (2) or both (1,2).</source>
        <translation>收录相册：pictures（1）为图片，videos（2）为视频，both（1,2）为两者。</translation>
    </message>
    <message>
        <source>Columns may be moved or removed; other columns are kept and come back in the result.</source>
        <translation>列可以移动或删除；其他列会保留，并写回结果文件。</translation>
    </message>
    <message>
        <source>Columns that are not sent: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare every field with what the service expects, and correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Control header</source>
        <translation>控制消息头</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>准确</translation>
    </message>
    <message>
        <source>Correct the service address of the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the service address, or check that this computer has a network.</source>
        <translation>请修正服务地址，或检查本机是否已联网。</translation>
    </message>
    <message>
        <source>Create albums and shared folders on Huawei Cloud KooDrive, from a shell or a script.

Every create is written into the history of KooDesk before it is sent, and sent once. What exists already, or may
exist, is held back. Window and command may work on the same history at the same time.

The result goes to standard output, everything else to standard error. The token comes from the keyring (--connection)
or from standard input (--token-stdin), never from an argument or the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create albums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create all rows of FILE (CSV or XLSX), one album or shared folder each.

All rows are checked first: by the rules, among each other, against the history and the service&apos;s lists. Nothing
is sent while a row is a problem (exit code 2) or doubtful (6), unless --ready-only; --again confirms the doubtful
ones. Rows that this history has created already count as created and are not sent again, but with --again: that
creates one more of each album. A shared folder stays the one that is there, as the service refuses a second one
of its name. Rows that are created by the columns of an earlier result are never sent again.

The batch is written down before the first row. When it pauses, by Ctrl+C or as the token has ended,
&apos;koodrive batch resume&apos; goes on with the rows that are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create all rows of a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create many albums and shared folders from a table, one row each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create many from a table: check, run, resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one album, and print its ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one album, and print its ID.

It is written into the history before it is sent, and sent once. What exists already, or may exist, is held back
(exit code 6) unless --again is given. A lost answer is no reason to send it again: look with
&apos;koodrive resolve&apos;, or give --wait-resolve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one more, even if there is one like it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one shared folder, and print its IDs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one shared folder, and print its IDs.

It is written into the history before it is sent, and sent once; see &apos;koodrive album create --help&apos;. An album
goes into it with &apos;koodrive album create --in NAME&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create shared folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the ready rows, though others are a problem (exit code 4 then) or doubtful (6).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created earlier as {object_id}, and taken back since.</source>
        <translation>之前已创建，ID 为 {object_id}，后来已撤回。</translation>
    </message>
    <message>
        <source>Created earlier as {object_id}; it is left out.</source>
        <translation>之前已创建，ID 为 {object_id}；此行不再发送。</translation>
    </message>
    <message>
        <source>Created the album “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created the album.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created the shared folder “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created the shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created, but not in the list of the shared folder {folder_id}: a gateway may have changed the number on its way. Check in KooDrive where the album is before you create another one.</source>
        <translation>已创建，但不在共享文件夹 {folder_id} 的列表中：API 网关可能在传输途中改动了数字。请先在 KooDrive 中检查该相册的位置，再创建其他相册。</translation>
    </message>
    <message>
        <source>Creating “{name}” …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY RUN: nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY RUN: {total} rows: {counts}. A run takes about {seconds} s. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Decide: ATTEMPT has done nothing. It may be sent again then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide: koodrive resolve {number} --adopt ID, or --not-made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide: this object of the service is what ATTEMPT has made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete again what ATTEMPT, a create of &apos;koodrive history&apos;, has made, or all that a batch has made.

Only what this history has created can be taken back, at the same service, as the same user, and only while it is
as it was made: of the same name, empty, and shared with nobody. It is read again right before it is deleted.
Anything else is kept, with the reason (exit code 6): what somebody has filled is never deleted. Empty albums of
yours in a shared folder go before the folder. What a deletion does to the content of an object is not documented.

You are asked once, by name, unless --yes; --dry-run says what would be taken back and what is kept, and changes
nothing. Each deletion is an attempt of its own in the history, sent once. A lost answer (3) is found out with
&apos;koodrive resolve&apos;.

A batch is taken back in the reverse order of making. When it pauses, by Ctrl+C or as the token has ended, the same
command goes on, and looks once more at what was kept. Exit codes: 0 taken back, or gone already; 1 the service
refused; 3 unknown; 4 not sent, or not yet; 5 sign-in needed; 6 something is kept; 7 the history cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Do not ask; needed where no terminal is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not ask; without a terminal nothing is asked and nothing removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji are not allowed in a name ({emoji}). Remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding of a CSV file, such as gb18030 or windows-1252.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>End BATCH for good: rows that were not sent are not sent. What is created stays.

One that runs, in a window or another command, begins no further row within a second or two. While it is being
taken back, that ends instead: what is not taken back yet stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a batch for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended at once. What was in flight is unknown: see &apos;koodrive resolve&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Enter a whole number of minutes from 1 to {limit}.</source>
        <translation>请输入 1 到 {limit} 之间的整数分钟数。</translation>
    </message>
    <message>
        <source>Enter the AppId and the AppSecret.</source>
        <translation>请输入 AppId 和 AppSecret。</translation>
    </message>
    <message>
        <source>Enter the AppId.</source>
        <translation>请输入 AppId。</translation>
    </message>
    <message>
        <source>Enter the AppSecret.</source>
        <translation>请输入 AppSecret。</translation>
    </message>
    <message>
        <source>Enter the ID (primary key) of the shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the ID of the owner&apos;s personal space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the account, or its mobile number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of the proxy, such as http://proxy.example.com:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the folder that holds the folders to collect from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the group ID of the shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of the account&apos;s carrier.</source>
        <translation>请输入账号所属运营商的名称。</translation>
    </message>
    <message>
        <source>Enter the password of the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the user&apos;s ID on KooDrive.</source>
        <translation>请输入用户在 KooDrive 上的 ID。</translation>
    </message>
    <message>
        <source>Enter the whole path of the file, or choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {number} deletes it right now, or its answer was lost. Find out first what became of that.</source>
        <translation>记录 {number} 正在删除该内容，或未收到响应。请先查明结果。</translation>
    </message>
    <message>
        <source>Entry {number} has its outcome already ({outcome}).</source>
        <translation>记录 {number} 已有结果（{outcome}）。</translation>
    </message>
    <message>
        <source>Entry {number} is not in it.</source>
        <translation>其中没有记录 {number}。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 created, or the dry run is clean; 1 refused; 2 usage or bad input, nothing was sent;
3 something is unknown: look with &apos;koodrive resolve&apos; before you send it again; 4 not sent; 5 sign-in needed;
6 held back, as it exists or may exist, or kept, as it may not be taken back; 7 the history cannot be written, nothing
was sent; 130 interrupted. Of several, the first of 7, 3, 5, 4, 6, 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File {path} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File {path} is a directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File {path} is not readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the sheet Rows: one row for each album or shared folder. Only that sheet is read.</source>
        <translation>请填写工作表“Rows”：每个相册或共享文件夹占一行。只读取该工作表。</translation>
    </message>
    <message>
        <source>Find out what became of ATTEMPT, or of all creates and deletes of the connection whose outcome is unknown.

Reads the service&apos;s lists, several times within about a minute, as a list may show late what was made; nothing is
sent again. What the lists do not decide is for you to decide: look at the objects that may be meant, and say
--adopt ID or --not-made. A wrong --not-made leads to a second one of the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out what became of it: koodrive resolve {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out what became of lost requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder ID (primary key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of all files of KooDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder that holds all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to collect from; 1 to 30, one each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a shared album: the ref, or the line number, of the row with its shared folder in this table. Its IDs are put in once it is made; leave groupId and shareFolderId empty.</source>
        <translation>共享相册：其共享文件夹在此表格中的自定义标识（ref）或行号。共享文件夹创建后会自动填入 ID；groupId 和 shareFolderId 请留空。</translation>
    </message>
    <message>
        <source>For the service&apos;s support, use the details in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of the token in the Authorization header; for app_signature the input is AppId:AppSecret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in the service&apos;s list at {time}: it matches the request, is new since then, and is the only one.</source>
        <translation>{time} 在服务的列表中找到：与请求相符，为此后新增，且是唯一的一个。</translation>
    </message>
    <message>
        <source>Found in the service&apos;s list at {time}: its answer could not be trusted, but named the ID {object_id}, and the list shows that.</source>
        <translation>{time} 在服务的列表中找到：响应不可信，但其中给出了 ID {object_id}，列表中有该 ID。</translation>
    </message>
    <message>
        <source>Found in the service&apos;s list at {time}: {count} match the request and are new since then, just as many as there were requests.</source>
        <translation>{time} 在服务的列表中找到：有 {count} 个与请求相符，均为此后新增，且个数与请求数一致。</translation>
    </message>
    <message>
        <source>From here on, more than {limit} albums of this table are in one shared folder.</source>
        <translation>从此行起，此表格中同一共享文件夹的相册超过 {limit} 个。</translation>
    </message>
    <message>
        <source>From this day or time on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full-width characters were replaced by ordinary ones.</source>
        <translation>已将全角字符替换为半角字符。</translation>
    </message>
    <message>
        <source>Give a number of requests a second above 0, up to 1000, or &apos;none&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with BATCH, a number of &apos;koodrive batch list&apos;, where it has paused.

Rows that were in flight are looked for first, and are not sent again before it is known that nothing was made.
Without --connection the batch&apos;s own connection is used; another service or user is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a batch that has paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it: koodrive batch resume {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it: koodrive undo --batch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group ID of the shared folder, with --share-folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group ID: shown when the shared folder was created, and in the history.</source>
        <translation>群组 ID：创建共享文件夹时显示，历史记录中也有。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>How it gets its pictures: by hand, or from folders. Default: collection with --dir, else manual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the ID of a shared folder is sent that is taken back: in a list, or as a text alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID of the folder that holds all of them.</source>
        <translation>包含这些文件夹的父文件夹 ID。</translation>
    </message>
    <message>
        <source>ID of the owner&apos;s personal space.</source>
        <translation>所有者的个人空间 ID。</translation>
    </message>
    <message>
        <source>ID {position} has spaces or is empty. Correct it.</source>
        <translation>第 {position} 个 ID 包含空格或为空。请修正。</translation>
    </message>
    <message>
        <source>ID {position}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that is refused, too, the token or the user is the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>当前使用</translation>
    </message>
    <message>
        <source>Input method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Interrupted. What is in flight gets 10 s for its answer; interrupt again to end at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid value for {name}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to another service or user</source>
        <translation>该内容属于其他服务或用户</translation>
    </message>
    <message>
        <source>It cannot be taken back</source>
        <translation>无法撤回</translation>
    </message>
    <message>
        <source>It cannot be told whether this is an album or a shared folder. Fill in the column kind.</source>
        <translation>无法判断这是相册还是共享文件夹。请填写 kind 列。</translation>
    </message>
    <message>
        <source>It collects only some of the same folders.</source>
        <translation>收录范围只有部分相同。</translation>
    </message>
    <message>
        <source>It could not be found out: {reason}. You can still type the space ID.</source>
        <translation>未能查明：{reason}。仍可直接输入空间 ID。</translation>
    </message>
    <message>
        <source>It could not be read what is there now: {reason}. Nothing is deleted before that is known. Try again.</source>
        <translation>无法读取当前状态：{reason}。查明之前不会删除任何内容。请重试。</translation>
    </message>
    <message>
        <source>It declined, or its question was dismissed. Nothing is sure to have changed in it. Try again, or keep the token for this session only.</source>
        <translation>密钥环拒绝了操作，或其提示已关闭，无法确定内容是否已更改。请重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>It did not answer in time. Check your network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not take the connection. Check the service address and your network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not come to an end. Nothing was changed.</source>
        <translation>列表始终读不到末尾。未做任何更改。</translation>
    </message>
    <message>
        <source>It does not prove that something was not created. Nothing was changed.</source>
        <translation>不能据此证明未创建。未做任何更改。</translation>
    </message>
    <message>
        <source>It does not say who signed in.</source>
        <translation>响应未说明登录的是哪个用户。</translation>
    </message>
    <message>
        <source>It ended with an error that KooDesk does not know ({kind}). Nothing is sure to have changed in it. Try again, or keep the token for this session only.</source>
        <translation>密钥环因 KooDesk 无法识别的错误（{kind}）而结束，无法确定内容是否已更改。请重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>It gathers from other folders than it was created with. Nothing is deleted that somebody has changed. Look into it in KooDrive.</source>
        <translation>收录范围与创建时不同。有人更改过的内容不会删除。请在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>It has changed since you were asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has format {version}, and this KooDesk knows format {known}. Nothing was changed. Update KooDesk, or use another data directory.</source>
        <translation>列表的格式为 {version}，此 KooDesk 支持的格式为 {known}。未做任何更改。请更新 KooDesk，或使用其他数据目录。</translation>
    </message>
    <message>
        <source>It has {length} characters, and {keyring} takes at most {limit}. Ask for a shorter token, or keep it for this session only.</source>
        <translation>令牌有 {length} 个字符，{keyring} 最多接受 {limit} 个。请申请较短的令牌，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>It is a collection album: it gathers pictures from folders, none so far. Whether deleting an album that has gathered some touches the files is not documented.</source>
        <translation>这是收录相册，从文件夹收录图片，目前尚未收录。文档未说明删除收录过图片的相册是否影响文件。</translation>
    </message>
    <message>
        <source>It is being deleted right now; the answer to that comes first.</source>
        <translation>正在删除，请先等待其响应。</translation>
    </message>
    <message>
        <source>It is being taken back already</source>
        <translation>正在撤回</translation>
    </message>
    <message>
        <source>It is empty. Name a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the list already.</source>
        <translation>该连接已在列表中。</translation>
    </message>
    <message>
        <source>It is listed under another name.</source>
        <translation>列表中的名称不同。</translation>
    </message>
    <message>
        <source>It is no longer in the list. Add it as a new one.</source>
        <translation>该连接已不在列表中。请作为新连接添加。</translation>
    </message>
    <message>
        <source>It is not known in which space to create it</source>
        <translation>未指定在哪个空间中创建</translation>
    </message>
    <message>
        <source>It is not known when it was created.</source>
        <translation>创建时间不明。</translation>
    </message>
    <message>
        <source>It is not known whether the session was renewed. KooDesk keeps the tokens that it has; if the service no longer accepts them, sign in again.</source>
        <translation>无法确定登录会话是否已续期。KooDesk 会保留现有令牌；如果服务不再接受，请重新登录。</translation>
    </message>
    <message>
        <source>It is the table itself. Name another file.</source>
        <translation>这是表格文件本身。请指定其他文件。</translation>
    </message>
    <message>
        <source>It is wrong, has expired, or is sent in the wrong form. Paste a fresh token, or choose another authorization format.</source>
        <translation>令牌有误、已失效，或发送格式不对。请粘贴新令牌，或选择其他 Authorization 格式。</translation>
    </message>
    <message>
        <source>It may have been created after all</source>
        <translation>可能其实已经创建成功</translation>
    </message>
    <message>
        <source>It may have been created already</source>
        <translation>可能已经创建过</translation>
    </message>
    <message>
        <source>It may have been created anyway. Do not send it again before it is known what became of it.</source>
        <translation>可能已经创建成功；查明结果之前，请勿重新发送。</translation>
    </message>
    <message>
        <source>It may have been taken back anyway. Do not take it back again before it is known what became of it.</source>
        <translation>可能已经撤回；查明结果之前，请勿再次撤回。</translation>
    </message>
    <message>
        <source>It may not be set up yet, or the question for a password was dismissed. Set up the keyring and try again, or keep the token for this session only.</source>
        <translation>密钥环可能尚未设置，或密码提示已关闭。请设置密钥环后重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>It says: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took it away without an error, but still gives it back. Remove the entry for KooDesk with the program of your keyring.</source>
        <translation>密钥环删除令牌时未报错，但仍会返回该令牌。请用密钥环的管理程序移除 KooDesk 的条目。</translation>
    </message>
    <message>
        <source>It took the token without an error, but did not give the same one back. Try again, or keep the token for this session only.</source>
        <translation>密钥环接收令牌时未报错，但读回的内容不一致。请重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>It was asked for what the user {user} has created, and names only others. Check the user ID and the token of the connection.</source>
        <translation>请求的是用户 {user} 创建的内容，列表中却只有其他用户的。请检查连接的用户 ID 和令牌。</translation>
    </message>
    <message>
        <source>It was created at another time.</source>
        <translation>创建时间不同。</translation>
    </message>
    <message>
        <source>It was created at {address} as the user {user}. Use a connection for that to take it back.</source>
        <translation>该内容由用户 {user} 在 {address} 创建。请使用相应的连接撤回。</translation>
    </message>
    <message>
        <source>It was gone already at {time}: nothing was sent.</source>
        <translation>{time} 时已不存在：未发送任何请求。</translation>
    </message>
    <message>
        <source>It was not created</source>
        <translation>未创建</translation>
    </message>
    <message>
        <source>It was not taken back</source>
        <translation>未撤回</translation>
    </message>
    <message>
        <source>It was not unlocked, or the question for its password was dismissed. Unlock it and try again, or keep the token for this session only.</source>
        <translation>密钥环未解锁，或密码提示已关闭。请解锁后重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>操作在完成前已停止。</translation>
    </message>
    <message>
        <source>It was taken back already</source>
        <translation>已经撤回</translation>
    </message>
    <message>
        <source>It was taken back at {time} already.</source>
        <translation>已于 {time} 撤回。</translation>
    </message>
    <message>
        <source>It would pause: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address cannot be understood. Correct it in the connection.</source>
        <translation>无法识别其地址。请在连接中修正。</translation>
    </message>
    <message>
        <source>Its answer named the ID {leads}, which the list does not show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer was lost, and the service does not have it. It can be sent again.</source>
        <translation>未收到响应，服务中也没有该内容，可以重新发送。</translation>
    </message>
    <message>
        <source>Its answer was lost, and the service has it still. It can be taken back again.</source>
        <translation>未收到响应，服务中仍有该内容，可以再次撤回。</translation>
    </message>
    <message>
        <source>Its certificate could not be verified. Check the service address, and your company&apos;s proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate is for another name than the service address. Correct the service address; if it is right, something else answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate is self-signed. If the service is your own, choose that certificate as the CA file in the connection under Advanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder (line {line}) was not created.</source>
        <translation>所属共享文件夹（第 {line} 行）未创建。</translation>
    </message>
    <message>
        <source>Its name has to end in .csv or .xlsx.</source>
        <translation>文件名须以 .csv 或 .xlsx 结尾。</translation>
    </message>
    <message>
        <source>Its name is spelt a little differently.</source>
        <translation>名称的写法略有不同。</translation>
    </message>
    <message>
        <source>Its name is “{listed}” now; it was created as “{sent}”. Nothing is deleted that somebody has renamed. Look into it in KooDrive.</source>
        <translation>当前名称为“{listed}”，创建时为“{sent}”。有人改过名的内容不会删除。请在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>Its question may still be open: once it is answered, what was asked for may still happen. Then try again, or keep the token for this session only.</source>
        <translation>密钥环的提示可能仍未关闭：一旦回应，之前的操作仍可能执行。请随后重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>Journal mode</source>
        <translation>数据库日志模式</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk does not know the keyring of this computer</source>
        <translation>KooDesk 无法识别本机的密钥环</translation>
    </message>
    <message>
        <source>KooDesk ended before the answer came</source>
        <translation>KooDesk 在收到响应前已关闭</translation>
    </message>
    <message>
        <source>KooDesk ended unexpectedly last time. Requests that were under way then are in the history with an unknown outcome. Where it happened is in {path}; Help &gt; Support bundle… collects it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk goes by the service&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk goes by the service&apos;s; set yours right when you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk had an error of its own; the log file has the details. Go on to try again.</source>
        <translation>KooDesk 自身出错，详情见日志文件。继续即可重试。</translation>
    </message>
    <message>
        <source>KooDesk has none. Ask the operator of the service for an address that works without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk has taken over the service&apos;s time, so that the next try can work; set the clock right when you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk looked into the service&apos;s list several times, last at {time}: what was asked for is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KooDesk looked several times, last at {time}: the service has it still, so it was not taken back.</source>
        <translation>KooDesk 已查找多次，最近一次在 {time}：服务中仍有该内容，因此未撤回。</translation>
    </message>
    <message>
        <source>KooDesk stopped waiting after {seconds:g} seconds. Look for a window that asks for the password of the keyring: once it is answered, what was asked for may still happen. Then try again, or keep the token for this session only.</source>
        <translation>KooDesk 已等待 {seconds:g} 秒，不再等待。请查找要求输入密钥环密码的窗口：一旦回应，之前的操作仍可能执行。然后重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>KooDesk stopped waiting for the keyring</source>
        <translation>KooDesk 已停止等待密钥环</translation>
    </message>
    <message>
        <source>KooDesk was interrupted while it waited for the answer</source>
        <translation>KooDesk 在等待响应时中断</translation>
    </message>
    <message>
        <source>KooDrive answers there.</source>
        <translation>该地址的响应来自 KooDrive。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the service&apos;s answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of what people read; that of the locale (LANG) without it. JSON stays English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned at</source>
        <translation>获知时间</translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line breaks and invisible characters were removed.</source>
        <translation>已去除换行和不可见字符。</translation>
    </message>
    <message>
        <source>Line {line} has more than a million characters. This is no table.</source>
        <translation>第 {line} 行超过 100 万个字符，这不是表格。</translation>
    </message>
    <message>
        <source>Line {line} has more than {limit} cells. Remove the columns that are not needed.</source>
        <translation>第 {line} 行超过 {limit} 个单元格。请删除不需要的列。</translation>
    </message>
    <message>
        <source>Line {line} has the same name, or one that looks the same.</source>
        <translation>第 {line} 行的名称与此相同，或看起来相同。</translation>
    </message>
    <message>
        <source>Line {line} has the same ref “{ref}”. Give each row its own.</source>
        <translation>第 {line} 行的自定义标识也是“{ref}”。请为每行填写不同的自定义标识。</translation>
    </message>
    <message>
        <source>Line {line} is no shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} is the same: this would make it twice.</source>
        <translation>第 {line} 行与此相同，会造成重复创建。</translation>
    </message>
    <message>
        <source>List, test, add and remove connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List, test, add and remove the stored connections, which the window of KooDesk uses, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what the batch has created …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for up to {seconds} s for what became of it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for up to {seconds} s for what became of {count} lost deletions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for up to {seconds} s for what {count} lost rows have made …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for what {count} lost requests have done …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room in the space, or have it enlarged by its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing argument {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing option {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME and --connection name different connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of a stored connection; its token is in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is connected. Connect one, then choose from its shared folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer could be had from this address. Check your network and the service address, then test again.</source>
        <translation>此地址没有响应。请检查网络和服务地址，然后重新测试。</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection is named</source>
        <translation>未指定连接</translation>
    </message>
    <message>
        <source>No connection is stored. Add one with &apos;koodrive connections add&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heading was found: the first row has to name the columns, such as name, type and albumKind. Add it, or fill in the template.</source>
        <translation>未找到表头：首行须为列名，例如 name、type 和 albumKind。请添加表头，或改为填写模板。</translation>
    </message>
    <message>
        <source>No proxy, that of the environment, or an HTTP proxy by its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request can be made of this row. Correct it and check it again.</source>
        <translation>无法根据此行生成请求。请修正后重新检查。</translation>
    </message>
    <message>
        <source>No row has the ref or the line “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row tells the IDs of the folder “{key}”.</source>
        <translation>没有任何行提供共享文件夹“{key}”的 ID。</translation>
    </message>
    <message>
        <source>No secure connection to the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such command {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such command {name}. (Did you mean one of: {known}?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such command {name}. Did you mean {known}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such command. &apos;koodrive&apos; has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such option {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such option {name}. (Did you mean one of: {known}?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such option {name}. Did you mean {known}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trustworthy answer came back</source>
        <translation>未收到可信的响应</translation>
    </message>
    <message>
        <source>Nobody has confirmed it. Add --yes, or look first with --dry-run.</source>
        <translation>尚未确认。请添加 --yes，或先用 --dry-run 查看。</translation>
    </message>
    <message>
        <source>Nobody has confirmed it. Add --yes.</source>
        <translation>尚未确认。请添加 --yes。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None that network programs look at</source>
        <translation>未设置网络程序会读取的变量</translation>
    </message>
    <message>
        <source>None: keys and dead keys only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: plain http, on this computer only</source>
        <translation>无：明文 HTTP，仅限本机</translation>
    </message>
    <message>
        <source>Not allowed in a name: {characters}. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed in a name: {characters}. Remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything was read. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the service&apos;s list any more at {time}: it was taken back.</source>
        <translation>{time} 时已不在服务的列表中：已撤回。</translation>
    </message>
    <message>
        <source>Not in the service&apos;s list at {time}, which was not whole: {reason}.</source>
        <translation>{time} 时不在服务的列表中，但列表不完整：{reason}。</translation>
    </message>
    <message>
        <source>Not in the service&apos;s list at {time}. It may appear there a little later.</source>
        <translation>{time} 时不在服务的列表中，可能稍后才会出现。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Not learned yet; KooDesk goes by the clock of this computer</source>
        <translation>尚未获知；KooDesk 以本机时间为准</translation>
    </message>
    <message>
        <source>Not needed on this computer.</source>
        <translation>访问本机，无需此步。</translation>
    </message>
    <message>
        <source>Not reached.</source>
        <translation>未执行到此步。</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Not taken back: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here keeps a token safe, so none was stored or read. Start or install a keyring and try again, or keep the token for this session only.</source>
        <translation>本机无法安全保存令牌，因此未保存也未读取任何令牌。请启动或安装密钥环后重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>Nothing is in the album.</source>
        <translation>相册中没有内容。</translation>
    </message>
    <message>
        <source>Nothing is in the folder, it is yours, and nobody else has joined it.</source>
        <translation>文件夹中没有内容，归您所有，也没有其他人加入。</translation>
    </message>
    <message>
        <source>Nothing is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Pause the batch first, then change its rows.</source>
        <translation>未做任何更改。请先暂停批次，再更改其中的行。</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again.</source>
        <translation>未做任何更改。请重新登录。</translation>
    </message>
    <message>
        <source>Nothing was changed. Test again whenever you like.</source>
        <translation>未做任何更改。可随时重新测试。</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or check the service address of the connection.</source>
        <translation>未做任何更改。请重试，或检查连接的服务地址。</translation>
    </message>
    <message>
        <source>Nothing was created by this request. Choose another name, or look into the history.</source>
        <translation>此请求未创建任何内容。请更换名称，或查看历史记录。</translation>
    </message>
    <message>
        <source>Nothing was created by this request. The name is probably taken by your own one of {time}, whose answer was lost. Find out what became of that before you choose another name.</source>
        <translation>此请求未创建任何内容。名称很可能已被您于 {time} 发出的请求占用，该请求当时未收到响应。请先查明结果，再更换名称。</translation>
    </message>
    <message>
        <source>Nothing was created, and nothing was sent on to the other address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read. Check --data-dir.</source>
        <translation>未读取任何内容。请检查 --data-dir。</translation>
    </message>
    <message>
        <source>Nothing was sent, and none is stored. Add one with &apos;koodrive connections add&apos;, or give --service-address, --user-id and --token-stdin, or rehearse with --sandbox.</source>
        <translation>未发送任何请求，也没有已保存的连接。请用“koodrive connections add”添加，或给出 --service-address、--user-id 和 --token-stdin，也可用 --sandbox 演练。</translation>
    </message>
    <message>
        <source>Nothing was sent, as rows are doubtful. Confirm them (--again), or give --ready-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, as rows are doubtful. Give --ready-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, as rows have problems. Mend them, or give --ready-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, because it could not be written down first. Open the history again.</source>
        <translation>未发送任何请求，因为无法事先写入历史记录。请重新打开历史记录。</translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing was created. Send it whenever you like.</source>
        <translation>未发送任何请求，因此未创建任何内容。可随时发送。</translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何请求。</translation>
    </message>
    <message>
        <source>Nothing was sent. &apos;koodrive history --kind folder&apos; lists them; one that was created elsewhere is named with --group and --share-folder.</source>
        <translation>未发送任何请求。可用“koodrive history --kind folder”列出；其他来源的共享文件夹请用 --group 和 --share-folder 指定。</translation>
    </message>
    <message>
        <source>Nothing was sent. Another window or command runs this batch; wait for it, or pause it there.</source>
        <translation>未发送任何请求。另一个窗口或命令正在执行此批次；请等待其完成，或在该处暂停。</translation>
    </message>
    <message>
        <source>Nothing was sent. Correct the marked fields.</source>
        <translation>未发送任何请求。请修正标出的字段。</translation>
    </message>
    <message>
        <source>Nothing was sent. Entry {number} deletes it right now, or its answer was lost. Find out first what became of that.</source>
        <translation>未发送任何请求。记录 {number} 正在删除该内容，或未收到响应。请先查明结果。</translation>
    </message>
    <message>
        <source>Nothing was sent. Entry {number} has created nothing, or that is not known yet.</source>
        <translation>未发送任何请求。记录 {number} 未创建任何内容，或结果未知。</translation>
    </message>
    <message>
        <source>Nothing was sent. Entry {number} has deleted it.</source>
        <translation>未发送任何请求。该内容已由记录 {number} 删除。</translation>
    </message>
    <message>
        <source>Nothing was sent. Entry {number} was created at {address} as the user {user}. Use a connection for that.</source>
        <translation>未发送任何请求。记录 {number} 的内容由用户 {user} 在 {address} 创建。请使用相应的连接。</translation>
    </message>
    <message>
        <source>Nothing was sent. Give both IDs with --group and --share-folder.</source>
        <translation>未发送任何请求。请用 --group 和 --share-folder 给出两个 ID。</translation>
    </message>
    <message>
        <source>Nothing was sent. Give it from a file: koodrive … --token-stdin &lt; FILE</source>
        <translation>未发送任何请求。请从文件提供令牌：koodrive … --token-stdin &lt; FILE</translation>
    </message>
    <message>
        <source>Nothing was sent. Help: {path} --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Its rows that were not created: koodrive batch results {number} --remaining FILE</source>
        <translation>未发送任何请求。未创建的行可用以下命令取得：koodrive batch results {number} --remaining FILE</translation>
    </message>
    <message>
        <source>Nothing was sent. Known are: {names}.</source>
        <translation>未发送任何请求。现有连接：{names}。</translation>
    </message>
    <message>
        <source>Nothing was sent. Name one by its ID: {ids}.</source>
        <translation>未发送任何请求。请用 ID 指定其中一个：{ids}。</translation>
    </message>
    <message>
        <source>Nothing was sent. Name one of them with --connection: {names}.</source>
        <translation>未发送任何请求。请用 --connection 指定其中一个：{names}。</translation>
    </message>
    <message>
        <source>Nothing was sent. Name one with --space: {spaces}.</source>
        <translation>未发送任何请求。请用 --space 指定其中一个：{spaces}。</translation>
    </message>
    <message>
        <source>Nothing was sent. None is stored; add one with &apos;koodrive connections add&apos;.</source>
        <translation>未发送任何请求。没有已保存的连接；请用“koodrive connections add”添加。</translation>
    </message>
    <message>
        <source>Nothing was sent. One that looks the same, “{name}”, left at {time}, and its outcome is unknown. Sending this one may make a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. One that looks the same, “{name}”, was created at {time}: {object_id}. Change something, or say that you want one more that looks the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Put it on its first line: koodrive … --token-stdin &lt; FILE</source>
        <translation>未发送任何请求。请将令牌放在第一行：koodrive … --token-stdin &lt; FILE</translation>
    </message>
    <message>
        <source>Nothing was sent. Rows of this batch were sent to {address} as user {user}; use that connection.</source>
        <translation>未发送任何请求。此批次的行已由用户 {user} 发送到 {address}；请使用该连接。</translation>
    </message>
    <message>
        <source>Nothing was sent. Sign in again, or paste a token.</source>
        <translation>未发送任何请求。请重新登录，或粘贴令牌。</translation>
    </message>
    <message>
        <source>Nothing was sent. The history has no ID of it that can be used.</source>
        <translation>未发送任何请求。历史记录中没有可用的 ID。</translation>
    </message>
    <message>
        <source>Nothing was sent. The same request created {object_id} at {time}. Change something, or say that you want one more with the same content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. The same request left at {time} and seemed to have created nothing, but KooDesk could not read the service&apos;s list once more: {reason}.</source>
        <translation>未发送任何请求。相同的请求已于 {time} 发出，当时似乎未创建任何内容，但 KooDesk 未能再次读取服务的列表：{reason}。</translation>
    </message>
    <message>
        <source>Nothing was sent. The same request left at {time} and seemed to have created nothing, but the service&apos;s list shows something that it may have created late.</source>
        <translation>未发送任何请求。相同的请求已于 {time} 发出，当时似乎未创建任何内容，但服务的列表中有疑似其延迟创建的内容。</translation>
    </message>
    <message>
        <source>Nothing was sent. The same request left at {time}, and its outcome is unknown. Sending it again may make a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. The service names no space of this user; give its ID with --space.</source>
        <translation>未发送任何请求。服务未给出此用户的空间；请用 --space 给出空间 ID。</translation>
    </message>
    <message>
        <source>Nothing was sent. The service&apos;s list showed “{name}” at {time} already. Choose another name, or say that you want one more of the same name.</source>
        <translation>未发送任何请求。{time} 时服务的列表中已有“{name}”。请更换名称，或确认要再创建一个同名的。</translation>
    </message>
    <message>
        <source>Nothing was sent. The service&apos;s list showed “{name}” before, but not at {time}. It may have been removed, or the list may not be whole. Choose another name, or say that you want one more of the same name.</source>
        <translation>未发送任何请求。服务的列表中曾有“{name}”，但 {time} 时没有。可能已删除，也可能列表不完整。请更换名称，或确认要再创建一个同名的。</translation>
    </message>
    <message>
        <source>Nothing was sent. The service&apos;s list shows “{name}” already. Choose another name, or say that you want one more of the same name.</source>
        <translation>未发送任何请求。服务的列表中已有“{name}”。请更换名称，或确认要再创建一个同名的。</translation>
    </message>
    <message>
        <source>Nothing was sent. Wait until that has ended, or pause it first.</source>
        <translation>未发送任何请求。请等待撤回结束，或先将其暂停。</translation>
    </message>
    <message>
        <source>Nothing was sent. Watch it: koodrive batch show {number} --follow</source>
        <translation>未发送任何请求。可用以下命令查看进度：koodrive batch show {number} --follow</translation>
    </message>
    <message>
        <source>Nothing was sent. {problems}</source>
        <translation>未发送任何请求。{problems}</translation>
    </message>
    <message>
        <source>Nothing was sent. {reason}</source>
        <translation>未发送任何请求。{reason}</translation>
    </message>
    <message>
        <source>Nothing was sent. {remedy}, or give a token on standard input with --token-stdin.</source>
        <translation>未发送任何请求。{remedy}，或用 --token-stdin 从标准输入提供令牌。</translation>
    </message>
    <message>
        <source>Nothing was sent: another KooDesk is renewing it. Try again in a minute.</source>
        <translation>未发送任何请求：另一个 KooDesk 正在续期。请过一分钟重试。</translation>
    </message>
    <message>
        <source>Nothing was stored. Put it on a line of its own, behind that of the token.</source>
        <translation>未保存任何内容。请将密码单独写在令牌之后的一行。</translation>
    </message>
    <message>
        <source>Nothing was stored. {problems}</source>
        <translation>未保存任何内容。{problems}</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>未撤回任何内容</translation>
    </message>
    <message>
        <source>Nothing was taken back by this request. It may be gone already: look at the list of the service.</source>
        <translation>此请求未撤回任何内容。该内容可能已不存在，请查看服务的列表。</translation>
    </message>
    <message>
        <source>Nothing was taken back, and nothing was sent on to the other address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken back. This batch was sent to {address} as user {user}; use that connection.</source>
        <translation>未撤回任何内容。此批次的行已由用户 {user} 发送到 {address}；请使用该连接。</translation>
    </message>
    <message>
        <source>One character is broken and cannot be sent. Type it again.</source>
        <translation>有一个字符已损坏，无法发送。请重新输入。</translation>
    </message>
    <message>
        <source>One more is created with --again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of this name was asked for at {time}, and its outcome is not known.</source>
        <translation>同名的请求已于 {time} 发出，结果未知。</translation>
    </message>
    <message>
        <source>One of this name was created at {time}: {object_id}.</source>
        <translation>同名对象已于 {time} 创建：{object_id}。</translation>
    </message>
    <message>
        <source>One that looks the same was created a moment ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a shared album can be in a shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only albums, or only shared folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only creates that were taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only creates, or only deletes: those take a create back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only family shared folders can be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only its owner may: check the user ID of the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only spaces here. Enter the account, or leave it empty.</source>
        <translation>此处只有空格。请输入账号，或留空。</translation>
    </message>
    <message>
        <source>Only those of this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those that ended so; several times for several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count} entries of the service&apos;s list were looked at before it was sent, as it could not be read to its end in time. The name may be taken in the rest.</source>
        <translation>发送前未能及时读完服务的列表，只查看了其中 {count} 个。名称可能已被其余对象占用。</translation>
    </message>
    <message>
        <source>Only {found} was found, where the token would not be safe as far as KooDesk knows, so it is not used. If it is your password manager, trust it in Diagnostics; otherwise start or install another keyring, or keep the token for this session only.</source>
        <translation>仅找到 {found}；据 KooDesk 所知，存放其中的令牌并不安全，因此不使用。如果这是您的密码管理器，请在“诊断信息”中信任；否则启动或安装其他密钥环，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>Only {found} was found, where the token would not be safe, so it is not used. Start or install a keyring and try again, or keep the token for this session only.</source>
        <translation>仅找到 {found}，存放其中的令牌并不安全，因此不使用。请启动或安装密钥环后重试，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>Opened again at {time}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option {name} does not take a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option {name} requires an argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional. ID of the space that the folders are in.</source>
        <translation>选填。这些文件夹所在空间的 ID。</translation>
    </message>
    <message>
        <source>Optional; up to 20 characters. The service may not show it back.</source>
        <translation>选填；最多 20 个字符。服务可能不会返回此名称。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or it is gone already: look at the list of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file of authorities that are trusted besides those of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of this entry can no longer be read: the history file is damaged.</source>
        <translation>此记录有部分内容已无法读取：历史记录文件已损坏。</translation>
    </message>
    <message>
        <source>Paste a new token, then continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the access token.</source>
        <translation>请粘贴访问令牌。</translation>
    </message>
    <message>
        <source>Paste the token without “Bearer” in front; KooDesk adds the right prefix.</source>
        <translation>请粘贴令牌，前面不带“Bearer”；KooDesk 会添加正确的前缀。</translation>
    </message>
    <message>
        <source>Plain http stays on this computer and never takes a proxy.</source>
        <translation>明文 HTTP 仅限本机，从不使用代理服务器。</translation>
    </message>
    <message>
        <source>Plain http stays on this computer and never takes a proxy. Choose “No proxy”.</source>
        <translation>明文 HTTP 仅限本机，从不使用代理服务器。请选择“不使用代理服务器”。</translation>
    </message>
    <message>
        <source>Primary key of the shared folder, a number; not its file ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print all batches of the history, the newest first, also those of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print all batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print all columns as CSV for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print everything about one create.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print everything that the history keeps about ATTEMPT, request and answer included, without secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the result as JSON, one object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the stored connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the stored connections; tokens are in the keyring, and are not printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the user, the service, whether the token is accepted, and the user&apos;s spaces.

Asks the service for one shared folder and the space; nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print user, service, token and spaces of a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what became of each row of BATCH, in the order of the file, or write it into files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what became of each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what was asked of the service, the newest first: creates, and deletes that took creates back.

Needs no connection; with --connection only that one&apos;s entries are printed. Times of --since and --until are local.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what was asked of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print where BATCH stands, and the rows that were not created; the exit code is that of its rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print where a batch stands, or watch it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理服务器</translation>
    </message>
    <message>
        <source>Quotes, brackets, spaces or invisible characters around it were removed.</source>
        <translation>已去除前后的引号、括号、空格或不可见字符。</translation>
    </message>
    <message>
        <source>Read its password from standard input, behind the token&apos;s line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the token from the first line of standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the service has …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse on a KooDrive on this computer; nothing real is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a connection and its secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the connection NAME and its secrets from the keyring. History and service stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the connection “{name}” and its secrets?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed the connection “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} of the batch is being sent, was created or was left out, so it was not sent once more.</source>
        <translation>批次的第 {row} 行正在发送、已创建或已排除，因此未再次发送。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of it were sent, so it belongs to the history and is not removed.</source>
        <translation>其中有行已发送，因此批次属于历史记录，不能移除。</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>是否安全</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>Say what to take back: koodrive undo ATTEMPT, or koodrive undo --batch N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which attempt is meant: koodrive resolve ATTEMPT --not-made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>安全连接（TLS）</translation>
    </message>
    <message>
        <source>Sent with each request</source>
        <translation>随每个请求发送</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Service&apos;s time</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>Set, and ignored</source>
        <translation>已设置，忽略</translation>
    </message>
    <message>
        <source>Set, and obeyed</source>
        <translation>已设置，采用</translation>
    </message>
    <message>
        <source>Shared album: the group ID of its shared folder.</source>
        <translation>共享相册：其共享文件夹的群组 ID。</translation>
    </message>
    <message>
        <source>Shared album: the primary key of its shared folder, a number; not its file ID, which begins with F.</source>
        <translation>共享相册：其共享文件夹的主键，为数字；不是以 F 开头的文件 ID。</translation>
    </message>
    <message>
        <source>Shared folder of the history to put it in: its name or one of its IDs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared folder: ID of the owner&apos;s personal space. Collection: its space, optional.</source>
        <translation>共享文件夹：所有者的个人空间 ID。收录相册：所在空间的 ID，选填。</translation>
    </message>
    <message>
        <source>Shared folder: family (0), the only one; may be empty.</source>
        <translation>共享文件夹：family（0）为家庭共享，是唯一取值；可留空。</translation>
    </message>
    <message>
        <source>Shared folders wait for albums in them whose outcome is unknown. Find out what became of those, then go on.</source>
        <translation>共享文件夹在等待其中结果未知的相册。请先查明结果，再继续。</translation>
    </message>
    <message>
        <source>Sheet of a workbook; without it the first visible one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this message and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with KooDesk</source>
        <translation>请在 KooDesk 中登录</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Some services count this as an emoji ({signs}).</source>
        <translation>部分服务会将此视为表情符号（{signs}）。</translation>
    </message>
    <message>
        <source>Something answers there.</source>
        <translation>该地址有响应。</translation>
    </message>
    <message>
        <source>Something else answers there. Correct the service address; if it is right, check whether your network wants you to sign in first.</source>
        <translation>该地址的响应并非来自 KooDrive。请修正服务地址；如果地址无误，检查网络是否要求先登录。</translation>
    </message>
    <message>
        <source>Something in the request is not right</source>
        <translation>请求中有内容不正确</translation>
    </message>
    <message>
        <source>Something in the request is not right yet</source>
        <translation>请求中有内容尚需修正</translation>
    </message>
    <message>
        <source>Something is in the album: at least {count}. Nothing is deleted that somebody has filled. Look into it in KooDrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is in the folder: at least {count}. Nothing is deleted that somebody has filled. Look into it in KooDrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong with a folder</source>
        <translation>文件夹有问题</translation>
    </message>
    <message>
        <source>Something other than KooDrive answered</source>
        <translation>响应并非来自 KooDrive</translation>
    </message>
    <message>
        <source>Space that the folders are in; optional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store a connection as NAME, and its token from standard input in the keyring of the system.

Without --token-stdin the connection is stored without a token; each command then needs --token-stdin. Accounts
sign in with the window of KooDesk, which keeps their sessions in the same keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store a connection, and its token in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store one with &apos;koodrive connections add&apos; or in KooDesk</source>
        <translation>请用“koodrive connections add”或在 KooDesk 中保存令牌</translation>
    </message>
    <message>
        <source>Store the app&apos;s key with &apos;koodrive connections add&apos; or in KooDesk</source>
        <translation>请用“koodrive connections add”或在 KooDesk 中保存 AppId 和 AppSecret</translation>
    </message>
    <message>
        <source>Stored the connection “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back everything that batch N has created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was created, one or a whole batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {left} of batch {number} “{name}” at {connection}? ({counts})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {names} of {connection}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back batch {number} is stopped: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back batch {number} is {state}: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back batch {number} stops when what is in flight has ended: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test a connection step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the connection NAME step by step: address, encryption, clock, token, user, space.

Asks the service for one shared folder and the space; nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text follows the closing quote of this cell, so its end is not certain. Double the quotes inside it.</source>
        <translation>此单元格的结束引号之后还有文字，无法确定单元格在何处结束。请将单元格内的引号写成两个。</translation>
    </message>
    <message>
        <source>Text in name, ID, trace ID or connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of a column that the table lacks, for all rows, such as kind=album; repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the desktop (Wayland)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA file of the connection cannot be used</source>
        <translation>连接的 CA 证书文件无法使用</translation>
    </message>
    <message>
        <source>The IDs come from the folder in line {line}: empty this cell, or groupId and shareFolderId.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IDs of the shared folder in line {line} are not known: fill in groupId and shareFolderId.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account belongs to the user {user}. Put that back, or type the password to sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address, the user&apos;s ID or the token has a character that this shell cannot pass on.</source>
        <translation>地址、用户 ID 或令牌中有此 Shell 无法传递的字符。</translation>
    </message>
    <message>
        <source>The albums of a shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer (HTTP {status}) is not the one that the service documents.</source>
        <translation>响应（HTTP {status}）与服务的文档不符。</translation>
    </message>
    <message>
        <source>The answer contradicts itself.</source>
        <translation>响应自相矛盾。</translation>
    </message>
    <message>
        <source>The answer could not be unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not say clearly whether it worked.</source>
        <translation>响应未明确说明是否成功。</translation>
    </message>
    <message>
        <source>The answer does not tell the service&apos;s time, so the clock of this computer may be the reason as well: check that it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than any real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not in the documented form.</source>
        <translation>响应的格式与文档不符。</translation>
    </message>
    <message>
        <source>The answer names the ID {lead}; that is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer names two different IDs.</source>
        <translation>响应中有两个不同的 ID。</translation>
    </message>
    <message>
        <source>The answer says that it worked, and names what failed.</source>
        <translation>响应表示已成功，却又列出了失败的内容。</translation>
    </message>
    <message>
        <source>The answer says that it worked, but gives no ID that can be used.</source>
        <translation>响应表示已成功，但未给出可用的 ID。</translation>
    </message>
    <message>
        <source>The answers to {count} rows in a row were lost. They may have been created and are not sent again before that is known.</source>
        <translation>连续 {count} 行未收到响应。可能已经创建成功；查明结果之前不会重新发送。</translation>
    </message>
    <message>
        <source>The answers to {count} rows in a row were lost. They may have been taken back and are not sent again before that is known.</source>
        <translation>连续 {count} 行未收到响应。可能已经撤回；查明结果之前不会重新发送。</translation>
    </message>
    <message>
        <source>The apostrophe in front, which marks a text for spreadsheets, was removed.</source>
        <translation>已去除开头的撇号，电子表格用此标记文本。</translation>
    </message>
    <message>
        <source>The batch belongs to another connection</source>
        <translation>批次属于其他连接</translation>
    </message>
    <message>
        <source>The batch is being taken back</source>
        <translation>批次正在撤回</translation>
    </message>
    <message>
        <source>The batch is in the history: koodrive batch results {number} --{option} FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch is running</source>
        <translation>批次正在执行</translation>
    </message>
    <message>
        <source>The batch runs already</source>
        <translation>批次已在执行</translation>
    </message>
    <message>
        <source>The batch stays</source>
        <translation>批次已保留</translation>
    </message>
    <message>
        <source>The batch was stopped</source>
        <translation>批次已停止</translation>
    </message>
    <message>
        <source>The cell holds {character}, which cannot be sent. Type the text again.</source>
        <translation>单元格中有 {character}，无法发送。请重新输入文字。</translation>
    </message>
    <message>
        <source>The cell in line {line}, column {column}, has more than {limit} characters. Shorten it, or look for a quote that is not closed.</source>
        <translation>第 {line} 行 {column} 列的单元格超过 {limit} 个字符。请缩短内容，或检查是否有引号未闭合。</translation>
    </message>
    <message>
        <source>The cells of the sheet reach from row {first} to row {last} and column {column}: too far to be read. Delete what stands far below or beside the table.</source>
        <translation>工作表的单元格从第 {first} 行延伸到第 {last} 行、{column} 列，范围过大，无法读取。请删除远在表格下方或旁边的内容。</translation>
    </message>
    <message>
        <source>The certificate store of the operating system</source>
        <translation>操作系统的证书库</translation>
    </message>
    <message>
        <source>The certificates in this file may not vouch for others. Ask for the certificate of the authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice of keyrings could not be saved</source>
        <translation>密钥环的信任设置未能保存</translation>
    </message>
    <message>
        <source>The clock of this computer is close enough; the service does not tell its time.</source>
        <translation>本机时间足够准确；服务未给出其时间。</translation>
    </message>
    <message>
        <source>The clock of this computer is correct to a second.</source>
        <translation>本机时间准确，误差不超过 1 秒。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong by {minutes} min {seconds} s, and going by the service&apos;s did not help. Correct the clock, then test again.</source>
        <translation>本机时间偏差 {minutes} 分 {seconds} 秒，以服务时间为准仍不成功。请校正本机时间，然后重新测试。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong by {minutes} min {seconds} s. KooDesk goes by the service&apos;s; correct yours when you can.</source>
        <translation>本机时间偏差 {minutes} 分 {seconds} 秒。KooDesk 以服务时间为准；请在方便时校正本机时间。</translation>
    </message>
    <message>
        <source>The clock of this computer is {minutes} min {seconds} s fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is {minutes} min {seconds} s slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column {column} is hidden in the spreadsheet.</source>
        <translation>{column} 列在电子表格中已隐藏。</translation>
    </message>
    <message>
        <source>The connection cannot be stored like this</source>
        <translation>连接的内容有误，无法保存</translation>
    </message>
    <message>
        <source>The connection cannot be used yet</source>
        <translation>连接尚不可用</translation>
    </message>
    <message>
        <source>The connection is encrypted, and the certificate was verified.</source>
        <translation>网络连接已加密，证书已通过验证。</translation>
    </message>
    <message>
        <source>The connection names it.</source>
        <translation>由此连接指定。</translation>
    </message>
    <message>
        <source>The connection takes none.</source>
        <translation>此连接不使用代理服务器。</translation>
    </message>
    <message>
        <source>The connection was lost before the answer arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was not added</source>
        <translation>连接未添加</translation>
    </message>
    <message>
        <source>The connection was not changed</source>
        <translation>连接未更改</translation>
    </message>
    <message>
        <source>The connection works</source>
        <translation>连接可用</translation>
    </message>
    <message>
        <source>The connection “{name}” was not removed</source>
        <translation>连接“{name}”未删除</translation>
    </message>
    <message>
        <source>The connections could not be read</source>
        <translation>连接无法读取</translation>
    </message>
    <message>
        <source>The connections could not be saved</source>
        <translation>连接未能保存</translation>
    </message>
    <message>
        <source>The data directory cannot be used</source>
        <translation>数据目录无法使用</translation>
    </message>
    <message>
        <source>The disk did not do what was asked with {path}. Check that it is there and has free space, and try again.</source>
        <translation>磁盘未完成对 {path} 的操作。请检查该文件是否存在、磁盘是否有可用空间，然后重试。</translation>
    </message>
    <message>
        <source>The disk is full, so {path} cannot grow. Free some space and try again.</source>
        <translation>磁盘已满，{path} 无法继续写入。请释放一些空间后重试。</translation>
    </message>
    <message>
        <source>The encoding (code page) of this text is not certain: from line {line} on it is no UTF-8, and it is not marked as UTF-16. Name its encoding: {readings}. Or save the file as “CSV UTF-8”.</source>
        <translation>无法确定此文本的编码（代码页）：从第 {line} 行起不是 UTF-8，也没有 UTF-16 标记。请指定编码：{readings}；或将文件另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>The export could not be written</source>
        <translation>导出文件无法写入</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete and cannot be read. Get it again, or save it anew in the spreadsheet.</source>
        <translation>文件已损坏或不完整，无法读取。请重新获取，或用电子表格程序重新保存。</translation>
    </message>
    <message>
        <source>The file is no longer there. Choose another, or put it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large ({size} MB); a table may have {limit} MB. Divide it.</source>
        <translation>文件过大（{size} MB），表格上限为 {limit} MB。请拆分文件。</translation>
    </message>
    <message>
        <source>The file is {path} ({reason}). Nothing was changed. Check that the disk has room and that you may write there, then try again.</source>
        <translation>文件为 {path}（{reason}）。未做任何更改。请检查磁盘空间和写入权限，然后重试。</translation>
    </message>
    <message>
        <source>The first bundle found in the usual places</source>
        <translation>常用位置中找到的第一个证书包</translation>
    </message>
    <message>
        <source>The first page of its content is empty, but the service says that there is more. Nothing is deleted. Look into it in KooDrive.</source>
        <translation>其内容的第一页为空，但服务表示还有更多内容。未删除任何内容。请在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>The first {count}; --json and --result have all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder belongs to the user {user}, and only its owner may delete it. Nothing is deleted.</source>
        <translation>文件夹归用户 {user} 所有，只有所有者可以删除。未删除任何内容。</translation>
    </message>
    <message>
        <source>The folders are nested too deep</source>
        <translation>文件夹嵌套过深</translation>
    </message>
    <message>
        <source>The gateway could not read the request</source>
        <translation>API 网关无法读取请求</translation>
    </message>
    <message>
        <source>The gateway is not set up for this request</source>
        <translation>API 网关未配置此请求</translation>
    </message>
    <message>
        <source>The heading is in line {heading}; what stands above it is not read (line {first}).</source>
        <translation>表头在第 {heading} 行；其上方的内容（第 {first} 行）不读取。</translation>
    </message>
    <message>
        <source>The history can only be read, so that the delete could not be written down first. Nothing is deleted. Use the newer KooDesk.</source>
        <translation>历史记录只读，因此无法事先写入删除操作。未删除任何内容。请使用较新版本的 KooDesk。</translation>
    </message>
    <message>
        <source>The history could not be backed up</source>
        <translation>历史记录无法备份</translation>
    </message>
    <message>
        <source>The history could not be opened</source>
        <translation>历史记录无法打开</translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>历史记录无法读取</translation>
    </message>
    <message>
        <source>The history could not be written</source>
        <translation>历史记录无法写入</translation>
    </message>
    <message>
        <source>The history has it as taken back, but the service has it still. Look into it in KooDrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has more that is not listed: only the newest of it is shown.</source>
        <translation>历史记录中还有更多不在列表中的内容：此处只显示最新的。</translation>
    </message>
    <message>
        <source>The history has no attempt {number}</source>
        <translation>历史记录中没有记录 {number}</translation>
    </message>
    <message>
        <source>The history has no batch {number}</source>
        <translation>历史记录中没有批次 {number}</translation>
    </message>
    <message>
        <source>The history has no batch {number}.</source>
        <translation>历史记录中没有批次 {number}。</translation>
    </message>
    <message>
        <source>The history has no group ID of the shared folder “{folder}”</source>
        <translation>历史记录中没有共享文件夹“{folder}”的群组 ID</translation>
    </message>
    <message>
        <source>The history has no shared folder “{folder}”</source>
        <translation>历史记录中没有共享文件夹“{folder}”</translation>
    </message>
    <message>
        <source>The history has no such row in this batch.</source>
        <translation>历史记录中，此批次没有这一行。</translation>
    </message>
    <message>
        <source>The history has {count} shared folders “{folder}”</source>
        <translation>历史记录中有 {count} 个共享文件夹“{folder}”</translation>
    </message>
    <message>
        <source>The history is closed because KooDesk is about to end.</source>
        <translation>KooDesk 即将关闭，历史记录已关闭。</translation>
    </message>
    <message>
        <source>The history is not open</source>
        <translation>历史记录未打开</translation>
    </message>
    <message>
        <source>The history lacks the group ID of its folder (row {row}).</source>
        <translation>历史记录中没有所属共享文件夹（第 {row} 行）的群组 ID。</translation>
    </message>
    <message>
        <source>The history was damaged and could not be read. It was put aside as {path}, and a new one was begun.</source>
        <translation>历史记录已损坏，无法读取，已移至 {path}，并已新建历史记录。</translation>
    </message>
    <message>
        <source>The history was damaged. {count} entries could be read and are here, {partly} of them only in part. The damaged file was kept as {path}; entries that nothing can be read of are missing here. Check the disk.</source>
        <translation>历史记录曾损坏。{count} 条记录可以读取并已保留，其中 {partly} 条不完整。损坏的文件已保存为 {path}；完全无法读取的记录已丢失。请检查磁盘。</translation>
    </message>
    <message>
        <source>The history {path} is damaged, but all of its {total} entries can be read. Export the history, and check the disk.</source>
        <translation>历史记录 {path} 已损坏，但全部 {total} 条记录均可读取。请导出历史记录，并检查磁盘。</translation>
    </message>
    <message>
        <source>The history {path} is damaged: {damaged} of {total} entries cannot be read whole. What is left of them and all other entries are shown and exported. Export the history, and check the disk.</source>
        <translation>历史记录 {path} 已损坏：{total} 条记录中有 {damaged} 条无法完整读取。其剩余内容和其他记录均会显示并导出。请导出历史记录，并检查磁盘。</translation>
    </message>
    <message>
        <source>The history {path} is damaged: {garbled} of {total} entries hold text that cannot be read; it is shown as “�”. All other entries are whole. Export the history, and check the disk.</source>
        <translation>历史记录 {path} 已损坏：{total} 条记录中有 {garbled} 条含有无法读取的文字，显示为“�”。其他记录均完整。请导出历史记录，并检查磁盘。</translation>
    </message>
    <message>
        <source>The history {path} was written by a newer KooDesk. This one shows it, but cannot add to it, and so creates nothing. Use the newer KooDesk.</source>
        <translation>历史记录 {path} 由较新版本的 KooDesk 写入。此版本只能查看，不能添加记录，因此不会创建任何内容。请使用较新版本的 KooDesk。</translation>
    </message>
    <message>
        <source>The host cannot be understood. Write it like http://proxy.example.com:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host cannot be understood. Write it like https://{example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name of the proxy is not known here</source>
        <translation>本机无法解析代理服务器的主机名</translation>
    </message>
    <message>
        <source>The host name of the service is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id of a deleted folder is sent as</source>
        <translation>删除文件夹时 id 的发送形式</translation>
    </message>
    <message>
        <source>The keyring cannot be reached</source>
        <translation>无法访问密钥环</translation>
    </message>
    <message>
        <source>The keyring cannot be used</source>
        <translation>密钥环无法使用</translation>
    </message>
    <message>
        <source>The keyring could not be opened</source>
        <translation>密钥环未能打开</translation>
    </message>
    <message>
        <source>The keyring did not answer in time</source>
        <translation>密钥环响应超时</translation>
    </message>
    <message>
        <source>The keyring did not do what was asked</source>
        <translation>密钥环未完成操作</translation>
    </message>
    <message>
        <source>The keyring did not store the token</source>
        <translation>密钥环未保存令牌</translation>
    </message>
    <message>
        <source>The keyring failed</source>
        <translation>密钥环出错</translation>
    </message>
    <message>
        <source>The keyring has no token for “{name}”</source>
        <translation>密钥环中没有“{name}”的令牌</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>密钥环已锁定</translation>
    </message>
    <message>
        <source>The keyring still holds the token</source>
        <translation>密钥环中仍有该令牌</translation>
    </message>
    <message>
        <source>The keyring still returns the old token</source>
        <translation>密钥环仍返回旧令牌</translation>
    </message>
    <message>
        <source>The keyring still waits for an answer</source>
        <translation>密钥环仍在等待回应</translation>
    </message>
    <message>
        <source>The keyring that is set for this computer could not be loaded ({kind}: {reason}). Check PYTHON_KEYRING_BACKEND and keyringrc.cfg, or keep the token for this session only.</source>
        <translation>为本机设置的密钥环无法加载（{kind}：{reason}）。请检查 PYTHON_KEYRING_BACKEND 和 keyringrc.cfg，或让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>The letters of this file are in no encoding that KooDesk knows. Save it as “CSV UTF-8”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list does not tell its name.</source>
        <translation>列表未给出名称。</translation>
    </message>
    <message>
        <source>The list does not tell which folders it collects.</source>
        <translation>列表未给出收录范围。</translation>
    </message>
    <message>
        <source>The list does not tell which space it is in.</source>
        <translation>列表未给出所在空间。</translation>
    </message>
    <message>
        <source>The list names another space.</source>
        <translation>列表中的空间不同。</translation>
    </message>
    <message>
        <source>The list names another user as its creator.</source>
        <translation>列表中的创建者不同。</translation>
    </message>
    <message>
        <source>The list of albums could not be read. No further row is sent. {why}</source>
        <translation>无法读取相册的列表，不再发送其余的行。{why}</translation>
    </message>
    <message>
        <source>The list of connections is damaged and could not be put aside</source>
        <translation>连接列表已损坏，且无法移开</translation>
    </message>
    <message>
        <source>The list of connections is from another version of KooDesk</source>
        <translation>连接列表来自其他版本的 KooDesk</translation>
    </message>
    <message>
        <source>The list of connections was damaged and could not be read. It was put aside as {path}. Add your connections again.</source>
        <translation>连接列表已损坏，无法读取，已移至 {path}。请重新添加连接。</translation>
    </message>
    <message>
        <source>The list of shared folders could not be read. No further row is sent. {why}</source>
        <translation>无法读取共享文件夹的列表，不再发送其余的行。{why}</translation>
    </message>
    <message>
        <source>The list showed it a moment ago, and does not now.</source>
        <translation>列表中刚才有，现在没有。</translation>
    </message>
    <message>
        <source>The list “{name}” in it has another form than documented.</source>
        <translation>响应中列表“{name}”的格式与文档不符。</translation>
    </message>
    <message>
        <source>The list “{name}” is not in it.</source>
        <translation>响应中没有列表“{name}”。</translation>
    </message>
    <message>
        <source>The log cannot be written</source>
        <translation>日志无法写入</translation>
    </message>
    <message>
        <source>The name begins or ends with a space. It is sent unchanged.</source>
        <translation>名称首尾有空格，将原样发送。</translation>
    </message>
    <message>
        <source>The name has invisible characters ({characters}). It is sent unchanged.</source>
        <translation>名称中有不可见字符（{characters}），将原样发送。</translation>
    </message>
    <message>
        <source>The name is not in Unicode&apos;s usual form (NFC): typed again, it may not be the same name.</source>
        <translation>名称不是 Unicode 的常用形式（NFC）：重新输入后可能不是同一个名称。</translation>
    </message>
    <message>
        <source>The name is too long for the service</source>
        <translation>名称过长，服务不接受</translation>
    </message>
    <message>
        <source>The new one was not stored. There may be a second entry for this connection: look for service {service}, user name {username} with the program of your keyring and remove it. Then try again, or keep the token for this session only.</source>
        <translation>新令牌未保存。此连接可能另有一个条目：请用密钥环的管理程序查找服务为 {service}、用户名为 {username} 的条目并移除，然后重试；也可让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>The newest part of the history was damaged and put aside as {path}. Everything before it is there; the entries of the last run may be missing.</source>
        <translation>历史记录的最新部分已损坏，已移至 {path}。此前的内容完好，上次运行的记录可能缺失。</translation>
    </message>
    <message>
        <source>The outcome of attempt {number} is &apos;{outcome}&apos;. Nothing was changed.</source>
        <translation>记录 {number} 的结果是“{outcome}”。未做任何更改。</translation>
    </message>
    <message>
        <source>The outcome of entry {number} is not open. Nothing was changed.</source>
        <translation>记录 {number} 的结果已确定。未做任何更改。</translation>
    </message>
    <message>
        <source>The owner has to activate the space, by signing in once for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner&apos;s personal space. Default: the user&apos;s only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part “data” of the answer has another form than documented.</source>
        <translation>响应中“data”部分的格式与文档不符。</translation>
    </message>
    <message>
        <source>The part “sharefolder” of the answer has another form than documented.</source>
        <translation>响应中“sharefolder”部分的格式与文档不符。</translation>
    </message>
    <message>
        <source>The password of the proxy could not be read</source>
        <translation>代理服务器的密码无法读取</translation>
    </message>
    <message>
        <source>The personal collection albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The personal manual albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port behind the colon has to be a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prefix was removed; KooDesk adds the right one.</source>
        <translation>已去除前缀，KooDesk 会添加正确的前缀。</translation>
    </message>
    <message>
        <source>The program behind it does not run or ended. Start it, or sign in to your computer again, then try again, or keep the token for this session only.</source>
        <translation>密钥环程序未运行或已结束。请启动该程序，或重新登录系统，然后重试；也可让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>The proxy cannot be reached</source>
        <translation>无法连接代理服务器</translation>
    </message>
    <message>
        <source>The proxy could not reach the service</source>
        <translation>代理服务器无法连接服务</translation>
    </message>
    <message>
        <source>The proxy did not answer in time</source>
        <translation>代理服务器响应超时</translation>
    </message>
    <message>
        <source>The proxy does not accept the user and password</source>
        <translation>代理服务器不接受此用户名和密码</translation>
    </message>
    <message>
        <source>The proxy does not let KooDesk through</source>
        <translation>代理服务器不放行 KooDesk</translation>
    </message>
    <message>
        <source>The proxy ended the connection</source>
        <translation>代理服务器中断了网络连接</translation>
    </message>
    <message>
        <source>The proxy of the connection cannot be used</source>
        <translation>连接的代理服务器无法使用</translation>
    </message>
    <message>
        <source>The proxy requires a user and password</source>
        <translation>代理服务器要求用户名和密码</translation>
    </message>
    <message>
        <source>The proxy wants a kind of sign-in that KooDesk does not know</source>
        <translation>不支持代理服务器的登录方式</translation>
    </message>
    <message>
        <source>The quote (&quot;) at the start of a cell in line {line}, column {column}, is never closed. Close it, or remove it.</source>
        <translation>第 {line} 行 {column} 列的单元格开头有引号（&quot;），但始终没有闭合。请补上或删除引号。</translation>
    </message>
    <message>
        <source>The request could not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request may have reached the service, so it may have been created. Do not send it again before it is known what became of it.</source>
        <translation>请求可能已送达服务，因此可能已经创建成功；查明结果之前，请勿重新发送。</translation>
    </message>
    <message>
        <source>The request may have reached the service, so it may have been taken back. Find out what became of it before you do it again.</source>
        <translation>请求可能已送达服务，因此可能已经撤回。请先查明结果，再重新撤回。</translation>
    </message>
    <message>
        <source>The result could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row is not there</source>
        <translation>此行不存在</translation>
    </message>
    <message>
        <source>The row of its folder is not there.</source>
        <translation>所属共享文件夹的行不存在。</translation>
    </message>
    <message>
        <source>The same is being asked for right now; its answer comes first.</source>
        <translation>相同的请求正在处理，请先等待其响应。</translation>
    </message>
    <message>
        <source>The same was asked for at {time}, and its outcome is not known. Sending it again may make a second one.</source>
        <translation>相同的请求已于 {time} 发出，结果未知；再次发送可能造成重复。</translation>
    </message>
    <message>
        <source>The same was created at {time} as {object_id}, and the service does not list it any more.</source>
        <translation>相同的内容已于 {time} 创建，ID 为 {object_id}，但服务的列表中已没有该内容。</translation>
    </message>
    <message>
        <source>The same was created before: {object_id}.</source>
        <translation>之前已创建过相同的内容：{object_id}。</translation>
    </message>
    <message>
        <source>The sandbox could not be started</source>
        <translation>沙箱未能启动</translation>
    </message>
    <message>
        <source>The sandbox has a token of its own. Leave out --token-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server ended the handshake. It may want a client certificate, which KooDesk does not have, or another version of TLS. Ask the operator of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server requires a client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service accepts it.</source>
        <translation>服务已接受。</translation>
    </message>
    <message>
        <source>The service accepts the signature and the user.</source>
        <translation>服务接受此签名和用户。</translation>
    </message>
    <message>
        <source>The service accepts the token and the user.</source>
        <translation>服务接受此令牌和用户。</translation>
    </message>
    <message>
        <source>The service accepts the token in this form.</source>
        <translation>服务接受此格式的令牌。</translation>
    </message>
    <message>
        <source>The service accepts the user.</source>
        <translation>服务接受此用户。</translation>
    </message>
    <message>
        <source>The service address cannot be used</source>
        <translation>服务地址无法使用</translation>
    </message>
    <message>
        <source>The service address leads somewhere else</source>
        <translation>服务地址重定向到了其他地址</translation>
    </message>
    <message>
        <source>The service answered that it does not have it, and does not list it at {time}: somebody else has deleted it.</source>
        <translation>服务响应称没有该内容，{time} 时列表中也没有：已由他人删除。</translation>
    </message>
    <message>
        <source>The service asks to slow down. Go on in a few minutes.</source>
        <translation>服务要求放慢速度。请过几分钟再继续。</translation>
    </message>
    <message>
        <source>The service asks to wait: {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service behind this address cannot be found</source>
        <translation>找不到此地址对应的服务</translation>
    </message>
    <message>
        <source>The service cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not read the request</source>
        <translation>服务无法读取请求</translation>
    </message>
    <message>
        <source>The service did not accept a field</source>
        <translation>服务不接受某个字段</translation>
    </message>
    <message>
        <source>The service did not accept the time of the request</source>
        <translation>服务不接受请求的时间</translation>
    </message>
    <message>
        <source>The service did not accept the token or the user</source>
        <translation>服务不接受此令牌或用户</translation>
    </message>
    <message>
        <source>The service did not accept this account and password</source>
        <translation>服务不接受此账号和密码</translation>
    </message>
    <message>
        <source>The service did not show it at {time}. It was created a moment ago, so it may be shown late.</source>
        <translation>{time} 时服务中没有显示。由于刚刚创建，可能会延迟显示。</translation>
    </message>
    <message>
        <source>The service does not accept the signature</source>
        <translation>服务不接受此签名</translation>
    </message>
    <message>
        <source>The service does not accept the time of the request</source>
        <translation>服务不接受请求的时间</translation>
    </message>
    <message>
        <source>The service does not accept the token</source>
        <translation>服务不接受此令牌</translation>
    </message>
    <message>
        <source>The service does not accept the token in this form.</source>
        <translation>服务不接受此格式的令牌。</translation>
    </message>
    <message>
        <source>The service does not accept the user</source>
        <translation>服务不接受此用户</translation>
    </message>
    <message>
        <source>The service does not accept the user.</source>
        <translation>服务不接受此用户。</translation>
    </message>
    <message>
        <source>The service does not have it any more: somebody else has deleted it. Nothing has to be sent.</source>
        <translation>服务中已没有该内容，已由他人删除。无需发送请求。</translation>
    </message>
    <message>
        <source>The service does not know it</source>
        <translation>服务中没有该内容</translation>
    </message>
    <message>
        <source>The service does not know one of the IDs</source>
        <translation>服务中没有其中某个 ID</translation>
    </message>
    <message>
        <source>The service does not know this space</source>
        <translation>服务中没有此空间</translation>
    </message>
    <message>
        <source>The service does not say which space, group or owner the folder has, so KooDesk cannot look into it and deletes nothing. Look into it in KooDrive.</source>
        <translation>服务未说明文件夹的空间、群组或所有者，KooDesk 无法查看其中内容，因此不会删除。请在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>The service does not show it, but it was created less than five minutes ago and may be shown late. Nothing is deleted. Try again in five minutes.</source>
        <translation>服务中没有显示，但创建至今不足 5 分钟，可能会延迟显示。未删除任何内容。请过 5 分钟重试。</translation>
    </message>
    <message>
        <source>The service does not support this type</source>
        <translation>服务不支持此类型</translation>
    </message>
    <message>
        <source>The service has it, but its list does not show it, so that KooDesk cannot compare its name. Nothing is deleted. Try again in a minute.</source>
        <translation>服务中有该内容，但列表中没有，KooDesk 无法对比名称。未删除任何内容。请过一分钟重试。</translation>
    </message>
    <message>
        <source>The service has one of this name</source>
        <translation>服务中已有同名对象</translation>
    </message>
    <message>
        <source>The service has one of this name: {object_id}.</source>
        <translation>服务中已有同名对象：{object_id}。</translation>
    </message>
    <message>
        <source>The service has turned rows away several times in a row because there were too many. Go on later, or more slowly.</source>
        <translation>请求过于频繁，服务已连续多次拒绝。请稍后继续，或降低发送速率。</translation>
    </message>
    <message>
        <source>The service is there, but did not answer the test. Its support can say more.</source>
        <translation>服务可以访问，但未响应此测试。详情可咨询服务的技术支持。</translation>
    </message>
    <message>
        <source>The service knows {account} as the user {other}, but this connection is for {user}. Nothing was changed. Correct the account or the user ID of the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service looks for up to {limit} characters. Remove {excess}.</source>
        <translation>服务最多支持搜索 {limit} 个字符。请删去 {excess} 个。</translation>
    </message>
    <message>
        <source>The service may be working on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service may have one of this name</source>
        <translation>服务中可能已有同名对象</translation>
    </message>
    <message>
        <source>The service may have worked on the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service names no space of this user. You can still type the space ID.</source>
        <translation>服务未给出此用户的空间。仍可直接输入空间 ID。</translation>
    </message>
    <message>
        <source>The service no longer renews the session</source>
        <translation>服务不再为登录会话续期</translation>
    </message>
    <message>
        <source>The service or its gateway reports a failure (HTTP {status}).</source>
        <translation>服务或其 API 网关报告失败（HTTP {status}）。</translation>
    </message>
    <message>
        <source>The service refused and made nothing. For its support, use the details in the history.</source>
        <translation>未创建任何内容。如需了解原因，请将历史记录中的跟踪 ID 提供给服务的技术支持。</translation>
    </message>
    <message>
        <source>The service refused this</source>
        <translation>服务拒绝了请求</translation>
    </message>
    <message>
        <source>The service says that a part of it failed.</source>
        <translation>服务表示其中一部分失败。</translation>
    </message>
    <message>
        <source>The service says: {words} (code {code}, HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service still had it at {time}. It may be deleted a little later.</source>
        <translation>{time} 时服务中仍有该内容，可能稍后才会删除。</translation>
    </message>
    <message>
        <source>The service took the request, but its answer did not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service wants a pause before it is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s list could not be read to its end</source>
        <translation>服务的列表未能读完</translation>
    </message>
    <message>
        <source>The service&apos;s list does not say its name any more, so that it may have been renamed. Nothing is deleted. Look into it in KooDrive.</source>
        <translation>服务的列表不再给出其名称，可能已改名。未删除任何内容。请在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>The service&apos;s list does not show it, but that list is not whole: {reason}. Nothing is deleted. Try again later.</source>
        <translation>服务的列表中没有该内容，但列表不完整：{reason}。未删除任何内容。请稍后重试。</translation>
    </message>
    <message>
        <source>The service&apos;s list does not show it, or something else there. Nothing was changed. Possible: {ids}.</source>
        <translation>服务的列表中没有该 ID，或该 ID 属于其他内容。未做任何更改。可选：{ids}。</translation>
    </message>
    <message>
        <source>The service&apos;s list is not whole: {reason}</source>
        <translation>服务的列表不完整：{reason}</translation>
    </message>
    <message>
        <source>The service&apos;s list is that of another user</source>
        <translation>服务的列表属于其他用户</translation>
    </message>
    <message>
        <source>The service&apos;s list showed it before this entry was sent, so that this entry has not made it. Nothing is deleted. Look into it in KooDrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s list was not looked at before it was sent ({reason}). The name may have been taken.</source>
        <translation>发送前未查看服务的列表（{reason}）。名称可能已被占用。</translation>
    </message>
    <message>
        <source>The service&apos;s list was not whole when it was looked at before it was sent: {reason}. The name may have been taken.</source>
        <translation>发送前查看时，服务的列表不完整：{reason}。名称可能已被占用。</translation>
    </message>
    <message>
        <source>The service&apos;s lists could not be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service, or a proxy on the way, ended the connection. Check the service address, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session could not be renewed</source>
        <translation>登录会话未能续期</translation>
    </message>
    <message>
        <source>The session has expired. Type the password and sign in again.</source>
        <translation>登录已失效。请输入密码并重新登录。</translation>
    </message>
    <message>
        <source>The session was renewed, but its new tokens could not be stored: {reason}. They are kept until KooDesk ends; then you may have to sign in again.</source>
        <translation>登录会话已续期，但新令牌未能保存：{reason}。新令牌会保留到 KooDesk 关闭，之后可能需要重新登录。</translation>
    </message>
    <message>
        <source>The shared collection albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared folder in line {line} has a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared folder in line {line} is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared manual albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is read; the workbook has others: {sheets}.</source>
        <translation>读取的是工作表“{sheet}”；工作簿中还有：{sheets}。</translation>
    </message>
    <message>
        <source>The space does not belong to this group</source>
        <translation>空间不属于此群组</translation>
    </message>
    <message>
        <source>The space is full</source>
        <translation>空间已满</translation>
    </message>
    <message>
        <source>The space is not activated</source>
        <translation>空间未激活</translation>
    </message>
    <message>
        <source>The system excludes this service from its proxy (no_proxy).</source>
        <translation>系统设置中，此服务不使用代理服务器（no_proxy）。</translation>
    </message>
    <message>
        <source>The system names none for https.</source>
        <translation>系统没有为 https 指定代理服务器。</translation>
    </message>
    <message>
        <source>The system settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s proxy cannot be used</source>
        <translation>系统代理服务器无法使用</translation>
    </message>
    <message>
        <source>The system&apos;s proxy is never taken to this computer itself.</source>
        <translation>访问本机时从不使用系统代理服务器。</translation>
    </message>
    <message>
        <source>The table cannot be used</source>
        <translation>表格无法使用</translation>
    </message>
    <message>
        <source>The table has a heading and no rows. Add a row for each one to create.</source>
        <translation>表格只有表头，没有数据行。请为每个要创建的对象添加一行。</translation>
    </message>
    <message>
        <source>The table has more than {limit} rows. Divide it.</source>
        <translation>表格超过 {limit} 行。请拆分表格。</translation>
    </message>
    <message>
        <source>The table has one column, and its first row (“{first}”) may be a heading or a name. Say which it is, or put “name” above it.</source>
        <translation>表格只有一列，首行（“{first}”）可能是表头，也可能是名称。请说明是哪一种，或在其上方添加“name”。</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>表格为空。</translation>
    </message>
    <message>
        <source>The test was stopped</source>
        <translation>测试已停止</translation>
    </message>
    <message>
        <source>The text is not in the encoding {encoding}: line {line} cannot be read in it. Name another encoding, or save the file again.</source>
        <translation>文本的编码不是 {encoding}：第 {line} 行无法按此编码读取。请指定其他编码，或重新保存文件。</translation>
    </message>
    <message>
        <source>The time that KooDesk had for this service was wrong. It has learned the right one, so that the next try can work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token alone</source>
        <translation>仅令牌</translation>
    </message>
    <message>
        <source>The token is likely to end before the last row; the batch pauses then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is too long for the keyring</source>
        <translation>令牌过长，密钥环无法保存</translation>
    </message>
    <message>
        <source>The token that is kept is for another address. Paste one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was not sent on to the other address. Correct the service address.</source>
        <translation>令牌未转发到另一地址。请修正服务地址。</translation>
    </message>
    <message>
        <source>The web guide forbids a backslash in names; this service may refuse it.</source>
        <translation>网页版指南不允许名称中使用反斜杠，此服务可能会拒绝。</translation>
    </message>
    <message>
        <source>The workbook has a document type definition (DTD), which no spreadsheet writes. It is not read, as it may be an attack.</source>
        <translation>工作簿中有文档类型定义（DTD），电子表格程序不会写入此类内容。这可能是攻击，因此不读取。</translation>
    </message>
    <message>
        <source>The workbook is protected by a password. Open it in the spreadsheet, remove the password, and save it.</source>
        <translation>工作簿设有密码保护。请用电子表格程序打开，取消密码后保存。</translation>
    </message>
    <message>
        <source>There are no tokens in it.</source>
        <translation>响应中没有令牌。</translation>
    </message>
    <message>
        <source>There is an argument too many. Put a text with blanks into quotes; a token is never an argument, but stands on standard input (--token-stdin).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection “{name}”</source>
        <translation>没有连接“{name}”</translation>
    </message>
    <message>
        <source>There is no data directory {path}</source>
        <translation>没有数据目录 {path}</translation>
    </message>
    <message>
        <source>There is no password for the proxy on standard input</source>
        <translation>标准输入中没有代理服务器的密码</translation>
    </message>
    <message>
        <source>There is no session to renew</source>
        <translation>没有可续期的登录会话</translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}”. The workbook has: {sheets}.</source>
        <translation>没有工作表“{sheet}”。工作簿中有：{sheets}。</translation>
    </message>
    <message>
        <source>There is no such authorization format.</source>
        <translation>没有此 Authorization 格式。</translation>
    </message>
    <message>
        <source>There is no such batch</source>
        <translation>没有此批次</translation>
    </message>
    <message>
        <source>There is no such folder, or a folder has this name.</source>
        <translation>所在目录不存在，或已有同名目录。</translation>
    </message>
    <message>
        <source>There is no such language.</source>
        <translation>没有此语言。</translation>
    </message>
    <message>
        <source>There is no text encoding “{encoding}”. Write for example utf-8, gb18030 or windows-1252.</source>
        <translation>没有文本编码“{encoding}”。请填写 utf-8、gb18030 或 windows-1252 等。</translation>
    </message>
    <message>
        <source>There is no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token on standard input</source>
        <translation>标准输入中没有令牌</translation>
    </message>
    <message>
        <source>There is nothing left to decide</source>
        <translation>没有需要判定的内容</translation>
    </message>
    <message>
        <source>There is nothing to find out</source>
        <translation>没有需要查明的结果</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>没有可撤回的内容</translation>
    </message>
    <message>
        <source>There is text behind the last column: “{text}”. If a cell holds the separator, put the cell in quotes.</source>
        <translation>最后一列之后还有文字：“{text}”。如果单元格中含有分隔符，请为该单元格加上引号。</translation>
    </message>
    <message>
        <source>There is text in a column without a heading ({column}).</source>
        <translation>没有表头的列（{column} 列）中有文字。</translation>
    </message>
    <message>
        <source>There, and ignored</source>
        <translation>存在，忽略</translation>
    </message>
    <message>
        <source>This ID may have been rounded by a spreadsheet or a program: its last digits look so. Compare it with its source.</source>
        <translation>此 ID 的末几位看起来可能已被电子表格或程序舍入。请与原始来源对比。</translation>
    </message>
    <message>
        <source>This ID was created before: “{name}”, {time}. The service may have returned an existing album instead of a new one.</source>
        <translation>此 ID 之前已创建：“{name}”，{time}。服务返回的可能是已有的相册，而非新相册。</translation>
    </message>
    <message>
        <source>This ID was created before: “{name}”, {time}. The service may have returned an existing folder instead of a new one.</source>
        <translation>此 ID 之前已创建：“{name}”，{time}。服务返回的可能是已有的文件夹，而非新文件夹。</translation>
    </message>
    <message>
        <source>This KooDesk does not understand what was created, so it deletes nothing. Look into KooDrive yourself.</source>
        <translation>此版本的 KooDesk 无法识别所创建的内容，因此不会删除。请自行在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>This account belongs to another user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account cannot sign in yet</source>
        <translation>此账号尚不能登录</translation>
    </message>
    <message>
        <source>This address does not offer KooDrive</source>
        <translation>此地址不提供 KooDrive</translation>
    </message>
    <message>
        <source>This cannot be looked for</source>
        <translation>无法搜索此内容</translation>
    </message>
    <message>
        <source>This cell is merged with others ({cells}), so it is not certain to which row its text belongs. Unmerge them in the spreadsheet.</source>
        <translation>此单元格已与其他单元格合并（{cells}），无法确定文字属于哪一行。请在电子表格中取消合并。</translation>
    </message>
    <message>
        <source>This cell is not sent: the kind and the type of this row do not use it.</source>
        <translation>此单元格不会发送：此行的对象类型和相册类型不使用该字段。</translation>
    </message>
    <message>
        <source>This cell shows an error, such as #N/A. Correct its formula, or type the text.</source>
        <translation>此单元格显示错误，例如 #N/A。请修正公式，或直接输入文字。</translation>
    </message>
    <message>
        <source>This computer does not trust the authority behind its certificate. If it is your company&apos;s own, give its CA file in the connection under Advanced, or have it installed on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring</source>
        <translation>本机没有密钥环</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets safe</source>
        <translation>本机没有安全的密钥环</translation>
    </message>
    <message>
        <source>This entry has created nothing that could be taken back, or that is not known yet.</source>
        <translation>此记录未创建可撤回的内容，或结果未知。</translation>
    </message>
    <message>
        <source>This file cannot be read ({reason}). Check that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds a private key, which is nobody else&apos;s to have. Choose one with certificates only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds no certificate in PEM form (“{begin}”). Choose another, or have it converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large to be a CA file. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is TRUE or FALSE, and no text. Type what was meant into a text cell.</source>
        <translation>这是 TRUE 或 FALSE，不是文本。请在文本单元格中输入实际内容。</translation>
    </message>
    <message>
        <source>This is a ZIP file, but not an XLSX table. Open an XLSX or CSV file.</source>
        <translation>这是 ZIP 文件，但不是 XLSX 表格。请打开 XLSX 或 CSV 文件。</translation>
    </message>
    <message>
        <source>This is a date or a time: the spreadsheet has changed what was typed. Type it into a text cell.</source>
        <translation>这是日期或时间：电子表格改动了所输入的内容。请在文本单元格中重新输入。</translation>
    </message>
    <message>
        <source>This is a formula without a stored value. Open and save the file in a spreadsheet, or type the text.</source>
        <translation>这是没有保存计算结果的公式。请用电子表格程序打开并保存文件，或直接输入文字。</translation>
    </message>
    <message>
        <source>This is a formula; the value that it had last is taken.</source>
        <translation>这是公式，采用其上次的计算结果。</translation>
    </message>
    <message>
        <source>This is a number cell with 16 digits or more, and a spreadsheet keeps 15: the last digits may be lost. Format the cells as text, and copy the ID from its source.</source>
        <translation>这是 16 位或更长的数值单元格，而电子表格只保留 15 位：末几位可能已丢失。请将单元格设为文本格式，然后从原始来源重新复制 ID。</translation>
    </message>
    <message>
        <source>This is a number; the spreadsheet may show it otherwise. Check it, or type it into a text cell.</source>
        <translation>这是数值，电子表格中显示的可能不同。请检查，或在文本单元格中输入。</translation>
    </message>
    <message>
        <source>This is a request of another kind.</source>
        <translation>请求的种类不符。</translation>
    </message>
    <message>
        <source>This is a web page or XML, and no table. Open it in a spreadsheet, and save it as XLSX.</source>
        <translation>这是网页或 XML，不是表格。请用电子表格程序打开，再另存为 XLSX。</translation>
    </message>
    <message>
        <source>This is an old workbook (XLS), or none. Save it as XLSX or as CSV UTF-8.</source>
        <translation>这是旧格式的工作簿（XLS），或者不是工作簿。请另存为 XLSX 或 CSV UTF-8。</translation>
    </message>
    <message>
        <source>This is no ID, so nothing can be deleted by it.</source>
        <translation>这不是 ID，无法据此删除任何内容。</translation>
    </message>
    <message>
        <source>This is no text and no workbook. Open an XLSX or CSV file.</source>
        <translation>这既不是文本，也不是工作簿。请打开 XLSX 或 CSV 文件。</translation>
    </message>
    <message>
        <source>This is not a token</source>
        <translation>这不是令牌</translation>
    </message>
    <message>
        <source>This is the file ID of the shared folder. Enter its primary key, a number.</source>
        <translation>这是共享文件夹的文件 ID。请输入其主键（数字）。</translation>
    </message>
    <message>
        <source>This is the row itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the sheet “{sheet}”; the others are: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of spreadsheet is not read. Save it as XLSX or as CSV UTF-8.</source>
        <translation>不支持此类电子表格。请另存为 XLSX 或 CSV UTF-8。</translation>
    </message>
    <message>
        <source>This name is taken</source>
        <translation>名称已被占用</translation>
    </message>
    <message>
        <source>This number is too large for the service.</source>
        <translation>该数字过大，服务不接受。</translation>
    </message>
    <message>
        <source>This request cannot be written as a command</source>
        <translation>此请求无法写成命令</translation>
    </message>
    <message>
        <source>This row is hidden in the spreadsheet, perhaps by a filter. Show it there, or leave it out.</source>
        <translation>此行在电子表格中已隐藏，可能是筛选所致。请在电子表格中取消隐藏，或排除此行。</translation>
    </message>
    <message>
        <source>This row was sent already</source>
        <translation>此行已发送</translation>
    </message>
    <message>
        <source>This takes a list of IDs.</source>
        <translation>此处须填写 ID 列表。</translation>
    </message>
    <message>
        <source>This takes digits only and no zero in front.</source>
        <translation>此处只能填写数字，且不能以 0 开头。</translation>
    </message>
    <message>
        <source>This takes one ID.</source>
        <translation>此处只能填写一个 ID。</translation>
    </message>
    <message>
        <source>This takes one name.</source>
        <translation>此处只能填写一个名称。</translation>
    </message>
    <message>
        <source>This terminal would show the token</source>
        <translation>此终端会显示令牌</translation>
    </message>
    <message>
        <source>This token begins with AT, so it is sent unchanged: choose the format “Unchanged”.</source>
        <translation>此令牌以 AT 开头，会原样发送：请选择格式“原样发送”。</translation>
    </message>
    <message>
        <source>This token cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not delete it</source>
        <translation>此用户无权删除</translation>
    </message>
    <message>
        <source>This user may not use the space or shared folder</source>
        <translation>此用户无权使用该空间或共享文件夹</translation>
    </message>
    <message>
        <source>This was created a moment ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Token of {name} (it is not shown):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many characters ({count} of {limit}). Remove {excess}.</source>
        <translation>字符过多（{count} 个，上限 {limit} 个）。请删去 {excess} 个。</translation>
    </message>
    <message>
        <source>Too many characters for an ID ({count} of {limit}).</source>
        <translation>ID 字符过多（{count} 个，上限 {limit} 个）。</translation>
    </message>
    <message>
        <source>Too many folders ({count} of {limit}). Remove {excess}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests at once</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <source>Trace ID</source>
        <translation>跟踪 ID</translation>
    </message>
    <message>
        <source>Tried: {addresses}.</source>
        <translation>已尝试：{addresses}。</translation>
    </message>
    <message>
        <source>Trusted by the system</source>
        <translation>系统信任的证书</translation>
    </message>
    <message>
        <source>Trusted by you</source>
        <translation>您信任的密钥环</translation>
    </message>
    <message>
        <source>Try again whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if that does not help, ask the service&apos;s support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns are for {field}: {first_column} (“{first}”) and {second_column} (“{second}”). Remove one, or give it another heading.</source>
        <translation>有两列对应 {field}：{first_column} 列（“{first}”）和 {second_column} 列（“{second}”）。请删除一列，或更换其表头。</translation>
    </message>
    <message>
        <source>Two slashes are missing: an address begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown connection</source>
        <translation>未知连接</translation>
    </message>
    <message>
        <source>Unpacked, the workbook is too large: at most {limit} MB, and {ratio} times its packed size. Save the rows alone in a new workbook, or as CSV UTF-8.</source>
        <translation>工作簿解压后过大：上限为 {limit} MB，且不得超过压缩后大小的 {ratio} 倍。请仅将数据行存为新工作簿，或存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User and password have fields of their own. Remove everything up to the @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User at that proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User to send as (X-User-Id).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, then test again.</source>
        <translation>请等待 {seconds} 秒，然后重新测试。</translation>
    </message>
    <message>
        <source>Watch it until it has ended, wherever it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered (HTTP {status}) does not look like KooDrive and says: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered (HTTP {status}) does not look like KooDrive.</source>
        <translation>响应方（HTTP {status}）不像是 KooDrive。</translation>
    </message>
    <message>
        <source>What answered (HTTP {status}) does not look like KooDrive: a web page, “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at the proxy&apos;s address is no HTTP proxy</source>
        <translation>该地址不是 HTTP 代理服务器</translation>
    </message>
    <message>
        <source>What answers there does not speak HTTPS as it should. Check the service address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of each row is in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What deleting does to files is not documented, so KooDesk deletes only what has nothing in it.</source>
        <translation>文档未说明删除会如何影响文件，因此 KooDesk 只删除没有内容的对象。</translation>
    </message>
    <message>
        <source>What is collected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on standard input is no token</source>
        <translation>标准输入中的内容不是令牌</translation>
    </message>
    <message>
        <source>What was asked for is not in the service&apos;s list at {time}, but that list is not whole: {reason}. So it does not tell whether it was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was created is in the history: koodrive history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {source} says is no http:// proxy. Correct it, or name the proxy in the connection.</source>
        <translation>{source} 的值不是 http:// 代理服务器。请修正，或在连接中指定代理服务器。</translation>
    </message>
    <message>
        <source>When an answer is lost, look for up to so many seconds for what was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is about the id of a shared folder, try its other form in the connection under Advanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the first row of a list of names is a heading; needed where it is no known one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether there are more pages cannot be told from it.</source>
        <translation>无法从响应中判断是否还有更多页。</translation>
    </message>
    <message>
        <source>Who it is for. Default: shared with --in or --group, else personal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --batch: write there, .csv or .xlsx, the table as it came, plus what became of each row and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --service-address and --user-id the token comes from standard input: add --token-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a token of its own</source>
        <translation>使用此连接的令牌</translation>
    </message>
    <message>
        <source>With a user; the password is kept for this session only</source>
        <translation>使用用户名；密码仅供本次运行使用</translation>
    </message>
    <message>
        <source>With a user; the password is looked up in the keyring</source>
        <translation>使用用户名；密码从密钥环读取</translation>
    </message>
    <message>
        <source>With an account and its password; the password is not kept</source>
        <translation>使用账号和密码；密码不保存</translation>
    </message>
    <message>
        <source>With an app&apos;s secret, which signs each request</source>
        <translation>使用 AppSecret 为每个请求签名</translation>
    </message>
    <message>
        <source>With http the token would travel unprotected; that is for this computer only. Write https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With user and password from the environment</source>
        <translation>使用环境变量中的用户名和密码</translation>
    </message>
    <message>
        <source>Without a user</source>
        <translation>不使用用户名</translation>
    </message>
    <message>
        <source>Write the result there, .csv or .xlsx: the table as it came, plus outcome, IDs and messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the rows that may be sent again there, .csv or .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes: it encrypts what it keeps and belongs to your session</source>
        <translation>是：加密保存内容，且属于当前系统用户</translation>
    </message>
    <message>
        <source>You are not signed in. Check the account, the password and the name of the carrier ({agent}), then try again. Many wrong tries may lock the account.</source>
        <translation>未登录。请检查账号、密码和运营商名称（{agent}），然后重试。多次输错可能导致账号锁定。</translation>
    </message>
    <message>
        <source>You are not signed in. Try again, or check the service address of the connection.</source>
        <translation>未登录。请重试，或检查连接的服务地址。</translation>
    </message>
    <message>
        <source>You decided at {time} that it was not created.</source>
        <translation>您已于 {time} 判定为未创建。</translation>
    </message>
    <message>
        <source>You decided at {time} that it was not taken back.</source>
        <translation>您已于 {time} 判定为未撤回。</translation>
    </message>
    <message>
        <source>You decided at {time} that it was taken back.</source>
        <translation>您已于 {time} 判定为已撤回。</translation>
    </message>
    <message>
        <source>You may not write into its folder.</source>
        <translation>您没有其所在目录的写入权限。</translation>
    </message>
    <message>
        <source>You said so; KooDesk does not know it</source>
        <translation>由您确认；KooDesk 无法识别此密钥环</translation>
    </message>
    <message>
        <source>[KooDesk kept the first 64 KiB of {size} bytes.]</source>
        <translation>[KooDesk 只保留了 {size} 字节中的前 64 KiB。]</translation>
    </message>
    <message>
        <source>a NUL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cache gave it, so it may be older than the request</source>
        <translation>来自缓存，可能早于请求</translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a carriage return without a line feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appKey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: {default}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone already: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be read in time</source>
        <translation>未能及时读取</translation>
    </message>
    <message>
        <source>it lacks {count} that it showed before or that the history knows</source>
        <translation>缺少 {count} 个之前显示过或历史记录中已有的对象</translation>
    </message>
    <message>
        <source>it shows {count} of {total}</source>
        <translation>共 {total} 个，只显示了 {count} 个</translation>
    </message>
    <message>
        <source>it takes FIELD=TEXT, such as kind=album.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its “total” cannot be read as a number</source>
        <translation>其中的“total”无法读作数字</translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line} “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be {object_id} “{name}” {time} {doubts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not_sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its pages was empty before its end</source>
        <translation>末尾之前有一页为空</translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refusals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the album {object_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the album “{name}” ({object_id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service says that its name is taken</source>
        <translation>服务表示名称已被占用</translation>
    </message>
    <message>
        <source>the service&apos;s list shows {ids}</source>
        <translation>服务的列表中有 {ids}</translation>
    </message>
    <message>
        <source>the shared folder {object_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shared folder “{name}” ({object_id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>throttled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type and albumKind are sent as</source>
        <translation>type 和 albumKind 的发送形式</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would be taken back: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} (no answer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} (no route)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} (refused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} albums are in the folder that this history has not created. Nothing is deleted. Look into it in KooDrive.</source>
        <translation>文件夹中有 {count} 个相册并非由此历史记录中的请求创建。未删除任何内容。请在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>{count} albums in the folder are kept, such as your own “{name}”: {reason}</source>
        <translation>文件夹中有 {count} 个相册已保留，例如您自己的“{name}”：{reason}</translation>
    </message>
    <message>
        <source>{count} are invited and have not joined. The invitation ends with the folder.</source>
        <translation>有 {count} 人受邀但尚未加入。文件夹删除后，邀请随即失效。</translation>
    </message>
    <message>
        <source>{count} characters, but {units} UTF-16 units: a service that counts those may refuse more than {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} have joined the folder. Nothing is deleted that others use. Look at its members in KooDrive.</source>
        <translation>已有 {count} 名成员加入文件夹。他人正在使用的内容不会删除。请在 KooDrive 中查看成员。</translation>
    </message>
    <message>
        <source>{count} of {total} rows that were not created; --result has all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} rows; --limit 0 prints all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows in a row were refused for the same reason: {title}. {message}</source>
        <translation>连续 {count} 行因相同原因被拒绝：{title}。{message}</translation>
    </message>
    <message>
        <source>{count} rows in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows wait for shared folders whose outcome is unknown. Find out what became of those, then go on.</source>
        <translation>有 {count} 行在等待结果未知的共享文件夹。请先查明结果，再继续。</translation>
    </message>
    <message>
        <source>{count} spaces: {spaces}</source>
        <translation>{count} 个空间：{spaces}</translation>
    </message>
    <message>
        <source>{count} spaces: {spaces} …</source>
        <translation>{count} 个空间：{spaces}…</translation>
    </message>
    <message>
        <source>{count} {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{excess} characters too many ({count} of {limit}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heading}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} is in the list {times} times. Keep one.</source>
        <translation>{id} 在列表中出现 {times} 次。请只保留一个。</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, until {day}</source>
        <translation>{name}，有效期至 {day}</translation>
    </message>
    <message>
        <source>{name}, which fcitx answers as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{object_id} cannot be what attempt {number} has made</source>
        <translation>{object_id} 不可能由记录 {number} 创建</translation>
    </message>
    <message>
        <source>{object_id} was created by another request, according to the history.</source>
        <translation>历史记录显示，{object_id} 由另一个请求创建。</translation>
    </message>
    <message>
        <source>{object_id} was created by entry {number}, according to the history.</source>
        <translation>历史记录显示，{object_id} 由记录 {number} 创建。</translation>
    </message>
    <message>
        <source>{objects} could not be listed. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{objects}: the list is not whole: {gaps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{options} exclude each other. Name one connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} cannot be used</source>
        <translation>{option} 无法使用</translation>
    </message>
    <message>
        <source>{option} does not go with the other options. It is for collection albums only. Add --type collection, or leave {option} out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} does not go with the other options. It is for shared albums only. Add --kind shared, or leave {option} out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}, taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}, taken back {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be changed: the file, its folder or its disk is read-only. Make it writable and try again.</source>
        <translation>{path} 无法更改：文件、所在目录或磁盘为只读。请改为可写后重试。</translation>
    </message>
    <message>
        <source>{path} cannot be opened. Check that its folder is there and that you may write to it.</source>
        <translation>{path} 无法打开。请检查所在目录是否存在，以及您是否有写入权限。</translation>
    </message>
    <message>
        <source>{path} cannot be opened: access to it is denied. Check its permissions.</source>
        <translation>{path} 无法打开：访问被拒绝。请检查其权限。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} did not work as expected: {detail}.</source>
        <translation>{path} 出现异常：{detail}。</translation>
    </message>
    <message>
        <source>{path} is being written. Open it when that is done.</source>
        <translation>正在写入 {path}。请等待写入完成后再打开。</translation>
    </message>
    <message>
        <source>{path} is damaged. Quit KooDesk, move the file to another folder and start KooDesk again: it begins a new history.</source>
        <translation>{path} 已损坏。请退出 KooDesk，将该文件移到其他目录，再重新启动 KooDesk：届时会新建历史记录。</translation>
    </message>
    <message>
        <source>{path} is no file.</source>
        <translation>{path} 不是文件。</translation>
    </message>
    <message>
        <source>{path} is the open history itself. Choose another file.</source>
        <translation>{path} 是正在使用的历史记录本身。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} was moved, replaced or deleted while KooDesk had it open, so nothing more can be written down. Put it back where it was, or quit KooDesk and start it again: it begins a new history when there is none.</source>
        <translation>{path} 在 KooDesk 打开期间已移动、替换或删除，无法继续写入。请放回原处，或退出并重新启动 KooDesk：没有历史记录时会新建。</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}：{reason}</translation>
    </message>
    <message>
        <source>{path}: {reason}.</source>
        <translation>{path}：{reason}。</translation>
    </message>
    <message>
        <source>{path}: {reason}. KooDesk continues without it; what you create is kept in the history as always. Make room on the disk, or check who may write there.</source>
        <translation>{path}：{reason}。KooDesk 继续运行，但不写日志；您创建的内容照常写入历史记录。请清理磁盘空间，或检查写入权限。</translation>
    </message>
    <message>
        <source>{place}, {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} answered HTTP {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} answers in another way. Check the address and the port of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} did not take the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} does not work without. Enter them in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} forbids this service. Ask its operator to allow the service address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} gave no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} has no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} offers {kinds}; KooDesk knows Basic. Ask its operator for another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} refused them. Correct them in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{proxy} took the connection and then said nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. Unlock the keyring, or give the password again in the connection.</source>
        <translation>{reason}。请解锁密钥环，或在连接中重新输入密码。</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} names it.</source>
        <translation>由 {source} 指定。</translation>
    </message>
    <message>
        <source>{space} ({size} GB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} Looking for up to {seconds} s for what was made …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {advice}</source>
        <translation>{title}。{advice}</translation>
    </message>
    <message>
        <source>{title}. {message}</source>
        <translation>{title}。{message}</translation>
    </message>
    <message>
        <source>{title}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} rows: {counts}. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} does not match the formats {formats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a valid float range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a valid integer range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not in the range {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not one of {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{variable} is set, and every program that is started from here can read it. Nothing was sent. Unset it, and give the token on standard input (--token-stdin) or keep it in the keyring (koodrive connections add).</source>
        <translation>{variable} 已设置，从此处启动的程序都能读取。未发送任何请求。请取消设置，改为从标准输入提供令牌（--token-stdin），或将令牌保存在密钥环中（koodrive connections add）。</translation>
    </message>
    <message>
        <source>“{key}” may mean several rows: line {lines}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” looks the same and was created at {time}: {object_id}.</source>
        <translation>“{name}”看起来相同，已于 {time} 创建：{object_id}。</translation>
    </message>
    <message>
        <source>“{value}” is a placeholder. Enter the ID itself.</source>
        <translation>“{value}”是占位符。请输入 ID 本身。</translation>
    </message>
    <message>
        <source>“{word}” is no kind. Write album or shared_folder.</source>
        <translation>“{word}”不是对象类型。请填写 album 或 shared_folder。</translation>
    </message>
    <message>
        <source>“{word}” is not known here. Use {choices}.</source>
        <translation>无法识别“{word}”。请使用 {choices}。</translation>
    </message>
</context>
</TS>
