/** The files that `init` writes. */
import { docsPage, HOME } from '../../addresses.ts';

const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';
const PAGES = {
  configure: 'actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0',
  upload: 'actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1',
  deploy: 'actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5',
} as const;

/** `milestone` null: to be named by whoever knows. `schema` is the address from which editors complete. */
export function configTemplate(milestone: string | null, schema: string): string {
  const named =
    milestone === null
      ? '# milestone: blog-api # milestone-auditor milestones lists them'
      : `milestone: ${milestone}`;
  return `# yaml-language-server: $schema=${schema}
# How milestone-auditor judges this project: ${docsPage('configuration')}
${named}

# Paths that are not the project's own work, as in .gitignore:
# ignore:
#   - legacy/

# Requirements that do not apply. They never count as met, and every report shows them.
# waivers:
#   - requirement: deployed
#     reason: runs inside the company's network
#     until: 2027-06-30
`;
}

export interface Workflow {
  readonly version: string;
  /** The branch that pull requests go to. */
  readonly branch: string;
  /** The project below the root of the repository; '' for the root. */
  readonly path: string;
}

/**
 * The Action on every push and pull request. Its token may write a check run and a comment; for a fork it may only
 * read, and the Action then shows everything in the job's summary.
 */
export function workflowTemplate({ version, branch, path }: Workflow): string {
  return `name: Milestone

on:
  push:
    branches: [${quoted(branch)}]
  pull_request:

permissions:
  contents: read
  checks: write # the check run with annotations
  pull-requests: write # the comment that says what a pull request changes

jobs:
  readiness:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: ${CHECKOUT}
        with:
          fetch-depth: 0 # the history is judged too
          persist-credentials: false
      - uses: ${actionAt(version)}
${path === '' ? '' : `        with:\n          path: ${quoted(path)}\n`}`;
}

/** Publishes the report and the badge of the default branch. */
export function pagesTemplate({ version, branch, path }: Workflow): string {
  return `name: Milestone report

on:
  push:
    branches: [${quoted(branch)}]

permissions:
  contents: read
  pages: write
  id-token: write

concurrency: milestone-pages

jobs:
  publish:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: ${CHECKOUT}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${actionAt(version)}
        with:
${path === '' ? '' : `          path: ${quoted(path)}\n`}          check: "off"
          comment: "off"
          report-path: site/report.json
      # The page is site/index.html, the badge site/report.svg.
      - run: cp site/report.html site/index.html
      - uses: ${PAGES.configure}
      - uses: ${PAGES.upload}
        with:
          path: site
      - id: deployment
        uses: ${PAGES.deploy}
`;
}

function actionAt(version: string): string {
  return `${new URL(HOME).pathname.slice(1)}@v${version} # a full commit in place of the tag cannot be moved`;
}

/** Text in YAML, whatever a folder or a branch is called. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) && !/^[\d.-]/.test(text) ? text : JSON.stringify(text);
}
