import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{a,b,c}from"./chunk-BSAXDTHR.js";import"./chunk-5XL4VPDE.js";import"./chunk-4QHAKSTX.js";import"./chunk-F6BJSZ2C.js";export{b as loadMeanings,a as loadRoles,c as withOwn};
