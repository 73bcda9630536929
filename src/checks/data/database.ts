import { ENGINE_KEYS, ENGINES, type Engine, IN_IMAGES, IN_TEXT } from '../../facts/data/engines.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import { defineCheck, found } from '../define.ts';

interface Sign {
  readonly engine: Engine;
  readonly evidence: Evidence;
  /** A connection or the deployment's own default, not merely an installed driver. */
  readonly connects: boolean;
  /** Said by the program itself, not by what stands around it. */
  readonly inCode: boolean;
}

function engineOf(text: string, table: readonly (readonly [RegExp, Engine])[]): Engine | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function inCode(facts: Facts): Sign[] {
  const signs: Sign[] = [];
  const seen = (text: string, path: string, line: number) => {
    const engine = text.length < 300 ? engineOf(text, IN_TEXT) : null;
    if (engine) signs.push({ engine, evidence: facts.evidence(path, line), connects: true, inCode: true });
  };
  for (const file of facts.program.filesOf()) {
    for (const assignment of file.assignments) {
      if (!assignment.value) continue;
      const constant = facts.program.constant(assignment.value, { file, definition: assignment.definition });
      if (typeof constant === 'string') seen(constant, file.path, assignment.line);
      if (assignment.value.kind === 'dict') readDict(assignment.value.entries);
    }
    for (const definition of file.definitions)
      for (const field of definition.fields) {
        const constant = field.value
          ? facts.program.constant(field.value, { file, definition: definition.parent })
          : undefined;
        if (typeof constant === 'string') seen(constant, file.path, field.line);
        if (field.annotation?.kind === 'name' && /PostgresDsn$/.test(field.annotation.name))
          seen('postgresql', file.path, field.line);
      }
    for (const call of file.calls) {
      const site = { file, definition: call.definition };
      for (const argument of call.arguments) {
        const constant = facts.program.constant(argument.value, site);
        const keyed =
          argument.name === null ||
          /url|uri|dsn|conn|name|default/i.test(argument.name) ||
          ENGINE_KEYS.test(argument.name);
        if (
          typeof constant === 'string' &&
          keyed &&
          (/:/.test(constant) || (argument.name !== null && ENGINE_KEYS.test(argument.name)))
        )
          seen(constant, file.path, argument.value.line);
        if (argument.value.kind === 'dict') readDict(argument.value.entries);
      }
    }
    for (const statement of file.statements) {
      const constant =
        statement.value && statement.kind === 'return'
          ? facts.program.constant(statement.value, { file, definition: statement.definition })
          : undefined;
      if (typeof constant === 'string' && constant.includes('://')) seen(constant, file.path, statement.line);
    }
    function readDict(
      entries: readonly {
        readonly key: unknown;
        readonly value: { readonly kind: string; readonly line: number };
      }[],
    ): void {
      for (const entry of entries) {
        const key = entry.key as { kind?: string; value?: unknown } | null;
        const value = entry.value as {
          kind: string;
          value?: unknown;
          line: number;
          entries?: typeof entries;
        };
        if (value.kind === 'dict' && value.entries) readDict(value.entries);
        if (
          key?.kind === 'literal' &&
          ENGINE_KEYS.test(String(key.value)) &&
          value.kind === 'literal' &&
          typeof value.value === 'string'
        )
          seen(value.value, file.path, value.line);
      }
    }
  }
  return signs;
}

function inConfiguration(facts: Facts): Sign[] {
  const signs: Sign[] = [];
  const add = (engine: Engine | null, path: string, line: number, connects = true) => {
    if (engine) signs.push({ engine, evidence: facts.evidence(path, line), connects, inCode: false });
  };
  for (const source of facts.schemas.datasources) {
    // Prisma's client is made from it: it is as good as code.
    const engine = engineOf(source.provider, IN_TEXT);
    const evidence = facts.evidence(source.path, source.line);
    if (engine) signs.push({ engine, evidence, connects: true, inCode: true });
  }
  for (const service of facts.containers.compose)
    if (service.image) add(engineOf(service.image, IN_IMAGES), service.path, service.line);
  for (const file of facts.environment.files) {
    for (const entry of file.entries) {
      if (entry.value) add(engineOf(entry.value, IN_TEXT), file.path, entry.line);
      else if (/^(POSTGRES_|PG(HOST|USER|DATABASE|PASSWORD)$)/.test(entry.key))
        add('postgresql', file.path, entry.line);
    }
  }
  // What a README says of a program that is not there is a claim.
  const described = facts.program.filesOf().length > 0 ? facts.documentation.documents.slice(0, 1) : [];
  for (const document of described) {
    for (const block of document.codeBlocks) {
      const at = block.text
        .split('\n')
        .findIndex((line) => /postgres(ql)?(\+\w+)?:\/\//.test(line) && /=|:/.test(line));
      if (at >= 0) add('postgresql', document.path, block.line + 1 + at);
    }
  }
  for (const dependency of facts.dependencies.list) {
    if (!dependency.direct || dependency.scope === 'development') continue;
    for (const { role, about } of facts.program.meaningsOfName(dependency.name, 'package'))
      if (role === 'database.driver')
        add(ENGINES.find((one) => one === about.engine) ?? null, dependency.path, dependency.line, false);
  }
  return signs;
}

/** Connections by calls that speak to one engine only. */
function byCalls(facts: Facts): Sign[] {
  const { program } = facts;
  return program.callsAs('database.client').flatMap((ref) => {
    const told = program.meaning(ref, 'database.client')?.about.engine;
    const engine = ENGINES.find((one) => one === told);
    return engine ? [connection(facts, engine, ref)] : [];
  });
}

function connection(facts: Facts, engine: Engine, { file, call }: CallRef): Sign {
  return { engine, evidence: facts.evidence(file.path, call.line), connects: true, inCode: true };
}

/** Where nothing names the engine, the one installed driver does: the address comes from outside. */
function byDriver(facts: Facts, signs: readonly Sign[]): Sign[] {
  const [engine, ...others] = new Set(signs.map((sign) => sign.engine));
  const [call] = facts.program.callsAs('database.by-driver');
  if (!engine || !call || others.length > 0 || signs.some((sign) => sign.connects)) return [];
  return [connection(facts, engine, call)];
}

/** Whether the program asks its environment for a database: what the code says is a default then. */
function asksForDatabase(facts: Facts): boolean {
  const { program } = facts;
  if (program.definitions('application').some((ref) => descendsAs(program, ref, 'settings.class')))
    return true;
  return program.filesOf().some((file) => {
    if (file.imports.some((item) => /^(decouple|environs?|dynaconf|@nestjs\/config)$/.test(item.module)))
      return true;
    const values = [
      ...file.calls.flatMap((call) => call.arguments.map((argument) => argument.value)),
      ...file.assignments.flatMap((item) => item.value ?? []),
    ];
    return values
      .flatMap((value) => valuesThroughCalls(value, file))
      .some((value) =>
        value.kind === 'literal'
          ? /^[A-Z_]*(DATABASE|DB|POSTGRES|PG)[A-Z_]*$/.test(String(value.value))
          : value.kind === 'name' && /^(process|import\.meta)\.env\./.test(value.name),
      );
  });
}

export const database = defineCheck({
  name: 'database',
  summary:
    'The application uses a database of one of the engines: it connects to it, or its deployment’s documented default does.',
  reads: ['code', 'configuration'],
  parameters: (z) => z.strictObject({ engines: z.array(z.enum([...ENGINES, 'any'])).min(1) }),
  ask: (facts, { engines }) => {
    const said = [...inCode(facts), ...byCalls(facts), ...inConfiguration(facts)];
    const signs = [...said, ...byDriver(facts, said)];
    const access = facts.storage.filter((item) => item.format === 'database' || item.format === 'sqlite');
    if (engines.includes('any')) {
      const shown = signs.filter((sign) => sign.connects).map((sign) => sign.evidence);
      const calls = access.map((item) => facts.evidence(item.call.file.path, item.call.call.line));
      return found([...shown, ...calls].slice(0, 3), 'a database that the application connects to');
    }
    const wanted = signs.filter((sign) => (engines as readonly string[]).includes(sign.engine));
    // A container that the program does not speak to is no database of it.
    const fixed =
      signs.some((sign) => sign.inCode) && !wanted.some((sign) => sign.inCode) && !asksForDatabase(facts);
    const connecting = fixed ? [] : wanted.filter((sign) => sign.connects);
    const others = signs.filter(
      (sign) => sign.connects && !(engines as readonly string[]).includes(sign.engine),
    );
    const answer = found(
      connecting.length > 0
        ? [...connecting.slice(0, 2), ...wanted.filter((sign) => !sign.connects).slice(0, 1)].map(
            (sign) => sign.evidence,
          )
        : [],
      `a connection to ${engines.join(' or ')} (URL, settings, compose service, Prisma datasource)`,
    );
    return answer.answer === 'no' && others.length > 0
      ? {
          ...answer,
          counter: others.slice(0, 3).map((sign) => sign.evidence),
          reasons: others.slice(0, 1).map((sign) => ({
            kind: 'against' as const,
            what: `the program connects to ${sign.engine}`,
            at: sign.evidence,
            count: 1,
          })),
        }
      : answer;
  },
});
