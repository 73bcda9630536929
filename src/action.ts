/** The GitHub Action: what the run is about, its audit, and the result posted where the work is reviewed. */
import { join } from 'node:path';
import { type Attested, attestationOf } from './action/attestation.ts';
import { writeReports } from './action/files.ts';
import { type Inputs, readInputs } from './action/inputs.ts';
import { placeOf } from './action/opened.ts';
import { publish } from './action/publish.ts';
import { type Result, resultOf } from './action/result.ts';
import { type Runner, runnerOf } from './action/runner.ts';
import { setUpEngine } from './commands/engine.ts';
import { installationAt } from './commands/installation.ts';
import { UserError } from './errors.ts';
import { type Api, apiOf } from './github/api.ts';
import { type CheckRun, giveUpCheck, startCheck } from './github/check-run.ts';
import { type Subject, subjectOf } from './github/event.ts';
import { findPull } from './github/pull-request.ts';
import { Trouble } from './github/retry.ts';

async function run(runner: Runner): Promise<number> {
  const inputs = readInputs(runner.input);
  const { event, payload, sha, actor } = runner;
  const found = subjectOf(event, payload, sha, actor);
  if (found.skip !== null) {
    runner.say('notice', `Nothing to audit: ${found.skip}.`);
    return 0;
  }
  const waiting = (milliseconds: number): void =>
    runner.say('notice', `GitHub asks to wait ${Math.ceil(milliseconds / 1000)} seconds.`);
  const api =
    inputs.token === null || runner.repository === '' ? null : apiOf(runner, inputs.token, { waiting });
  const subject = await withPull(found, api);
  const place = await placeOf(runner.workspace, inputs.path, api);
  // The code that is checked out need not be the commit that the run is about: then no check run may stand there.
  const about = subject.pull !== null || subject.distrusted || place.clone?.head === subject.head;
  const check = about ? beginCheck(runner, inputs, subject, api) : Promise.resolve(null);
  const cancelled = (): void =>
    void giveUp(api, check, 'The run was cancelled.').then(() => process.exit(CANCELLED));
  for (const signal of SIGNALS) process.once(signal, cancelled);
  try {
    const result = await resultOf(
      place,
      subject,
      inputs,
      installationAt(new URL('.', import.meta.url)),
      runner.runId,
    );
    const reportPath = inputs.reportPath ?? join(runner.temp, 'milestone-report', 'report.json');
    writeReports(reportPath, result.report, result.difference);
    const attested = await attestationOf(reportPath, inputs, runner);
    writeOutputs(runner, result, reportPath, attested);
    const notices = attested === null ? result.notices : [...result.notices, attested.sentence];
    const told = { ...result, notices };
    await publish({ runner, api, subject, inputs, result: told, check: await check });
    return result.broken !== null && result.broken.length > 0 ? 1 : 0;
  } catch (error) {
    await giveUp(api, check, 'The audit could not be finished. The log of the job says why.');
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, cancelled);
  }
}

/** What the runner sends when somebody cancels the run, some seconds before it ends the process. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** As a shell tells it. */
const CANCELLED = 130;

async function giveUp(
  api: Api | null,
  check: Promise<CheckRun | Trouble | null>,
  why: string,
): Promise<void> {
  const begun = await check;
  if (api !== null && begun !== null && !(begun instanceof Trouble)) await giveUpCheck(api, begun, why);
}

/** Begun while the audit runs, so that nobody waits for either. Never rejects: what went wrong is told at the end. */
async function beginCheck(
  runner: Runner,
  inputs: Inputs,
  { head, readOnly }: Subject,
  api: Api | null,
): Promise<CheckRun | Trouble | null> {
  if (!inputs.check || api === null || head === null || readOnly !== null) return null;
  const key = [inputs.milestone, inputs.path].filter((part) => part).join(' ');
  const name = key === '' ? 'Milestone readiness' : `Milestone readiness (${key})`;
  try {
    return await startCheck(api, { name, head, externalId: `${runner.runId}.${runner.attempt}.${name}` });
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
}

async function withPull(subject: Subject, api: Api | null): Promise<Subject> {
  const { source, head } = subject;
  if (source === null || head === null || api === null) return subject;
  const pull = await findPull(api, source, head);
  return pull === null ? subject : { ...subject, pull, base: pull.base };
}

function writeOutputs(
  runner: Runner,
  { report, difference, broken }: Result,
  reportPath: string,
  attested: Attested | null,
): void {
  const [milestone] = report.milestones;
  if (milestone === undefined) return;
  const { score, requirements } = milestone;
  const changes = difference?.milestones.flatMap((one) => one.changes) ?? [];
  const tenths = (share: number): number => Math.round(share * 1000) / 10;
  runner.output('milestone', milestone.id);
  runner.output('score', tenths(score.low));
  runner.output('score-high', tenths(score.high));
  runner.output('readiness', score.readiness);
  runner.output('met', requirements.filter(({ verdict }) => verdict === 'met').length);
  runner.output('total', score.total);
  runner.output('better', changes.filter(({ effect }) => effect === 'better').length);
  runner.output('worse', changes.filter(({ effect }) => effect === 'worse').length);
  runner.output('gate', broken === null ? 'none' : broken.length > 0 ? 'not met' : 'met');
  runner.output('report-path', reportPath);
  runner.output('attestation', attested?.address ?? '');
}

/** What went wrong, for whoever can mend it. */
function explain(error: unknown, runner: Runner): number {
  const words = error instanceof Error ? error.message : String(error);
  if (error instanceof UserError) runner.say('failure', `${words}. ${error.hint}`);
  else if (error instanceof Trouble) runner.say('failure', `GitHub did not answer as needed: ${words}`);
  else {
    const what = `This is the fault of milestone-auditor: ${words.slice(0, 300)}. Please report it.`;
    runner.say('failure', what);
  }
  return 1;
}

setUpEngine();

const runner = runnerOf(process.env);
process.exitCode = await run(runner).catch((error: unknown) => explain(error, runner));
