/** The audit, beside the page: it stays usable, and can end this at any time. */
import { UserError } from '../src/errors.ts';
import type { Repository } from '../src/repository/repository.ts';
import { engineAt } from './engine.ts';
import type { Hosts } from './hosts.ts';
import type { Answer, Job, Source } from './job.ts';

declare const HOSTS: Hosts;

const say = (answer: Answer): void => self.postMessage(answer);

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
  run(data).then(say, (error: unknown) => say(failureOf(error)));
});

async function run({ sources, milestone, token, home }: Job): Promise<Answer> {
  const progress = (text: string): void => say({ kind: 'progress', text });
  let left: number | null = null;
  const open = (source: Source): Promise<Repository> =>
    opened(source, token, progress, (questions) => {
      left = questions;
    });
  progress('Loading the auditor …');
  const engine = await engineAt(home);
  const [only, ...others] = sources;
  if (only === undefined) throw new Error('nothing was named');
  if (others.length > 0) {
    const named = sources.map((source) => ({ name: nameOf(source), open: () => open(source) }));
    return { kind: 'done', ...(await engine.portfolio(named, progress)), again: null, left };
  }
  progress('Looking at the files …');
  const repository = await open(only);
  const { html, json, milestone: judgedBy } = await engine.report(repository, milestone, progress);
  const { revision } = repository;
  const again =
    only.kind === 'address' && revision !== null
      ? { repository: only.repository, ref: revision, milestone: judgedBy }
      : null;
  return { kind: 'done', html, json, again, left };
}

async function opened(
  source: Source,
  token: string | null,
  progress: (text: string) => void,
  left: (questions: number) => void,
): Promise<Repository> {
  switch (source.kind) {
    case 'address': {
      const { openAddress } = await import('./github.ts');
      return openAddress(source, { hosts: HOSTS, token, progress, left });
    }
    case 'folder': {
      const { openGiven } = await import('./folder.ts');
      const files = source.files.map(({ path, file }) => ({
        path,
        size: file.size,
        bytes: async (most: number) =>
          file.size > most ? 'larger' : new Uint8Array(await file.arrayBuffer()),
      }));
      return openGiven(source.name, files);
    }
    case 'zip': {
      const [{ openGiven }, { filesOfZip }] = await Promise.all([import('./folder.ts'), import('./zip.ts')]);
      const { root, files } = await filesOfZip(source.name, source.file);
      return openGiven(root === '' ? source.name.replace(/\.zip$/i, '') : root, files);
    }
    default:
      return source satisfies never;
  }
}

function nameOf(source: Source): string {
  if (source.kind !== 'address') return source.name;
  return source.ref === null ? source.repository : `${source.repository}@${source.ref}`;
}

function failureOf(error: unknown): Answer {
  if (error instanceof UserError) return { kind: 'failed', message: error.message, hint: error.hint };
  const words = error instanceof Error ? error.message.slice(0, 300) : 'unknown reason';
  return {
    kind: 'failed',
    message: `This is our fault: ${words}`,
    hint: 'Please report it with the address that you gave.',
  };
}
