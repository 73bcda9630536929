/** Commands of the program itself that its README shows. */
import { covers, linesOf } from '../../reading/text-file.ts';
import type { Document } from './document.ts';

export interface Invocation {
  /** What is called: 'todo.py', 'todo'. */
  readonly program: string;
  /** The first word after it. */
  readonly command: string;
  /** The word after that, '' where there is none. */
  readonly next: string;
  readonly line: number;
}

const MAX_FOUND = 500;
const RUNNERS =
  /^(?:(?:python3?|py|node|npx|bunx?|tsx|ts-node|deno run|uv run|poetry run|pipenv run|npm run|npm start --|pnpm|yarn) )*(?:-m )?(?:\.[\\/])?([\w@./\\-]{2,80})\s+([a-z][a-z-]{1,30})(?=\s|$)(?:\s+([a-z][\w-]*))?/i;

/** Lines of the README's code blocks of the form `program command …`; plans are left out. */
export function invocationsIn(readme: Document): readonly Invocation[] {
  const silent = readme.sections.filter((one) => one.purposes.includes('roadmap'));
  return readme.codeBlocks
    .filter((one) => !silent.some((section) => covers(section, one.line)))
    .flatMap((one) =>
      linesOf(one.text).flatMap((text, index): Invocation[] => {
        const match = RUNNERS.exec(
          text
            .slice(0, 300)
            .trim()
            .replace(/^[$>#%]\s*/, ''),
        );
        const [, program, command, next = ''] = match ?? [];
        return program === undefined || command === undefined
          ? []
          : [{ program, command, next, line: one.line + 1 + index }];
      }),
    )
    .slice(0, MAX_FOUND);
}
