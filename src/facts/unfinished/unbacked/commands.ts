/** Commands that the README tells to run, and that have nothing to run on. */
import type { Facts } from '../../facts.ts';
import { commandsIn } from './said.ts';
import type { Unbacked } from './unbacked.ts';

const RUNS_TESTS =
  /^(?:(?:python3?|uv run|poetry run|pipenv run|coverage run) (?:-m )?)?(?:pytest|unittest)\b/;
const TEST_FILE = /test|spec/i;
/** `docker build .`, `docker build -t name .`, `docker build -t name backend/`; elsewhere's Dockerfile is not ours. */
const BUILDS = /^(?:sudo )?docker (?:buildx )?build\b(?!.*https?:)/;
const COMPOSES = /^(?:sudo )?docker[- ]compose\b(?!.*\s-f\s)(?:.*\s)?(?:up|build|run)\b/;
/** The reader goes to another repository first. */
const ELSEWHERE = /^git clone\b/;

/** Tests that are to be run, where there are none. */
export function absentTests(facts: Facts): readonly Unbacked[] {
  const some = facts.files.some(
    ({ role, path, size }) => size > 0 && (role === 'test' || TEST_FILE.test(path)),
  );
  const told = some ? undefined : commandsIn(facts).find(({ text }) => RUNS_TESTS.test(text));
  if (!told) return [];
  return [{ claim: `tests: ${told.text}`, line: told.line, lookedFor: 'a file of tests' }];
}

/** An image or services that are to be started, where nothing describes them. */
export function absentContainers(facts: Facts): readonly Unbacked[] {
  const commands = commandsIn(facts);
  if (commands.filter(({ text }) => ELSEWHERE.test(text)).length > 1) return [];
  const has = (name: RegExp): boolean => facts.files.some(({ path }) => name.test(path));
  const rows = [
    { runs: BUILDS, file: /(?:docker|container)file/i, lookedFor: 'a Dockerfile' },
    { runs: COMPOSES, file: /compose[^/]*\.ya?ml$/i, lookedFor: 'a compose file' },
  ];
  return rows.flatMap(({ runs, file, lookedFor }) => {
    const told = has(file) ? undefined : commands.find(({ text }) => runs.test(text));
    return told ? [{ claim: `containers: ${told.text.slice(0, 80)}`, line: told.line, lookedFor }] : [];
  });
}
