import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{setFlagsFromString as t}from"node:v8";var n=["--semi-space-growth-factor=1","--no-turbofan","--no-regexp-peephole-optimization"];function r(){for(let o of n)t(o)}export{r as a};
