/** Programs that stop as soon as they start: they do not parse, or need what is not there. */

import type { CodeFile } from '../../../program/file.ts';
import { importedFrom } from '../../../program/life/imports.ts';
import type { Facts } from '../../facts.ts';
import type { Breakage } from './breakage.ts';
import type { Process } from './process.ts';

/** What stops the first Python program; null unless something stops all processes. */
export function brokenStart(facts: Facts, processes: readonly Process[]): Breakage | null {
  const entries = processes.filter(({ part }) => part !== 'worker').map(({ entry }) => entry);
  if (entries.length === 0) return null;
  const broken = entries.map((entry) => (entry === null ? noRoute(facts) : stopOf(facts, entry)));
  return broken.every((one) => one !== null) ? (broken[0] ?? null) : null;
}

function stopOf(facts: Facts, entry: CodeFile): Breakage | null {
  const stop = facts.stopOf(entry.path, 0);
  const file = stop && facts.program.file(stop.path);
  // Nothing else that would start the program matters here.
  return file && importedFrom(facts.program, [entry]).has(file) ? stop : null;
}

/** It is not seen what is started: every route of the program stops. */
function noRoute(facts: Facts): Breakage | null {
  const stops = facts.routes
    .filter(({ mounted }) => mounted)
    .map(({ file, line }) => facts.stopOf(file.path, line));
  return stops.every((one) => one !== null) ? (stops[0] ?? null) : null;
}
