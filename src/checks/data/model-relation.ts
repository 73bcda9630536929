import { type Ends, endsOf, isEntity } from '../../facts/data/tables/meant.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import type { Value } from '../../program/file.ts';
import { lastName, siteOf } from '../../program/link/calls.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef } from '../../program/program.ts';
import { defineCheck, found, unsure } from '../define.ts';

type Tie = 'foreign-key' | 'relationship' | 'column';

/** ORM constructs and what they tie by. One line each: extend here. */
const TIES: Readonly<Record<string, readonly Tie[]>> = {
  ForeignKey: ['foreign-key'],
  foreign_key: ['foreign-key'],
  relationship: ['relationship'],
  Relationship: ['relationship'],
  relation: ['relationship'],
  dynamic_loader: ['relationship'],
  backref: ['relationship'],
  ForeignKeyField: ['foreign-key', 'relationship'],
  ManyToOne: ['foreign-key', 'relationship'],
  OneToMany: ['relationship'],
  belongsTo: ['foreign-key', 'relationship'],
  hasMany: ['relationship'],
  references: ['foreign-key'],
  OneToOneField: ['foreign-key', 'relationship'],
  ManyToManyField: ['foreign-key', 'relationship'],
  relations: ['relationship'],
  ReferenceField: ['column'],
  BackPopulates: ['relationship'],
  BelongsTo: ['foreign-key', 'relationship'],
};

const BOTH: readonly Tie[] = ['foreign-key', 'relationship'];

/** Pony's `Required(User)`: a field is a relation where it is given a class. */
function relates({ program }: Facts, call: CallRef): boolean {
  const [first] = call.call.arguments;
  if (!first || !program.means(program.nameOf(call), 'record.relation')) return false;
  const { value } = first;
  if (value.kind === 'literal')
    return program
      .definitions()
      .some(({ definition: { kind, name } }) => kind === 'class' && name === value.value);
  const target = program.resolve(value, siteOf(call));
  return target.kind === 'definition' && target.ref.definition.kind === 'class';
}

/** Django's ForeignKey is the constraint and the ORM's relation at once. */
function tiesOf(name: string, qualified: string): readonly Tie[] {
  if (name === 'ForeignKey' && /django|models\.ForeignKey/.test(qualified))
    return ['foreign-key', 'relationship'];
  return TIES[name] ?? [];
}

interface Found {
  readonly tie: Tie;
  readonly evidence: Evidence;
}

function textsOf(value: Value, ref: DefinitionRef): string {
  return valuesThroughCalls(value, ref.file)
    .map((part) =>
      part.kind === 'literal'
        ? String(part.value)
        : part.kind === 'name'
          ? part.name
          : part.kind === 'function'
            ? JSON.stringify(
                ref.file.statements
                  .filter((item) => item.definition === part.definition)
                  .map((item) => item.value),
              )
            : '',
    )
    .join(' ');
}

function inClass(facts: Facts, ref: DefinitionRef, ends: Ends): Found[] {
  const all: Found[] = [];
  const { program } = facts;
  if (ends.guessed && !isEntity(program, ref)) return all;
  const isFrom = ends.from(ref.definition.name);
  if (!isFrom && !ends.to(ref.definition.name)) return all;
  const other = isFrom ? ends.to : ends.from;
  for (const field of ref.definition.fields) {
    const evidence = facts.evidence(ref.file.path, field.line);
    const values = [field.value, ...field.decorators].filter((value): value is Value => value !== null);
    const annotation = field.annotation ? textsOf(field.annotation, ref) : '';
    for (const value of values) {
      const said = `${field.name} ${annotation} ${textsOf(value, ref)} ${facts.line(ref.file.path, field.line)}`;
      if (!other(said) && !(isFrom && /author|owner|creator|writer|AUTH_USER_MODEL/i.test(said))) continue;
      for (const part of valuesThroughCalls(value, ref.file)) {
        if (part.kind !== 'call') continue;
        const call = ref.file.calls[part.call];
        if (!call) continue;
        const callee = call.callee;
        const name = lastName(callee);
        const qualified = program.nameOf(program.callOf(ref.file, part.call));
        const byKeyword = call.arguments.flatMap((argument) =>
          argument.name !== null ? (TIES[argument.name] ?? []) : [],
        );
        const told = relates(facts, program.callOf(ref.file, part.call)) ? BOTH : tiesOf(name, qualified);
        for (const tie of [...told, ...byKeyword]) {
          // The key belongs to the table that points; the relationship may stand on either side.
          if (tie === 'relationship' || isFrom) all.push({ tie, evidence });
        }
      }
    }
    if (isFrom && /(user|author|owner|creator|writer|account|member)_?id$/i.test(field.name))
      all.push({ tie: 'column', evidence });
  }
  return all;
}

/** `query.join(User)`, `knex('posts').join('users', …)`: not `path.join(…)`, `", ".join(users)`, `names.join(', ')`. */
function joinsModels(facts: Facts, { call, file }: CallRef): boolean {
  const [first, second] = call.arguments;
  if (!first || /(^|\.)path\.join$/.test(facts.program.nameOf({ call, file, id: file.calls.indexOf(call) })))
    return false;
  const { value } = first;
  if (value.kind === 'literal') return second !== undefined && /^\w+$/.test(String(value.value));
  const of = value.kind === 'member' && value.of.kind === 'name' ? value.of : value;
  // A class is written with a capital: `join(User)`, `join(models.User)`, `join(Post.author)`.
  return of.kind === 'name' && of.name.split('.').some((piece) => /^[A-Z]\w*[a-z]/.test(piece));
}

/** Tables in SQL and Prisma, schemas that are built by calls (drizzle, mongoose, sequelize), joins. */
function elsewhere(facts: Facts, { from, to }: Ends): Found[] {
  const all: Found[] = [];
  for (const table of facts.schemas.tables) {
    if (!from(table.name)) continue;
    for (const column of table.columns) {
      // `authorId Int`, a column that nothing constrains.
      if (column.references === null && /_id$|Id$/.test(column.name) && to(column.name))
        all.push({ tie: 'column', evidence: facts.evidence(table.path, column.line) });
      if (column.references !== null && to(column.references)) {
        const evidence = facts.evidence(table.path, column.line);
        all.push({ tie: 'foreign-key', evidence });
        if (table.source === 'prisma') all.push({ tie: 'relationship', evidence });
      }
    }
  }
  const { program } = facts;
  // Keys are often made in migrations alone.
  for (const ref of [...program.calls(), ...program.calls('migration')]) {
    const { call, file } = ref;
    const name =
      call.callee.kind === 'name' || call.callee.kind === 'member' ? lastSegment(call.callee.name) : '';
    const evidence = () => facts.evidence(file.path, call.line);
    if (name === 'belongsTo' && call.callee.kind === 'name' && from(firstSegment(call.callee.name)))
      all.push({ tie: 'foreign-key', evidence: evidence() }, { tie: 'relationship', evidence: evidence() });
    if (name === 'hasMany' && call.callee.kind === 'name' && to(firstSegment(call.callee.name)))
      all.push({ tie: 'foreign-key', evidence: evidence() }, { tie: 'relationship', evidence: evidence() });
    if (
      name === 'references' &&
      call.arguments[0] &&
      to(`${JSON.stringify(call.arguments[0].value)} ${facts.line(file.path, call.line)}`)
    )
      all.push({ tie: 'foreign-key', evidence: evidence() });
    if (
      name === 'relations' &&
      /drizzle/.test(program.nameOf(ref)) &&
      from(JSON.stringify(call.arguments[0]?.value ?? ''))
    )
      all.push({ tie: 'relationship', evidence: evidence() });
    if (/^(Schema|model)$/.test(name)) {
      for (const argument of call.arguments) {
        for (const part of valuesThroughCalls(argument.value, file)) {
          if (part.kind !== 'dict') continue;
          const points = part.entries.find(
            (entry) => entry.key?.kind === 'literal' && entry.key.value === 'ref',
          );
          if (points && to(JSON.stringify(points.value)))
            all.push({ tie: 'column', evidence: facts.evidence(file.path, points.value.line) });
        }
      }
    }
    if (
      /^(join|outerjoin|innerJoin|leftJoin|leftJoinAndSelect|select_related|prefetch_related|joinedload|selectinload|populate)$/.test(
        name,
      )
    ) {
      const said = call.arguments.map((argument) => JSON.stringify(argument.value)).join(' ');
      if (name === 'join' && !joinsModels(facts, ref)) continue;
      if (to(said)) all.push({ tie: 'relationship', evidence: evidence() });
    }
    for (const argument of call.arguments) {
      const { value } = argument;
      const said = facts.program.constant(value, siteOf(ref));
      const sql = typeof said === 'string' ? said : '';
      if (sql.length < 20) continue;
      if (/\bjoin\s+["`]?(\w+)/i.test(sql) && to(/\bjoin\s+["`]?(\w+)/i.exec(sql)?.[1] ?? ''))
        all.push({ tie: 'relationship', evidence: facts.evidence(file.path, value.line) });
      const references = /references\s+["`]?(\w+)/i.exec(sql)?.[1];
      if (/create\s+table/i.test(sql) && references && to(references))
        all.push({ tie: 'foreign-key', evidence: facts.evidence(file.path, value.line) });
    }
  }
  return all;
}

export const modelRelation = defineCheck({
  name: 'model-relation',
  summary:
    'One model is tied to another: by a foreign key, by an ORM relationship or join, or at least by an id column.',
  reads: ['code', 'configuration'],
  written: true,
  parameters: (z) =>
    z.strictObject({
      from: z.array(z.string()).min(1).describe('words for the model that points, singular'),
      to: z.array(z.string()).min(1).describe('words for the model that is pointed at'),
      by: z.enum(['foreign-key', 'relationship', 'any']),
    }),
  ask: (facts, { from, to, by }) => {
    const classes = facts.program
      .definitions()
      .filter((ref) => ref.definition.kind === 'class' && !ref.file.notebook);
    const ends = endsOf(facts, from, to);
    const ties = [...classes.flatMap((ref) => inClass(facts, ref, ends)), ...elsewhere(facts, ends)];
    const wanted = ties.filter(({ tie }) => by === 'any' || tie === by);
    const what =
      by === 'any'
        ? 'a key or relationship'
        : by === 'foreign-key'
          ? 'a foreign key'
          : 'an ORM relationship or join';
    const answer = found(
      wanted.slice(0, 2).map(({ evidence }) => evidence),
      `${what} from ${from.join('/')} to ${to.join('/')}`,
    );
    return answer.answer === 'yes' && ends.guessed ? unsure(answer) : answer;
  },
});
