/** An audit that was done before: the same files, rules and program give the same report, so that it need not be done. */
import { createHash } from 'node:crypto';
import type { AuditRequest } from '../../audit.ts';
import type { Measurement } from '../../model/measured.ts';
import type { Repository } from '../../repository/repository.ts';
import type { RuleFile } from '../rule-file.ts';
import type { Memory } from './memory.ts';

/** All that a report depends on beside the repository. */
export interface Question extends Pick<AuditRequest, 'milestoneId' | 'config' | 'tool'> {
  /** What the project says of its own calls. */
  readonly knowledgeFiles: readonly RuleFile[];
  /** What was measured, where it was before the audit. */
  readonly measured?: readonly Measurement[];
  /** Asked as one project of a portfolio, where more is kept than its report. */
  readonly project?: { readonly source: string; readonly also: readonly string[] };
}

/** What an audit found as it was kept, or what it finds now. Without a memory, or where files change meanwhile: the latter. */
export async function remembered<Found>(
  memory: Memory | null,
  repository: Repository,
  question: Question,
  audit: () => Promise<Found>,
): Promise<Found> {
  const contents = memory === null || question.tool.program === 'unbuilt' ? null : contentsOf(repository);
  if (memory === null || contents === null) return audit();
  const key = `report:${digestOf([listingOf(repository), contents, question])}`;
  const known = await memory.recall(key);
  if (known !== undefined) return known as Found;
  const found = await audit();
  if (digestOf(contentsOf(repository)) === digestOf(contents)) await memory.keep(key, found);
  return found;
}

/** All that is known of a repository before a file of it is read, but the contents: those may be known later only. */
function listingOf({ read: _, contents: __, entries, ...listing }: Repository): object {
  return { ...listing, entries: entries.map(({ id: ___, ...entry }) => entry) };
}

/** By path; null where they are not known for certain. */
function contentsOf(repository: Repository): readonly (readonly [string, string])[] | null {
  const contents = repository.contents === undefined ? recorded(repository) : repository.contents();
  return contents === null ? null : [...contents];
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Of a commit, every file has an id. */
function recorded({ entries }: Repository): ReadonlyMap<string, string> | null {
  const ids = new Map(
    entries.flatMap(({ path, id, link }) => (id === null && !link ? [] : [[path, id ?? 'link']])),
  );
  return ids.size === entries.length ? ids : null;
}
