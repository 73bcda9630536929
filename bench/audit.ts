/**
 * Measures whole processes, as a user waits for them, beside what must be done at least: a Node that does nothing, a parser
 * that walks its trees, forty rules as regular expressions and for ast-grep. Writes the tables of docs/performance.md.
 *
 *   npm run build && npm run bench [-- RUNS]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growRepository } from '../scripts/screenshots/grown.ts';
import { type Cost, costsOf } from './cost.ts';
import { astGrepRules } from './patterns.ts';
import { writeTree } from './tree.ts';
import { writeTypeScriptTree } from './typescript-tree.ts';
import { watchCost } from './watched.ts';

const RUNS = Math.max(1, Number(process.argv[2] ?? 5) || 5);
const SIZES = [10, 100, 1000, 5000] as const;
const SCRIPTS = 300;
const PROJECTS = 100;
const COMMITS = 60;
const [START, END] = ['<!-- measured -->', '<!-- /measured -->'];

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');
const node = process.execPath;
const WALK =
  'import ast,os,sys\nfor d,_,fs in os.walk(sys.argv[1]):\n for f in fs:\n  if f.endswith(".py"):\n   for _ in ast.walk(ast.parse(open(os.path.join(d,f),encoding="utf8").read())): pass';

const scratch = mkdtempSync(join(tmpdir(), 'audit-bench-'));
const environment = { ...process.env, XDG_CACHE_HOME: join(scratch, 'cache') };
const audit = (...words: readonly string[]) => [
  node,
  cli,
  ...words,
  '--format',
  'json',
  '--milestone',
  'blog-api',
];
const seconds = ({ cpu }: Cost): string => `${cpu.toFixed(2)} s`;
const times = (one: Cost, other: Cost): string => `${(one.cpu / other.cpu).toFixed(2)} ×`;
/** A Node that does nothing takes less of a processor than is counted: it is compared by the clock. */
const byClock = (one: Cost, other: Cost): string => `${(one.wall / other.wall).toFixed(1)} ×`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

function ofPython(): string {
  const rules = join(scratch, 'rules.yml');
  writeFileSync(rules, astGrepRules());
  const astGrep = [
    join(root, 'node_modules/.bin/ast-grep'),
    'scan',
    '--rule',
    rules,
    '--threads',
    '1',
    '--json=stream',
  ];
  const lines = [node, fileURLToPath(new URL('grep.ts', import.meta.url))];
  const rows = SIZES.map((size) => {
    const tree = join(scratch, `tree-${size}`);
    writeTree(tree, size);
    // Finds nothing that was kept, and keeps what it finds.
    costsOf({ first: audit(tree) }, 1, environment);
    const cost = costsOf(
      {
        bare: [node, '-e', '0'],
        python: ['python3', '-c', WALK, tree],
        lines: [...lines, tree],
        grep: [...astGrep, tree],
        cold: audit(tree, '--no-cache'),
        warm: audit(tree),
      },
      RUNS,
      environment,
    );
    const { bare, python, lines: byLine, grep, cold, warm } = cost;
    return [
      String(size),
      `${bare.wall.toFixed(2)} s`,
      seconds(python),
      seconds(byLine),
      seconds(grep),
      `${seconds(cold)}, ${cold.wall.toFixed(2)} s on the clock`,
      byClock(cold, bare),
      times(cold, python),
      times(cold, grep),
      `${seconds(warm)}, ${times(warm, cold)}`,
      `${cold.megabytes.toFixed(0)} MB`,
    ];
  });
  const head = [
    'Python files',
    'bare Node, by the clock',
    'CPython: parse, walk',
    '40 expressions, line by line',
    'ast-grep, 40 rules',
    'audit',
    '/ Node',
    '/ CPython',
  ];
  return table([...head, '/ ast-grep', 'again, unchanged', 'peak'], rows);
}

function ofTypeScript(): string {
  const tree = join(scratch, 'scripts');
  writeTypeScriptTree(tree, SCRIPTS);
  const parser = fileURLToPath(new URL('parse-typescript.ts', import.meta.url));
  const { parse, cold } = costsOf(
    { parse: [node, parser, tree], cold: audit(tree, '--no-cache') },
    RUNS,
    environment,
  );
  const cells = [
    String(SCRIPTS),
    seconds(parse),
    seconds(cold),
    times(cold, parse),
    `${cold.megabytes.toFixed(0)} MB`,
  ];
  return table(['TypeScript files', 'its parser, walk', 'audit', '/ parser', 'peak'], [cells]);
}

async function ofWays(): Promise<string> {
  const grown = join(scratch, 'grown');
  growRepository(grown, COMMITS);
  const projects = Array.from({ length: PROJECTS }, (_, index) =>
    join(scratch, 'projects', `project-${index}`),
  );
  for (const [index, project] of projects.entries()) writeTree(project, 10 + (index % 3));
  const history = [node, cli, 'history', grown, '-m', 'cli-task-manager', '-f', 'json'];
  costsOf({ first: history }, 1, environment);
  const one = costsOf(
    {
      bare: [node, '-e', '0'],
      version: [node, cli, '--version'],
      history: [...history, '--no-cache'],
      again: history,
    },
    RUNS,
    environment,
  );
  const together = [node, cli, 'portfolio', ...projects, '-f', 'json'];
  const { portfolio, kept } = costsOf({ portfolio: together, kept: together }, 1, environment);
  const large = join(scratch, 'tree-1000');
  const watched = await watchCost(
    [node, cli, large, '-m', 'blog-api', '--watch', '--no-cache', '-q'],
    join(large, 'README.md'),
  );
  return table(
    ['', 'processors', ''],
    [
      [
        '`--version`',
        seconds(one.version),
        `${byClock(one.version, one.bare)} of a Node that does nothing, by the clock`,
      ],
      [`\`history\` of ${COMMITS} commits`, seconds(one.history), `again: ${times(one.again, one.history)}`],
      [
        '`--watch`, 1,000 files, a file saved as it was',
        `${watched.again.toFixed(2)} s`,
        `${(watched.again / watched.first).toFixed(2)} × of the first audit`,
      ],
      [
        `\`portfolio\` of ${PROJECTS} projects with ten files`,
        seconds(portfolio),
        `${((portfolio.cpu / PROJECTS) * 1000).toFixed(0)} ms each, ${portfolio.megabytes.toFixed(0)} MB; again: ${times(kept, portfolio)}`,
      ],
    ],
  );
}

try {
  const machine = `Node ${process.version}, ${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}), medians of ${RUNS} runs that take turns; seconds are those of all processors together.`;
  const measured = [machine, ofPython(), ofTypeScript(), await ofWays()].join('\n\n');
  const page = join(root, 'docs', 'performance.md');
  const text = readFileSync(page, 'utf8');
  const [before = '', rest = ''] = text.split(START);
  writeFileSync(page, `${before}${START}\n\n${measured}\n\n${END}${rest.split(END)[1] ?? ''}`);
  console.log(measured);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
