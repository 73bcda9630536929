import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
function i(t,e){return t===1?`1 ${e}`:`${t} ${e.endsWith("y")&&!/[aeiou]y$/.test(e)?`${e.slice(0,-1)}ies`:`${e}s`}`}export{i as a};
