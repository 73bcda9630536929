import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
var e={fine:0,gate:1,usage:2,nothing:3,ours:70};function t(n){return`
Examples:
${n.map(o=>`  ${o}`).join(`
`)}`}export{e as a,t as b};
