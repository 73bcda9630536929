import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
function n(e){return/\.ya?ml$/.test(e)&&!t(e)}function t(e){return/\.test\.ya?ml$/.test(e)}export{n as a,t as b};
