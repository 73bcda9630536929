/** The last lines of a run: which tests were left out, why, and what mends it. */
import type { Reporter } from 'vitest/node';

interface Need {
  /** Where the tests that need it are. */
  readonly path: string;
  /** Why they are left out. */
  readonly why: string;
  /** The command that runs them too. */
  readonly mend: string;
}

const INSTALL: Readonly<Record<string, string>> = {
  linux: 'sudo apt-get install -y chromium && npm test',
  darwin:
    'brew install --cask chromium && CHROMIUM=/Applications/Chromium.app/Contents/MacOS/Chromium npm test',
};

const NEEDS: readonly Need[] = [
  {
    path: 'tests/browser/',
    why: 'there is no Chromium here, and the one that npm brings does not start',
    mend: INSTALL[process.platform] ?? 'CHROMIUM=path/to/chromium npm test',
  },
  {
    path: 'tests/repository/git.test.ts',
    why: 'only root can make a folder of somebody else',
    mend: 'sudo npm test -- tests/repository/git.test.ts',
  },
  {
    path: 'tests/cli.test.ts',
    why: 'there is no Node 20 or 22 in /usr/bin or /usr/local/bin to compare with',
    mend: 'sudo apt-get install -y nodejs && npm test -- tests/cli.test.ts',
  },
];

/** A line for each need, with how many tests it costs. */
function leftOut(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const needs: readonly Need[] = [...NEEDS, { path: '', why: 'they are marked so', mend: 'npm test' }];
  const costs = new Map<Need, number>();
  for (const path of paths) {
    const need = needs.find((one) => path.startsWith(one.path));
    if (need !== undefined) costs.set(need, (costs.get(need) ?? 0) + 1);
  }
  return [
    `${paths.length} left out:`,
    ...[...costs].flatMap(([{ path, why, mend }, count]) => [
      `  ${count} in ${path === '' ? 'other files' : path}: ${why}. To run them:`,
      `    ${mend}`,
    ]),
  ];
}

export const leftOutReporter: Reporter = {
  onTestRunEnd(modules) {
    const paths = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map(() => module.relativeModuleId),
    );
    for (const line of leftOut(paths)) console.log(line);
  },
};
