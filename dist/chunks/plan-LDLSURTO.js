import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{a,b,c}from"./chunk-B32XUK27.js";import"./chunk-F6BJSZ2C.js";export{a as expectedOf,b as fits,c as sharded};
