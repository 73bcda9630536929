import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{c as O}from"./chunk-S62XGR4K.js";import"./chunk-QBTXYV2J.js";import"./chunk-32XK4GKJ.js";import"./chunk-ZJ3INVDA.js";import"./chunk-SUR2IZ5X.js";import{a as R}from"./chunk-YUNRYJ3Q.js";import"./chunk-GZMJ3VOK.js";import{a as E}from"./chunk-M262DGEC.js";import{b as I,d as j}from"./chunk-XE77LB2S.js";import"./chunk-CMSDQBQC.js";import"./chunk-WGD3HZI7.js";import"./chunk-NKAF2V6K.js";import"./chunk-MWUPFV4Y.js";import"./chunk-2ELACR2H.js";import"./chunk-ATU3JJL6.js";import"./chunk-7AVWRX3J.js";import"./chunk-2ELACR2H.js";import{b as P}from"./chunk-RRTNKI6Z.js";import{a as l}from"./chunk-636RGGAK.js";import{a as k,c as v,e as x,f as g,r as T}from"./chunk-UYP2SUU4.js";import"./chunk-F6BJSZ2C.js";import{existsSync as M,mkdirSync as _,writeFileSync as D}from"node:fs";import{basename as G,dirname as Y,join as W}from"node:path";import{realpathSync as L}from"node:fs";var S="main";async function q(e){let t=L(e),n=I(t);if(n===null)return{root:t,prefix:"",branch:S};let o=await j(n),s=async(...r)=>(await o(...r).catch(()=>"")).trim()||null,a=(await s("symbolic-ref","--short","refs/remotes/origin/HEAD"))?.replace(/^origin\//,"")??await s("symbolic-ref","--short","HEAD")??S;return{root:n.top,prefix:n.prefix,branch:a}}var A="actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",h={configure:"actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0",upload:"actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1",deploy:"actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5"};function N(e,t){let n=e===null?"# milestone: blog-api # milestone-auditor milestones lists them":`milestone: ${e}`;return`# yaml-language-server: $schema=${t}
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
`}function C({version:e,branch:t,path:n}){return`name: Milestone

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
      - uses: ${A}
        with:
          fetch-depth: 0 # the history is judged too
          persist-credentials: false
      - uses: ${U(e)}
${n===""?"":`        with:
          path: ${d(n)}
`}`}function H({version:e,branch:t,path:n}){return`name: Milestone report

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
      - uses: ${A}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${U(e)}
        with:
${n===""?"":`          path: ${d(n)}
`}          check: "off"
          comment: "off"
          report-path: site/report.json
      # The page is site/index.html, the badge site/report.svg.
      - run: cp site/report.html site/index.html
      - uses: ${h.configure}
      - uses: ${h.upload}
        with:
          path: site
      - id: deployment
        uses: ${h.deploy}
`}function U(e){return`${new URL(k).pathname.slice(1)}@v${e} # a full commit in place of the tag cannot be moved`}function d(e){return/^[\w./-]+$/.test(e)&&!/^[\d.-]/.test(e)?e:JSON.stringify(e)}var J=x("milestone-config");async function ge(e,{milestone:t,yes:n,pages:o},s){let p=await s.rules(),a=await K(e,t,p,s),{root:r,prefix:m,branch:F}=await q(e),w={version:s.version,branch:F,path:m},y=m===""?"milestone":`milestone-${G(m)}`,$=[[W(m,R),N(a,J)],[`.github/workflows/${y}.yml`,C(w)],...o?[[`.github/workflows/${y}-pages.yml`,H(w)]]:[]].map(([i="",f=""])=>({path:i,target:W(r,i),text:f})),b=$.filter(i=>M(i.target)),u=$.filter(i=>!b.includes(i));for(let i of b)c(`${l(i.path)} is there already and stays as it is.
`);if(u.length===0)return c(`There is nothing to write.
`);for(let{path:i,text:f}of u)c(`
${l(i)}
${X(f)}`);if(!(!n&&!await Q(u.length))){for(let i of u)V(i);c(`
Next: milestone-auditor ${e==="."?"":`${l(e)} `}shows where the project stands.
`)}}async function K(e,t,n,o){let s=n.milestones.map(({id:r})=>r).filter(r=>r!==P);if(t!=="auto"&&!s.includes(t))throw T("--milestone",t,s);let p=await E(e);if(t!=="auto")return t;let a=await z(p,n,o);return c(`${B(a,n)}
`),a?.milestone??null}async function z(e,t,n){try{return(await O(e,{milestones:t.milestones,stacks:t.stacks,milestoneId:"auto",reading:await n.reading(),tool:{name:"milestone-auditor",version:n.version,rules:t.digest}})).recognition}catch(o){if(o instanceof g&&o.code==="unknown-milestone")return null;throw o}}function B(e,t){let[n,o]=e?.candidates??[];if(!n)return"No milestone could be recognised: name it in .milestone.yml.";let s=t.milestones.find(({id:r})=>r===n.id)?.title??n.id,p=n.signals.slice(0,3).map(l).join(", ");if(e?.milestone)return`This looks like '${n.id}' (${s}): ${p}.`;let a=o?` or '${o.id}'`:"";return`This could be '${n.id}'${a}; it is too close to tell. Name it in .milestone.yml.`}async function Q(e){let t=e===1?"this file":`these ${e} files`;if(!process.stdin.isTTY||!process.stdout.isTTY)return c(`
Nothing was written: run again with --yes to write ${t}.
`),!1;let{createInterface:n}=await import("node:readline/promises"),o=n({input:process.stdin,output:process.stdout});try{return/^y(es)?$/i.test((await o.question(`
Write ${t}? [y/N] `)).trim())}finally{o.close()}}function V({path:e,target:t,text:n}){try{_(Y(t),{recursive:!0}),D(t,n,{flag:"wx"})}catch(o){let s=o instanceof Error&&"code"in o?String(o.code):"unknown reason";throw new g({code:"not-readable",message:`${l(e)} cannot be written (${s})`,hint:"Change the permissions of the folder, or write the file yourself: its text is shown above.",exitCode:2})}c(`wrote ${l(e)}
`)}function X(e){return e.split(`
`).map(t=>t===""?t:`    ${t}`).join(`
`)}function c(e){process.stdout.write(e)}export{ge as init};
