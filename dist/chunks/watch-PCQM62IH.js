import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{a as u}from"./chunk-INGZBBG2.js";import{a as d}from"./chunk-452JD5DW.js";import{a as f,b as l}from"./chunk-QVMJ364V.js";import"./chunk-HQBJDTMS.js";import{d as m}from"./chunk-SGQP3RQE.js";import"./chunk-MWUPFV4Y.js";import"./chunk-2ELACR2H.js";import{a as s}from"./chunk-636RGGAK.js";import{f as a}from"./chunk-UYP2SUU4.js";import"./chunk-F6BJSZ2C.js";async function S(n,i,t){let o=new Map,e=null;await u([n],async()=>{try{let r=await i(o);e===null?t(r):process.stdout.write(y(e,r)),e=r}catch(r){if(!(r instanceof a))throw r;process.stderr.write(`${s(r.message)}
  ${s(r.hint)}
`)}process.stderr.write(`Waiting for changes; Ctrl+C ends.
`)})}function y(n,i){let t=d(process.env,process.stdout.isTTY),o=f(n,i);if(!l(o))return`No verdict changed.
`;let e=o.milestones.flatMap(({id:r,before:p,after:g,changes:c})=>{if(c.length===0)return[];let h=p?`${m(p)} → `:"";return[t.bold(`${r}  ${h}${m(g)}`),...c.map(w=>$(w,t))]});return e.length===0?`No verdict changed; what is shown for one did.
`:`${e.join(`
`)}
`}function $({requirement:n,title:i,before:t,after:o,effect:e},r){return(e==="better"?r.green:e==="worse"?r.red:r.yellow)(`  ${n}: ${t} → ${o}  ${s(i)}`)}export{S as watchAudit};
