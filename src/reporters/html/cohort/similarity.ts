/** The page of similar pairs: their places side by side, to open and compare. */
import type { CodeRange, SimilarityReport, SimilarPair, SimilarSide } from '../../../model/cohort.ts';
import { CAUTION, rangeText } from '../../cohort/similarity-words.ts';
import { permalink } from '../../permalinks.ts';
import { counted, percent } from '../../words.ts';
import { html, type Markup } from '../markup.ts';
import { pageOf } from '../page.ts';

export function similarityHtml(report: SimilarityReport): string {
  const { pairs, compared, more, title, tool } = report;
  return pageOf(
    {
      title: 'Which submissions share code?',
      about: 'Pairs of submissions to look at: a question, no verdict.',
      jumps: [],
      main: [
        html`<section class="opening"><p class="eyebrow"><bdi>${title ?? 'Cohort'}</bdi></p><h1>Which submissions share code?</h1><p class="lead">${CAUTION}</p></section>`,
        html`<section id="pairs" aria-labelledby="pairs-title" data-filter><div class="head"><h2 id="pairs-title">${counted(pairs.length + more, 'pair')} to look at</h2><p>${counted(compared, 'submission')} compared.</p></div>
<div class="tools" role="search" aria-label="Narrow the list"><input type="search" aria-label="Search learners" placeholder="Search learners ( / )" autocomplete="off" spellcheck="false"><p class="tally" role="status"></p></div>
<ul class="projects">${pairs.map(pair)}</ul><p class="none" hidden>No pair fits.</p>${more > 0 && html`<p class="soft">${more} more pairs share less.</p>`}</section>`,
      ],
      tool,
      origin: '',
    },
    'cohort',
  );
}

function pair({ left, right, share, places }: SimilarPair): Markup {
  const words = [left, right].map(({ learner }) => `${learner.name} ${learner.id}`.toLowerCase()).join(' ');
  return html`<li class="card group" data-words="${words}"><h3><bdi>${left.learner.name}</bdi> and <bdi>${right.learner.name}</bdi></h3><p class="soft">How did they come by the same ${percent(share)} % of the smaller one?</p><ul>${places.map(
    (place) =>
      html`<li>${range(left, place.left)} <span class="soft">and</span> ${range(right, place.right)}</li>`,
  )}</ul></li>`;
}

function range({ repository }: SimilarSide, place: CodeRange): Markup {
  const address = permalink(repository, place);
  const words = rangeText(place);
  return address === null
    ? html`<span class="place">${words}</span>`
    : html`<a class="place" href="${address}" rel="noopener noreferrer nofollow">${words}</a>`;
}
