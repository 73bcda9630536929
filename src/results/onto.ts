/**
 * The files of a report laid onto those of a repository. A report names them as the machine did that made it: from its
 * root, from a sub-folder, from the package. One exchange of the start of the path explains all of them, or the report
 * is about another project.
 */
import type { CoverageReport, FileCoverage, Refused } from './coverage.ts';

/** What the repository knows of its files. */
export interface Ground {
  /** All of its paths. */
  readonly paths: readonly string[];
  /** Code of the application: what coverage is about. */
  readonly application: ReadonlySet<string>;
  /** Lines of a file; null where that is not known. */
  readonly linesOf: (path: string) => number | null;
}

export interface Laid {
  readonly path: string;
  readonly file: FileCoverage;
}

/** `from` at the start of a path of the report is `to` in the repository. */
interface Exchange {
  readonly from: string;
  readonly to: string;
}

/** Code that is installed beside a project, and that some tools count. */
const INSTALLED = /(?:^|\/)(?:node_modules|site-packages|dist-packages)\//;
/** More files than these add no new exchange. */
const MOST_ASKED = 200;
/** Of the files of a report, the share that must be there. */
const LEAST_SHARE = 0.5;

/** The files of the application that a report counts; refused where it is not about this repository. */
export function laidOnto({ files, sources }: CoverageReport, ground: Ground): readonly Laid[] | Refused {
  const own = files.filter(({ path }) => !INSTALLED.test(path));
  const byName = new Map<string, string[]>();
  for (const path of ground.paths) byName.set(baseName(path), [...(byName.get(baseName(path)) ?? []), path]);
  const known = new Set(ground.paths);
  const named = own.map((file) => ({ file, names: namesOf(file.path, sources) }));
  const exchange = bestExchange(
    named.slice(0, MOST_ASKED).map(({ names }) => names),
    byName,
  );
  const laid = named.flatMap(({ file, names }): readonly Laid[] => {
    const path = names.map((name) => exchanged(name, exchange)).find((one) => one !== null && known.has(one));
    return path === undefined || path === null ? [] : [{ path, file }];
  });
  if (laid.length < own.length * LEAST_SHARE || laid.length === 0)
    return {
      refused: `it is about another project: of its ${own.length} files, ${laid.length} are in this repository`,
    };
  const counted = laid.filter(({ path }) => ground.application.has(path));
  if (counted.length === 0) return { refused: 'it counts no file of the application' };
  for (const { path, file } of counted) {
    const [last, length] = [Math.max(0, ...file.lines.keys()), ground.linesOf(path)];
    if (length !== null && last > length)
      return { refused: `it was made of other code: it counts line ${last} of ${path}, which has ${length}` };
  }
  return counted;
}

/** A path as it stands there, and as it is seen from each of the folders that the report names. */
function namesOf(path: string, sources: readonly string[]): readonly string[] {
  const plain = path.replace(/^(?:\.\/)+/, '');
  const absolute = plain.startsWith('/') || /^[A-Za-z]:\//.test(plain);
  return absolute ? [plain] : [...sources.map((folder) => `${folder.replace(/\/+$/, '')}/${plain}`), plain];
}

/** The exchange that explains most files; where several do, the one that changes least. */
function bestExchange(
  files: readonly (readonly string[])[],
  byName: ReadonlyMap<string, readonly string[]>,
): Exchange {
  const votes = new Map<string, { readonly exchange: Exchange; count: number }>();
  for (const names of files) {
    const found = names.flatMap((name) =>
      (byName.get(baseName(name)) ?? []).slice(0, 50).map((path) => exchangeOf(name, path)),
    );
    for (const [key, exchange] of new Map(found.map((one) => [`${one.from}\n${one.to}`, one]))) {
      const vote = votes.get(key) ?? { exchange, count: 0 };
      vote.count += 1;
      votes.set(key, vote);
    }
  }
  const cost = ({ from, to }: Exchange): number => to.length * 1000 + from.length;
  const [best] = [...votes.values()].sort((a, b) => b.count - a.count || cost(a.exchange) - cost(b.exchange));
  return best?.exchange ?? { from: '', to: '' };
}

/** What is left in front of the folders that both end in. */
function exchangeOf(name: string, path: string): Exchange {
  const [a, b] = [name.split('/'), path.split('/')];
  let same = 0;
  while (same < Math.min(a.length, b.length) && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  const start = (parts: readonly string[]): string =>
    parts
      .slice(0, parts.length - same)
      .map((part) => `${part}/`)
      .join('');
  return { from: start(a), to: start(b) };
}

function exchanged(name: string, { from, to }: Exchange): string | null {
  return name.startsWith(from) ? to + name.slice(from.length) : null;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
