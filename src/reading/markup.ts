/** Files that are markup: which they are, whatever language fills them in. */

/** Pages, and templates that keep the shape of HTML. */
const MARKUP =
  /\.(?:html?|xhtml|jinja2?|j2|njk|ejs|eta|hbs|handlebars|mustache|twig|liquid|blade\.php|phtml|latte|tpl|erb|rhtml|[hl]?eex|cshtml|vbhtml|razor|jspx?|aspx|ascx|ftlh?|gohtml|gotmpl|tmpl|edge|marko|astro)$/i;

/** A page, or a template of one, with scripts in elements of their own. */
export function isMarkup(path: string): boolean {
  return MARKUP.test(path);
}
