/** A badge for a README: an SVG drawn here, and the JSON that shields.io draws one from. */

import type { Difference } from '../model/difference.ts';
import type { PortfolioReport } from '../model/portfolio.ts';
import type { MilestoneReport, Readiness, Report } from '../model.ts';
import { againAddress } from './again.ts';
import type { ReporterOptions } from './reporter.ts';
import { escapeJson, visible } from './visible.ts';
import { counted, READINESS, range } from './words.ts';
import { attribute, textNode } from './xml.ts';

interface Badge {
  readonly label: string;
  readonly message: string;
  /** Dark enough for white letters: a contrast of 4.5 at least. */
  readonly colour: string;
}

const COLOURS: Readonly<Record<Readiness, string>> = {
  ready: '#1a7f4b',
  nearly: '#0f6f7c',
  'on the way': '#94600a',
  started: '#5f6b76',
};

const MOST_CHARACTERS = 60;

type Compared = Pick<ReporterOptions, 'difference'>;

export function reportBadge(report: Report, options: Compared = {}): string {
  return drawn(badgeOf(report, options), againAddress(report));
}

export function reportShields(report: Report, options: Compared = {}): string {
  return shields(badgeOf(report, options));
}

export function portfolioBadge(portfolio: PortfolioReport): string {
  return drawn(portfolioBadgeOf(portfolio), null);
}

export function portfolioShields(portfolio: PortfolioReport): string {
  return shields(portfolioBadgeOf(portfolio));
}

function badgeOf({ milestones, repository, recognition }: Report, { difference }: Compared): Badge {
  const [first] = milestones;
  if (!first) return { label: 'milestone', message: 'not audited', colour: COLOURS.started };
  const { score, title } = first;
  return {
    label: title,
    message: `${range(score)} · ${READINESS[score.readiness]}${arrowOf(difference, first)}${recognition !== null && recognition.milestone === null ? ' ?' : ''}${repository.uncommitted.length > 0 ? ' *' : ''}`,
    colour: COLOURS[score.readiness],
  };
}

/** Up or down since the report that it is compared with. */
function arrowOf(difference: Difference | undefined, { id, score }: MilestoneReport): string {
  const before = difference?.milestones.find((one) => one.id === id)?.before;
  if (!before || before.low === score.low) return '';
  return score.low > before.low ? ' ↑' : ' ↓';
}

function portfolioBadgeOf({ checkpoints, required, skills }: PortfolioReport): Badge {
  const last = checkpoints.findLast(({ reached }) => reached);
  const label = 'AI engineering portfolio';
  if (last) return { label, message: last.title, colour: last.months >= 6 ? COLOURS.ready : COLOURS.nearly };
  const shown = required.filter(({ status }) => status === 'shown').length;
  const seen = skills.filter((skill) => skill.shown.length > 0).length;
  const message = `${shown} of ${required.length} projects · ${counted(seen, 'skill')}`;
  return { label, message, colour: COLOURS['on the way'] };
}

function shields({ label, message, colour }: Badge): string {
  return `${escapeJson(JSON.stringify({ schemaVersion: 1, label: short(label), message: short(message), color: colour }))}\n`;
}

const HEIGHT = 22;
const PADDING = 9;

/** `address` is where a click leads; a page that shows the badge as a picture brings its own link. */
function drawn(badge: Badge, address: string | null): string {
  const label = short(badge.label);
  const message = short(badge.message);
  const left = textWidth(label) + 2 * PADDING;
  const right = textWidth(message) + 2 * PADDING;
  const width = left + right;
  const name = `${label}: ${message}`;
  const text = (words: string, x: number, room: number): string =>
    `<text x="${x}" y="15" textLength="${room}" lengthAdjust="spacingAndGlyphs">${textNode(words)}</text>`;
  const named = `role="img" ${attribute('aria-label', name)}`;
  const box = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}"`;
  return `${[
    // What is one picture to those who do not see it can hold no link: then the link is what is named.
    ...(address === null
      ? [`<svg ${box} ${named}>`]
      : [`<svg ${box}>`, `<a ${attribute('href', address)} ${attribute('aria-label', name)}>`]),
    `<title>${textNode(name)}</title>`,
    `<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="4"/></clipPath>`,
    '<g clip-path="url(#r)">',
    `<rect width="${left}" height="${HEIGHT}" fill="#2b3138"/>`,
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${badge.colour}"/>`,
    '</g>',
    `<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,'DejaVu Sans',sans-serif" font-size="11">`,
    text(label, left / 2, textWidth(label)),
    text(message, left + right / 2, textWidth(message)),
    '</g>',
    ...(address === null ? [] : ['</a>']),
    '</svg>',
  ].join('\n')}\n`;
}

function short(text: string): string {
  const clean = visible(text);
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS - 1)}…` : clean;
}

const NARROW = /[ijlftrI.,:;|!'()[\] ]/;
const BROAD = /[mwMW%@–]/;

/** Pixels of a text in 11 px Verdana, near enough: the letters are stretched to fit. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text)
    width += NARROW.test(letter) ? 4.2 : BROAD.test(letter) ? 10.2 : /[A-Z]/.test(letter) ? 7.7 : 6.7;
  return Math.ceil(width);
}
