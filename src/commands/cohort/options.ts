/** Options of the cohort commands, as they were typed; those of the program itself count here too. */
import { availableParallelism } from 'node:os';
import { badOption } from '../../errors.ts';
import { COHORT_FORMATS, COHORT_REPORTERS, type CohortFormat } from '../../reporters/cohort/index.ts';
import { SIMILARITY_REPORTERS } from '../../reporters/cohort/similarity.ts';
import type { WhatOptions } from './what.ts';

interface Common {
  readonly rules: readonly string[];
  readonly config?: string | boolean;
  readonly quiet: boolean;
}

export interface ReportOptions extends Common {
  readonly format: string;
  readonly output?: string;
  readonly verbose: boolean;
  readonly compare?: string;
  readonly since?: string;
  readonly similarity?: string;
}

interface WorkOptions {
  readonly jobs?: string;
  readonly patience: string;
}

export interface RunOptions extends WhatOptions, ReportOptions, WorkOptions {
  readonly state: string;
}

export interface PlanOptions extends WhatOptions, Common {
  readonly shards: string;
  readonly output?: string;
}

export interface AuditShardOptions extends Common, WorkOptions {
  readonly plan: string;
  readonly shard?: string;
  readonly output?: string;
}

export interface MergeOptions extends ReportOptions {
  readonly plan: string;
}

const MOST_JOBS = 16;
const MOST_SHARDS = 256;
const LONGEST_PATIENCE = 24 * 3600;

/** Whether the submissions' own `.milestone.yml` are read. */
export function readConfig(value: string | boolean | undefined): boolean {
  if (typeof value !== 'string') return value !== false;
  throw badOption('--config', value, 'no file here: each submission has its own, and --no-config reads none');
}

/** Each thread holds a repository of its own: more of them than processors only take more memory. */
export function readJobs(value: string | undefined): number {
  if (value === undefined) return Math.min(4, availableParallelism());
  return wholeNumber('--jobs', value, MOST_JOBS);
}

/** GitHub's matrix holds 256 jobs. */
export function readShards(value: string): number {
  return wholeNumber('--shards', value, MOST_SHARDS);
}

export function readPatience(value: string): number {
  return wholeNumber('--patience', value, LONGEST_PATIENCE);
}

function wholeNumber(option: string, value: string, most: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw badOption(option, value, `a whole number from 1 to ${most}`);
}

/** `3/20`, where the plan has twenty; null for all of them. */
export function readShard(value: string | undefined, shards: number): number | null {
  if (value === undefined) return null;
  const [, number = '', of = ''] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  if (Number(of) === shards && Number(number) >= 1 && Number(number) <= shards) return Number(number);
  throw badOption('--shard', value, `1/${shards} to ${shards}/${shards}, as the plan has them`);
}

/** Formats that leave files need a folder to leave them in. */
export function readFormats({ format, output }: ReportOptions): readonly CohortFormat[] {
  const formats = format.split(',').map((word) => {
    const known = COHORT_FORMATS.find((one) => one === word.trim());
    if (known === undefined) throw badOption('--format', word, COHORT_FORMATS);
    return known;
  });
  const several = formats.length > 1 || formats.some((one) => 'folder' in COHORT_REPORTERS[one]);
  if (several && output === undefined)
    throw badOption('--format', format, 'one format of text, or any with --output FOLDER');
  return [...new Set(formats)];
}

export function readSimilarity(path: string | undefined) {
  if (path === undefined) return null;
  const kind = { html: 'html', md: 'markdown', json: 'json' }[/\.(html|md|json)$/.exec(path)?.[1] ?? ''];
  if (kind === undefined) throw badOption('--similarity', path, 'a file that ends in .html, .md or .json');
  return { path, text: SIMILARITY_REPORTERS[kind as keyof typeof SIMILARITY_REPORTERS] };
}
