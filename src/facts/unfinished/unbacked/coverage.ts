/** A figure of test coverage in the README, beside what the repository measures. */
import type { Facts } from '../../facts.ts';
import { saidIn } from './said.ts';
import type { Unbacked } from './unbacked.ts';

/** `95% test coverage`, `Test coverage: 95 %`, `coverage-95%25` of a badge that somebody painted. */
const FIGURES: readonly RegExp[] = [
  /\b(\d{1,3}(?:\.\d{1,2})?) ?% ?\+? (?:test |code |line |unit test |branch )coverage\b/i,
  /\btest\w*\b.{0,60}\b(\d{1,3}(?:\.\d{1,2})?) ?% coverage\b(?! of)/i,
  /\b(?:test|code|line|unit test|branch) coverage(?: is| of|:| at| badge)? (?:over |above |about |~|≈|> ?)?(\d{1,3}(?:\.\d{1,2})?) ?%/i,
  /img\.shields\.io\/badge\/(?:\w+[-_ ])?coverage-(\d{1,3}(?:\.\d{1,2})?)%25/i,
];
/** What somebody wants is no claim. */
const WANTED =
  /\b(?:aim|goal|target|require[sd]?|must|should|minimum|at least|fail|threshold|todo|want|below|≥|>=)\b/i;
/** Percent by which a figure may have grown old. */
const CLOSE = 2;

export function coverageFigures(facts: Facts): readonly Unbacked[] {
  const { list } = facts.coverage;
  for (const { text, line } of saidIn(facts)) {
    const figure = FIGURES.map((one) => one.exec(text)?.[1]).find((one) => one !== undefined);
    const percent = Number(figure ?? Number.NaN);
    if (!(percent > 0 && percent <= 100) || WANTED.test(text)) continue;
    const claim = `test coverage of ${figure} %`;
    const reports = list.flatMap((one) =>
      one.kind === 'report' && one.percent !== null ? [one.percent] : [],
    );
    if (reports.length > 0 && reports.every((one) => one < percent - CLOSE)) {
      const best = Math.max(...reports);
      return [
        { claim, line, lookedFor: `a report that says so: the committed one says ${best.toFixed(0)} %` },
      ];
    }
    if (list.length > 0) return [];
    return [
      {
        claim,
        line,
        lookedFor: 'a committed coverage report, an enforced threshold or a run that measures it',
      },
    ];
  }
  return [];
}
