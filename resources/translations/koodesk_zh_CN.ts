<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
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
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason or ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <source>The reason stands beside the rows. Continuing sends the remaining rows; those refused stay refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service turns requests away because of their time. Set the clock, then continue.</source>
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
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Earlier batches</source>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <source>{count}</source>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <source>{candidate} goes into the history as what this request created. This cannot be undone.</source>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <source>{message} {go_on}</source>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
    <message>
        <source>{title}. {message}</source>
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
        <source>One of your spaces</source>
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
        <source>Your space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your space could not be looked up ({reason}). Type or paste its ID.</source>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
</TS>
