const LIGHT = `color-scheme:light;--bg:#fff;--sunk:#f5f6f8;--text:#1a1e29;--faint:#5f6777;--line:#e4e7ec;--edge:#868e9e;--theirs:#f0f2f5;
--bad:#b02219;--bad-bg:#fdeceb;--note:#84480a;--note-bg:#fff5e3;--word:var(--rd-light);--shade:0 2px 6px rgb(22 26 36/.1),0 24px 56px -12px rgb(22 26 36/.32)`;
const DARK = `color-scheme:dark;--bg:#15181e;--sunk:#0e1014;--text:#e9ebf0;--faint:#a3abba;--line:#2d333f;--edge:#6d7687;--theirs:#20252e;
--bad:#ff9d94;--bad-bg:#3a1715;--note:#ffc774;--note-bg:#31250f;--word:var(--rd-dark);--shade:0 2px 6px rgb(0 0 0/.5),0 24px 56px -12px rgb(0 0 0/.8)`;

/** All looks of the widget. What a site may change has a name that begins with --relaydesk-. */
export const STYLE = `
:host{all:initial!important;position:fixed!important;inset:0!important;pointer-events:none!important;z-index:var(--relaydesk-z,2147483000)!important}
:host([contained]){position:absolute!important;z-index:0!important}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
.root{${LIGHT};--fill:var(--relaydesk-accent,var(--rd-fill));--on:var(--relaydesk-on-accent,var(--rd-on));--r:var(--relaydesk-radius,16px);
--edge-x:var(--relaydesk-side,20px);--edge-y:var(--relaydesk-bottom,20px);
position:absolute;inset:0;font:400 14px/1.45 var(--relaydesk-font,-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans",sans-serif);
color:var(--text);--a:left;text-align:start;-webkit-text-size-adjust:100%}
@media (prefers-color-scheme:dark){.root[data-theme=auto]{${DARK}}}
.root[data-theme=dark]{${DARK}}
.root>*{pointer-events:auto}
.root[dir=rtl]{--a:right}
p,h2,ul{margin:0;padding:0}
ul{list-style:none}
button,textarea{font:inherit;color:inherit;margin:0}
button{border:0;background:none;padding:0;cursor:pointer;text-align:start}
svg{inline-size:16px;block-size:16px;flex:none;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
:focus-visible{outline:2px solid var(--word);outline-offset:2px}
.unseen{position:absolute!important;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0;padding:0;margin:0}
.grow{flex:1;min-inline-size:0}
.cut{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
h2,.presence,.strip,.typing,.who,small,.cut{text-align:var(--a);unicode-bidi:plaintext}
.meta,.failed>span,.day{unicode-bidi:plaintext}
small{display:block;font-size:12px;color:var(--faint)}
.faint{color:var(--faint);font-style:italic}
.launcher{position:absolute;inset-block-end:calc(var(--edge-y) + env(safe-area-inset-bottom));right:var(--edge-x);inline-size:56px;block-size:56px;
border-radius:50%;display:grid;place-items:center;background:var(--fill);color:var(--on);box-shadow:var(--shade);border:1px solid transparent;transition:transform .14s}
.launcher:hover{transform:translateY(-2px)}
.launcher svg{inline-size:26px;block-size:26px;stroke-width:1.3}
[data-side=left]>.launcher{left:var(--edge-x);right:auto}
.launcher svg+svg,.open>.launcher svg:first-child{display:none}
.open>.launcher svg+svg{display:block}
.badge{position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-inline-size:22px;block-size:22px;padding:0 6px;border-radius:11px;background:#b02219;color:#fff;
font:600 12px/22px inherit;font-weight:600;font-size:12px;line-height:22px;text-align:center}
.badge:empty{display:none}
.greets{position:absolute;inset-block-end:calc(var(--edge-y) + 68px + env(safe-area-inset-bottom));right:var(--edge-x);max-inline-size:min(300px,calc(100% - 2*var(--edge-x)));
display:flex;align-items:flex-start;gap:4px;background:var(--bg);border:1px solid var(--line);border-radius:var(--r);box-shadow:var(--shade);padding:6px;animation:rise .2s}
[data-side=left]>.greets{left:var(--edge-x);right:auto}
.greeting{flex:1;padding:8px 4px 8px 10px;white-space:pre-wrap;overflow-wrap:anywhere;border-radius:8px;unicode-bidi:plaintext}
.panel{position:absolute;inset-block-end:calc(var(--edge-y) + 68px);right:var(--edge-x);inline-size:min(384px,calc(100% - 2*var(--edge-x)));
block-size:min(640px,calc(100% - 100px));display:flex;flex-direction:column;background:var(--bg);border:1px solid var(--line);border-radius:var(--r);
box-shadow:var(--shade);overflow:hidden;animation:rise .2s}
[data-side=left]>.panel{left:var(--edge-x);right:auto}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
.over::after{content:attr(data-drop);position:absolute;inset:8px;display:grid;place-items:center;border:2px dashed var(--word);border-radius:calc(var(--r) - 4px);
background:var(--bg);color:var(--word);font-weight:600;opacity:.96;pointer-events:none}
header{display:flex;align-items:center;gap:8px;padding:14px 12px 14px 16px;padding-inline:16px 12px;background:var(--fill);color:var(--on)}
header :focus-visible{outline-color:var(--on)}
h2{font-size:16px;font-weight:600;line-height:1.25;overflow-wrap:anywhere}
.presence{font-size:12px;display:flex;align-items:center;gap:6px}
.presence::before{content:"";inline-size:8px;block-size:8px;border-radius:50%;background:currentColor}
.presence:empty{display:none}
.tool{inline-size:36px;block-size:36px;flex:none;display:grid;place-items:center;border-radius:8px}
.tool svg{inline-size:20px;block-size:20px}
.tool:hover{background:rgb(128 128 128/.16)}
.strip{padding:8px 16px;font-size:13px;background:var(--sunk);color:var(--faint);border-block-end:1px solid var(--line);overflow-wrap:anywhere}
.strip[data-bad=true]{background:var(--note-bg);color:var(--note)}
.strip:empty,.typing:empty,.wrong:empty{display:none}
.thread{position:relative;flex:1;min-block-size:0}
.log{position:absolute;inset:0;overflow:hidden auto;overscroll-behavior:contain;overflow-anchor:none;padding:12px 16px;display:flex;flex-direction:column;gap:2px}
.log:focus-visible{outline-offset:-2px}
.log>:first-child{margin-block-start:auto}
.day{align-self:center;font-size:12px;color:var(--faint);padding:8px}
.msg{align-self:flex-start;max-inline-size:85%;display:flex;flex-direction:column;align-items:flex-start}
.msg.mine{align-self:flex-end;align-items:flex-end}
.msg[data-first]{margin-block-start:8px}
.who{font-size:12px;font-weight:600;color:var(--faint);margin-block:4px 2px;max-inline-size:100%;overflow-wrap:anywhere}
.bubble{background:var(--theirs);border-radius:12px;border-end-start-radius:4px;padding:8px 12px;max-inline-size:100%;display:flex;flex-direction:column;gap:6px;
border:1px solid transparent;overflow-wrap:anywhere;--l:var(--word)}
.mine .bubble{background:var(--fill);color:var(--on);border-end-start-radius:12px;border-end-end-radius:4px;--l:currentColor}
.mine .bubble :focus-visible{outline-color:var(--on)}
.mine .faint,.mine small{color:inherit}
[data-failed] .bubble{background:var(--bad-bg);color:var(--text);border-color:var(--bad)}
.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
.text svg{vertical-align:-2px}
a{color:var(--l);text-decoration:underline;text-underline-offset:2px}
.meta{font-size:12px;color:var(--faint);padding-inline:4px;margin-block-end:4px;font-variant-numeric:tabular-nums}
.failed{display:flex;flex-wrap:wrap;gap:4px 12px;font-size:12px;color:var(--bad);margin-block-end:6px;align-items:center}
.failed button,.small{font-size:12px;font-weight:600;color:var(--word);min-block-size:28px;text-decoration:underline;text-underline-offset:2px}
.choices{display:flex;flex-direction:column;gap:6px}
.choice{min-block-size:36px;padding:6px 12px;border:1px solid var(--word);border-radius:8px;background:var(--bg);color:var(--word);font-weight:600;text-align:center;overflow-wrap:anywhere}
.choice small{font-weight:400}
.choice:disabled{cursor:default;border-color:var(--line);color:var(--faint)}
.choice[data-on]{border-color:var(--word);color:var(--word);border-width:2px}
summary{display:flex;align-items:center;justify-content:center;gap:6px;cursor:pointer;min-block-size:36px;font-weight:600;color:var(--word);list-style:none}
summary::-webkit-details-marker{display:none}
.list b{display:block;font-size:12px;color:var(--faint);margin-block:8px 4px}
.file{display:flex;align-items:center;gap:10px;min-block-size:44px;min-inline-size:180px;max-inline-size:100%;padding:2px}
.picture{display:block;inline-size:260px;max-inline-size:100%;background:var(--sunk);border-radius:8px;overflow:hidden}
.picture img{display:block;inline-size:100%;block-size:100%;object-fit:cover}
.picture img:not([src]){visibility:hidden}
audio,video{max-inline-size:100%}
.news{position:absolute;inset-block-end:8px;inset-inline:0;margin-inline:auto;inline-size:max-content;display:flex;align-items:center;gap:6px;padding:6px 14px;border-radius:999px;
background:var(--bg);border:1px solid var(--line);box-shadow:var(--shade);color:var(--word);font-weight:600;font-size:13px}
.typing{padding:2px 20px 4px;font-size:12px;color:var(--faint)}
.composer{border-block-start:1px solid var(--line);padding:8px}
.line{display:flex;align-items:flex-end;gap:4px}
textarea{flex:1;min-inline-size:0;min-block-size:36px;max-block-size:120px;resize:none;padding:8px 10px;border:1px solid var(--edge);border-radius:10px;background:var(--bg);line-height:1.35;outline-offset:0}
textarea::placeholder{color:var(--faint);opacity:1}
.send{inline-size:36px;block-size:36px;flex:none;display:grid;place-items:center;border-radius:10px;background:var(--fill);color:var(--on);border:1px solid transparent}
.send[aria-disabled]{background:var(--theirs);color:var(--faint);cursor:default}
[dir=rtl] .send svg{transform:scaleX(-1)}
.wrong{color:var(--bad);font-size:12px;padding:0 8px 6px}
.tray{display:flex;flex-direction:column;gap:4px;padding-block-end:8px;max-block-size:160px;overflow-y:auto}
.tray li{display:flex;align-items:center;gap:8px;padding:4px 4px 4px 10px;padding-inline:10px 4px;border:1px solid var(--line);border-radius:8px;background:var(--sunk)}
.tray [data-wrong=true]{border-color:var(--bad)}
.tray [data-wrong=true] small{color:var(--bad)}
progress{inline-size:64px;block-size:6px;accent-color:var(--fill)}
@media (max-width:480px){
.panel,[data-side=left]>.panel{inset:var(--rd-top,0) 0 auto;inline-size:100%;block-size:var(--rd-height,100dvh);border:0;border-radius:0;padding-block-end:env(safe-area-inset-bottom)}
header{padding-block-start:calc(10px + env(safe-area-inset-top))}
.open>.launcher{display:none}
textarea{font-size:16px;min-block-size:44px;padding:11px 10px}
.tool,.send{inline-size:44px;block-size:44px}
.failed button,.small{min-block-size:44px}
}
:host([contained]) .panel{inset:auto var(--edge-x) calc(var(--edge-y) + 68px) auto;inline-size:calc(100% - 2*var(--edge-x));block-size:calc(100% - var(--edge-y) - 84px);border:1px solid var(--line);border-radius:var(--r)}
:host([contained]) .launcher{display:grid}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
@media (forced-colors:active){.mine .bubble,.bubble,.send,.launcher{border-color:CanvasText}}
@media print{:host{display:none!important}}
`;
