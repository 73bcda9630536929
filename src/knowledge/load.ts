/** Reads files of knowledge. Every mistake is told with its place: `knowledge/web.yml:12:9: …; did you mean 'http.route'?`. */
import { nearest } from '../errors.ts';
import { type Mistake, readShaped } from '../milestones/shaped.ts';
import type { Source } from '../milestones/source.ts';
import type { ArgumentPlace, Knowledge, Meaning, RoleKind, Use } from '../program/knowledge.ts';
import { USES } from '../program/knowledge.ts';
import type { RoleName } from '../program/role-names.ts';
import {
  knowledgeSchema,
  type Places,
  rolesShape,
  rowsShape,
  type WrittenRoles,
  type WrittenRow,
} from './shape.ts';

const HINT = 'docs/knowledge.md shows the shape of a row; knowledge/schema.json lets an editor check it.';

/** A file of knowledge as it was read. */
export interface KnowledgeFile {
  /** As it is named in messages. */
  readonly path: string;
  readonly text: string;
}

type RoleKinds = Readonly<Record<string, RoleKind>>;

/** Throws a `RuleFileError`. */
export async function loadRoles({ path, text }: KnowledgeFile): Promise<RoleKinds> {
  const written = await readShaped<WrittenRoles>(text, {
    path,
    hint: HINT,
    shape: rolesShape,
    schema: async () => ({}),
  });
  return Object.fromEntries(Object.entries(written).map(([role, one]) => [role, kindOf(one)]));
}

function kindOf(written: WrittenRoles[string]): RoleKind {
  const { means, takes = {}, about = {} } = typeof written === 'string' ? { means: written } : written;
  return { means, takes: placed(takes), about };
}

/** `own`: the project that is audited says so. Throws a `RuleFileError`. */
export async function loadMeanings(
  { path, text }: KnowledgeFile,
  roles: RoleKinds,
  own = false,
): Promise<readonly Meaning[]> {
  const rows = await readShaped<readonly WrittenRow[]>(text, {
    path,
    hint: HINT,
    shape: (z) => rowsShape(z, roles),
    schema: async () => knowledgeSchema(await import('zod'), roles),
    mistakes: (found, source) => [
      ...mistakesOf(found, roles, source),
      ...(own ? withoutCode(found, source) : []),
    ],
  });
  const field = (path.split(/[\\/]/).at(-1) ?? path).replace(/\.ya?ml$/, '');
  return rows.map((row) => ({
    use: usesOf(row)[0] ?? 'call',
    names: namesOf(row),
    role: row.role as RoleName,
    takes: placed(row.takes ?? {}),
    about: row.about ?? {},
    field,
    ...(own ? { own } : {}),
  }));
}

/** Knowledge with that of a project before it, which therefore counts first. */
export function withOwn({ roles, meanings }: Knowledge, own: readonly Meaning[]): Knowledge {
  return { roles, meanings: [...own, ...meanings] };
}

function usesOf(row: WrittenRow): readonly Use[] {
  return USES.filter((use) => row[use] !== undefined);
}

function namesOf(row: WrittenRow): readonly string[] {
  return [...usesOf(row).map((use) => row[use] ?? ''), ...(row.also ?? [])];
}

function placed(takes: Readonly<Record<string, Places>>): Readonly<Record<string, readonly ArgumentPlace[]>> {
  return Object.fromEntries(
    Object.entries(takes).map(([purpose, places]) => [
      purpose,
      typeof places === 'object' ? places : [places],
    ]),
  );
}

/** What no shape can say. */
function mistakesOf(rows: readonly WrittenRow[], roles: RoleKinds, source: Source): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const first = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const at = source.place([index]);
    const uses = usesOf(row);
    if (uses.length !== 1)
      mistakes.push({ ...at, problem: `a row is about one of ${USES.join(', ')}; found ${listed(uses)}` });
    const kind = roles[row.role];
    if (kind) mistakes.push(...strangers(row, kind, index, source));
    for (const name of uses.length === 1 ? namesOf(row) : []) {
      // The same role may be told twice with other things known: a reader of two kinds of files.
      const key = JSON.stringify([uses[0], name, row.role, row.about]);
      const before = first.get(key);
      if (before === undefined) first.set(key, index);
      else {
        const { line } = source.place([before]);
        mistakes.push({ ...at, problem: `'${name}' is '${row.role}' already, by line ${line}` });
      }
    }
  }
  return mistakes;
}

/** What a project says of itself must have a line of code behind it, which a package or an import has not. */
function withoutCode(rows: readonly WrittenRow[], source: Source): readonly Mistake[] {
  return rows.flatMap((row, index) =>
    row.package === undefined && row.module === undefined
      ? []
      : [
          {
            ...source.placeOfKey([index], row.package === undefined ? 'module' : 'package'),
            problem: 'knowledge of your own is about code: name a call, a class or a decorator',
          },
        ],
  );
}

/** Arguments and properties that the role does not have. */
function strangers(row: WrittenRow, kind: RoleKind, index: number, source: Source): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const tell = (key: 'takes' | 'about', name: string, problem: string, known: readonly string[]) => {
    const near = nearest(name, known);
    const all = known.length > 0 ? `known: ${known.join(', ')}` : 'it has none';
    const hint = near === null ? all : `did you mean '${near}'?`;
    mistakes.push({ ...source.placeOfKey([index, key], name), problem: `${problem}; ${hint}` });
  };
  for (const key of ['takes', 'about'] as const)
    for (const name of Object.keys(row[key] ?? {}))
      if (!Object.hasOwn(kind[key], name))
        tell(key, name, `'${row.role}' has no '${name}' in '${key}'`, Object.keys(kind[key]));
  for (const [name, value] of Object.entries(row.about ?? {})) {
    const allowed = kind.about[name] ?? [];
    if (allowed.length === 0 || allowed.includes(value)) continue;
    const near = nearest(value, allowed);
    const problem = `'about.${name}' must be one of ${allowed.join(', ')}, not '${value}'`;
    mistakes.push({
      ...source.place([index, 'about', name]),
      problem: near === null ? problem : `${problem}; did you mean '${near}'?`,
    });
  }
  return mistakes;
}

function listed(uses: readonly Use[]): string {
  return uses.length === 0 ? 'none of them' : uses.join(' and ');
}
