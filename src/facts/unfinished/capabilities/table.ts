/** What a README may promise, and what of it a repository would show. One more promise is one more row. */
import { PROMISES } from './asked.ts';
import { type Capability, filed, named, used } from './capability.ts';
import { AI_CAPABILITIES } from './intelligence.ts';
import { TECHNOLOGIES } from './technologies.ts';

const SERVERS: readonly Capability[] = [
  PROMISES['rate-limit'],
  {
    promise: /^caching$|\b(?:response|query|result|api|redis|in-memory|semantic) cach(?:e|ing)\b/i,
    shown: named(/cach|redis|memo/i),
  },
  {
    promise: /\be-?mail (?:notification|verification|confirmation|alert)s?|\bsend(?:s|ing)? e-?mails?/i,
    shown: used(/mail|smtp|sendgrid|resend|postmark|\bses\b/i),
  },
  PROMISES.websockets,
  {
    promise:
      /\bweb-?hook (?:management|notifications|support)|\b(?:add|edit|delete|test|send)\b.{0,30}\bweb-?hooks?\b/i,
    // A table or a schema alone manages nothing.
    shown: ({ facts: { program, routes } }) =>
      routes.some((one) => /hook/i.test(one.path)) ||
      program.calls().some((call) => /web_?hook/i.test(program.nameOf(call))),
    shows: 'a route or a call that does it',
  },
  {
    promise: /\boauth ?2? (?:login|sign)|\bsocial login\b|\bgoogle (?:login|sign-?in)/i,
    shown: named(/oauth|passport|authlib|allauth|openid|social|supabase|firebase|auth0|clerk|better-?auth/i),
  },
  {
    promise: /\b(?:password reset|reset(?:ting)? (?:your |the |a )?password|forgot(?:ten)? password)\b/i,
    shown: named(/reset|forgot|recover|supabase|firebase|auth0|clerk/i),
  },
  {
    promise: /\brefresh tokens?\b/i,
    shown: named(/refresh|rotat|djoser|simplejwt|supabase|firebase|auth0|clerk/i),
  },
  {
    promise: /\brole-?based\b|\brbac\b/i,
    shown: named(/role|rbac|permission|admin|scope|policy|grant/i),
  },
  { promise: /\badmin (?:panel|dashboard|interface)\b/i, shown: named(/admin/i) },
  { promise: /\b(?:two-factor|2fa|mfa)\b/i, shown: named(/totp|otp|2fa|mfa|two.?factor/i) },
  {
    promise: /^pagination\b|\bwith pagination\b|\bpaginated\b/i,
    shown: named(/pagina|limit|offset|skip|\bpage|per_?page|page_?size|cursor/i),
  },
  {
    promise: /\bretry (?:support|logic|mechanism)|\b(?:automatic|with) retries\b/i,
    shown: named(/retr(?:y|ies)|tenacity|backoff|attempt/i),
  },
  PROMISES['health-check'],
  {
    promise: /\b(?:progress (?:tracking|bars?|indicators?|updates?)|track(?:s|ing)? progress)\b/i,
    shown: named(/progress|percent|tqdm|spinner.*upload|eta\b|event-?source/i),
  },
  {
    promise: /\bscheduled (?:jobs?|tasks?|retraining|runs?|imports?)\b|\bcron jobs?\b/i,
    shown: named(/schedul|cron|celery|airflow|prefect|dagster|beat\b/i),
  },
  {
    promise: /\b(?:locali[sz]ation|internationali[sz]ation|i18n|multi-?lingual)\b/i,
    shown: named(/locale|i18n|lang(?!chain|graph|smith|fuse)|translat|intl|multilingual/i),
  },
  { promise: /\bexport(?:s|ing)?\b.{0,30}\b(?:to|as) pdf\b/i, shown: named(/pdf/i) },
];

const OPERATIONS: readonly Capability[] = [
  {
    promise: /\bci\/cd\b|\bcontinuous integration\b|\bgithub actions\b/i,
    shown: ({ facts }) => facts.pipelines.list.some((one) => !one.empty),
    shows: 'a pipeline that is not empty',
  },
  {
    promise: /\b(?:unit|integration|automated|e2e) tests?\b|\btest suite\b/i,
    shown: ({ facts }) =>
      facts.files.some((file) => file.size > 0 && (file.role === 'test' || /test|spec/i.test(file.path))),
  },
  { promise: /\bdocker(?:ized|ised|file|-compose)?\b/i, shown: filed(/docker|compose|container/i) },
  {
    promise: /\bmulti-?stage docker/i,
    shown: ({ facts }) => facts.containers.dockerfiles.some((file) => file.stages.length > 1),
    shows: 'a Dockerfile with several stages',
  },
  { promise: /\bterraform\b/i, shown: filed(/\.tf(?:\.json)?$/) },
  {
    promise: /\bkubernetes (?:deployment|manifest|support|ready)|\bhelm chart/i,
    shown: named(/k8s|kube|helm|deployment\.ya?ml/i),
  },
  {
    promise: /\bpre-?commit hooks?\b/i,
    shown: filed(/\.pre-commit-config|\.husky\/|lefthook|package\.json$/),
  },
];

const CONSOLES: readonly Capability[] = [
  { promise: /\bundo\b/i, shown: named(/undo|revert|restore|history|rollback/i) },
  { promise: /\breminders?\b/i, shown: named(/remind|notif|schedul|alarm/i) },
  { promise: /\brecurring\b/i, shown: named(/recur|repeat|interval|rrule|frequency/i) },
  { promise: /\bdue dates?\b/i, shown: named(/due|deadline|expir|date/i) },
  { promise: /\bpriorit(?:y|ies)\b/i, shown: named(/priorit|urgen|importan/i) },
];

const SCREENS: readonly Capability[] = [
  {
    promise: /\b\w+ front-?end\b/i,
    shown: (trace) =>
      filed(/\.(?:html?|[jt]sx|vue|svelte|ejs|hbs|njk|jinja2?|j2|cshtml|php|erb)$/i)(trace) ||
      trace.facts.interfaces.widgets.length > 0,
    shows: 'a page or a screen',
  },
  {
    promise: /\bdrag(?:ging)?[- ]?(?:and|&|n|'n')?[- ]?drop/i,
    shown: named(
      /drag|drop_?zone|on_?drop|file_?uploader|uppy|filepond|upload_?(?:file|button|dragger)|ui\.upload/i,
    ),
  },
  {
    promise: /\bconfirm(?:ation)? (?:dialogs?|prompts?|pop-?ups?|modals?)\b/i,
    shown: named(/confirm|dialog|modal|prompt|sure/i),
  },
  { promise: /\bkeyboard shortcuts?\b/i, shown: named(/key|shortcut|bind/i) },
  { promise: /\b(?:toast|push|desktop) notifications?\b/i, shown: named(/toast|notif|snack|sonner/i) },
  {
    promise: /\bvoice (?:input|commands?|chat)|\bspeech[- ]to[- ]text\b/i,
    shown: named(/voice|speech|audio|micro/i),
  },
];

/** What a program does, whatever it is made with. */
export const ABILITIES: readonly Capability[] = [
  ...SERVERS,
  ...OPERATIONS,
  ...CONSOLES,
  ...SCREENS,
  ...AI_CAPABILITIES,
];

/** What a tool of the list of tools may be able to do: no promise that the program does it. */
export const DEEDS: ReadonlySet<Capability> = new Set([
  ...SERVERS,
  ...CONSOLES,
  ...SCREENS,
  ...AI_CAPABILITIES,
]);

/** In order: the first that a promise fits decides. */
export const CAPABILITIES: readonly Capability[] = [...ABILITIES, ...TECHNOLOGIES];
