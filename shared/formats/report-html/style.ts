/** The look of exported pages, on screen and on paper. Part of the page: an exported file needs nothing else. */
export const REPORT_CSS = `
:root{color-scheme:light;--ink:#24221e;--muted:#5d574d;--rule:#d3cab9;--accent:#264e86;--soft:#f3f0e8}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:17px/1.6 "Source Serif 4","Source Serif Pro",Georgia,"Times New Roman","DejaVu Serif",serif}
main,header,footer.page{max-width:42rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:3rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .5rem}
h3{font-size:1.1rem;margin:1.5rem 0 .4rem}
h4{font-size:1rem;margin:1.2rem 0 .3rem}
p{margin:0 0 .8rem}
.byline{color:var(--muted);border-bottom:1px solid var(--rule);padding-bottom:1rem}
a{color:var(--accent)}
blockquote{margin:.8rem 0 .8rem 1rem;padding-left:1rem;border-left:3px solid var(--rule)}
blockquote p:last-child{margin-bottom:0}
blockquote footer{color:var(--muted);font-size:.9em}
figure{margin:1.2rem 0}
figure img{max-width:100%;height:auto}
figcaption{color:var(--muted);font-size:.9em;margin-top:.3rem}
table{border-collapse:collapse;width:100%;font-size:.95em;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding-bottom:.3rem}
th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--rule);vertical-align:top;font-weight:400}
thead th{font-weight:600;border-bottom:2px solid var(--ink)}
.claim{text-decoration:underline;text-decoration-style:dotted;text-decoration-color:var(--accent);text-underline-offset:.2em}
.evidence-link{font-size:.75em;vertical-align:super;line-height:1;margin-left:.15em;text-decoration:none}
.references p{padding-left:2em;text-indent:-2em;overflow-wrap:anywhere}
.references.flat p{padding-left:0;text-indent:0}
.evidence>ol{padding-left:1.5rem}
.evidence>ol>li{margin-bottom:1.2rem}
.evidence ul{list-style:none;padding:0}
.kind{color:var(--muted);font-size:.85em}
.small-caps{font-variant:small-caps}
:target{background:#fdf1c4}
footer.page{color:var(--muted);font-size:.85em;border-top:1px solid var(--rule);margin-top:3rem;padding-top:1rem;padding-bottom:3rem}
@page{size:A4;margin:22mm 20mm}
@media print{body{font-size:11pt}main,header,footer.page{max-width:none;padding:0}header{padding-top:0}h2,h3,h4{break-after:avoid}figure,table,blockquote{break-inside:avoid}a{color:inherit}}
`.trim();
