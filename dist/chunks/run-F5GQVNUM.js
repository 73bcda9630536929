import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{b as E,c as S}from"./chunk-VBIUFT5G.js";import"./chunk-3KFWPNYM.js";import"./chunk-ZURS3CBG.js";import"./chunk-W3NHAGXD.js";import"./chunk-QQYDUBK4.js";import"./chunk-5NJDSLVM.js";import"./chunk-HQS3JG2V.js";import"./chunk-3RGYWO4Z.js";import"./chunk-2SNYMB62.js";import"./chunk-7TVMYGST.js";import"./chunk-W646HLCS.js";import"./chunk-YBH27SCL.js";import"./chunk-2ELACR2H.js";import"./chunk-G67ABCNG.js";import{a as I}from"./chunk-TZPRVJ3G.js";import{b as P,d as R}from"./chunk-7F6NM5NP.js";import"./chunk-KWAKYP55.js";import"./chunk-CMSDQBQC.js";import{b as j}from"./chunk-RRTNKI6Z.js";import"./chunk-GXXUV5LM.js";import{a as O}from"./chunk-34RV3XXV.js";import"./chunk-5XL4VPDE.js";import"./chunk-WGD3HZI7.js";import"./chunk-NKAF2V6K.js";import{a as l}from"./chunk-636RGGAK.js";import{a as b,d as k,f as v,g as x,s as T}from"./chunk-4QHAKSTX.js";import"./chunk-F6BJSZ2C.js";import{existsSync as D,mkdirSync as G,writeFileSync as Y}from"node:fs";import{basename as J,dirname as K,join as F}from"node:path";import{realpathSync as _}from"node:fs";var A="main";async function q(t){let e=_(t),n=P(e);if(n===null)return{root:e,prefix:"",branch:A};let o=await R(n),s=async(...r)=>(await o(...r).catch(()=>"")).trim()||null,a=(await s("symbolic-ref","--short","refs/remotes/origin/HEAD"))?.replace(/^origin\//,"")??await s("symbolic-ref","--short","HEAD")??A;return{root:n.top,prefix:n.prefix,branch:a}}var N="actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",g={configure:"actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0",upload:"actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1",deploy:"actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5"};function C(t,e){let n=t===null?"# milestone: blog-api # milestone-auditor milestones lists them":`milestone: ${t}`;return`# yaml-language-server: $schema=${e}
# How milestone-auditor judges this project: ${k("configuration")}
${n}

# Paths that are not the project's own work, as in .gitignore:
# ignore:
#   - legacy/

# Requirements that do not apply. They never count as met, and every report shows them.
# waivers:
#   - requirement: deployed
#     reason: runs inside the company's network
#     until: 2027-06-30
`}function H({version:t,branch:e,path:n}){return`name: Milestone

on:
  push:
    branches: [${f(e)}]
  pull_request:

permissions:
  contents: read
  checks: write # the check run with annotations
  pull-requests: write # the comment that says what a pull request changes

jobs:
  readiness:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: ${N}
        with:
          fetch-depth: 0 # the history is judged too
          persist-credentials: false
      - uses: ${W(t)}
${n===""?"":`        with:
          path: ${f(n)}
`}`}function U({version:t,branch:e,path:n}){return`name: Milestone report

on:
  push:
    branches: [${f(e)}]

permissions:
  contents: read
  pages: write
  id-token: write

concurrency: milestone-pages

jobs:
  publish:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: ${N}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${W(t)}
        with:
${n===""?"":`          path: ${f(n)}
`}          check: "off"
          comment: "off"
          report-path: site/report.json
      # The page is site/index.html, the badge site/report.svg.
      - run: cp site/report.html site/index.html
      - uses: ${g.configure}
      - uses: ${g.upload}
        with:
          path: site
      - id: deployment
        uses: ${g.deploy}
`}function W(t){return`${new URL(b).pathname.slice(1)}@v${t} # a full commit in place of the tag cannot be moved`}function f(t){return/^[\w./-]+$/.test(t)&&!/^[\d.-]/.test(t)?t:JSON.stringify(t)}var z=v("milestone-config");async function wt(t,{milestone:e,yes:n,pages:o},s){let m=await s.rules(),a=await B(t,e,m,s),{root:r,prefix:c,branch:M}=await q(t),h={version:s.version,branch:M,path:c},w=c===""?"milestone":`milestone-${J(c)}`,y=[[F(c,O),C(a,z)],[`.github/workflows/${w}.yml`,H(h)],...o?[[`.github/workflows/${w}-pages.yml`,U(h)]]:[]].map(([i="",d=""])=>({path:i,target:F(r,i),text:d})),$=y.filter(i=>D(i.target)),u=y.filter(i=>!$.includes(i));for(let i of $)p(`${l(i.path)} is there already and stays as it is.
`);if(u.length===0)return p(`There is nothing to write.
`);for(let{path:i,text:d}of u)p(`
${l(i)}
${tt(d)}`);if(!(!n&&!await X(u.length))){for(let i of u)Z(i);p(`
Next: milestone-auditor ${t==="."?"":`${l(t)} `}shows where the project stands.
`)}}async function B(t,e,n,o){let s=n.milestones.map(({id:r})=>r).filter(r=>r!==j);if(e!=="auto"&&!s.includes(e))throw T("--milestone",e,s);let m=await I(t);if(e!=="auto")return e;let a=await Q(m,n,o);return p(`${V(a,n)}
`),a.milestone??L(a)}async function Q(t,e,n){let o=await E(t,{milestones:e.milestones,milestoneId:"auto",reading:await n.reading(),tool:n.tool(e.digest)});return S(t,o,e.milestones)}function L({candidates:[t]}){return t?.open?t.id:null}function V(t,e){let[n,o]=t.candidates;if(!n)return"No milestone could be recognised: name it in .milestone.yml.";let s=e.milestones.find(({id:c})=>c===n.id)?.title??n.id,m=n.signals.slice(0,3).map(l).join(", ");if(t.milestone??L(t))return`This looks like '${n.id}' (${s}): ${m}.`;let r=o?` or '${o.id}'`:"";return`This could be '${n.id}'${r}; it is too close to tell. Name it in .milestone.yml.`}async function X(t){let e=t===1?"this file":`these ${t} files`;if(!process.stdin.isTTY||!process.stdout.isTTY)return p(`
Nothing was written: run again with --yes to write ${e}.
`),!1;let{createInterface:n}=await import("node:readline/promises"),o=n({input:process.stdin,output:process.stdout});try{return/^y(es)?$/i.test((await o.question(`
Write ${e}? [y/N] `)).trim())}finally{o.close()}}function Z({path:t,target:e,text:n}){try{G(K(e),{recursive:!0}),Y(e,n,{flag:"wx"})}catch(o){let s=o instanceof Error&&"code"in o?String(o.code):"unknown reason";throw new x({code:"not-readable",message:`${l(t)} cannot be written (${s})`,hint:"Change the permissions of the folder, or write the file yourself: its text is shown above.",exitCode:2})}p(`wrote ${l(t)}
`)}function tt(t){return t.split(`
`).map(e=>e===""?e:`    ${e}`).join(`
`)}function p(t){process.stdout.write(t)}export{wt as init};
