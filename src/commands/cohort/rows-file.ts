/**
 * The file in which a shard leaves what it found: a line of JSON that says by which rules, then a line per submission,
 * appended as they are judged. A run that is stopped loses what it was about, and nothing else.
 */
import {
  appendFileSync,
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Result } from '../../cohort/results.ts';
import type { Prints } from '../../cohort/similarity/prints.ts';
import { UserError } from '../../errors.ts';
import type { Report } from '../../model.ts';
import { headerShape, storedShape } from './rows-shape.ts';

/** A submission as it is stored. */
export interface Stored extends Result {
  /** Commit, rules and whatever else decides; the same stamp, the same outcome. null where it must be judged again. */
  readonly stamp: string | null;
  /** By which GitHub tells whether there is a newer commit. */
  readonly tag: string | null;
  readonly prints: Prints;
}

export interface Header {
  readonly schema: 1;
  readonly kind: 'cohort-part';
  readonly tool: Report['tool'];
}

/** Begins a file, or goes on with one that was left by the same program and rules: then answers true. */
export function beginRows(path: string, tool: Report['tool']): boolean {
  const header: Header = { schema: 1, kind: 'cohort-part', tool };
  const first = `${JSON.stringify(header)}\n`;
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && beginsWith(path, first)) {
    // A line that was being written when the run was stopped must not take the next one with it.
    appendFileSync(path, '\n');
    return true;
  }
  writeFileSync(path, first);
  return false;
}

function beginsWith(path: string, text: string): boolean {
  const wanted = Buffer.from(text);
  const found = Buffer.alloc(wanted.length);
  const file = openSync(path, 'r');
  try {
    return readSync(file, found, 0, wanted.length, 0) === wanted.length && found.equals(wanted);
  } finally {
    closeSync(file);
  }
}

export function appendRow(path: string, row: Stored): void {
  appendFileSync(path, `${JSON.stringify(row)}\n`);
}

/** The last row of a submission wins: it is the newest. Lines that are torn are passed over. */
export async function* rowsIn(path: string): AsyncGenerator<Stored> {
  const z = await import('zod');
  const shape = storedShape(z);
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let first = true;
  for await (const line of lines) {
    const data = parsed(line);
    if (first) {
      first = false;
      if (!headerShape(z).safeParse(data).success) throw noPart(path);
      continue;
    }
    const read = shape.safeParse(data);
    if (read.success) yield read.data as unknown as Stored;
  }
  if (first) throw noPart(path);
}

/** By what the rows of a file were judged. Throws a UserError where it is no such file. */
export async function toolOf(path: string): Promise<Report['tool']> {
  const z = await import('zod');
  const lines = createInterface({ input: createReadStream(path, 'utf8') });
  for await (const line of lines) {
    lines.close();
    const read = headerShape(z).safeParse(parsed(line));
    if (read.success) return read.data.tool;
    break;
  }
  throw noPart(path);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function noPart(path: string): UserError {
  return new UserError({
    code: 'bad-config',
    message: `${path} is no result of 'cohort audit'`,
    hint: 'Give the plan with --plan, then the files that the shards wrote.',
    exitCode: 2,
  });
}
