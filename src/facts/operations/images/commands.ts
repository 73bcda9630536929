/** What the words of a command start: a table of servers, screens and workers. One more is one more line. */
import { baseName } from '../../../reading/text-file.ts';

/**
 * 'api' answers requests; 'screen' is a Python program that draws its page itself; 'rendered' a JavaScript framework that
 * renders on the server; 'static' serves files; 'code' and 'script' are for their file or package to say.
 */
export type Starts =
  | 'api'
  | 'screen'
  | 'rendered'
  | 'static'
  | 'worker'
  | 'code'
  | 'script'
  | 'binary'
  | 'tool';

export interface Command {
  readonly starts: Starts;
  /** From the known word on: ['uvicorn', 'app.main:app', '--port', '80']. */
  readonly words: readonly string[];
}

/** The first word of a command without its folder, then what follows it. The first row that fits decides. */
const STARTERS: readonly (readonly [RegExp, Starts])[] = [
  [/^(?:uvicorn|hypercorn|gunicorn|daphne|granian|waitress-serve|uwsgi|functions-framework)\b/, 'api'],
  [
    /^(?:fastapi|litestar|sanic|flask|quart|robyn|bentoml|langgraph|mlflow|ray)\s.*\b(?:run|dev|serve|up|models)\b/,
    'api',
  ],
  [/^(?:sanic|litestar|awslambdaric|strapi|json-server|medusa)\b/, 'api'],
  [/^manage\.py\s+(?:runserver|runserver_plus)\b|^django-admin\s+runserver\b/, 'api'],
  [/^nest\s+start\b/, 'api'],
  [/^(?:streamlit|chainlit|solara|shiny|marimo|reflex|gradio)\s+(?:\S+\s+)?(?:run|\S+\.py)\b/, 'screen'],
  [/^(?:panel|bokeh)\s+serve\b|^voila\b|^mesop\b/, 'screen'],
  [
    /^(?:celery|rq|rqworker|arq|dramatiq|huey_consumer(?:\.py)?|taskiq|faust|prefect|airflow|dagster)\b/,
    'worker',
  ],
  [/^(?:next|nuxt|nuxi|remix-serve|react-router-serve)\s+(?:start|dev|preview)\b/, 'rendered'],
  [/^(?:remix-serve|react-router-serve)\b/, 'rendered'],
  [
    /^(?:vite|ng|react-scripts|vue-cli-service|astro|gatsby|parcel|webpack|craco|expo)\s+(?:\S+\s+)*?(?:preview|serve|start|dev|develop)\b/,
    'static',
  ],
  [/^(?:vite|parcel|ng)(?:\s+-\S+(?:\s+[^-\s]\S*)?)*$/, 'static'],
  [/^(?:serve|http-server|static-web-server|sws|sirv|live-server|webpack-dev-server)\b/, 'static'],
  [/^(?:nginx|caddy|httpd|httpd-foreground|apache2ctl|apache2-foreground|lighttpd)\b/, 'static'],
  [/^python[\d.]*\s+-m\s+http\.server\b/, 'static'],
  [/^python[\d.]*\s+\S*manage\.py\s+(?:runserver|runserver_plus)\b/, 'api'],
  [/^python[\d.]*\s+\S*manage\.py\b/, 'tool'],
  [/^(?:python[\d.]*|pypy\d?)\b/, 'code'],
  [/^(?:node|tsx|ts-node|ts-node-dev|ts-node-esm|nodemon|deno|pm2-runtime|pm2)\b/, 'code'],
  [/^bun\s+(?:run\s+)?\S+\.[cm]?[jt]sx?\b/, 'code'],
  [/^(?:npm|pnpm|yarn|bun)\b/, 'script'],
  [/^java\b.*\s-jar\b|^dotnet\s+\S+\.dll\b/, 'binary'],
];
/** First words that the table knows: everything before them is a wrapper (`tini --`, `poetry run`, `ddtrace-run`). */
const KNOWN =
  /^(?:uvicorn|hypercorn|gunicorn|daphne|granian|waitress-serve|uwsgi|functions-framework|fastapi|litestar|sanic|flask|quart|robyn|bentoml|langgraph|mlflow|awslambdaric|strapi|json-server|manage\.py|django-admin|nest|streamlit|chainlit|solara|shiny|marimo|reflex|gradio|panel|bokeh|voila|mesop|celery|rq|rqworker|arq|dramatiq|huey_consumer(?:\.py)?|taskiq|faust|prefect|airflow|dagster|next|nuxt|nuxi|remix-serve|react-router-serve|vite|ng|react-scripts|vue-cli-service|astro|gatsby|parcel|webpack|craco|expo|serve|http-server|static-web-server|sws|sirv|live-server|webpack-dev-server|nginx|caddy|httpd|httpd-foreground|apache2ctl|apache2-foreground|lighttpd|python[\d.]*|pypy\d?|node|tsx|ts-node|ts-node-dev|ts-node-esm|nodemon|deno|pm2-runtime|pm2|bun|npm|pnpm|yarn|java|dotnet)$/;
/** Commands that prepare: what follows them in a script starts the program. */
const PREPARES =
  /^(?:echo|cp|mv|rm|mkdir|chmod|chown|touch|ln|set|export|cd|sleep|wait|exit|if|then|fi|else|elif|for|do|done|while|until|case|esac|envsubst|sed|curl|wget|nc|pg_isready|alembic|prisma|flyway|pip3?|apt-get|apk|psql|printf|test|\[|return|local|trap|source|\.)$/;
/** Known words that others have as their subcommand (`ollama serve`, `vllm serve`), and what may stand before the tool. */
const SUBCOMMAND = /^serve$/;
const RUNNER = /^(?:npx|bunx|pnpx|pnpm|yarn|bun|run|exec|dlx|x|--|-[gsvy]|--yes|tini|dumb-init)$/;
const OPERATORS = new Set(['&&', '||', ';', '&', '|']);
const MAX_LINE = 600;

/** The commands that words start, one after the other; what only prepares is left out. */
export function commandsIn(words: readonly string[]): readonly Command[] {
  return split(words).flatMap((part) => commandOf(part) ?? []);
}

function split(words: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const word of words.slice(0, 300)) {
    if (OPERATORS.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

function commandOf(words: readonly string[]): Command | null {
  const first = baseName(words[0] ?? '');
  if (PREPARES.test(first)) return null;
  let from = words.findIndex(
    (word, index) =>
      KNOWN.test(baseName(word)) &&
      !(index > 0 && SUBCOMMAND.test(word) && !RUNNER.test(baseName(words[index - 1] ?? ''))),
  );
  if (from < 0) return /^\.{0,2}\/[\w./-]+$/.test(words[0] ?? '') ? { starts: 'binary', words } : null;
  // `python -m uvicorn app:app` is uvicorn; `npm exec serve`, `npx serve` are serve; `uv run python x.py` is python.
  for (let hops = 0; hops < 3; hops += 1) {
    const next =
      words[from + 1] === '-m' ? from + 2 : /^(?:exec|dlx|x)$/.test(words[from + 1] ?? '') ? from + 2 : -1;
    if (next < 0 || !KNOWN.test(baseName(words[next] ?? ''))) break;
    from = next;
  }
  const own = [baseName(words[from] ?? ''), ...words.slice(from + 1)];
  const line = own.join(' ').slice(0, MAX_LINE);
  const starts = STARTERS.find(([pattern]) => pattern.test(line))?.[1];
  return starts === undefined || starts === 'tool' ? null : { starts, words: own };
}

/** The module that a server is told to run: 'app.main' of `uvicorn app.main:app`, 'config.wsgi'. */
export function moduleIn(words: readonly string[]): string | null {
  for (const word of words.slice(1)) {
    const named = /^([A-Za-z_][\w.]*):[A-Za-z_][\w.]*(?:\(.*\))?$/.exec(word)?.[1];
    if (named !== undefined) return named;
    if (/^[A-Za-z_][\w.]*\.(?:wsgi|asgi)$/.test(word)) return word;
  }
  return null;
}

/** What of that module it runs: 'app' of `uvicorn app.main:app`, 'create_app' of `gunicorn "web:create_app()"`. */
export function objectIn(words: readonly string[]): string | null {
  return (
    words
      .slice(1)
      .flatMap((word) => /^[A-Za-z_][\w.]*:([A-Za-z_]\w*)(?:\(.*\))?$/.exec(word)?.[1] ?? [])[0] ?? null
  );
}

/** The file that a command names, as written: 'app/streamlit_app.py', 'dist/index.js'. */
export function fileIn(words: readonly string[]): string | null {
  return words.slice(1).find((word) => /^[^-$][^$]*\.(?:py|[cm]?[jt]sx?)$/.test(word)) ?? null;
}
