/** What a drawing of boxes or arrows is about. */
import { ARROW, DOWN, VERTICAL } from './arrows.ts';
import type { DiagramSubject, Purpose } from './document.ts';
import { mentions, normalise, wordList } from './vocabulary.ts';

const BOX_EDGE = /[┌╔╭┏└╚╰┗][─━═┬┴ \p{L}\p{N}]{3,}[┐╗╮┓┘╝╯┛]|\+-{3,}(?=\+)/gu;
const WALL_TO_WALL =
  /[|│║┤├] ?(?:[-─=]{2,40}[>►▶]|[<◄◀][-─=]{2,40}|[-─=]{0,40}[→←↔⟶►▶◄◀][-─=]{0,40}) ?[|│║┤├]/;
/** What tables of a database hold. */
const COLUMN_WORDS = wordList(`pk, fk, primary key, foreign key, varchar`);
const DATA_WORDS = wordList(`erd, schema, tables, entity*`);
/** A drawing of whatever it is of: schéma de fonctionnement, schema di flusso. */
const SCHEME_OF = / schema (?:de|d|du|des|di|della|del|general) /;
const DATABASES = wordList(
  `base, bases, bdd, db, database, donnees, dati, datos, tables, tablas, entity*, entites`,
);
const NOT_SYSTEM = wordList(
  `git, branch*, commit*, ui, interface, wireframe*, mockup*, screen*, layout, menu`,
);
/** Parts that programs are made of. */
const PARTS = wordList(`
  client, user, browser, frontend, ui, web, react, streamlit, gradio, cli, terminal, api, backend, server, fastapi, flask, django,
  express, router, routes, controller*, service, services, repository, repositories, model, models, manager, handler*,
  database, db, postgres*, mysql, sqlite, mongo*, redis, storage, json, file, files, s 3, bucket, queue, worker*, celery, kafka, rabbit*,
  nginx, gateway, lambda, load balancer, docker, kubernetes, llm, openai, gpt, gemini, claude, ollama, agent*, chain, retriever,
  retrieval, embedding*, vector*, chroma*, pinecone, qdrant, faiss, weaviate, chunk*, ingest*, pipeline, prediction, training,
  mlflow, prometheus, grafana, cache, auth*, middleware, scheduler, parser, pandas, etl
`);
const SHOWS_OUTPUT: ReadonlySet<Purpose> = new Set(['usage', 'setup', 'testing', 'demo', 'prerequisites']);

/** By the heading, by what the document is for, and by the parts that are named. */
export function subjectOf(
  lines: readonly string[],
  purposes: readonly Purpose[],
  heading: string,
): DiagramSubject {
  const words = normalise(heading);
  const drawn = SCHEME_OF.test(words) && mentions(words, DATABASES) === null;
  if (!drawn && (purposes.includes('data-model') || mentions(words, DATA_WORDS) !== null))
    return 'data-model';
  if (mentions(words, NOT_SYSTEM) !== null) return 'other';
  if (purposes.includes('architecture')) return 'architecture';
  // Elsewhere a frame may be a screen, and a chain of arrows clicks or the output of a program: parts must be named.
  const named = normalise(lines.join(' '));
  if (joinsBoxes(lines) && mentions(named, COLUMN_WORDS) === null) return 'architecture';
  const parts = PARTS.filter((part) => mentions(named, [part]) !== null).length;
  const shown = purposes.some((purpose) => SHOWS_OUTPUT.has(purpose));
  const connected = lines.some((line) => ARROW.test(line) || VERTICAL.test(line));
  return connected && parts >= (shown ? 3 : 2) ? 'architecture' : 'other';
}

/** Two boxes or more, and an arrow from the wall of one to the wall of another. */
function joinsBoxes(lines: readonly string[]): boolean {
  const edges = lines.reduce((sum, line) => sum + (line.match(BOX_EDGE)?.length ?? 0), 0);
  const down = lines.some((line) => DOWN.test(line) && VERTICAL.test(line));
  return edges >= 4 && (down || lines.some((line) => WALL_TO_WALL.test(line)));
}
