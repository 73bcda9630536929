/** What a measurement says, in one sentence: the same in the evidence of a verdict and in the list of a report. */
import { counted } from './counted.ts';
import type { Measured, Measurement, Share, What } from './measured.ts';

/** `83.4 %`, never rounded up to what it is not. */
function percent(value: number): string {
  return `${Math.floor(value * 10) / 10} %`;
}

function share({ covered, found }: Share): string {
  return found === 0 ? 'none' : `${covered} of ${found}`;
}

function coverageSentence({ percent: value, lines, files, changed }: Measured['coverage']): string {
  const whole = `${percent(value)} of the lines are covered (${share(lines)}, in ${share(files)} files of code)`;
  if (changed === null) return whole;
  if (changed.found === 0) return `${whole}; the change writes no line that could run`;
  return `${whole}; of the changed lines ${percent((changed.covered / changed.found) * 100)} (${share(changed)})`;
}

function testsSentence({ total, failed, skipped, failures }: Measured['tests']): string {
  const left = skipped === 0 ? '' : `, ${skipped} skipped`;
  if (failed === 0) return `${counted(total, 'test')}, none failed${left}`;
  return `${failed} of ${counted(total, 'test')} failed${left}: ${failures.join(', ')}${failed > failures.length ? ' …' : ''}`;
}

function addressSentence(value: Measured['address']): string {
  const { status, down, url, waited, certificate, health, docs, operations } = value;
  if (down !== null) return `does not work: ${down}${waited ? ', also after a long wait' : ''}`;
  const parts = [
    `answers ${status}${url === null ? '' : ` at ${url}`}`,
    ...(waited ? ['it slept and took a long wait to wake'] : []),
    ...(certificate === null || certificate === 'refused'
      ? ['without TLS']
      : [`certificate of ${certificate.issuer} until ${certificate.until}`]),
    ...(health === null ? [] : [`well by ${health}`]),
    ...(docs === null ? [] : [`documented at ${docs}`]),
    ...(operations === null
      ? []
      : [`${operations.covered} of its ${operations.found} operations are routes of this code`]),
  ];
  return parts.join('; ');
}

function pipelineSentence({ path, branch, commit, conclusion, jobs }: Measured['pipeline']): string {
  const failed = jobs.filter((job) => job.conclusion === 'failure').map(({ name }) => name);
  const which = failed.length === 0 ? '' : `: ${failed.slice(0, 5).join(', ')}`;
  return `the last run of ${path} on ${branch} ended in ${conclusion}${which} (commit ${commit.slice(0, 7)})`;
}

function checksSentence({ commit, passed, failed, running, failures }: Measured['checks']): string {
  const parts = [
    `${passed} passed`,
    ...(failed === 0 ? [] : [`${failed} failed: ${failures.join(', ')}`]),
    ...(running === 0 ? [] : [`${running} not finished`]),
  ];
  return `checks of commit ${commit.slice(0, 7)}: ${parts.join('; ')}`;
}

function deploymentSentence({ environment, state, url, commit }: Measured['deployment']): string {
  return `deployed to ${environment}: ${state}${url === null ? '' : ` at ${url}`} (commit ${commit.slice(0, 7)})`;
}

function pagesSentence({ url, https }: Measured['pages']): string {
  return `GitHub Pages at ${url}${https ? ', over TLS only' : ''}`;
}

function releasesSentence({ count, latest, on }: Measured['releases']): string {
  return latest === null
    ? 'no release'
    : `${count} releases, the last one ${latest} on ${on ?? 'an unknown day'}`;
}

function repositorySentence({ homepage, topics }: Measured['repository']): string {
  const about = topics.length === 0 ? 'no topics' : `topics ${topics.join(', ')}`;
  return `${homepage === null ? 'no homepage' : `homepage ${homepage}`}; ${about}`;
}

function protectionSentence({ branch, protected: guarded, required }: Measured['protection']): string {
  if (!guarded) return `branch ${branch} is not protected`;
  const checks = required.length === 0 ? '' : ` and asks for ${required.slice(0, 5).join(', ')}`;
  return `branch ${branch} is protected${checks}`;
}

/** A new kind of measurement without a sentence does not compile. */
const SENTENCES: { readonly [W in What]: (value: Measured[W]) => string } = {
  coverage: coverageSentence,
  tests: testsSentence,
  address: addressSentence,
  pipeline: pipelineSentence,
  checks: checksSentence,
  deployment: deploymentSentence,
  pages: pagesSentence,
  releases: releasesSentence,
  repository: repositorySentence,
  protection: protectionSentence,
};

/** Without the source: whoever shows it says where it comes from. */
export function measuredSentence({ what, value }: Measurement): string {
  if ('unmeasured' in value) return `could not be measured: ${value.unmeasured}`;
  // The key and the value come from one measurement, which the compiler cannot follow through the table.
  return (SENTENCES[what] as (value: unknown) => string)(value);
}
