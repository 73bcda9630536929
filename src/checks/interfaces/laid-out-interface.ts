import { layoutsOf, type Part } from '../../facts/interfaces/layout.ts';
import { defineCheck, no, yes } from '../define.ts';

const BESIDE: readonly Part[] = ['sidebar', 'columns or tabs', 'theme or style', 'icons'];

export const laidOutInterface = defineCheck({
  name: 'laid-out-interface',
  summary:
    'There is an interface for users; polished: its page is set up and has at least two of sidebar, columns or tabs, theme or style, icons, or it is made of components with styling.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ polished: z.boolean() }),
  ask: (facts, { polished }) => {
    const layouts = layoutsOf(facts);
    const [first] = layouts;
    if (!first) {
      const [broken] = facts.interfaces.widgets.filter((widget) => facts.interfaces.isBroken(widget));
      if (broken && !polished) return yes([facts.evidence(broken.path, broken.line)]);
      return no('an interface that users see: Streamlit, Gradio, Chainlit, React, a page of HTML …');
    }
    if (!polished) return yes([facts.evidence(first.first.path, first.first.line)]);
    for (const { kind, parts } of layouts) {
      const beside = BESIDE.filter((part) => parts.has(part));
      const enough =
        kind === 'components' ? parts.has('theme or style') : parts.has('page') && beside.length >= 2;
      if (enough && (kind !== 'page' || parts.has('theme or style')))
        return yes([...parts.values()].map(({ path, line }) => facts.evidence(path, line)));
    }
    return no(
      'a set-up page with at least two of a sidebar, columns or tabs, a theme or style sheet, icons; or components with styling',
      [...first.parts.values()].map(({ path, line }) => facts.evidence(path, line)),
    );
  },
});
