/** What kind of place a host is. One more platform is one more line. */

/** Hosts whose subdomains (or paths, with a `/`) are programs that somebody deployed. */
export const APP_HOSTS: readonly RegExp[] = [
  /\.onrender\.com$/,
  /\.(?:up\.)?railway\.app$/,
  /\.vercel\.app$|\.now\.sh$/,
  /\.netlify\.app$|\.netlify\.com$/,
  /\.fly\.dev$/,
  /\.herokuapp\.com$/,
  /\.streamlit\.app$|\.streamlitapp\.com$/,
  /\.hf\.space$/,
  /\.gradio\.app$|\.modal\.run$/,
  /\.azurewebsites\.net$|\.azurecontainerapps\.io$|\.azurestaticapps\.net$|\.cloudapp\.azure\.com$|\.azurecontainer\.io$/,
  /\.run\.app$|\.appspot\.com$|\.web\.app$|\.firebaseapp\.com$|\.cloudfunctions\.net$/,
  /\.elasticbeanstalk\.com$|\.awsapprunner\.com$|\.amplifyapp\.com$|\.cloudfront\.net$|\.elb\.amazonaws\.com$|\.execute-api\.[\w-]+\.amazonaws\.com$|\.lambda-url\.[\w-]+\.on\.aws$|\.compute(?:-1)?\.amazonaws\.com$|s3-website[.-][\w-]+\.amazonaws\.com$/,
  /\.pages\.dev$|\.workers\.dev$|\.deno\.dev$|\.surge\.sh$/,
  /\.koyeb\.app$|\.northflank\.app$|\.code\.run$|\.zeabur\.app$|\.sevalla\.app$|\.kinsta\.app$|\.ondigitalocean\.app$|\.back4app\.io$|\.b4a\.run$|\.cyclic\.app$|\.adaptable\.app$|\.leapcell\.(?:app|dev)$|\.nip\.io$|\.sslip\.io$|\.duckdns\.org$/,
  /\.pythonanywhere\.com$|\.repl\.co$|\.replit\.(?:app|dev)$|\.glitch\.me$|\.lovable\.app$|\.ploomber\.app$/,
];

/** The same, by path: its own front page is where they are deployed from. */
export const SHARED_HOST = /^share\.streamlit\.io$/;

/** Tunnels and sandboxes: gone tomorrow. */
export const UNSTABLE_HOSTS =
  /(?:^|\.)(?:ngrok\.io|ngrok-free\.(?:app|dev)|ngrok\.app|ngrok\.dev|loca\.lt|trycloudflare\.com|serveo\.net|gitpod\.io|github\.dev|app\.github\.dev|gradio\.live|webcontainer\.io)$/;

/** Programs of other people that READMEs use as services. */
export const SERVICES_OF_OTHERS =
  /^(?:github-readme-stats|github-readme-streak-stats|readme-typing-svg|capsule-render|github-profile-trophy|shields|choosealicense|streak-stats|api\.star-history|mermaid-live-editor|mermaid-ink)[\w-]*\.(?:vercel\.app|herokuapp\.com|netlify\.app|demolab\.com)$/;

export const LOCAL_HOSTS =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|[\w-]+\.(?:local|localhost|internal|test|lan)|[\w-]+)$/;

export const PLACEHOLDER_HOSTS =
  /(?:^|\.)(?:example\.(?:com|org|net|io|dev)|domain\.(?:com|tld)|site\.com|website\.com|company\.com|test\.com|foo\.bar|acme\.com)$|(?:^|[.-])your(?:[.-]|app|site|domain|project|service|server|name|url)|(?:^|[.-])my-?(?:app|site|domain|project|service|server|host|company)\.|(?:^|[.-])example[.-]|^(?:app-name|project-name|service-name|appname)[\w-]*\.|yourdomain|yourapp|your[-_]|(?:^|[.-])x{3,}(?:[.-]|$)|placeholder|<|>|\{|\}|\$|\[|%7b|%3c|\.\.\.|…|(?:^|[.-])abc123|^#/i;

export const REPOSITORY_HOSTS =
  /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gist\.github\.com|raw\.githubusercontent\.com|dev\.azure\.com)$/;

export const PACKAGE_HOSTS =
  /(?:^|\.)(?:npmjs\.com|pypi\.org|test\.pypi\.org|hub\.docker\.com|ghcr\.io|quay\.io|crates\.io|rubygems\.org|anaconda\.org|conda\.io|pkg\.go\.dev|gcr\.io|pkg\.dev|amazonecr\.com|dkr\.ecr\.[\w-]+\.amazonaws\.com|azurecr\.io)$/;

/** Sites about something, by their first name; a program of one's own may be called so too. */
export const SITE_PREFIXES =
  /^(?:docs?|developers?|dev|learn|wiki|help|support|guides?|api-docs|documentation|reference|blog|console|cloud|platform|dashboard|portal)\./;

/** Documentation sites by their names; single tools that sit on a domain of their own. */
export const DOCUMENTATION_HOSTS =
  /\.(?:readthedocs\.io|readthedocs\.org|github\.io|gitbook\.io|mintlify\.app)$|(?:^|\.)(?:python\.org|fastapi\.tiangolo\.com|tiangolo\.com|nodejs\.org|reactjs\.org|react\.dev|vite\.dev|vitejs\.dev|nextjs\.org|typescriptlang\.org|postgresql\.org|sqlite\.org|redis\.io|mongodb\.com|mysql\.com|docker\.com|kubernetes\.io|mozilla\.org|w3\.org|wikipedia\.org|stackoverflow\.com|medium\.com|dev\.to|freecodecamp\.org|geeksforgeeks\.org|realpython\.com|digitalocean\.com|roadmap\.sh|theodinproject\.com|jwt\.io|swagger\.io|postman\.com|getpostman\.com|sqlalchemy\.org|palletsprojects\.com|djangoproject\.com|django-rest-framework\.org|expressjs\.com|nestjs\.com|fastify\.(?:io|dev)|hono\.dev|vuejs\.org|nuxt\.com|svelte\.dev|astro\.build|angular\.(?:io|dev)|remix\.run|reactrouter\.com|expo\.dev|electronjs\.org|bun\.sh|deno\.(?:com|land)|graphql\.org|trpc\.io|orm\.drizzle\.team|sequelize\.org|typeorm\.io|authjs\.dev|crewai\.com|ag2\.ai|dspy\.ai|haystack\.deepset\.ai|evidentlyai\.com|dvc\.org|pydantic\.dev|typer\.tiangolo\.com|click\.palletsprojects\.com|celeryproject\.org|celeryq\.dev|locust\.io|n8n\.io|ngrok\.com|postgresql\.fr|pgadmin\.org|dbeaver\.io|prisma\.io|mongoosejs\.com|jestjs\.io|pytest\.org|pandas\.pydata\.org|pydata\.org|numpy\.org|scikit-learn\.org|pytorch\.org|tensorflow\.org|streamlit\.io|gradio\.app|chainlit\.io|plotly\.com|dash\.plotly\.com|mlflow\.org|prometheus\.io|grafana\.com|sentry\.io|langchain\.com|langgraph\.dev|llamaindex\.ai|trychroma\.com|qdrant\.tech|pinecone\.io|weaviate\.io|milvus\.io|supabase\.com|supabase\.io|neon\.tech|render\.com|railway\.app|railway\.com|fly\.io|vercel\.com|netlify\.com|heroku\.com|conventionalcommits\.org|semver\.org|keepachangelog\.com|contributor-covenant\.org|choosealicense\.com|opensource\.org|apache\.org|creativecommons\.org|arxiv\.org|kaggle\.com|archive\.ics\.uci\.edu|poetry\.eustace\.io|python-poetry\.org|astral\.sh|nginx\.org|nginx\.com|letsencrypt\.org|terraform\.io|hashicorp\.com|tailwindcss\.com|ui\.shadcn\.com|pages\.cloudflare\.com|cloudflare\.com|microsoft\.com|oracle\.com|ibm\.com|intel\.com|nvidia\.com|apple\.com|code\.visualstudio\.com|jetbrains\.com|git-scm\.com|brew\.sh|chocolatey\.org|nvmrc\.org|yarnpkg\.com|pnpm\.io|eslint\.org|prettier\.io|husky\.dev|mermaid\.live|draw\.io|diagrams\.net|excalidraw\.com|dbdiagram\.io|figma\.com|notion\.site|notion\.so|trello\.com|canva\.com|google\.com|goo\.gl|bit\.ly|forms\.gle|aka\.ms|t\.me|wa\.me|discord\.gg|discord\.com|slack\.com|twitter\.com|x\.com|linkedin\.com|facebook\.com|instagram\.com|youtube\.com|youtu\.be|vimeo\.com|loom\.com|asciinema\.org|reddit\.com|quora\.com|gmail\.com|linktr\.ee|buymeacoffee\.com|ko-fi\.com|patreon\.com|paypal\.me|paypal\.com|wandb\.ai|dagshub\.com|cohere\.(?:com|ai)|openrouter\.ai|amazon\.com|aws\.amazon\.com)$/;

/** Services that a program calls: their addresses stand in configuration. */
export const API_HOSTS =
  /(?:^|\.)(?:openai\.com|anthropic\.com|groq\.com|mistral\.ai|together\.(?:xyz|ai)|deepseek\.com|perplexity\.ai|replicate\.com|ollama\.(?:com|ai)|googleapis\.com|serper\.dev|tavily\.com|stripe\.com|sendgrid\.(?:com|net)|mailtrap\.io|twilio\.com|cloudinary\.com|firebase(?:io)?\.com|auth0\.com|clerk\.com|okta\.com|upstash\.(?:com|io)|smith\.langchain\.com|langfuse\.com|llamacloud\.ai|jina\.ai|voyageai\.com|elevenlabs\.io|assemblyai\.com|n8n\.cloud|zapier\.com|openweathermap\.org|jsonplaceholder\.typicode\.com|schema\.org|json-schema\.org|amazonaws\.com|windows\.net|blob\.core\.windows\.net|search\.windows\.net)$/;
