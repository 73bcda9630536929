import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{a as r,b as e}from"./chunk-LP6Y5VCP.js";import"./chunk-ENH4CBUC.js";import"./chunk-YULT4FTU.js";import"./chunk-F6BJSZ2C.js";export{r as VERSION,e as retry};
