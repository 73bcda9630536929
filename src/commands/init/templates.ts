/** The files that `init` writes. */

/** `milestone` null: to be named by whoever knows. */
export function configTemplate(milestone: string | null): string {
  const named =
    milestone === null
      ? '# milestone: blog-api # milestone-auditor milestones lists them'
      : `milestone: ${milestone}`;
  return `# How milestone-auditor judges this project.
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

/** Reads the repository and writes a summary: it needs no permission but to read, so it works on forks too. */
export function workflowTemplate(version: string): string {
  return `name: Milestone

on:
  push:
    branches: [main, master]
  pull_request:

permissions:
  contents: read

jobs:
  audit:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          fetch-depth: 0 # the history is judged too
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 24
      - run: npx --yes milestone-auditor@${version} --format markdown >> "$GITHUB_STEP_SUMMARY"
`;
}
