import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{c as at,l as lt}from"./chunk-KCZ3PXWM.js";import{a as j,b as _,c as S,d as $,e as x,f as O,g as W,h as U,i as H}from"./chunk-O2EKY23X.js";import{a as se,b as G,c as E,d as ae,e as B}from"./chunk-6RSFSXC7.js";import{a as it,b as st}from"./chunk-CHFUTLYD.js";import{a as ct,h as mt,i as dt}from"./chunk-KTFFHVWV.js";import{fa as et}from"./chunk-XF2ZZBXG.js";import{a as h,b as z}from"./chunk-BYPR5K7E.js";import{a as X,g as tt,h as rt,i as nt,j as ot}from"./chunk-6RD6GEJC.js";function pt(e,t,r){return e.requirements.map(n=>{let o=t.waivers.find(i=>ft(i,e.id,n.id)&&!gt(i,r));return o===void 0||n.verdict==="met"?n:{...n,verdict:"waived",waiver:{reason:o.reason,until:o.until}}})}function ut(e,t,r){return t.waivers.flatMap(n=>{let o=s=>[{path:t.path,line:n.line,text:s}],i=e.flatMap(({id:s,requirements:a})=>a.filter(l=>ft(n,s,l.id)));return i.length===0?o(un(n.requirement,e)):gt(n,r)?o(`the waiver of '${n.requirement}' ended on ${n.until}: it is judged again`):i.every(({verdict:s})=>s==="met")?o(`the waiver of '${n.requirement}' is not needed: it is met; take the waiver out`):n.until!==null&&r===null?o(`whether the waiver of '${n.requirement}' has ended cannot be told without a commit`):[]})}function un(e,t){let r=t.flatMap(s=>s.requirements.map(({id:a})=>a)),n=ot(e.replace(/^.*\//,""),r),o=t.map(({id:s})=>s).join(" and "),i=n===null?"":`; did you mean '${n}'?`;return`the waiver of '${e}' is not used: there is no such requirement in ${o}${i}`}function ft({requirement:e},t,r){return e===r||e===`${t}/${r}`}function gt({until:e},t){return e!==null&&t!==null&&t>e}function ht(e){let r=(e?.paragraphs??[]).slice(0,6).map(({text:n})=>n.replace(/\s+/g," ").trim()).find(fn);return r===void 0?null:gn(r)}function fn(e){return e.length<20||/^(?:https?:\/\/|[-|>])/.test(e)?!1:e.split(" ").filter(t=>new RegExp("^\\p{L}","u").test(t)).length>=4||new RegExp("\\p{Lo}{8}","u").test(e)}function gn(e){if(e.length<=300)return e;let t=e.slice(0,299).replace(/[\ud800-\udbff]$/,""),r=Math.max(...[". ","! ","? ","。"].map(o=>t.lastIndexOf(o)));if(r>300/3)return t.slice(0,r+1);let n=t.lastIndexOf(" ");return`${t.slice(0,n>0?n:void 0)}…`}var hn=new Set(["roadmap","license","contact"]),yn=/\b(?:no|not|without|never|todo|planned|coming soon|future|isn't|doesn't|don't|lacks?)\b[^.!?;]{0,24}$/,wn=2e3;function bt(e){if(e===null)return[];let t=new Set(e.sections.filter(n=>n.purposes.some(o=>hn.has(o))).map(n=>n.heading));return[...e.headings.map(n=>({text:n.text,section:n.text})),...e.paragraphs,...e.listItems.filter(n=>n.checked!==!1),...e.tables.flatMap(n=>n.rows.map(o=>({text:o.cells.join(" "),section:""})))].filter(n=>!t.has(n.section)).slice(0,wn).map(n=>n.text.slice(0,4e3).toLowerCase().replace(/\s+/g," "))}var yt=/[\p{L}\p{N}]/u,wt=/(?:[a-z]{0,3}|ence|ation)(?![\p{L}\p{N}])/uy;function vt(e,t){return t.some(r=>e.some(n=>bn(n,r.toLowerCase())))}function bn(e,t){if(t==="")return!1;for(let r=e.indexOf(t);r>=0;r=e.indexOf(t,r+1)){let n=r>0&&yt.test(t[0]??"")&&yt.test(e[r-1]??"");if(wt.lastIndex=r+t.length,!n&&wt.test(e)&&!yn.test(e.slice(Math.max(0,r-40),r)))return!0}return!1}var $t=[{id:"cli-task-manager",title:"CLI Task Manager"},{id:"blog-api",title:"Blog API with Auth"},{id:"data-pipeline",title:"Data Processing Pipeline"},{id:"ml-api",title:"ML-Powered API"},{id:"rag-system",title:"Production RAG System"},{id:"full-stack-ai-app",title:"Full-Stack AI App"},{id:"production-deployment",title:"Production-Ready Deployment"},{id:"data-analysis-tool",title:"AI-Powered Data Analysis"},{id:"research-assistant",title:"Multi-Agent Research Assistant"},{id:"realtime-chat",title:"Real-Time AI Chat"}],xt="portfolio";function ce(e,t){let r=t.find(o=>o.id===e);if(r)return r;let n=t.map(o=>o.id);throw $t.some(o=>o.id===e)?le(`There are no rules for '${e}' yet`,n):rt(e,n)}function Rt(e,t){let[r,n]=e?.candidates??[],o=t.map(a=>a.id);if(!r)throw le("Cannot tell which milestone this is",o);let i=t.find(a=>a.id===r.id);if(i)return i;if(e?.milestone)throw le(`This looks like '${r.id}', for which there are no rules yet`,o);let s=n?`it could be '${r.id}' or '${n.id}'`:`it could be '${r.id}'`;throw le(`Cannot tell which milestone this is: ${s}`,o)}function le(e,t){return new X({code:"unknown-milestone",message:e,hint:`Name one with --milestone. There are rules for: ${t.join(", ")}.`,exitCode:2})}var I=["openai","anthropic","@anthropic-ai/*","langchain*","@langchain/*","langgraph*","llama-index*","llamaindex","groq","groq-sdk","ollama","google-generativeai","google-genai","@google/generative-ai","@google/genai","@ai-sdk/*","mistralai","@mistralai/*","litellm","dspy*","cohere","haystack*","semantic-kernel","pydantic-ai*","crewai","autogen*","instructor","together","replicate","llama-cpp*","vllm","gpt4all"],kt=["chromadb","qdrant-client","pinecone*","@pinecone-database/*","faiss*","weaviate*","pymilvus","pgvector","lancedb","langchain-chroma","langchain-pinecone","langchain-qdrant","sentence-transformers"],vn=["streamlit","gradio","chainlit","react","next","vue","svelte"],Me=[{milestone:"rag-system",weight:4,title:/\b(?:rag|retrieval augmented generation|document q ?a|knowledge base)\b/},{milestone:"rag-system",weight:2,intro:/\b(?:rag|retrieval augmented|vector (?:database|store)|hybrid retrieval|embeddings?)\b/},{milestone:"rag-system",weight:4,uses:kt},{milestone:"rag-system",weight:4,uses:I},{milestone:"rag-system",weight:3,uses:["ragas","deepeval","rank-bm25","tiktoken"]},{milestone:"rag-system",weight:2,file:/(?:^|\/)(?:chunk\w*|embed\w*|retriev\w*|vector_?store\w*|rerank\w*|citations?)\.(?:py|ts)$/},{milestone:"rag-system",weight:2,file:/(?:^|\/)(?:eval|evals|evaluation)\b[^/]*(?:\/|\.py$)/},{milestone:"full-stack-ai-app",weight:4,title:/\b(?:saas|platform|full ?stack|chatbot|multi ?model|multimodal|chat with|ai app)\b/},{milestone:"full-stack-ai-app",weight:2,title:/\b(?:pdfs?|streamlit|gradio|nextjs|chat|assistant)\b/},{milestone:"full-stack-ai-app",weight:2,intro:/\b(?:chatbot|full ?stack|frontend|react|next js|user friendly|interface|streamlit|gradio)\b/},{milestone:"full-stack-ai-app",weight:3,uses:vn},{milestone:"full-stack-ai-app",weight:2,file:/(?:^|\/)components\/.+\.(?:[jt]sx|vue|svelte)$/},{milestone:"full-stack-ai-app",weight:2,widgets:["uploader","message"]},{milestone:"full-stack-ai-app",weight:1,widgets:["select","message"]},{milestone:"full-stack-ai-app",weight:4,uses:I},{milestone:"production-deployment",weight:5,title:/\bdeploy(?:s|ed|ment|ing)?\b/},{milestone:"production-deployment",weight:5,title:/\b(?:kubernetes|k8s|eks|gke|aks|aws|ec2|ecs|lambda|azure|gcp|cloud|serverless|terraform)\b/},{milestone:"production-deployment",weight:3,intro:/\b(?:deploy(?:s|ed|ment)?|kubernetes|lambda|ec2|azure|cloud run|serverless|containerized)\b/},{milestone:"production-deployment",weight:5,pipeline:"deploy"},{milestone:"production-deployment",weight:2,heading:/\b(?:deploy(?:ment|ing)?|kubernetes|aws|azure|cloud run|ec2|lambda|ci cd|monitoring)\b/},{milestone:"production-deployment",weight:3,file:/(?:^|\/)(?:k8s|kubernetes|helm|terraform|infra(?:structure)?|cdk)\/|(?:^|\/)chart\.yaml$|\.tf$/},{milestone:"production-deployment",weight:2,file:/(?:^|\/)(?:dockerfile[^/]*|[^/]*\.dockerfile)$/},{milestone:"production-deployment",weight:2,uses:["sentry-sdk","@sentry/*","structlog","prometheus-client","prometheus-fastapi-instrumentator","opentelemetry*"]},{milestone:"production-deployment",weight:4,uses:I},{milestone:"production-deployment",weight:2,uses:["boto3","mangum","azure-*","google-cloud*","aws-cdk-lib"]},{milestone:"production-deployment",weight:1,route:/\/(?:health\w*|ready|readyz|live|metrics)\/?$/},{milestone:"data-analysis-tool",weight:6,title:/\b(?:data analyst|data analysis|analytics|chat with csv|visualization|ask your data)\b/},{milestone:"data-analysis-tool",weight:3,intro:/\b(?:data analyst|data analysis|charts?|ask questions about (?:your )?data)\b/},{milestone:"data-analysis-tool",weight:3,uses:["pandasai","langchain-experimental","lida","plotly","matplotlib","seaborn","altair"]},{milestone:"data-analysis-tool",weight:4,uses:I},{milestone:"data-analysis-tool",weight:2,uses:["pandas","polars","duckdb"]},{milestone:"research-assistant",weight:6,title:/\b(?:multi agents?|research assistant|research agents?|deep research|crew)\b/},{milestone:"research-assistant",weight:3,intro:/\b(?:multi agent|research assistant|agents|research)\b/},{milestone:"research-assistant",weight:4,uses:["crewai","autogen*","pyautogen","tavily*","duckduckgo-search","ddgs","arxiv"]},{milestone:"research-assistant",weight:3,uses:["langgraph*"]},{milestone:"research-assistant",weight:3,file:/(?:^|\/)(?:agents?\/|(?:planner|researcher|writer|critic|supervisor)\w*\.py$)/},{milestone:"realtime-chat",weight:4,title:/\b(?:real ?time|websockets?|live chat)\b/},{milestone:"realtime-chat",weight:2,title:/\bchat\b/},{milestone:"realtime-chat",weight:4,intro:/\b(?:real ?time (?:\w+ )?chat\w*|websockets?|authenticated users)\b/},{milestone:"realtime-chat",weight:5,route:/^WEBSOCKET /i},{milestone:"realtime-chat",weight:3,route:/^WEBSOCKET .*chat/i},{milestone:"realtime-chat",weight:3,uses:["websockets","socket-io","socketio","flask-socketio","ws","python-socketio","channels"]},{milestone:"realtime-chat",weight:4,uses:I},{milestone:"realtime-chat",weight:1,uses:kt}];var St=[{milestone:"cli-task-manager",weight:4,title:/\b(?:todo|to do|tasks?|tasker|task ?tracker|taskmanager)\b/},{milestone:"cli-task-manager",weight:2,title:/\b(?:cli|command line|terminal|console)\b/},{milestone:"cli-task-manager",weight:2,intro:/\b(?:command line|cli|terminal)\b/},{milestone:"cli-task-manager",weight:2,intro:/\b(?:tasks?|to dos?|todos?)\b/},{milestone:"cli-task-manager",weight:2,uses:["argparse","click","typer","commander","yargs","cmd","docopt","fire","inquirer"]},{milestone:"cli-task-manager",weight:3,command:/^(?:done|complete|finish|mark.*)$/},{milestone:"cli-task-manager",weight:2,file:/(?:^|\/)(?:tasks?|todos?|task_manager|todo_list)\.(?:py|ts|js|json)$/},{milestone:"blog-api",weight:5,title:/\bblog(?:s|ging|api)?\b/},{milestone:"blog-api",weight:3,intro:/\b(?:blog|blogs|blogging|articles?)\b/},{milestone:"blog-api",weight:4,route:/\/(?:posts?|articles?|blogs?)(?:\/|$)/},{milestone:"blog-api",weight:2,route:/\/(?:comments?|tags?|likes?)(?:\/|$)/},{milestone:"blog-api",weight:1,route:/\/(?:register|signup|login|token)\/?$/},{milestone:"blog-api",weight:2,file:/(?:^|\/)(?:posts?|blogs?|articles?)(?:[._][a-z_.]*)?\.(?:py|ts|js)$/},{milestone:"blog-api",weight:1,uses:["pyjwt","python-jose","jsonwebtoken","passport","djangorestframework-simplejwt"]},{milestone:"data-pipeline",weight:4,title:/\b(?:csv|etl|data pipeline|data cleaning|ingest(?:or|ion)?|importer|data processing|data engineering)\b/},{milestone:"data-pipeline",weight:3,intro:/\b(?:csv|etl|data cleaning|data engineering|data pipeline)\b/},{milestone:"data-pipeline",weight:3,route:/^(?:POST|PUT|ANY) .*\b(?:csv|clean|import|ingest|datasets?|etl)/i},{milestone:"data-pipeline",weight:2,route:/^(?:POST|PUT|ANY) .*upload/i},{milestone:"data-pipeline",weight:2,uses:["pandas","polars","csv","csv-parse","csv-parser","papaparse"]},{milestone:"data-pipeline",weight:1,file:/(?:^|\/)(?:etl|clean(?:er|ing)?|ingest\w*|pipeline|transform\w*)\.py$/},{milestone:"ml-api",weight:4,title:/\b(?:iris|churn|spam|classifier|classification|prediction|ml|mlops|machine learning|model serving|inference|sentiment|fraud|detection|recommender)\b/},{milestone:"ml-api",weight:3,intro:/\b(?:machine learning|scikit learn|classifier|classification|predicts?|churn|xgboost|sentiment analysis|fraud detection)\b/},{milestone:"ml-api",weight:4,uses:["sklearn","scikit-learn","xgboost","lightgbm","catboost","joblib"]},{milestone:"ml-api",weight:2,uses:["transformers","torch","tensorflow","keras","onnxruntime","mlflow","bentoml","river"]},{milestone:"ml-api",weight:4,route:/\/(?:[\w-]*predict[\w-]*|classify|inference|analyze|score)(?:\/|$)/},{milestone:"ml-api",weight:2,file:/\.(?:pkl|joblib|onnx)$|(?:^|\/)train\w*\.(?:py|ipynb)$/}];var Mt=[...St,...Me],Ot=I,Et=new Set(Me.map(e=>e.milestone));var $n=.06,xn=5,Rn=5,kn=new Set(["application","test","migration"]),Sn=.5;function Tt(e,t){let r=Mn(e,t),n=new Map;for(let l of Mt){let m=En(l,r);if(m===null)continue;let d=n.get(l.milestone)??{points:0,signals:[]};d.points+=l.weight*(r.model||!Et.has(l.milestone)?1:Sn),d.signals.push(m),n.set(l.milestone,d)}let o=[...n].sort((l,m)=>m[1].points-l[1].points||(l[0]<m[0]?-1:1)),i=o.reduce((l,[,m])=>l+m.points,0),s=o[0]?.[1].points??0,a=s===0?0:(s-(o[1]?.[1].points??0))/s;return s<xn?{milestone:null,confidence:0,candidates:[]}:{milestone:a>=$n?o[0]?.[0]??null:null,confidence:At(a),candidates:o.slice(0,Rn).map(([l,m])=>({id:l,share:At(m.points/i),signals:m.signals}))}}function At(e){return Math.round(e*100)/100}function Mn(e,t){let n=e.program.filesOf("application").flatMap(a=>a.imports.map(l=>On(l.module))),o=e.dependencies.list.filter(a=>a.direct).map(a=>a.name),i=e.documentation.readme,s=new Set([...n,...o]);return{title:`${me(t.replace(/^[\w.-]+[/+]/,""))} ${me(i?.title??"")}`,headings:(i?.headings??[]).map(a=>me(a.text)),pipeline:new Set(e.pipelines.list.flatMap(a=>a.work.map(({what:l})=>l))),widgets:new Set(e.interfaces.widgets.map(a=>a.kind)),intro:me([...(i?.paragraphs??[]).slice(0,4),...(i?.listItems??[]).slice(0,6)].map(a=>a.text.slice(0,1e3)).join(" ")),uses:s,model:e.models.length>0||[...s].some(a=>Lt(a,Ot)),routes:e.routes.map(a=>`${a.method} ${a.path}`),commands:e.commands.map(a=>a.name.toLowerCase()),files:e.files.flatMap(({role:a,path:l})=>kn.has(a)?[l.toLowerCase()]:[])}}function me(e){return e.replace(/([a-z])([A-Z][a-z])/g,"$1 $2").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim()}function On(e){if(e.startsWith("."))return"";let t=e.replace(/^node:/,"").split("/"),r=e.startsWith("@")?t.slice(0,2).join("/"):t[0]??"";return(r.startsWith("@")?r:r.split(".")[0]??"").toLowerCase().replaceAll("_","-")}function En(e,t){let{title:r,intro:n,heading:o,pipeline:i,widgets:s,uses:a,route:l,command:m,file:d}=e;return r?de(r.exec(t.title)?.[0],"in the title"):n?de(n.exec(t.intro)?.[0],"in the README"):o?de(An(t.headings,o),"as a heading"):i?t.pipeline.has(i)?`a pipeline does: ${i}`:null:s?s.every(p=>t.widgets.has(p))?`widgets: ${s.join(", ")}`:null:a?[...t.uses].find(p=>Lt(p,a))??null:l?t.routes.find(p=>l.test(p))??null:m?de(t.commands.find(p=>m.test(p)),"command"):(d&&t.files.find(p=>d.test(p)))??null}function An(e,t){return e.flatMap(r=>t.exec(r)?.[0]??[])[0]}function de(e,t){return e===void 0?null:`'${e}' ${t}`}function Lt(e,t){return t.some(r=>r.endsWith("*")?e.startsWith(r.slice(0,-1)):e===r)}var V={core:3,high:2,optional:1},ue={met:1,partial:.5,missing:0,unverifiable:0,waived:0},Ct={small:1,medium:2,large:4},Tn=.6,Ln=3;function Oe(e,t=null){let r=pe(e,({weight:a})=>V[a]),n=pe(e,({weight:a,verdict:l})=>V[a]*ue[l]),o=e.filter(({verdict:a})=>a==="unverifiable"),i=a=>r===0?0:Pt(Math.min(a/r,t===null?1:Tn)),s=i(n);return{earned:n,possible:r,low:s,high:i(n+pe(o,({weight:a})=>V[a])),decided:e.length-o.length,total:e.length,readiness:Cn(s,e),cap:t}}function Cn(e,t){let r=t.filter(({weight:i})=>i==="core").map(({verdict:i})=>ue[i]),n=r.filter(i=>i===0).length,o=r.filter(i=>i>0&&i<1).length;return e>=.85&&n===0&&o<=1?"ready":e>=.7&&n<=1?"nearly":e>=.4?"on the way":"started"}function Nt(e){return e.flatMap(({id:t,requirements:r})=>{let n=pe(r,({weight:o})=>V[o]);return r.flatMap(o=>{let{verdict:i,weight:s,effort:a}=o;if(i!=="missing"&&i!=="partial")return[];let l=V[s]*(1-ue[i]);return[{step:{milestone:t,requirement:o.id,gain:Pt(l/n)},worth:l/Ct[a]}]})}).sort((t,r)=>r.worth-t.worth).slice(0,Ln).map(({step:t})=>t)}function Nn({readiness:e}){return e==="nearly"||e==="ready"}function gs(e){let t=e.filter(({verdict:r})=>r!=="met"&&r!=="waived").map(r=>({one:r,worth:V[r.weight]*(1-ue[r.verdict])/Ct[r.effort]})).sort((r,n)=>n.worth-r.worth).map(({one:r})=>r);for(let r=0;r<t.length;r+=1){let n=t.slice(0,r),o=e.map(i=>({weight:i.weight,verdict:n.includes(i)?"met":i.verdict}));if(Nn(Oe(o)))return n}return t}function pe(e,t){return e.reduce((r,n)=>r+t(n),0)}function Pt(e){return Math.round(e*1e6)/1e6}async function Os(e,t){return jn(e,await Pn(e,t),t)}function Pn(e,t){let{milestones:r,milestoneId:n,also:o=[],progress:i}=t;for(let s of[n,...o])s!=="auto"&&ce(s,r);return i?.("Reading …"),it(e,t.grammars,t.memory)}function jn(e,t,r){let{milestones:n,milestoneId:o,also:i=[],progress:s}=r,a=o==="auto"?null:ce(o,n),l=a?null:Tt(t,e.name),m=a??Rt(l,n),d=i.map(y=>ce(y,n)),p=n.filter(y=>y.id===xt);s?.("Judging …");let u=e.history?.date?.slice(0,10)??null,{config:g=null}=r,w=[...new Set([m,...d,...p])].map(y=>It(y,t)),R=w.map(y=>qt(y,g?pt(y,g,u):y.requirements,t));return{schema:1,tool:r.tool,repository:qn(e,t),recognition:l,milestones:R,next:Nt(R),notes:[...g?[...In(g),...ut(w,g,u)]:[],...t.notes].map(y=>({...y,text:t.mask(y.text)}))}}function In({path:e,rules:t}){return t.length===0?[]:[{path:e,line:null,text:`the project brings rules of its own: ${t.join(", ")}`}]}function qn(e,t){let{name:r,revision:n,remote:o,folder:i}=e,{readme:s,publicUrls:a}=t.documentation,l=a.find(({kind:d,inCode:p})=>d==="app"&&!p)?.url??null,m=t.mask(ht(s)??"")||null;return{name:r,revision:n,url:o,folder:i,languages:zn(t),about:m,live:l}}function Es(e,t){let r=It(e,t);return qt(r,r.requirements,t)}function It(e,t){let r=bt(t.documentation.readme);return{...e,requirements:e.requirements.map(n=>Dn(n,t,r))}}function qt({id:e,title:t},r,n){return{id:e,title:t,score:Oe(r,Fn(n)),requirements:r}}function Dn(e,t,r){let{id:n,title:o,weight:i,effort:s,why:a,fix:l,learn:m}=e,{verdict:d,evidence:p,counterEvidence:u,lookedFor:g,reason:w}=st(e,t,et),R=vt(r,e.claim);return{id:n,title:o,weight:i,effort:s,verdict:d,claimed:R,evidence:p.map(y=>jt(y,t)),counterEvidence:u.map(y=>jt(y,t)),lookedFor:g&&t.mask(g),reason:w&&t.mask(w),waiver:null,why:a,fix:l,learn:m}}function jt(e,t){return{...e,text:t.mask(e.text,e.path,e.line)}}function Fn({secrets:e}){let[t,...r]=e.filter(({grade:o})=>o==="leaked");if(!t)return null;let n=r.length>0?` and ${r.length} more`:"";return`a secret is committed: ${t.what} in ${t.path}:${t.line}${n}; revoke it and take it out`}function zn(e){let t=new Map;for(let r of e.program.filesOf())t.set(r.language,(t.get(r.language)??0)+r.lines);return[...t].sort((r,n)=>n[1]-r[1]||(r[0]<n[0]?-1:1)).map(([r])=>r)}var _n={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},Wn=/[\ufffe\uffff]/g;function b(e,t){return`${e}="${Dt(h(t))}"`}function J(e){return e.split(`
`).map(t=>Dt(h(t))).join(`
`)}function Dt(e){return e.replace(Wn,"�").replace(/[&<>"']/g,t=>_n[t]??t)}var te={ready:"#1a7f4b",nearly:"#0f6f7c","on the way":"#94600a",started:"#5f6b76"},Ft=60;function _t(e){return Bt(Ut(e))}function Wt(e){return Gt(Ut(e))}function js(e){return Bt(Ht(e))}function Is(e){return Gt(Ht(e))}function Ut({milestones:e}){let[t]=e;if(!t)return{label:"milestone",message:"not audited",colour:te.started};let{score:r,title:n}=t;return{label:n,message:`${$(r)} · ${r.readiness}`,colour:te[r.readiness]}}function Ht({checkpoints:e,required:t,skills:r}){let n=e.findLast(({reached:l})=>l),o="AI engineering portfolio";if(n)return{label:o,message:n.title,colour:n.months>=6?te.ready:te.nearly};let i=t.filter(({status:l})=>l==="shown").length,s=r.filter(l=>l.shown.length>0).length,a=`${i} of ${t.length} projects · ${x(s,"skill")}`;return{label:o,message:a,colour:te["on the way"]}}function Gt({label:e,message:t,colour:r}){return`${z(JSON.stringify({schemaVersion:1,label:ge(e),message:ge(t),color:r}))}
`}var ee=22,zt=9;function Bt(e){let t=ge(e.label),r=ge(e.message),n=fe(t)+2*zt,o=fe(r)+2*zt,i=n+o,s=`${t}: ${r}`,a=(l,m,d)=>`<text x="${m}" y="15" textLength="${d}" lengthAdjust="spacingAndGlyphs">${J(l)}</text>`;return`${[`<svg xmlns="http://www.w3.org/2000/svg" width="${i}" height="${ee}" viewBox="0 0 ${i} ${ee}" role="img" ${b("aria-label",s)}>`,`<title>${J(s)}</title>`,`<clipPath id="r"><rect width="${i}" height="${ee}" rx="4"/></clipPath>`,'<g clip-path="url(#r)">',`<rect width="${n}" height="${ee}" fill="#2b3138"/>`,`<rect x="${n}" width="${o}" height="${ee}" fill="${e.colour}"/>`,"</g>",`<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,'DejaVu Sans',sans-serif" font-size="11">`,a(t,n/2,fe(t)),a(r,n+o/2,fe(r)),"</g>","</svg>"].join(`
`)}
`}function ge(e){let t=h(e);return t.length>Ft?`${t.slice(0,Ft-1)}…`:t}var Un=/[ijlftrI.,:;|!'()[\] ]/,Hn=/[mwMW%@–]/;function fe(e){let t=0;for(let r of e)t+=Un.test(r)?4.2:Hn.test(r)?10.2:/[A-Z]/.test(r)?7.7:6.7;return Math.ceil(t)}var Vt=(e,t)=>t>e?`#L${e}-L${t}`:`#L${e}`,Gn=[{host:/^(?:www\.)?github\./,file:(e,t)=>`blob/${e}/${t}`,lines:Vt},{host:/(?:^|\.)gitlab\./,file:(e,t)=>`-/blob/${e}/${t}`,lines:(e,t)=>t>e?`#L${e}-${t}`:`#L${e}`},{host:/^bitbucket\.org$/,file:(e,t)=>`src/${e}/${t}`,lines:(e,t)=>t>e?`#lines-${e}:${t}`:`#lines-${e}`},{host:/^codeberg\.org$|(?:^|\.)(?:gitea|forgejo)\./,file:(e,t)=>`src/commit/${e}/${t}`,lines:Vt}];function K(e,{path:t,line:r,endLine:n}){let o=Bn(e,t);return o===null?null:`${o.address}${o.forge.lines(r,Math.max(r,n??r))}`}function re({url:e,revision:t}){if(!Jt(e))return null;let r=Kt(e);return t===null||r===null?e:`${e}/${r.file(t,"")}`.replace(/\/$/,"").replace("/blob/","/tree/")}function Bn(e,t){let{url:r,revision:n,folder:o}=e;if(!Jt(r)||n===null||!/^[0-9a-f]{40,64}$/.test(n))return null;let i=Kt(r);if(i===null||t===""||t==="."||t===".git")return null;let s=o===""?t:`${o}/${t}`;if(s.split("/").some(l=>l===".."||l==="."))return null;let a=s.split("/").map(Vn).join("/");return{address:`${r}/${i.file(n,a)}`,forge:i}}function Vn(e){return encodeURIComponent(e.replace(new RegExp("\\p{Surrogate}","gu"),"�")).replace(/[!'()*]/g,t=>`%${t.charCodeAt(0).toString(16).toUpperCase()}`)}function Jt(e){return e!==null&&/^https:\/\/[\w.:-]+\/[\w.~%+@/-]+$/.test(e)}function Kt(e){let t=/^https:\/\/([^/:]+)/.exec(e)?.[1]??"";return Gn.find(r=>r.host.test(t))??null}function A(e){return M(e)?W(e)?e.path:`${e.path}:${e.line}`:e.text||e.path}function Yt({counterEvidence:e,evidence:t}){return[...e,...t].find(M)??null}function Zt(e){let t=e.milestones.flatMap(({requirements:n})=>n);return[...t.filter(({id:n})=>n==="readme"),...t].flatMap(({evidence:n})=>n).find(M)?.path??null}function M(e){return!O(e)&&e.path!==".git"}function q({verdict:e,claimed:t,lookedFor:r,reason:n,waiver:o}){switch(e){case"met":return"met";case"waived":return o?.reason??"somebody decided that it does not apply";case"unverifiable":return`the files alone cannot decide it${n===null?"":`: ${n}`}`;case"partial":return`something of it is there${r===null?"":`; looked for ${r}`}`;case"missing":{let i=t?"the README claims it, and the code does not show it":"not found";return r===null?i:`${i}; looked for ${r}`}default:return e}}var Ee=["repository","revision","milestone","score_low","score_high","readiness","requirement","title","weight","verdict","claimed","evidence","link","against","explanation"],Jn="\uFEFF";function Qt(e){return er(Xt(e,e.repository.name))}function Gs({projects:e,failures:t}){let r=e.flatMap(({report:o})=>Xt(o,o.repository.name)),n=t.map(({source:o,reason:i})=>Ee.map(s=>s==="repository"?o:s==="verdict"?"not audited":s==="explanation"?i:""));return er([...r,...n])}function Xt(e,t){return e.milestones.flatMap(r=>r.requirements.map(n=>Kn(e,t,r,n)))}function Kn(e,t,{id:r,score:n},o){let{repository:i}=e,[s]=o.evidence,a={repository:t,revision:i.revision??"",milestone:r,score_low:String(S(n.low)),score_high:String(S(n.high)),readiness:n.readiness,requirement:o.id,title:o.title,weight:o.weight,verdict:o.verdict,claimed:o.claimed?"yes":"no",evidence:o.evidence.map(A).join(" | "),link:s&&M(s)?K(i,s)??"":"",against:o.counterEvidence.slice(0,5).map(A).join(" | "),explanation:o.verdict==="met"?"":q(o)};return Ee.map(l=>a[l])}function er(e){let t=[Ee,...e].map(r=>r.map(Zn).join(","));return`${Jn}${t.join(`\r
`)}\r
`}var Yn=/^[\s'"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/;function Zn(e){let t=h(e);return`"${(Yn.test(t)?`'${t}`:t).replaceAll('"','""')}"`}var tr={core:2,high:1,optional:0},Qn=3,Xn=2,eo={missing:4,partial:1};function rr(e,t=Qn){let[r,...n]=e.milestones;return(r?[{all:Ae(r),own:1},...n.map(i=>({all:Ae(i),own:0}))]:[]).flatMap(({all:i,own:s})=>i.map(a=>({one:a,own:s}))).filter(({one:i})=>i.requirement.verdict==="met"&&i.requirement.evidence.length>0).map(({one:i,own:s})=>({one:i,rank:s*100+tr[i.requirement.weight]*20+i.requirement.evidence.length})).sort((i,s)=>s.rank-i.rank).slice(0,t).map(({one:i})=>i)}function nr(e,t=Xn){let[r]=e.milestones;return e.milestones.flatMap(Ae).map(n=>({one:n,rank:to(n,n.milestone===r)})).filter(({rank:n})=>n>0).sort((n,o)=>o.rank-n.rank).slice(0,t).map(({one:n})=>n)}function to({requirement:e},t){let r=eo[e.verdict];if(r===void 0)return 0;let n=e.claimed&&e.verdict==="missing"?8:0;return r+n+tr[e.weight]*2+(t?3:0)}function Ae(e){return e.requirements.map(t=>({milestone:e,requirement:t}))}var ro={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"};function c(e,...t){return{markup:e.reduce((n,o,i)=>n+or(t[i-1])+o)}}function Te(e){return{markup:e}}var he={markup:""};function or(e){return e==null||e===!1?"":typeof e=="number"?String(Math.round(e*100)/100):typeof e=="string"?oo(h(e)):no(e)?e.markup:e.map(or).join("")}function no(e){return"markup"in e}function oo(e){return e.replace(/[&<>"']/g,t=>ro[t]??t)}function ye(e){return e!==null&&/^https?:\/\/[^\s"'<>\\^`{|}]{1,2000}$/.test(e)&&URL.canParse(e)?e:null}var Le=52,ir=2*Math.PI*Le;function ar({score:e}){let t=$(e),r=e.total-e.decided,n=`Score ${t}: ${e.readiness}`;return c`<div class="gauge"><svg viewBox="0 0 120 120" role="img" aria-label="${n}">
<circle class="ring" cx="60" cy="60" r="${Le}"/>
${e.high>e.low&&sr("high",e.high)}${e.low>0&&sr("low",e.low)}
<text x="60" y="${t.includes("–")?67:69}"${t.includes("–")&&c` class="range"`}>${t}</text></svg>
<strong>${io(e.readiness)}</strong>
<span class="small">${r===0?`all ${e.total} decided`:`${e.decided} of ${e.total} decided`}</span></div>`}function sr(e,t){let r=Math.min(100,S(t))/100*ir;return c`<circle class="${e}" cx="60" cy="60" r="${Le}" stroke-dasharray="${r} ${ir}" transform="rotate(-90 60 60)"/>`}function io(e){return e.charAt(0).toUpperCase()+e.slice(1)}function we(e,t){let r=A(t);if(!M(t))return c`<span>${r}</span>`;let n=K(e,t);return n===null?c`<span class="place">${r}</span>`:c`<a class="place" href="${n}" rel="noopener noreferrer nofollow">${r}</a>`}function Ce(e,t,r){let n=t.length-r;return c`<ul class="places">${t.slice(0,r).map(o=>c`<li>${we(e,o)}${Ne(o)}</li>`)}${n>0&&c`<li class="small soft">and ${n} more</li>`}</ul>`}function Ne(e){return e.text===""||!M(e)?null:c`<code>${e.text}</code>`}var lr=c`<svg width="0" height="0" aria-hidden="true" focusable="false" class="hidden-text">
<symbol id="s-met" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.2" fill="currentColor"/><path d="m4.7 8.3 2.3 2.3 4.4-5" fill="none" stroke="var(--card)" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="s-partial" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor"/></symbol>
<symbol id="s-missing" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="m5.5 5.5 5 5m0-5-5 5" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/></symbol>
<symbol id="s-unverifiable" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 1.6"/><path d="M6.2 6.5a1.85 1.85 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2m0 2v.1" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/></symbol>
<symbol id="s-waived" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M3.8 12.2 12.2 3.8" stroke="currentColor" stroke-width="1.6"/></symbol>
<symbol id="s-nearly" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 8V3.2A4.8 4.8 0 1 1 3.2 8z" fill="currentColor"/></symbol>
<symbol id="s-on-the-way" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 3.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor"/></symbol>
<symbol id="s-started" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 8V3.2A4.8 4.8 0 0 1 12.8 8z" fill="currentColor"/></symbol>
<symbol id="s-not-it" viewBox="0 0 16 16"><circle cx="8" cy="8" r="1.6" fill="currentColor"/></symbol>
<symbol id="s-mark" viewBox="0 0 16 16"><path d="M2.5 13.5v-9m0 9h11M5.5 10.2l2.6-3 2.2 1.8 3.2-4.6" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="s-theme" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/></symbol>
</svg>`,cr={met:"met",partial:"partial",missing:"missing",unverifiable:"cannot be told",waived:"waived"};function D(e){return Pe(e,e,cr[e])}function Y(e){return cr[e]}function oa(e,t){if(e===null)return Pe("not-it","not-it",t);let r=e.replaceAll(" ","-");return Pe(e==="ready"?"met":r,r,t)}function ia(e){let t=e.replaceAll(" ","-");return Z(e==="ready"?"met":t,t)}function Z(e,t=e){return c`<svg class="sign ${t}" aria-hidden="true" focusable="false"><use href="#s-${e}"/></svg>`}function Pe(e,t,r){return c`<svg class="sign ${t}" role="img" aria-label="${r}"><use href="#s-${e}"/></svg>`}var so={python:"Python",typescript:"TypeScript",javascript:"JavaScript"};function dr(e,{level:t,id:r,more:n}){let{repository:o,milestones:i}=e,[s]=i,a=c`<bdi>${o.name}</bdi>`;return c`<article class="card project" id="${r}" aria-labelledby="${r}-name">
<div>
<p class="eyebrow">${i.filter(l=>l.id!=="portfolio").map(({title:l})=>l).join(" · ")}</p>
${t===1?c`<h1 id="${r}-name">${a}</h1>`:c`<h3 id="${r}-name">${a}</h3>`}
${o.about===null?null:c`<p class="about"><bdi>${o.about}</bdi></p>`}
<p class="facts">${ao(e)}${lo(e)}<span>${co(e)}</span></p>
</div>
${s?ar(s):null}
<div class="sides">
<div>${mr(t,"Strongest proofs")}${mo(e)}</div>
<div>${mr(t,"Honest gaps")}${po(e)}</div>
</div>
${s?.score.cap?fo(s):null}
${n??null}
</article>`}function mr(e,t){return e===1?c`<h2 class="label">${t}</h2>`:c`<h4 class="label">${t}</h4>`}function ao({repository:e}){let t=ye(e.live);if(t===null)return c`<span>no live address given</span>`;let r=t.replace(/^https?:\/\//,"").replace(/\/$/,"");return c`<a class="live" href="${t}" rel="noopener noreferrer nofollow">${r.length>60?`${r.slice(0,59)}…`:r}</a>`}function lo({repository:e}){let{revision:t}=e;if(t===null)return c`<span>no commit: audited as a folder</span>`;let r=re(e),n=c`commit <code>${t.slice(0,7)}</code>`;return r===null?c`<span>${n}</span>`:c`<a href="${r}" rel="noopener noreferrer">${n}</a>`}function co({repository:e}){return e.languages.map(t=>so[t]??t).join(", ")}function mo(e){let t=rr(e);return t.length===0?c`<p class="soft">Nothing of it is shown by the code yet.</p>`:c`<ul class="points">${t.map(({requirement:r})=>{let[n]=r.evidence;return c`<li>${D("met")}<span class="title">${r.title}</span><span class="detail">${n?c`${we(e.repository,n)}${Ne(n)}`:null}</span></li>`})}</ul>`}function po(e){let t=nr(e);return t.length===0?c`<p class="soft">Nothing that the requirements name is missing.</p>`:c`<ul class="points">${t.map(r=>c`<li>${D(r.requirement.verdict)}<span class="title">${r.requirement.title}</span><span class="detail">${uo(e,r)}</span></li>`)}</ul>`}function uo({repository:e},{requirement:t}){let{verdict:r,claimed:n,lookedFor:o,counterEvidence:i}=t,[s]=i;return r==="missing"&&n?c`The README claims it; the code does not show it.`:s?c`Against it: ${we(e,s)}`:o===null?c`Not found.`:c`Looked for ${o}.`}function fo({score:e}){return c`<p class="notice held">Held at ${$(e)}: ${e.cap??""}.</p>`}var go=pr(64,.3333333333333333),ho=pr(8,1/2);function je(e){let t=[...ho],r=yo(new TextEncoder().encode(e));for(let o=0;o<r.length;o+=16)wo(t,r.slice(o,o+16));let n=t.flatMap(o=>[o>>>24,o>>>16&255,o>>>8&255,o&255]);return btoa(String.fromCharCode(...n))}function pr(e,t){let r=[];for(let n=2;r.length<e;n+=1){let o=!0;for(let i=2;i*i<=n;i+=1)o&&=n%i!==0;o&&r.push(Math.floor(n**t%1*2**32))}return r}function yo(e){let t=new Array(((e.length+8>>6)+1)*16).fill(0);for(let[r,n]of[...e,128].entries())t[r>>2]=(t[r>>2]??0)|n<<24-r%4*8;return t[t.length-1]=e.length*8,t}function T(e,t){return e>>>t|e<<32-t}function wo(e,t){let r=[...t];for(let p=16;p<64;p+=1){let u=r[p-15]??0,g=r[p-2]??0,w=T(u,7)^T(u,18)^u>>>3,R=T(g,17)^T(g,19)^g>>>10;r[p]=(r[p-16]??0)+w+(r[p-7]??0)+R|0}let[n=0,o=0,i=0,s=0,a=0,l=0,m=0,d=0]=e;for(let p=0;p<64;p+=1){let u=T(a,6)^T(a,11)^T(a,25),g=a&l^~a&m,w=d+u+g+(go[p]??0)+(r[p]??0)|0,R=(T(n,2)^T(n,13)^T(n,22))+(n&o^n&i^o&i)|0;[d,m,l,a,s,i,o,n]=[m,l,a,s+w|0,i,o,n,w+R|0]}for(let[p,u]of[n,o,i,s,a,l,m,d].entries())e[p]=(e[p]??0)+u|0}var Ie=`(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const stored = (value) => {
    try { return value === undefined ? localStorage.getItem('theme') : localStorage.setItem('theme', value); } catch { return null; }
  };
  const button = document.querySelector('.theme');
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const paint = () => { if (button) button.setAttribute('aria-pressed', String(isDark())); };
  const saved = stored();
  if (saved === 'dark' || saved === 'light') root.dataset.theme = saved;
  paint();
  if (button) button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    stored(root.dataset.theme);
    paint();
  });
  for (const part of document.querySelectorAll('[data-filter]')) {
    const input = part.querySelector('input');
    const chips = [...part.querySelectorAll('.chip[data-value]')];
    const items = [...part.querySelectorAll('[data-words]')];
    const tally = part.querySelector('.tally');
    const nothing = part.querySelector('.none');
    const groups = [...part.querySelectorAll('[data-group]')];
    const apply = () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const chosen = {};
      for (const chip of chips) if (chip.getAttribute('aria-pressed') === 'true') (chosen[chip.dataset.key] ??= []).push(chip.dataset.value);
      let shown = 0;
      for (const item of items) {
        const fits = words.every((word) => item.dataset.words.includes(word))
          && Object.entries(chosen).every(([key, values]) => values.includes(item.dataset[key]));
        item.hidden = !fits;
        if (fits) shown += 1;
      }
      for (const group of groups) group.hidden = !group.querySelector('[data-words]:not([hidden])');
      tally.textContent = shown === items.length ? '' : shown + ' of ' + items.length + ' shown';
      if (nothing) nothing.hidden = shown > 0;
    };
    input.addEventListener('input', apply);
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || input.value === '') return;
      input.value = '';
      apply();
    });
    for (const chip of chips) chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
    const all = part.querySelector('[data-all]');
    if (all) all.addEventListener('click', () => {
      const rows = [...part.querySelectorAll('details.row')];
      const open = rows.some((row) => !row.open);
      for (const row of rows) row.open = open;
      all.setAttribute('aria-pressed', String(open));
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const input = document.querySelector('[data-filter] input');
    if (!input) return;
    event.preventDefault();
    input.focus();
  });
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
  addEventListener('beforeprint', () => { for (const one of document.querySelectorAll('details.all')) { one.dataset.was = String(one.open); one.open = true; } });
  addEventListener('afterprint', () => { for (const one of document.querySelectorAll('details.all')) one.open = one.dataset.was === 'true'; });
})();`;var qe=`
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1rem/1.55 var(--sans);
  font-feature-settings: "cv05", "ss03"; text-rendering: optimizeLegibility; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
[hidden] { display: none !important; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; letter-spacing: -.008em; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.6rem); overflow-wrap: anywhere; }
h2 { font-size: clamp(1.35rem, 1.15rem + .8vw, 1.7rem); }
h3 { font-size: 1.15rem; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
code, pre, .place { font-family: var(--mono); font-size: .86em; font-variant-ligatures: none; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .85rem 1rem; border-radius: 8px; background: var(--raised); line-height: 1.5; }
small, .small { font-size: .86rem; }
.soft { color: var(--soft); }
.number { font-variant-numeric: tabular-nums lining-nums; }
.hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--ink); color: var(--paper); border-radius: 0 0 8px 8px; z-index: 9; }
.skip:focus { top: 0; }
.frame { max-width: 72rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.top { display: flex; align-items: center; gap: 1rem; padding-block: 1.1rem; }
.brand { display: flex; align-items: center; gap: .55rem; font-weight: 600; font-size: .92rem; letter-spacing: -.005em; }
.brand svg { width: 1.15rem; height: 1.15rem; color: var(--accent); }
.jump { display: flex; gap: 1.1rem; margin-inline-start: auto; font-size: .88rem; }
.jump a { color: var(--soft); text-decoration: none; padding-block: .35rem; }
.jump a:hover { color: var(--ink); text-decoration: underline; }
main { display: grid; gap: clamp(2.5rem, 5vw, 4rem); padding-bottom: 4rem; }
main > section, main > article { min-width: 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow); }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .4rem 1.2rem; margin-bottom: 1.1rem; }
.head p { color: var(--soft); max-width: 46rem; }
.eyebrow { font-size: .8rem; font-weight: 600; letter-spacing: .04em; color: var(--accent); margin-bottom: .35rem; }
.label { font-size: .8rem; font-weight: 600; color: var(--soft); }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
.theme { display: none; align-items: center; justify-content: center; width: 2.25rem; height: 2.25rem; padding: 0; border: 1px solid var(--line);
  border-radius: 50%; background: var(--card); color: var(--soft); }
.theme:hover { color: var(--ink); border-color: var(--soft); }
.theme svg { width: 1.1rem; height: 1.1rem; }
.js .theme { display: inline-flex; }
footer { border-top: 1px solid var(--line); padding-block: 1.5rem 3rem; color: var(--soft); font-size: .86rem; }
footer p { max-width: 46rem; overflow-wrap: anywhere; }
footer p + p { margin-top: .35rem; }
.sign { flex: none; width: 1.15em; height: 1.15em; vertical-align: -.2em; }
.met { color: var(--met); } .partial { color: var(--partial); } .missing { color: var(--missing); }
.unverifiable, .waived { color: var(--open); }
.notice { padding: .9rem 1.1rem; border: 1px solid var(--missing); border-radius: 10px; background: var(--missing-soft); }
.notice li + li { margin-top: .35rem; }
@media (max-width: 46rem) { .jump { display: none; } .top .theme { margin-inline-start: auto; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .sign { forced-color-adjust: auto; } .card { border-color: CanvasText; } }
`;var ur=`
.opening { padding-top: clamp(.5rem, 3vw, 2rem); }
.opening .lead { font-size: clamp(1.05rem, 1rem + .4vw, 1.25rem); max-width: 44rem; margin-top: .8rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0; margin-top: 1.8rem; border-block: 1px solid var(--line); }
.figures > div { padding: 1rem 1.2rem 1rem 0; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dd { font: 600 1.9rem/1.15 var(--serif); font-variant-numeric: lining-nums; }
.figures dd span { font-size: 1.05rem; color: var(--soft); font-weight: 400; }
.figures dt { font-size: .88rem; color: var(--soft); }
.way { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); }
.stop { position: relative; padding: 1.9rem 1rem 0 0; }
.stop::before { content: ""; position: absolute; left: 0; right: 0; top: .5rem; height: 2px; background: var(--line); }
.stop::after { content: ""; position: absolute; left: 0; top: .03rem; width: 1rem; height: 1rem; border-radius: 50%; border: 2px solid var(--line); background: var(--paper); }
.stop.reached::before { background: var(--met); } .stop.reached::after { background: var(--met); border-color: var(--met); }
.stop.next::after { border-color: var(--accent); box-shadow: 0 0 0 4px var(--accent-soft); }
.stop h3 { font-size: 1.08rem; }
.stop .small { color: var(--soft); }
.between { margin-top: 1.8rem; padding: 1.3rem 1.4rem; }
.between > h3 { margin-bottom: 1rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15.5rem), 1fr)); gap: 1rem; }
.tile { padding: 1.2rem 1.3rem; display: grid; gap: .45rem; align-content: start; }
.tile h3 { font-size: 1.05rem; }
.tile .state { display: flex; gap: .45rem; align-items: center; font-size: .88rem; font-weight: 600; }
.scroll { overflow-x: auto; }
.matrix { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; }
.matrix th, .matrix td { padding: .6rem .5rem; border-bottom: 1px solid var(--line); text-align: center; }
.matrix tbody tr:last-child > * { border-bottom: 0; }
.matrix thead th { overflow-wrap: normal; vertical-align: bottom; font-weight: 500; color: var(--soft); font-size: .8rem; line-height: 1.25; }
.matrix thead .up { writing-mode: vertical-rl; transform: rotate(180deg); text-align: start; max-height: 9.5rem; margin-inline: auto; }
.matrix tbody th { position: sticky; left: 0; background: var(--card); text-align: start; font-weight: 500; padding-inline-start: 1.1rem; min-width: 11rem; max-width: 20rem; overflow-wrap: anywhere; z-index: 1; }
.matrix thead th:first-child { position: sticky; left: 0; background: var(--card); text-align: start; padding-inline-start: 1.1rem; z-index: 1; }
.matrix .edge { border-inline-start: 1px solid var(--line); }
.matrix .own { background: var(--accent-soft); }
.matrix tbody tr:hover > * { background: var(--raised); }
.matrix .sign { width: 1.25rem; height: 1.25rem; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.3rem; margin-top: .8rem; font-size: .86rem; color: var(--soft); }
.legend li { display: flex; gap: .45rem; align-items: center; }
.ready, .nearly { color: var(--met); } .on-the-way { color: var(--partial); } .started { color: var(--open); } .not-it { color: var(--line); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.2rem; }
.chart { padding: 1.3rem 1.4rem; }
.chart figcaption { font-weight: 600; margin-bottom: .9rem; }
.chart figcaption span { display: block; font-weight: 400; font-size: .86rem; color: var(--soft); }
.chart svg { display: block; width: 100%; height: auto; overflow: visible; }
.chart text { font: 400 12.5px var(--sans); fill: var(--ink); } .chart text.value { fill: var(--soft); font-variant-numeric: tabular-nums; }
.chart .track { fill: var(--raised); } .chart .bar { fill: var(--accent); } .chart .more { fill: var(--accent); opacity: .3; }
.chart .tick { stroke: var(--soft); stroke-dasharray: 2 3; opacity: .6; } .chart text.tick-label { font-size: 11px; fill: var(--soft); stroke: none; opacity: 1; }
.phase { margin-top: 1.6rem; }
.phase > h3 { display: flex; justify-content: space-between; gap: 1rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line); }
.phase > h3 .small { font: 400 .88rem var(--sans); color: var(--soft); align-self: end; }
.phase h4 { font: 600 .86rem var(--sans); color: var(--soft); margin: 1rem 0 .35rem; }
.skills { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 0 2rem; }
.skill { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .6rem; padding: .42rem 0; align-items: baseline; }
.skill .from { grid-column: 2; font-size: .82rem; color: var(--soft); overflow-wrap: anywhere; }
.skill.not .title { color: var(--soft); }
.skill .dot { width: .55rem; height: .55rem; border-radius: 50%; border: 1.5px solid var(--open); align-self: center; }
.skill.has .dot { background: var(--met); border-color: var(--met); }
.projects { display: grid; gap: 1.4rem; }
.all { grid-column: 1 / -1; border-top: 1px solid var(--line); padding-top: 1rem; }
.all > summary { cursor: pointer; font-weight: 600; color: var(--accent); }
.checks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: .3rem 2rem; margin-top: .9rem; font-size: .92rem; }
.checks li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .55rem; }
.checks .place { grid-column: 2; color: var(--soft); overflow-wrap: anywhere; }
.checks .part { grid-column: 1 / -1; font-weight: 600; margin-top: .6rem; display: block; }
@media (max-width: 46rem) {
  .way { grid-template-columns: minmax(0, 1fr); }
  .stop { padding: 0 0 1.2rem 1.9rem; } .stop::before { left: .45rem; right: auto; top: .2rem; bottom: -.2rem; width: 2px; height: auto; }
  .stop:last-child::before { display: none; } .stop::after { top: .2rem; }
}
`;var De=`
.print-only { display: none; }
@page { size: A4; margin: 14mm 15mm; }
@media print {
  body { font-size: 10pt; background: #fff; }
  .frame { max-width: none; padding: 0; }
  .top, .tools, .js .tools, .skip, .theme, .jump, .screen-only, .row > summary::after { display: none !important; }
  main { gap: 7mm; padding: 0; }
  .card { box-shadow: none; break-inside: avoid; }
  .project { padding: 6mm; gap: 4mm 8mm; grid-template-columns: minmax(0, 1fr) auto; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; }
  .rows { columns: 2; column-gap: 6mm; border: 0; border-radius: 0; }
  .rows > li { break-inside: avoid; border: 0 !important; }
  .row > summary { padding: .8mm 0; grid-template-columns: auto minmax(0, 1fr); font-size: 9pt; }
  .row .first, .row .tag, .row .inside, .claimed { display: none; }
  .head { margin-bottom: 2mm; break-after: avoid; } .head p { display: none; }
  .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 3mm; } .tile { padding: 3mm; }
  #matrix { break-before: page; }
  .on-paper { break-before: page; }
  .projects { display: block; } .projects > .project { break-before: page; break-inside: avoid; }
  .all > summary { display: none; } .all { border: 0; padding: 0; }
  .checks { display: block; columns: 2; column-gap: 6mm; font-size: 8.5pt; line-height: 1.4; } .checks li { break-inside: avoid; }
  .checks .part { break-after: avoid; } .points { gap: 1.5mm; } .points code { white-space: nowrap; }
  .way { grid-template-columns: repeat(4, minmax(0, 1fr)); } .charts { grid-template-columns: 1fr 1fr; }
  .matrix { font-size: 8pt; } .matrix .up { max-height: 34mm; } .scroll { overflow: visible; }
  .matrix tbody th { min-width: 0; max-width: 45mm; }
  a { color: inherit; text-decoration: none; } .live { color: var(--accent); }
  footer { padding: 3mm 0 0; font-size: 8pt; } .paged footer { display: none; } .print-only { display: block; }
}
`;var Fe=`
.project { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1.5rem 2.5rem; padding: clamp(1.3rem, 3.2vw, 2.4rem); }
.project .about { font-size: 1.08rem; max-width: 40rem; margin-top: .7rem; }
.facts { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; margin-top: .9rem; font-size: .88rem; color: var(--soft); }
.facts a { overflow-wrap: anywhere; }
.live { display: inline-flex; align-items: center; gap: .45rem; font-weight: 600; }
.live::before { content: ""; width: .5rem; height: .5rem; border-radius: 50%; background: currentColor; }
.gauge { width: 10.5rem; text-align: center; }
.gauge svg { display: block; width: 9rem; height: 9rem; margin-inline: auto; }
.gauge .ring { fill: none; stroke: var(--raised); stroke-width: 9; }
.gauge .high { fill: none; stroke: var(--line); stroke-width: 9; }
.gauge .low { fill: none; stroke: var(--accent); stroke-width: 9; stroke-linecap: round; }
.gauge text { font: 600 25px var(--serif); fill: var(--ink); text-anchor: middle; }
.gauge text.range { font-size: 20px; }
.gauge strong { display: block; margin-top: .55rem; font-size: 1rem; }
.gauge .small { color: var(--soft); }
.sides { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 2.5rem;
  padding-top: 1.4rem; border-top: 1px solid var(--line); }
.sides .label { font: 600 .88rem var(--sans); margin-bottom: .75rem; letter-spacing: 0; }
.points { display: grid; gap: .85rem; }
.points > li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .65rem; }
.points .title { font-weight: 600; }
.points .sign { margin-top: .2em; }
.points .detail { grid-column: 2; font-size: .9rem; color: var(--soft); overflow-wrap: anywhere; }
.points code { display: block; color: var(--ink); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 100%; }
.points .place { display: inline-block; }
.held { grid-column: 1 / -1; }
.tools { display: none; flex-wrap: wrap; align-items: center; gap: .5rem; margin-bottom: .9rem; }
.js .tools { display: flex; }
.tools input { flex: 1 1 14rem; min-width: 0; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: 9px; background: var(--card); }
.tools input::placeholder { color: var(--soft); opacity: 1; }
.chip { display: inline-flex; align-items: center; gap: .4rem; padding: .42rem .75rem; border: 1px solid var(--line); border-radius: 9px;
  background: var(--card); font-size: .88rem; }
.chip:hover { border-color: var(--soft); }
.chip[aria-pressed="true"] { background: var(--accent-soft); border-color: var(--accent); font-weight: 600; }
.tally { flex: 1 0 100%; font-size: .86rem; color: var(--soft); }
.tally:empty { flex-basis: 0; }
.rows { overflow: hidden; }
.rows > li + li { border-top: 1px solid var(--line); }
.row > summary { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; align-items: center; gap: .3rem .8rem; padding: .8rem 1.1rem;
  cursor: pointer; list-style: none; }
.row > summary::-webkit-details-marker { display: none; }
.row > summary::after { content: ""; width: .45rem; height: .45rem; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
.row[open] > summary::after { transform: rotate(-135deg); }
.row > summary:hover { background: var(--raised); }
.row > summary:focus-visible { outline-offset: -3px; }
.row .title { font-weight: 500; }
.row .first { color: var(--soft); text-align: end; overflow-wrap: anywhere; }

.row .claimed { color: var(--missing); font-weight: 600; font-size: .86rem; }
.tag { font-size: .78rem; color: var(--soft); font-weight: 400; margin-inline-start: .5rem; white-space: nowrap; }
.inside { display: grid; gap: 1.1rem; padding: .4rem 1.1rem 1.4rem 3.05rem; max-width: 54rem; }
.inside h3 { font: 600 .86rem var(--sans); letter-spacing: 0; color: var(--soft); margin-bottom: .35rem; }
.places { display: grid; gap: .45rem; }
.places li { display: grid; gap: .1rem; }
.places code { color: var(--soft); white-space: pre-wrap; }
.advice { display: grid; gap: .6rem; }
.learn { display: flex; flex-wrap: wrap; gap: .25rem 1.2rem; }
.steps { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem; counter-reset: step; }
.steps > li { padding: 1.2rem 1.3rem; display: grid; gap: .6rem; align-content: start; counter-increment: step; }
.steps h3::before { content: counter(step) ". "; color: var(--accent); }
.gain { font-size: .88rem; color: var(--soft); }
.gain strong { color: var(--met); }
.changes li { display: flex; gap: .6rem; align-items: baseline; padding: .55rem 1.1rem; }
.changes li + li { border-top: 1px solid var(--line); }
.notes { display: grid; gap: .3rem; font-size: .9rem; color: var(--soft); }
.none { padding: 1.1rem; color: var(--soft); }
@media (max-width: 46rem) {
  .project { grid-template-columns: minmax(0, 1fr); }
  .gauge { width: auto; display: grid; grid-template-columns: auto 1fr; column-gap: 1.1rem; align-items: center; text-align: start; }
  .gauge svg { width: 6.5rem; height: 6.5rem; grid-row: 1 / 3; margin: 0; }
  .gauge strong { align-self: end; } .gauge .small { align-self: start; }
  .row > summary { grid-template-columns: auto minmax(0, 1fr) auto; }
  .row .first { grid-column: 2; grid-row: 2; text-align: start; }
  .inside { padding-inline-start: 1.1rem; }
}
`;var fr=`
  --paper: #f6f5f1; --card: #fffefb; --raised: #f0eee8; --ink: #1d2226; --soft: #545c63; --line: #dedbd2;
  --accent: #0b5a61; --accent-soft: #e1eeee; --met: #17693f; --met-soft: #e3f1e8; --partial: #845400;
  --partial-soft: #f8edd6; --missing: #a3302a; --missing-soft: #f9e6e3; --open: #565f67; --open-soft: #e9eaea;
  --shadow: 0 1px 2px rgb(29 34 38 / 5%), 0 8px 24px rgb(29 34 38 / 4%);`,gr=`
  --paper: #131619; --card: #1b1f23; --raised: #23282d; --ink: #e9e6df; --soft: #a7afb6; --line: #31373d;
  --accent: #7bcdd1; --accent-soft: #1b3537; --met: #77d0a0; --met-soft: #1a3226; --partial: #e5b862;
  --partial-soft: #372c17; --missing: #f39388; --missing-soft: #3b2321; --open: #a7afb6; --open-soft: #2a2f34;
  --shadow: none;`,ze=`
:root {${fr}
  --sans: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --serif: "Iowan Old Style", Palatino, "Palatino Linotype", P052, "Book Antiqua", Georgia, serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, monospace;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {${gr} color-scheme: dark; } }
:root[data-theme="dark"] {${gr} color-scheme: dark; }
@media print { :root, :root[data-theme="dark"], :root:not([data-theme="light"]) {${fr}
  --paper: #fff; --card: #fff; --shadow: none; color-scheme: light; } }
`;var bo=`${ze}${qe}${Fe}${De}`,vo=`${ze}${qe}${Fe}${ur}${De}`;function hr(e,t){let r=t==="report"?bo:vo,{title:n,jumps:o,main:i,tool:s,origin:a}=e,{markup:l}=c`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${xo(r)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="${s.name} ${s.version}">
<title>${n}</title>
<style>${Te(r)}</style>
</head>
<body${t==="portfolio"&&c` class="paged"`}>
${lr}
<a class="skip" href="#main">Skip to the report</a>
<header class="frame top">
<p class="brand">${Z("mark","")} milestone-auditor</p>
<nav class="jump" aria-label="Sections">${o.map(([m,d])=>c`<a href="#${m}">${d}</a>`)}</nav>
<button type="button" class="theme" aria-pressed="false" aria-label="Dark colours">${Z("theme","")}</button>
</header>
<main id="main" class="frame">
${i}
</main>
<footer class="frame">
<p>${$o(s,a)} The files were read and parsed; nothing of them was run, and no address was visited.</p>
<p>A requirement is met where code or configuration does it, at the place that is shown. What cannot be decided from files never raises a score.</p>
</footer>
<script>${Te(Ie)}</script>
</body>
</html>
`;return l}function $o(e,t){return`Judged by ${e.name} ${e.version}, rules ${e.rules}${t===""?"":`, ${t}`}.`}function xo(e){return["default-src 'none'",`style-src 'sha256-${je(e)}'`,`script-src 'sha256-${je(Ie)}'`,"base-uri 'none'","form-action 'none'"].join("; ")}var _e=12;function yr(e,t,r,n){let o=j.flatMap(i=>t.requirements.filter(s=>s.verdict===i));return c`<section id="${r}" aria-labelledby="${r}-title" data-filter>
<div class="head"><h2 id="${r}-title">${t.title}</h2><p>${$(t.score)}, ${t.score.readiness}. ${n}</p></div>
${Ro(t,r)}
<ul class="card rows">${o.map(i=>c`<li data-words="${ko(i)}" data-verdict="${i.verdict}">${So(e,i,`${r}-${i.id}`)}</li>`)}</ul>
<p class="none" hidden>No requirement fits these filters.</p>
</section>`}function Ro({requirements:e},t){let r=j.map(n=>({verdict:n,count:e.filter(o=>o.verdict===n).length})).filter(({count:n})=>n>0);return c`<div class="tools">
<label class="hidden-text" for="${t}-search">Search requirements</label>
<input id="${t}-search" type="search" placeholder="Search requirements and evidence" autocomplete="off" spellcheck="false">
${r.map(({verdict:n,count:o})=>c`<button type="button" class="chip" data-key="verdict" data-value="${n}" aria-pressed="false">${Z(n)} ${o} ${Y(n)}</button>`)}
<button type="button" class="chip" data-all aria-pressed="false">Open all</button>
<p class="tally" role="status"></p>
</div>`}function ko({title:e,verdict:t,weight:r,evidence:n,counterEvidence:o}){let i=[...n,...o].slice(0,_e).map(s=>`${s.path} ${s.text}`);return[e,Y(t),r,...i].join(" ").toLowerCase().slice(0,2e3)}function So(e,t,r){return c`<details class="row" id="${r}"><summary>${D(t.verdict)}<span class="title">${t.title}<span class="tag">${t.weight}</span></span>${Mo(t)}</summary>
<div class="inside">${Oo(e,t)}</div></details>`}function Mo(e){let[t]=e.evidence;if(t){let r=e.evidence.length>1?` +${e.evidence.length-1}`:"";return c`<span class="first place">${A(t)}${r}</span>`}return e.verdict==="missing"&&e.claimed?c`<span class="first claimed">claimed, not found</span>`:c`<span class="first"></span>`}function Oo({repository:e},t){let{verdict:r,evidence:n,counterEvidence:o,lookedFor:i,reason:s,waiver:a}=t;return c`${n.length>0&&C("Evidence",Ce(e,n,_e))}
${o.length>0&&C("Against it",Ce(e,o,_e))}
${i!==null&&r!=="met"&&C("Looked for",c`<p>${i}</p>`)}
${s!==null&&C("Not decided because",c`<p>${s}</p>`)}
${a!==null&&C("Waived because",c`<p>${a.reason}</p>`)}
${C("Why it matters",c`<p>${t.why}</p>`)}
${r!=="met"&&C("First step",We(t.fix))}
${r!=="met"&&t.learn.length>0&&C("Read more",Ao(t))}`}function C(e,t){return c`<div><h3>${e}</h3>${t}</div>`}function We(e){return c`<div class="advice">${se(e).map(t=>t.kind==="code"?c`<pre tabindex="0"><code>${t.lines.map((r,n)=>c`${n>0&&Eo}${r}`)}</code></pre>`:c`<p>${t.text}</p>`)}</div>`}var Eo=c`
`;function Ao({learn:e}){return c`<p class="learn">${e.map(({title:t,url:r})=>{let n=ye(r);return n===null?c`<span>${t}</span>`:c`<a href="${n}" rel="noopener noreferrer">${t}</a>`})}</p>`}var To="portfolio";function wr(e,{difference:t}){let{repository:r,milestones:n,tool:o}=e,i=n.map(l=>yr(e,l,l.id,l.id===To?"What every project owes its readers.":"Open a row for its evidence and the first step.")),s=n.map(({id:l,title:m})=>[l,m]),[a]=n.map(l=>l.title);return hr({title:`${r.name} · ${a??"audit"}`,jumps:[...s,...e.next.length>0?[["next","Next steps"]]:[]],main:[c`<section class="opening">${dr(e,{level:1,id:"card"})}</section>`,t===void 0?he:No(t),...i,Lo(e),Co(e)],tool:o,origin:r.revision===null?"":`at commit ${r.revision}`},"report")}function Lo(e){let t=e.next.flatMap(r=>{let n=U(e,r);return n?[{step:r,requirement:n}]:[]});return t.length===0?he:c`<section id="next" class="screen-only" aria-labelledby="next-title"><div class="head"><h2 id="next-title">Next steps</h2><p>The most points for the effort, first.</p></div>
<ol class="steps">${t.map(({step:r,requirement:n})=>c`<li class="card"><h3>${n.title}</h3><p class="gain"><strong>${H(e,r)}</strong>, ${_[n.effort]}</p>${We(n.fix)}</li>`)}</ol></section>`}function Co({notes:e}){if(e.length===0)return he;let t=e.map(({path:r,line:n,text:o})=>`${r===null?"":`${r}${n===null?"":`:${n}`}: `}${o}`);return c`<section class="screen-only" aria-labelledby="notes-title"><div class="head"><h2 id="notes-title">What could not be read</h2></div><ul class="notes">${t.map(r=>c`<li><bdi>${r}</bdi></li>`)}</ul></section>`}function No({base:e,sameRules:t,milestones:r}){let n=e===null?"the earlier report":`commit ${e.slice(0,7)}`,o=r.flatMap(s=>s.changes.map(a=>({change:a,title:s.title}))),i=r.filter(({before:s,after:a})=>s!==null&&(s.low!==a.low||s.high!==a.high));return c`<section id="changes" aria-labelledby="changes-title"><div class="head"><h2 id="changes-title">Since ${n}</h2><p>${i.map(Po).join(" ")}${t?"":" The rules are not the same: not every change is the doing of the code."}</p></div>
${o.length===0?c`<p class="soft">No verdict has changed.</p>`:c`<ul class="card changes">${o.map(({change:s,title:a})=>jo(s,a))}</ul>`}</section>`}function Po({title:e,before:t,after:r}){return t===null?"":`${e}: ${$(t)}, now ${$(r)}.`}function jo({title:e,before:t,after:r,effect:n},o){let i=n==="neither"?"other":n;return c`<li>${D(r)}<span><strong>${i}</strong>: ${e} <span class="soft">(${o}) was ${Y(t)}, is ${Y(r)}</span></span></li>`}function br(e){return`${z(JSON.stringify(e,null,2))}
`}var Io="1970-01-01T00:00:00",qo='<?xml version="1.0" encoding="UTF-8"?>';function vr(e){return xr($r(e))}function Za({projects:e,failures:t}){let r=t.map(({source:n,reason:o})=>({name:"audit",package:n,properties:[],cases:[{name:"audit",classname:n,outcome:{kind:"error",type:"audit",message:o,text:""}}],output:""}));return xr([...e.flatMap(({report:n})=>$r(n)),...r])}function $r(e){let{name:t,revision:r}=e.repository;return e.milestones.map(n=>({name:n.id,package:t,properties:[["repository",t],["revision",r??""],["rules",e.tool.rules],["score",Do(n)],["readiness",n.score.readiness]],cases:n.requirements.map(o=>({name:o.id,classname:`${t}.${n.id}`,outcome:Fo(o)})),output:n.requirements.flatMap(zo).join(`
`)}))}function Do({score:e}){return`${S(e.low)}-${S(e.high)} %`}function Fo(e){switch(e.verdict){case"met":return null;case"partial":case"missing":{let r=[...e.counterEvidence.map(n=>`${A(n)}  ${n.text}`.trim()),"",e.fix.trim()].join(`
`).trim();return{kind:"failure",type:e.verdict,message:`${e.title}: ${q(e)}`,text:r}}case"unverifiable":case"waived":return{kind:"skipped",type:e.verdict,message:`${e.title}: ${q(e)}`,text:""};default:return e.verdict}}function zo(e){return e.evidence.map(t=>`${e.id} ${e.verdict}: ${A(t)}  ${t.text}`.trim())}function xr(e){return`${[qo,"<testsuites>",...e.flatMap(_o),"</testsuites>"].join(`
`)}
`}function _o(e,t){let r=o=>e.cases.filter(({outcome:i})=>i?.kind===o).length;return[`  <testsuite ${[b("id",String(t)),b("package",e.package),b("name",e.name),b("timestamp",Io),b("hostname","localhost"),b("tests",String(e.cases.length)),b("failures",String(r("failure"))),b("errors",String(r("error"))),b("skipped",String(r("skipped"))),b("time","0")].join(" ")}>`,"    <properties>",...e.properties.map(([o,i])=>`      <property ${b("name",o)} ${b("value",i)}/>`),"    </properties>",...e.cases.map(Wo),`    <system-out>${J(e.output)}</system-out>`,"    <system-err></system-err>","  </testsuite>"]}function Wo({name:e,classname:t,outcome:r}){let n=`    <testcase ${b("name",e)} ${b("classname",t)} time="0"`;if(r===null)return`${n}/>`;let{kind:o,type:i,message:s,text:a}=r,l=o==="skipped"?"":`${b("type",i)} `;return`${n}><${o} ${l}${b("message",s)}>${J(a)}</${o}></testcase>`}var be="⁠",Uo=200;function k(e,t=Uo){let r=kr(h(e),t);if(r.trim()==="")return"";let n=r.match(/`+/g)??[],o="`".repeat(Math.max(0,...n.map(s=>s.length))+1),i=/^[` ]|[` ]$/.test(r)?" ":"";return`${o}${i}${r}${i}${o}`}function f(e,t=4e3){let r=kr(h(e.replace(/\s+/g," ").trim()),t).replace(/[\\`*_[\]#|~$@]|^[-+=]|^\d+(?=[.)])|:(?=[\w/])/g,n=>/\d/.test(n)?`${n}\\`:`\\${n}`).replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;");return Ho(r)}function Ho(e){return e.replace(/(\\[@:#])(?=[\w/])/g,`$1${be}`).replace(/\b(GH-)(?=\d)/gi,`$1${be}`).replace(/\b(www)(?=\.)/gi,`$1${be}`).replace(/[0-9a-f]{7,}/gi,t=>t.replace(/.{4}/g,`$&${be}`))}function ve(e){return e.split(/(`[^`]+`)/).map((t,r)=>r%2===1?k(t.slice(1,-1)):Go(t)).join("")}function Go(e){let[t="",r=""]=[/^\s/.test(e)?" ":"",/\S\s+$/.test(e)?" ":""];return t+f(e)+r}function N(e){return`| ${e.map(t=>t.replace(/\|/g,"\\|")).join(" | ")} |`}function Rr(e,t=""){let r=e.map(i=>h(i.trimEnd())),n=r.join(`
`).match(/`+/g)??[],o="`".repeat(Math.max(3,...n.map(i=>i.length+1)));return[`${o}${t}`,...r,o].join(`
`)}function F(e,t){return t===null?e:`[${e}](${t})`}function kr(e,t){return e.length<=t?e:`${e.slice(0,t-1).replace(/[\ud800-\udbff]$/,"")}…`}var Bo=100;function ne(e,t){if(O(t))return k(t.text);let{path:r,line:n}=t;return F(k(W(t)?r:`${r}:${n}`),K(e.repository,t))}function Q(e,t){let r=O(t)?"":k(t.text,Bo);return r===""?ne(e,t):`${ne(e,t)} ${r}`}function $e(e,t,r=1){let n=t.slice(0,r).map(i=>ne(e,i)),o=t.length-n.length;return[...n,...o>0?[`and ${x(o,"more place")}`]:[]].join(", ")}var oe={met:"✅",partial:"🟡",missing:"❌",unverifiable:"❔",waived:"⚪"};function Ue(e,t){if(t.length===0)return"";let r=j.flatMap(n=>t.filter(o=>o.verdict===n)).map(n=>N([`${f(n.title)} ${k(n.id)}`,`${oe[n.verdict]} ${n.verdict}`,n.weight,Vo(e,n)]));return[N(["Requirement","Verdict","Weight","Why"]),N(["---","---","---","---"]),...r].join(`
`)}function Vo(e,t){let r=[];if(t.waiver!==null&&r.push(`waived${Sr(t)}: ${f(t.waiver.reason,300)}`),t.verdict==="missing"&&t.claimed&&r.push("claimed in the README, not found"),t.evidence.length>0&&r.push($e(e,t.evidence,t.verdict==="met"?2:1)),t.verdict==="met")return r.join("; ");let[n]=t.counterEvidence;return n&&r.push(`but ${Jo(t)}${Q(e,n)}`),t.verdict==="unverifiable"&&t.reason!==null&&r.push(f(t.reason,300)),t.lookedFor!==null&&r.push(`looked for ${f(t.lookedFor,300)}`),r.join("; ")}function Jo({counterEvidence:e}){return e.length===1?"":`${x(e.length,"place")} against it: `}function Sr({waiver:e}){return e?.until?` until ${e.until}`:""}function Mr(e,t){let r=[`#### ${oe[t.verdict]} ${f(t.title)}`,"",`${k(t.id)} · ${t.verdict} · ${t.weight}${t.claimed?" · claimed in the README":""}`,"",ve(t.why),"",...t.evidence.map(o=>`- ${Q(e,o)}`),...t.counterEvidence.map(o=>`- against it: ${Q(e,o)}`)],n=[...t.waiver===null?[]:[`Waived${Sr(t)}: ${f(t.waiver.reason)}`],...t.lookedFor===null?[]:[`Looked for: ${f(t.lookedFor)}`],...t.reason===null?[]:[`Reason: ${f(t.reason)}`],...t.verdict==="met"?[]:t.learn.map(({title:o,url:i})=>`Learn: ${F(f(o),i)}`)];return[r.join(`
`).trimEnd(),...n].join(`

`)}function Or(e,t){let r=e.notes.slice(0,t).map(({path:o,line:i,text:s})=>o===null?`- ${f(s,500)}`:`- ${ne(e,{path:o,line:i??1,text:i===null?"":s})}: ${f(s,500)}`),n=e.notes.length-r.length;return n>0&&r.push(`- and ${x(n,"more note")}`),r.length===0?"":`**Notes**

${r.join(`
`)}`}var Ko=8,Yo=[["better","got better"],["worse","got worse"],["neither","changed"]];function Er(e,t){return[...t.sameRules?[]:[Zo],He(t),...Qo(e,t),...ti(e,t)].join(`

`)}function He({milestones:e}){let t=e.flatMap(a=>a.changes),r=Yo.flatMap(([a,l])=>{let m=t.filter(d=>d.effect===a).length;return m===0?[]:[{count:m,verb:l}]}),n=e.flatMap(a=>a.added).length,o=e.flatMap(a=>a.removed).length,i=[...n>0?[`${x(n,"requirement")} asked for the first time`]:[],...o>0?[`${x(o,"requirement")} no longer asked`]:[]];return r.length===0&&i.length===0?"No verdict changed.":`**${[...r.map(({count:a,verb:l},m)=>`${m===0?x(a,"requirement"):a} ${l}`),...i].join(", ")}.**`}var Zo=`> [!NOTE]
> The two reports were made by different rules: a verdict may have changed although the code did not.`;function Qo(e,{milestones:t}){let r=t.flatMap(n=>n.changes.map(o=>Xo(e,n,o)));return r.length===0?[]:[[N(["Requirement","Before","Now","Why"]),N(["---","---","---","---"]),...r].join(`
`)]}function Xo(e,{id:t},r){let{requirement:n,title:o,before:i,after:s}=r;return N([`${f(o)} ${k(n)}`,`${oe[i]} ${i}`,`${oe[s]} **${s}**`,ei(e,Ar(e,t,n))])}function ei(e,t){if(t===void 0)return"";if(t.verdict==="met"||t.verdict==="partial"&&t.lookedFor===null)return $e(e,t.evidence,2);if(t.waiver!==null)return`waived: ${f(t.waiver.reason,300)}`;let r=t.lookedFor===null?"":`looked for ${f(t.lookedFor,300)}`;return t.verdict==="unverifiable"&&t.reason!==null?f(t.reason,300):r}function ti(e,{milestones:t}){let r=t.flatMap(i=>i.against.flatMap(({requirement:s,evidence:a})=>a.map(l=>({title:Ar(e,i.id,s)?.title??s,one:l}))));if(r.length===0)return[];let n=r.slice(0,Ko).map(({title:i,one:s})=>`- ${Q(e,s)} against _${f(i)}_`),o=r.length-n.length;return o>0&&n.push(`- and ${x(o,"more place")}`),[`New in this change:

${n.join(`
`)}`]}function Ar(e,t,r){return e.milestones.find(({id:n})=>n===t)?.requirements.find(({id:n})=>n===r)}var Tr=5;function xe({recognition:e,milestones:t}){let[r,n]=e?.candidates??[];if(!e||!r)return null;if(e.milestone!==null){let i=n?`; ${S(e.confidence)} % ahead of ${n.id}`:"";return`Recognised by ${Lr(r.signals)}${i}`}return`Cannot tell which milestone this is: ${[r,...n?[n]:[]].map(({id:i,signals:s})=>`${i} (${Lr(s)})`).join(" or ")}. Judged as ${t[0]?.id??r.id}`}function Lr(e){let t=e.length-Tr;return e.slice(0,Tr).join(", ")+(t>0?` and ${t} more`:"")}function Cr(e,t){let[r]=e.milestones;return r===void 0?"## Nothing was judged":[`## ${f(r.title)}: ${Pr(r,t)}`,"",`${jr(r.score)} · ${ri(e,t)}`,...ni(e),...oi(r.score)].join(`
`)}function Nr(e,t){let{title:r,score:n}=e;return`### ${f(r)}: ${Pr(e,t)}

${jr(n)}`}function Pr(e,t){let r=t?.milestones.find(({id:o})=>o===e.id)?.before,n=$(e.score);return r?r.low===e.score.low&&r.high===e.score.high?`${n}, unchanged`:`${$(r)} → ${n}`:n}function jr(e){return`**${e.readiness}** · ${e.decided} of ${e.total} requirements decided`}function ri(e,t){let{name:r,revision:n}=e.repository,o=n===null?"":` at ${F(k(n.slice(0,7)),re(e.repository))}`,i=t?.base??null,s=i===null?"":`, compared with ${F(k(i.slice(0,7)),re({...e.repository,revision:i}))}`;return`${k(r,100)}${o}${s}`}function ni(e){let t=xe(e);return t===null?[]:["",f(t,600)]}function oi({cap:e,low:t}){return e===null?[]:["","> [!CAUTION]",`> The score is held down to ${S(t)} %: ${f(e,500)}`]}function Ir(e,t){let r=e.next.flatMap(o=>{let i=U(e,o);return i?[{step:o,requirement:i}]:[]});return r.length===0?"":["### Next steps, the best first",...r.map(({step:o,requirement:i},s)=>{let a=`**${s+1}. ${f(i.title)}** · ${f(H(e,o))}, ${_[i.effort]}`;return t?a:[a,...ii(i.fix)].join(`

`)})].join(`

`)}function ii(e){return se(e).map(t=>t.kind==="code"?Rr(t.lines,t.language):ve(t.text))}var qr=["everything","all","not met","headline"],si=50,ai=5,Fr=(e,{verbose:t,difference:r})=>`${li(e,{verbose:t,...r===void 0?{}:{difference:r}})}
`;function li(e,t={}){let r=t.verbose?qr:qr.slice(1),n="";for(let o of r)if(n=mi(e,t,o,o!==r[0]),ci(n,t.most))break;return n}function ci(e,t){let{bytes:r=Number.POSITIVE_INFINITY,characters:n=Number.POSITIVE_INFINITY}=t??{};return e.length<=n&&(e.length*3<=r||new TextEncoder().encode(e).length<=r)}function mi(e,t,r,n){let{marker:o="",notices:i=[],footer:s="",rest:a}=t,l=n?`_This is shortened to keep within a limit.${a?` The rest is ${a}.`:""}_`:"",m=[Cr(e,t.difference),...i,...r==="headline"?di(t):pi(e,t,r),l,s];return[o,m.filter(d=>d!=="").join(`

`)].filter(d=>d!=="").join(`
`)}function di({difference:e}){return e===void 0?[]:[He(e)]}function pi(e,{difference:t},r){let[n,...o]=e.milestones;if(n===void 0)return[];let i=o.flatMap(l=>[Nr(l,t),Dr(e,l,r)]),s=[Dr(e,n,r),...i].filter(l=>l!=="").join(`

`),a=r==="not met"?"What is not met":"All requirements";return[...t===void 0?[s]:[Er(e,t),zr(a,s)],Ir(e,r==="not met"),...r==="everything"?[ui(e)]:[],Or(e,r==="not met"?ai:si)]}function Dr(e,{requirements:t},r){let n=t.filter(({verdict:o})=>o!=="met");return r==="not met"?Ue(e,n):Ue(e,t)}function ui(e){let t=e.milestones.flatMap(({requirements:r})=>r.map(n=>Mr(e,n)));return zr("Every requirement with all its evidence",t.join(`

`))}function zr(e,t){return t===""?"":`<details><summary>${e}</summary>

${t}

</details>`}var _r=20,fi=100,Wr=1e3;function Gr(e){return Br([Vr(e,[])])}function Cl({projects:e,failures:t}){let r=e.slice(0,_r),n=e.length-r.length,o=t.map(({source:i,reason:s})=>Hr(`${i} could not be audited: ${s}`));return n>0&&o.push(Hr(`${n} more repositories do not fit: a file may hold ${_r} runs`)),Br(r.map(({report:i},s)=>Vr(i,s===r.length-1?o:[])))}function Br(e){return`${z(JSON.stringify({$schema:"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",version:"2.1.0",runs:e},null,2))}
`}function Vr(e,t){let{repository:r,tool:n,milestones:o}=e,i=o.flatMap(l=>l.requirements.map(m=>gi(l,m))),s=o.flatMap(l=>l.requirements.flatMap(m=>hi(e,l,m))),a=[...e.notes,...t];return{tool:{driver:{name:n.name,version:n.version,rules:i}},automationDetails:{id:`milestone-auditor/${o[0]?.id??""}/`},...r.url===null||r.revision===null?{}:{versionControlProvenance:[{repositoryUri:encodeURI(r.url),revisionId:r.revision}]},invocations:[{executionSuccessful:!0,toolExecutionNotifications:a.map(l=>({level:"note",message:{text:Ge(l.text)},...l.path===null?{}:{locations:[{physicalLocation:Jr(e,l.path,l.line)}]}}))}],columnKind:"utf16CodeUnits",results:s.map(l=>({...l,ruleIndex:i.findIndex(({id:m})=>m===l.ruleId)}))}}function gi({id:e,title:t},r){let n=r.learn.map(o=>`- [${o.title}](${o.url})`).join(`
`);return{id:`${e}/${r.id}`,name:r.id,shortDescription:{text:r.title},fullDescription:{text:r.why},help:{text:`${r.why}

${r.fix}`,markdown:[r.why,r.fix,n].filter(o=>o!=="").join(`

`)},defaultConfiguration:{level:r.weight==="core"?"warning":"note"},properties:{tags:[e,r.weight,t]}}}function hi(e,t,r){if(r.verdict!=="missing"&&r.verdict!=="partial")return[];let n=`${t.id}/${r.id}`,o=[...r.counterEvidence.filter(M),...r.evidence.filter(M)],i=Yt(r)??{path:Zt(e)??"README.md",line:1,text:""},[s=i,...a]=o;return[{ruleId:n,kind:"fail",level:r.verdict==="missing"&&r.weight==="core"?"warning":"note",message:{text:Ge(`${r.title}: ${q(r)}.`)},locations:[{physicalLocation:Ur(e,s)}],relatedLocations:a.slice(0,fi).map((l,m)=>({id:m+1,physicalLocation:Ur(e,l),...l.text===""?{}:{message:{text:Ge(l.text)}}})),partialFingerprints:{primaryLocationLineHash:`${n}:1`},properties:{verdict:r.verdict,claimed:r.claimed}}]}function Ur(e,{path:t,line:r,endLine:n}){return Jr(e,t,r,n)}function Jr({repository:e},t,r,n){let i=(e.folder===""?t:`${e.folder}/${t}`).split("/").map(a=>encodeURIComponent(a.replace(new RegExp("\\p{Surrogate}","gu"),"�"))).join("/"),s=r===null?{}:{region:{startLine:r,...n!==void 0&&n>r?{endLine:n}:{}}};return{artifactLocation:{uri:i,uriBaseId:"%SRCROOT%"},...s}}function Ge(e){let t=h(e).replace(/([[\]\\])/g,"\\$1").replace(/[{}]/g,"$&$&");return t.length>Wr?`${t.slice(0,Wr-1)}…`:t}function Hr(e){return{path:null,line:null,text:e}}var yi={verdict:{met:"✔",partial:"◐",missing:"✘",unverifiable:"?",waived:"⊘"},bar:["█","▒","░"],dot:"·",dash:"–",more:"…"},wi={verdict:{met:"+",partial:"~",missing:"x",unverifiable:"?",waived:"-"},bar:["#","~","."],dot:"-",dash:"-",more:"..."},bi=110,vi=30;function Kr(e){return{columns:Math.min(bi,Math.max(vi,e.columns)),verbose:e.verbose,palette:e.palette,symbols:e.ascii?wi:yi,text:e.ascii?t=>$i(h(t)):h}}function $i(e){return e.replace(/[…–—‘’“”·→≥≤×]/g,t=>xi[t]??t)}var xi={"…":"...","–":"-","—":"-","‘":"'","’":"'","“":'"',"”":'"',"·":"-","→":"->","≥":">=","≤":"<=","×":"x"};function Re(e,t){let r=e.text(t.path);return O(t)?e.text(t.text):W(t)?r:`${r}:${t.line}`}function P(e,t,r){return" ".repeat(t)+E(e.text(r),e.columns-t,e.symbols.more)}function L(e,t,r,n=40){let o=B(e.text(r),e.columns-t);return o.slice(0,n).map((s,a)=>a===n-1&&o.length>n?E(`${s} ${e.symbols.more}`,e.columns-t,e.symbols.more):s).map(s=>" ".repeat(t)+s)}var ke=24;function Yr(e,t,r,n){let o=[ki(e,r.title,n?Ri(e,t):"")];o.push(...Si(e,r.score)),r.score.cap!==null&&o.push(...L(e,0,`Held down: ${r.score.cap}`).map(e.palette.yellow));let i=n?xe(t):null;return i!==null&&o.push(...L(e,0,i,3).map(e.palette.dim)),o}function Ri(e,t){let{name:r,revision:n}=t.repository;return e.text(n===null?r:`${r} @ ${n.slice(0,7)}`)}function ki(e,t,r){let{palette:n,symbols:o,columns:i}=e,s=E(e.text(t),i,o.more),a=i-G(s)-G(r);if(r===""||a<2){let l=r===""?"":`
${n.dim(E(r,i,o.more))}`;return n.bold(s)+l}return n.bold(s)+" ".repeat(a)+n.dim(r)}function Si(e,t){let{palette:r,symbols:n}=e,o=$(t,n.dash),i=`${t.decided} of ${t.total} decided`,s=Oi(e,t.readiness),a=`${s(r.bold(o))}  ${s(t.readiness)} ${r.dim(`${n.dot} ${i}`)}`,l=`${o}  ${t.readiness} ${n.dot} ${i}`,m=Mi(e,t,s);return ke+2+l.length>e.columns?[m,a]:[`${m}  ${a}`]}function Mi(e,t,r){let[n,o,i]=e.symbols.bar,s=Math.floor(t.low*ke+1e-9),a=Math.max(s,Math.floor(t.high*ke+1e-9));return r(n.repeat(s))+e.palette.dim(o.repeat(a-s)+i.repeat(ke-a))}function Oi(e,t){let{palette:r}=e;switch(t){case"ready":return r.green;case"nearly":return r.cyan;case"on the way":case"started":return r.yellow;default:return t}}var Ei=3;function Qr(e,t){let{notes:r}=t;if(r.length===0)return[];let{palette:n}=e;if(e.verbose)return[n.bold("Notes"),...r.flatMap(s=>L(e,2,Zr(s)).map(n.dim))];let o=r.slice(0,Ei).map(s=>n.dim(P(e,2,Zr(s)))),i=r.length-o.length;return i>0&&o.push(n.dim(P(e,2,`${x(i,"more note")}: --verbose shows all`))),[n.bold("Notes"),...o]}function Zr(e){return e.path===null?e.text:`${e.path}${e.line===null?"":`:${e.line}`}: ${e.text}`}var v=4,Xr=8,rn=60;function nn(e,t){let r=Math.max(0,...t.map(o=>G(e.text(o.title)))),n=e.columns<rn?e.columns-v:Math.min(r,Math.floor(e.columns*.44));return j.flatMap(o=>t.filter(i=>i.verdict===o)).flatMap(o=>Ai(e,o,n))}function Ai(e,t,r){let{palette:n}=e,o=Pi(e,t.verdict),i=Ti(e,t),[s="",...a]=B(e.text(t.title),r),l=`  ${o(e.symbols.verdict[t.verdict])} `,m=t.verdict==="met"?u=>u:n.bold,d=[],p=e.columns-v-r-2-Xr-2;return e.columns<rn?(d.push(l+m(s),...a.map(u=>" ".repeat(v)+m(u))),d.push(...en(e,t.weight,i))):G(i.plain)<=p?(d.push(`${l}${m(ae(s,r))}  ${n.dim(ae(t.weight,Xr))}  ${i.paint(i.plain)}`.trimEnd()),d.push(...a.map(u=>" ".repeat(v)+m(u)))):(d.push(`${l}${m(ae(s,r))}  ${n.dim(t.weight)}`),d.push(...a.map(u=>" ".repeat(v)+m(u))),d.push(...en(e,"",i))),d.push(...Li(e,t)),e.verbose?[...d,...Ni(e,t),""]:d}function Ti(e,t){let{palette:r}=e;if(t.verdict==="missing"||t.evidence.length===0)return t.claimed&&t.verdict==="missing"?{plain:"claimed, not found",paint:r.yellow}:{plain:t.verdict==="met"?"":t.verdict,paint:r.dim};let[n]=t.evidence,o=t.evidence.length-1,i=o>0?` +${o}`:"";return{plain:n?Re(e,n)+i:"",paint:r.cyan}}function en(e,t,r){let n=[t,r.plain].filter(o=>o!=="").join(` ${e.symbols.dot} `);return n===""?[]:B(n,e.columns-v).map(o=>" ".repeat(v)+r.paint(o))}function Li(e,t){let{palette:r}=e,n=[],[o]=t.counterEvidence;if(o&&t.verdict!=="met"){let i=[Re(e,o),O(o)?"":e.text(o.text)].filter(Boolean).join("  "),s=t.counterEvidence.length,a=s===1?`but ${i}`:`but ${x(s,"place")} against it: ${i}`;n.push(r.yellow(Ci(e,a)))}if(t.waiver!==null){let i=t.waiver.until===null?"":` until ${t.waiver.until}`;n.push(r.dim(P(e,v,`waived${i}: ${t.waiver.reason}`)))}return e.verbose||(t.verdict==="unverifiable"&&t.reason&&n.push(r.dim(P(e,v,t.reason))),t.lookedFor&&t.verdict!=="met"&&n.push(r.dim(P(e,v,`looked for ${t.lookedFor}`)))),n}function Ci(e,t){return" ".repeat(v)+E(t,e.columns-v,e.symbols.more)}function Ni(e,t){let{palette:r}=e,n=t.evidence.flatMap(i=>tn(e,i,r.cyan)),o=t.counterEvidence.flatMap(i=>tn(e,i,r.yellow));return[...n,...o.length>0?[r.yellow(`${" ".repeat(v)}against it:`),...o]:[],...ie(e,"looked for",t.lookedFor),...ie(e,"reason",t.reason),...t.claimed?ie(e,"README","claims it"):[],...ie(e,"why",t.why),...t.verdict==="met"?[]:t.learn.flatMap(i=>ie(e,"learn",`${i.title} ${i.url}`))]}function tn(e,t,r){let n=B(Re(e,t),e.columns-v).map(o=>" ".repeat(v)+r(o));return t.text!==""&&!O(t)&&n.push(P(e,v+2,t.text)),n}function ie(e,t,r){return r===null||r.trim()===""?[]:L(e,v,`${t}: ${r.trim().replace(/\s+/g," ")}`).map(e.palette.dim)}function Pi(e,t){let{palette:r}=e;switch(t){case"met":return r.green;case"partial":case"unverifiable":return r.yellow;case"missing":return r.red;case"waived":return r.dim;default:return t}}var ji=3,Ke=5,Ii=8,Be="    ",Ve="```";function on(e,t){let r=t.next.slice(0,ji).flatMap(o=>{let i=U(t,o);return i?[{step:o,requirement:i}]:[]});if(r.length===0)return[];let n=r.flatMap(({step:o,requirement:i},s)=>qi(e,t,s+1,o,i));return[e.palette.bold("Next steps, the best first"),...n]}function qi(e,t,r,n,o){let{palette:i,symbols:s}=e,a=`${H(t,n)}, ${_[o.effort]}`,[l="",...m]=L(e,Ke,`${o.title} ${s.dot} ${a}`);return[`  ${i.bold(`${r}.`)} ${i.bold(l.trimStart())}`,...m.map(i.bold),...Di(e,o.fix)]}function Di(e,t){let r=t.split(/\r?\n/),n=r.findIndex(s=>s.trim()!=="");if(n<0)return[];let o=Je(r,n,s=>s.trim()===""||s.startsWith(Ve));return[...L(e,Ke,r.slice(n,o).join(" "),e.verbose?40:4),...zi(e,Fi(r,o))]}function Fi(e,t){let r=t+e.slice(t).findIndex(i=>i.trim()!==""),n=e[r]??"";if(r<t)return[];if(n.startsWith(Ve))return e.slice(r+1,Je(e,r+1,i=>i.startsWith(Ve)));if(!n.startsWith(Be))return[];let o=Je(e,r,i=>i.trim()!==""&&!i.startsWith(Be));return e.slice(r,o).map(i=>i.slice(Be.length))}function zi(e,t){let r=t.findLastIndex(a=>a.trim()!==""),n=e.verbose?r+1:Math.min(Ii,r+1),o=" ".repeat(Ke+2),i=e.columns-o.length,s=t.slice(0,n).map(a=>o+E(e.text(a.trimEnd()),i,e.symbols.more));return r+1>n&&s.push(o+e.symbols.more),s.map(a=>a.trim()===""?"":e.palette.cyan(a))}function Je(e,t,r){let n=e.slice(t).findIndex(r);return n<0?e.length:t+n}function sn(e,t){let r=Kr(t);return`
${[...e.milestones.map((s,a)=>[...Yr(r,e,s,a===0),"",...nn(r,s.requirements)]),on(r,e),Qr(r,e)].filter(s=>s.length>0).map(s=>s.join(`
`).trimEnd()).join(`

`)}
`}var _i={terminal:sn,json:br,markdown:Fr,html:wr,sarif:Gr,junit:vr,csv:Qt,badge:_t,shields:Wt},fc=Object.keys(_i);import{readFileSync as Gi}from"node:fs";var Wi=/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,Ui=/^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;function Ye(e){let t=e.strictObject({requirement:e.string().regex(Ui,"must be the id of a requirement: lower-case words joined by hyphens"),reason:e.string().trim().min(1).max(500),until:e.iso.date("must be a date like 2026-12-31").optional()});return e.strictObject({milestone:e.string().regex(Wi,"must be the id of a milestone: lower-case words joined by hyphens").optional(),rules:e.array(e.string().trim().min(1).max(200)).max(20).optional().describe("Rule files or folders of the repository."),ignore:e.array(e.string().trim().min(1).max(200)).max(200).optional(),waivers:e.array(t).max(100).optional()})}function an(e){return e.toJSONSchema(Ye(e),{io:"input"})}var ln=".milestone.yml",cn=10;async function Qe(e,t){let r=await ct(e);if("mistakes"in r)throw Ze(t,r.mistakes.map(({place:g,problem:w})=>({...g,problem:w})));let{source:n}=r,o=n.data??{},i=await import("./zod-KUQROPFN.js"),s=Ye(i).safeParse(o);if(!s.success){let g=an(i),w=s.error.issues.slice(0,cn).flatMap(R=>mt(R,o,g).map(({path:y,key:Xe,problem:pn})=>({...Xe===void 0?n.place(y):n.placeOfKey(y,Xe),problem:pn})));throw Ze(t,w)}let{milestone:a=null,ignore:l=[],rules:m=[],waivers:d=[]}=s.data,p=d.map(({requirement:g,reason:w,until:R=null},y)=>({requirement:g,reason:w,until:R,line:n.place(["waivers",y]).line})),u=p.filter((g,w)=>p.slice(0,w).some(({requirement:R})=>R===g.requirement));if(u.length>0)throw Ze(t,u.map(({requirement:g,line:w})=>({line:w,column:1,problem:`'${g}' is waived already`})));return{path:t,milestone:a,ignore:l,rules:m,waivers:p}}function Ze(e,t){let r=[...t].sort((n,o)=>n.line-o.line||n.column-o.column);return tt(r.slice(0,cn).map(({line:n,column:o,problem:i})=>`${e}:${n}:${o}: ${i}`))}async function mn(e,t,r){if(t.length===0)return e;let{default:n}=await import("./ignore-ZH42EVV2.js"),{test:o,refused:i}=lt(t,n),s=new Set(e.entries.map(({path:u})=>u).filter(u=>Hi(u,o))),a=e.entries.filter(({path:u})=>!s.has(u)),l=s.size,m=l===1?"1 file is":`${at(l)} files are`,d=u=>({path:r,line:null,text:u}),p=[d(l===0?"no file fits a pattern of its ignore list":`${m} left out, as its ignore list asks`),...i===0?[]:[d(`patterns of its ignore list with too many stars were not used: ${i}`)]];return{...e,entries:a,get notes(){return[...p,...e.notes.filter(({path:u})=>u===null||!s.has(u))]},read:async u=>s.has(u)?{unreadable:"not a file of the repository"}:e.read(u)}}function Hi(e,t){let r=e.split("/").reduce((n,o)=>o.length>n.length?o:n,"");return t(e,r).ignored}var Bi=50;async function Lc(e,t){if(t===!1)return{repository:e,config:null,ruleFiles:[]};let r=typeof t=="string"?await Ki(t):await Ji(e);if(r===null)return{repository:e,config:r,ruleFiles:[]};let n=await Vi(e,r);return{repository:await mn(e,r.ignore,r.path),config:r,ruleFiles:n}}async function Vi(e,{rules:t,path:r}){let n=[];for(let o of t){let i=o.replace(/^\.\//,"").replace(/\/+$/,""),s=e.entries.map(a=>a.path).filter(a=>a===i||dt(a)&&a.startsWith(`${i}/`));if(s.length===0)throw dn(r,`rules: there is no rule file at ${h(o)}`);for(let a of s.slice(0,Bi)){let l=await e.read(a);if("unreadable"in l)throw dn(r,`rules: ${h(a)} cannot be read: ${l.unreadable}`);n.push({path:a,text:l.text})}}return n}function dn(e,t){return new X({code:"bad-config",message:`${e}: ${t}`,hint:"Give the path of a rule file or of a folder with rule files, relative to the root of the project.",exitCode:2})}async function Ji(e,t=ln){if(!e.entries.some(n=>n.path===t))return null;let r=await e.read(t);if("text"in r)return Qe(r.text,t);throw new X({code:"bad-config",message:`${t} cannot be read: ${r.unreadable}`,hint:"Make it a YAML file of its own, no link.",exitCode:2})}async function Ki(e){let t;try{t=Gi(e,"utf8")}catch{throw nt("--config",h(e),"a file that exists and that you may read")}return Qe(t,e)}import{readFileSync as Yi}from"node:fs";import{readFile as Se}from"node:fs/promises";function jc(e){let t=!import.meta.url.endsWith(".ts"),r=(n,o)=>new URL(t?n:`../node_modules/${o}/${n}`,e);return{version:Zi(e),rules:async(n=[],o=[])=>{let i=await(t?Qi(e):Xi(e));if(n.length===0&&o.length===0)return i;let{customRules:s}=await import("./rule-files-IGBYI3FR.js");return s(n,o,i)},examples:async()=>t?JSON.parse(await Se(new URL("examples.json",e),"utf8")):(await import("./rule-files-IGBYI3FR.js")).sourceExamples(new URL("../tests/rules/",e)),schema:new URL("../rules/schema.json",e),grammars:{python:async()=>{let[n,o]=await Promise.all([Se(r("web-tree-sitter.wasm","web-tree-sitter")),Se(r("tree-sitter-python.wasm","tree-sitter-python"))]);return{runtime:n,grammar:o}}}}}function Zi(e){let t=JSON.parse(Yi(new URL("../package.json",e),"utf8"));return typeof t=="object"&&t!==null&&"version"in t?String(t.version):"unknown"}async function Qi(e){return JSON.parse(await Se(new URL("rules.json",e),"utf8"))}async function Xi(e){let t=new URL("commands/rule-files.ts",e).href,{sourceRules:r}=await import(t);return r(new URL("../rules/",e))}export{$t as a,xt as b,Oe as c,Nt as d,Nn as e,gs as f,Os as g,Pn as h,jn as i,Es as j,js as k,Is as l,Gs as m,c as n,he as o,io as p,we as q,D as r,oa as s,ia as t,Z as u,dr as v,hr as w,$o as x,Za as y,k as z,f as A,li as B,Cl as C,Kr as D,P as E,L as F,_i as G,fc as H,ln as I,mn as J,Lc as K,Ji as L,jc as M};
