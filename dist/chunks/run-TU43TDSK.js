import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{d as P,e as R}from"./chunk-64LCVZBN.js";import"./chunk-AECEKRRG.js";import"./chunk-JYM67C6J.js";import"./chunk-MY4IKUWP.js";import"./chunk-X5YV46IW.js";import{a as I}from"./chunk-RP2DIHVJ.js";import"./chunk-SFNF7EDU.js";import{a as S}from"./chunk-M262DGEC.js";import{b as j,d as E}from"./chunk-XE77LB2S.js";import"./chunk-CMSDQBQC.js";import"./chunk-WGD3HZI7.js";import"./chunk-NKAF2V6K.js";import"./chunk-MWUPFV4Y.js";import"./chunk-2ELACR2H.js";import"./chunk-ATU3JJL6.js";import"./chunk-7AVWRX3J.js";import"./chunk-2ELACR2H.js";import{b as O}from"./chunk-RRTNKI6Z.js";import{a as l}from"./chunk-636RGGAK.js";import{a as b,c as v,e as k,f as x,r as T}from"./chunk-UYP2SUU4.js";import"./chunk-F6BJSZ2C.js";import{existsSync as D,mkdirSync as G,writeFileSync as Y}from"node:fs";import{basename as J,dirname as K,join as F}from"node:path";import{realpathSync as _}from"node:fs";var A="main";async function q(e){let t=_(e),n=j(t);if(n===null)return{root:t,prefix:"",branch:A};let o=await E(n),s=async(...r)=>(await o(...r).catch(()=>"")).trim()||null,a=(await s("symbolic-ref","--short","refs/remotes/origin/HEAD"))?.replace(/^origin\//,"")??await s("symbolic-ref","--short","HEAD")??A;return{root:n.top,prefix:n.prefix,branch:a}}var N="actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",g={configure:"actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0",upload:"actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1",deploy:"actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5"};function C(e,t){let n=e===null?"# milestone: blog-api # milestone-auditor milestones lists them":`milestone: ${e}`;return`# yaml-language-server: $schema=${t}
# How milestone-auditor judges this project: ${v("configuration")}
${n}

# Paths that are not the project's own work, as in .gitignore:
# ignore:
#   - legacy/

# Requirements that do not apply. They never count as met, and every report shows them.
# waivers:
#   - requirement: deployed
#     reason: runs inside the company's network
#     until: 2027-06-30
`}function H({version:e,branch:t,path:n}){return`name: Milestone

on:
  push:
    branches: [${d(t)}]
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
      - uses: ${W(e)}
${n===""?"":`        with:
          path: ${d(n)}
`}`}function U({version:e,branch:t,path:n}){return`name: Milestone report

on:
  push:
    branches: [${d(t)}]

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
      - uses: ${W(e)}
        with:
${n===""?"":`          path: ${d(n)}
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
`}function W(e){return`${new URL(b).pathname.slice(1)}@v${e} # a full commit in place of the tag cannot be moved`}function d(e){return/^[\w./-]+$/.test(e)&&!/^[\d.-]/.test(e)?e:JSON.stringify(e)}var z=k("milestone-config");async function we(e,{milestone:t,yes:n,pages:o},s){let p=await s.rules(),a=await B(e,t,p,s),{root:r,prefix:c,branch:M}=await q(e),h={version:s.version,branch:M,path:c},w=c===""?"milestone":`milestone-${J(c)}`,y=[[F(c,I),C(a,z)],[`.github/workflows/${w}.yml`,H(h)],...o?[[`.github/workflows/${w}-pages.yml`,U(h)]]:[]].map(([i="",f=""])=>({path:i,target:F(r,i),text:f})),$=y.filter(i=>D(i.target)),u=y.filter(i=>!$.includes(i));for(let i of $)m(`${l(i.path)} is there already and stays as it is.
`);if(u.length===0)return m(`There is nothing to write.
`);for(let{path:i,text:f}of u)m(`
${l(i)}
${ee(f)}`);if(!(!n&&!await X(u.length))){for(let i of u)Z(i);m(`
Next: milestone-auditor ${e==="."?"":`${l(e)} `}shows where the project stands.
`)}}async function B(e,t,n,o){let s=n.milestones.map(({id:r})=>r).filter(r=>r!==O);if(t!=="auto"&&!s.includes(t))throw T("--milestone",t,s);let p=await S(e);if(t!=="auto")return t;let a=await Q(p,n,o);return m(`${V(a,n)}
`),a.milestone??L(a)}async function Q(e,t,n){let o=await P(e,{milestones:t.milestones,milestoneId:"auto",reading:await n.reading(),tool:{name:"milestone-auditor",version:n.version,rules:t.digest}});return R(e,o,t.milestones)}function L({candidates:[e]}){return e?.open?e.id:null}function V(e,t){let[n,o]=e.candidates;if(!n)return"No milestone could be recognised: name it in .milestone.yml.";let s=t.milestones.find(({id:c})=>c===n.id)?.title??n.id,p=n.signals.slice(0,3).map(l).join(", ");if(e.milestone??L(e))return`This looks like '${n.id}' (${s}): ${p}.`;let r=o?` or '${o.id}'`:"";return`This could be '${n.id}'${r}; it is too close to tell. Name it in .milestone.yml.`}async function X(e){let t=e===1?"this file":`these ${e} files`;if(!process.stdin.isTTY||!process.stdout.isTTY)return m(`
Nothing was written: run again with --yes to write ${t}.
`),!1;let{createInterface:n}=await import("node:readline/promises"),o=n({input:process.stdin,output:process.stdout});try{return/^y(es)?$/i.test((await o.question(`
Write ${t}? [y/N] `)).trim())}finally{o.close()}}function Z({path:e,target:t,text:n}){try{G(K(t),{recursive:!0}),Y(t,n,{flag:"wx"})}catch(o){let s=o instanceof Error&&"code"in o?String(o.code):"unknown reason";throw new x({code:"not-readable",message:`${l(e)} cannot be written (${s})`,hint:"Change the permissions of the folder, or write the file yourself: its text is shown above.",exitCode:2})}m(`wrote ${l(e)}
`)}function ee(e){return e.split(`
`).map(t=>t===""?t:`    ${t}`).join(`
`)}function m(e){process.stdout.write(e)}export{we as init};
