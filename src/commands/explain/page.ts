/** What `explain` prints. */
import type * as Zod from 'zod';
import { CHECKS } from '../../checks/index.ts';
import type { Explanation } from '../../explain.ts';
import { type ConditionLine, conditionLines, traceLines } from '../../milestones/words.ts';
import type { Answer, Condition, Milestone, Requirement } from '../../model.ts';
import { blocksOf } from '../../reporters/advice.ts';
import { visible } from '../../reporters/visible.ts';
import { wrap } from '../../reporters/width.ts';
import { counted, WEIGHT } from '../../reporters/words.ts';
import type { Example, Examples } from '../../rule-tests/examples.ts';
import { columnsOf, paletteFor } from '../screen.ts';

type JsonSchema = Zod.core.JSONSchema.JSONSchema;

const POINTS = { core: 3, high: 2, optional: 1 } as const;
const MOST_PLACES = 5;
/** Whoever asks about one requirement wants to see all of it, once. */
const ALL_PLACES = 100;
const WIDEST = 100;

/** Every requirement with its title, by milestone. */
export function requirementList(milestones: readonly Milestone[]): string {
  const { bold } = colours();
  const width = Math.max(...milestones.flatMap((one) => one.requirements.map(({ id }) => id.length)));
  const parts = milestones.map(({ id, title, requirements }) =>
    [
      `${bold(id)}  ${title}`,
      ...requirements.map((one) => `  ${one.id.padEnd(width)}  ${visible(one.title)}`),
    ].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

/** Every check with what a yes means, and its parameters with what each takes. */
export async function checkList(): Promise<string> {
  const { bold, dim } = colours();
  const z = await import('zod');
  const parts = [...CHECKS.values()].map(({ name, summary, parameters }) =>
    [
      bold(name),
      ...indented(summary, 2),
      ...parameterWords(z.toJSONSchema(parameters(z), { io: 'input', unrepresentable: 'any' })).flatMap(
        (text) => hanging('- ', text, 4).map(dim),
      ),
    ].join('\n'),
  );
  return `${parts.join('\n')}\n`;
}

/** `paths: list of text, needed. The paths that count.` */
function parameterWords({ properties = {}, required = [] }: JsonSchema): readonly string[] {
  return Object.entries(properties).map(([name, value]) => {
    const shape = typeof value === 'boolean' ? {} : value;
    const needed = required.includes(name) ? ', needed' : '';
    const about = shape.description ? `. ${shape.description.replace(/\.$/, '')}` : '';
    return `${name}: ${kindOf(shape)}${needed}${about}`;
  });
}

function kindOf({ type, enum: values, anyOf, items }: JsonSchema): string {
  if (values) return values.join(' or ');
  if (anyOf)
    return [...new Set(anyOf.map((one) => (typeof one === 'boolean' ? 'anything' : kindOf(one))))].join(
      ' or ',
    );
  if (type === 'array') {
    const [each] = items === undefined || typeof items === 'boolean' ? [] : [items].flat();
    return `list of ${each && typeof each !== 'boolean' ? kindOf(each) : 'anything'}`;
  }
  return KINDS[String(type)] ?? String(type ?? 'anything');
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'keys with values',
};

/** What a requirement asks, why, how to get there, and what it looks like. */
export function requirementPage(
  milestone: Milestone,
  one: Requirement,
  examples: Examples | null,
  verbose: boolean,
): string {
  const { bold, dim, green, red } = colours();
  const lines = [
    bold(visible(one.title)),
    dim(`${milestone.id}/${one.id} · ${WEIGHT[one.weight]}, ${counted(POINTS[one.weight], 'point')}`),
    '',
    ...indented(one.why, 0),
    '',
    bold('Met when'),
    ...level(one.says?.met ?? null, one.met, verbose),
  ];
  if (one.partial)
    lines.push('', bold('Partial when'), ...level(one.says?.partial ?? null, one.partial, verbose));
  lines.push('', bold('First step'), ...advice(one.fix));
  if (examples?.good) lines.push('', bold(green('A good example')), ...example(examples.good));
  if (examples?.bad) lines.push('', bold(red('What does not count')), ...example(examples.bad));
  if (one.learn.length > 0)
    lines.push(
      '',
      bold('Learn'),
      ...one.learn.map(({ title, url }) => `  ${visible(title)}: ${visible(url)}`),
    );
  return `${lines.join('\n')}\n`;
}

/** The verdict of one repository, with the conditions that held and those that did not. */
export function verdictPage(
  milestone: Milestone,
  requirement: Requirement,
  { judgement, met, partial }: Explanation,
  verbose: boolean,
): string {
  const { bold, dim } = colours();
  const most = (places: number): number => (verbose ? Number.POSITIVE_INFINITY : places);
  const lines = [
    bold(`Here: ${judgement.verdict}`),
    dim(`${visible(requirement.title)} (${milestone.id}/${requirement.id})`),
    ...(judgement.because === null ? [] : ['', ...indented(judgement.because, 0)]),
    '',
    ...goal('For met', requirement.says?.met),
    ...asked(traceLines(met, CHECKS, verbose), most(ALL_PLACES)),
  ];
  if (partial && judgement.verdict !== 'met')
    lines.push(
      '',
      ...goal('For partial', requirement.says?.partial ?? undefined),
      ...asked(traceLines(partial, CHECKS, verbose), most(MOST_PLACES)),
    );
  return `${lines.join('\n')}\n\n`;
}

/** What is asked for, in the words of whoever wrote the rule, above what was looked at. */
function goal(head: string, says: string | undefined): string[] {
  const { bold } = colours();
  return says === undefined ? [bold(head)] : indented(`${head}: ${says.replace(/\.$/, '')}.`, 0).map(bold);
}

function colours() {
  return paletteFor(process.env, process.stdout.isTTY);
}

function columns(): number {
  return Math.min(WIDEST, columnsOf(process.env, process.stdout.columns));
}

function indented(text: string, indent: number): string[] {
  const room = columns() - indent;
  return wrap(visible(text.replace(/\s+/g, ' ').trim()), room).map((line) => ' '.repeat(indent) + line);
}

/** The sentence of whoever wrote the rule; what is asked of the files where it has none, or on demand. */
function level(says: string | null, condition: Condition, verbose: boolean): string[] {
  const asked = conditions(conditionLines(condition, CHECKS));
  if (says === null) return asked;
  return [...indented(`${says.replace(/\.$/, '')}.`, 2), ...(verbose ? asked : [])];
}

/** A hanging dash, so that a wrapped line is told from the next one. */
function conditions(lines: readonly ConditionLine[]): string[] {
  return lines.flatMap(({ depth, text }) => hanging('- ', text, 2 + depth * 2));
}

function hanging(mark: string, text: string, indent: number): string[] {
  const room = columns() - indent - 2;
  return wrap(visible(text), room).map(
    (line, index) => ' '.repeat(indent) + (index === 0 ? mark : '  ') + line,
  );
}

function advice(text: string): string[] {
  return blocksOf(text).flatMap((block) =>
    block.kind === 'prose'
      ? indented(block.text, 2)
      : block.lines.map((line) => `    ${visible(line)}`.trimEnd()),
  );
}

function example({ name, files }: Example): string[] {
  const { dim } = colours();
  return [
    ...indented(name, 2),
    ...Object.entries(files).flatMap(([path, text]) => [
      dim(`  ${visible(path)}`),
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${visible(line)}`.trimEnd()),
    ]),
  ];
}

/** Each condition with its answer, and below it what shows that. */
function asked(lines: readonly ConditionLine[], most: number): string[] {
  const { dim } = colours();
  return lines.flatMap(({ depth, text, answer }) => {
    if (!answer) return [];
    const indent = 2 + depth * 2;
    const below = text.endsWith(':') ? [] : shown(answer, most);
    return [
      ...hanging(mark(answer), text, indent),
      ...below.flatMap((line) =>
        wrap(visible(line), columns() - indent - 4).map((part) => dim(' '.repeat(indent + 4) + part)),
      ),
    ];
  });
}

function mark({ answer }: Answer): string {
  const { green, red, yellow } = colours();
  if (answer === 'yes') return green('✔ ');
  return answer === 'no' ? red('✘ ') : yellow('? ');
}

function shown(answer: Answer, most: number): readonly string[] {
  if (answer.answer === 'cannot tell') return [answer.reason];
  const places = answer.answer === 'yes' ? answer.evidence : (answer.counter ?? []);
  const told = places.slice(0, most).map(({ path, line, text }) => `${path}:${line}  ${text}`);
  const more =
    places.length > most ? [`and ${counted(places.length - most, 'more place')}: --verbose lists all`] : [];
  return answer.answer === 'no' ? [`looked for ${answer.lookedFor}`, ...told, ...more] : [...told, ...more];
}
