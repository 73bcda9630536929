import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{m as a}from"./chunk-QBJ73ZTG.js";import"./chunk-CMSDQBQC.js";import"./chunk-XY6COXJS.js";import"./chunk-F6BJSZ2C.js";export{a as openRepository};
