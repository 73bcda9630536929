/** Commands that measure coverage, wherever commands are written: CI, scripts, pytest options, npm scripts. */

import { baseName, linesOf, type TextFile } from '../../../reading/text-file.ts';
import type { CoverageFact, CoverageFindings } from './coverage.ts';

/** Files in which a command is run, not described. */
const NAMES: ReadonlySet<string> = new Set([
  'pytest.ini',
  '.pytest.ini',
  'pytest.toml',
  'pyproject.toml',
  'setup.cfg',
  'tox.ini',
  'package.json',
  'noxfile.py',
  'tasks.py',
  'Makefile',
  'makefile',
  'GNUmakefile',
  'justfile',
  'Justfile',
  'Taskfile.yml',
  'Taskfile.yaml',
  '.gitlab-ci.yml',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  'Jenkinsfile',
  '.travis.yml',
  '.drone.yml',
  '.pre-commit-config.yaml',
  'cloudbuild.yaml',
  'buildspec.yml',
  'lefthook.yml',
  'codemagic.yaml',
]);
const PATHS =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/.{1,200}\.ya?ml|\.circleci\/config\.yml|Dockerfile[\w.-]{0,40}|[\w.-]{1,80}\.(?:sh|mk|Dockerfile)|\.husky\/[\w-]{1,40})$/;

/** A figure below which the run fails; group 1 is the figure where it is a plain number. */
const THRESHOLDS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /--cov-fail-under[=\s"',]{1,6}(\d{1,3}(?:\.\d{1,6})?)?/, what: '--cov-fail-under' },
  {
    pattern:
      /\bcoverage\s+(?:report|html|xml|json|lcov)\b.{0,300}--fail-under[=\s]{1,3}(\d{1,3}(?:\.\d{1,6})?)?/,
    what: 'coverage report --fail-under',
  },
  {
    pattern: /--check-coverage\b.{0,300}--(?:lines|statements)[=\s]{1,3}(\d{1,3})/,
    what: '--check-coverage',
  },
  { pattern: /--test-coverage-lines[=\s]{1,3}(\d{1,3})/, what: '--test-coverage-lines' },
  {
    pattern: /--coverage\.thresholds?\.(?:lines|statements)[=\s]{1,3}(\d{1,3})/,
    what: '--coverage.thresholds',
  },
];

const MEASURES: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?:^|[\s"'[=])--cov(?:=|\b(?!-))/, what: 'pytest --cov' },
  { pattern: /\bcoverage\s+run\b/, what: 'coverage run' },
  { pattern: /\b(?:jest|vitest|test|react-scripts)\b.{0,200}\s--coverage\b/, what: '--coverage' },
  { pattern: /(?:^|[\s"'])(?:npx\s+)?(?:c8|nyc)\s+(?!--version)\S/, what: 'c8 or nyc' },
  {
    pattern:
      /uses:\s*['"]?(?:codecov\/codecov-action|coverallsapp\/github-action|py-cov-action\/|irongut\/CodeCoverageSummary)/i,
    what: 'coverage action',
  },
];

/** The command may fail without failing the run. */
const TOLERATED = /\|\|\s*(?:true|echo|exit\s+0|:)/;
const MAX_LINES = 20_000;
const MAX_LINE = 2000;

/** A file in which commands are run. */
export function isScanned(path: string): boolean {
  return NAMES.has(baseName(path)) || PATHS.test(path);
}

export function scanCommands(file: TextFile, findings: CoverageFindings): void {
  if (!/cov|c8|nyc/i.test(file.text)) return;
  linesOf(file.text)
    .slice(0, MAX_LINES)
    .forEach((raw, index) => {
      const line = raw.slice(0, MAX_LINE);
      if (/^\s*(?:#|;|\/\/|REM\s)/i.test(line)) return;
      const text = line.replace(/\s#\s.*$/, '');
      // A name or an echo that mentions the option runs nothing.
      if (/^\s*(?:-\s+)?(?:name|description):|^\s*@?echo\b/.test(text)) return;
      const place = { path: file.path, line: index + 1 };
      for (const fact of factsOf(text)) findings.list.push({ ...fact, ...place });
    });
}

function factsOf(text: string): readonly Pick<CoverageFact, 'kind' | 'percent' | 'what'>[] {
  for (const { pattern, what } of THRESHOLDS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const percent = match[1] === undefined ? null : Number(match[1]);
    return TOLERATED.test(text)
      ? [{ kind: 'measured', percent: null, what }]
      : [{ kind: 'threshold', percent, what }];
  }
  const measure = MEASURES.find(({ pattern }) => pattern.test(text));
  return measure === undefined ? [] : [{ kind: 'measured', percent: null, what: measure.what }];
}
