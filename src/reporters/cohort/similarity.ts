/** Pairs that share more than the starter code, worded as what they are: a reason to talk, and no verdict. */
import type { CodeRange, SimilarityReport, SimilarPair, SimilarSide } from '../../model/cohort.ts';
import { similarityHtml } from '../html/cohort/similarity.ts';
import { code, linked, prose } from '../markdown/escape.ts';
import { permalink } from '../permalinks.ts';
import { escapeJson } from '../visible.ts';
import { percent } from '../words.ts';
import { CAUTION, rangeText } from './similarity-words.ts';

export const SIMILARITY_REPORTERS = {
  html: similarityHtml,
  markdown: similarityMarkdown,
  json: (report: SimilarityReport) => `${escapeJson(JSON.stringify(report, null, 1))}\n`,
} as const;

function similarityMarkdown(report: SimilarityReport): string {
  const { pairs, compared, more } = report;
  const head = `## Which submissions share code?\n\n${prose(CAUTION)}\n\n${compared} submissions compared, ${pairs.length + more} pairs to look at.`;
  const rest = more > 0 ? [`${more} more pairs share less.`] : [];
  return `${[head, ...pairs.map(pairText), ...rest].join('\n\n')}\n`;
}

function pairText({ left, right, share, places }: SimilarPair): string {
  const lines = places.map(
    (place) => `- ${rangeLink(left, place.left)} and ${rangeLink(right, place.right)}`,
  );
  return `### ${prose(left.learner.name, 60)} and ${prose(right.learner.name, 60)}: how did they come by the same ${percent(share)} %?\n\n${lines.join('\n')}`;
}

function rangeLink({ repository }: SimilarSide, range: CodeRange): string {
  return linked(code(rangeText(range)), permalink(repository, range));
}
