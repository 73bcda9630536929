/** Routes that are files: Next.js, SvelteKit, Nuxt, Astro. */

import type { CodeFile } from '../../../program/file.ts';
import { MODULE } from '../../../program/file.ts';
import { entryAt } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { type Entry, joinPath, type Reader } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import type { Holders } from './holders.ts';
import type { Guard, Method } from './routes.ts';

interface Style {
  readonly framework: string;
  /** The path of the file; its first group is the route's path. */
  readonly file: RegExp;
  readonly handlers: 'exports' | 'default';
}

/** One line each: extend here. The paths are matched against files of the repository, whose length git limits. */
const STYLES: readonly Style[] = [
  { framework: 'nextjs', file: /(?:^|\/)app\/(?:(.*)\/)?route\.[jt]sx?$/, handlers: 'exports' },
  { framework: 'nextjs', file: /(?:^|\/)pages\/(api\/.+|api)\.[jt]sx?$/, handlers: 'default' },
  { framework: 'sveltekit', file: /(?:^|\/)routes\/(?:(.*)\/)?\+server\.[jt]s$/, handlers: 'exports' },
  { framework: 'nuxt', file: /(?:^|\/)server\/((?:api|routes)\/.+)\.[jt]s$/, handlers: 'default' },
  { framework: 'astro', file: /(?:^|\/)pages\/(.+)\.[jt]s$/, handlers: 'exports' },
];
/** What a project of the framework imports somewhere. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  sveltekit: /^(@sveltejs\/kit|\$lib|\$env|\.\/\$types)/,
  nuxt: /^(h3|nuxt|#imports|nitropack)/,
  astro: /^astro(:|$)/,
};
/** What is configured by a file of its own may import nothing of the framework anywhere. */
const CONFIGURATION: Readonly<Record<string, RegExp>> = { nuxt: /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/ };

/** Files whose exports run before every route of the framework. */
const MIDDLEWARE: readonly {
  readonly framework: string;
  readonly file: RegExp;
  readonly exported: readonly string[];
}[] = [
  {
    framework: 'nextjs',
    file: /^(?:.*\/)?(?:src\/)?(?:middleware|proxy)\.[jt]s$/,
    exported: ['middleware', 'proxy', 'default'],
  },
  { framework: 'sveltekit', file: /(?:^|\/)hooks\.server\.[jt]s$/, exported: ['handle'] },
  { framework: 'nuxt', file: /(?:^|\/)server\/middleware\/.+\.[jt]s$/, exported: ['default'] },
  { framework: 'astro', file: /(?:^|\/)middleware(?:\/index)?\.[jt]s$/, exported: ['onRequest'] },
];

export const readFileRoutes: Reader = (program, holders) => {
  const entries = routesOfFiles(program, holders);
  const before = entries.length > 0 ? middlewareOf(program, holders) : [];
  return entries.map((entry) => ({
    ...entry,
    guards: [
      ...entry.guards,
      ...before.flatMap(({ framework, paths, guards }) =>
        framework === entry.framework && paths.some((path) => path.test(entry.path)) ? guards : [],
      ),
    ],
  }));
};

function middlewareOf(program: Program, holders: Holders) {
  return program.filesOf().flatMap((file) => {
    const style =
      file.language === 'python' ? undefined : MIDDLEWARE.find((item) => item.file.test(file.path));
    return (style?.exported ?? []).flatMap((name) => {
      const item = file.exports.find((one) => one.exported === name);
      if (!style || !item) return [];
      const ref = handlerOf(program, holders, file, name);
      const wrappers = wrappersOf(program, file, name).map((guard) => ({
        ...guard,
        scope: 'application' as const,
      }));
      const own: Guard[] = ref
        ? [{ name: ref.definition.qualifiedName || name, ref, file, line: item.line, scope: 'application' }]
        : [];
      return [
        { framework: style.framework, paths: matchersOf(program, file), guards: [...own, ...wrappers] },
      ];
    });
  });
}

/** `export const config = { matcher: ['/api/:path*'] }`; without one, every path. */
function matchersOf(program: Program, file: CodeFile): readonly RegExp[] {
  const site = { file, definition: MODULE };
  const config = program.resolve({ kind: 'name', name: 'config', line: 1 }, site);
  const matcher = config.kind === 'value' ? entryAt(config.value, 'matcher') : undefined;
  if (!matcher) return [/^/];
  const items = matcher.kind === 'list' ? matcher.items : [matcher];
  return items.flatMap((item) => {
    const text = program.constant(item, site);
    return typeof text === 'string' ? [matcherOf(text)] : [/^/];
  });
}

/** A negative lookahead is a list of exceptions; only what it spells out is left out. */
function matcherOf(text: string): RegExp {
  const except = /\(\?!([\w|/.-]+)\)/.exec(text)?.[1];
  if (except) {
    const left = except.split('|').map((part) => part.replace(/^\//, '').replace(/[.]/g, '\\.'));
    return new RegExp(`^/(?!${left.join('|')})`);
  }
  const start = text.replace(/\/?(?::\w+\*?|\(.*|\*.*)$/, '');
  const exact = start === text;
  return new RegExp(`^${start.replace(/[.+?^${}()|[\]\\]/g, '\\$&')}${exact ? '$' : '(?:/|$)'}`);
}

const routesOfFiles: Reader = (program, holders) => {
  const signs = new Set(
    Object.entries(SIGNS).flatMap(([framework, sign]) =>
      program
        .filesOf()
        .some(
          (file) =>
            file.imports.some((item) => sign.test(item.module)) || CONFIGURATION[framework]?.test(file.path),
        )
        ? [framework]
        : [],
    ),
  );
  return program.filesOf().flatMap((file) => {
    if (file.language === 'python') return [];
    for (const style of STYLES) {
      const hit = style.file.exec(file.path);
      if (!hit || (style.framework !== 'nextjs' && !signs.has(style.framework))) continue;
      const found = routesOf(program, holders, file, style, hit[1] ?? '');
      if (found.length > 0) return found;
    }
    return [];
  });
};

/** Groups in brackets have no part in the path; `index` is the folder itself. */
function pathOf(written: string): string {
  return joinPath(
    ...written
      .split('/')
      .filter((part) => !/^\(.*\)$/.test(part) && !part.startsWith('@') && part !== 'index'),
  );
}

function routesOf(
  program: Program,
  holders: Holders,
  file: CodeFile,
  style: Style,
  written: string,
): readonly Entry[] {
  const suffix = /^(.*)\.(get|post|put|patch|delete)$/.exec(written);
  const path = pathOf(style.framework === 'nuxt' && suffix ? (suffix[1] ?? '') : written);
  const entry = (method: Method, handler: DefinitionRef | null, line: number, exported: string): Entry => ({
    holders: [],
    method,
    path,
    file,
    line,
    definition: MODULE,
    handler,
    framework: style.framework,
    guards: wrappersOf(program, file, exported),
    checks: [],
    mounted: true,
  });
  if (style.handlers === 'default') {
    const item = file.exports.find((one) => one.exported === 'default');
    if (!item) return [];
    const method = suffix ? (VERBS[suffix[2] ?? ''] as Method) : 'ANY';
    return [entry(method, handlerOf(program, holders, file, 'default'), item.line, 'default')];
  }
  return file.exports.flatMap((item) => {
    const method =
      item.exported === item.exported.toUpperCase() ? VERBS[item.exported.toLowerCase()] : undefined;
    if (!method) return [];
    const handler = handlerOf(program, holders, file, item.exported);
    return [
      entry(
        method as Method,
        handler,
        handler?.file === file ? handler.definition.line : item.line,
        item.exported,
      ),
    ];
  });
}

/** The function behind an export, through wrappers: `export const POST = withAuth(async (req) => …)`. */
function handlerOf(program: Program, holders: Holders, file: CodeFile, name: string): DefinitionRef | null {
  for (const origin of holders.lookup.exported(file, name)) {
    if (origin.kind === 'definition') return origin.ref;
    if (origin.kind !== 'value' || origin.value.kind !== 'call') continue;
    const call = origin.site.file.calls[origin.value.call];
    for (const item of call?.arguments ?? []) {
      const target = program.resolve(item.value, origin.site);
      if (target.kind === 'definition' && target.ref.definition.kind !== 'class') return target.ref;
    }
  }
  return null;
}

function wrappersOf(program: Program, file: CodeFile, name: string): Entry['guards'] {
  const item = file.exports.find((one) => one.exported === name);
  const site = { file, definition: MODULE };
  const values = item?.value
    ? [item.value]
    : program.assignmentsTo(item?.local ?? name, site).map((one) => one.assignment.value);
  return values.flatMap((value) => (value?.kind === 'call' ? guardsOf(program, value, site, 'route') : []));
}
