/** Addresses of evidence: the file and line at the audited commit, so that they still show the same next year. */
import type { Location, Report } from '../model.ts';

type Home = Pick<Report['repository'], 'url' | 'revision' | 'folder'> &
  Partial<Pick<Report['repository'], 'uncommitted'>>;

interface Forge {
  readonly host: RegExp;
  readonly file: (revision: string, path: string) => string;
  /** `to` is never before `from`. */
  readonly lines: (from: number, to: number) => string;
}

const hashes = (from: number, to: number): string => (to > from ? `#L${from}-L${to}` : `#L${from}`);

/** Where the code is read in a browser. A new one is one line; a host that none of them fits gets no links. */
const FORGES: readonly Forge[] = [
  { host: /^(?:www\.)?github\./, file: (revision, path) => `blob/${revision}/${path}`, lines: hashes },
  {
    host: /(?:^|\.)gitlab\./,
    file: (revision, path) => `-/blob/${revision}/${path}`,
    lines: (from, to) => (to > from ? `#L${from}-${to}` : `#L${from}`),
  },
  {
    host: /^bitbucket\.org$/,
    file: (revision, path) => `src/${revision}/${path}`,
    lines: (from, to) => (to > from ? `#lines-${from}:${to}` : `#lines-${from}`),
  },
  {
    host: /^codeberg\.org$|(?:^|\.)(?:gitea|forgejo)\./,
    file: (revision, path) => `src/commit/${revision}/${path}`,
    lines: hashes,
  },
];

/**
 * null where the commit or the forge is not known, for what speaks of the repository as a whole, and for a file that is
 * not as the commit has it: its line there is another one.
 */
export function permalink(home: Home, { path, line, endLine }: Location): string | null {
  if (home.uncommitted?.includes(path)) return null;
  const file = fileAddress(home, path);
  if (file === null) return null;
  return `${file.address}${file.forge.lines(line, Math.max(line, endLine ?? line))}`;
}

/** The repository at the audited commit, for headings. */
export function commitAddress({ url, revision }: Home): string | null {
  if (!isWebAddress(url)) return null;
  const forge = forgeOf(url);
  if (revision === null || forge === null) return url;
  return `${url}/${forge.file(revision, '')}`.replace(/\/$/, '').replace('/blob/', '/tree/');
}

function fileAddress(home: Home, path: string): { address: string; forge: Forge } | null {
  const { url, revision, folder } = home;
  if (!isWebAddress(url) || revision === null || !/^[0-9a-f]{40,64}$/.test(revision)) return null;
  const forge = forgeOf(url);
  if (forge === null || path === '' || path === '.' || path === '.git') return null;
  const whole = folder === '' ? path : `${folder}/${path}`;
  if (whole.split('/').some((part) => part === '..' || part === '.')) return null;
  const encoded = whole.split('/').map(encodedName).join('/');
  return { address: `${url}/${forge.file(revision, encoded)}`, forge };
}

/** A name with half of a surrogate pair cannot be part of an address; nobody has such a file on a forge. */
function encodedName(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https:\/\/[\w.:-]+\/[\w.~%+@/-]+$/.test(url);
}

function forgeOf(url: string): Forge | null {
  const host = /^https:\/\/([^/:]+)/.exec(url)?.[1] ?? '';
  return FORGES.find((forge) => forge.host.test(host)) ?? null;
}
