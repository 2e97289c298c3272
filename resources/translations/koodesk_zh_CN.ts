<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About KooDesk</source>
        <translation>关于 KooDesk</translation>
    </message>
    <message>
        <source>It cannot be read: {problem}</source>
        <translation>无法读取：{problem}</translation>
    </message>
    <message>
        <source>KooDesk {version}</source>
        <translation>KooDesk {version}</translation>
    </message>
    <message>
        <source>KooDesk {version}, under the MIT licence. Creates albums and shared folders on Huawei Cloud KooDrive.
Python {python}, Qt {qt}, PySide6 {pyside}. Qt and PySide6 are used under the LGPL.
Licences of the parts:</source>
        <translation>KooDesk {version}，采用 MIT 许可证。用于在华为云 KooDrive 上创建相册和共享文件夹。
Python {python}，Qt {qt}，PySide6 {pyside}。Qt 和 PySide6 按 LGPL 使用。
各组件的许可证：</translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation>更新内容</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Account or mo&amp;bile number</source>
        <translation>账号或手机号(&amp;B)</translation>
    </message>
    <message>
        <source>As your carrier spells its name for KooDrive; it is sent as x-hw-agentName.</source>
        <translation>运营商在 KooDrive 中的名称写法，以 x-hw-agentName 发送。</translation>
    </message>
    <message>
        <source>Carrier (agen&amp;t name)</source>
        <translation>运营商名称(&amp;T)</translation>
    </message>
    <message>
        <source>It is sent to the service when you sign in, and never stored.</source>
        <translation>仅在登录时发送给服务，从不保存。</translation>
    </message>
    <message>
        <source>Not signed in yet. Saving signs in, too.</source>
        <translation>尚未登录。保存时会一并登录。</translation>
    </message>
    <message>
        <source>Password o&amp;f the account</source>
        <translation>账号密码(&amp;F)</translation>
    </message>
    <message>
        <source>Si&amp;gn in</source>
        <translation>登录(&amp;G)</translation>
    </message>
    <message>
        <source>With which you sign in at the carrier.</source>
        <translation>用于登录运营商的账号。</translation>
    </message>
    <message>
        <source>You have signed in before. The password is needed only to sign in again.</source>
        <translation>之前已登录。仅在重新登录时需要密码。</translation>
    </message>
    <message>
        <source>✓ Signed in as {user}. Save to stay signed in.</source>
        <translation>✓ 用户 {user} 已登录。保存后即可保持登录。</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>KooDesk ended before its turn. Nothing was sent.</source>
        <translation>尚未轮到此请求，KooDesk 已关闭。未发送任何请求。</translation>
    </message>
</context>
<context>
    <name>ActivityCard</name>
    <message>
        <source>Actions for {name}</source>
        <translation>“{name}”的操作</translation>
    </message>
    <message>
        <source>Copy for a ticket</source>
        <translation>复制工单信息</translation>
    </message>
    <message>
        <source>Created {created}, taken back {undone}</source>
        <translation>{created} 创建，{undone} 撤回</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Use as template</source>
        <translation>用作模板</translation>
    </message>
    <message>
        <source>{action}: {name}</source>
        <translation>{action}：{name}</translation>
    </message>
    <message>
        <source>{kind}, in “{name}”</source>
        <translation>{kind}，在“{name}”中</translation>
    </message>
    <message>
        <source>{name}. {content}</source>
        <translation>{name}。{content}</translation>
    </message>
    <message>
        <source>{state} · {kind}</source>
        <translation>{state} · {kind}</translation>
    </message>
</context>
<context>
    <name>ActivityEntry</name>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>It needs a new token. Nothing was sent.</source>
        <translation>需要新令牌。未发送任何请求。</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Take back: {kind}</source>
        <translation>撤回：{kind}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting · {count} before it</source>
        <translation>等待中 · 前面还有 {count} 个</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>ActivityList</name>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Send all {count}</source>
        <translation>发送全部 {count} 个</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>Under way at other connections: {count}</source>
        <translation>其他连接正在处理：{count} 个</translation>
    </message>
    <message>
        <source>What you create appears here, with its IDs. You can go on typing meanwhile.</source>
        <translation>您创建的内容及其 ID 会显示在这里。等待期间可继续填写。</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Activity {count}</source>
        <translation>动态 {count}</translation>
    </message>
    <message>
        <source>Close Activity</source>
        <translation>关闭动态</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>请求(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Choose a known address, or type the one that you were given.</source>
        <translation>选择已知的地址，或输入您获得的地址。</translation>
    </message>
    <message>
        <source>Service &amp;address</source>
        <translation>服务地址(&amp;A)</translation>
    </message>
</context>
<context>
    <name>AdvancedFields</name>
    <message>
        <source>Ad&amp;vanced ▴</source>
        <translation>高级(&amp;V) ▴</translation>
    </message>
    <message>
        <source>Ad&amp;vanced ▾</source>
        <translation>高级(&amp;V) ▾</translation>
    </message>
    <message>
        <source>Advanced: network, and what the service reads</source>
        <translation>高级：网络和服务兼容性</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>What the service reads</source>
        <translation>服务兼容性</translation>
    </message>
</context>
<context>
    <name>AlbumPage</name>
    <message>
        <source>&amp;Create album</source>
        <translation>创建相册(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Group ID</source>
        <translation>群组 ID(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Just me</source>
        <translation>个人相册(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Name (optional)</source>
        <translation>名称（选填）(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Space ID (optional)</source>
        <translation>空间 ID（选填）(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Videos</source>
        <translation>视频(&amp;V)</translation>
    </message>
    <message>
        <source>A personal album of this user.</source>
        <translation>此用户的个人相册。</translation>
    </message>
    <message>
        <source>C&amp;ollection</source>
        <translation>收录相册(&amp;O)</translation>
    </message>
    <message>
        <source>Everybody in the folder sees it.</source>
        <translation>共享文件夹的所有成员均可查看。</translation>
    </message>
    <message>
        <source>Fills itself from folders you choose.</source>
        <translation>自动从所选文件夹收录。</translation>
    </message>
    <message>
        <source>Folder ID (primary &amp;key)</source>
        <translation>共享文件夹 ID（主键）(&amp;K)</translation>
    </message>
    <message>
        <source>Folders to collect fro&amp;m</source>
        <translation>收录范围(&amp;M)</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手工相册</translation>
    </message>
    <message>
        <source>Mem&amp;bers of a shared folder</source>
        <translation>共享相册(&amp;B)</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>图片(&amp;I)</translation>
    </message>
    <message>
        <source>Parent &amp;folder ID</source>
        <translation>父文件夹 ID(&amp;F)</translation>
    </message>
    <message>
        <source>People add the pictures themselves.</source>
        <translation>手动添加图片。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>相册类型</translation>
    </message>
    <message>
        <source>What to collect</source>
        <translation>收录类型</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>相册类别</translation>
    </message>
</context>
<context>
    <name>AlbumStep</name>
    <message>
        <source>Name of the al&amp;bum</source>
        <translation>相册名称(&amp;B)</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose “{name}” below on the left again, then press Create the album.</source>
        <translation>未发送任何请求。请在左下方重新选择“{name}”，然后点击“创建相册”。</translation>
    </message>
    <message>
        <source>The album in it</source>
        <translation>其中的相册</translation>
    </message>
    <message>
        <source>The folder was created with another connection</source>
        <translation>文件夹是用其他连接创建的</translation>
    </message>
    <message>
        <source>The folder was created, but its group ID is not known yet</source>
        <translation>文件夹已创建，但群组 ID 尚不清楚</translation>
    </message>
    <message>
        <source>The service did not name it. Press Create the album to look for it again. {reason}</source>
        <translation>服务未给出群组 ID。点击“创建相册”可再次查找。{reason}</translation>
    </message>
</context>
<context>
    <name>AppKeyFields</name>
    <message>
        <source>Each request is signed with it; it is never sent.</source>
        <translation>用于为每个请求签名，从不发送。</translation>
    </message>
    <message>
        <source>From the operator of the service.</source>
        <translation>由服务的运营方提供。</translation>
    </message>
    <message>
        <source>ID o&amp;f the app (AppId)</source>
        <translation>AppId(&amp;F)</translation>
    </message>
    <message>
        <source>Secre&amp;t of the app (AppSecret)</source>
        <translation>AppSecret(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Attempt</name>
    <message>
        <source>1 attempt</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>1 request has no known outcome.</source>
        <translation>有 1 个请求结果未知。</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Collection album</source>
        <translation>收录相册</translation>
    </message>
    <message>
        <source>Collection album, shared</source>
        <translation>共享收录相册</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Created {created}, taken back {undone}</source>
        <translation>{created} 创建，{undone} 撤回</translation>
    </message>
    <message>
        <source>Manual album</source>
        <translation>手工相册</translation>
    </message>
    <message>
        <source>Manual album, shared</source>
        <translation>共享手工相册</translation>
    </message>
    <message>
        <source>None was sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>Take back album</source>
        <translation>撤回相册</translation>
    </message>
    <message>
        <source>Take back folder</source>
        <translation>撤回文件夹</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>The request of {time} created nothing</source>
        <translation>{time} 发出的请求未创建任何内容</translation>
    </message>
    <message>
        <source>The request of {time} created {id}</source>
        <translation>{time} 发出的请求已创建 {id}</translation>
    </message>
    <message>
        <source>The request of {time} created {id} after all</source>
        <translation>已查明：{time} 发出的请求创建成功，ID 为 {id}</translation>
    </message>
    <message>
        <source>The request of {time} may have created something: the service&apos;s lists do not tell</source>
        <translation>{time} 发出的请求可能已创建内容：从服务的列表中无法判断</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>the request of {time}</source>
        <translation>于 {time} 发出的请求</translation>
    </message>
    <message>
        <source>{count} attempts</source>
        <translation>{count} 条记录</translation>
    </message>
    <message>
        <source>{count} requests have no known outcome.</source>
        <translation>有 {count} 个请求结果未知。</translation>
    </message>
    <message>
        <source>{name} may have been taken back: the service&apos;s lists do not tell</source>
        <translation>{name}可能已撤回：从服务的列表中无法判断</translation>
    </message>
    <message>
        <source>{name} was not taken back</source>
        <translation>{name}未撤回</translation>
    </message>
    <message>
        <source>{name} was taken back</source>
        <translation>{name}已撤回</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>“{name}” may have been created: the service&apos;s lists do not tell</source>
        <translation>“{name}”可能已创建：从服务的列表中无法判断</translation>
    </message>
    <message>
        <source>“{name}” was created after all: {id}</source>
        <translation>已查明：“{name}”创建成功，ID 为 {id}</translation>
    </message>
    <message>
        <source>“{name}” was created: {id}</source>
        <translation>“{name}”已创建，ID 为 {id}</translation>
    </message>
    <message>
        <source>“{name}” was not created</source>
        <translation>“{name}”未创建</translation>
    </message>
</context>
<context>
    <name>AttemptActions</name>
    <message>
        <source>&amp;Send again</source>
        <translation>重新发送(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Take back…</source>
        <translation>撤回(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Use as template</source>
        <translation>用作模板(&amp;U)</translation>
    </message>
    <message>
        <source>At most {count} rows at once are taken back here; a batch is on the page Create many.</source>
        <translation>此处一次最多撤回 {count} 行；如需撤回批次，请使用“批量创建”页面。</translation>
    </message>
    <message>
        <source>Copies what happened as one text: times in UTC, trace ID, code, request and answer; no token</source>
        <translation>将请求经过复制为一段文字：UTC 时间、跟踪 ID、响应码、请求和响应，不含令牌</translation>
    </message>
    <message>
        <source>Copy for a tic&amp;ket</source>
        <translation>复制工单信息(&amp;K)</translation>
    </message>
    <message>
        <source>Copy {count} for a tic&amp;ket</source>
        <translation>复制 {count} 条工单信息(&amp;K)</translation>
    </message>
    <message>
        <source>Delete what it created, if nobody has put anything in</source>
        <translation>删除此请求创建的对象；仅限无人放入内容时</translation>
    </message>
    <message>
        <source>Find out what became of a request whose answer was lost</source>
        <translation>查明未收到响应的请求是否已创建成功</translation>
    </message>
    <message>
        <source>Find out…</source>
        <translation>查明结果…</translation>
    </message>
    <message>
        <source>Send once more what was found not to have been created</source>
        <translation>重新发送已查明未创建的内容</translation>
    </message>
</context>
<context>
    <name>AttemptDetails</name>
    <message>
        <source>Album ID</source>
        <translation>相册 ID</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Code of the service</source>
        <translation>响应码</translation>
    </message>
    <message>
        <source>Collects from folders in</source>
        <translation>父文件夹 ID</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Created by the service</source>
        <translation>服务端创建时间</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Details of the selected attempt</source>
        <translation>选中记录的详情</translation>
    </message>
    <message>
        <source>File ID of the shared folder</source>
        <translation>共享文件夹的文件 ID</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Folders that it collects from</source>
        <translation>收录范围</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>群组 ID</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>In the shared folder (primary key)</source>
        <translation>所属共享文件夹（主键）</translation>
    </message>
    <message>
        <source>KooDesk has stopped looking. “Find out…” shows what it has found.</source>
        <translation>KooDesk 已停止查找。“查明结果…”可显示已找到的内容。</translation>
    </message>
    <message>
        <source>KooDesk is looking for it in the service&apos;s list.</source>
        <translation>KooDesk 正在服务的列表中查找。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Select an attempt to see its request, its answer and all of its IDs.</source>
        <translation>选择一条记录，即可查看其请求、响应和全部 ID。</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Shared folder ID (primary key)</source>
        <translation>共享文件夹 ID（主键）</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回时间</translation>
    </message>
    <message>
        <source>Tenant ID</source>
        <translation>租户 ID</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Trace ID</source>
        <translation>跟踪 ID</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>结果说明</translation>
    </message>
    <message>
        <source>What was found out</source>
        <translation>查明情况</translation>
    </message>
    <message>
        <source>{outcome} · {kind}</source>
        <translation>{outcome} · {kind}</translation>
    </message>
</context>
<context>
    <name>AttemptLine</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy {value}</source>
        <translation>复制 {value}</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>A batch has ended</source>
        <translation>批次已结束</translation>
    </message>
    <message>
        <source>A batch waits for you</source>
        <translation>有批次等待处理</translation>
    </message>
    <message>
        <source>A create has ended</source>
        <translation>创建已结束</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>The search for a lost answer has ended</source>
        <translation>结果查找已结束</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Every row has its ID, also in the history.</source>
        <translation>每一行均有 ID，历史记录中也有。</translation>
    </message>
    <message>
        <source>Existed before: {count}.</source>
        <translation>之前已存在：{count} 行。</translation>
    </message>
    <message>
        <source>Exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Finished: {done} of {whole} rows to send</source>
        <translation>已完成：应发送 {whole} 行，已处理 {done} 行</translation>
    </message>
    <message>
        <source>ID or reason</source>
        <translation>ID 或原因</translation>
    </message>
    <message>
        <source>In folder</source>
        <translation>所属共享文件夹</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>KooDesk is looking for what became of these rows. Continue when the service answers again.</source>
        <translation>KooDesk 正在查明这些行的结果。请在服务恢复响应后继续。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation>已排除：{count} 行。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Not confirmed, and so not sent: {count}.</source>
        <translation>未确认，因此未发送：{count} 行。</translation>
    </message>
    <message>
        <source>Not sent: {count}.</source>
        <translation>未发送：{count} 行。</translation>
    </message>
    <message>
        <source>Nothing is sent that cannot be written down. Make room on the disk, then continue.</source>
        <translation>无法写入历史记录时不会发送请求。请清理磁盘空间，然后继续。</translation>
    </message>
    <message>
        <source>Nothing is sent. Continue whenever you like.</source>
        <translation>当前不发送任何请求。可随时继续。</translation>
    </message>
    <message>
        <source>Nothing to create: all {whole} rows exist</source>
        <translation>无需创建：全部 {whole} 行均已存在</translation>
    </message>
    <message>
        <source>Nothing was created: none of the {whole} rows was ready</source>
        <translation>未创建任何内容：{whole} 行均未就绪</translation>
    </message>
    <message>
        <source>Nothing was lost. Check the network, then continue.</source>
        <translation>没有丢失任何内容。请检查网络，然后继续。</translation>
    </message>
    <message>
        <source>Nothing was lost. Continue whenever you like.</source>
        <translation>没有丢失任何内容。可随时继续。</translation>
    </message>
    <message>
        <source>Nothing was lost. Paste a new token, and the batch continues with the next row.</source>
        <translation>没有丢失任何内容。粘贴新令牌后，批次将从下一行继续。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Outcome not known: {count}; KooDesk is looking for them.</source>
        <translation>结果未知：{count} 行，KooDesk 正在查找。</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused at {done} of {whole} rows to send</source>
        <translation>已暂停：应发送 {whole} 行，已处理 {done} 行</translation>
    </message>
    <message>
        <source>Paused: KooDesk ended unexpectedly</source>
        <translation>已暂停：KooDesk 曾意外退出</translation>
    </message>
    <message>
        <source>Paused: KooDesk was closed</source>
        <translation>已暂停：KooDesk 曾关闭</translation>
    </message>
    <message>
        <source>Paused: several answers were lost</source>
        <translation>已暂停：多次未收到响应</translation>
    </message>
    <message>
        <source>Paused: the history cannot be written</source>
        <translation>已暂停：无法写入历史记录</translation>
    </message>
    <message>
        <source>Paused: the service asks to slow down</source>
        <translation>已暂停：服务要求放慢速度</translation>
    </message>
    <message>
        <source>Paused: the service cannot be reached</source>
        <translation>已暂停：无法连接服务</translation>
    </message>
    <message>
        <source>Paused: the service refuses rows</source>
        <translation>已暂停：服务拒绝了多行</translation>
    </message>
    <message>
        <source>Paused: this computer&apos;s clock is wrong</source>
        <translation>已暂停：本机时间有误</translation>
    </message>
    <message>
        <source>Paused: your token has expired</source>
        <translation>已暂停：令牌已失效</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Reading what the service has…</source>
        <translation>正在读取服务的列表…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Reason or ID</source>
        <translation>原因或 ID</translation>
    </message>
    <message>
        <source>Refused: {count}.</source>
        <translation>被拒绝：{count} 行。</translation>
    </message>
    <message>
        <source>Rows that were under way are looked for first. Nothing is sent before you continue.</source>
        <translation>会先查明处理中各行的结果。继续之前不会发送任何请求。</translation>
    </message>
    <message>
        <source>Runs elsewhere: {done} of {whole} rows to send</source>
        <translation>正在别处执行：应发送 {whole} 行，已处理 {done} 行</translation>
    </message>
    <message>
        <source>Stopped at {done} of {whole} rows to send</source>
        <translation>已停止：应发送 {whole} 行，已处理 {done} 行</translation>
    </message>
    <message>
        <source>Taken back since: {count}.</source>
        <translation>后来已撤回：{count} 行。</translation>
    </message>
    <message>
        <source>The reason stands beside the rows. Continuing sends the remaining rows; those refused stay refused.</source>
        <translation>原因见各行。继续会发送剩余行；被拒绝的行不会重新发送。</translation>
    </message>
    <message>
        <source>The service turns requests away because of their time. Set the clock, then continue.</source>
        <translation>服务因请求时间有误而拒绝请求。请校正本机时间，然后继续。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for what is under way…</source>
        <translation>正在等待处理中的请求完成…</translation>
    </message>
    <message>
        <source>What the service has turned away changed nothing. Continue in a few minutes.</source>
        <translation>服务拒绝的请求未造成任何更改。请过几分钟再继续。</translation>
    </message>
    <message>
        <source>With a problem, and so not sent: {count}.</source>
        <translation>有错误，因此未发送：{count} 行。</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>工作表“{name}”</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{created} of {whole} rows are created</source>
        <translation>共 {whole} 行，已创建 {created} 行</translation>
    </message>
    <message>
        <source>{created} of {whole} rows to send are created.</source>
        <translation>应发送 {whole} 行，已创建 {created} 行。</translation>
    </message>
    <message>
        <source>{done} of {whole} rows to send</source>
        <translation>应发送 {whole} 行，已处理 {done} 行</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>BatchCard</name>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{done} of {whole} rows to send created</source>
        <translation>应发送 {whole} 行，已创建 {done} 行</translation>
    </message>
    <message>
        <source>{done} of {whole} taken back</source>
        <translation>共 {whole} 个，已撤回 {done} 个</translation>
    </message>
    <message>
        <source>{name}. {content}</source>
        <translation>{name}。{content}</translation>
    </message>
    <message>
        <source>{state} · {numbers}</source>
        <translation>{state} · {numbers}</translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Earlier batches</source>
        <translation>以往批次</translation>
    </message>
    <message>
        <source>{created} of {count}</source>
        <translation>{created} / {count}</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>A batch is being taken back.</source>
        <translation>有批次正在撤回。</translation>
    </message>
    <message>
        <source>A batch is running.</source>
        <translation>有批次正在执行。</translation>
    </message>
    <message>
        <source>About this table</source>
        <translation>关于此表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Create many</source>
        <translation>批量创建</translation>
    </message>
    <message>
        <source>You can keep working on other pages.</source>
        <translation>等待期间可继续使用其他页面。</translation>
    </message>
</context>
<context>
    <name>BatchTableView</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>BatchUndo</name>
    <message>
        <source>Can be taken back</source>
        <translation>可撤回</translation>
    </message>
    <message>
        <source>Could not be taken back: {count}.</source>
        <translation>未能撤回：{count} 个。</translation>
    </message>
    <message>
        <source>Finding out what became of earlier deletes…</source>
        <translation>正在查明之前删除操作的结果…</translation>
    </message>
    <message>
        <source>Gone already</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Kept, as each line says why: {count}.</source>
        <translation>已保留，原因见各行：{count} 个。</translation>
    </message>
    <message>
        <source>Left: {count}.</source>
        <translation>剩余：{count} 个。</translation>
    </message>
    <message>
        <source>Looking at what was created: {done} of {whole}</source>
        <translation>正在查看已创建的内容：{done} / {whole}</translation>
    </message>
    <message>
        <source>Paused: {done} of {whole} taken back</source>
        <translation>已暂停：共 {whole} 个，已撤回 {done} 个</translation>
    </message>
    <message>
        <source>Stopped: {done} of {whole} taken back</source>
        <translation>已停止：共 {whole} 个，已撤回 {done} 个</translation>
    </message>
    <message>
        <source>Taking back: {done} of {whole}</source>
        <translation>正在撤回：共 {whole} 个，已撤回 {done} 个</translation>
    </message>
    <message>
        <source>The history keeps every ID.</source>
        <translation>所有 ID 均保留在历史记录中。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for what is under way…</source>
        <translation>正在等待处理中的请求完成…</translation>
    </message>
    <message>
        <source>{done} of {whole} taken back</source>
        <translation>共 {whole} 个，已撤回 {done} 个</translation>
    </message>
    <message>
        <source>{ready} of {whole} can be taken back</source>
        <translation>共 {whole} 个，可撤回 {ready} 个</translation>
    </message>
</context>
<context>
    <name>CaFileField</name>
    <message>
        <source>A PEM file with your company&apos;s own authority. It is trusted besides those of this computer.</source>
        <translation>含有公司自有颁发机构证书的 PEM 文件。除本机信任的颁发机构外，还会信任该机构。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>CA f&amp;ile (optional)</source>
        <translation>CA 证书文件（选填）(&amp;I)</translation>
    </message>
    <message>
        <source>Certificates in PEM form (*.pem *.crt *.cer)</source>
        <translation>PEM 格式的证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>选择 CA 证书文件</translation>
    </message>
    <message>
        <source>It holds: {authorities}.</source>
        <translation>包含：{authorities}。</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
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
        <translation>疑点</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
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
        <translation>可能由此请求创建</translation>
    </message>
</context>
<context>
    <name>CheckSteps</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Authorization format</source>
        <translation>Authorization 格式</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>本机时间</translation>
    </message>
    <message>
        <source>Secure connection (TLS)</source>
        <translation>安全连接（TLS）</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>测试步骤</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>待测试</translation>
    </message>
    <message>
        <source>{sign} {step} – {words}</source>
        <translation>{sign} {step}：{words}</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>收录范围</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Space ID</source>
        <translation>空间 ID</translation>
    </message>
    <message>
        <source>{common} of {count} asked for, {others} more</source>
        <translation>请求的 {count} 个中有 {common} 个，另有 {others} 个</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{length} after the request left</source>
        <translation>请求发出后 {length}</translation>
    </message>
    <message>
        <source>{length} before the request left</source>
        <translation>请求发出前 {length}</translation>
    </message>
    <message>
        <source>{time}, {distance}</source>
        <translation>{time}，{distance}</translation>
    </message>
    <message>
        <source>– the list does not tell</source>
        <translation>– 列表未给出</translation>
    </message>
    <message>
        <source>≠ different</source>
        <translation>≠ 不同</translation>
    </message>
    <message>
        <source>✓ the same</source>
        <translation>✓ 相同</translation>
    </message>
</context>
<context>
    <name>CompatibilityFields</name>
    <message>
        <source>&quot;id&quot;: &quot;1756…&quot;, as the table of the same page says: String. For a service that refuses the list.</source>
        <translation>&quot;id&quot;: &quot;1756…&quot;，同一页面的参数表注明为 String。适用于拒绝列表形式的服务。</translation>
    </message>
    <message>
        <source>&quot;id&quot;: [&quot;1756…&quot;], as in the example of the page on deleting shared folders. This is the usual form.</source>
        <translation>&quot;id&quot;: [&quot;1756…&quot;]，与删除共享文件夹页面的示例一致。这是常用形式。</translation>
    </message>
    <message>
        <source>&quot;type&quot;: &quot;2&quot;, as the table of the same page says: String. For a service that insists.</source>
        <translation>&quot;type&quot;: &quot;2&quot;，同一页面的参数表注明为 String。适用于只接受文本形式的服务。</translation>
    </message>
    <message>
        <source>&quot;type&quot;: 2, as in the example of the page on creating albums. This is the usual form.</source>
        <translation>&quot;type&quot;: 2，与创建相册页面的示例一致。这是常用形式。</translation>
    </message>
    <message>
        <source>20 is assumed: the enterprise reference says so, the carriers’ says nothing. Where the service tells it at the sign-in, that counts.</source>
        <translation>默认按 20 分钟计：企业版 API 参考如此说明，运营商版未提及。如果服务在登录时给出有效期，则以服务为准。</translation>
    </message>
    <message>
        <source>As the Chinese pages, and the default on the English ones. This is the usual form.</source>
        <translation>与中文页面一致，也是英文页面的默认值。这是常用形式。</translation>
    </message>
    <message>
        <source>As the text of the English pages. For a service that answers in the wrong language.</source>
        <translation>与英文页面的正文一致。适用于返回语言不符的服务。</translation>
    </message>
    <message>
        <source>How long a token lives without a call (&amp;minutes)</source>
        <translation>令牌闲置有效期（分钟）(&amp;M)</translation>
    </message>
    <message>
        <source>ID of a shared folder that is taken back</source>
        <translation>撤回共享文件夹的 ID 形式</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Optional, says the API reference. The service&apos;s support finds a request by it. Switch it off only where a service refuses it.</source>
        <translation>API 参考注明为选填。服务的技术支持可据此查找请求。仅在服务拒绝此消息头时才关闭。</translation>
    </message>
    <message>
        <source>Sen&amp;d X-Traceid</source>
        <translation>发送 X-Traceid(&amp;D)</translation>
    </message>
    <message>
        <source>Spelling of the language</source>
        <translation>语言值的写法</translation>
    </message>
    <message>
        <source>T&amp;ype of numbers</source>
        <translation>数字的形式(&amp;Y)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text alone</source>
        <translation>单个文本</translation>
    </message>
    <message>
        <source>Trace ID</source>
        <translation>跟踪 ID</translation>
    </message>
    <message>
        <source>Whole numbers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>en-US</source>
        <translation>en-US</translation>
    </message>
    <message>
        <source>en_us</source>
        <translation>en_us</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
</context>
<context>
    <name>ConnectionBar</name>
    <message>
        <source>&amp;Add a connection…</source>
        <translation>添加连接(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Edit this connection…</source>
        <translation>编辑此连接(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;New token…</source>
        <translation>新令牌(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Remove this connection…</source>
        <translation>删除此连接(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Sandbox (rehearsal on this computer)</source>
        <translation>沙箱（在本机演练）(&amp;S)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>尚无令牌</translation>
    </message>
    <message>
        <source>Read the &amp;token again</source>
        <translation>重新读取令牌(&amp;T)</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>The token could not be read</source>
        <translation>无法读取令牌</translation>
    </message>
    <message>
        <source>Token kept for this session only</source>
        <translation>令牌仅供本次运行使用</translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation>正在等待密码管理器…</translation>
    </message>
</context>
<context>
    <name>ConnectionCard</name>
    <message>
        <source>for rehearsal</source>
        <translation>用于演练</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>编辑连接</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Test &amp;connection</source>
        <translation>测试连接(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Language of the service&apos;s messages.</source>
        <translation>服务消息使用的语言。</translation>
    </message>
    <message>
        <source>What this connection is called in KooDesk.</source>
        <translation>此连接在 KooDesk 中的名称。</translation>
    </message>
</context>
<context>
    <name>Copied</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} / {total}</translation>
    </message>
    <message>
        <source>{count}; names from before are still being prepared for the search</source>
        <translation>{count}；正在为以往的名称建立搜索索引</translation>
    </message>
    <message>
        <source>{selected} of {count} selected</source>
        <translation>已选中 {selected} 条，共 {count} 条</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
</context>
<context>
    <name>CredentialFields</name>
    <message>
        <source>&amp;User ID</source>
        <translation>用户 ID(&amp;U)</translation>
    </message>
    <message>
        <source>Account and password</source>
        <translation>账号和密码</translation>
    </message>
    <message>
        <source>An access token that you were given.</source>
        <translation>使用您获得的访问令牌。</translation>
    </message>
    <message>
        <source>App key (signature)</source>
        <translation>APP 鉴权（签名）</translation>
    </message>
    <message>
        <source>Each request is signed with the secret of an app. The reference for carriers rules this out.</source>
        <translation>用 AppSecret 为每个请求签名。运营商版 API 参考不支持此方式。</translation>
    </message>
    <message>
        <source>How t&amp;o sign in</source>
        <translation>登录方式(&amp;O)</translation>
    </message>
    <message>
        <source>KooDesk gets the tokens from the service, and renews them.</source>
        <translation>KooDesk 从服务获取令牌，并自动续期。</translation>
    </message>
    <message>
        <source>Paste a token</source>
        <translation>粘贴令牌</translation>
    </message>
    <message>
        <source>The service tells it when you sign in.</source>
        <translation>登录时由服务给出。</translation>
    </message>
    <message>
        <source>The user&apos;s ID on KooDrive, not the one at the carrier.</source>
        <translation>用户在 KooDrive 上的 ID，而非运营商的用户 ID。</translation>
    </message>
</context>
<context>
    <name>CurlCopying</name>
    <message>
        <source>&amp;Copy with signature</source>
        <translation>连同签名复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy with token</source>
        <translation>连同令牌复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Do not copy</source>
        <translation>不复制(&amp;D)</translation>
    </message>
    <message>
        <source>Copy with a signature?</source>
        <translation>复制时包含签名？</translation>
    </message>
    <message>
        <source>Copy with your token?</source>
        <translation>复制时包含令牌？</translation>
    </message>
    <message>
        <source>The command will hold a signature for exactly this request. Anyone who has it can send the request, also more than once, for 15 minutes. The AppSecret is not in it.</source>
        <translation>命令中将包含此请求的专用签名。任何人拿到该命令，都能在 15 分钟内发送此请求，包括多次发送。命令中不含 AppSecret。</translation>
    </message>
    <message>
        <source>The command will hold your token. Anyone who has it can do everything that you can do.</source>
        <translation>命令中将包含您的令牌。任何人拿到该令牌，都能以您的身份执行所有操作。</translation>
    </message>
    <message>
        <source>There is no token to copy. Add the token to this connection first.</source>
        <translation>没有可复制的令牌。请先为此连接添加令牌。</translation>
    </message>
    <message>
        <source>There is nothing to sign with. Add AppId and AppSecret to this connection first.</source>
        <translation>没有可用于签名的密钥。请先为此连接添加 AppId 和 AppSecret。</translation>
    </message>
    <message>
        <source>Your shell may keep the command in its history. KooDesk marks the clipboard as secret and clears it after {seconds} seconds, and when you quit.</source>
        <translation>Shell 可能会将命令保存在命令历史记录中。KooDesk 会将剪贴板内容标记为机密，并在 {seconds} 秒后以及退出时清除。</translation>
    </message>
</context>
<context>
    <name>DecisionController</name>
    <message>
        <source>&amp;Yes, it is still there</source>
        <translation>确定，仍然存在(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Yes, it was not created</source>
        <translation>确定，未创建(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Yes, this is the one</source>
        <translation>确定，就是这个(&amp;Y)</translation>
    </message>
    <message>
        <source>The history will say that it was not taken back. It can be taken back again, and is looked at before.</source>
        <translation>历史记录将注明未撤回。随后可以再次撤回，撤回前会先查看。</translation>
    </message>
    <message>
        <source>The history will say that this request created nothing, and it can be sent again. If it did create something, that would then exist twice. This cannot be undone.</source>
        <translation>历史记录将注明此请求未创建任何内容，随后可以重新发送。如果其实已经创建，重新发送会造成重复。此操作无法撤消。</translation>
    </message>
    <message>
        <source>{id} goes into the history as what this request created. This cannot be undone.</source>
        <translation>{id} 将记入历史记录，作为此请求创建的内容。此操作无法撤消。</translation>
    </message>
    <message>
        <source>“{name}”, {id}, goes into the history as what this request created. This cannot be undone.</source>
        <translation>“{name}”（{id}）将记入历史记录，作为此请求创建的内容。此操作无法撤消。</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Close the details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>&amp;Look again</source>
        <translation>重新收集(&amp;L)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Current settings and versions</source>
        <translation>当前设置和版本</translation>
    </message>
    <message>
        <source>Current settings and versions. They hold no token, no password and no user ID.</source>
        <translation>当前设置和版本，不含令牌、密码和用户 ID。</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>I trust this one</source>
        <translation>信任此密钥环</translation>
    </message>
    <message>
        <source>It could not be gathered: {problem}</source>
        <translation>无法收集：{problem}</translation>
    </message>
    <message>
        <source>Looking… If your keyring asks for its password, that is why.</source>
        <translation>正在收集…密钥环可能会因此要求输入密码。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Stop trusting it</source>
        <translation>取消信任</translation>
    </message>
</context>
<context>
    <name>DryRunning</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>DRY RUN: {count} rows would be created</source>
        <translation>模拟运行：将创建 {count} 行</translation>
    </message>
    <message>
        <source>Dry run…</source>
        <translation>模拟运行…</translation>
    </message>
    <message>
        <source>Line {line} is not sent.</source>
        <translation>第 {line} 行不发送。</translation>
    </message>
    <message>
        <source>Line {line}: {body}</source>
        <translation>第 {line} 行：{body}</translation>
    </message>
    <message>
        <source>Nothing was sent. A run takes about {time}.</source>
        <translation>未发送任何请求。执行约需 {time}。</translation>
    </message>
    <message>
        <source>Save the result of the dry run</source>
        <translation>保存模拟运行结果</translation>
    </message>
    <message>
        <source>Save the result of the dry run…</source>
        <translation>保存模拟运行结果…</translation>
    </message>
    <message>
        <source>{count} rows so far. Nothing is sent.</source>
        <translation>目前 {count} 行。不发送任何请求。</translation>
    </message>
</context>
<context>
    <name>EarlierBatches</name>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
</context>
<context>
    <name>EarlierView</name>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Earlier batches</source>
        <translation>以往批次</translation>
    </message>
    <message>
        <source>It was not run: {rows}.</source>
        <translation>尚未执行：{rows}。</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>打开(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>移除(&amp;M)…</translation>
    </message>
    <message>
        <source>Remove the plan of {name}?</source>
        <translation>移除“{name}”的创建计划？</translation>
    </message>
    <message>
        <source>What was edited here is gone. The file stays where it is.</source>
        <translation>此处的编辑将丢失。文件仍在原处。</translation>
    </message>
    <message>
        <source>What was pasted and edited is gone.</source>
        <translation>粘贴和编辑的内容将丢失。</translation>
    </message>
    <message>
        <source>What was sent belongs to the history and stays.</source>
        <translation>已发送的内容属于历史记录，会保留。</translation>
    </message>
    <message>
        <source>the pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
</context>
<context>
    <name>EncodingQuestion</name>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation>Big5（繁体中文）</translation>
    </message>
    <message>
        <source>GB18030 (simplified Chinese)</source>
        <translation>GB18030（简体中文）</translation>
    </message>
    <message>
        <source>The file does not say how its letters are encoded. Choose the reading in which the names are right.</source>
        <translation>文件未注明编码。请选择名称显示正确的一种。</translation>
    </message>
    <message>
        <source>UTF-16 (big endian)</source>
        <translation>UTF-16（大端序）</translation>
    </message>
    <message>
        <source>UTF-16 (little endian)</source>
        <translation>UTF-16（小端序）</translation>
    </message>
    <message>
        <source>Which of these is right?</source>
        <translation>哪一种是正确的？</translation>
    </message>
    <message>
        <source>Windows-1252 (western)</source>
        <translation>Windows-1252（西欧）</translation>
    </message>
</context>
<context>
    <name>ExceptionHook</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Help &gt; Support bundle… collects what is needed to find out why.</source>
        <translation>“帮助 &gt; 诊断包…”可收集查明原因所需的信息。</translation>
    </message>
    <message>
        <source>The same problem has happened again</source>
        <translation>再次出现相同的问题</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>&amp;CSV, for spreadsheets…</source>
        <translation>CSV，供电子表格使用(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;JSON, complete…</source>
        <translation>JSON，完整内容(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Plain CSV, for programs…</source>
        <translation>纯 CSV，供程序使用(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Selected rows</source>
        <translation>选中的行(&amp;S)</translation>
    </message>
    <message>
        <source>Every value as it is; a spreadsheet would round the IDs</source>
        <translation>所有值保持原样；电子表格会舍入其中的 ID</translation>
    </message>
    <message>
        <source>IDs get an apostrophe in front, so that a spreadsheet keeps all of their digits</source>
        <translation>ID 前加撇号，使电子表格保留全部数字</translation>
    </message>
</context>
<context>
    <name>FileExport</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The export failed; no file was written.</source>
        <translation>导出失败，未写入任何文件。</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>导出已取消，未写入任何文件。</translation>
    </message>
    <message>
        <source>{words} {percent} %</source>
        <translation>{words} {percent}%</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Found: {count}. Enter opens the selected one.</source>
        <translation>找到 {count} 个。按 Enter 打开选中的项。</translation>
    </message>
    <message>
        <source>Name, ID or trace ID</source>
        <translation>名称、ID 或跟踪 ID</translation>
    </message>
    <message>
        <source>Nothing found. What the service has is known from the page On the service.</source>
        <translation>未找到。服务上的内容须先在“服务端”页面读取。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Searches the history, and what the service listed when it was read last, of all connections.</source>
        <translation>搜索范围：所有连接的历史记录，以及最近一次读取的服务列表。</translation>
    </message>
    <message>
        <source>{name}
{id} · {kind} · On the service · {connection}</source>
        <translation>{name}
{id} · {kind} · 服务端 · {connection}</translation>
    </message>
    <message>
        <source>{name}
{id} · {outcome} · History · {time} · {connection}</source>
        <translation>{name}
{id} · {outcome} · 历史记录 · {time} · {connection}</translation>
    </message>
    <message>
        <source>{title}. {message}</source>
        <translation>{title}。{message}</translation>
    </message>
</context>
<context>
    <name>FolderFieldController</name>
    <message>
        <source>“{name}”. {help}</source>
        <translation>“{name}”。{help}</translation>
    </message>
</context>
<context>
    <name>FolderPicker</name>
    <message>
        <source>&amp;Choose</source>
        <translation>选择(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check the folders that the album collects from. All have to be in the same folder.</source>
        <translation>请勾选相册的收录范围。所选文件夹须在同一个文件夹中。</translation>
    </message>
    <message>
        <source>Folders that are not in the same one as the others, and were unchecked: {count}.</source>
        <translation>与其他文件夹不在同一位置，已取消勾选：{count} 个。</translation>
    </message>
    <message>
        <source>Folders to collect from</source>
        <translation>收录范围</translation>
    </message>
    <message>
        <source>KooDesk needs an access token to read the folders.</source>
        <translation>读取文件夹需要访问令牌。</translation>
    </message>
    <message>
        <source>No account is connected. Connect one, then choose its folders.</source>
        <translation>尚未连接账号。请先添加连接，再选择其文件夹。</translation>
    </message>
    <message>
        <source>The folders are read as soon as there is an access token.</source>
        <translation>有访问令牌后即读取文件夹。</translation>
    </message>
    <message>
        <source>There are no folders in this folder.</source>
        <translation>此文件夹中没有子文件夹。</translation>
    </message>
    <message>
        <source>There are no folders in this space.</source>
        <translation>此空间中没有文件夹。</translation>
    </message>
    <message>
        <source>Whole space</source>
        <translation>整个空间</translation>
    </message>
    <message>
        <source>{reason}. With a new token, reading continues.</source>
        <translation>{reason}。提供新令牌后将继续读取。</translation>
    </message>
    <message>
        <source>⚠ Some folders could not be read. The others can be chosen.</source>
        <translation>⚠ 部分文件夹无法读取，其余文件夹可以选择。</translation>
    </message>
    <message>
        <source>⚠ The folders in this folder could not be read. {reason}</source>
        <translation>⚠ 无法读取此文件夹的子文件夹。{reason}</translation>
    </message>
    <message>
        <source>⚠ The folders of this space could not be read. {reason}</source>
        <translation>⚠ 无法读取此空间的文件夹。{reason}</translation>
    </message>
</context>
<context>
    <name>FolderStep</name>
    <message>
        <source>&amp;Name of the folder</source>
        <translation>文件夹名称(&amp;N)</translation>
    </message>
    <message>
        <source>The shared folder</source>
        <translation>共享文件夹</translation>
    </message>
</context>
<context>
    <name>FolderTreeView</name>
    <message>
        <source>Folders of the space</source>
        <translation>空间中的文件夹</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>An album collects from folders of one parent. To choose in another, uncheck these first.</source>
        <translation>相册只能收录同一父文件夹中的文件夹。如需在其他位置选择，请先取消勾选当前的文件夹。</translation>
    </message>
    <message>
        <source>An album collects from {limit} folders at most. To check another one, uncheck one of these first.</source>
        <translation>相册最多收录 {limit} 个文件夹。如需勾选其他文件夹，请先取消勾选其中一个。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>No folders for many pages. Enter looks further.</source>
        <translation>连续多页没有文件夹。按 Enter 继续查找。</translation>
    </message>
    <message>
        <source>The folders of the form are chosen, and where they are is not known yet. Open the folder that they are in, or uncheck all.</source>
        <translation>已勾选表单中的文件夹，但位置尚不清楚。请打开其所在的文件夹，或全部取消勾选。</translation>
    </message>
    <message>
        <source>Top of the space</source>
        <translation>空间顶层</translation>
    </message>
    <message>
        <source>⚠ {reason}. Enter tries again.</source>
        <translation>⚠ {reason}。按 Enter 重试。</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Copy results</source>
        <translation>复制结果(&amp;C)</translation>
    </message>
    <message>
        <source>All rows as &amp;CSV…</source>
        <translation>所有行，CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>All rows as an &amp;Excel workbook…</source>
        <translation>所有行，Excel 工作簿(&amp;E)…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Create 1 row</source>
        <translation>创建 1 行</translation>
    </message>
    <message>
        <source>Create the 1 ready row</source>
        <translation>创建就绪的 1 行</translation>
    </message>
    <message>
        <source>Create the {count} ready row&amp;s</source>
        <translation>创建就绪的 {count} 行(&amp;S)</translation>
    </message>
    <message>
        <source>Create {count} row&amp;s</source>
        <translation>创建 {count} 行(&amp;S)</translation>
    </message>
    <message>
        <source>Dr&amp;y run</source>
        <translation>模拟运行(&amp;Y)</translation>
    </message>
    <message>
        <source>Mend f&amp;irst</source>
        <translation>先修正(&amp;I)</translation>
    </message>
    <message>
        <source>New ta&amp;ble</source>
        <translation>新建表格(&amp;B)</translation>
    </message>
    <message>
        <source>Rows that may be sent again as C&amp;SV…</source>
        <translation>可重新发送的行，CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>Rows that may be sent again as an E&amp;xcel workbook…</source>
        <translation>可重新发送的行，Excel 工作簿(&amp;X)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve results</source>
        <translation>保存结果(&amp;V)</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在历史记录中显示</translation>
    </message>
    <message>
        <source>Ta&amp;ke back…</source>
        <translation>撤回(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>FormFiller</name>
    <message>
        <source>Nothing was sent yet</source>
        <translation>尚未发送任何请求</translation>
    </message>
    <message>
        <source>This request belongs to the connection “{name}”, which is not in use. The form is filled: choose that connection below on the left, then press Create.</source>
        <translation>此请求属于连接“{name}”，当前未使用该连接。表单已填好：请在左下方选择该连接，然后点击“创建”。</translation>
    </message>
</context>
<context>
    <name>FormLayout</name>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
</context>
<context>
    <name>FormTemplates</name>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save this form…</source>
        <translation>保存此表单(&amp;S)…</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>暂无模板</translation>
    </message>
</context>
<context>
    <name>FormatField</name>
    <message>
        <source>Authori&amp;zation format</source>
        <translation>Authorization 格式(&amp;Z)</translation>
    </message>
    <message>
        <source>Bearer</source>
        <translation>Bearer</translation>
    </message>
    <message>
        <source>Bearer+</source>
        <translation>Bearer+</translation>
    </message>
    <message>
        <source>Only what you paste, for a token that begins with AT for example.</source>
        <translation>只发送粘贴的内容，例如以 AT 开头的令牌。</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>原样发送</translation>
    </message>
    <message>
        <source>“Bearer+” and the token, as the API reference prints it.</source>
        <translation>“Bearer+”和令牌，与 API 参考中的写法一致。</translation>
    </message>
    <message>
        <source>“Bearer”, a space, the token. This is the usual form.</source>
        <translation>“Bearer”、空格和令牌。这是常用形式。</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>95th percentile</source>
        <translation>第 95 百分位</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>响应数</translation>
    </message>
    <message>
        <source>Attempts per day</source>
        <translation>每天记录数</translation>
    </message>
    <message>
        <source>Attempts per month</source>
        <translation>每月记录数</translation>
    </message>
    <message>
        <source>Attempts per week</source>
        <translation>每周记录数</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>HeadingQuestion</name>
    <message>
        <source>Is the first row a name?</source>
        <translation>首行是名称吗？</translation>
    </message>
    <message>
        <source>The table has one column and no heading that KooDesk knows. Each name becomes a manual album; what else it should be can be changed in the table.</source>
        <translation>表格只有一列，且没有 KooDesk 能识别的表头。每个名称将成为一个手工相册；其他内容可在表格中更改。</translation>
    </message>
    <message>
        <source>“{first}” is a name, like the rows below</source>
        <translation>“{first}”是名称，与下方各行相同</translation>
    </message>
    <message>
        <source>“{first}” is the heading of the names below</source>
        <translation>“{first}”是下方名称的表头</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Hel&amp;p</source>
        <translation>帮助(&amp;P)</translation>
    </message>
    <message>
        <source>Support &amp;bundle…</source>
        <translation>诊断包(&amp;B)…</translation>
    </message>
</context>
<context>
    <name>HistoryExport</name>
    <message>
        <source>&amp;Back up the history…</source>
        <translation>备份历史记录(&amp;B)…</translation>
    </message>
    <message>
        <source>Back up the history</source>
        <translation>备份历史记录</translation>
    </message>
    <message>
        <source>Backed up {attempts} to {path}. The file holds names, IDs, user IDs, requests and answers in clear, and no token.</source>
        <translation>已备份到 {path}：{attempts}。文件以明文包含名称、ID、用户 ID、请求和响应，不含令牌。</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史记录</translation>
    </message>
    <message>
        <source>Exported {attempts} to {path}</source>
        <translation>已导出到 {path}：{attempts}</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>All batches</source>
        <translation>所有批次</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>所有连接</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有对象类型</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>C&amp;lear filters</source>
        <translation>清除筛选(&amp;L)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>从(&amp;R)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Search name, ID or trace ID</source>
        <translation>搜索名称、ID 或跟踪 ID</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史记录</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Unt&amp;il</source>
        <translation>至(&amp;I)</translation>
    </message>
</context>
<context>
    <name>HistoryGlance</name>
    <message>
        <source>A picture of the numbers in the table below it.</source>
        <translation>下方表格数据的图示。</translation>
    </message>
    <message>
        <source>Answer times by connection</source>
        <translation>按连接统计的响应时间</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Creates by time and outcome</source>
        <translation>按时间和结果统计的创建数</translation>
    </message>
    <message>
        <source>For the filters above. Each bar and line has its numbers as a tool tip.</source>
        <translation>对应上方的筛选条件。每个柱形和每条线的数值可在悬停提示中查看。</translation>
    </message>
    <message>
        <source>History at a glance</source>
        <translation>历史记录概览</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>暂无响应。</translation>
    </message>
    <message>
        <source>The numbers could not be worked out.</source>
        <translation>未能计算统计数据。</translation>
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
        <translation>ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
</context>
<context>
    <name>HistoryNotice</name>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Every album and shared folder that you create appears here, with its ID, its request and what became of it. It stays here when you quit.</source>
        <translation>您创建的每个相册和共享文件夹都会显示在这里，包括 ID、请求内容和结果。退出后仍会保留。</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>No attempt matches</source>
        <translation>没有符合条件的记录</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>暂无记录</translation>
    </message>
    <message>
        <source>Opening the history…</source>
        <translation>正在打开历史记录…</translation>
    </message>
    <message>
        <source>Search for something else, or clear the filters to see everything again.</source>
        <translation>请搜索其他内容，或清除筛选以显示全部。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>At a &amp;glance</source>
        <translation>概览(&amp;G)</translation>
    </message>
    <message>
        <source>Attempts per day by outcome, and answer times by connection, for the filters below</source>
        <translation>按下方筛选条件，统计每天各结果的记录数和各连接的响应时间</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>发生意外错误。</translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>无法读取历史记录</translation>
    </message>
    <message>
        <source>The history has changed meanwhile. Please try again.</source>
        <translation>历史记录在此期间已更改。请重试。</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Attempts</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>HistoryViews</name>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
</context>
<context>
    <name>IdList</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Already in the list: {count}</source>
        <translation>已在列表中：{count} 个</translation>
    </message>
    <message>
        <source>Choos&amp;e…</source>
        <translation>选择(&amp;E)…</translation>
    </message>
    <message>
        <source>Folder ID to add</source>
        <translation>要添加的文件夹 ID</translation>
    </message>
    <message>
        <source>Folder ID; Enter adds it</source>
        <translation>文件夹 ID，按 Enter 添加</translation>
    </message>
    <message>
        <source>Folder IDs</source>
        <translation>文件夹 ID</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Not all IDs were added: an album takes {limit} at most.</source>
        <translation>部分 ID 未添加：一个相册最多 {limit} 个。</translation>
    </message>
    <message>
        <source>Paste many…</source>
        <translation>批量粘贴…</translation>
    </message>
    <message>
        <source>Quotes or brackets removed: {count}</source>
        <translation>已去除引号或括号：{count} 处</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>KeyringStatus</name>
    <message>
        <source>Both are kept in the keyring of this computer: {keyring}.</source>
        <translation>AppId 和 AppSecret 均保存在本机的密钥环中：{keyring}。</translation>
    </message>
    <message>
        <source>Kept for this session. Type to replace it.</source>
        <translation>仅供本次运行使用。输入新内容即可替换。</translation>
    </message>
    <message>
        <source>Looking for the keyring…</source>
        <translation>正在查找密钥环…</translation>
    </message>
    <message>
        <source>Stored in {keyring}. Type to replace it.</source>
        <translation>已保存在“{keyring}”中。输入新内容即可替换。</translation>
    </message>
    <message>
        <source>Stored. Type to replace it.</source>
        <translation>已保存。输入新内容即可替换。</translation>
    </message>
    <message>
        <source>The keyring could not be looked for</source>
        <translation>无法查找密钥环</translation>
    </message>
    <message>
        <source>The token is kept in the keyring of this computer: {keyring}.</source>
        <translation>令牌保存在本机的密钥环中：{keyring}。</translation>
    </message>
    <message>
        <source>The tokens, but not the password, are kept in the keyring of this computer: {keyring}.</source>
        <translation>令牌保存在本机的密钥环中，密码不保存：{keyring}。</translation>
    </message>
    <message>
        <source>There is none yet. Paste it here.</source>
        <translation>尚无令牌。请粘贴到此处。</translation>
    </message>
    <message>
        <source>{problem}. When you save, you can keep both for this session only.</source>
        <translation>{problem}。保存时可选择让 AppId 和 AppSecret 仅供本次运行使用。</translation>
    </message>
    <message>
        <source>{problem}. When you save, you can keep the token for this session only.</source>
        <translation>{problem}。保存时可选择让令牌仅供本次运行使用。</translation>
    </message>
    <message>
        <source>{problem}. When you save, you can keep the tokens for this session only.</source>
        <translation>{problem}。保存时可选择让这些令牌仅供本次运行使用。</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>Album</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>By the history; the service does not say when it was created.</source>
        <translation>来自历史记录；服务未给出创建时间。</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>File ID</source>
        <translation>文件 ID</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>群组 ID</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>In KooDesk</source>
        <translation>KooDesk 创建</translation>
    </message>
    <message>
        <source>In KooDesk, gone since</source>
        <translation>KooDesk 创建，已不存在</translation>
    </message>
    <message>
        <source>In KooDesk, not listed</source>
        <translation>KooDesk 创建，未列出</translation>
    </message>
    <message>
        <source>In KooDesk, not read</source>
        <translation>KooDesk 创建，未读取</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>Made in KooDesk</source>
        <translation>KooDesk 创建</translation>
    </message>
    <message>
        <source>Made in KooDesk, gone since</source>
        <translation>KooDesk 创建，已不存在</translation>
    </message>
    <message>
        <source>Made in KooDesk, not listed</source>
        <translation>KooDesk 创建，未列出</translation>
    </message>
    <message>
        <source>Made in KooDesk, not read</source>
        <translation>KooDesk 创建，未读取</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Read at {time}</source>
        <translation>读取时间：{time}</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>The history has it, and the service lists it.</source>
        <translation>历史记录中有，服务的列表中也有。</translation>
    </message>
    <message>
        <source>The history has it, and the service no longer lists it.</source>
        <translation>历史记录中有，服务的列表中已没有。</translation>
    </message>
    <message>
        <source>The history has it; the list that would show it was not read.</source>
        <translation>历史记录中有，但相应的列表未读取。</translation>
    </message>
    <message>
        <source>The history has it; the service did not list it now, which does not prove that it is gone.</source>
        <translation>历史记录中有，服务此次未列出，但不能据此证明已不存在。</translation>
    </message>
    <message>
        <source>The service lists it, and the history does not know it: another program made it.</source>
        <translation>服务的列表中有，历史记录中没有：由其他程序创建。</translation>
    </message>
    <message>
        <source>{listed} listed, {besides} in KooDesk not listed, read at {time}</source>
        <translation>已列出 {listed} 个，另有 {besides} 个由 KooDesk 创建但未列出，读取于 {time}</translation>
    </message>
    <message>
        <source>{shown} of {total}, not read</source>
        <translation>共 {total} 个，显示 {shown} 个，未读取</translation>
    </message>
    <message>
        <source>{shown} of {total}, read at {time}</source>
        <translation>共 {total} 个，显示 {shown} 个，读取于 {time}</translation>
    </message>
    <message>
        <source>{shown} shown of {listed} listed and {besides} in KooDesk not listed, read at {time}</source>
        <translation>显示 {shown} 个：已列出 {listed} 个，另有 {besides} 个由 KooDesk 创建但未列出，读取于 {time}</translation>
    </message>
</context>
<context>
    <name>LiveActions</name>
    <message>
        <source>&amp;Copy IDs</source>
        <translation>复制 ID(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Use as template</source>
        <translation>用作模板(&amp;U)</translation>
    </message>
    <message>
        <source>All IDs of each row, each with its name, for an e-mail or a ticket</source>
        <translation>每行的全部 ID 及其名称，可用于邮件或工单</translation>
    </message>
    <message>
        <source>Cop&amp;y rows</source>
        <translation>复制行(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy all ID&amp;s</source>
        <translation>复制全部 ID(&amp;S)</translation>
    </message>
    <message>
        <source>Show in h&amp;istory</source>
        <translation>在历史记录中显示(&amp;I)</translation>
    </message>
</context>
<context>
    <name>LiveExport</name>
    <message>
        <source>Export what the service lists</source>
        <translation>导出服务的列表</translation>
    </message>
    <message>
        <source>Exported 1 row to {path}</source>
        <translation>已将 1 行导出到 {path}</translation>
    </message>
    <message>
        <source>Exported {count} rows to {path}</source>
        <translation>已将 {count} 行导出到 {path}</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
</context>
<context>
    <name>LiveFilters</name>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Albums and folders</source>
        <translation>相册和共享文件夹</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Made anywhere</source>
        <translation>所有来源</translation>
    </message>
    <message>
        <source>Search names and IDs</source>
        <translation>搜索名称和 ID</translation>
    </message>
    <message>
        <source>Search what the service lists</source>
        <translation>搜索服务的列表</translation>
    </message>
    <message>
        <source>Shared folders</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>Where it was made</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>LiveModel</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>A large account takes some seconds.</source>
        <translation>内容较多的账号需要几秒钟。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Connect one: then its albums and shared folders are shown here, as the service lists them.</source>
        <translation>添加账号连接后，此处会显示服务列出的相册和共享文件夹。</translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation>尚未连接账号</translation>
    </message>
    <message>
        <source>Not everything could be read</source>
        <translation>部分内容无法读取</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有符合条件的内容</translation>
    </message>
    <message>
        <source>On the service</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>立即读取</translation>
    </message>
    <message>
        <source>Reading the service&apos;s lists… {count} so far</source>
        <translation>正在读取服务的列表…目前 {count} 个</translation>
    </message>
    <message>
        <source>Search for something else, or clear the filters to see everything again.</source>
        <translation>请搜索其他内容，或清除筛选以显示全部。</translation>
    </message>
    <message>
        <source>Shows every album and shared folder that the service lists, and which of them were made in KooDesk.</source>
        <translation>显示服务列出的所有相册和共享文件夹，并标明哪些由 KooDesk 创建。</translation>
    </message>
    <message>
        <source>Stop readin&amp;g</source>
        <translation>停止读取(&amp;G)</translation>
    </message>
    <message>
        <source>The service lists nothing</source>
        <translation>服务的列表为空</translation>
    </message>
    <message>
        <source>The service&apos;s lists need a token.</source>
        <translation>读取服务的列表需要令牌。</translation>
    </message>
    <message>
        <source>This user has no albums and no shared folders, and the history knows of none.</source>
        <translation>此用户没有相册和共享文件夹，历史记录中也没有。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What the service lists is not known. Why is said above.</source>
        <translation>服务的列表未能读取，原因见上方。</translation>
    </message>
    <message>
        <source>{selected} of {count} selected</source>
        <translation>已选中 {selected} 个，共 {count} 个</translation>
    </message>
</context>
<context>
    <name>LiveTable</name>
    <message>
        <source>What the service lists</source>
        <translation>服务的列表</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>HTTP {status}</source>
        <translation>HTTP {status}</translation>
    </message>
    <message>
        <source>Looked once</source>
        <translation>已查找 1 次</translation>
    </message>
    <message>
        <source>Looked {count} times</source>
        <translation>已查找 {count} 次</translation>
    </message>
    <message>
        <source>The answer names the ID {ids}; that is not confirmed.</source>
        <translation>响应中给出了 ID {ids}，尚未确认。</translation>
    </message>
    <message>
        <source>The service says: {words}</source>
        <translation>服务返回：{words}</translation>
    </message>
    <message>
        <source>The service&apos;s list could not be read</source>
        <translation>服务的列表无法读取</translation>
    </message>
    <message>
        <source>The service&apos;s list could not be read: {reason}.</source>
        <translation>服务的列表无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The service&apos;s list is not whole</source>
        <translation>服务的列表不完整</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>响应码 {code}</translation>
    </message>
    <message>
        <source>{title} ({details}).</source>
        <translation>{title}（{details}）。</translation>
    </message>
    <message>
        <source>{title}.</source>
        <translation>{title}。</translation>
    </message>
    <message>
        <source>{title}. {message}</source>
        <translation>{title}。{message}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Please note</source>
        <translation>注意</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Counted in Unicode code points: {count} of {limit}. In UTF-16 units it is {units}.</source>
        <translation>按 Unicode 码点计为 {count} 个，上限 {limit} 个；按 UTF-16 码元计为 {units} 个。</translation>
    </message>
    <message>
        <source>The next name is “{name}”.</source>
        <translation>下一个名称是“{name}”。</translation>
    </message>
    <message>
        <source>These are {count} rows: create many…</source>
        <translation>此处有 {count} 行：批量创建…</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>{page}   {count} ?</source>
        <translation>{page} {count} ?</translation>
    </message>
</context>
<context>
    <name>NetworkFields</name>
    <message>
        <source>An HTTP proxy that you name.</source>
        <translation>由您指定的 HTTP 代理服务器。</translation>
    </message>
    <message>
        <source>As HTTPS_PROXY and NO_PROXY, or the settings of this computer, say at that time.</source>
        <translation>每次按当时的 HTTPS_PROXY、NO_PROXY 或本机设置。</translation>
    </message>
    <message>
        <source>It is kept in the keyring, apart from the token.</source>
        <translation>保存在密钥环中，与令牌分开。</translation>
    </message>
    <message>
        <source>Kept. Type to replace it.</source>
        <translation>已保存。输入新内容即可替换。</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>不使用代理服务器</translation>
    </message>
    <message>
        <source>Only if the proxy wants one.</source>
        <translation>仅在代理服务器要求时填写。</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>代理服务器(&amp;X)</translation>
    </message>
    <message>
        <source>Proxy a&amp;ddress</source>
        <translation>代理服务器地址(&amp;D)</translation>
    </message>
    <message>
        <source>Proxy pass&amp;word</source>
        <translation>代理服务器密码(&amp;W)</translation>
    </message>
    <message>
        <source>Proxy us&amp;er (optional)</source>
        <translation>代理服务器用户名（选填）(&amp;E)</translation>
    </message>
    <message>
        <source>Straight to the service.</source>
        <translation>直接连接服务。</translation>
    </message>
    <message>
        <source>Such as http://proxy.example.com:8080.</source>
        <translation>例如 http://proxy.example.com:8080。</translation>
    </message>
    <message>
        <source>System’s</source>
        <translation>使用系统设置</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>指定代理服务器</translation>
    </message>
</context>
<context>
    <name>OfferButton</name>
    <message>
        <source>&amp;Use “{name}”</source>
        <translation>使用“{name}”(&amp;U)</translation>
    </message>
</context>
<context>
    <name>OpenFolderButton</name>
    <message>
        <source>Open folder</source>
        <translation>打开目录</translation>
    </message>
</context>
<context>
    <name>OpenLine</name>
    <message>
        <source>&amp;Find out…</source>
        <translation>查明结果(&amp;F)…</translation>
    </message>
    <message>
        <source>? {sentence}</source>
        <translation>? {sentence}</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy rows in a spreadsheet, with their heading, and paste them here. “Holiday {01-20}” makes twenty albums; “{date}” stands for today.</source>
        <translation>请在电子表格中连同表头一起复制各行，然后粘贴到此处。“假日 {01-20}”会生成 20 个相册；“{date}”代表今天的日期。</translation>
    </message>
    <message>
        <source>Paste a table, or type a series</source>
        <translation>粘贴表格，或输入序列</translation>
    </message>
    <message>
        <source>name	kind
Customer 0001	album
Customer 0002	album

… or Holiday {01-20}</source>
        <translation>名称	对象类型
客户 0001	相册
客户 0002	相册

或输入序列：假日 {01-20}</translation>
    </message>
</context>
<context>
    <name>PasteIdsDialog</name>
    <message>
        <source>&amp;Add to the list</source>
        <translation>添加到列表(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>One or &amp;many folder IDs, one per line, or separated by spaces or commas:</source>
        <translation>一个或多个文件夹 ID，每行一个，或以空格、逗号分隔(&amp;M)：</translation>
    </message>
    <message>
        <source>Only the beginning of what was pasted is taken: no album needs more.</source>
        <translation>只采用粘贴内容的开头部分：相册不需要更多。</translation>
    </message>
    <message>
        <source>Paste folder IDs</source>
        <translation>粘贴文件夹 ID</translation>
    </message>
</context>
<context>
    <name>PastedToken</name>
    <message>
        <source>This is longer than any token. Nothing was taken.</source>
        <translation>内容超过令牌的最大长度，未采用。</translation>
    </message>
</context>
<context>
    <name>PauseNotice</name>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
</context>
<context>
    <name>PlanFinder</name>
    <message>
        <source>No row has a problem.</source>
        <translation>所有行均无错误。</translation>
    </message>
</context>
<context>
    <name>PlanStart</name>
    <message>
        <source>About {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>Another batch is running: {name}. Create these rows when it has ended.</source>
        <translation>另一个批次正在执行：{name}。请在其结束后再创建这些行。</translation>
    </message>
    <message>
        <source>The rows are compared with the history and the service…</source>
        <translation>正在与历史记录和服务对比…</translation>
    </message>
    <message>
        <source>the token ends before: you will be asked for a new one</source>
        <translation>令牌将在此之前失效，届时须提供新令牌</translation>
    </message>
    <message>
        <source>token lasts {time}</source>
        <translation>令牌有效期剩余 {time}</translation>
    </message>
</context>
<context>
    <name>PlanTools</name>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>下一个错误(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Only problems</source>
        <translation>只看有错误的行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Trim all blanks</source>
        <translation>去除首尾空格(&amp;T)</translation>
    </message>
    <message>
        <source>Filter names and other cells</source>
        <translation>筛选名称和其他单元格</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Save a copy with the problems…</source>
        <translation>保存带错误说明的副本…</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>发生意外错误</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>&amp;Copy details</source>
        <translation>复制详情(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save support bundle…</source>
        <translation>保存诊断包(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>It has happened {count} times.</source>
        <translation>已出现 {count} 次。</translation>
    </message>
    <message>
        <source>KooDesk continues. What you created is in the history, and what you typed is still there; look at it before you send it. If it happens again, save a support bundle for the people who maintain KooDesk. Nothing is sent automatically.</source>
        <translation>KooDesk 继续运行。您创建的内容已写入历史记录，已填写的内容也仍在；发送前请先检查。如果再次出现，可保存诊断包并交给 KooDesk 的维护人员。不会自动发送任何内容。</translation>
    </message>
    <message>
        <source>KooDesk has a problem</source>
        <translation>KooDesk 出现问题</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>发生意外错误</translation>
    </message>
    <message>
        <source>{count} errors so far, of {kinds} kinds.</source>
        <translation>目前共有 {count} 个错误，分为 {kinds} 种。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>继续编辑(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>取消(&amp;S)</translation>
    </message>
    <message>
        <source>A request is under way.</source>
        <translation>有请求正在处理。</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>放弃已填写的内容？</translation>
    </message>
    <message>
        <source>If you quit now, KooDesk waits a few seconds for the answer. If it does not come, the history keeps the request with an unknown outcome.</source>
        <translation>现在退出，KooDesk 会再等待几秒；若仍未收到响应，该请求将在历史记录中记为“结果未知”。</translation>
    </message>
    <message>
        <source>If you quit now, it is paused. Nothing is lost: continue it when KooDesk starts again.</source>
        <translation>现在退出，批次将暂停。不会丢失任何内容：下次启动 KooDesk 时可以继续。</translation>
    </message>
    <message>
        <source>It is replaced, and cannot be brought back.</source>
        <translation>已填写的内容将被替换，无法恢复。</translation>
    </message>
    <message>
        <source>Nothing is under way, and nothing would be lost.</source>
        <translation>没有正在处理的请求，也不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Quit KooDesk?</source>
        <translation>退出 KooDesk？</translation>
    </message>
    <message>
        <source>Quitting discards unsent input in a form.</source>
        <translation>退出后，表单中尚未发送的内容将丢失。</translation>
    </message>
    <message>
        <source>Replace what you typed?</source>
        <translation>替换已填写的内容？</translation>
    </message>
    <message>
        <source>Requests are waiting to be sent.</source>
        <translation>有请求等待发送。</translation>
    </message>
    <message>
        <source>Requests that wait are kept, and offered when KooDesk starts again.</source>
        <translation>等待中的请求会保留，下次启动 KooDesk 时可选择发送。</translation>
    </message>
    <message>
        <source>This connection is not saved yet.</source>
        <translation>此连接尚未保存。</translation>
    </message>
    <message>
        <source>What was to be taken back and waits is not; it stays as it is.</source>
        <translation>等待中的撤回不会保留，相应内容保持不变。</translation>
    </message>
    <message>
        <source>You have unsent input in a form.</source>
        <translation>表单中有尚未发送的内容。</translation>
    </message>
    <message>
        <source>You have unsent input in the form.</source>
        <translation>表单中有尚未发送的内容。</translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message>
        <source>&amp;Stay</source>
        <translation>不退出(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>the pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>{count} rows are checked. Nothing is sent.</source>
        <translation>已检查 {count} 行。不发送任何请求。</translation>
    </message>
</context>
<context>
    <name>RecentBar</name>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Recent: {name}</source>
        <translation>最近使用：{name}</translation>
    </message>
</context>
<context>
    <name>RecipePage</name>
    <message>
        <source>&amp;Create both</source>
        <translation>全部创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Create the album</source>
        <translation>创建相册(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Take the folder back…</source>
        <translation>撤回文件夹(&amp;T)…</translation>
    </message>
    <message>
        <source>Creates a shared folder, and then a shared album in it for everybody in the folder. If the album cannot be created, the folder stays and the album can be tried again.</source>
        <translation>先创建共享文件夹，再在其中创建一个所有成员可见的共享相册。如果相册未能创建，文件夹会保留，可重试创建相册。</translation>
    </message>
    <message>
        <source>Folder with album</source>
        <translation>文件夹及相册</translation>
    </message>
    <message>
        <source>Nothing was sent yet. It is sent automatically in {time}, or press Clear.</source>
        <translation>尚未发送任何请求。将在{time}后自动发送；如不发送，点击“清空”。</translation>
    </message>
    <message>
        <source>Step 1 of 2</source>
        <translation>第 1 步，共 2 步</translation>
    </message>
    <message>
        <source>Step 2 of 2</source>
        <translation>第 2 步，共 2 步</translation>
    </message>
    <message>
        <source>Step 2 of 2: looking into the new folder…</source>
        <translation>第 2 步，共 2 步：正在查看新文件夹…</translation>
    </message>
    <message>
        <source>Step 2 of 2: the folder stays. Press Create the album to try again, or take the folder back.</source>
        <translation>第 2 步，共 2 步：文件夹已保留。点击“创建相册”重试，或撤回文件夹。</translation>
    </message>
    <message>
        <source>The service has asked to wait</source>
        <translation>服务要求等待</translation>
    </message>
    <message>
        <source>What you type now is not kept: wait until both are created.</source>
        <translation>现在填写的内容不会保留：请等待全部创建完成。</translation>
    </message>
    <message>
        <source>✓ Created.</source>
        <translation>✓ 已创建。</translation>
    </message>
    <message>
        <source>✓ Created. You can type the next one.</source>
        <translation>✓ 已创建。可以填写下一个。</translation>
    </message>
</context>
<context>
    <name>RemoveConnection</name>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It may be asking for its password in a window of its own. Cancel stops the waiting.</source>
        <translation>密码管理器可能正在另一个窗口中要求输入密码。点击“取消”可停止等待。</translation>
    </message>
    <message>
        <source>Its app key is deleted from the keyring as well. {rest}</source>
        <translation>密钥环中的 AppId 和 AppSecret 将一并删除。{rest}</translation>
    </message>
    <message>
        <source>Its token is deleted from the keyring as well. {rest}</source>
        <translation>密钥环中的令牌将一并删除。{rest}</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>删除连接</translation>
    </message>
    <message>
        <source>Remove the connection any&amp;way</source>
        <translation>仍然删除(&amp;W)</translation>
    </message>
    <message>
        <source>Remove the connection “{name}”?</source>
        <translation>删除连接“{name}”？</translation>
    </message>
    <message>
        <source>The history stays, and nothing changes on the service.</source>
        <translation>历史记录会保留，服务上的内容不受影响。</translation>
    </message>
    <message>
        <source>The token could not be deleted</source>
        <translation>令牌无法删除</translation>
    </message>
    <message>
        <source>The tokens of its session are deleted from the keyring as well. {rest}</source>
        <translation>密钥环中此登录会话的令牌将一并删除。{rest}</translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation>正在等待密码管理器…</translation>
    </message>
    <message>
        <source>{problem}. Try again; or remove the connection anyway, and delete the entry for KooDesk with the program of your keyring.</source>
        <translation>{problem}。请重试；也可仍然删除连接，再用密钥环的管理程序移除 KooDesk 的条目。</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>Collection album, just me</source>
        <translation>个人收录相册</translation>
    </message>
    <message>
        <source>Collection album, shared</source>
        <translation>共享收录相册</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Folders to collect from</source>
        <translation>收录范围</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>群组 ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>发出时间</translation>
    </message>
    <message>
        <source>Manual album, just me</source>
        <translation>个人手工相册</translation>
    </message>
    <message>
        <source>Manual album, shared</source>
        <translation>共享手工相册</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Parent folder ID</source>
        <translation>父文件夹 ID</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>Shared folder ID (primary key)</source>
        <translation>共享文件夹 ID（主键）</translation>
    </message>
    <message>
        <source>Space ID</source>
        <translation>空间 ID</translation>
    </message>
    <message>
        <source>Trace ID</source>
        <translation>跟踪 ID</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>What to collect</source>
        <translation>收录类型</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>Why its outcome is unknown</source>
        <translation>结果未知的原因</translation>
    </message>
    <message>
        <source>Why its outcome was unknown</source>
        <translation>当时结果未知的原因</translation>
    </message>
</context>
<context>
    <name>RequestPreview</name>
    <message>
        <source>A command cannot sign by itself, so nothing was copied. In the menu beside Copy as cURL you find it with a signature, which is good for 15 minutes.</source>
        <translation>命令无法自行签名，因此未复制。可在“复制为 cURL”旁的菜单中选择含签名的命令，15 分钟内有效。</translation>
    </message>
    <message>
        <source>A command is good for 15 minutes, as its X-Date is.</source>
        <translation>命令在 15 分钟内有效，与其 X-Date 相同。</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>立即清除</translation>
    </message>
    <message>
        <source>Cop&amp;y as cURL</source>
        <translation>复制为 cURL(&amp;Y)</translation>
    </message>
    <message>
        <source>Copied for {shell}, good for 15 minutes. It takes your token from a variable, the whole of it with what stands in front (such as AT). To set that, run first:</source>
        <translation>已复制为 {shell} 命令，15 分钟内有效。命令从变量读取完整令牌，包括前缀（例如 AT）。如需设置该变量，请先运行：</translation>
    </message>
    <message>
        <source>Copied for {shell}, good for 15 minutes. It takes your token from a variable; to set that, run first:</source>
        <translation>已复制为 {shell} 命令，15 分钟内有效。命令从变量读取令牌；如需设置该变量，请先运行：</translation>
    </message>
    <message>
        <source>Copied with a signature, good for 15 minutes. The clipboard is cleared in {seconds} s.</source>
        <translation>已复制，含签名，15 分钟内有效。剪贴板将在 {seconds} 秒后清除。</translation>
    </message>
    <message>
        <source>Copied with your token, good for 15 minutes. The clipboard is cleared in {seconds} s.</source>
        <translation>已复制，含令牌，15 分钟内有效。剪贴板将在 {seconds} 秒后清除。</translation>
    </message>
    <message>
        <source>Copy as cURL for another shell</source>
        <translation>复制为其他 Shell 的 cURL</translation>
    </message>
    <message>
        <source>For {shell}</source>
        <translation>用于 {shell}</translation>
    </message>
    <message>
        <source>Not ready yet. Fields to correct: {count}</source>
        <translation>尚未就绪：有 {count} 个字段需要修正</translation>
    </message>
    <message>
        <source>PowerShell (Windows)</source>
        <translation>PowerShell (Windows)</translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation>请求预览</translation>
    </message>
    <message>
        <source>The shared folder is “{name}”.</source>
        <translation>共享文件夹为“{name}”。</translation>
    </message>
    <message>
        <source>The signature is computed again for each request and is good for 15 minutes.</source>
        <translation>签名按每个请求重新计算，15 分钟内有效。</translation>
    </message>
    <message>
        <source>The signature is no longer on the clipboard.</source>
        <translation>剪贴板中的签名已清除。</translation>
    </message>
    <message>
        <source>This is what Create sends, once.</source>
        <translation>点击“创建”时即发送此内容，且只发送一次。</translation>
    </message>
    <message>
        <source>With a signature, good for 15 &amp;minutes (secret)…</source>
        <translation>含签名，15 分钟内有效（机密）(&amp;M)…</translation>
    </message>
    <message>
        <source>With your real &amp;token, good for 15 minutes (secret)…</source>
        <translation>含真实令牌，15 分钟内有效（机密）(&amp;T)…</translation>
    </message>
    <message>
        <source>Your token is no longer on the clipboard.</source>
        <translation>剪贴板中的令牌已清除。</translation>
    </message>
    <message>
        <source>cmd (Windows)</source>
        <translation>cmd (Windows)</translation>
    </message>
    <message>
        <source>sh, bash, zsh</source>
        <translation>sh、bash、zsh</translation>
    </message>
</context>
<context>
    <name>ResolveActions</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Decide later</source>
        <translation>以后判定(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Give the token…</source>
        <translation>提供令牌(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>再次查找(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation>立即查找(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>重新发送(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start the sandbox and look</source>
        <translation>启动沙箱并查找(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;This is the one</source>
        <translation>就是这个(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Use that connection</source>
        <translation>使用该连接(&amp;U)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It is still th&amp;ere</source>
        <translation>仍然存在(&amp;E)</translation>
    </message>
    <message>
        <source>It was not cr&amp;eated</source>
        <translation>未创建(&amp;E)</translation>
    </message>
    <message>
        <source>None of these: it was not cr&amp;eated</source>
        <translation>都不是，未创建(&amp;E)</translation>
    </message>
    <message>
        <source>Show in &amp;history</source>
        <translation>在历史记录中显示(&amp;H)</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>A newer KooDesk has sent it. Use that one to find out.</source>
        <translation>该请求由较新版本的 KooDesk 发送。请用该版本查明结果。</translation>
    </message>
    <message>
        <source>If you know by other means that it is still there, you can say so.</source>
        <translation>如果您通过其他途径确认仍然存在，可以自行判定。</translation>
    </message>
    <message>
        <source>Is this what it created?</source>
        <translation>这是该请求创建的吗？</translation>
    </message>
    <message>
        <source>It is still there, and can be taken back again from the history.</source>
        <translation>该内容仍然存在，可在历史记录中再次撤回。</translation>
    </message>
    <message>
        <source>It was sent to the sandbox</source>
        <translation>该请求发送到了沙箱</translation>
    </message>
    <message>
        <source>It was sent with another connection</source>
        <translation>该请求由其他连接发送</translation>
    </message>
    <message>
        <source>It was sent with “{name}”, to {address} as user {user}. To look, KooDesk needs a connection with this address and user. If you know by other means that it was not created, you can say so.</source>
        <translation>该请求由连接“{name}”发送到 {address}，用户为 {user}。查找需要使用该地址和用户的连接。如果您通过其他途径确认未创建，可以自行判定。</translation>
    </message>
    <message>
        <source>It was sent with “{name}”. Use that connection to look.</source>
        <translation>该请求由连接“{name}”发送。请使用该连接查找。</translation>
    </message>
    <message>
        <source>Its ID is in the history now.</source>
        <translation>ID 已写入历史记录。</translation>
    </message>
    <message>
        <source>Its answer has not come yet</source>
        <translation>尚未收到响应</translation>
    </message>
    <message>
        <source>Its connection no longer exists</source>
        <translation>该请求的连接已不存在</translation>
    </message>
    <message>
        <source>KooDesk cannot tell, so this is for you to decide. Compare it with what was sent.</source>
        <translation>KooDesk 无法判定，请对比发送的内容后自行判定。</translation>
    </message>
    <message>
        <source>KooDesk is still waiting for it.</source>
        <translation>KooDesk 仍在等待。</translation>
    </message>
    <message>
        <source>KooDesk looks as soon as it has the access token.</source>
        <translation>获得访问令牌后，KooDesk 会立即查找。</translation>
    </message>
    <message>
        <source>KooDesk looks for about a minute. You can close this window; it keeps looking.</source>
        <translation>KooDesk 将查找约一分钟。可以关闭此窗口，查找会继续。</translation>
    </message>
    <message>
        <source>Looking in the service&apos;s list…</source>
        <translation>正在服务的列表中查找…</translation>
    </message>
    <message>
        <source>No request has an unknown outcome</source>
        <translation>没有结果未知的请求</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>尚无令牌</translation>
    </message>
    <message>
        <source>Nothing else matches</source>
        <translation>没有其他相符的内容</translation>
    </message>
    <message>
        <source>Nothing is decided. If you know by other means that it was not created, you can say so.</source>
        <translation>尚未判定。如果您通过其他途径确认未创建，可以自行判定。</translation>
    </message>
    <message>
        <source>Nothing is decided. The outcome stays unknown until you look again.</source>
        <translation>尚未判定。再次查找之前，结果仍为未知。</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有待查明的请求</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message>
        <source>Requests without a known outcome</source>
        <translation>结果未知的请求</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>发生意外错误</translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>无法读取历史记录</translation>
    </message>
    <message>
        <source>The history says so now.</source>
        <translation>历史记录已注明。</translation>
    </message>
    <message>
        <source>The history says so now. It can be sent again.</source>
        <translation>历史记录已注明，可以重新发送。</translation>
    </message>
    <message>
        <source>The sandbox is not running. Start it to look; it still has what was created there.</source>
        <translation>沙箱未运行。请启动沙箱以查找，之前创建的内容仍在其中。</translation>
    </message>
    <message>
        <source>The sandbox runs at another address now than it had then, so KooDesk cannot look there. If you know by other means that it was not created, you can say so.</source>
        <translation>沙箱的运行地址已与当时不同，KooDesk 无法在该处查找。如果您通过其他途径确认未创建，可以自行判定。</translation>
    </message>
    <message>
        <source>The search was stopped</source>
        <translation>查找已停止</translation>
    </message>
    <message>
        <source>The service&apos;s lists do not tell</source>
        <translation>从服务的列表中无法判断</translation>
    </message>
    <message>
        <source>This version of KooDesk cannot look for it</source>
        <translation>此版本的 KooDesk 无法查找该请求</translation>
    </message>
    <message>
        <source>To look, KooDesk needs the access token of this connection.</source>
        <translation>查找需要此连接的访问令牌。</translation>
    </message>
    <message>
        <source>To look, KooDesk needs the connection that sent it.</source>
        <translation>查找需要发送该请求的连接。</translation>
    </message>
    <message>
        <source>To send it again, go back to it with Previous.</source>
        <translation>如需重新发送，请用“上一个”返回该请求。</translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation>正在等待密码管理器…</translation>
    </message>
    <message>
        <source>What became of {subject}?</source>
        <translation>查明{subject}的结果</translation>
    </message>
    <message>
        <source>What the list showed belongs to other requests now. Look again, or say that it was not created.</source>
        <translation>列表中原有的候选项现已属于其他请求。请再次查找，或判定为未创建。</translation>
    </message>
    <message>
        <source>Whenever the answer to a request is lost, KooDesk finds out here what became of it.</source>
        <translation>如果请求未收到响应，KooDesk 会在此查明结果。</translation>
    </message>
    <message>
        <source>Which of these did it create?</source>
        <translation>哪一个是该请求创建的？</translation>
    </message>
    <message>
        <source>{looked}. Looking now…</source>
        <translation>{looked}，正在查找…</translation>
    </message>
    <message>
        <source>{looked}. Next look in {count} s.</source>
        <translation>{looked}，{count} 秒后再次查找。</translation>
    </message>
    <message>
        <source>↩ It was taken back</source>
        <translation>↩ 已撤回</translation>
    </message>
    <message>
        <source>✓ It was created</source>
        <translation>✓ 已创建</translation>
    </message>
    <message>
        <source>✕ It was not created</source>
        <translation>✕ 未创建</translation>
    </message>
    <message>
        <source>✕ It was not taken back</source>
        <translation>✕ 未撤回</translation>
    </message>
</context>
<context>
    <name>ResolveHeader</name>
    <message>
        <source>&amp;Next</source>
        <translation>下一个(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一个(&amp;P)</translation>
    </message>
    <message>
        <source>All requests have an outcome now.</source>
        <translation>所有请求的结果均已查明。</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>剩余 {count} 个</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 个，共 {count} 个</translation>
    </message>
</context>
<context>
    <name>ResolveNotice</name>
    <message>
        <source>A request created nothing</source>
        <translation>有 1 个请求未创建任何内容</translation>
    </message>
    <message>
        <source>A request created {id} after all</source>
        <translation>已查明：有 1 个请求创建成功，ID 为 {id}</translation>
    </message>
    <message>
        <source>A request may have created something: the service&apos;s lists do not tell</source>
        <translation>有 1 个请求可能已创建内容：从服务的列表中无法判断</translation>
    </message>
    <message>
        <source>Created: {count}</source>
        <translation>已创建：{count} 个</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>判定…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Its outcome is unknown.</source>
        <translation>结果未知。</translation>
    </message>
    <message>
        <source>KooDesk could not find out what became of {name}</source>
        <translation>未能查明{name}的结果</translation>
    </message>
    <message>
        <source>KooDesk finds out as soon as the connection is in use and has its token.</source>
        <translation>切换到相应的连接且令牌可用后，KooDesk 会自动查明结果。</translation>
    </message>
    <message>
        <source>KooDesk is finding out.</source>
        <translation>KooDesk 正在查明结果。</translation>
    </message>
    <message>
        <source>Look again…</source>
        <translation>再次查找…</translation>
    </message>
    <message>
        <source>Not created: {count}</source>
        <translation>未创建：{count} 个</translation>
    </message>
    <message>
        <source>One request was under way when KooDesk ended last time</source>
        <translation>KooDesk 上次退出时有 1 个请求正在处理</translation>
    </message>
    <message>
        <source>Requests whose answers were lost: {count}</source>
        <translation>未收到响应的请求：{count} 个</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在历史记录中显示</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>显示…</translation>
    </message>
    <message>
        <source>Still being looked for: {count}</source>
        <translation>仍在查找：{count} 个</translation>
    </message>
    <message>
        <source>Their outcome is unknown.</source>
        <translation>这些请求的结果未知。</translation>
    </message>
    <message>
        <source>Waiting for your decision: {count}</source>
        <translation>等待您判定：{count} 个</translation>
    </message>
    <message>
        <source>a request</source>
        <translation>某个请求</translation>
    </message>
    <message>
        <source>{count} requests were under way when KooDesk ended last time</source>
        <translation>KooDesk 上次退出时有 {count} 个请求正在处理</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Album ID</source>
        <translation>相册 ID</translation>
    </message>
    <message>
        <source>Album created</source>
        <translation>相册已创建</translation>
    </message>
    <message>
        <source>Another connection was chosen meanwhile</source>
        <translation>已切换到其他连接</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>添加账号连接…</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy folder ID</source>
        <translation>复制共享文件夹 ID</translation>
    </message>
    <message>
        <source>Copy the ID now: the history could not take it. {reason}</source>
        <translation>请立即复制 ID：未能写入历史记录。{reason}</translation>
    </message>
    <message>
        <source>Create a shared album in it</source>
        <translation>在其中创建共享相册</translation>
    </message>
    <message>
        <source>Create one more</source>
        <translation>再创建一个</translation>
    </message>
    <message>
        <source>Fields to correct: {count}</source>
        <translation>有 {count} 个字段需要修正</translation>
    </message>
    <message>
        <source>File ID</source>
        <translation>文件 ID</translation>
    </message>
    <message>
        <source>Find out…</source>
        <translation>查明结果…</translation>
    </message>
    <message>
        <source>Folder ID (primary key)</source>
        <translation>共享文件夹 ID（主键）</translation>
    </message>
    <message>
        <source>Give the token…</source>
        <translation>提供令牌…</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>群组 ID</translation>
    </message>
    <message>
        <source>ID of what is there</source>
        <translation>已有内容的 ID</translation>
    </message>
    <message>
        <source>It is sent automatically as soon as you are signed in again.</source>
        <translation>重新登录后将自动发送。</translation>
    </message>
    <message>
        <source>It may have been created anyway. The history shows what becomes of it.</source>
        <translation>可能已经创建成功。结果会显示在历史记录中。</translation>
    </message>
    <message>
        <source>It was not used for {minutes} minutes or longer. Nothing was sent yet. {go_on}</source>
        <translation>令牌已闲置 {minutes} 分钟或更久。尚未发送任何请求。{go_on}</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>新令牌…</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>尚无连接</translation>
    </message>
    <message>
        <source>Nothing was created. Check that it belongs to this service and user. {go_on}</source>
        <translation>未创建任何内容。请检查令牌是否属于此服务和用户。{go_on}</translation>
    </message>
    <message>
        <source>Nothing was deleted. Check that it belongs to this service and user. {go_on}</source>
        <translation>未删除任何内容。请检查令牌是否属于此服务和用户。{go_on}</translation>
    </message>
    <message>
        <source>Nothing was sent, as the form or its connection is another by now. Press Create when it is right.</source>
        <translation>未发送任何请求，因为表单或其连接已更改。确认无误后点击“创建”。</translation>
    </message>
    <message>
        <source>Nothing was sent. Answer its question, then press Create again; or give the token by hand.</source>
        <translation>未发送任何请求。请回应密码管理器的提示，然后再次点击“创建”；也可手动提供令牌。</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose its connection again: {names}</source>
        <translation>未发送任何请求。请重新选择其连接：{names}</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose “{name}” below on the left, then try again.</source>
        <translation>未发送任何请求。请在左下方选择“{name}”，然后重试。</translation>
    </message>
    <message>
        <source>Nothing was sent. Each field says what is wrong.</source>
        <translation>未发送任何请求。各字段下方已注明原因。</translation>
    </message>
    <message>
        <source>Nothing was sent. Paste a token into the connection.</source>
        <translation>未发送任何请求。请在连接中粘贴令牌。</translation>
    </message>
    <message>
        <source>Nothing was sent. Press Create to send it there.</source>
        <translation>未发送任何请求。如需发送到该连接，点击“创建”。</translation>
    </message>
    <message>
        <source>Nothing was sent. Say where to send it.</source>
        <translation>未发送任何请求。请指定发送到哪里。</translation>
    </message>
    <message>
        <source>Nothing was sent. {go_on}</source>
        <translation>未发送任何请求。{go_on}</translation>
    </message>
    <message>
        <source>Open the connection…</source>
        <translation>打开连接…</translation>
    </message>
    <message>
        <source>Paste a new token and the request is sent automatically.</source>
        <translation>粘贴新令牌后将自动发送。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send again in {time}</source>
        <translation>{time}后重新发送</translation>
    </message>
    <message>
        <source>Send with the current token anyway</source>
        <translation>仍用当前令牌发送</translation>
    </message>
    <message>
        <source>Sent as soon as the connection is ready: {names}</source>
        <translation>连接就绪后即发送：{names}</translation>
    </message>
    <message>
        <source>Shared folder created</source>
        <translation>共享文件夹已创建</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在历史记录中显示</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>The new session was not accepted either</source>
        <translation>服务也不接受新的登录会话</translation>
    </message>
    <message>
        <source>The service no longer accepts it, and nothing was created. {go_on}</source>
        <translation>服务已不再接受，未创建任何内容。{go_on}</translation>
    </message>
    <message>
        <source>The service no longer accepts it, and nothing was deleted. {go_on}</source>
        <translation>服务已不再接受，未删除任何内容。{go_on}</translation>
    </message>
    <message>
        <source>The service says: {words}</source>
        <translation>服务返回：{words}</translation>
    </message>
    <message>
        <source>The token is fresh</source>
        <translation>令牌已更新</translation>
    </message>
    <message>
        <source>This belongs to another connection</source>
        <translation>此请求属于其他连接</translation>
    </message>
    <message>
        <source>This connection has no token</source>
        <translation>此连接没有令牌</translation>
    </message>
    <message>
        <source>This token was not accepted either</source>
        <translation>服务也不接受此令牌</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>正在等待连接</translation>
    </message>
    <message>
        <source>Waiting for your password manager</source>
        <translation>正在等待密码管理器</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Your session has expired</source>
        <translation>登录已失效</translation>
    </message>
    <message>
        <source>Your session has probably expired</source>
        <translation>登录可能已失效</translation>
    </message>
    <message>
        <source>Your token has expired</source>
        <translation>令牌已失效</translation>
    </message>
    <message>
        <source>Your token has probably expired</source>
        <translation>令牌可能已失效</translation>
    </message>
    <message>
        <source>one without a name</source>
        <translation>未命名对象</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>“{name}” may have been created anyway. The history shows what becomes of it.</source>
        <translation>“{name}”可能已经创建成功。结果会显示在历史记录中。</translation>
    </message>
</context>
<context>
    <name>ResultBanner</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>The service has not answered yet; KooDesk still waits. It is written down in the history.</source>
        <translation>服务尚未响应，KooDesk 仍在等待。此请求已写入历史记录。</translation>
    </message>
    <message>
        <source>You can keep working on other pages.</source>
        <translation>等待期间可继续使用其他页面。</translation>
    </message>
    <message>
        <source>{subject} · not the connection in use</source>
        <translation>{subject} · 非当前连接</translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <source>Saved 1 row in {path}</source>
        <translation>已将 1 行保存到 {path}</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>Saved {count} rows in {path}</source>
        <translation>已将 {count} 行保存到 {path}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>ResultFiles</name>
    <message>
        <source>Save a copy with the problems</source>
        <translation>保存带错误说明的副本</translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>Save the rows that may be sent again</source>
        <translation>保存可重新发送的行</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Contradicts it: {doubts}</source>
        <translation>不符之处：{doubts}</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>复制 ID(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the ID</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy the ID of the selected one</source>
        <translation>复制选中项的 ID</translation>
    </message>
    <message>
        <source>It may help to open it in KooDrive: what this request created is probably empty.</source>
        <translation>可在 KooDrive 中打开查看：此请求创建的对象很可能没有内容。</translation>
    </message>
    <message>
        <source>It may help to open them in KooDrive: what this request created is probably empty.</source>
        <translation>可在 KooDrive 中逐个打开查看：此请求创建的对象很可能没有内容。</translation>
    </message>
    <message>
        <source>Not certain: {doubts}</source>
        <translation>不确定之处：{doubts}</translation>
    </message>
    <message>
        <source>Nothing contradicts it.</source>
        <translation>没有不符之处。</translation>
    </message>
    <message>
        <source>Select one to compare it with what was sent.</source>
        <translation>选择一个候选项，与发送的内容对比。</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>&amp;Copy IDs</source>
        <translation>复制 ID(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Cop&amp;y rows</source>
        <translation>复制行(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>RowStrip</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Con&amp;firm</source>
        <translation>确认(&amp;F)</translation>
    </message>
    <message>
        <source>Confirm a&amp;ll</source>
        <translation>全部确认(&amp;L)</translation>
    </message>
    <message>
        <source>Lea&amp;ve the row out</source>
        <translation>排除此行(&amp;V)</translation>
    </message>
    <message>
        <source>Lea&amp;ve the rows out</source>
        <translation>排除这些行(&amp;V)</translation>
    </message>
    <message>
        <source>Line {line}, {field}: {words}</source>
        <translation>第 {line} 行，{field}：{words}</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>Put the row back</source>
        <translation>恢复此行</translation>
    </message>
    <message>
        <source>Put the rows back</source>
        <translation>恢复这些行</translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation>使用“{text}”</translation>
    </message>
    <message>
        <source>{count} rows are selected</source>
        <translation>已选中 {count} 行</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>&amp;Stop…</source>
        <translation>停止(&amp;S)…</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Rows a minute</source>
        <translation>每分钟行数</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>{done} of {whole} rows to send</source>
        <translation>应发送 {whole} 行，已处理 {done} 行</translation>
    </message>
</context>
<context>
    <name>RunController</name>
    <message>
        <source>Another batch is running: {name}. Continue when it has ended.</source>
        <translation>另一个批次正在执行：{name}。请在其结束后继续。</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Use the connection of this batch to continue it.</source>
        <translation>如需继续，请切换到此批次的连接。</translation>
    </message>
</context>
<context>
    <name>SaveJob</name>
    <message>
        <source>&amp;Keep the token for this session only</source>
        <translation>令牌仅供本次运行(&amp;K)</translation>
    </message>
    <message>
        <source>It may be asking for its password in a window of its own. Cancel stops the waiting.</source>
        <translation>密码管理器可能正在另一个窗口中要求输入密码。点击“取消”可停止等待。</translation>
    </message>
    <message>
        <source>Kept for this session only, the token is forgotten when KooDesk closes.</source>
        <translation>令牌仅供本次运行使用，关闭 KooDesk 后即清除。</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>The keyring in use is {keyring}.</source>
        <translation>当前使用的密钥环是“{keyring}”。</translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation>正在等待密码管理器…</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Decide which of them it is, or that it was not created.</source>
        <translation>请判定是其中哪一个，或判定为未创建。</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>判定…</translation>
    </message>
    <message>
        <source>Give the token…</source>
        <translation>提供令牌…</translation>
    </message>
    <message>
        <source>Is this what the request created?</source>
        <translation>这是该请求创建的吗？</translation>
    </message>
    <message>
        <source>KooDesk looks for it in the service&apos;s list…</source>
        <translation>正在服务的列表中查找…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查找</translation>
    </message>
    <message>
        <source>Look again, or say that it is still there.</source>
        <translation>请再次查找，或判定为仍然存在。</translation>
    </message>
    <message>
        <source>Nothing was sent this time. {message}</source>
        <translation>此次未发送任何请求。{message}</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>停止查找</translation>
    </message>
    <message>
        <source>The service&apos;s list could not be read either.</source>
        <translation>服务的列表也无法读取。</translation>
    </message>
    <message>
        <source>{evidence} It can be sent again.</source>
        <translation>{evidence}可以重新发送。</translation>
    </message>
    <message>
        <source>{evidence} It can be taken back again.</source>
        <translation>{evidence}可以再次撤回。</translation>
    </message>
    <message>
        <source>{looked}; looking again…</source>
        <translation>{looked}，正在再次查找…</translation>
    </message>
    <message>
        <source>{looked}; next look in {time}.</source>
        <translation>{looked}，{time}后再次查找。</translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message>
        <source>&amp;Uncheck all</source>
        <translation>全部取消勾选(&amp;U)</translation>
    </message>
    <message>
        <source>in folder {id}</source>
        <translation>在文件夹 {id} 中</translation>
    </message>
    <message>
        <source>{count} of {limit}</source>
        <translation>{count} / {limit}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Always ask before quitting</source>
        <translation>退出前始终询问</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Commands are written for it; each request preview can choose another one.</source>
        <translation>命令按此 Shell 编写；各请求预览中可另选。</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>KooDesk asks anyway when something would be lost.</source>
        <translation>关闭此项后，可能丢失内容时仍会询问。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开目录</translation>
    </message>
    <message>
        <source>PowerShell (Windows)</source>
        <translation>PowerShell (Windows)</translation>
    </message>
    <message>
        <source>Relative to that of the desktop.</source>
        <translation>以系统文字大小为基准。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shell for Copy as cURL</source>
        <translation>复制为 cURL 时使用的 Shell</translation>
    </message>
    <message>
        <source>Takes effect at the next start of KooDesk.</source>
        <translation>下次启动 KooDesk 时生效。</translation>
    </message>
    <message>
        <source>Tell when something has finished</source>
        <translation>完成时通知</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>When a create that took over 10 seconds, or a search, ends behind other windows.</source>
        <translation>窗口在后台时，耗时超过 10 秒的创建或结果查找完成后通知。</translation>
    </message>
    <message>
        <source>cmd (Windows)</source>
        <translation>cmd (Windows)</translation>
    </message>
    <message>
        <source>sh, bash, zsh</source>
        <translation>sh、bash、zsh</translation>
    </message>
    <message>
        <source>{path} (no program opens folders here)</source>
        <translation>{path}（没有可打开目录的程序）</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>ShareFolderIdField</name>
    <message>
        <source>Choose the folder instead…</source>
        <translation>改为选择文件夹…</translation>
    </message>
</context>
<context>
    <name>SharedFolderChoice</name>
    <message>
        <source>Both IDs are filled in.</source>
        <translation>两个 ID 均已填入。</translation>
    </message>
    <message>
        <source>Choose a shared folder</source>
        <translation>选择共享文件夹</translation>
    </message>
    <message>
        <source>Choose from a lis&amp;t…</source>
        <translation>从列表选择(&amp;T)…</translation>
    </message>
    <message>
        <source>Fills in both IDs. Or type them below.</source>
        <translation>自动填入两个 ID；也可在下方输入。</translation>
    </message>
    <message>
        <source>In a shared folder without a name</source>
        <translation>在未命名的共享文件夹中</translation>
    </message>
    <message>
        <source>In “{name}”</source>
        <translation>在“{name}”中</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>The list does not tell the group ID of this folder. Type or paste it below.</source>
        <translation>列表未给出此文件夹的群组 ID。请在下方输入或粘贴。</translation>
    </message>
</context>
<context>
    <name>SharedFolderPage</name>
    <message>
        <source>&amp;Create shared folder</source>
        <translation>创建共享文件夹(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Space ID</source>
        <translation>空间 ID(&amp;S)</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家庭共享</translation>
    </message>
    <message>
        <source>For example IAAFanxbXNArpAncA1645841408025905537</source>
        <translation>例如 IAAFanxbXNArpAncA1645841408025905537</translation>
    </message>
    <message>
        <source>New shared folder</source>
        <translation>新建共享文件夹</translation>
    </message>
    <message>
        <source>The only type that the service can create today.</source>
        <translation>服务目前只能创建这一种类型。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>共享类型</translation>
    </message>
</context>
<context>
    <name>SharedFolderPicker</name>
    <message>
        <source>&amp;Choose</source>
        <translation>选择(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New shared folder…</source>
        <translation>新建共享文件夹(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>1 shared folder.</source>
        <translation>1 个共享文件夹。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>As it was last time. Reading the list again…</source>
        <translation>显示的是上次的列表，正在刷新…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a shared folder</source>
        <translation>选择共享文件夹</translation>
    </message>
    <message>
        <source>Created by me</source>
        <translation>我创建的</translation>
    </message>
    <message>
        <source>Joined by me</source>
        <translation>我加入的</translation>
    </message>
    <message>
        <source>No shared folder with “{name}” in its name was found.</source>
        <translation>未找到名称包含“{name}”的共享文件夹。</translation>
    </message>
    <message>
        <source>Reading more…</source>
        <translation>正在读取更多…</translation>
    </message>
    <message>
        <source>Scroll down for more, or search by name.</source>
        <translation>向下滚动查看更多，或按名称搜索。</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称搜索</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({error}). Try again.</source>
        <translation>发生意外错误（{error}）。请重试。</translation>
    </message>
    <message>
        <source>The list of shared folders needs a token.</source>
        <translation>读取共享文件夹列表需要令牌。</translation>
    </message>
    <message>
        <source>There is no shared folder yet.</source>
        <translation>还没有共享文件夹。</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>创建或加入</translation>
    </message>
    <message>
        <source>You have created no shared folder yet.</source>
        <translation>您还没有创建共享文件夹。</translation>
    </message>
    <message>
        <source>You have joined no shared folder of others.</source>
        <translation>您还没有加入他人的共享文件夹。</translation>
    </message>
    <message>
        <source>{count} shared folders.</source>
        <translation>{count} 个共享文件夹。</translation>
    </message>
    <message>
        <source>{count} shown, more…</source>
        <translation>已显示 {count} 个，还有更多…</translation>
    </message>
    <message>
        <source>{reason}. With a new token, reading continues.</source>
        <translation>{reason}。提供新令牌后将继续读取。</translation>
    </message>
</context>
<context>
    <name>SharedFolderRows</name>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Members allowed</source>
        <translation>成员上限</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>SharedFolderTable</name>
    <message>
        <source>Shared folders</source>
        <translation>共享文件夹</translation>
    </message>
</context>
<context>
    <name>SheetQuestion</name>
    <message>
        <source>The workbook has several sheets; one of them is read.</source>
        <translation>工作簿中有多个工作表，只读取其中一个。</translation>
    </message>
    <message>
        <source>Which sheet?</source>
        <translation>哪个工作表？</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>An underlined letter is pressed together with Alt.</source>
        <translation>带下划线的字母须与 Alt 键同时按下。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>ShownRequest</name>
    <message>
        <source>&lt;58 characters, new for every attempt&gt;</source>
        <translation>&lt;58 个字符，每次请求重新生成&gt;</translation>
    </message>
    <message>
        <source>&lt;user ID&gt;</source>
        <translation>&lt;用户 ID&gt;</translation>
    </message>
    <message>
        <source>https://&lt;service address&gt;</source>
        <translation>https://&lt;服务地址&gt;</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>&amp;History</source>
        <translation>历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>Attempts with an unknown outcome: {count}</source>
        <translation>结果未知的记录：{count} 条</translation>
    </message>
    <message>
        <source>Create many</source>
        <translation>批量创建</translation>
    </message>
    <message>
        <source>Folder &amp;with album</source>
        <translation>文件夹及相册(&amp;W)</translation>
    </message>
    <message>
        <source>New &amp;album</source>
        <translation>新建相册(&amp;A)</translation>
    </message>
    <message>
        <source>New shared fol&amp;der</source>
        <translation>新建共享文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>On the se&amp;rvice</source>
        <translation>服务端(&amp;R)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SignInJob</name>
    <message>
        <source>KooDesk sends account and password to the service. Cancel stops the waiting.</source>
        <translation>KooDesk 正在将账号和密码发送给服务。点击“取消”可停止等待。</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>未保存任何内容。</translation>
    </message>
    <message>
        <source>Signed in as {user}</source>
        <translation>用户 {user} 已登录</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Signing in… {seconds} s</source>
        <translation>正在登录…{seconds} 秒</translation>
    </message>
    <message>
        <source>Sto&amp;p signing in</source>
        <translation>停止登录(&amp;P)</translation>
    </message>
    <message>
        <source>The sign-in was stopped</source>
        <translation>登录已停止</translation>
    </message>
    <message>
        <source>The tokens are stored only when you save. The password is forgotten.</source>
        <translation>保存连接后才会保存令牌。密码已清除。</translation>
    </message>
</context>
<context>
    <name>SignInPrompt</name>
    <message>
        <source>An app signs here. Its AppId and secret are part of the connection.</source>
        <translation>此连接使用 APP 鉴权。AppId 和 AppSecret 在连接中设置。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>仅供本次运行</translation>
    </message>
    <message>
        <source>New access token</source>
        <translation>新的访问令牌</translation>
    </message>
    <message>
        <source>Open the connection…</source>
        <translation>打开连接…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password of {account}</source>
        <translation>{account} 的密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>The session is being renewed…</source>
        <translation>正在为登录会话续期…</translation>
    </message>
    <message>
        <source>The token is being stored…</source>
        <translation>正在保存令牌…</translation>
    </message>
    <message>
        <source>Type the password of this account.</source>
        <translation>请输入此账号的密码。</translation>
    </message>
    <message>
        <source>Waiting for your password manager…</source>
        <translation>正在等待密码管理器…</translation>
    </message>
    <message>
        <source>{problem} Kept for this session only, it is forgotten when KooDesk closes.</source>
        <translation>{problem}令牌仅供本次运行使用，关闭 KooDesk 后即清除。</translation>
    </message>
</context>
<context>
    <name>SingleInstance</name>
    <message>
        <source>KooDesk cannot write into the data directory {path}. Check its permissions and whether the disk is full, or name another one with --data-dir.</source>
        <translation>KooDesk 无法写入数据目录 {path}。请检查其权限和磁盘剩余空间，或通过 --data-dir 指定其他目录。</translation>
    </message>
    <message>
        <source>KooDesk is open already.</source>
        <translation>KooDesk 已在运行。</translation>
    </message>
    <message>
        <source>The data directory {path} belongs to another KooDesk ({owner}), which does not answer. If it is not running any more, delete the file {lock} and start again.</source>
        <translation>数据目录 {path} 正由另一个 KooDesk（{owner}）占用，且该程序没有响应。如果该程序已不在运行，请删除文件 {lock}，然后重新启动。</translation>
    </message>
    <message>
        <source>nobody that can be told</source>
        <translation>占用者不明</translation>
    </message>
    <message>
        <source>process {process} on {host}</source>
        <translation>{host} 上的进程 {process}</translation>
    </message>
</context>
<context>
    <name>SpaceChooser</name>
    <message>
        <source>&amp;Space</source>
        <translation>空间(&amp;S)</translation>
    </message>
    <message>
        <source>KooDesk is looking up your space…</source>
        <translation>正在查找您的空间…</translation>
    </message>
    <message>
        <source>No space of yours is known. Type its ID above.</source>
        <translation>未查到您的空间。请在上方输入空间 ID。</translation>
    </message>
    <message>
        <source>Space ID</source>
        <translation>空间 ID</translation>
    </message>
    <message>
        <source>Space ID; Enter opens it</source>
        <translation>空间 ID，按 Enter 打开</translation>
    </message>
    <message>
        <source>You have {count} spaces. Choose one above.</source>
        <translation>您有 {count} 个空间。请在上方选择一个。</translation>
    </message>
    <message>
        <source>Your space could not be looked up: {reason}. Type its ID above.</source>
        <translation>未能查到您的空间：{reason}。请在上方输入空间 ID。</translation>
    </message>
</context>
<context>
    <name>SpaceField</name>
    <message>
        <source>&amp;Space ID</source>
        <translation>空间 ID(&amp;S)</translation>
    </message>
    <message>
        <source>Choose a space</source>
        <translation>选择空间</translation>
    </message>
    <message>
        <source>One of your spaces, {capacity}.</source>
        <translation>您的空间之一，{capacity}。</translation>
    </message>
    <message>
        <source>One of your spaces.</source>
        <translation>您的空间之一。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use your space</source>
        <translation>使用您的空间</translation>
    </message>
    <message>
        <source>Your space could not be looked up ({reason}). Type or paste its ID.</source>
        <translation>未能查到您的空间（{reason}）。请输入或粘贴空间 ID。</translation>
    </message>
    <message>
        <source>Your space, {capacity}.</source>
        <translation>您的空间，{capacity}。</translation>
    </message>
    <message>
        <source>Your space.</source>
        <translation>您的空间。</translation>
    </message>
    <message>
        <source>{help} KooDesk is looking it up…</source>
        <translation>{help}正在查找空间…</translation>
    </message>
    <message>
        <source>{help} You have {count} spaces: choose one, or type its ID.</source>
        <translation>{help}您有 {count} 个空间：请选择一个，或输入空间 ID。</translation>
    </message>
</context>
<context>
    <name>SpaceLookup</name>
    <message>
        <source>The service knows no space of this user</source>
        <translation>服务中没有此用户的空间</translation>
    </message>
</context>
<context>
    <name>SpanChart</name>
    <message>
        <source>{outcome} {count}</source>
        <translation>{outcome} {count}</translation>
    </message>
</context>
<context>
    <name>SpeedChart</name>
    <message>
        <source>Rows a minute and answer times</source>
        <translation>每分钟行数和响应时间</translation>
    </message>
    <message>
        <source>{rows} rows a minute, answers in {time} ms</source>
        <translation>每分钟 {rows} 行，响应时间 {time} 毫秒</translation>
    </message>
    <message>
        <source>{words}, slowed down by the service</source>
        <translation>{words}，服务要求放慢速度</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>KooDesk cannot use the data directory {path}: {reason}.</source>
        <translation>KooDesk 无法使用数据目录 {path}：{reason}。</translation>
    </message>
    <message>
        <source>KooDesk needs a folder for its data, and {path} is a file.</source>
        <translation>KooDesk 需要一个目录来存放数据，但 {path} 是文件。</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>KooDesk could not start: {reason}
The log in its data directory says where that came from.</source>
        <translation>KooDesk 无法启动：{reason}
具体原因见数据目录中的日志。</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>&amp;CSV…</source>
        <translation>CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Excel workbook…</source>
        <translation>Excel 工作簿(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>查看(&amp;S)</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>A table with one row for each album or shared folder: an Excel or CSV file, rows copied from a spreadsheet, or a series such as “Holiday {01-20}”. Every row is checked before the first one is sent. You can drop a file here as well.</source>
        <translation>表格中每个相册或共享文件夹占一行：可以是 Excel 或 CSV 文件、从电子表格复制的行，也可以是“假日 {01-20}”这样的序列。发送第一行之前会检查所有行。也可将文件拖放到此处。</translation>
    </message>
    <message>
        <source>Create many at once</source>
        <translation>批量创建</translation>
    </message>
    <message>
        <source>Go on with {rows} of {name}?</source>
        <translation>继续执行“{name}”中的 {rows}？</translation>
    </message>
    <message>
        <source>Looked for first, as their answers were lost: {count}.</source>
        <translation>未收到响应，将先查明结果：{count} 行。</translation>
    </message>
    <message>
        <source>Paste a ta&amp;ble…</source>
        <translation>粘贴表格(&amp;B)…</translation>
    </message>
    <message>
        <source>Save a &amp;template</source>
        <translation>保存模板(&amp;T)</translation>
    </message>
    <message>
        <source>Show an &amp;example</source>
        <translation>显示示例(&amp;E)</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Taking back {name} was interrupted</source>
        <translation>撤回“{name}”时中断</translation>
    </message>
    <message>
        <source>What was under way is looked for first. Nothing is deleted before you continue.</source>
        <translation>会先查明处理中请求的结果。继续之前不会删除任何内容。</translation>
    </message>
    <message>
        <source>the pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{created} of {whole} rows are created. Nothing is sent before you continue.</source>
        <translation>共 {whole} 行，已创建 {created} 行。继续之前不会发送任何请求。</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Step {number} of 3: {step}</source>
        <translation>第 {number} 步，共 3 步：{step}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>Stopping</name>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop this batch?</source>
        <translation>停止此批次？</translation>
    </message>
    <message>
        <source>What is created stays. The rows that are left can be saved as a file, and opened again.</source>
        <translation>已创建的内容会保留。剩余行可保存为文件，以后再次打开。</translation>
    </message>
    <message>
        <source>{count} rows were not sent yet.</source>
        <translation>有 {count} 行尚未发送。</translation>
    </message>
</context>
<context>
    <name>SummaryStrip</name>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Rows by verdict</source>
        <translation>按检查结果筛选行</translation>
    </message>
</context>
<context>
    <name>SupportBundleDialog</name>
    <message>
        <source>&amp;Mask user IDs</source>
        <translation>用户 ID 脱敏(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Requests:</source>
        <translation>请求(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>正在收集…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>保存诊断包</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Support bundle</source>
        <translation>诊断包</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>The bundle could not be collected: {name}</source>
        <translation>无法收集诊断包：{name}</translation>
    </message>
    <message>
        <source>The last {count}</source>
        <translation>最近 {count} 个</translation>
    </message>
    <message>
        <source>The one that is selected in the history</source>
        <translation>历史记录中选中的请求</translation>
    </message>
    <message>
        <source>This is what the bundle holds, without tokens and passwords. Look through it before you hand it on: it names what you have created. It is saved where you say, and sent nowhere.</source>
        <translation>以下是诊断包的内容，不含令牌和密码。转交前请先查看：其中有您创建的内容的名称。诊断包只保存到您指定的位置，不会发送到任何地方。</translation>
    </message>
    <message>
        <source>Those with an unknown outcome</source>
        <translation>结果未知的请求</translation>
    </message>
    <message>
        <source>{path} could not be saved: {reason}. Choose another place.</source>
        <translation>{path} 无法保存：{reason}。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>TableDoors</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Customer {number}</source>
        <translation>客户 {number}</translation>
    </message>
    <message>
        <source>Holidays of the whole choir</source>
        <translation>合唱团全体成员二〇二六年夏季假期旅行相册精选</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv *.txt)</source>
        <translation>表格 (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>TableFile</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Create what is shown</source>
        <translation>按当前内容创建</translation>
    </message>
    <message>
        <source>Nothing is sent yet. Read it again, and what was edited here is gone; or create the rows as they are shown.</source>
        <translation>尚未发送任何请求。重新读取会丢失此处的编辑；也可按当前显示的内容创建。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>The file has changed since it was opened</source>
        <translation>文件在打开后已更改</translation>
    </message>
    <message>
        <source>This plan shows it as it was. Read again, and what was edited here is gone.</source>
        <translation>此计划显示的是更改前的内容。重新读取会丢失此处的编辑。</translation>
    </message>
</context>
<context>
    <name>TargetLabel</name>
    <message>
        <source>Will be sent to {connection}</source>
        <translation>将发送到“{connection}”</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>&amp;Name of the template</source>
        <translation>模板名称(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save this form as a template</source>
        <translation>将此表单保存为模板</translation>
    </message>
</context>
<context>
    <name>TestJob</name>
    <message>
        <source>KooDesk asks the service for one shared folder and the space. That changes nothing.</source>
        <translation>KooDesk 正在向服务查询一个共享文件夹和空间，不会更改任何内容。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
    <message>
        <source>Save to keep it. To go back, choose another form.</source>
        <translation>保存连接后生效。如需改回，请选择其他格式。</translation>
    </message>
    <message>
        <source>Sto&amp;p the test</source>
        <translation>停止测试(&amp;P)</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Testing… {seconds} s</source>
        <translation>正在测试…{seconds} 秒</translation>
    </message>
    <message>
        <source>The service accepts the token in this form, in another spelling than was given.</source>
        <translation>服务接受此格式的令牌，但写法与所填的不同。</translation>
    </message>
    <message>
        <source>The service accepts the token in this form. It is not the one that is chosen.</source>
        <translation>服务接受此格式的令牌，但当前选择的不是此格式。</translation>
    </message>
    <message>
        <source>The test was stopped</source>
        <translation>测试已停止</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用此格式</translation>
    </message>
    <message>
        <source>“{form}” is chosen</source>
        <translation>已选择“{form}”</translation>
    </message>
    <message>
        <source>“{form}” works</source>
        <translation>“{form}”可用</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{title}. {message}</source>
        <translation>{title}。{message}</translation>
    </message>
    <message>
        <source>{title}: {message}</source>
        <translation>{title}：{message}</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>95th percentile</source>
        <translation>第 95 百分位</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>{name}
Median: {median}
95th percentile: {late}
Answers: {count}</source>
        <translation>{name}
中位数：{median}
第 95 百分位：{late}
响应数：{count}</translation>
    </message>
</context>
<context>
    <name>TokenField</name>
    <message>
        <source>Access &amp;token</source>
        <translation>访问令牌(&amp;T)</translation>
    </message>
    <message>
        <source>Paste the token that the service gave you.</source>
        <translation>请粘贴服务提供的令牌。</translation>
    </message>
</context>
<context>
    <name>TokenMeter</name>
    <message>
        <source>How long the token lives</source>
        <translation>令牌有效期</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>新令牌…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>The service did not accept it the last time it was asked.</source>
        <translation>服务上次未接受此令牌。</translation>
    </message>
    <message>
        <source>The service said at sign-in how long it lives.</source>
        <translation>有效期由服务在登录时给出。</translation>
    </message>
    <message>
        <source>The session is being renewed…</source>
        <translation>正在为登录会话续期…</translation>
    </message>
    <message>
        <source>Token: about {minutes} min left</source>
        <translation>令牌：约剩 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Your token has expired</source>
        <translation>令牌已失效</translation>
    </message>
    <message>
        <source>Your token has probably expired</source>
        <translation>令牌可能已失效</translation>
    </message>
    <message>
        <source>{minutes} minutes after the last call that the service accepted. That is assumed; you can change it in the connection.</source>
        <translation>自服务上次接受请求起 {minutes} 分钟。此为默认值，可在连接中更改。</translation>
    </message>
    <message>
        <source>⚠ Token ends in less than a minute</source>
        <translation>⚠ 令牌将在 1 分钟内失效</translation>
    </message>
    <message>
        <source>⚠ Token ends in {minutes} min</source>
        <translation>⚠ 令牌将在 {minutes} 分钟后失效</translation>
    </message>
    <message>
        <source>⚠ {words}</source>
        <translation>⚠ {words}</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>&amp;Note it</source>
        <translation>注明已撤回(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>撤回(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Take back {count}</source>
        <translation>撤回 {count} 个(&amp;T)</translation>
    </message>
    <message>
        <source>Album ID</source>
        <translation>相册 ID</translation>
    </message>
    <message>
        <source>Album taken back</source>
        <translation>相册已撤回</translation>
    </message>
    <message>
        <source>All {count} are kept</source>
        <translation>全部 {count} 个均已保留</translation>
    </message>
    <message>
        <source>An empty album of yours in it, taken back first: {name}</source>
        <translation>其中有您的空相册，将先撤回：{name}</translation>
    </message>
    <message>
        <source>Before anything is deleted, KooDesk reads what is in it. For that it needs a new token.</source>
        <translation>删除之前，KooDesk 会读取其中的内容，为此需要新令牌。</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Folder ID (primary key)</source>
        <translation>共享文件夹 ID（主键）</translation>
    </message>
    <message>
        <source>It created nothing that could be taken back.</source>
        <translation>此请求未创建可撤回的内容。</translation>
    </message>
    <message>
        <source>It is deleted, but the history could not take it. {reason}</source>
        <translation>已删除，但未能写入历史记录。{reason}</translation>
    </message>
    <message>
        <source>It is looked at once more right before. What somebody adds within that one request goes with it.</source>
        <translation>删除前会再次查看。如果恰好在发出删除请求期间有人放入内容，该内容会一并删除。</translation>
    </message>
    <message>
        <source>It is not known yet whether it was created. Find out first.</source>
        <translation>尚不清楚是否已创建。请先查明结果。</translation>
    </message>
    <message>
        <source>It may have been created anyway.</source>
        <translation>可能已经创建成功。</translation>
    </message>
    <message>
        <source>It may have been deleted anyway.</source>
        <translation>可能已经删除。</translation>
    </message>
    <message>
        <source>It was created at another service or by another user. Use the connection that created it.</source>
        <translation>该内容在其他服务上创建，或由其他用户创建。请使用创建时的连接。</translation>
    </message>
    <message>
        <source>It was deleted elsewhere, so nothing is sent. The history can say that it was taken back.</source>
        <translation>已在其他地方删除，因此无需发送请求。可在历史记录中注明已撤回。</translation>
    </message>
    <message>
        <source>It was taken back {time}.</source>
        <translation>已于 {time} 撤回。</translation>
    </message>
    <message>
        <source>KooDesk reads what is in it now. Nothing is sent before you say so.</source>
        <translation>KooDesk 正在读取其中的内容。您确认之前不会发送撤回请求。</translation>
    </message>
    <message>
        <source>KooDesk reads what is in them now: {done} of {count}. Nothing is sent before you say so.</source>
        <translation>KooDesk 正在读取其中的内容：{done} / {count}。您确认之前不会发送撤回请求。</translation>
    </message>
    <message>
        <source>Look again…</source>
        <translation>再次查看…</translation>
    </message>
    <message>
        <source>Nothing was sent, and it stays as it is.</source>
        <translation>未发送任何请求，该内容保持不变。</translation>
    </message>
    <message>
        <source>Nothing was sent. Each line says why it is kept.</source>
        <translation>未发送任何请求。保留的原因见各行。</translation>
    </message>
    <message>
        <source>Nothing was sent. {reason}</source>
        <translation>未发送任何请求。{reason}</translation>
    </message>
    <message>
        <source>Shared folder taken back</source>
        <translation>共享文件夹已撤回</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在历史记录中显示</translation>
    </message>
    <message>
        <source>Take back {all}?</source>
        <translation>撤回全部 {all} 个？</translation>
    </message>
    <message>
        <source>Take back {count} of {all}?</source>
        <translation>撤回 {all} 个中的 {count} 个？</translation>
    </message>
    <message>
        <source>Take back {count}?</source>
        <translation>撤回 {count} 个？</translation>
    </message>
    <message>
        <source>Take back {name}?</source>
        <translation>撤回{name}？</translation>
    </message>
    <message>
        <source>Take back?</source>
        <translation>撤回？</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Taking back…</source>
        <translation>正在撤回…</translation>
    </message>
    <message>
        <source>The album is deleted on {connection}. This cannot be undone. The history keeps its ID.</source>
        <translation>将在“{connection}”上删除该相册。此操作无法撤消。历史记录会保留其 ID。</translation>
    </message>
    <message>
        <source>The history can only be read, and nothing is deleted that cannot be written down.</source>
        <translation>历史记录只读；无法写入记录时，不会删除任何内容。</translation>
    </message>
    <message>
        <source>The shared folder is deleted on {connection}. This cannot be undone. The history keeps its IDs.</source>
        <translation>将在“{connection}”上删除该共享文件夹。此操作无法撤消。历史记录会保留其 ID。</translation>
    </message>
    <message>
        <source>They are deleted on {connection}, one after the other, the newest first. This cannot be undone. The history keeps their IDs.</source>
        <translation>将在“{connection}”上逐个删除，从最新的开始。此操作无法撤消。历史记录会保留其 ID。</translation>
    </message>
    <message>
        <source>This is itself something that was taken back.</source>
        <translation>此记录本身就是撤回操作。</translation>
    </message>
    <message>
        <source>{name} is gone already</source>
        <translation>{name}已不存在</translation>
    </message>
    <message>
        <source>{name} is gone already: only noted</source>
        <translation>{name}已不存在：仅作注明</translation>
    </message>
    <message>
        <source>{name} is kept</source>
        <translation>{name}已保留</translation>
    </message>
    <message>
        <source>{name} is kept: {reason}</source>
        <translation>{name}已保留：{reason}</translation>
    </message>
</context>
<context>
    <name>UndoCard</name>
    <message>
        <source>Can be taken back</source>
        <translation>可撤回</translation>
    </message>
    <message>
        <source>Could not</source>
        <translation>未能撤回</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>{done} of {whole} taken back</source>
        <translation>共 {whole} 个，已撤回 {done} 个</translation>
    </message>
</context>
<context>
    <name>UndoController</name>
    <message>
        <source>&amp;Take back</source>
        <translation>撤回(&amp;T)</translation>
    </message>
    <message>
        <source>Another batch is being taken back.</source>
        <translation>另一个批次正在撤回。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Each is looked at once more right before, and kept if anything was put in. The history keeps all IDs.</source>
        <translation>删除每一个之前都会再次查看，其中有内容的会保留。所有 ID 均保留在历史记录中。</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message>
        <source>Save what was taken back</source>
        <translation>保存撤回结果</translation>
    </message>
    <message>
        <source>Take back {count} of {name}?</source>
        <translation>撤回“{name}”中的 {count} 个？</translation>
    </message>
    <message>
        <source>The history can only be read, and nothing is deleted that cannot be written down.</source>
        <translation>历史记录只读；无法写入记录时，不会删除任何内容。</translation>
    </message>
    <message>
        <source>They are deleted on {connection}, one after the other, albums before their folders. This cannot be undone.</source>
        <translation>将在“{connection}”上逐个删除，先删除相册，再删除其所属文件夹。此操作无法撤消。</translation>
    </message>
    <message>
        <source>Use the connection of this batch to take it back.</source>
        <translation>如需撤回，请切换到此批次的连接。</translation>
    </message>
    <message>
        <source>You can keep working on other pages.</source>
        <translation>等待期间可继续使用其他页面。</translation>
    </message>
    <message>
        <source>the pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>&amp;Look again</source>
        <translation>再次查看(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>Select a row to read its whole reason.</source>
        <translation>选择一行，即可查看完整原因。</translation>
    </message>
</context>
<context>
    <name>UndoModel</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>UndoNotice</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Show in Activity</source>
        <translation>在动态中显示</translation>
    </message>
    <message>
        <source>Taking back “{name}”…</source>
        <translation>正在撤回“{name}”…</translation>
    </message>
    <message>
        <source>“{name}” was taken back</source>
        <translation>“{name}”已撤回</translation>
    </message>
</context>
<context>
    <name>UndoPanel</name>
    <message>
        <source>What was read</source>
        <translation>读取到的内容</translation>
    </message>
</context>
<context>
    <name>UndoView</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>再次查看(&amp;L)</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>As &amp;CSV…</source>
        <translation>保存为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>As an &amp;Excel workbook…</source>
        <translation>保存为 Excel 工作簿(&amp;E)…</translation>
    </message>
    <message>
        <source>Can be taken back</source>
        <translation>可撤回</translation>
    </message>
    <message>
        <source>Can be taken back {count}</source>
        <translation>可撤回 {count}</translation>
    </message>
    <message>
        <source>Could not {count}</source>
        <translation>未能撤回 {count}</translation>
    </message>
    <message>
        <source>Kept {count}</source>
        <translation>已保留 {count}</translation>
    </message>
    <message>
        <source>Left {count}</source>
        <translation>剩余 {count}</translation>
    </message>
    <message>
        <source>Sa&amp;ve result</source>
        <translation>保存结果(&amp;V)</translation>
    </message>
    <message>
        <source>Ta&amp;ke back {count}…</source>
        <translation>撤回 {count} 个(&amp;K)…</translation>
    </message>
    <message>
        <source>Ta&amp;ke back…</source>
        <translation>撤回(&amp;K)…</translation>
    </message>
    <message>
        <source>Taken back {count}</source>
        <translation>已撤回 {count}</translation>
    </message>
    <message>
        <source>What the batch has created</source>
        <translation>此批次创建的内容</translation>
    </message>
</context>
<context>
    <name>VisibleText</name>
    <message>
        <source>[… {count} characters …]</source>
        <translation>[…{count} 个字符…]</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>&amp;Connect an account…</source>
        <translation>添加账号连接(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Find out…</source>
        <translation>查明结果(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Try it in the sandbox</source>
        <translation>在沙箱中试用(&amp;T)</translation>
    </message>
    <message>
        <source>? {sentences}</source>
        <translation>? {sentences}</translation>
    </message>
    <message>
        <source>A small KooDrive on this computer, for rehearsal. Needs no account and reaches no network.</source>
        <translation>本机上的小型 KooDrive，供演练使用，无需账号，不访问网络。</translation>
    </message>
    <message>
        <source>Connect to its service, and KooDesk looks for it.</source>
        <translation>连接相应的服务后，KooDesk 会自动查明结果。</translation>
    </message>
    <message>
        <source>Connect to their service, and KooDesk looks for them.</source>
        <translation>连接相应的服务后，KooDesk 会自动查明结果。</translation>
    </message>
    <message>
        <source>Create albums and shared folders on KooDrive by point and click. Every ID is kept in the history, and nothing is sent twice by accident.</source>
        <translation>点选即可在 KooDrive 上创建相册和共享文件夹。每个 ID 都会写入历史记录，不会因误操作重复发送。</translation>
    </message>
    <message>
        <source>Welcome to KooDesk</source>
        <translation>欢迎使用 KooDesk</translation>
    </message>
    <message>
        <source>You need the service address, and one of: your account at the carrier, an access token, the key of an app. Tokens and keys go into the keyring of this computer.</source>
        <translation>需要服务地址，以及以下之一：运营商账号、访问令牌、AppId 和 AppSecret。令牌和密钥保存在本机的密钥环中。</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;About KooDesk</source>
        <translation>关于 KooDesk(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s new</source>
        <translation>更新内容(&amp;W)</translation>
    </message>
    <message>
        <source>Begin a new album</source>
        <translation>开始新建相册</translation>
    </message>
    <message>
        <source>Create many</source>
        <translation>批量创建</translation>
    </message>
    <message>
        <source>Create what the form says</source>
        <translation>按表单内容创建</translation>
    </message>
    <message>
        <source>Find in the history and on the service…</source>
        <translation>搜索历史记录和服务端…</translation>
    </message>
    <message>
        <source>Folder with album</source>
        <translation>文件夹及相册</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>New shared folder</source>
        <translation>新建共享文件夹</translation>
    </message>
    <message>
        <source>No program opens folders here</source>
        <translation>没有可打开目录的程序</translation>
    </message>
    <message>
        <source>On the service</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>打开日志目录(&amp;L)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sh&amp;ortcuts</source>
        <translation>快捷键(&amp;O)</translation>
    </message>
    <message>
        <source>The log is in {path}.</source>
        <translation>日志位于 {path}。</translation>
    </message>
</context>
<context>
    <name>WindowMessages</name>
    <message>
        <source>&amp;End now</source>
        <translation>立即退出(&amp;E)</translation>
    </message>
    <message>
        <source>Choose one below on the left, or add it.</source>
        <translation>请在左下方选择一个连接，或添加连接。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>正在结束…</translation>
    </message>
    <message>
        <source>No connection is called “{name}”</source>
        <translation>没有名为“{name}”的连接</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Waiting for what is under way.</source>
        <translation>正在等待处理中的请求完成。</translation>
    </message>
    <message>
        <source>Your session is being renewed. Without the answer you may have to sign in again.</source>
        <translation>正在为登录会话续期。如果收不到响应，可能需要重新登录。</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>Rows are compared with the history only. {title}: {message}</source>
        <translation>仅与历史记录对比。{title}：{message}</translation>
    </message>
    <message>
        <source>What the service has could not be read</source>
        <translation>无法读取服务的列表</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>_FolderBox</name>
    <message>
        <source>None chosen</source>
        <translation>未选择</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Being taken back</source>
        <translation>正在撤回</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Nothing taken back</source>
        <translation>未撤回任何内容</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开时间</translation>
    </message>
    <message>
        <source>Partly taken back</source>
        <translation>已部分撤回</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Taken back, {count} kept</source>
        <translation>已撤回，保留 {count} 个</translation>
    </message>
    <message>
        <source>Taken back, {count} not</source>
        <translation>已撤回，{count} 个除外</translation>
    </message>
    <message>
        <source>Taking back waits</source>
        <translation>撤回已暂停</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{created} of {count}</source>
        <translation>{created} / {count}</translation>
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
        <translation>“{command}”没有选项 {option}。请去掉该选项；“koodrive {command} --help”列出全部选项。</translation>
    </message>
    <message>
        <source>(pasted)</source>
        <translation>（粘贴的表格）</translation>
    </message>
    <message>
        <source>--adopt and --not-made exclude each other.</source>
        <translation>--adopt 与 --not-made 不能同时使用。</translation>
    </message>
    <message>
        <source>--in names the shared folder already. Leave out --group and --share-folder.</source>
        <translation>--in 已指定共享文件夹。请去掉 --group 和 --share-folder。</translation>
    </message>
    <message>
        <source>--json and --csv exclude each other.</source>
        <translation>--json 与 --csv 不能同时使用。</translation>
    </message>
    <message>
        <source>--result, --parallel and --rate belong to --batch.</source>
        <translation>--result、--parallel 和 --rate 只能与 --batch 一起使用。</translation>
    </message>
    <message>
        <source>--service-address and --user-id belong together. Give both.</source>
        <translation>--service-address 与 --user-id 必须同时使用。</translation>
    </message>
    <message>
        <source>--set takes one of these columns: {fields}.</source>
        <translation>--set 只能使用以下列：{fields}。</translation>
    </message>
    <message>
        <source>--since and --until are days of this age: the year is out of range.</source>
        <translation>--since 和 --until 的年份超出范围。</translation>
    </message>
    <message>
        <source>--{option} {path} cannot be written</source>
        <translation>--{option} {path} 无法写入</translation>
    </message>
    <message>
        <source>1 album is in the folder that this history has not created. Nothing is deleted. Look into it in KooDrive.</source>
        <translation>文件夹中有 1 个相册并非由此历史记录中的请求创建。未删除任何内容。请在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>1 character too many ({count} of {limit}).</source>
        <translation>超出 1 个字符（{count}/{limit}）。</translation>
    </message>
    <message>
        <source>1 person has joined the folder. Nothing is deleted that others use. Look at its members in KooDrive.</source>
        <translation>已有 1 名成员加入文件夹。他人正在使用的内容不会删除。请在 KooDrive 中查看成员。</translation>
    </message>
    <message>
        <source>1 person is invited and has not joined. The invitation ends with the folder.</source>
        <translation>有 1 人受邀但尚未加入。文件夹删除后，邀请随即失效。</translation>
    </message>
    <message>
        <source>1 to 20 characters.</source>
        <translation>1 到 20 个字符。</translation>
    </message>
    <message>
        <source>1 to 20 characters; a collection album may have none.</source>
        <translation>1 到 20 个字符；收录相册可以没有名称。</translation>
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
        <translation>响应来自缓存，可能早于此次查询。</translation>
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
        <translation>无法读取第 {line} 行的一个单元格：数字与格式不符。请将其设为文本格式。</translation>
    </message>
    <message>
        <source>A certificate in this file is damaged. Get the file again.</source>
        <translation>此文件中的一个证书已损坏。请重新获取该文件。</translation>
    </message>
    <message>
        <source>A clock was set or stood still; the next answer ends that</source>
        <translation>本机时间曾调整或停顿；收到下一个响应后即可确定</translation>
    </message>
    <message>
        <source>A command cannot sign by itself. It needs a signature made with the AppSecret.</source>
        <translation>命令无法自行签名，需要由 AppSecret 生成的签名。</translation>
    </message>
    <message>
        <source>A command takes its token from standard input, too: --token-stdin.</source>
        <translation>命令也可从标准输入读取令牌：--token-stdin。</translation>
    </message>
    <message>
        <source>A connection needs --service-address and --user-id.</source>
        <translation>连接需要 --service-address 和 --user-id。</translation>
    </message>
    <message>
        <source>A folder is in the recycle bin</source>
        <translation>有文件夹在回收站中</translation>
    </message>
    <message>
        <source>A folder is not in this space</source>
        <translation>有文件夹不在此空间中</translation>
    </message>
    <message>
        <source>A key of yours for this row, to which the column in of other rows may refer. Each one once.</source>
        <translation>您为此行指定的自定义标识，其他行的“所属共享文件夹”列可以引用。不可重复。</translation>
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
        <translation>代理服务器地址以 http:// 开头，KooDesk 不支持其他类型。请修正开头部分。</translation>
    </message>
    <message>
        <source>A proxy&apos;s address ends with the port. Remove everything after it.</source>
        <translation>代理服务器地址以端口结尾。请删除其后的内容。</translation>
    </message>
    <message>
        <source>A proxy&apos;s address has no spaces and no invisible characters. Remove them.</source>
        <translation>代理服务器地址不含空格和不可见字符。请将其删除。</translation>
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
        <translation>服务地址以 https:// 开头。请修正开头部分。</translation>
    </message>
    <message>
        <source>A service address ends with the host. Remove everything from the ? or # on.</source>
        <translation>服务地址以主机结尾。请删除 ? 或 # 及其后的内容。</translation>
    </message>
    <message>
        <source>A service address ends with the host. Remove “{path}”.</source>
        <translation>服务地址以主机结尾。请删除“{path}”。</translation>
    </message>
    <message>
        <source>A service address holds no user name or password. Remove everything up to the @.</source>
        <translation>服务地址不含用户名和密码。请删除 @ 及其之前的内容。</translation>
    </message>
    <message>
        <source>A shared folder cannot be in another one. Empty this cell.</source>
        <translation>共享文件夹不能位于另一个共享文件夹中。请清空此单元格。</translation>
    </message>
    <message>
        <source>A spreadsheet or a program has rounded ID {position}, and its last digits are lost. Copy it from its source.</source>
        <translation>第 {position} 个 ID 的末几位已被电子表格或程序舍入，无法还原。请从原始来源重新复制。</translation>
    </message>
    <message>
        <source>A spreadsheet or a program has rounded this ID, and its last digits are lost. Copy it from its source.</source>
        <translation>此 ID 的末几位已被电子表格或程序舍入，无法还原。请从原始来源重新复制。</translation>
    </message>
    <message>
        <source>A token is never an argument: every program on this computer can read the arguments of another one, and the shell keeps them. Nothing was sent. Give the token on standard input (--token-stdin), or keep it in the keyring (koodrive connections add). Replace this token if others use the computer.</source>
        <translation>令牌不得作为命令参数：本机的任何程序都能读取其他程序的参数，Shell 也会保留命令记录。未发送任何请求。请从标准输入提供令牌（--token-stdin），或将其保存在密钥环中（koodrive connections add）。如果他人也使用本机，请更换此令牌。</translation>
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
        <translation>服务地址，与 --user-id 和 --token-stdin 一起使用。</translation>
    </message>
    <message>
        <source>Album ID</source>
        <translation>相册 ID</translation>
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
        <translation>相册：手工相册（2），手动添加图片；或收录相册（1），自动从文件夹收录。</translation>
    </message>
    <message>
        <source>Album: personal (1), or shared (2) with the members of a shared folder.</source>
        <translation>相册：个人相册（1）；或共享相册（2），共享文件夹的成员均可查看。</translation>
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
        <translation>地址不含反斜杠。请改用 /。</translation>
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
        <translation>KooDesk 自身出错，命令已终止（{kind}）。详情见 {path}。重新发送之前，请先查看结果：koodrive history</translation>
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
        <translation>响应</translation>
    </message>
    <message>
        <source>Anyone who has the AppSecret can act for every user of this service, not only for the one named here: the user is merely a part of what is signed. Keep it on computers only that may do so, and prefer a token where you have one.</source>
        <translation>任何人拿到 AppSecret，都能以此服务任一用户的身份执行操作，而不仅限于此处填写的用户：用户只是签名内容的一部分。请只将 AppSecret 保存在获准这样做的计算机上；如有令牌，优先使用令牌。</translation>
    </message>
    <message>
        <source>At most N requests a second, or &apos;none&apos; for no limit (20).</source>
        <translation>每秒最多 N 个请求；“none”表示不限（默认 20）。</translation>
    </message>
    <message>
        <source>At most N requests at once, 1 to 16 (4).</source>
        <translation>同时最多处理 N 个请求，1 到 16（默认 4）。</translation>
    </message>
    <message>
        <source>At most N rows, 0 for all. Default: 50; all with --json and --csv.</source>
        <translation>最多 N 行，0 表示全部。默认 50 行；使用 --json 和 --csv 时为全部。</translation>
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
        <translation>{time}，服务的列表中有 1 个可能的对象（{ids}），无法判断是否由此请求创建。</translation>
    </message>
    <message>
        <source>At {time} the service&apos;s list showed {count} that may match ({ids}), for {requests} requests whose answers were lost. It does not tell which is which.</source>
        <translation>{time}，服务的列表中有 {count} 个可能的对象（{ids}），而未收到响应的请求有 {requests} 个，无法判断如何对应。</translation>
    </message>
    <message>
        <source>At {time} the service&apos;s list showed {count} that may match ({ids}). It does not tell whether one of them comes from this request.</source>
        <translation>{time}，服务的列表中有 {count} 个可能的对象（{ids}），无法判断其中是否有此请求创建的。</translation>
    </message>
    <message>
        <source>At {time} the service&apos;s list showed {count} that may match.</source>
        <translation>{time} 时服务的列表中有 {count} 个可能相符。</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Authorization format</source>
        <translation>Authorization 格式</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Batch {number} as {connection}: {counts}.</source>
        <translation>批次 {number}，连接“{connection}”：{counts}。</translation>
    </message>
    <message>
        <source>Batch {number} is {state} ({reason}): {counts}.</source>
        <translation>批次 {number} {state}（{reason}）：{counts}。</translation>
    </message>
    <message>
        <source>Batch {number} is {state}: {counts}.</source>
        <translation>批次 {number} {state}：{counts}。</translation>
    </message>
    <message>
        <source>Batch {number} stops when what is in flight has ended: {counts}.</source>
        <translation>批次 {number} 将在处理中的请求结束后停止：{counts}。</translation>
    </message>
    <message>
        <source>Batch {number} was looked at, and nothing was deleted: {counts}.</source>
        <translation>批次 {number} 已查看，未删除任何内容：{counts}。</translation>
    </message>
    <message>
        <source>Before this day or time.</source>
        <translation>早于该日期或时间。</translation>
    </message>
    <message>
        <source>Best of 2026</source>
        <translation>2026 年精选</translation>
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
        <translation>发出后已取消</translation>
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
        <translation>第 {position} 个字符（{character}）不能用于名称。请将其删除。</translation>
    </message>
    <message>
        <source>Character {position} cannot be in an account ({character}). Remove it.</source>
        <translation>第 {position} 个字符（{character}）不能用于账号。请将其删除。</translation>
    </message>
    <message>
        <source>Character {position} of the address is a space or invisible ({name}). Remove it.</source>
        <translation>地址的第 {position} 个字符是空格或不可见字符（{name}）。请将其删除。</translation>
    </message>
    <message>
        <source>Character {position} of {count} cannot be in a token ({name}). Copy the token once more.</source>
        <translation>令牌共 {count} 个字符，其中第 {position} 个（{name}）不能用于令牌。请重新复制令牌。</translation>
    </message>
    <message>
        <source>Check every row of FILE (CSV or XLSX); nothing is sent.

The first row names the columns: name, type, albumKind and so on, in any order, or their English or Chinese labels. With a connection, history and service are asked, too. The exit code is 2 when a row has a problem, else 6 when one is doubtful, else 0.</source>
        <translation>检查 FILE（CSV 或 XLSX）的每一行；不发送任何请求。

第一行为各列的表头：name、type、albumKind 等，次序不限，也可使用其英文或中文名称。指定连接时，还会查询历史记录和服务。有行出错时退出码为 2，否则有行存疑时为 6，否则为 0。</translation>
    </message>
    <message>
        <source>Check every row of a table; send nothing.</source>
        <translation>检查表格的每一行；不发送任何请求。</translation>
    </message>
    <message>
        <source>Check everything and show what would be sent; send nothing.</source>
        <translation>检查全部内容并显示将要发送的请求；不发送任何请求。</translation>
    </message>
    <message>
        <source>Check that the folders to collect from are in the space (containerId).</source>
        <translation>请检查收录范围中的文件夹是否都在该空间（containerId）中。</translation>
    </message>
    <message>
        <source>Check the AppId and the AppSecret. If they are right, the app may lack the permission.</source>
        <translation>请检查 AppId 和 AppSecret。如果无误，该应用可能没有权限。</translation>
    </message>
    <message>
        <source>Check the IDs and the user ID, or ask the owner for permission.</source>
        <translation>请检查各 ID 和用户 ID，或向所有者申请权限。</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation>请检查连接，然后重试。</translation>
    </message>
    <message>
        <source>Check the date of this computer; if it is right, tell the operator of the service.</source>
        <translation>请检查本机日期；如果日期无误，请告知服务的运营方。</translation>
    </message>
    <message>
        <source>Check the folder IDs and the ID (primary key) of the shared folder.</source>
        <translation>请检查文件夹 ID 和共享文件夹 ID（主键）。</translation>
    </message>
    <message>
        <source>Check the proxy of the connection and your network.</source>
        <translation>请检查连接的代理服务器和网络。</translation>
    </message>
    <message>
        <source>Check the service address of the connection and your network.</source>
        <translation>请检查连接的服务地址和网络。</translation>
    </message>
    <message>
        <source>Check the service address of the connection. If it is right, a filter, a proxy or a sign-in page of your network may stand in the way.</source>
        <translation>请检查连接的服务地址。如果地址无误，可能受到网络中的过滤器、代理服务器或登录页面的阻拦。</translation>
    </message>
    <message>
        <source>Check the service address of the connection: another host may be meant.</source>
        <translation>请检查连接的服务地址，主机可能有误。</translation>
    </message>
    <message>
        <source>Check the service address, then try again.</source>
        <translation>请检查服务地址，然后重试。</translation>
    </message>
    <message>
        <source>Check the space ID (containerId).</source>
        <translation>请检查空间 ID（containerId）。</translation>
    </message>
    <message>
        <source>Check the token, the user ID and the authorization format of the connection.</source>
        <translation>请检查连接的令牌、用户 ID 和 Authorization 格式。</translation>
    </message>
    <message>
        <source>Check the user ID: the one on KooDrive is meant, not the carrier&apos;s own. If it is right, the user may lack the permission.</source>
        <translation>请检查用户 ID：应为 KooDrive 的用户 ID，而非运营商自己的。如果无误，该用户可能没有权限。</translation>
    </message>
    <message>
        <source>Checking “{name}” …</source>
        <translation>正在检查“{name}”…</translation>
    </message>
    <message>
        <source>Choose a folder one level higher.</source>
        <translation>请选择上一级文件夹。</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>请换用较短的名称。</translation>
    </message>
    <message>
        <source>Choose from the list, or type a number of the API.</source>
        <translation>请从列表中选择，或输入 API 的数字。</translation>
    </message>
    <message>
        <source>Choose pictures, videos or both.</source>
        <translation>请选择图片、视频或两者。</translation>
    </message>
    <message>
        <source>Choose what kind of album it is.</source>
        <translation>请选择相册类型。</translation>
    </message>
    <message>
        <source>Choose who the album is for.</source>
        <translation>请选择相册类别。</translation>
    </message>
    <message>
        <source>Chosen by you from the service&apos;s list at {time}.</source>
        <translation>您已于 {time} 从服务的列表中选定。</translation>
    </message>
    <message>
        <source>Clean: “{value}”</source>
        <translation>修正为：“{value}”</translation>
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
        <translation>收录相册：图片（1）、视频（2）或图片和视频（1,2）。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns may be moved or removed; other columns are kept and come back in the result.</source>
        <translation>列可以移动或删除；其他列会保留，并写回结果文件。</translation>
    </message>
    <message>
        <source>Columns that are not sent: {names}.</source>
        <translation>不会发送的列：{names}。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Common options</source>
        <translation>公共选项</translation>
    </message>
    <message>
        <source>Compare every field with what the service expects, and correct it.</source>
        <translation>请对照服务的要求检查并修正各字段。</translation>
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
        <translation>请修正连接的服务地址。</translation>
    </message>
    <message>
        <source>Correct the service address, or check that this computer has a network.</source>
        <translation>请修正服务地址，或检查本机是否已联网。</translation>
    </message>
    <message>
        <source>Create albums and shared folders on Huawei Cloud KooDrive, from a shell or a script.

Every create is written into the history of KooDesk before it is sent, and sent once. What exists already, or may exist, is held back. Window and command may work on the same history at the same time.

The result goes to standard output, everything else to standard error. The token comes from the keyring (--connection) or from standard input (--token-stdin), never from an argument or the environment.</source>
        <translation>在 Shell 或脚本中于华为云 KooDrive 上创建相册和共享文件夹。

每次创建都会先写入 KooDesk 的历史记录再发送，且只发送一次。已存在或可能已存在的内容不会重复创建。窗口和命令可同时使用同一历史记录。

结果写到标准输出，其余内容写到标准错误。令牌来自密钥环（--connection）或标准输入（--token-stdin），绝不来自命令参数或环境变量。</translation>
    </message>
    <message>
        <source>Create albums.</source>
        <translation>创建相册。</translation>
    </message>
    <message>
        <source>Create all rows of FILE (CSV or XLSX), one album or shared folder each.

All rows are checked first: by the rules, among each other, against the history and the service&apos;s lists. Nothing is sent while a row is a problem (exit code 2) or doubtful (6), unless --ready-only; --again confirms the doubtful ones. Rows that this history has created already count as created and are not sent again, but with --again: that creates one more of each album. A shared folder stays the one that is there, as the service refuses a second one of its name. Rows that are created by the columns of an earlier result are never sent again.

The batch is written down before the first row. When it pauses, by Ctrl+C or as the token has ended, &apos;koodrive batch resume&apos; goes on with the rows that are left.</source>
        <translation>创建 FILE（CSV 或 XLSX）中的所有行，每行一个相册或共享文件夹。

首先检查所有行：核对规则和各行之间有无重复，并对照历史记录和服务的列表。只要有行出错（退出码 2）或存疑（6），就不发送任何请求，除非使用 --ready-only；--again 确认存疑的行。历史记录中已创建的行视为已创建，不会再次发送；使用 --again 时每个相册会再创建一个。共享文件夹不会再建，因为服务拒绝同名的共享文件夹。按以前结果文件的列已创建的行绝不会再次发送。

发送第一行之前先保存批次。批次因 Ctrl+C 或令牌失效而暂停后，可用“koodrive batch resume”继续处理剩余行。</translation>
    </message>
    <message>
        <source>Create all rows of a table.</source>
        <translation>创建表格中的所有行。</translation>
    </message>
    <message>
        <source>Create many albums and shared folders from a table, one row each.</source>
        <translation>按表格批量创建相册和共享文件夹，每行一个。</translation>
    </message>
    <message>
        <source>Create many from a table: check, run, resume.</source>
        <translation>按表格批量创建：检查、执行、继续。</translation>
    </message>
    <message>
        <source>Create one album, and print its ID.</source>
        <translation>创建一个相册并显示其 ID。</translation>
    </message>
    <message>
        <source>Create one album, and print its ID.

It is written into the history before it is sent, and sent once. What exists already, or may exist, is held back (exit code 6) unless --again is given. A lost answer is no reason to send it again: look with &apos;koodrive resolve&apos;, or give --wait-resolve.</source>
        <translation>创建一个相册并显示其 ID。

请求先写入历史记录再发送，且只发送一次。已存在或可能已存在的相册不会创建（退出码 6），除非使用 --again。未收到响应不是重新发送的理由：请用“koodrive resolve”查明结果，或使用 --wait-resolve。</translation>
    </message>
    <message>
        <source>Create one more, even if there is one like it already.</source>
        <translation>即使已有相同内容，也再创建一个。</translation>
    </message>
    <message>
        <source>Create one shared folder, and print its IDs.</source>
        <translation>创建一个共享文件夹并显示其各个 ID。</translation>
    </message>
    <message>
        <source>Create one shared folder, and print its IDs.

It is written into the history before it is sent, and sent once; see &apos;koodrive album create --help&apos;. An album goes into it with &apos;koodrive album create --in NAME&apos;.</source>
        <translation>创建一个共享文件夹并显示其各个 ID。

请求先写入历史记录再发送，且只发送一次；参见“koodrive album create --help”。用“koodrive album create --in NAME”在其中创建相册。</translation>
    </message>
    <message>
        <source>Create shared folders.</source>
        <translation>创建共享文件夹。</translation>
    </message>
    <message>
        <source>Create the ready rows, though others are a problem (exit code 4 then) or doubtful (6).</source>
        <translation>只创建就绪的行，即使其他行出错（此时退出码为 4）或存疑（6）。</translation>
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
        <translation>已创建相册“{name}”。</translation>
    </message>
    <message>
        <source>Created the album.</source>
        <translation>已创建相册。</translation>
    </message>
    <message>
        <source>Created the shared folder “{name}”.</source>
        <translation>已创建共享文件夹“{name}”。</translation>
    </message>
    <message>
        <source>Created the shared folder.</source>
        <translation>已创建共享文件夹。</translation>
    </message>
    <message>
        <source>Created, but not in the list of the shared folder {folder_id}: a gateway may have changed the number on its way. Check in KooDrive where the album is before you create another one.</source>
        <translation>已创建，但不在共享文件夹 {folder_id} 的列表中：API 网关可能在传输途中改动了数字。请先在 KooDrive 中检查该相册的位置，再创建其他相册。</translation>
    </message>
    <message>
        <source>Creating “{name}” …</source>
        <translation>正在创建“{name}”…</translation>
    </message>
    <message>
        <source>DRY RUN: nothing is sent.</source>
        <translation>模拟运行：不发送任何请求。</translation>
    </message>
    <message>
        <source>DRY RUN: {total} rows: {counts}. A run takes about {seconds} s. Nothing was sent.</source>
        <translation>模拟运行：共 {total} 行：{counts}。实际执行约需 {seconds} 秒。未发送任何请求。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Decide: ATTEMPT has done nothing. It may be sent again then.</source>
        <translation>判定：ATTEMPT 未创建或删除任何内容，随后可以重新发送。</translation>
    </message>
    <message>
        <source>Decide: koodrive resolve {number} --adopt ID, or --not-made</source>
        <translation>请判定：koodrive resolve {number} --adopt ID，或 --not-made</translation>
    </message>
    <message>
        <source>Decide: this object of the service is what ATTEMPT has made.</source>
        <translation>判定：服务上的这个对象就是 ATTEMPT 创建的。</translation>
    </message>
    <message>
        <source>Decided by you.</source>
        <translation>由您判定。</translation>
    </message>
    <message>
        <source>Delete again what ATTEMPT, a create of &apos;koodrive history&apos;, has made, or all that a batch has made.

Only what this history has created can be taken back, at the same service, as the same user, and only while it is as it was made: of the same name, empty, and shared with nobody. It is read again right before it is deleted. Anything else is kept, with the reason (exit code 6): what somebody has filled is never deleted. Empty albums of yours in a shared folder go before the folder. What a deletion does to the content of an object is not documented.

You are asked once, by name, unless --yes; --dry-run says what would be taken back and what is kept, and changes nothing. Each deletion is an attempt of its own in the history, sent once. A lost answer (3) is found out with &apos;koodrive resolve&apos;.

A batch is taken back in the reverse order of making. When it pauses, by Ctrl+C or as the token has ended, the same command goes on, and looks once more at what was kept. Exit codes: 0 taken back, or gone already; 1 the service refused; 3 unknown; 4 not sent, or not yet; 5 sign-in needed; 6 something is kept; 7 the history cannot be written.</source>
        <translation>撤回 ATTEMPT（“koodrive history”中的一条创建记录）所创建的内容，或一个批次创建的全部内容。

只能撤回此历史记录创建的内容：服务和用户相同，且对象保持创建时的样子：名称未变、为空、未与任何人共享。删除之前会再次读取。其他对象予以保留并注明原因（退出码 6）：已放入内容的对象绝不会删除。共享文件夹中您自己的空相册先于共享文件夹删除。删除对对象内容的影响，服务的文档没有说明。

除非使用 --yes，否则会列出名称询问一次；--dry-run 显示哪些将被撤回、哪些保留，不做任何更改。每次删除在历史记录中都是单独一条，且只发送一次。未收到响应（3）时，用“koodrive resolve”查明结果。

批次按与创建相反的次序撤回。因 Ctrl+C 或令牌失效而暂停后，同一命令会继续执行，并再次查看已保留的对象。退出码：0 已撤回或已不存在；1 服务拒绝；3 结果未知；4 未发送或尚未发送；5 需要登录；6 有对象保留；7 无法写入历史记录。</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Do not ask; needed where no terminal is.</source>
        <translation>不询问；没有终端时必须使用。</translation>
    </message>
    <message>
        <source>Do not ask; without a terminal nothing is asked and nothing removed.</source>
        <translation>不询问；没有终端时既不询问也不删除。</translation>
    </message>
    <message>
        <source>Emoji are not allowed in a name ({emoji}). Remove them.</source>
        <translation>名称中不能有表情符号（{emoji}）。请将其删除。</translation>
    </message>
    <message>
        <source>Encoding of a CSV file, such as gb18030 or windows-1252.</source>
        <translation>CSV 文件的编码，例如 gb18030 或 windows-1252。</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>End BATCH for good: rows that were not sent are not sent. What is created stays.

One that runs, in a window or another command, begins no further row within a second or two. While it is being taken back, that ends instead: what is not taken back yet stays.</source>
        <translation>永久结束 BATCH：尚未发送的行不再发送，已创建的内容保留。

如果批次正在窗口或其他命令中执行，一两秒内即不再开始新的行。如果正在撤回批次，则结束撤回：尚未撤回的内容保留。</translation>
    </message>
    <message>
        <source>End a batch for good.</source>
        <translation>永久结束一个批次。</translation>
    </message>
    <message>
        <source>Ended at once. What was in flight is unknown: see &apos;koodrive resolve&apos;.</source>
        <translation>已立即结束。处理中的请求结果未知：参见“koodrive resolve”。</translation>
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
        <translation>请输入共享文件夹 ID（主键）。</translation>
    </message>
    <message>
        <source>Enter the ID of the owner&apos;s personal space.</source>
        <translation>请输入所有者个人空间的 ID。</translation>
    </message>
    <message>
        <source>Enter the account, or its mobile number.</source>
        <translation>请输入账号或手机号。</translation>
    </message>
    <message>
        <source>Enter the address of the proxy, such as http://proxy.example.com:8080.</source>
        <translation>请输入代理服务器地址，例如 http://proxy.example.com:8080。</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>请输入服务地址。</translation>
    </message>
    <message>
        <source>Enter the folder that holds the folders to collect from.</source>
        <translation>请输入收录范围所在的父文件夹。</translation>
    </message>
    <message>
        <source>Enter the group ID of the shared folder.</source>
        <translation>请输入共享文件夹的群组 ID。</translation>
    </message>
    <message>
        <source>Enter the name of the account&apos;s carrier.</source>
        <translation>请输入账号所属运营商的名称。</translation>
    </message>
    <message>
        <source>Enter the password of the account.</source>
        <translation>请输入账号密码。</translation>
    </message>
    <message>
        <source>Enter the user&apos;s ID on KooDrive.</source>
        <translation>请输入用户在 KooDrive 上的 ID。</translation>
    </message>
    <message>
        <source>Enter the whole path of the file, or choose it.</source>
        <translation>请输入文件的完整路径，或直接选择文件。</translation>
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
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Exit codes: 0 created, or the dry run is clean; 1 refused; 2 usage or bad input, nothing was sent; 3 something is unknown: look with &apos;koodrive resolve&apos; before you send it again; 4 not sent; 5 sign-in needed; 6 held back, as it exists or may exist, or kept, as it may not be taken back; 7 the history cannot be written, nothing was sent; 130 interrupted. Of several, the first of 7, 3, 5, 4, 6, 1.</source>
        <translation>退出码：0 已创建，或模拟运行无问题；1 被拒绝；2 用法或输入有误，未发送任何请求；3 有结果未知：重新发送之前，请用“koodrive resolve”查明结果；4 未发送；5 需要登录；6 因已存在或可能已存在而未创建，或因不能撤回而保留；7 无法写入历史记录，未发送任何请求；130 已中断。同时有多个时，取 7、3、5、4、6、1 中最先者。</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Family Wang</source>
        <translation>王家</translation>
    </message>
    <message>
        <source>File ID</source>
        <translation>文件 ID</translation>
    </message>
    <message>
        <source>File {path} does not exist.</source>
        <translation>文件 {path} 不存在。</translation>
    </message>
    <message>
        <source>File {path} is a directory.</source>
        <translation>{path} 是目录，不是文件。</translation>
    </message>
    <message>
        <source>File {path} is not readable.</source>
        <translation>文件 {path} 无法读取。</translation>
    </message>
    <message>
        <source>Fill in the sheet {sheet}: one row for each album or shared folder. Only that sheet is read.</source>
        <translation>请填写工作表“{sheet}”：每个相册或共享文件夹占一行。只读取该工作表。</translation>
    </message>
    <message>
        <source>Find out what became of ATTEMPT, or of all creates and deletes of the connection whose outcome is unknown.

Reads the service&apos;s lists, several times within about a minute, as a list may show late what was made; nothing is sent again. What the lists do not decide is for you to decide: look at the objects that may be meant, and say --adopt ID or --not-made. A wrong --not-made leads to a second one of the same.</source>
        <translation>查明 ATTEMPT 的结果，或该连接所有结果未知的创建和删除。

在约一分钟内多次读取服务的列表，因为列表可能延迟显示已创建的内容；不会重新发送。列表无法确定的由您判定：查看可能的对象，然后使用 --adopt ID 或 --not-made。误用 --not-made 会造成重复。</translation>
    </message>
    <message>
        <source>Find out what became of it: koodrive resolve {number}</source>
        <translation>查明结果：koodrive resolve {number}</translation>
    </message>
    <message>
        <source>Find out what became of lost requests.</source>
        <translation>查明未收到响应的请求的结果。</translation>
    </message>
    <message>
        <source>Folder ID (primary key)</source>
        <translation>共享文件夹 ID（主键）</translation>
    </message>
    <message>
        <source>Folder of all files of KooDesk.</source>
        <translation>KooDesk 所有文件所在的目录。</translation>
    </message>
    <message>
        <source>Folder that holds all of them.</source>
        <translation>包含上述各文件夹的父文件夹。</translation>
    </message>
    <message>
        <source>Folder to collect from; 1 to 30, one each time.</source>
        <translation>收录范围内的文件夹；1 到 30 个，每次一个。</translation>
    </message>
    <message>
        <source>For a shared album: the ref, or the line number, of the row with its shared folder in this table. Its IDs are put in once it is made; leave groupId and shareFolderId empty.</source>
        <translation>共享相册：其共享文件夹在此表格中的自定义标识或行号。共享文件夹创建后会自动填入 ID；“群组 ID”和“共享文件夹 ID（主键）”请留空。</translation>
    </message>
    <message>
        <source>For the service&apos;s support, use the details in the history.</source>
        <translation>如需联系服务的技术支持，请提供历史记录中的详情。</translation>
    </message>
    <message>
        <source>Form of the token in the Authorization header; for app_signature the input is AppId:AppSecret.</source>
        <translation>Authorization 消息头中令牌的格式；app_signature 的输入为 AppId:AppSecret。</translation>
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
        <translation>自该日期或时间起。</translation>
    </message>
    <message>
        <source>Full-width characters were replaced by ordinary ones.</source>
        <translation>已将全角字符替换为半角字符。</translation>
    </message>
    <message>
        <source>Give a number of requests a second above 0, up to 1000, or &apos;none&apos;.</source>
        <translation>请输入大于 0、不超过 1000 的每秒请求数，或“none”。</translation>
    </message>
    <message>
        <source>Give a number of seconds.</source>
        <translation>请输入秒数。</translation>
    </message>
    <message>
        <source>Go on with BATCH, a number of &apos;koodrive batch list&apos;, where it has paused.

Rows that were in flight are looked for first, and are not sent again before it is known that nothing was made. Without --connection the batch&apos;s own connection is used; another service or user is refused.</source>
        <translation>继续执行已暂停的 BATCH（“koodrive batch list”中的编号）。

首先查找处理中的行；确认未创建任何内容之前，不会重新发送。未指定 --connection 时使用该批次自己的连接；其他服务或用户会被拒绝。</translation>
    </message>
    <message>
        <source>Go on with a batch that has paused.</source>
        <translation>继续执行已暂停的批次。</translation>
    </message>
    <message>
        <source>Go on with it: koodrive batch resume {number}</source>
        <translation>继续执行：koodrive batch resume {number}</translation>
    </message>
    <message>
        <source>Go on with it: koodrive undo --batch {number}</source>
        <translation>继续执行：koodrive undo --batch {number}</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>群组 ID</translation>
    </message>
    <message>
        <source>Group ID of the shared folder, with --share-folder.</source>
        <translation>共享文件夹的群组 ID，与 --share-folder 一起使用。</translation>
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
        <translation>图片来源：手工添加，或收录自文件夹。默认：使用 --dir 时为 collection，否则为 manual。</translation>
    </message>
    <message>
        <source>How the ID of a shared folder is sent that is taken back: in a list, or as a text alone.</source>
        <translation>撤回共享文件夹时 ID 的发送形式：列表或单个文本。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
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
        <translation>第 {position} 个 ID：{problem}</translation>
    </message>
    <message>
        <source>If that is refused, too, the token or the user is the reason.</source>
        <translation>如仍被拒绝，原因在于令牌或用户。</translation>
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
        <translation>输入法</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Interrupted. What is in flight gets 10 s for its answer; interrupt again to end at once.</source>
        <translation>已中断。处理中的请求将等待响应 10 秒；再次中断则立即结束。</translation>
    </message>
    <message>
        <source>Interrupted; nothing was sent.</source>
        <translation>已中断；未发送任何请求。</translation>
    </message>
    <message>
        <source>Invalid value for {name}: {message}</source>
        <translation>{name} 的值无效：{message}</translation>
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
        <translation>无法判断这是相册还是共享文件夹。请填写“对象类型”（kind）列。</translation>
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
        <translation>响应超时。请检查网络，然后重试。</translation>
    </message>
    <message>
        <source>It did not take the connection. Check the service address and your network, then try again.</source>
        <translation>服务未接受网络连接。请检查服务地址和网络，然后重试。</translation>
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
        <translation>该内容在询问之后已更改。</translation>
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
        <translation>值为空。请指定目录。</translation>
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
        <translation>响应内容：“{words}”。</translation>
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
        <source>It was not taken back, as it is not as it was a moment ago</source>
        <translation>未撤回：内容与刚才不同</translation>
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
        <translation>将会暂停：{reason}</translation>
    </message>
    <message>
        <source>Its address cannot be understood. Correct it in the connection.</source>
        <translation>无法识别其地址。请在连接中修正。</translation>
    </message>
    <message>
        <source>Its answer named the ID {leads}, which the list does not show.</source>
        <translation>响应中给出了 ID {leads}，列表中没有该 ID。</translation>
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
        <translation>无法验证其证书。请检查服务地址和公司的代理服务器。</translation>
    </message>
    <message>
        <source>Its certificate has expired.</source>
        <translation>其证书已过期。</translation>
    </message>
    <message>
        <source>Its certificate is for another name than the service address. Correct the service address; if it is right, something else answers there.</source>
        <translation>其证书的名称与服务地址不符。请修正服务地址；如果地址无误，则该处响应的不是此服务。</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet.</source>
        <translation>其证书尚未生效。</translation>
    </message>
    <message>
        <source>Its certificate is self-signed. If the service is your own, choose that certificate as the CA file in the connection under Advanced.</source>
        <translation>其证书为自签名证书。如果是自有服务，请在连接的“高级”中将该证书选为 CA 证书文件。</translation>
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
        <translation>对象类型</translation>
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
        <translation>KooDesk 上次意外退出。当时正在处理的请求已写入历史记录，结果未知。出错位置记录在 {path} 中；可用“帮助 &gt; 诊断包…”收集。</translation>
    </message>
    <message>
        <source>KooDesk goes by the service&apos;s.</source>
        <translation>KooDesk 以服务时间为准。</translation>
    </message>
    <message>
        <source>KooDesk goes by the service&apos;s; set yours right when you can.</source>
        <translation>KooDesk 以服务时间为准；请在方便时校正本机时间。</translation>
    </message>
    <message>
        <source>KooDesk had an error of its own; the log file has the details. Go on to try again.</source>
        <translation>KooDesk 自身出错，详情见日志文件。继续即可重试。</translation>
    </message>
    <message>
        <source>KooDesk has none. Ask the operator of the service for an address that works without.</source>
        <translation>KooDesk 没有客户端证书。请向服务的运营方索取无需客户端证书的地址。</translation>
    </message>
    <message>
        <source>KooDesk has taken over the service&apos;s time, so that the next try can work; set the clock right when you can.</source>
        <translation>KooDesk 已采用服务时间，重试即可；请在方便时校正本机时间。</translation>
    </message>
    <message>
        <source>KooDesk looked into the service&apos;s list several times, last at {time}: what was asked for is not in it.</source>
        <translation>KooDesk 已多次在服务的列表中查找，最近一次在 {time}：列表中没有所请求的内容。</translation>
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
        <translation>服务响应的语言。</translation>
    </message>
    <message>
        <source>Language of what people read; that of the locale (LANG) without it. JSON stays English.</source>
        <translation>界面文字的语言；未指定时按系统区域设置（LANG）。JSON 始终为英文。</translation>
    </message>
    <message>
        <source>Last summer</source>
        <translation>去年夏天</translation>
    </message>
    <message>
        <source>Learned at</source>
        <translation>获知时间</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
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
        <translation>第 {line} 行不是共享文件夹。</translation>
    </message>
    <message>
        <source>Line {line} is the same: this would make it twice.</source>
        <translation>第 {line} 行与此相同，会造成重复创建。</translation>
    </message>
    <message>
        <source>List, test, add and remove connections.</source>
        <translation>列出、测试、添加和删除连接。</translation>
    </message>
    <message>
        <source>List, test, add and remove the stored connections, which the window of KooDesk uses, too.</source>
        <translation>列出、测试、添加和删除已保存的连接；KooDesk 窗口也使用这些连接。</translation>
    </message>
    <message>
        <source>Looking at what the batch has created …</source>
        <translation>正在查看该批次创建的内容…</translation>
    </message>
    <message>
        <source>Looking for up to {seconds} s for what became of it …</source>
        <translation>正在查明结果，最多 {seconds} 秒…</translation>
    </message>
    <message>
        <source>Looking for up to {seconds} s for what became of {count} lost deletions …</source>
        <translation>正在查明 {count} 个未收到响应的删除的结果，最多 {seconds} 秒…</translation>
    </message>
    <message>
        <source>Looking for up to {seconds} s for what {count} lost rows have made …</source>
        <translation>正在查明 {count} 行未收到响应的请求的结果，最多 {seconds} 秒…</translation>
    </message>
    <message>
        <source>Looking for what {count} lost requests have done …</source>
        <translation>正在查明 {count} 个未收到响应的请求的结果…</translation>
    </message>
    <message>
        <source>Make room in the space, or have it enlarged by its administrator.</source>
        <translation>请清理空间，或联系空间管理员扩容。</translation>
    </message>
    <message>
        <source>Missing argument {name}.</source>
        <translation>缺少参数 {name}。</translation>
    </message>
    <message>
        <source>Missing command.</source>
        <translation>缺少命令。</translation>
    </message>
    <message>
        <source>Missing option {name}.</source>
        <translation>缺少选项 {name}。</translation>
    </message>
    <message>
        <source>NAME and --connection name different connections.</source>
        <translation>NAME 与 --connection 指定的连接不同。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of a stored connection; its token is in the keyring.</source>
        <translation>已保存连接的名称；其令牌在密钥环中。</translation>
    </message>
    <message>
        <source>No account is connected. Connect one, then choose from its shared folders.</source>
        <translation>尚未连接账号。请先添加连接，再从其共享文件夹中选择。</translation>
    </message>
    <message>
        <source>No answer could be had from this address. Check your network and the service address, then test again.</source>
        <translation>此地址没有响应。请检查网络和服务地址，然后重新测试。</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>响应超时</translation>
    </message>
    <message>
        <source>No batches.</source>
        <translation>没有批次。</translation>
    </message>
    <message>
        <source>No connection is named</source>
        <translation>未指定连接</translation>
    </message>
    <message>
        <source>No connection is stored. Add one with &apos;koodrive connections add&apos;.</source>
        <translation>没有已保存的连接。请用“koodrive connections add”添加。</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>没有记录。</translation>
    </message>
    <message>
        <source>No heading was found: the first row has to name the columns, such as name, type and albumKind. Add it, or fill in the template.</source>
        <translation>未找到表头：首行须为列名，例如“名称”“相册类型”“相册类别”（name、type、albumKind）。请添加表头，或改为填写模板。</translation>
    </message>
    <message>
        <source>No proxy, that of the environment, or an HTTP proxy by its address.</source>
        <translation>不使用代理服务器、使用环境设置，或 HTTP 代理服务器的地址。</translation>
    </message>
    <message>
        <source>No request can be made of this row. Correct it and check it again.</source>
        <translation>无法根据此行生成请求。请修正后重新检查。</translation>
    </message>
    <message>
        <source>No row has the ref or the line “{key}”.</source>
        <translation>没有自定义标识或行号为“{key}”的行。</translation>
    </message>
    <message>
        <source>No row tells the IDs of the folder “{key}”.</source>
        <translation>没有任何行提供共享文件夹“{key}”的 ID。</translation>
    </message>
    <message>
        <source>No secure connection to the service</source>
        <translation>无法与服务建立安全连接</translation>
    </message>
    <message>
        <source>No such command {name}.</source>
        <translation>没有命令 {name}。</translation>
    </message>
    <message>
        <source>No such command {name}. (Did you mean one of: {known}?)</source>
        <translation>没有命令 {name}。（是否指其中之一：{known}？）</translation>
    </message>
    <message>
        <source>No such command {name}. Did you mean {known}?</source>
        <translation>没有命令 {name}。是否指 {known}？</translation>
    </message>
    <message>
        <source>No such command. &apos;koodrive&apos; has: {names}.</source>
        <translation>没有此命令。koodrive 的命令有：{names}。</translation>
    </message>
    <message>
        <source>No such option {name}.</source>
        <translation>没有选项 {name}。</translation>
    </message>
    <message>
        <source>No such option {name}. (Did you mean one of: {known}?)</source>
        <translation>没有选项 {name}。（是否指其中之一：{known}？）</translation>
    </message>
    <message>
        <source>No such option {name}. Did you mean {known}?</source>
        <translation>没有选项 {name}。是否指 {known}？</translation>
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
        <translation>无：仅支持普通按键和死键</translation>
    </message>
    <message>
        <source>None: plain http, on this computer only</source>
        <translation>无：明文 HTTP，仅限本机</translation>
    </message>
    <message>
        <source>Not allowed in a name: {characters}. Remove it.</source>
        <translation>名称中不能有：{characters}。请将其删除。</translation>
    </message>
    <message>
        <source>Not allowed in a name: {characters}. Remove them.</source>
        <translation>名称中不能有：{characters}。请将其删除。</translation>
    </message>
    <message>
        <source>Not everything was read. {reason}</source>
        <translation>未能读取全部内容。{reason}</translation>
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
        <translation>未撤回：{name}。</translation>
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
        <translation>没有结果未知的记录。</translation>
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
        <translation>未创建任何内容，也未发送任何请求到另一地址。</translation>
    </message>
    <message>
        <source>Nothing was created.</source>
        <translation>未创建任何内容。</translation>
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
        <translation>未发送任何请求，因为有行存疑。请确认这些行（--again），或使用 --ready-only。</translation>
    </message>
    <message>
        <source>Nothing was sent, as rows are doubtful. Give --ready-only.</source>
        <translation>未发送任何请求，因为有行存疑。请使用 --ready-only。</translation>
    </message>
    <message>
        <source>Nothing was sent, as rows have problems. Mend them, or give --ready-only.</source>
        <translation>未发送任何请求，因为有行出错。请修正，或使用 --ready-only。</translation>
    </message>
    <message>
        <source>Nothing was sent, because it could not be written down first. Open the history again.</source>
        <translation>未发送任何请求，因为无法事先写入历史记录。请重新打开历史记录。</translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing was created.</source>
        <translation>未发送任何请求，因此未创建任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing was created. Send it whenever you like.</source>
        <translation>未发送任何请求，因此未创建任何内容。可随时发送。</translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing was taken back.</source>
        <translation>未发送任何请求，因此未撤回任何内容。</translation>
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
        <translation>未发送任何请求。帮助：{path} --help</translation>
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
        <translation>未发送任何请求。看起来相同的请求“{name}”已于 {time} 发出，结果未知；发送此请求可能造成重复。</translation>
    </message>
    <message>
        <source>Nothing was sent. One that looks the same, “{name}”, was created at {time}: {object_id}. Change something, or say that you want one more that looks the same.</source>
        <translation>未发送任何请求。看起来相同的“{name}”已于 {time} 创建，ID 为 {object_id}。请修改内容，或确认要再创建一个。</translation>
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
        <translation>未发送任何请求。相同的请求已于 {time} 创建 {object_id}。请修改内容，或确认要再创建一个。</translation>
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
        <translation>未发送任何请求。相同的请求已于 {time} 发出，结果未知；再次发送可能造成重复。</translation>
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
        <translation>未发送任何请求：另一个 KooDesk 正在续期。请在 1 分钟后重试。</translation>
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
        <translation>未撤回任何内容，也未发送任何请求到另一地址。</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>未撤回任何内容。</translation>
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
        <translation>使用 --again 可再创建一个。</translation>
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
        <translation>刚刚创建过看起来相同的内容</translation>
    </message>
    <message>
        <source>Only a shared album can be in a shared folder.</source>
        <translation>只有共享相册可以位于共享文件夹中。</translation>
    </message>
    <message>
        <source>Only albums, or only shared folders.</source>
        <translation>仅相册，或仅共享文件夹。</translation>
    </message>
    <message>
        <source>Only creates that were taken back.</source>
        <translation>仅已撤回的创建。</translation>
    </message>
    <message>
        <source>Only creates, or only deletes: those take a create back.</source>
        <translation>仅创建，或仅删除（即撤回创建）。</translation>
    </message>
    <message>
        <source>Only family shared folders can be created.</source>
        <translation>只能创建家庭共享类型的共享文件夹。</translation>
    </message>
    <message>
        <source>Only its owner may: check the user ID of the connection.</source>
        <translation>只有所有者可以撤回：请检查连接的用户 ID。</translation>
    </message>
    <message>
        <source>Only spaces here. Enter the account, or leave it empty.</source>
        <translation>此处只有空格。请输入账号，或留空。</translation>
    </message>
    <message>
        <source>Only those of this batch.</source>
        <translation>仅该批次的记录。</translation>
    </message>
    <message>
        <source>Only those that ended so; several times for several.</source>
        <translation>仅该结果的记录；可多次指定。</translation>
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
        <translation>已于 {time} 重新打开：{reason}。</translation>
    </message>
    <message>
        <source>Option {name} does not take a value.</source>
        <translation>选项 {name} 不接受值。</translation>
    </message>
    <message>
        <source>Option {name} requires an argument.</source>
        <translation>选项 {name} 需要一个值。</translation>
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
        <translation>选项</translation>
    </message>
    <message>
        <source>Or it is gone already: look at the list of the service.</source>
        <translation>也可能已不存在：请查看服务的列表。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>PEM file of authorities that are trusted besides those of the system.</source>
        <translation>PEM 文件，其中的证书颁发机构在系统信任的之外另受信任。</translation>
    </message>
    <message>
        <source>Parts of this entry can no longer be read: the history file is damaged.</source>
        <translation>此记录有部分内容已无法读取：历史记录文件已损坏。</translation>
    </message>
    <message>
        <source>Paste a new token, then continue.</source>
        <translation>请粘贴新令牌，然后继续。</translation>
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
        <translation>共享文件夹的主键，为数字；不是文件 ID。</translation>
    </message>
    <message>
        <source>Print all batches of the history, the newest first, also those of the window.</source>
        <translation>显示历史记录中的所有批次，最新的在前，包括窗口的批次。</translation>
    </message>
    <message>
        <source>Print all batches.</source>
        <translation>显示所有批次。</translation>
    </message>
    <message>
        <source>Print all columns as CSV for a spreadsheet.</source>
        <translation>以 CSV 显示所有列，供电子表格使用。</translation>
    </message>
    <message>
        <source>Print everything about one create.</source>
        <translation>显示一次创建的全部信息。</translation>
    </message>
    <message>
        <source>Print everything that the history keeps about ATTEMPT, request and answer included, without secrets.</source>
        <translation>显示历史记录中 ATTEMPT 的全部信息，包括请求和响应，不含机密信息。</translation>
    </message>
    <message>
        <source>Print the result as JSON, one object a line.</source>
        <translation>以 JSON 显示结果，每行一个对象。</translation>
    </message>
    <message>
        <source>Print the stored connections.</source>
        <translation>显示已保存的连接。</translation>
    </message>
    <message>
        <source>Print the stored connections; tokens are in the keyring, and are not printed.</source>
        <translation>显示已保存的连接；令牌在密钥环中，不会显示。</translation>
    </message>
    <message>
        <source>Print the user, the service, whether the token is accepted, and the user&apos;s spaces.

Asks the service for one shared folder and the space; nothing is changed.</source>
        <translation>显示用户、服务、令牌是否被接受，以及用户的空间。

向服务查询一个共享文件夹和空间；不做任何更改。</translation>
    </message>
    <message>
        <source>Print user, service, token and spaces of a connection.</source>
        <translation>显示连接的用户、服务、令牌和空间。</translation>
    </message>
    <message>
        <source>Print what became of each row of BATCH, in the order of the file, or write it into files.</source>
        <translation>按文件次序显示 BATCH 每一行的结果，或写入文件。</translation>
    </message>
    <message>
        <source>Print what became of each row.</source>
        <translation>显示每一行的结果。</translation>
    </message>
    <message>
        <source>Print what was asked of the service, the newest first: creates, and deletes that took creates back.

Needs no connection; with --connection only that one&apos;s entries are printed. Times of --since and --until are local.</source>
        <translation>显示向服务发送过的请求，最新的在前：创建，以及撤回创建的删除。

不需要连接；使用 --connection 时仅显示该连接的记录。--since 和 --until 的时间为本地时间。</translation>
    </message>
    <message>
        <source>Print what was asked of the service.</source>
        <translation>显示发送给服务的请求。</translation>
    </message>
    <message>
        <source>Print where BATCH stands, and the rows that were not created; the exit code is that of its rows.</source>
        <translation>显示 BATCH 的进度和未创建的行；退出码按各行的结果。</translation>
    </message>
    <message>
        <source>Print where a batch stands, or watch it.</source>
        <translation>显示批次的进度，或持续查看。</translation>
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
        <translation>从标准输入读取其密码，位于令牌行之后。</translation>
    </message>
    <message>
        <source>Read the token from the first line of standard input.</source>
        <translation>从标准输入的第一行读取令牌。</translation>
    </message>
    <message>
        <source>Reading what the service has …</source>
        <translation>正在读取服务的列表…</translation>
    </message>
    <message>
        <source>Rehearse on a KooDrive on this computer; nothing real is made.</source>
        <translation>在本机的 KooDrive 上演练；不会创建任何真实内容。</translation>
    </message>
    <message>
        <source>Remove a connection and its secrets.</source>
        <translation>删除连接及其机密信息。</translation>
    </message>
    <message>
        <source>Remove the connection NAME and its secrets from the keyring. History and service stay as they are.</source>
        <translation>从密钥环中删除连接 NAME 及其机密信息。历史记录和服务不受影响。</translation>
    </message>
    <message>
        <source>Remove the connection “{name}” and its secrets?</source>
        <translation>删除连接“{name}”及其机密信息？</translation>
    </message>
    <message>
        <source>Removed the connection “{name}”.</source>
        <translation>已删除连接“{name}”。</translation>
    </message>
    <message>
        <source>Restore the folder first.</source>
        <translation>请先还原该文件夹。</translation>
    </message>
    <message>
        <source>Row {row} of the batch is being sent, was created or was left out, so it was not sent once more.</source>
        <translation>批次的第 {row} 行正在发送、已创建或已排除，因此未再次发送。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Rows of it were sent, so it belongs to the history and is not removed.</source>
        <translation>其中有行已发送，因此批次属于历史记录，不能移除。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>填写规则</translation>
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
        <translation>请指定要撤回的内容：koodrive undo ATTEMPT，或 koodrive undo --batch N</translation>
    </message>
    <message>
        <source>Say which attempt is meant: koodrive resolve ATTEMPT --not-made</source>
        <translation>请指定记录：koodrive resolve ATTEMPT --not-made</translation>
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
        <translation>历史记录中用于放置相册的共享文件夹：名称或其任一 ID。</translation>
    </message>
    <message>
        <source>Shared folder: ID of the owner&apos;s personal space. Collection: its space, optional.</source>
        <translation>共享文件夹：所有者的个人空间 ID。收录相册：所在空间的 ID，选填。</translation>
    </message>
    <message>
        <source>Shared folder: family (0), the only one; may be empty.</source>
        <translation>共享文件夹：家庭共享（0），唯一的取值；可留空。</translation>
    </message>
    <message>
        <source>Shared folders wait for albums in them whose outcome is unknown. Find out what became of those, then go on.</source>
        <translation>共享文件夹在等待其中结果未知的相册。请先查明结果，再继续。</translation>
    </message>
    <message>
        <source>Sheet of a workbook; without it the first visible one.</source>
        <translation>工作簿的工作表；未指定时为第一个可见的工作表。</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>显示版本并退出。</translation>
    </message>
    <message>
        <source>Show this message and exit.</source>
        <translation>显示此帮助并退出。</translation>
    </message>
    <message>
        <source>Sign in with KooDesk</source>
        <translation>请在 KooDesk 中登录</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录方式</translation>
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
        <translation>请求内容有误</translation>
    </message>
    <message>
        <source>Something in the request is not right yet</source>
        <translation>请求内容尚需修正</translation>
    </message>
    <message>
        <source>Something is in the album: at least {count}. Nothing is deleted that somebody has filled. Look into it in KooDrive.</source>
        <translation>相册中已有内容：至少 {count} 项。有人放入内容的对象不会删除。请在 KooDrive 中查看。</translation>
    </message>
    <message>
        <source>Something is in the folder: at least {count}. Nothing is deleted that somebody has filled. Look into it in KooDrive.</source>
        <translation>文件夹中已有内容：至少 {count} 项。有人放入内容的对象不会删除。请在 KooDrive 中查看。</translation>
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
        <translation>文件夹所在的空间；选填。</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Spring festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Store a connection as NAME, and its token from standard input in the keyring of the system.

Without --token-stdin the connection is stored without a token; each command then needs --token-stdin. Accounts sign in with the window of KooDesk, which keeps their sessions in the same keyring.</source>
        <translation>将连接保存为 NAME，并将标准输入中的令牌存入系统的密钥环。

未使用 --token-stdin 时，保存的连接没有令牌；此后每个命令都需要 --token-stdin。账号通过 KooDesk 窗口登录，登录会话保存在同一密钥环中。</translation>
    </message>
    <message>
        <source>Store a connection, and its token in the keyring.</source>
        <translation>保存连接，并将令牌存入密钥环。</translation>
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
        <translation>已保存连接“{name}”。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Take back everything that batch N has created.</source>
        <translation>撤回批次 N 创建的全部内容。</translation>
    </message>
    <message>
        <source>Take back what was created, one or a whole batch.</source>
        <translation>撤回已创建的内容，单个或整个批次。</translation>
    </message>
    <message>
        <source>Take back {left} of batch {number} “{name}” at {connection}? ({counts})</source>
        <translation>撤回批次 {number}“{name}”中的 {left} 个对象（连接 {connection}）？（{counts}）</translation>
    </message>
    <message>
        <source>Take back {names} of {connection}?</source>
        <translation>从“{connection}”撤回{names}？</translation>
    </message>
    <message>
        <source>Taken back: {name}.</source>
        <translation>已撤回：{name}。</translation>
    </message>
    <message>
        <source>Taking back batch {number} is stopped: {counts}.</source>
        <translation>批次 {number} 的撤回已停止：{counts}。</translation>
    </message>
    <message>
        <source>Taking back batch {number} is {state}: {counts}.</source>
        <translation>批次 {number} 的撤回{state}：{counts}。</translation>
    </message>
    <message>
        <source>Taking back batch {number} stops when what is in flight has ended: {counts}.</source>
        <translation>批次 {number} 的撤回将在处理中的请求结束后停止：{counts}。</translation>
    </message>
    <message>
        <source>Test a connection step by step.</source>
        <translation>逐步测试连接。</translation>
    </message>
    <message>
        <source>Test the connection NAME step by step: address, encryption, clock, token, user, space.

Asks the service for one shared folder and the space; nothing is changed.</source>
        <translation>逐步测试连接 NAME：地址、加密、时钟、令牌、用户、空间。

向服务查询一个共享文件夹和空间；不做任何更改。</translation>
    </message>
    <message>
        <source>Text follows the closing quote of this cell, so its end is not certain. Double the quotes inside it.</source>
        <translation>此单元格的结束引号之后还有文字，无法确定单元格在何处结束。请将单元格内的引号写成两个。</translation>
    </message>
    <message>
        <source>Text in name, ID, trace ID or connection.</source>
        <translation>名称、ID、跟踪 ID 或连接中的文字。</translation>
    </message>
    <message>
        <source>Text of a column that the table lacks, for all rows, such as kind=album; repeatable.</source>
        <translation>表格缺少的列的内容，用于所有行，例如 kind=album；可多次指定。</translation>
    </message>
    <message>
        <source>That of the desktop (Wayland)</source>
        <translation>桌面环境的输入法（Wayland）</translation>
    </message>
    <message>
        <source>That of the operating system</source>
        <translation>操作系统的输入法</translation>
    </message>
    <message>
        <source>The CA file of the connection cannot be used</source>
        <translation>连接的 CA 证书文件无法使用</translation>
    </message>
    <message>
        <source>The IDs come from the folder in line {line}: empty this cell, or groupId and shareFolderId.</source>
        <translation>ID 取自第 {line} 行的共享文件夹：请清空此单元格，或清空群组 ID（groupId）和共享文件夹 ID（shareFolderId）。</translation>
    </message>
    <message>
        <source>The IDs of the shared folder in line {line} are not known: fill in groupId and shareFolderId.</source>
        <translation>第 {line} 行共享文件夹的 ID 不详：请填写群组 ID（groupId）和共享文件夹 ID（shareFolderId）。</translation>
    </message>
    <message>
        <source>The account belongs to the user {user}. Put that back, or type the password to sign in again.</source>
        <translation>该账号属于用户 {user}。请改回原账号，或输入密码重新登录。</translation>
    </message>
    <message>
        <source>The address, the user&apos;s ID or the token has a character that this shell cannot pass on.</source>
        <translation>地址、用户 ID 或令牌中有此 Shell 无法传递的字符。</translation>
    </message>
    <message>
        <source>The albums of a shared folder</source>
        <translation>共享文件夹的相册</translation>
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
        <translation>无法解压响应。</translation>
    </message>
    <message>
        <source>The answer does not say clearly whether it worked.</source>
        <translation>响应未明确说明是否成功。</translation>
    </message>
    <message>
        <source>The answer does not tell the service&apos;s time, so the clock of this computer may be the reason as well: check that it is right.</source>
        <translation>响应中没有服务时间，原因也可能是本机时间：请检查本机时间是否正确。</translation>
    </message>
    <message>
        <source>The answer is larger than any real one.</source>
        <translation>响应过大，不是正常响应。</translation>
    </message>
    <message>
        <source>The answer is not in the documented form.</source>
        <translation>响应的格式与文档不符。</translation>
    </message>
    <message>
        <source>The answer names the ID {lead}; that is not confirmed.</source>
        <translation>响应中给出了 ID {lead}，尚未确认。</translation>
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
        <translation>批次保存在历史记录中：koodrive batch results {number} --{option} FILE</translation>
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
        <translation>此文件中的证书不能用于签发其他证书。请索取颁发机构的证书。</translation>
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
        <translation>本机时间快 {minutes} 分 {seconds} 秒。</translation>
    </message>
    <message>
        <source>The clock of this computer is {minutes} min {seconds} s slow.</source>
        <translation>本机时间慢 {minutes} 分 {seconds} 秒。</translation>
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
        <translation>收到响应之前网络连接中断</translation>
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
        <translation>无法读取连接</translation>
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
        <translation>无法写入导出文件</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete and cannot be read. Get it again, or save it anew in the spreadsheet.</source>
        <translation>文件已损坏或不完整，无法读取。请重新获取，或用电子表格程序重新保存。</translation>
    </message>
    <message>
        <source>The file is no longer there. Choose another, or put it back.</source>
        <translation>文件已不存在。请另选文件，或将其放回原处。</translation>
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
        <translation>仅显示前 {count} 个；--json 和 --result 包含全部。</translation>
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
        <translation>无法备份历史记录</translation>
    </message>
    <message>
        <source>The history could not be opened</source>
        <translation>无法打开历史记录</translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>无法读取历史记录</translation>
    </message>
    <message>
        <source>The history could not be written</source>
        <translation>无法写入历史记录</translation>
    </message>
    <message>
        <source>The history has it as taken back, but the service has it still. Look into it in KooDrive.</source>
        <translation>历史记录中已撤回，但服务上仍然存在。请在 KooDrive 中查看。</translation>
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
        <translation>无法识别主机。请按 http://proxy.example.com:8080 的形式填写。</translation>
    </message>
    <message>
        <source>The host cannot be understood. Write it like https://{example}.</source>
        <translation>无法识别主机。请按 https://{example} 的形式填写。</translation>
    </message>
    <message>
        <source>The host name of the proxy is not known here</source>
        <translation>本机无法解析代理服务器的主机名</translation>
    </message>
    <message>
        <source>The host name of the service is not known here</source>
        <translation>无法解析服务的主机名</translation>
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
        <translation>无法识别此文件的编码。请另存为“CSV UTF-8”。</translation>
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
        <translation>无法读取相册的列表，剩余行不再发送。{why}</translation>
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
        <translation>无法读取共享文件夹的列表，剩余行不再发送。{why}</translation>
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
        <translation>无法写入日志</translation>
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
        <translation>须由所有者激活空间，例如登录一次。</translation>
    </message>
    <message>
        <source>The owner&apos;s personal space. Default: the user&apos;s only one.</source>
        <translation>所有者的个人空间。默认：用户唯一的空间。</translation>
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
        <translation>个人收录相册</translation>
    </message>
    <message>
        <source>The personal manual albums</source>
        <translation>个人手工相册</translation>
    </message>
    <message>
        <source>The port behind the colon has to be a number from 1 to 65535.</source>
        <translation>冒号后的端口必须是 1 到 65535 的数字。</translation>
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
        <translation>KooDesk 不支持代理服务器的登录方式</translation>
    </message>
    <message>
        <source>The quote (&quot;) at the start of a cell in line {line}, column {column}, is never closed. Close it, or remove it.</source>
        <translation>第 {line} 行 {column} 列的单元格开头有引号（&quot;），但始终没有闭合。请补上或删除引号。</translation>
    </message>
    <message>
        <source>The request could not be sent</source>
        <translation>请求未能发送</translation>
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
        <translation>无法写入结果：{reason}。</translation>
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
        <translation>沙箱有自己的令牌。请去掉 --token-stdin。</translation>
    </message>
    <message>
        <source>The server ended the handshake. It may want a client certificate, which KooDesk does not have, or another version of TLS. Ask the operator of the service.</source>
        <translation>服务器终止了 TLS 握手，可能要求客户端证书（KooDesk 没有）或其他 TLS 版本。请咨询服务的运营方。</translation>
    </message>
    <message>
        <source>The server requires a client certificate</source>
        <translation>服务器要求客户端证书</translation>
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
        <translation>服务要求等待 {seconds} 秒。</translation>
    </message>
    <message>
        <source>The service behind this address cannot be found</source>
        <translation>找不到此地址对应的服务</translation>
    </message>
    <message>
        <source>The service cannot be reached</source>
        <translation>无法连接服务</translation>
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
        <translation>服务中没有显示，但创建至今不足 5 分钟，可能会延迟显示。未删除任何内容。请在 5 分钟后重试。</translation>
    </message>
    <message>
        <source>The service does not support this type</source>
        <translation>服务不支持此类型</translation>
    </message>
    <message>
        <source>The service has it, but its list does not show it, so that KooDesk cannot compare its name. Nothing is deleted. Try again in a minute.</source>
        <translation>服务中有该内容，但列表中没有，KooDesk 无法对比名称。未删除任何内容。请在 1 分钟后重试。</translation>
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
        <translation>服务将 {account} 识别为用户 {other}，但此连接的用户是 {user}。未做任何更改。请修正连接的账号或用户 ID。</translation>
    </message>
    <message>
        <source>The service looks for up to {limit} characters. Remove {excess}.</source>
        <translation>服务最多支持搜索 {limit} 个字符。请删去 {excess} 个。</translation>
    </message>
    <message>
        <source>The service may be working on it.</source>
        <translation>服务可能正在处理。</translation>
    </message>
    <message>
        <source>The service may have one of this name</source>
        <translation>服务中可能已有同名对象</translation>
    </message>
    <message>
        <source>The service may have worked on the request.</source>
        <translation>服务可能已处理该请求。</translation>
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
        <translation>服务返回：{words}（响应码 {code}，HTTP {status}）。</translation>
    </message>
    <message>
        <source>The service still had it at {time}. It may be deleted a little later.</source>
        <translation>{time} 时服务中仍有该内容，可能稍后才会删除。</translation>
    </message>
    <message>
        <source>The service took the request, but its answer did not come.</source>
        <translation>请求已送达服务，但未收到响应。</translation>
    </message>
    <message>
        <source>The service wants a pause before it is sent again.</source>
        <translation>服务要求稍后再发送。</translation>
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
        <translation>服务的列表中没有该 ID，或该 ID 属于其他内容。未做任何更改。可选的 ID：{ids}。</translation>
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
        <translation>此记录发出之前，服务的列表中已有该对象，因此并非由此记录创建。未删除任何内容。请在 KooDrive 中查看。</translation>
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
        <translation>无法读取服务的列表：{reason}</translation>
    </message>
    <message>
        <source>The service, or a proxy on the way, ended the connection. Check the service address, then try again.</source>
        <translation>服务或途中的代理服务器断开了网络连接。请检查服务地址，然后重试。</translation>
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
        <translation>共享收录相册</translation>
    </message>
    <message>
        <source>The shared folder in line {line} has a problem.</source>
        <translation>第 {line} 行的共享文件夹有错误。</translation>
    </message>
    <message>
        <source>The shared folder in line {line} is left out.</source>
        <translation>第 {line} 行的共享文件夹已排除。</translation>
    </message>
    <message>
        <source>The shared folder that it is in is not shown to this user any more</source>
        <translation>所属共享文件夹已不再对此用户显示</translation>
    </message>
    <message>
        <source>The shared folders</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>The shared manual albums</source>
        <translation>共享手工相册</translation>
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
        <translation>系统设置</translation>
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
        <translation>KooDesk 此前采用的服务时间有误，现已校正，重试即可。</translation>
    </message>
    <message>
        <source>The token alone</source>
        <translation>仅令牌</translation>
    </message>
    <message>
        <source>The token is likely to end before the last row; the batch pauses then.</source>
        <translation>令牌可能在最后一行之前失效；届时批次将暂停。</translation>
    </message>
    <message>
        <source>The token is too long for the keyring</source>
        <translation>令牌过长，密钥环无法保存</translation>
    </message>
    <message>
        <source>The token that is kept is for another address. Paste one.</source>
        <translation>已保存的令牌属于另一地址。请粘贴令牌。</translation>
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
        <translation>参数过多。含空格的文字请加引号；令牌不得作为命令参数，应从标准输入提供（--token-stdin）。</translation>
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
        <translation>没有令牌</translation>
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
        <translation>此账号属于其他用户</translation>
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
        <translation>本机不信任其证书的颁发机构。如果是公司自有机构，请在连接的“高级”中指定 CA 证书文件，或将其装入本机。</translation>
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
        <translation>无法读取此文件（{reason}）。请检查是否有读取权限。</translation>
    </message>
    <message>
        <source>This file holds a private key, which is nobody else&apos;s to have. Choose one with certificates only.</source>
        <translation>此文件含有私钥，私钥不应交给他人。请选择只含证书的文件。</translation>
    </message>
    <message>
        <source>This file holds no certificate in PEM form (“{begin}”). Choose another, or have it converted.</source>
        <translation>此文件不含 PEM 格式的证书（“{begin}”）。请另选文件，或先转换格式。</translation>
    </message>
    <message>
        <source>This file is too large to be a CA file. Choose another.</source>
        <translation>此文件过大，不是 CA 证书文件。请另选文件。</translation>
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
        <translation>这是该行自身。</translation>
    </message>
    <message>
        <source>This is the sheet “{sheet}”; the others are: {sheets}.</source>
        <translation>这是工作表“{sheet}”；其他工作表：{sheets}。</translation>
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
        <translation>此令牌无法使用</translation>
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
        <translation>刚刚创建过相同的内容</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Token of {name} (it is not shown):</source>
        <translation>{name} 的令牌（输入时不显示）：</translation>
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
        <translation>文件夹过多（{count}/{limit}）。请移除 {excess} 个。</translation>
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
        <translation>可随时重试。</translation>
    </message>
    <message>
        <source>Try again; if that does not help, ask the service&apos;s support.</source>
        <translation>请重试；如仍不成功，可联系服务的技术支持。</translation>
    </message>
    <message>
        <source>Two columns are for {field}: {first_column} (“{first}”) and {second_column} (“{second}”). Remove one, or give it another heading.</source>
        <translation>有两列对应 {field}：{first_column} 列（“{first}”）和 {second_column} 列（“{second}”）。请删除一列，或更换其表头。</translation>
    </message>
    <message>
        <source>Two slashes are missing: an address begins with https://.</source>
        <translation>缺少两个斜杠：地址以 https:// 开头。</translation>
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
        <translation>用法：</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>User and password have fields of their own. Remove everything up to the @.</source>
        <translation>用户名和密码另有输入框。请删除 @ 及其之前的内容。</translation>
    </message>
    <message>
        <source>User at that proxy.</source>
        <translation>代理服务器的用户。</translation>
    </message>
    <message>
        <source>User to send as (X-User-Id).</source>
        <translation>以该用户的身份发送（X-User-Id）。</translation>
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
        <translation>持续查看直到结束，无论在何处执行。</translation>
    </message>
    <message>
        <source>What answered (HTTP {status}) does not look like KooDrive and says: {words}.</source>
        <translation>响应方（HTTP {status}）不像是 KooDrive，响应内容：{words}。</translation>
    </message>
    <message>
        <source>What answered (HTTP {status}) does not look like KooDrive.</source>
        <translation>响应方（HTTP {status}）不像是 KooDrive。</translation>
    </message>
    <message>
        <source>What answered (HTTP {status}) does not look like KooDrive: a web page, “{words}”.</source>
        <translation>响应方（HTTP {status}）不像是 KooDrive，而是网页“{words}”。</translation>
    </message>
    <message>
        <source>What answers at the proxy&apos;s address is no HTTP proxy</source>
        <translation>该地址不是 HTTP 代理服务器</translation>
    </message>
    <message>
        <source>What answers there does not speak HTTPS as it should. Check the service address.</source>
        <translation>该处的响应不符合 HTTPS 协议。请检查服务地址。</translation>
    </message>
    <message>
        <source>What became of each row is in the history.</source>
        <translation>每一行的结果保存在历史记录中。</translation>
    </message>
    <message>
        <source>What deleting does to files is not documented, so KooDesk deletes only what has nothing in it.</source>
        <translation>文档未说明删除会如何影响文件，因此 KooDesk 只删除没有内容的对象。</translation>
    </message>
    <message>
        <source>What is collected.</source>
        <translation>收录类型。</translation>
    </message>
    <message>
        <source>What is on standard input is no token</source>
        <translation>标准输入中的内容不是令牌</translation>
    </message>
    <message>
        <source>What was asked for is not in the service&apos;s list at {time}, but that list is not whole: {reason}. So it does not tell whether it was created.</source>
        <translation>{time}，服务的列表中没有所请求的内容，但列表不完整：{reason}。因此无法判断是否已创建。</translation>
    </message>
    <message>
        <source>What was created is in the history: koodrive history</source>
        <translation>已创建的内容保存在历史记录中：koodrive history</translation>
    </message>
    <message>
        <source>What {source} says is no http:// proxy. Correct it, or name the proxy in the connection.</source>
        <translation>{source} 的值不是 http:// 代理服务器。请修正，或在连接中指定代理服务器。</translation>
    </message>
    <message>
        <source>When an answer is lost, look for up to so many seconds for what was made.</source>
        <translation>未收到响应时，最多用该秒数查明结果。</translation>
    </message>
    <message>
        <source>Where it is about the id of a shared folder, try its other form in the connection under Advanced.</source>
        <translation>如果问题在于共享文件夹的 id，请在连接的“高级”中改用另一种形式。</translation>
    </message>
    <message>
        <source>Whether the first row of a list of names is a heading; needed where it is no known one.</source>
        <translation>名称列表的第一行是否为表头；表头无法识别时必须指定。</translation>
    </message>
    <message>
        <source>Whether there are more pages cannot be told from it.</source>
        <translation>无法从响应中判断是否还有更多页。</translation>
    </message>
    <message>
        <source>Who it is for. Default: shared with --in or --group, else personal.</source>
        <translation>相册类别。默认：使用 --in 或 --group 时为 shared，否则为 personal。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>With --batch: write there, .csv or .xlsx, the table as it came, plus what became of each row and why.</source>
        <translation>与 --batch 一起使用：将结果写入该 .csv 或 .xlsx 文件，即原表格加上每一行的结果和原因。</translation>
    </message>
    <message>
        <source>With --service-address and --user-id the token comes from standard input: add --token-stdin.</source>
        <translation>使用 --service-address 和 --user-id 时，令牌来自标准输入：请加上 --token-stdin。</translation>
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
        <translation>使用 http 时令牌不受保护，仅限本机使用。请改用 https://。</translation>
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
        <translation>将结果写入该 .csv 或 .xlsx 文件：原表格加上结果、ID 和消息。</translation>
    </message>
    <message>
        <source>Write the rows that may be sent again there, .csv or .xlsx.</source>
        <translation>将可以重新发送的行写入该 .csv 或 .xlsx 文件。</translation>
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
        <source>You may not be a member of the folder any more, and it may be there still. Nothing was changed.</source>
        <translation>您可能已不是该文件夹的成员，文件夹可能仍然存在。未做任何更改。</translation>
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
        <source>Your own album “{name}” in the folder is kept: {reason}</source>
        <translation>文件夹中您自己的相册“{name}”已保留：{reason}</translation>
    </message>
    <message>
        <source>[KooDesk kept the first 64 KiB of {size} bytes.]</source>
        <translation>[KooDesk 只保留了 {size} 字节中的前 64 KiB。]</translation>
    </message>
    <message>
        <source>a NUL</source>
        <translation>NUL 字符</translation>
    </message>
    <message>
        <source>a backspace</source>
        <translation>退格符</translation>
    </message>
    <message>
        <source>a cache gave it, so it may be older than the request</source>
        <translation>来自缓存，可能早于请求</translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation>回车符</translation>
    </message>
    <message>
        <source>a carriage return without a line feed</source>
        <translation>不带换行符的回车符</translation>
    </message>
    <message>
        <source>a line break</source>
        <translation>换行符</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>album</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>albumKind</source>
        <translation>相册类别</translation>
    </message>
    <message>
        <source>appKey</source>
        <translation>APP 鉴权</translation>
    </message>
    <message>
        <source>both</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>窗口已关闭</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>收录相册</translation>
    </message>
    <message>
        <source>containerId</source>
        <translation>空间 ID</translation>
    </message>
    <message>
        <source>crash</source>
        <translation>异常退出</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>default: {default}</source>
        <translation>默认：{default}</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>family</source>
        <translation>家庭共享</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>gone already: {name}.</source>
        <translation>已不存在：{name}。</translation>
    </message>
    <message>
        <source>groupId</source>
        <translation>群组 ID</translation>
    </message>
    <message>
        <source>half a character</source>
        <translation>不完整的字符</translation>
    </message>
    <message>
        <source>in</source>
        <translation>所属共享文件夹</translation>
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
        <translation>应为 FIELD=TEXT，例如 kind=album。</translation>
    </message>
    <message>
        <source>its “total” cannot be read as a number</source>
        <translation>其中的“total”无法读作数字</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>kept: {name}.</source>
        <translation>已保留：{name}。</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <source>line {line} “{name}”</source>
        <translation>第 {line} 行“{name}”</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>手工相册</translation>
    </message>
    <message>
        <source>may be {object_id} “{name}” {time} {doubts}</source>
        <translation>可能是 {object_id}“{name}”{time} {doubts}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>not_sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>nothing was created</source>
        <translation>未创建任何内容</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>网络中断</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>one of its pages was empty before its end</source>
        <translation>末尾之前有一页为空</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>个人相册</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>ref</source>
        <translation>自定义标识</translation>
    </message>
    <message>
        <source>refusals</source>
        <translation>被拒绝次数过多</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>running</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>scopeDir</source>
        <translation>收录范围</translation>
    </message>
    <message>
        <source>scopeKind</source>
        <translation>收录类型</translation>
    </message>
    <message>
        <source>scopeParentFolderId</source>
        <translation>父文件夹 ID</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>shareFolderId</source>
        <translation>共享文件夹 ID（主键）</translation>
    </message>
    <message>
        <source>shareType</source>
        <translation>共享类型</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享相册</translation>
    </message>
    <message>
        <source>shared_folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>take back: {outcome}</source>
        <translation>撤回：{outcome}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>the album {object_id}</source>
        <translation>相册 {object_id}</translation>
    </message>
    <message>
        <source>the album “{name}” ({object_id})</source>
        <translation>相册“{name}”（{object_id}）</translation>
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
        <translation>共享文件夹 {object_id}</translation>
    </message>
    <message>
        <source>the shared folder “{name}” ({object_id})</source>
        <translation>共享文件夹“{name}”（{object_id}）</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <source>tls</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>type</source>
        <translation>相册类型</translation>
    </message>
    <message>
        <source>type and albumKind are sent as</source>
        <translation>type 和 albumKind 的发送形式</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>unknown rows</source>
        <translation>结果未知的行</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>would be taken back: {name}.</source>
        <translation>将撤回：{name}。</translation>
    </message>
    <message>
        <source>{address} (no answer)</source>
        <translation>{address}（无响应）</translation>
    </message>
    <message>
        <source>{address} (no route)</source>
        <translation>{address}（无路由）</translation>
    </message>
    <message>
        <source>{address} (refused)</source>
        <translation>{address}（被拒绝）</translation>
    </message>
    <message>
        <source>{address} ({code})</source>
        <translation>{address}（{code}）</translation>
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
        <translation>{count} 个字符，但有 {units} 个 UTF-16 码元：按码元计数的服务可能拒绝超过 {limit} 个的名称。</translation>
    </message>
    <message>
        <source>{count} have joined the folder. Nothing is deleted that others use. Look at its members in KooDrive.</source>
        <translation>已有 {count} 名成员加入文件夹。他人正在使用的内容不会删除。请在 KooDrive 中查看成员。</translation>
    </message>
    <message>
        <source>{count} of {total} rows that were not created; --result has all.</source>
        <translation>未创建的行共 {total} 行，已显示 {count} 行；--result 包含全部。</translation>
    </message>
    <message>
        <source>{count} of {total} rows; --limit 0 prints all.</source>
        <translation>共 {total} 行，已显示 {count} 行；--limit 0 显示全部。</translation>
    </message>
    <message>
        <source>{count} rows a minute</source>
        <translation>每分钟 {count} 行</translation>
    </message>
    <message>
        <source>{count} rows in a row were refused for the same reason: {title}. {message}</source>
        <translation>连续 {count} 行因相同原因被拒绝：{title}。{message}</translation>
    </message>
    <message>
        <source>{count} rows in {path}</source>
        <translation>已写入 {count} 行：{path}</translation>
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
        <translation>{state} {count}</translation>
    </message>
    <message>
        <source>{done} of {total} rows.</source>
        <translation>已处理 {done} 行，共 {total} 行。</translation>
    </message>
    <message>
        <source>{excess} characters too many ({count} of {limit}).</source>
        <translation>超出 {excess} 个字符（{count}/{limit}）。</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}和{second}</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} 或 {second}</translation>
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
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{heading} ({field})</source>
        <translation>{heading}（{field}）</translation>
    </message>
    <message>
        <source>{heading}:</source>
        <translation>{heading}：</translation>
    </message>
    <message>
        <source>{id} is in the list {times} times. Keep one.</source>
        <translation>{id} 在列表中出现 {times} 次。请只保留一个。</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s fast</source>
        <translation>快 {minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s slow</source>
        <translation>慢 {minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{name}, until {day}</source>
        <translation>{name}，有效期至 {day}</translation>
    </message>
    <message>
        <source>{name}, which fcitx answers as well</source>
        <translation>{name}（由 fcitx 提供）</translation>
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
        <translation>{objects}的列表无法读取。{reason}</translation>
    </message>
    <message>
        <source>{objects}: the list is not whole: {gaps}</source>
        <translation>{objects}：列表不完整：{gaps}</translation>
    </message>
    <message>
        <source>{options} exclude each other. Name one connection.</source>
        <translation>{options} 不能同时使用。请只指定一个连接。</translation>
    </message>
    <message>
        <source>{option} and {other}</source>
        <translation>{option} 和 {other}</translation>
    </message>
    <message>
        <source>{option} cannot be used</source>
        <translation>{option} 无法使用</translation>
    </message>
    <message>
        <source>{option} does not go with the other options. It is for collection albums only. Add --type collection, or leave {option} out.</source>
        <translation>{option} 与其他选项冲突：仅用于收录相册。请加上 --type collection，或去掉 {option}。</translation>
    </message>
    <message>
        <source>{option} does not go with the other options. It is for shared albums only. Add --kind shared, or leave {option} out.</source>
        <translation>{option} 与其他选项冲突：仅用于共享相册。请加上 --kind shared，或去掉 {option}。</translation>
    </message>
    <message>
        <source>{outcome}, taken back</source>
        <translation>{outcome}，已撤回</translation>
    </message>
    <message>
        <source>{outcome}, taken back {time}</source>
        <translation>{outcome}，已于 {time} 撤回</translation>
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
        <translation>{place}，{field}</translation>
    </message>
    <message>
        <source>{proxy} answered HTTP {status}.</source>
        <translation>{proxy} 的响应为 HTTP {status}。</translation>
    </message>
    <message>
        <source>{proxy} answers in another way. Check the address and the port of the proxy.</source>
        <translation>{proxy} 的响应不是代理服务器的响应。请检查代理服务器的地址和端口。</translation>
    </message>
    <message>
        <source>{proxy} did not answer in time.</source>
        <translation>{proxy} 响应超时。</translation>
    </message>
    <message>
        <source>{proxy} did not take the connection.</source>
        <translation>{proxy} 未接受网络连接。</translation>
    </message>
    <message>
        <source>{proxy} does not work without. Enter them in the connection.</source>
        <translation>{proxy} 要求用户名和密码。请在连接中输入。</translation>
    </message>
    <message>
        <source>{proxy} forbids this service. Ask its operator to allow the service address.</source>
        <translation>{proxy} 禁止访问此服务。请联系其管理员放行服务地址。</translation>
    </message>
    <message>
        <source>{proxy} gave no answer.</source>
        <translation>{proxy} 没有响应。</translation>
    </message>
    <message>
        <source>{proxy} has no address.</source>
        <translation>{proxy} 没有对应的 IP 地址。</translation>
    </message>
    <message>
        <source>{proxy} offers {kinds}; KooDesk knows Basic. Ask its operator for another way.</source>
        <translation>{proxy} 提供的登录方式为 {kinds}，KooDesk 支持 Basic。请向其管理员咨询其他方式。</translation>
    </message>
    <message>
        <source>{proxy} refused them. Correct them in the connection.</source>
        <translation>{proxy} 拒绝了用户名和密码。请在连接中修正。</translation>
    </message>
    <message>
        <source>{proxy} took the connection and then said nothing.</source>
        <translation>{proxy} 接受了网络连接，但没有响应。</translation>
    </message>
    <message>
        <source>{reason}. Unlock the keyring, or give the password again in the connection.</source>
        <translation>{reason}。请解锁密钥环，或在连接中重新输入密码。</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>剩余 {seconds} 秒</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>{shape}: {text}</source>
        <translation>{shape}：{text}</translation>
    </message>
    <message>
        <source>{source} names it.</source>
        <translation>由 {source} 指定。</translation>
    </message>
    <message>
        <source>{space} ({size} GB)</source>
        <translation>{space}（{size} GB）</translation>
    </message>
    <message>
        <source>{state} ({reason})</source>
        <translation>{state}（{reason}）</translation>
    </message>
    <message>
        <source>{title} Looking for up to {seconds} s for what was made …</source>
        <translation>{title}正在查明创建结果，最多 {seconds} 秒…</translation>
    </message>
    <message>
        <source>{title}.</source>
        <translation>{title}。</translation>
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
        <translation>{title}：{message}</translation>
    </message>
    <message>
        <source>{total} rows: {counts}. Nothing was sent.</source>
        <translation>共 {total} 行：{counts}。未发送任何请求。</translation>
    </message>
    <message>
        <source>{value} does not match the formats {formats}.</source>
        <translation>{value} 不符合以下格式：{formats}。</translation>
    </message>
    <message>
        <source>{value} is not a valid float range.</source>
        <translation>{value} 不是有效的数字。</translation>
    </message>
    <message>
        <source>{value} is not a valid integer range.</source>
        <translation>{value} 不是有效的整数。</translation>
    </message>
    <message>
        <source>{value} is not in the range {range}.</source>
        <translation>{value} 不在范围 {range} 内。</translation>
    </message>
    <message>
        <source>{value} is not one of {choices}.</source>
        <translation>{value} 不在可选值之内：{choices}。</translation>
    </message>
    <message>
        <source>{variable} is set, and every program that is started from here can read it. Nothing was sent. Unset it, and give the token on standard input (--token-stdin) or keep it in the keyring (koodrive connections add).</source>
        <translation>{variable} 已设置，从此处启动的程序都能读取。未发送任何请求。请取消设置，改为从标准输入提供令牌（--token-stdin），或将令牌保存在密钥环中（koodrive connections add）。</translation>
    </message>
    <message>
        <source>“{key}” may mean several rows: line {lines}.</source>
        <translation>“{key}”可能指多行：第 {lines} 行。</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
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
        <translation>“{word}”不是对象类型。请填写“相册”（album）或“共享文件夹”（shared_folder）。</translation>
    </message>
    <message>
        <source>“{word}” is not known here. Use {choices}.</source>
        <translation>无法识别“{word}”。请使用 {choices}。</translation>
    </message>
</context>
</TS>
