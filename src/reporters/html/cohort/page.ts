/** The page of a cohort: where it stands, the heat map, what most of them miss, and who needs a word. */
import type { CohortReport } from '../../../model/cohort.ts';
import { learnersIn, rowsOf, summaryOf, titleOf } from '../../cohort/said.ts';
import { percent } from '../../words.ts';
import { html, type Markup } from '../markup.ts';
import { pageOf, provenance } from '../page.ts';
import { distributionSection } from './distribution.ts';
import { heatMap } from './heat-map.ts';
import { missedSection } from './missed.ts';
import { peopleSection } from './people.ts';

export function cohortHtml(report: CohortReport): string {
  const { sheets, tool } = report;
  const compared = report.comparedWith !== null;
  const maps = sheets.map((sheet, index) => heatMap({ sheet, number: index + 1, compared }));
  const jumps = sheets.slice(0, 4).map(({ title }, index) => [`sheet-${index + 1}`, title] as const);
  return pageOf(
    {
      title: titleOf(report),
      about: 'Learners against requirements, each verdict with its evidence.',
      jumps: [...jumps, ['people', 'People'] as const],
      main: [
        opening(report),
        ...sheets.flatMap((sheet, index) => [
          maps[index] as Markup,
          ...(sheet.milestone === null
            ? []
            : [missedSection(sheet, index + 1), distributionSection(sheet, index + 1)]),
        ]),
        peopleSection(report),
      ],
      tool,
      origin: learnersIn(rowsOf(report)),
    },
    'cohort',
  );
}

function opening(report: CohortReport): Markup {
  const { sheets, asOf, comparedWith } = report;
  const rows = rowsOf(report);
  const submitted = rows.filter(({ outcome }) => outcome.kind !== 'absent').length;
  const ready = sheets.reduce((sum, { distribution }) => sum + distribution.readiness.ready, 0);
  const stuck = rows.filter((row) => row.stuck).length;
  const [only] = sheets;
  const median = sheets.length === 1 ? (only?.distribution.median ?? null) : null;
  const figures: readonly (readonly [string, string | number, string | null])[] = [
    ['submitted', submitted, `of ${rows.length}`],
    ...(median === null ? [] : [['median', percent(median), '%'] as const]),
    ['ready', ready, null],
    ...(report.since === null ? [] : [[`stuck since ${report.since}`, stuck, null] as const]),
  ];
  const when = [
    asOf === null ? '' : `newest commit of ${asOf}`,
    comparedWith === null ? '' : `compared with ${comparedWith}`,
  ];
  return html`<section class="opening"><p class="eyebrow">Cohort</p><h1><bdi>${titleOf(report)}</bdi></h1>
<p class="lead">${sheets.length > 1 ? `${sheets.length} milestones, ${learnersIn(rows)}` : only === undefined ? '' : `${only.title}: ${summaryOf(only)}`}${when.filter((part) => part !== '').map((part) => html`<span class="soft"> · ${part}</span>`)}</p>
<dl class="figures number">${figures.map(([words, count, of]) => html`<div><dt>${words}</dt><dd>${count}${of !== null && html` <span>${of}</span>`}</dd></div>`)}</dl><p class="print-only small soft">${provenance(report.tool, '')}</p></section>`;
}
