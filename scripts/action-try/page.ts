/** Markdown as GitHub shows it, near enough to judge how it reads. */
import MarkdownIt from 'markdown-it';

const STYLE = `
body { margin: 0; background: #f6f8fa; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; }
main { max-width: 860px; margin: 24px auto; background: #fff; border: 1px solid #d1d9e0; border-radius: 6px; }
header { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; }
header b { color: #1f2328; }
article { padding: 16px; overflow-wrap: break-word; }
h2, h3 { line-height: 1.25; margin: 24px 0 16px; font-weight: 600; }
h2 { font-size: 1.5em; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0b3; margin-top: 0; }
h3 { font-size: 1.25em; }
p, table, pre, ul, details, blockquote { margin: 0 0 16px; }
a { color: #0969da; text-decoration: none; }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0; text-align: left; }
tr:nth-child(2n) td { background: #f6f8fa; }
code { font: 85% ui-monospace, "DejaVu Sans Mono", Menlo, monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px; }
pre { background: #f6f8fa; padding: 16px; border-radius: 6px; overflow: auto; }
pre code { background: none; padding: 0; }
blockquote { border-left: .25em solid #0969da; padding: 0 1em; color: #1f2328; }
`;

export function page(title: string, markdown: string): string {
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body><main><header><b>github-actions</b> bot</header><article>${html}</article></main></body>
</html>
`;
}
