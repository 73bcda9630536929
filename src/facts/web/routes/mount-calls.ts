/** One call that puts a router into another, or something before all routes of a router. */
import type { Value } from '../../../program/file.ts';
import { type Placed, type Round, roundArgument, roundsOf } from '../../../program/flow/rounds.ts';
import { textOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { guardsOf } from './guards.ts';
import type { Holder, Holders } from './holders.ts';
import type { Guard } from './routes.ts';

export interface MountCall {
  /** Keyword arguments or options that carry the prefix. */
  readonly prefix?: readonly string[];
  /** Keyword argument or option that carries guards. */
  readonly guards?: string;
  /** The prefix replaces the child's own. */
  readonly replaces?: true;
}

/** Methods that put one router into another; a leading text argument is a prefix too. */
const MOUNTS: Readonly<Record<string, MountCall>> = {
  include_router: { prefix: ['prefix'], guards: 'dependencies' },
  register_blueprint: { prefix: ['url_prefix'], replaces: true },
  register_api: { prefix: ['url_prefix'], replaces: true },
  blueprint: { prefix: ['url_prefix'], replaces: true },
  add_router: { prefix: ['prefix'], guards: 'auth' },
  add_namespace: { prefix: ['path'], replaces: true },
  add_routes: {},
  add_subapp: {},
  mount: { prefix: ['path'] },
  use: {},
  route: {},
  register: { prefix: ['prefix'] },
  group: {},
};
const ROUTER_KEYWORDS = ['router', 'app', 'blueprint'];

/** What one round of such a call does. */
export interface Mounting {
  readonly children: readonly Holder[];
  readonly prefix: string;
  readonly replaces: boolean;
  readonly guards: readonly Guard[];
  /** What is neither a router nor a path: middleware. */
  readonly rest: readonly Placed[];
}

export function mountRule(method: string): MountCall | undefined {
  return Object.hasOwn(MOUNTS, method) ? MOUNTS[method] : undefined;
}

export function mountingsOf(
  program: Program,
  holders: Holders,
  call: CallRef,
  parents: readonly Holder[],
  rule: MountCall,
): readonly Mounting[] {
  return roundsOf(program, holders.lookup, call).map((round) =>
    mountingOf(program, holders, round, parents, rule),
  );
}

function mountingOf(
  program: Program,
  holders: Holders,
  round: Round,
  parents: readonly Holder[],
  rule: MountCall,
): Mounting {
  const paths: string[] = [];
  const children: Holder[] = [];
  const rest: Placed[] = [];
  const positional = round.arguments.filter((item) => item.name === null);
  const named = round.arguments.filter((item) => ROUTER_KEYWORDS.includes(item.name ?? ''));
  for (const placed of [...positional, ...named]) {
    const text = pathIn(program, placed);
    const found = text === null ? holders.mounted(placed.value, placed.site) : [];
    if (found.length > 0) children.push(...found.filter((child) => !parents.includes(child)));
    else if (text !== null) paths.push(text);
    else if (placed.value.kind === 'template' && rest.length === 0) paths.push('{}');
    else if (placed.value.kind !== 'dict') rest.push(placed);
  }
  const [first] = rest;
  if (
    paths.length === 0 &&
    children.length > 0 &&
    positional.length > 1 &&
    first &&
    first === positional[0]
  ) {
    // A prefix that is a name nobody knows the text of.
    const { kind } = program.resolve(first.value, first.site);
    if (kind === 'unknown' || kind === 'value') {
      paths.push('{}');
      rest.shift();
    }
  }
  const option = rule.prefix ? roundArgument(round, ...rule.prefix) : null;
  const before = rule.guards ? roundArgument(round, rule.guards) : null;
  return {
    children,
    prefix: option ? textOf(program, option.value, option.site) : (paths[0] ?? ''),
    replaces: rule.replaces === true && option !== null,
    guards: [...rest, ...(before ? [before] : [])].flatMap(({ value, site }) =>
      guardsOf(program, value, site, 'router'),
    ),
    rest,
  };
}

/** The text of a path, the first of several; null where a value is none. */
function pathIn(program: Program, { value, site }: Placed): string | null {
  if (value.kind === 'dict') return null;
  const texts = textsOf(value).map((item) => program.constant(item, site));
  return texts.length > 0 && texts.every((text) => typeof text === 'string') ? String(texts[0]) : null;
}

function textsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [value];
}
