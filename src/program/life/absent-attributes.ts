/** What is asked of an own class, or of its objects, that it does not have: whatever runs it fails there. Python only. */
import { entryOfWeak } from '../../reading/collections.ts';
import type { CodeFile, DefinitionId, Value } from '../file.ts';
import { lacks, refusesUnknown } from '../link/attributes.ts';
import { calleeParts } from '../link/calls.ts';
import { askedBy, keptBy } from '../link/records.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../program.ts';
import { namedFields } from './named-fields.ts';
import { sitesIn, writtenIn } from './region.ts';

export interface AbsentAttribute {
  readonly path: string;
  readonly line: number;
  /** Where it is asked for. */
  readonly definition: DefinitionId;
  /** The name of the class. */
  readonly owner: string;
  /** 'uses User.password, which User does not have'. */
  readonly what: string;
}

const known = new WeakMap<CodeFile, readonly AbsentAttribute[]>();

/** Each name of a class once for each function. */
export function absentAttributes(program: Program, file: CodeFile): readonly AbsentAttribute[] {
  return entryOfWeak(known, file, () => {
    const isRead = file.language === 'python' && !file.notebook && file.errors.length === 0;
    return isRead && program.role(file) === 'application' ? readAll(program, file) : [];
  });
}

interface Asked {
  readonly owner: DefinitionRef;
  readonly name: string;
  readonly line: number;
}

function readAll(program: Program, file: CodeFile): readonly AbsentAttribute[] {
  const found = new Map<string, AbsentAttribute>();
  const see = ({ owner, name, line }: Asked, definition: DefinitionId): void => {
    const { name: of } = owner.definition;
    const key = `${definition} ${of} ${name}`;
    const what = `uses ${of}.${name}, which ${of} does not have`;
    if (!found.has(key)) found.set(key, { path: file.path, line, definition, owner: of, what });
  };
  for (const site of sitesIn(file)) {
    for (const { value } of writtenIn(site)) {
      const isPart = value.kind === 'member' || (value.kind === 'name' && value.name.includes('.'));
      const absent = isPart ? readOff(program, value, site) : null;
      if (absent) see(absent, site.definition);
    }
    for (const absent of namedFields(program, site)) see(absent, site.definition);
  }
  for (const [id, { definition }] of file.calls.entries())
    for (const absent of keywordsOf(program, program.callOf(file, id))) see(absent, definition);
  return [...found.values()];
}

/** `user.password`, `User.email.ilike`, `find(user_id).name`: the first name that is read off something known. */
function readOff(program: Program, value: Value, site: Site): Asked | null {
  for (let parts = calleeParts(value); parts; parts = calleeParts(parts.of)) {
    const { of, name } = parts;
    const kept = keptBy(program, of, site);
    if (kept?.as !== 'one' && kept?.as !== 'class') continue;
    const isAbsent = !name.startsWith('_') && lacks(program, kept.ref, name);
    return isAbsent ? { owner: kept.ref, name, line: value.line } : null;
  }
  return null;
}

/** `User(nickname=…)` of a class that refuses what it does not know, `User.query.filter_by(nickname=…)`. */
function keywordsOf(program: Program, call: CallRef): readonly Asked[] {
  const named = call.call.arguments.filter(({ name }) => name !== null);
  const owner = named.length > 0 ? filledBy(program, call) : null;
  return named.flatMap(({ name, value }) =>
    // `author__name` asks for what is of another class.
    owner && name !== null && !name.includes('__') && lacks(program, owner, name)
      ? [{ owner, name, line: value.line }]
      : [],
  );
}

/** The class whose fields the keywords of a call are: it is made, or asked for by them. */
function filledBy(program: Program, call: CallRef): DefinitionRef | null {
  const made = program.callee(call);
  if (made.kind === 'definition')
    return made.ref.definition.kind === 'class' && refusesUnknown(program, made.ref) ? made.ref : null;
  return program.means(call, 'record.fields') ? askedBy(program, call) : null;
}
