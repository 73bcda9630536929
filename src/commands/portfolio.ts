/** The portfolio command: what several repositories show together. */
import { type CommandLine, examples } from './command.ts';
import type { PortfolioOptions } from './portfolio/command.ts';
import { uses } from './shared-options.ts';

export function addPortfolio({ program, here, exitWith }: CommandLine): void {
  const command = program
    .command('portfolio')
    .description('audit several projects, and show what they prove together')
    .argument(
      '[projects...]',
      'folders, owner/repo, addresses, or a portfolio file; ./PORTFOLIO.yml without any',
    )
    .option('-j, --jobs <number>', 'repositories that are audited at the same time (default: 2)')
    .option('--user <name>', 'the public repositories of a user on GitHub too; needs GITHUB_TOKEN')
    .addHelpText(
      'after',
      examples([
        'milestone-auditor portfolio                          what PORTFOLIO.yml lists',
        'milestone-auditor portfolio task-manager blog-api    two folders',
        'milestone-auditor portfolio octocat/hello-world     on GitHub: by its API with GITHUB_TOKEN, else cloned',
        'milestone-auditor portfolio --format html --output portfolio.html',
        'milestone-auditor portfolio --format json,html,csv --output reports',
      ]),
    );
  uses(
    command,
    'format',
    'output',
    'failUnder',
    'require',
    'config',
    'rules',
    'cache',
    'compare',
    'verbose',
    'quiet',
    'color',
  );
  command.action(async (words: readonly string[]) => {
    const { portfolioCommand } = await import('./portfolio/command.ts');
    exitWith(await portfolioCommand(words, command.optsWithGlobals<PortfolioOptions>(), here));
  });
}
