import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{a as i}from"./chunk-636RGGAK.js";import{d as c,g as o,s as l}from"./chunk-4QHAKSTX.js";import"./chunk-F6BJSZ2C.js";import{copyFileSync as f,existsSync as h,mkdirSync as d,writeFileSync as u}from"node:fs";import{join as a}from"node:path";var w=/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;function S(t,e,g){if(!w.test(t))throw l("the id",t,"lower-case words joined by hyphens, such as rust-cli");let s=[{path:a(e,`${t}.yml`),text:v(t)},{path:a(e,`${t}.test.yml`),text:x()}],m=s.find(({path:r})=>h(r));if(m)throw y(m.path);d(e,{recursive:!0});for(let{path:r,text:p}of s)u(r,p,{flag:"wx"}),process.stdout.write(`wrote ${i(r)}
`);let n=a(e,"schema.json");h(n)||(f(g,n),process.stdout.write(`wrote ${i(n)}
`)),process.stdout.write(`
Next: milestone-auditor rules test ${i(e)}
Then: milestone-auditor --rules ${i(s[0]?.path??e)} path/to/project
`)}function U(t){return new o({code:"bad-option",message:`'${t}' is a built-in milestone, and a file of that name would replace all of it`,hint:`Choose another id; a file that begins with 'extends: ${t}' changes only what it names: ${c("writing-rules")}`,exitCode:2})}function y(t){return new o({code:"bad-option",message:`${i(t)} is there already, and nothing is overwritten`,hint:"Choose another id or folder, or move the file away first.",exitCode:2})}function $(t){return t.split("-").map(e=>`${e.charAt(0).toUpperCase()}${e.slice(1)}`).join(" ")}function v(t){return`# yaml-language-server: $schema=./schema.json
# Everything that a condition can ask: milestone-auditor explain --checks
id: ${t}
title: ${$(t)}
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
    says:
      met: There is a history of five commits.
      partial: There are commits
    why: One or two sentences, for the learner.
    fix: |
      The first concrete step, with a snippet:

          git init && git add . && git commit -m "Start"
    learn:
      - { title: 'Git: ignoring files', url: 'https://git-scm.com/docs/gitignore' }
`}function x(){return`# Tiny repositories with the verdict that each requirement must give them.
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
`}export{S as newRules,U as replaces};
