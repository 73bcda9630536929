/** Signs of a README that was never filled in: templates of tools, placeholder names, filler text, announcements. */
import { linesOf } from '../../reading/text-file.ts';
import type { Document } from './document.ts';

export interface Placeholder {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly kind: 'template' | 'coming-soon' | 'lorem' | 'personal';
}

const MAX_FOUND = 50;
const MAX_LINES = 5_000;
const MAX_LINE = 1_000;

/** Sentences that well-known templates and generators put into a README, as Markdown or as a reader sees them. */
const TEMPLATES: readonly RegExp[] = [
  /project bootstrapped with \[?`?create-next-app/i,
  /bootstrapped with \[?`?create-llama/i,
  /This project was bootstrapped with \[?Create React App\b|^#+ Getting Started with Create React App/i,
  /This template provides a minimal setup to get React working in Vite|This template should help get you started developing with/i,
  /^#\s+(?:React|Vue|Svelte|Preact|Solid)(?: \d)? \+ (?:TypeScript \+ )?Vite\s*$/i,
  /This project was generated (?:with|using) \[?Angular CLI\b/i,
  /Everything you need to build a Svelte project, powered by/i,
  /Nest(?:\]\(https:\/\/github\.com\/nestjs\/nest\))? framework TypeScript starter repository/i,
  /Look at the \[?Nuxt(?: 3)? documentation\b|^#\s+Nuxt (?:3 )?Minimal Starter|^#\s+Astro Starter Kit|^#\s+Welcome to Remix/i,
  /Laravel is a web application framework with expressive, elegant syntax/i,
  /This is an (?:\[Expo\]\(https:\/\/expo\.dev\)|Expo) project created with/i,
  /This is an example of how (?:you may give instructions|to list things you need) /i,
  /To get a local copy up and running follow these simple(?: example)? steps/i,
  /Here's a blank template to get started|Thanks for checking out the Best-README-Template/i,
  /Use this space to show useful examples of how a project can be used/i,
  /^#+\s+Compose sample application/i,
  /^Check out the configuration reference at <?https:\/\/\S{1,80}\/spaces-config-reference>?\.?\s*$/i,
  /To make it easy for you to get started with GitLab, here's a list of recommended next steps/i,
  /This README would normally document whatever steps are necessary/i,
  /TODO: Give a short introduction of your project/i,
  /^(?:A|One) (?:short|brief) description of (?:the|your) project(?: and what it does)?\.?\s*$|A brief description of what this project does and who it's for/i,
  /^#\s+(?:project[ _-]?(?:name|title)|your project(?: name)?|\[project[ _-]?(?:name|title)\])\s*$|>\s*Project ?(?:Name|Title)\s*</i,
];

/** Long templates, by how they end and by their headings: with no other heading nobody has added to them. */
const LONG_TEMPLATES: readonly { readonly end: RegExp; readonly headings: RegExp }[] = [
  {
    end: /\bNest is \[?MIT licensed\b/,
    headings:
      /^(?:description|installation|(?:project )?setup|running the app|compile and run the project|(?:run )?tests?|deployment|resources|support|stay in touch|license)$/i,
  },
  {
    end: /\bThe Laravel framework is open-sourced software licensed\b/,
    headings:
      /^(?:about laravel|learning laravel|laravel sponsors|premium partners|agentic development|contributing|code of conduct|security vulnerabilities|license)$/i,
  },
];

const LOREM = /\blorem(?:\s+ipsum|\s*$|\s*[.<])/i;

/** `yourusername` in an address; `[Your Name]` as text. A `<your-api-key>` in a command is an instruction, no gap. */
const PERSONAL: readonly RegExp[] = [
  /\]\(https?:\/\/#\)|href="https?:\/\/#"/i,
  /\bproject_(?:title|description|license)\b|\b(?:repo_name|github_username|twitter_handle|linkedin_username|email_client)\b/,
  /(?:github|gitlab|bitbucket|linkedin)\.com[:/](?:in\/)?[<[{]?(?:your|you|my)?[-_ ]?(?:user[-_ ]?name|github[-_ ]?name|name|org|organization|account|handle|profile)[>\]}]?(?=[/)\s"'`]|$)/i,
  /\byour[-_]?(?:github[-_]?)?user[-_]?name\b|\byour[-_]?org\b/i,
  /\[(?:your|insert|add|enter)[ _-][^\]\n]{1,40}\](?!\()/i,
  /\byour[._-]?(?:email|name)@\w|\bemail@example\.com\b/i,
];

const COMING: readonly RegExp[] = [
  /\b(?:add|insert|put|place|paste) (?:your |a |an |the |some )?(?:project |app |demo )?(?:screenshots?|images?|pictures?|gifs?|videos?|diagrams?|links?)\b.{0,20}\bhere\b/i,
  /\bcoming soon\b|\bwork in progress\b|\bunder construction\b|\bunder development\b|\bto be (?:added|announced|written|documented)\b|\bnot (?:yet|fully|completely|entirely) implemented\b|\bnot implemented yet\b/i,
  /\b(?:not|isn['’]t) (?:done|written|built|supported) yet\b|\byet to be (?:done|implemented|written|added)\b|^[|\s_*]*(?:to be filled(?: in)?|fill (?:me |this )?in|preencher|a completar|por completar|ausfüllen|à compléter)[|\s_*]*$/i,
  /\b(?:is|are) (?:still |currently )in progress\b|\bshould not yet be (?:used|treated)\b/i,
  /\b(?:project|development|current) status\b.{0,60}\bin (?:progress|development)\b|\b(?:stage|phase|milestone|etapa|fase|étape) \d+ (?:is )?(?:in progress|em andamento|en (?:progreso|curso|cours))\b/i,
  /(?:^|[\s([:*])(?:WIP|TBD|TBA)(?:$|[\s)\].:*!])|(?:^|\s)TODO:/,
  /\bem breve\b|\bem desenvolvimento\b|\bpróximamente\b|\ben construcción\b|\ben desarrollo\b|\bbientôt\b|\ben cours de développement\b|\bdemnächst\b|\bsegera hadir\b|\bdalam pengembangan\b|준비 ?중|개발 ?중|即将推出|敬请期待|开发中|準備中/i,
];

/** Gaps in a document, HTML comments not counted. */
export function placeholdersOf(document: Document, text: string): readonly Placeholder[] {
  const hidden = new Set<number>();
  for (const comment of document.comments) {
    const span = linesOf(comment.text).length;
    for (let line = comment.line; line < comment.line + span; line += 1) hidden.add(line);
  }
  const found: Placeholder[] = [];
  const lines = linesOf(text).slice(0, MAX_LINES);
  const starter = starterLine(document, lines);
  for (let index = 0; index < lines.length && found.length < MAX_FOUND; index += 1) {
    const line = (lines[index] ?? '').slice(0, MAX_LINE);
    const kind = index === starter ? 'template' : hidden.has(index + 1) ? null : kindOf(line);
    if (kind !== null)
      found.push({ path: document.path, line: index + 1, text: line.trim().slice(0, 200), kind });
  }
  return found;
}

/** A starter kit calls itself one, and says how to make a program of it. */
const STARTER = /\b(?:starter|template|boilerplate|scaffold)\b/i;
const SCAFFOLDS =
  /^\s*(?:[$>]\s)?(?:(?:npx|bunx|npm|yarn|pnpm|bun)\s(?:[\w-]+\s){0,2})?create[- ][\w@./-]{1,60}\s(?:\S{1,80}\s){0,6}?(?:--example|--template|-e|-t)[\s=]/i;

function starterLine({ title }: Document, lines: readonly string[]): number {
  return STARTER.test(title) ? lines.findIndex((line) => SCAFFOLDS.test(line.slice(0, MAX_LINE))) : -1;
}

/** Whether a document is the long template of a framework, to which nobody has added a section, or a starter kit's own. */
export function isUnchanged(document: Document, text: string): boolean {
  const { headings } = document;
  if (starterLine(document, linesOf(text).slice(0, MAX_LINES)) >= 0) return true;
  return LONG_TEMPLATES.some(
    (one) =>
      one.end.test(text.slice(0, 50_000)) &&
      headings.every((heading) => one.headings.test(heading.text.trim())),
  );
}

/** Text that stands for text still to be written. */
export function isPlaceholder(text: string): boolean {
  const bounded = text.slice(0, MAX_LINE);
  return TEMPLATES.some((pattern) => pattern.test(bounded)) || LOREM.test(bounded);
}

function kindOf(line: string): Placeholder['kind'] | null {
  if (LOREM.test(line)) return 'lorem';
  if (TEMPLATES.some((pattern) => pattern.test(line))) return 'template';
  if (COMING.some((pattern) => pattern.test(line))) return 'coming-soon';
  return PERSONAL.some((pattern) => pattern.test(line)) ? 'personal' : null;
}
