import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
function a(r,l=null){let e=[0];for(let n=r.indexOf(`
`);n!==-1;n=r.indexOf(`
`,n+1))e.push(n+1);let s=e.length>1&&e.at(-1)===r.length,f=n=>l?l[n]??l.at(-1)??1:n+1;return{count:r===""?0:e.length-(s?1:0),at(n){let t=0,u=e.length-1;for(;t<u;){let o=t+u+1>>1;e[o]<=n?t=o:u=o-1}return f(t)},forward(){let n=0;return t=>{for(;n+1<e.length&&e[n+1]<=t;)n++;return f(n)}}}}function i(r){return{count:1,at:()=>r,forward:()=>()=>r}}export{a,i as b};
