/** Jobs that cannot do what they say: they build or apply what is not there, or name a registry that nobody has. */

import { resolvePath } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { Job, Pipeline } from './model.ts';

/** Names that the author of a template left to be filled in. */
const UNFILLED =
  /<\/?[a-z][\w -]{2,40}>(?!\s*&?\d)|\b(?:your|my)[-_ ]?(?:docker ?hub|registry|docker|dockerhub|image|project|app|org|aws|gcp|server|cluster|host|account)[-_]?(?:user(?:name)?|name|account|id|repo|domain|host)\b|\bYOUR_[A-Z_]+\b|\buser@(?:prod-)?server\b|\/path\/to\//i;

/** The jobs of a pipeline that would fail, those that need such a one included. */
export function brokenJobs(facts: Facts, pipeline: Pipeline): ReadonlySet<Job> {
  const there = new Set(facts.files.map((file) => file.path));
  const text = facts.text(pipeline.path) ?? '';
  const broken = new Set(
    pipeline.jobs.filter((job) => job.steps.some((step) => stepBreaks(filled(step, text), there))),
  );
  for (let round = 0; round < pipeline.jobs.length; round += 1) {
    const before = broken.size;
    for (const job of pipeline.jobs) {
      const needed = pipeline.jobs.filter((one) => job.needs.includes(one.name));
      if (needed.some((one) => broken.has(one))) broken.add(job);
    }
    if (broken.size === before) break;
  }
  return broken;
}

/** A step with the first value that its matrix gives: `${{ matrix.dockerfile }}`. */
function filled(step: Job['steps'][number], text: string): Job['steps'][number] {
  const fill = (value: string): string =>
    value.replace(/\$\{\{\s*matrix\.(?:\w{1,40}\.)?([\w-]{1,40})\s*\}\}/g, (whole, key: string) => {
      const given = new RegExp(`^\\s*(?:-\\s*)?${key}:\\s*["']?([\\w./-]{1,200})["']?\\s*$`, 'm').exec(
        text.slice(0, 200_000),
      );
      return given?.[1] ?? whole;
    });
  const inputs = Object.fromEntries(Object.entries(step.with).map(([key, value]) => [key, fill(value)]));
  return { ...step, run: fill(step.run), with: inputs };
}

function stepBreaks({ run, with: inputs, does }: Job['steps'][number], there: ReadonlySet<string>): boolean {
  const wanted = does.some((what) => what === 'deploy' || what === 'image-push' || what === 'image-build');
  if (!wanted) return false;
  if (
    UNFILLED.test(run.slice(0, 20_000)) ||
    Object.values(inputs).some((value) => UNFILLED.test(value.slice(0, 500)))
  )
    return true;
  if (does.includes('image-build') && (inputs.context !== undefined || inputs.file !== undefined)) {
    const context = resolvePath('', inputs.context ?? '.');
    const file =
      inputs.file === undefined
        ? context === null
          ? null
          : `${context}/Dockerfile`
        : resolvePath('', inputs.file);
    if (absent(file, there)) return true;
  }
  for (const line of run.replace(/\\\n/g, ' ').split('\n').slice(0, 300)) {
    const applied =
      /\bkubectl\b.{0,200}\bapply\b.{0,100}\s-f\s+([\w./-]+)/.exec(line.slice(0, 500))?.[1] ??
      /<\s*(k8s\/[\w./-]+)\s*\|\s*kubectl\b/.exec(line.slice(0, 500))?.[1];
    if (applied !== undefined && applied !== '-' && absentFolder(applied, there)) return true;
    const dockerfile = /\bdocker\b.{0,100}\bbuild\b.{0,400}\s(?:-f|--file)[ =]([\w./-]+)/.exec(
      line.slice(0, 800),
    )?.[1];
    if (dockerfile !== undefined) {
      if (absent(resolvePath('', dockerfile), there)) return true;
    } else if (/\bdocker\b(?![ -]compose).{0,60}\sbuild\s/.test(line.slice(0, 200))) {
      const context = /\s(\.?\/?[\w-][\w./-]*|\.)\s*$/.exec(line.slice(0, 800).trimEnd())?.[1];
      const folder = context === undefined ? null : resolvePath('', context);
      if (folder !== null && absent(folder === '' ? 'Dockerfile' : `${folder}/Dockerfile`, there))
        return true;
    }
  }
  return false;
}

/** No file ends so: a step may work in another folder. */
function absent(path: string | null, there: ReadonlySet<string>): boolean {
  if (path === null || /[${*]/.test(path)) return false;
  const bare = path.replace(/^\//, '');
  if (there.has(bare)) return false;
  return ![...there].some((one) => one.endsWith(`/${bare}`));
}

function absentFolder(path: string, there: ReadonlySet<string>): boolean {
  const bare = resolvePath('', path);
  if (bare === null || bare === '') return false;
  return ![...there].some(
    (one) =>
      one === bare || one.startsWith(`${bare}/`) || one.endsWith(`/${bare}`) || one.includes(`/${bare}/`),
  );
}
