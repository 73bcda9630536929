/** Measurements of an earlier run: the same file, the same report, without asking anybody. */
import { readFileSync, statSync } from 'node:fs';
import { badOption, UserError } from '../errors.ts';
import type { Measurement } from '../model/measured.ts';
import { measurementsShape } from './shape.ts';

const MOST_BYTES = 256 * 1024 * 1024;

/** Out of a list, or out of the JSON report that holds one. Throws a UserError that names `option`. */
export async function storedMeasurements(path: string, option: string): Promise<readonly Measurement[]> {
  const data = parsed(path, option);
  const list = Array.isArray(data) ? data : Reflect.get(Object(data), 'measured');
  const z = await import('zod');
  const read = measurementsShape(z).safeParse(list);
  if (read.success) return read.data as readonly Measurement[];
  throw badOption(option, path, 'a JSON report with measurements, or the list of them');
}

function parsed(path: string, option: string): unknown {
  try {
    if (statSync(path).size > MOST_BYTES) throw badOption(option, path, 'a file of at most 256 MB');
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw badOption(option, path, 'a JSON file that exists and that you may read');
  }
}
