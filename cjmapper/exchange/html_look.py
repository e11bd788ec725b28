"""How the text page looks: on a screen, on a phone, in the dark and on paper. Loads nothing."""

STYLE = """
:root{color-scheme:light dark;--ink:#16181d;--quiet:#4a5160;--line:#c9ced8;--ground:#fff;
--panel:#f4f6f9;--accent:#2b3a8c;--on-accent:#fff;--low:#8a2f00;--high:#00568a}
@media (prefers-color-scheme:dark){:root{--ink:#eceef3;--quiet:#b3bac8;--line:#454c5b;
--ground:#15171c;--panel:#1f232b;--accent:#aebcff;--on-accent:#11131a;--low:#ffb48a;--high:#8fd0ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:break-word;
font:1.0625rem/1.55 Inter,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.skip{position:absolute;left:-9999px;background:var(--accent);color:var(--on-accent);
padding:.6rem 1rem;z-index:2}
.skip:focus{left:0;top:0}
header,nav,main,footer{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
header{padding-top:2.5rem}
h1{font-size:clamp(1.9rem,5vw,3rem);line-height:1.15;margin:.2rem 0 .6rem;letter-spacing:-.015em}
h2{font-size:1.6rem;line-height:1.25;margin:3rem 0 .6rem;padding-top:1rem;
border-top:2px solid var(--line)}
h3{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
h4{font-size:1.05rem;margin:1.2rem 0 .3rem}
p,ul,ol,dl{margin:.4rem 0 .8rem}
p{max-width:44rem}
ul,ol{padding-left:1.3rem}
li{margin:.25rem 0}
li,dd,dt{max-width:60rem}
a{color:var(--accent)}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.quiet{color:var(--quiet)}
.lead{font-size:1.2rem;color:var(--quiet)}
.stamp{display:inline-block;border:1px solid var(--line);border-radius:99px;background:var(--panel);
padding:.1rem .8rem;font-size:.95rem;margin:0 .4rem .4rem 0}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.6rem 2rem}
.facts dt{color:var(--quiet);font-size:.9rem}
.facts dd{margin:0}
.people{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem;
align-items:start}
.person{background:var(--panel);border:1px solid var(--line);border-radius:.6rem;
padding:.2rem 1.2rem .6rem}
.person h3{margin:.8rem 0 .1rem}.person .quiet{margin:0}
.person .facts{grid-template-columns:1fr}
blockquote{margin:.6rem 0;padding-left:1rem;border-left:4px solid var(--accent);font-style:italic}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;margin:1rem 0}
table{border-collapse:separate;border-spacing:0;font-size:.97rem;line-height:1.45}
caption{text-align:left;padding:.7rem .9rem;color:var(--quiet)}
caption.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);padding:0}
th,td{text-align:left;vertical-align:top;padding:.55rem .8rem;border-top:1px solid var(--line);
border-left:1px solid var(--line)}
tr>:first-child{border-left:0}
thead th{background:var(--panel)}
thead th[scope=colgroup]{background:var(--accent);color:var(--on-accent);font-size:1.05rem}
thead .quiet{font-weight:400;font-size:.92em}
thead th[scope=colgroup] .quiet{color:inherit}
.map td,.map thead th[scope=col]{min-width:12.5rem;max-width:19rem}
.map tbody th,.map thead th.corner{position:sticky;left:0;background:var(--panel);
min-width:10.5rem;max-width:13rem;overflow-wrap:normal;hyphens:auto;
border-right:1px solid var(--line);z-index:1}
.map td ul{list-style:none;padding:0;margin:0}
.map td li+li{margin-top:.6rem;padding-top:.6rem;border-top:1px dashed var(--line)}
.kind{display:block;color:var(--quiet);font-size:.86em;font-weight:400}
.value{font-weight:600;white-space:nowrap}
.low{color:var(--low)}
.high{color:var(--high)}
.picture{display:block;max-width:100%;height:auto;max-height:16rem;width:auto;border-radius:.4rem;
margin:.4rem 0}
.logo{max-height:4rem;width:auto;background:#fff;padding:.3rem;border-radius:.3rem}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--line);
color:var(--quiet);font-size:.95rem}
@media (max-width:40rem){body{font-size:1rem}.map tbody th,.map thead th.corner{min-width:6.2rem;
max-width:6.6rem;padding:.5rem;font-size:.86rem;hyphens:auto}
.map td,.map thead th[scope=col]{min-width:11.5rem}}
@media print{:root{--ink:#000;--quiet:#333;--line:#888;--ground:#fff;--panel:#fff;--accent:#000;
--on-accent:#fff;--low:#000;--high:#000}body{font-size:10pt}.skip,nav{display:none}
header,main,footer{max-width:none;padding:0}.scroll{overflow:visible;border:0}
h2,h3,h4{break-after:avoid}li,.person{break-inside:avoid}thead{display:table-header-group}
.map td,.map thead th[scope=col],.map tbody th,.map thead th.corner{min-width:0;max-width:none;
position:static;padding:.25rem .35rem}.map table{font-size:7.5pt;line-height:1.3;width:100%}
thead th[scope=colgroup]{background:#fff;color:#000}a[href]::after{content:" <" attr(href) ">"}
@page{size:A4 landscape;margin:12mm}}
"""
