/** Proof of test coverage: committed reports, enforced thresholds, and runs that measure without a threshold. */
import type { Note } from '../../../model.ts';
import {
  baseName,
  folderOf,
  type ReadError,
  resolvePath,
  type TextFile,
} from '../../../reading/text-file.ts';
import type { RepositoryFile } from '../../project/roles.ts';
import { groundOf, isReport, readReport } from './reports.ts';
import { isScanned, scanCommands } from './scan.ts';
import { isSettings, readSettings } from './settings.ts';

export interface CoverageFact {
  /**
   * 'report': a committed result. 'threshold': the run fails below a figure. 'measured': a run or a configuration
   * that measures, and nothing more.
   */
  readonly kind: 'report' | 'threshold' | 'measured';
  /** 0 to 100; null where the file does not say (a `.coverage` database, a variable, 'auto'). */
  readonly percent: number | null;
  /** What it is, in a few words: 'Cobertura report', '--cov-fail-under'. */
  readonly what: string;
  readonly path: string;
  readonly line: number;
}

export interface CoverageFacts {
  /** By path and line, at most one of a kind per line. */
  readonly list: readonly CoverageFact[];
  readonly errors: readonly ReadError[];
  /** Reports that prove nothing, and why. */
  readonly notes: readonly Note[];
}

/** Where coverage.py looks for its settings, in this order: the first that has any is the only one that it reads. */
const SETTINGS = ['.coveragerc', '.coveragerc.toml', 'setup.cfg', 'tox.ini', 'pyproject.toml'];
const OF_SETTINGS = /^(?:fail_under|covdefaults|coverage\.py configuration)$/;

/** Not hidden by another file of the same folder. */
function isRead({ path, what }: CoverageFact, files: readonly TextFile[]): boolean {
  if (!OF_SETTINGS.test(what)) return true;
  const first = SETTINGS.find((name) => {
    const file = files.find((one) => one.path === resolvePath(folderOf(path), name));
    if (file === undefined) return false;
    return (
      name.startsWith('.coveragerc') || /^\[(?:coverage:|tool\.coverage)|^tool\.coverage/m.test(file.text)
    );
  });
  return first === undefined || first === baseName(path);
}

/** What one file adds. */
export interface CoverageFindings {
  readonly list: CoverageFact[];
  readonly errors: ReadError[];
  readonly notes: Note[];
}

/** Whoever else reads this repository has no such file. */
const UNTRACKED = 'not committed, so it proves nothing to others; --coverage counts it as measured here';

/**
 * Reads coverage facts from the files: reports (also those in artifact folders), configuration, CI and scripts.
 * `tree` is all of the repository: what reports must be about, and where the `.coverage` database is seen, which is no
 * text. Never throws.
 */
export async function readCoverage(
  files: readonly TextFile[],
  tree: readonly RepositoryFile[] = [],
): Promise<CoverageFacts> {
  const findings: CoverageFindings = { list: [], errors: [], notes: [] };
  const ground = groundOf(tree);
  const untracked = new Set(tree.filter(({ tracked }) => !tracked).map(({ path }) => path));
  for (const file of files) {
    if (isReport(file.path)) {
      if (!untracked.has(file.path)) await readReport(file, ground, findings);
      else findings.notes.push({ path: file.path, line: null, text: UNTRACKED });
    }
    if (isSettings(file.path)) await readSettings(file, findings);
    if (isScanned(file.path)) scanCommands(file, findings);
  }
  for (const { path, tracked } of tree) {
    if (baseName(path) !== '.coverage' || !tracked) continue;
    findings.list.push({ kind: 'report', percent: null, what: 'coverage.py database', path, line: 1 });
  }
  const seen = new Set<string>();
  const list = findings.list
    .filter((fact) => isRead(fact, files))
    .filter(({ kind, path, line }) => {
      const id = `${kind} ${line} ${path}`;
      return !seen.has(id) && seen.add(id);
    })
    .sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return { list, errors: findings.errors, notes: findings.notes };
}
