import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
var e=r=>r,n={bold:e,dim:e,red:e,green:e,yellow:e,cyan:e};export{n as a};
