import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found } from '../define.ts';

/** Names under which a page keeps a conversation to show it. */
const SHOWN =
  /^(?:st\.session_state\.)?(?:messages|(?:chat|question|answer|response|query|qa|prompt|message)?_?history|conversation|chat_?messages|chats)$/i;

/** A conversation that is displayed: a chat component, messages in the state of a page, messages in a table. */
function displayed(facts: Facts): readonly Evidence[] {
  const held = facts.program.filesOf().flatMap((file) =>
    file.assignments
      .filter(({ target, value }) => {
        const name =
          target.kind === 'name'
            ? target.name
            : target.kind === 'index' && target.index[0]?.kind === 'literal'
              ? `st.session_state.${String(target.index[0].value)}`
              : '';
        const list =
          value?.kind === 'list' ||
          value?.kind === 'member' ||
          value?.kind === 'index' ||
          value?.kind === 'call';
        return list && SHOWN.test(name) && (/session_state/.test(name) || file.language !== 'python');
      })
      .map(({ line }) => facts.evidence(file.path, line)),
  );
  const shown = facts.interfaces.of('message').map((widget) => facts.evidence(widget.path, widget.line));
  return held.length > 0 && (shown.length > 0 || held.length > 0)
    ? [...held.slice(0, 1), ...shown.slice(0, 1)]
    : shown.slice(0, 1);
}

/** A page in the browser keeps what it sends again; a script of Streamlit forgets it with its process. */
function inBrowser(facts: Facts): boolean {
  return facts.interfaces.widgets.some(
    ({ framework, file }) => /^(?:jsx|script)$/.test(framework) || (framework === 'markup' && file === null),
  );
}

export const conversationMemory = defineCheck({
  name: 'conversation-memory',
  summary:
    'Earlier turns of a conversation reach the next answer: kept in a store or by the client (`stored`), as long as the process runs (`fed`), or only shown (`shown`). `reloaded`: they are read back from a store by user, for whatever; `read-back`: from a store that everybody shares, beside a model that answers.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ level: z.enum(['stored', 'fed', 'shown', 'reloaded', 'read-back']) }),
  ask: (facts, { level }) => {
    const kept =
      level === 'stored'
        ? ['store', ...(inBrowser(facts) ? ['client'] : [])]
        : ['store', 'client', 'process'];
    const fed = facts.answering.conversation
      .filter((one) => kept.includes(one.kept))
      .map((one) => facts.evidence(one.file.path, one.line));
    if (level === 'reloaded')
      return found(
        facts.answering.reloaded.slice(0, 2).map((one) => facts.evidence(one.file.path, one.line)),
        'messages that are read back from a store by user or session',
      );
    if (level === 'read-back')
      return found(
        facts.models.some((one) => one.purpose === 'chat')
          ? facts.answering.readBack.slice(0, 2).map((one) => facts.evidence(one.file.path, one.line))
          : [],
        'messages that are read back from a store',
      );
    const given = facts.answering.reloaded.map((one) => facts.evidence(one.file.path, one.line));
    const shown = level === 'shown' ? [...displayed(facts), ...given] : [];
    return found(
      [...fed, ...shown].slice(0, 2),
      level === 'stored'
        ? 'earlier messages that are read from a store and handed to the model'
        : level === 'fed'
          ? 'earlier messages that are handed to the model'
          : 'a conversation that is kept or shown',
    );
  },
});
