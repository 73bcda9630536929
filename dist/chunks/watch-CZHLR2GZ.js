import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{a as u}from"./chunk-INGZBBG2.js";import{a as l}from"./chunk-452JD5DW.js";import{a as m,c as a}from"./chunk-AP2YBVVK.js";import"./chunk-HQBJDTMS.js";import{f as c}from"./chunk-ON2ABFZV.js";import"./chunk-2ELACR2H.js";import"./chunk-G67ABCNG.js";import"./chunk-GXXUV5LM.js";import{a as s}from"./chunk-636RGGAK.js";import{g as d}from"./chunk-4QHAKSTX.js";import"./chunk-F6BJSZ2C.js";async function S(n,i,t){let o=new Map,e=null;await u([n],async()=>{try{let r=await i(o);e===null?t(r):process.stdout.write(y(e,r)),e=r}catch(r){if(!(r instanceof d))throw r;process.stderr.write(`${s(r.message)}
  ${s(r.hint)}
`)}process.stderr.write(`Waiting for changes; Ctrl+C ends.
`)})}function y(n,i){let t=l(process.env,process.stdout.isTTY),o=m(n,i);if(!a(o))return`No verdict changed.
`;let e=o.milestones.flatMap(({id:r,before:p,after:g,changes:f})=>{if(f.length===0)return[];let h=p?`${c(p)} \u2192 `:"";return[t.bold(`${r}  ${h}${c(g)}`),...f.map(w=>$(w,t))]});return e.length===0?`No verdict changed; what is shown for one did.
`:`${e.join(`
`)}
`}function $({requirement:n,title:i,before:t,after:o,effect:e},r){return(e==="better"?r.green:e==="worse"?r.red:r.yellow)(`  ${n}: ${t} \u2192 ${o}  ${s(i)}`)}export{S as watchAudit};
