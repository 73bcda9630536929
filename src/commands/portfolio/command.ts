/** The portfolio command: audit several repositories, and word what they show together. */
import { badOption, UserError } from '../../errors.ts';
import { portfolioOf } from '../../portfolio/assemble.ts';
import { portfolioDifferenceOf } from '../../portfolio/difference.ts';
import { PORTFOLIO_FORMATS, PORTFOLIO_REPORTERS } from '../../reporters/portfolio.ts';
import { visible } from '../../reporters/visible.ts';
import { EXIT } from '../command.ts';
import { earlierPortfolio } from '../earlier.ts';
import { brokenGatesOf, knownRequirements, readPercent } from '../gates.ts';
import type { Installation } from '../installation.ts';
import { cacheFolder, memoryAt } from '../memory/memory.ts';
import { optionsFor, put, readFormats } from '../output.ts';
import { SILENT, statusLine } from '../screen.ts';
import { accessOf, repositoriesOf } from './github.ts';
import { tasksOf } from './plan.ts';
import { runTasks } from './run.ts';
import { openTask } from './sources.ts';

/** Options as they were typed; those of the program itself count here too. */
export interface PortfolioOptions {
  readonly format: string;
  readonly output?: string;
  readonly failUnder?: string;
  readonly require: readonly string[];
  readonly verbose: boolean;
  readonly quiet: boolean;
  readonly jobs?: string;
  readonly user?: string;
  readonly config?: string | boolean;
  readonly rules: readonly string[];
  readonly cache: boolean;
  readonly compare?: string;
}

const JOBS = 2;
const MOST_JOBS = 16;

/** Answers the exit code: 1 too where a repository could not be audited. Throws a UserError for the user's mistakes. */
export async function portfolioCommand(
  words: readonly string[],
  options: PortfolioOptions,
  here: Installation,
): Promise<number> {
  const { output, require, quiet } = options;
  const formats = readFormats(options.format, PORTFOLIO_FORMATS, output);
  if (typeof options.config === 'string')
    throw badOption(
      '--config',
      options.config,
      'no file here: each project has its own, and --no-config reads none',
    );
  const failUnder = options.failUnder === undefined ? null : readPercent('--fail-under', options.failUnder);
  const jobs = readJobs(options.jobs);
  const earlier = options.compare === undefined ? null : await earlierPortfolio(options.compare);
  const named = await withUser(words, options);
  const [{ title, tasks }, rules] = await Promise.all([
    tasksOf(named, process.cwd()),
    here.rules(options.rules),
  ]);
  knownRequirements(require, rules.milestones);
  const status = quiet ? SILENT : statusLine(process.stderr);
  const tool = here.tool(rules.digest);
  const { judged, failures } = await runTasks(tasks, {
    jobs,
    request: {
      milestones: rules.milestones,
      stacks: rules.stacks,
      skills: rules.skills,
      reading: await here.reading(),
      tool,
    },
    config: options.config !== false,
    open: (task) => openTask(task, process.env, quiet),
    memory: ({ folder }) => (options.cache ? memoryAt(cacheFolder(process.env), folder) : null),
    working: status.say,
    done: (text) => {
      status.clear();
      if (!quiet) say(text);
    },
  });
  status.clear();
  const portfolio = portfolioOf({ tool, title, judged, failures, skills: rules.skills });
  const changes = earlier === null ? {} : { changes: portfolioDifferenceOf(earlier, portfolio) };
  const toFile = output !== undefined;
  const worded = { ...optionsFor(toFile, options.verbose), quiet, ...changes };
  const texts = formats.map((format) => [format, PORTFOLIO_REPORTERS[format](portfolio, worded)] as const);
  for (const file of put(new Map(texts), output, 'portfolio')) if (!quiet) say(`wrote ${file}`);
  const broken = brokenGatesOf(judged, { failUnder, require });
  for (const reason of broken) say(`Gate not met: ${reason}`);
  if (judged.length === 0) return EXIT.nothing;
  return broken.length > 0 || failures.length > 0 ? EXIT.gate : EXIT.fine;
}

/** What is named, and the repositories of a user. */
async function withUser(
  words: readonly string[],
  { user, quiet }: PortfolioOptions,
): Promise<readonly string[]> {
  if (user === undefined) return words;
  const access = accessOf(process.env, quiet);
  if (!/^[A-Za-z0-9-]{1,39}$/.test(user)) throw badOption('--user', user, 'the name of a user on GitHub');
  if (access === null) throw noToken();
  return [...words, ...(await repositoriesOf(user, access))];
}

function noToken(): UserError {
  return new UserError({
    code: 'bad-option',
    message: '--user asks GitHub, and there is no token for it',
    hint: 'Set GITHUB_TOKEN to a token that may read public repositories.',
    exitCode: 2,
  });
}

/** Reading waits for the disk and for Git while another repository is judged; more only takes more memory. */
function readJobs(value: string | undefined): number {
  if (value === undefined) return JOBS;
  const jobs = Number(value);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw badOption('--jobs', value, `a whole number from 1 to ${MOST_JOBS}`);
}

function say(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}
