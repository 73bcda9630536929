/** Where this program's pages are: a message names an address, since whoever runs it by npx has no folder of ours. */

/** Who publishes it: the same as in `repository` of package.json. */
const OWNER = 'OWNER';
export const HOME = `https://github.com/${OWNER}/milestone-auditor`;
/** The page that audits in a browser, as GitHub serves it from this repository. */
export const PAGE = `https://${OWNER}.github.io/milestone-auditor/`;
export const REPORT_A_FAULT = `${HOME}/issues`;

/** A page of docs/: `configuration`, `milestones/blog-api`. */
export function docsPage(name: string, anchor = ''): string {
  return `${HOME}/blob/main/docs/${name}.md${anchor === '' ? '' : `#${anchor}`}`;
}

/** Milestones of which there are pages: the built-in ones. */
const DOCUMENTED: readonly string[] = [
  'cli-task-manager',
  'blog-api',
  'data-pipeline',
  'ml-api',
  'rag-system',
  'full-stack-ai-app',
  'production-deployment',
  'data-analysis-tool',
  'research-assistant',
  'realtime-chat',
  'portfolio',
];

/** What a requirement asks, why, and what it looks like; null for a milestone of somebody's own. */
export function requirementPage(milestone: string, requirement: string): string | null {
  return DOCUMENTED.includes(milestone) ? docsPage(`requirements/${milestone}/${requirement}`) : null;
}

/** A JSON Schema of the package, as an editor can load it: `report`, `milestone-config`, `portfolio-plan`. */
export function schemaAddress(name: string): string {
  return `${HOME.replace('github.com', 'raw.githubusercontent.com')}/main/schemas/${name}.schema.json`;
}
