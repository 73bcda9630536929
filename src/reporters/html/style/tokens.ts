/** Colours and letters: one palette for paper, one for the dark. Every pair of text and ground has a contrast of 4.5. */

const LIGHT = `
  --paper: #f6f5f1; --card: #fffefb; --raised: #f0eee8; --ink: #1d2226; --soft: #545c63; --line: #dedbd2;
  --accent: #0b5a61; --accent-soft: #e1eeee; --met: #17693f; --met-soft: #e3f1e8; --partial: #845400;
  --partial-soft: #f8edd6; --missing: #a3302a; --missing-soft: #f9e6e3; --open: #565f67; --open-soft: #e9eaea;
  --shadow: 0 1px 2px rgb(29 34 38 / 5%), 0 8px 24px rgb(29 34 38 / 4%);`;

const DARK = `
  --paper: #131619; --card: #1b1f23; --raised: #23282d; --ink: #e9e6df; --soft: #a7afb6; --line: #31373d;
  --accent: #7bcdd1; --accent-soft: #1b3537; --met: #77d0a0; --met-soft: #1a3226; --partial: #e5b862;
  --partial-soft: #372c17; --missing: #f39388; --missing-soft: #3b2321; --open: #a7afb6; --open-soft: #2a2f34;
  --shadow: none;`;

export const TOKENS = `
:root {${LIGHT}
  --sans: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --serif: "Iowan Old Style", Palatino, "Palatino Linotype", P052, "Book Antiqua", Georgia, serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, monospace;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {${DARK} color-scheme: dark; } }
:root[data-theme="dark"] {${DARK} color-scheme: dark; }
@media print { :root, :root[data-theme="dark"], :root:not([data-theme="light"]) {${LIGHT}
  --paper: #fff; --card: #fff; --shadow: none; color-scheme: light; } }
`;
