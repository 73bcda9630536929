/** The main command: audit a folder, write the report, say by the exit code whether the gates are met. */
import { existsSync } from 'node:fs';
import type { SourceMemory } from '../../audit.ts';
import { differenceOf } from '../../difference.ts';
import type { Difference } from '../../model/difference.ts';
import type { Report } from '../../model.ts';
import { FORMATS, type Format } from '../../reporters/formats.ts';
import { REPORTERS } from '../../reporters/index.ts';
import { visible } from '../../reporters/visible.ts';
import { refuseCollection } from '../../repository/holds.ts';
import { EXIT } from '../command.ts';
import { chosenMilestone, configured } from '../configured.ts';
import { earlierReport, sameProject } from '../earlier.ts';
import { brokenGates, knownRequirements, readPercent } from '../gates.ts';
import type { Installation } from '../installation.ts';
import { measureOf } from '../measuring.ts';
import type { MeasuringOptions } from '../measuring-options.ts';
import { cacheFolder, type Memory, memoryAt, memoryOfProcess } from '../memory/memory.ts';
import { remembered } from '../memory/remembered.ts';
import { optionsFor, placesFrom, put, readFormats } from '../output.ts';
import { SILENT, statusLine } from '../screen.ts';
import { openSource, type Source } from '../source.ts';
import { submissionIn } from '../submission.ts';

/** Options as they were typed. */
export interface AuditOptions extends MeasuringOptions {
  readonly milestone?: string;
  readonly format: string;
  readonly output?: string;
  readonly failUnder?: string;
  readonly require: readonly string[];
  readonly verbose: boolean;
  readonly quiet: boolean;
  readonly summary: boolean;
  readonly config?: string | boolean;
  readonly rules: readonly string[];
  readonly watch: boolean;
  readonly cache: boolean;
  readonly compare?: string;
}

/** Runs an audit and answers the exit code. Throws a UserError for what the user can mend. */
export async function auditCommand(path: string, options: AuditOptions, here: Installation): Promise<number> {
  if (options.watch) return watched(path, options, here);
  const formats = readFormats(options.format, FORMATS, options.output);
  const failUnder = options.failUnder === undefined ? null : readPercent('--fail-under', options.failUnder);
  const earlier = options.compare === undefined ? null : await earlierReport(options.compare);
  const report = await reportOf(path, options, here, memoryFor(path, options));
  if (options.compare !== undefined && earlier) sameProject(options.compare, earlier, report);
  if (!options.quiet) sayHowRecognised(report);
  const broken = brokenGates(report, { failUnder, require: options.require });
  write(path, report, formats, options, earlier ? differenceOf(earlier, report) : undefined);
  for (const reason of broken) say(`Gate not met: ${reason}`);
  return broken.length > 0 ? EXIT.gate : EXIT.fine;
}

/** Ends with the program only. */
async function watched(path: string, options: AuditOptions, here: Installation): Promise<number> {
  const formats = readFormats(options.format, FORMATS, options.output);
  const { watchAudit } = await import('./watch.ts');
  const memory = memoryOfProcess(memoryFor(path, options));
  await watchAudit(
    path,
    (sources) => reportOf(path, options, here, memory, sources),
    (report) => write(path, report, formats, options),
  );
  return EXIT.fine;
}

/** What earlier runs found out about a project: null where nobody wants to know. */
function memoryFor(path: string, { cache }: AuditOptions): Memory | null {
  return cache ? memoryAt(cacheFolder(process.env), existsSync(path) ? path : null) : null;
}

/** Opens the folder and audits it, with progress on stderr. */
async function reportOf(
  path: string,
  options: AuditOptions,
  here: Installation,
  memory: Memory | null,
  sources?: SourceMemory,
): Promise<Report> {
  const status = options.quiet ? SILENT : statusLine(process.stderr);
  let source: Source | null = null;
  try {
    status.say('Looking at the files …');
    refuseCollection(path, path);
    source = await openSource(path, process.env, options);
    const { repository, config, ruleFiles, knowledgeFiles } = await configured(
      source.repository,
      options.config,
    );
    const rules = await here.rules(options.rules, ruleFiles);
    knownRequirements(options.require, rules.milestones);
    const tool = here.tool(rules.digest);
    const milestoneId = chosenMilestone(options.milestone, config, rules);
    const measured = measureOf(options, source.origin);
    // What is measured is not to be read off the files.
    const lasting = measured.measure === undefined ? memory : null;
    return await remembered(lasting, repository, { tool, milestoneId, config, knowledgeFiles }, async () => {
      // Most of the program: what is remembered does without.
      const { audit } = await import('../../audit.ts');
      return audit(repository, {
        milestones: rules.milestones,
        stacks: rules.stacks,
        milestoneId,
        config,
        reading: await here.reading(knowledgeFiles),
        tool,
        progress: status.say,
        ...measured,
        ...(sources ? { memory: sources } : {}),
      });
    });
  } finally {
    source?.close();
    status.clear();
  }
}

function sayHowRecognised({ recognition, milestones }: Report): void {
  if (recognition === null || recognition.milestone !== null) return;
  const nearest = recognition.candidates.slice(0, 2).map((one) => `'${one.id}'`);
  const looks = nearest.length > 0 ? ` It could be ${nearest.join(' or ')}.` : '';
  const used = milestones[0]?.id ?? '';
  say(`Cannot tell which milestone this is.${looks} Judged as '${used}'; --milestone ID settles it.`);
}

function write(
  path: string,
  report: Report,
  formats: readonly Format[],
  { output, verbose, quiet, summary }: AuditOptions,
  difference?: Difference,
): void {
  const options = {
    ...optionsFor(output !== undefined, verbose),
    quiet,
    summary,
    ...placesFrom(existsSync(path) ? path : '.'),
  };
  const submission = submissionIn(process.env);
  const texts = formats.map((format) => {
    const text = REPORTERS[format](report, {
      ...options,
      ...(submission === null ? {} : { submission }),
      ...(difference ? { difference } : {}),
    });
    return [format, text] as const;
  });
  for (const file of put(new Map(texts), output, 'report')) if (!quiet) say(`wrote ${file}`);
}

function say(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}
