/** Whom a model is told to be: its system prompts, told apart by the texts that reach them. */

import type { Location } from '../../../model.ts';
import type { Value } from '../../../program/file.ts';
import { type Origin, originsOf } from '../../../program/flow/flow.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { argument, siteOf } from '../../../program/link/calls.ts';
import { descendantsOf } from '../../../program/link/subclasses.ts';
import { entryAt, lastSegment } from '../../../program/link/values.ts';
import { definitionsAround } from '../../../program/nesting.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';

/** Arguments that say it. */
const SYSTEM = [
  'system',
  'system_prompt',
  'systemPrompt',
  'system_instruction',
  'systemInstruction',
  'instructions',
];
const ROLES: ReadonlySet<unknown> = new Set(['system', 'developer']);
const SHORTEST = 12;
const MOST = 300;

interface Told extends Location {
  readonly text: string;
  /** The function in which the model is asked so. */
  readonly by: DefinitionRef | null;
}

/** Each text once. What a call writes itself is one role; what it is handed may be several. */
export function rolesTold(facts: Facts): readonly Told[] {
  const { program } = facts;
  const told = new Map<string, Told>();
  for (const { call, purpose } of facts.models) {
    if (purpose !== 'chat' || call.file.notebook || !isAlive(program, siteOf(call))) continue;
    for (const prompt of promptsOf(program, call))
      for (const { value, site } of [...handedTo(program, prompt), ...overridden(program, prompt)]) {
        const text = value.kind === 'literal' ? value.value : null;
        if (typeof text !== 'string' || text.length < SHORTEST || !text.includes(' ')) continue;
        if (isAlive(program, site))
          told.set(text, {
            text,
            path: site.file.path,
            line: value.line,
            by: program.definitionOf(siteOf(call)),
          });
      }
  }
  return [...told.values()];
}

/** Functions that ask a model in whatever role they are handed. */
export function voicesOf(facts: Facts): ReadonlySet<DefinitionRef> {
  const asked = rolesTold(facts).flatMap(({ by }) => by ?? []);
  return new Set(asked.filter((ref, at) => asked.indexOf(ref) !== at));
}

/** `system=…`, `{ role: 'system', content: … }`, `['system', …]`, `SystemMessage(…)`. */
function promptsOf(program: Program, ref: CallRef): readonly Origin[] {
  const site = siteOf(ref);
  const named = SYSTEM.flatMap((name) => argument(ref, name) ?? []).map((value) => ({ value, site }));
  const starts = ref.call.arguments.map(({ value }) => ({ value, site }));
  const messages = originsOf(program, starts, { most: MOST }).flatMap(
    ({ value, site: at }): readonly Origin[] => {
      const said = saidIn(program, value, at);
      return said ? [{ value: said, site: at }] : [];
    },
  );
  return [...named, ...messages];
}

function saidIn(program: Program, value: Value, site: Origin['site']): Value | null {
  if (value.kind === 'dict') {
    const entry = (name: string) => entryAt(value, name) ?? null;
    const role = entry('role');
    if (role) return role.kind === 'literal' && ROLES.has(role.value) ? entry('content') : null;
    return SYSTEM.map(entry).find((one) => one !== null) ?? null;
  }
  if (value.kind === 'list') {
    const [role, content] = value.items;
    return role?.kind === 'literal' && ROLES.has(role.value) ? (content ?? null) : null;
  }
  if (value.kind !== 'call') return null;
  const call = program.callOf(site.file, value.call);
  // `GenerateContentConfig(system_instruction=…)`
  const named = SYSTEM.map((name) => argument(call, name)).find((one) => one !== null);
  if (named) return named;
  if (lastSegment(program.nameOf(call)) !== 'SystemMessage') return null;
  return argument(call, 'content') ?? call.call.arguments[0]?.value ?? null;
}

/** What a prompt is put together of, without what is looked up for it. */
function handedTo(program: Program, { value, site }: Origin): readonly Origin[] {
  const skip = (one: Origin): boolean => one.value.kind === 'call' && one.value !== value;
  return originsOf(program, [{ value, site }], { most: MOST, byKey: true, skip });
}

/** `self.role` of a class whose subclasses each say their own. */
function overridden(program: Program, { value, site }: Origin): readonly Origin[] {
  const [self, name, ...deeper] = value.kind === 'name' ? value.name.split('.') : [];
  if (name === undefined || deeper.length > 0 || (self !== 'self' && self !== 'this')) return [];
  const owner = ownerOf(program, site);
  if (!owner) return [];
  return descendantsOf(program, owner).flatMap(({ file, id, definition }) =>
    definition.fields.flatMap((field) =>
      field.name === name && field.value ? [{ value: field.value, site: { file, definition: id } }] : [],
    ),
  );
}

/** The class that a place stands in. */
function ownerOf(program: Program, { file, definition }: Origin['site']): DefinitionRef | null {
  const id = definitionsAround(file, definition).find((one) => file.definitions[one]?.kind === 'class');
  return id === undefined ? null : program.definitionOf({ file, definition: id });
}
