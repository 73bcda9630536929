import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{c as r}from"./chunk-636RGGAK.js";function i(o,{difference:t}={}){return e(t===void 0?o:{...o,difference:t})}function p(o,{changes:t}={}){return e(t===void 0?o:{...o,changes:t})}function e(o){return`${r(JSON.stringify(o,null,2))}
`}export{i as a,p as b};
