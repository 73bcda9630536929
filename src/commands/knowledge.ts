/** `knowledge`: what the program knows of a library, and whether a file of one's own is right. */
import { type CommandLine, examples } from './command.ts';
import { uses } from './shared-options.ts';

export function addKnowledge({ program, here, exitWith }: CommandLine): void {
  const knowledge = program
    .command('knowledge')
    .description('show what is known of a library or a role, and check knowledge of your own')
    .argument('[name]', 'a library (qdrant_client), a qualified name, or a role (vector.query)')
    .addHelpText(
      'after',
      examples([
        'milestone-auditor knowledge                   every role, by field',
        'milestone-auditor knowledge vector.store      what has a role',
        'milestone-auditor knowledge bullmq            what is known of a library',
        'milestone-auditor knowledge validate milestone-knowledge.yml',
      ]),
    );
  uses(knowledge, 'color').action(async (name: string | undefined) => {
    const page = await import('./knowledge/page.ts');
    const known = (await here.reading()).knowledge;
    process.stdout.write(name === undefined ? page.roleList(known) : page.knowledgePage(name, known));
  });
  const validate = knowledge
    .command('validate')
    .description('check files of knowledge of your own, with the place of every mistake')
    .argument('<files...>', 'files of knowledge')
    .addHelpText('after', examples(['milestone-auditor knowledge validate milestone-knowledge.yml']));
  uses(validate, 'color').action(async (paths: readonly string[]) => {
    const { validateKnowledge } = await import('./knowledge/validate.ts');
    exitWith(await validateKnowledge(paths, here));
  });
}
