/** Addresses in the README and the manifests that could be the running program, and what the others are. */
import { linesOf, type TextFile } from '../../reading/text-file.ts';
import type { Document } from './document.ts';
import {
  API_HOSTS,
  APP_HOSTS,
  DOCUMENTATION_HOSTS,
  LOCAL_HOSTS,
  PACKAGE_HOSTS,
  PLACEHOLDER_HOSTS,
  REPOSITORY_HOSTS,
  SERVICES_OF_OTHERS,
  SHARED_HOST,
  SITE_PREFIXES,
  UNSTABLE_HOSTS,
} from './hosts.ts';
import { nameIn, packageAt } from './packages.ts';
import { isBadge } from './pictures.ts';
import { mentions, normalise, wordList } from './vocabulary.ts';

export interface PublicUrl {
  readonly url: string;
  readonly kind:
    | 'app'
    | 'repository'
    | 'package'
    /** The page of the project's own package, from which anybody can install it. */
    | 'own-package'
    | 'docs-of-others'
    | 'local'
    | 'placeholder'
    | 'badge'
    | 'media'
    | 'reference'
    | 'unstable';
  readonly path: string;
  readonly line: number;
  /** Inside a comment, or in a code block where no command calls it: weak evidence. */
  readonly inCode: boolean;
}

const MAX_URLS = 300;
const MAX_LINES = 5_000;
/** A line of a code block that stands for itself: the bare address, or a command that calls it. */
const CALLS_IT =
  /^\s{0,20}(?:https?:\/\/\S{1,400}\s*$|(?:[$>]\s{1,4})?(?:curl|wget|http|https|open|xdg-open|start)\s)/i;
/** Brackets end it: in `[![…](badge)](https://…)` two stand next to each other. */
const ADDRESS = /https?:\/\/[^\s<>"'`|\\^()[\]]{1,400}/gi;
const MEDIA = /\.(?:png|jpe?g|gif|svg|webp|mp4|mov|webm|pdf|csv|zip)(?:$|[?#])/i;

/** Words that call an address the running program, wherever they stand next to it. */
const LIVE = wordList(`
    live, live demo, demo, check it out, see it in action, deployed, deployment url, production, prod, hosted, try it, try the, online,
    running at, runs at, runs on, available at, reachable at, served at, answers at, lives at, app link, app url, live url, public url, api url, base url, server url,
    service url, my url, our url, visit the app, visit app, launch, en vivo, desplegado, desplegada, produccion, ao vivo,
    lauft unter, lauft auf, erreichbar unter, zu finden unter, verfugbar unter, producao, publicado, hospedado, acesse, en ligne, deploye, 서비스, 배포, 바로가기, 데모, 在线, 线上, 演示, 部署地址, 访问,
    本番, デモ, aplikasi, in funzione su, attivo su, online su, disponibile su, disponibile all'indirizzo, raggiungibile a, raggiungibile su,
    disponible en, funcionando en, accesible en, disponivel em, rodando em, no ar em, disponible sur, accessible sur, accessible a, tourne sur,
    draait op, te vinden op, dziala pod
  `);
/** Words that call it so only when they are the whole label: "API: https://…". */
const LABELS = wordList(`
    =api, =app, =frontend, =front end, =backend, =back end, =web, =web app, =website, =site, =url, =ui,
    =swagger, =swagger ui, =docs, =api docs, =server, =link, =application, =dashboard, =service,
    =interface, =aplicacao, =aplicacion, =sitio, =client, =streamlit app, =app streamlit
  `);
const LIVE_HEADINGS = wordList(
  `live, live demo, live url, live app, demo, try it, 데모, 서비스, 在线演示, 演示, demonstracao`,
);
const DEPLOYMENT_HEADINGS = wordList(
  `deploy*, production, hosting, 배포, 部署, produccion, producao, despliegue, deploiement`,
);
/** Words that make it a place of the author or of a tool. */
const NOT_APP = wordList(`
    portfolio, personal, linkedin, author, twitter, blog, medium, profile, documentation, api key,
    api keys, key, keys, token, account, sign up, signup, register, dataset, download, tutorial,
    inspired, article, course, install, docs of, reference, referencia, template, credits, webhook,
    dashboard of, get your, create a, watch, built with, powered by
  `);

/** Said after an address that nobody is served at yet. */
const STANDS_IN =
  /\b(?:replace|update|change|substitute)\b.{0,40}\b(?:your|actual|real|after|once|when)\b|\bplaceholder\b|\b(?:coming soon|not (?:yet )?(?:live|deployed))\b/i;

/** Addresses of the README, in order, then those of the manifests. */
export function urlsOf(
  readme: Document | null,
  text: string,
  manifests: readonly TextFile[],
): readonly PublicUrl[] {
  const found = new Map<string, PublicUrl>();
  const own = new Set(manifests.flatMap(({ text: manifest }) => nameIn(manifest) ?? []));
  const put = (url: PublicUrl): void => {
    const key = `${url.path}:${url.line}:${url.url}`;
    const packaged = url.kind === 'package' && own.has(packageAt(url.url) ?? '');
    if (found.size < MAX_URLS && !found.has(key))
      found.set(key, packaged ? { ...url, kind: 'own-package' } : url);
  };
  if (readme !== null) readmeUrls(readme, linesOf(text).slice(0, MAX_LINES), put);
  for (const manifest of manifests) homepage(manifest, put);
  return [...found.values()];
}

function readmeUrls(readme: Document, lines: readonly string[], put: (url: PublicUrl) => void): void {
  const blocks = codeLines(readme);
  const hidden = hiddenLines(readme, blocks);
  const sections = new Map(readme.sections.map((section) => [section.line, section]));
  const links = new Map<number, Document['links'][number][]>();
  for (const link of readme.links) links.set(link.line, [...(links.get(link.line) ?? []), link].slice(-20));
  let section = readme.sections[0];
  lines.forEach((line, index) => {
    const number = index + 1;
    section = sections.get(number) ?? section;
    const place = {
      path: readme.path,
      line: number,
      inCode: hidden.has(number) && !(blocks.has(number) && CALLS_IT.test(line)),
    };
    const around = {
      heading: section?.heading ?? '',
      contact: section?.purposes.includes('contact') ?? false,
    };
    for (const match of line.slice(0, 2_000).matchAll(ADDRESS)) {
      const url = trimmed(match[0]);
      const link = links.get(number)?.find((one) => same(one.url, url));
      const before = line.slice(Math.max(0, match.index - 120), match.index);
      const after = line.slice(match.index + match[0].length, match.index + match[0].length + 160);
      const pictured = link !== undefined && (link.badge || link.image);
      const label = pictured ? link.text : labelOf(before, link?.text ?? '', url);
      const kind = kindOf(url, { label, ...around });
      put({ url, kind: kind === 'app' && STANDS_IN.test(after) ? 'placeholder' : kind, ...place });
    }
    // Links whose address stands elsewhere: reference style, or broken over lines.
    for (const link of links.get(number) ?? []) {
      if (!/^https?:\/\//i.test(link.url) || line.includes(link.url.slice(0, 40))) continue;
      put({ url: link.url, kind: kindOf(link.url, { label: link.text, ...around }), ...place });
    }
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase().replace(/\/$/, '') === other.toLowerCase().replace(/\/$/, '');
}

interface Context {
  readonly label: string;
  readonly heading: string;
  readonly contact: boolean;
}

/** What an address is, by its host and, where that is nobody's in particular, by what is said about it. */
function kindOf(url: string, context: Context): PublicUrl['kind'] {
  const parts = /^https?:\/\/(?:[^/@?#]*@)?(\[[^\]]*\]|[^/:?#]*)(:\d{1,5})?([^?#]*)/i.exec(url);
  const host = (parts?.[1] ?? '').toLowerCase();
  const path = parts?.[3] ?? '';
  if (isBadge(url)) return 'badge';
  if (host === '' || host.startsWith('#') || PLACEHOLDER_HOSTS.test(host)) return 'placeholder';
  if (LOCAL_HOSTS.test(host)) return 'local';
  if (MEDIA.test(path)) return 'media';
  if (SERVICES_OF_OTHERS.test(host)) return 'reference';
  if (UNSTABLE_HOSTS.test(host)) return 'unstable';
  if (REPOSITORY_HOSTS.test(host)) return 'repository';
  if (PACKAGE_HOSTS.test(host)) return 'package';
  const words = normalise(context.label);
  const live = mentions(words, LIVE) !== null;
  const heading = normalise(context.heading);
  const others = context.contact || mentions(words, NOT_APP) !== null;
  if (/^huggingface\.co$/.test(host))
    return /^\/spaces\/[^/]+\/[^/]+/.test(path) && !others ? 'app' : 'reference';
  const shared = SHARED_HOST.test(host) && path.length > 1;
  if (shared || APP_HOSTS.some((pattern) => pattern.test(host))) return others && !live ? 'reference' : 'app';
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return 'app';
  if (/\.github\.io$/.test(host)) return live && !others ? 'app' : 'docs-of-others';
  if (DOCUMENTATION_HOSTS.test(host)) return 'docs-of-others';
  if (SITE_PREFIXES.test(host) && !live) return 'docs-of-others';
  if (API_HOSTS.test(host)) return 'reference';
  if (others) return 'reference';
  if (live || mentions(words, LABELS) !== null || mentions(heading, LIVE_HEADINGS) !== null) return 'app';
  // Under "Deployment" stand the platform's own addresses too; a bare one is the result.
  return words.trim() === '' && mentions(heading, DEPLOYMENT_HEADINGS) !== null ? 'app' : 'reference';
}

/** What an address is where its place calls it the program's: the homepage of a repository, a deployment. */
export function kindOfAddress(url: string): PublicUrl['kind'] {
  return kindOf(url, { label: 'live', heading: '', contact: false });
}

/** The link's own text, else the words on the line before the address. */
function labelOf(before: string, text: string, url: string): string {
  const spoken = text !== '' && !/^https?:\/\//i.test(text) && text !== url ? text : '';
  const plain = before
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[[(<*_`>#|]+/g, ' ')
    .trim();
  if (spoken === '') return plain;
  // "[here](…)", "[link](…)": the sentence says more.
  return /^(?:here|link|this|click here|aquí|aqui|여기|点击|open)$/i.test(spoken)
    ? `${plain} ${spoken}`
    : `${lastLabel(plain)} ${spoken}`;
}

function lastLabel(plain: string): string {
  return /([^.:;,|]{1,40}):\s*[^:]{0,60}$/.exec(plain)?.[1] ?? '';
}

function trimmed(url: string): string {
  return url.replace(/[.,;:!?*_~]+$/, '');
}

function codeLines(readme: Document): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const code of readme.codeBlocks)
    for (let line = code.line; line <= code.endLine; line += 1) lines.add(line);
  return lines;
}

function hiddenLines(readme: Document, blocks: ReadonlySet<number>): ReadonlySet<number> {
  const hidden = new Set(blocks);
  for (const comment of readme.comments) {
    const span = linesOf(comment.text).length;
    for (let line = comment.line; line < comment.line + span; line += 1) hidden.add(line);
  }
  return hidden;
}

/** `homepage` of package.json, `Homepage` and the like of pyproject.toml. */
function homepage(file: TextFile, put: (url: PublicUrl) => void): void {
  linesOf(file.text)
    .slice(0, MAX_LINES)
    .forEach((line, index) => {
      const match =
        /(?:^|[{,])\s*"?(homepage|Homepage|Demo|demo|Live|live|url)"?\s*[:=]\s*["'](https?:\/\/[^"'\s]{3,400})["']/.exec(
          line.slice(0, 600),
        );
      if (match === null) return;
      const url = match[2] ?? '';
      // A `url` in package.json is the address of the repository or of the bug tracker.
      if (match[1] === 'url') return;
      put({
        url,
        kind: kindOf(url, { label: 'live', heading: '', contact: false }),
        path: file.path,
        line: index + 1,
        inCode: false,
      });
    });
}
