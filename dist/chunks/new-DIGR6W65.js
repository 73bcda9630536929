import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{a as i}from"./chunk-BYPR5K7E.js";import{a as m,j as c}from"./chunk-XY6COXJS.js";import"./chunk-F6BJSZ2C.js";import{copyFileSync as p,existsSync as l,mkdirSync as f,writeFileSync as u}from"node:fs";import{join as o}from"node:path";var d=/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;function b(t,e,h){if(!d.test(t))throw c("the id",t,"lower-case words joined by hyphens, such as rust-cli");let s=[{path:o(e,`${t}.yml`),text:v(t)},{path:o(e,`${t}.test.yml`),text:$()}],a=s.find(({path:r})=>l(r));if(a)throw w(a.path);f(e,{recursive:!0});for(let{path:r,text:g}of s)u(r,g,{flag:"wx"}),process.stdout.write(`wrote ${i(r)}
`);let n=o(e,"schema.json");l(n)||(p(h,n),process.stdout.write(`wrote ${i(n)}
`)),process.stdout.write(`
Next: milestone-auditor rules test ${i(e)}
Then: milestone-auditor --rules ${i(s[0]?.path??e)} path/to/project
`)}function w(t){return new m({code:"bad-option",message:`${i(t)} is there already, and nothing is overwritten`,hint:"Choose another id or folder, or move the file away first.",exitCode:2})}function y(t){return t.split("-").map(e=>`${e.charAt(0).toUpperCase()}${e.slice(1)}`).join(" ")}function v(t){return`# yaml-language-server: $schema=./schema.json
# Everything that a condition can ask: milestone-auditor explain --checks
id: ${t}
title: ${y(t)}
phase: 1
summary: What the project is, in one sentence.
requirements:
  - id: git-managed
    title: Managed with Git
    weight: core # core 3 points, high 2, optional 1
    effort: small # of the first step: small, medium, large
    met:
      all:
        - commits: { atLeast: 5 }
        - ignore-file: {}
    partial:
      commits: { atLeast: 1 }
    claim: ['git history'] # README words that would claim it
    why: One or two sentences, for the learner.
    fix: |
      The first concrete step, with a snippet:

          git init && git add . && git commit -m "Start"
    learn:
      - { title: 'Git: ignoring files', url: 'https://git-scm.com/docs/gitignore' }
`}function $(){return`# Tiny repositories with the verdict that each requirement must give them.
git-managed:
  - name: six commits and a .gitignore
    verdict: met
    commits: 6
    files:
      .gitignore: |
        target/
      main.rs: |
        fn main() {}
  - name: one commit
    verdict: partial
    commits: 1
    files:
      main.rs: |
        fn main() {}
  - name: no history at all
    verdict: missing
    commits: 0
    files:
      main.rs: |
        fn main() {}
  - name: a README that tells of Git
    verdict: missing
    fools: true
    commits: 0
    files:
      README.md: |
        Managed with Git, more than five commits.
`}export{b as newRules};
