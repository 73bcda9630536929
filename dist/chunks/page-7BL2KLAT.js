import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{a as c}from"./chunk-636RGGAK.js";import{s as g}from"./chunk-4QHAKSTX.js";import"./chunk-F6BJSZ2C.js";function j({roles:n}){let t=Math.max(...Object.keys(n).map(o=>o.length)),r="";return Object.entries(n).map(([o,{means:s}])=>{let[i=""]=o.split("."),e=r===""||i===r?"":`
`;return r=i,`${e}${o.padEnd(t)}  ${s}
`}).join("")}function h(n,{roles:t,meanings:r}){let o=Object.hasOwn(t,n)?t[n]:void 0;if(o){let e=r.filter(l=>l.role===n);return`${n}: ${o.means}
${d(o.takes)}
${e.map(u).join("")}`}let s=r.filter(({names:e})=>e.some(l=>f(l,n)));if(s.length===0)throw g("knowledge",c(n),$(n,r,t));return[...new Set(s.map(e=>e.role))].map(e=>{let l=s.filter(a=>a.role===e).map(u);return`${e}: ${t[e]?.means??""}
${l.join("")}`}).join(`
`)}function f(n,t){return n===t||n.split(/[./*]+/).includes(t)||n.startsWith(`${t}.`)}function u({use:n,names:t,takes:r,about:o,own:s}){let i=[...n==="call"?[]:[n],...Object.entries(o).map(([l,a])=>`${l}: ${a}`),...s?["the project's own"]:[]],e=i.length>0?`  (${i.join(", ")})`:"";return`${t.map(l=>`  ${c(l)}${e}
`).join("")}${d(r)}`}function d(n){return Object.entries(n).filter(([,t])=>t.length>0).map(([t,r])=>`    ${t}: ${r.map(p).join(" or ")}
`).join("")}function p(n){return typeof n=="number"?`argument ${n+1}`:`${n}=`}function $(n,t,r){let o=[...Object.keys(r),...t.flatMap(({names:i})=>i.map(e=>e.split(".")[0]??""))],s=[...new Set(o)].filter(i=>i.length>2&&(i.includes(n)||n.includes(i))).slice(0,8);return s.length>0?s:"a role or a library that is known; without a name all roles are listed"}export{h as knowledgePage,j as roleList};
