/** A repository as its own configuration wants it audited. */
import { readFileSync } from 'node:fs';
import { CONFIG_FILE, type Config, parseConfig } from '../config/config.ts';
import { badOption, UserError } from '../errors.ts';
import { visible } from '../reporters/visible.ts';
import type { Repository } from '../repository/repository.ts';
import { withoutPaths } from '../repository/without.ts';

export interface Configured {
  readonly repository: Repository;
  readonly config: Config | null;
}

/** `option` as commander gives `--config FILE` and `--no-config`: undefined reads the repository's own file. */
export async function configured(repository: Repository, option?: string | boolean): Promise<Configured> {
  if (option === false) return { repository, config: null };
  const config = typeof option === 'string' ? await configAt(option) : await ownConfig(repository);
  if (config === null) return { repository, config };
  return { repository: await withoutPaths(repository, config.ignore, config.path), config };
}

/** The file of the repository itself; null where there is none. */
export async function ownConfig(repository: Repository, path: string = CONFIG_FILE): Promise<Config | null> {
  if (!repository.entries.some((entry) => entry.path === path)) return null;
  const read = await repository.read(path);
  if ('text' in read) return parseConfig(read.text, path);
  throw new UserError({
    code: 'bad-config',
    message: `${path} cannot be read: ${read.unreadable}`,
    hint: 'Make it a YAML file of its own, no link.',
    exitCode: 2,
  });
}

async function configAt(file: string): Promise<Config> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw badOption('--config', visible(file), 'a file that exists and that you may read');
  }
  return parseConfig(text, file);
}
