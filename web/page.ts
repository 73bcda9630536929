/** The page: what is asked for goes to the worker, what it answers is shown. Nothing is kept and nothing is sent. */
import { fromDrop, fromList } from './given.ts';
import type { Hosts } from './hosts.ts';
import { type Answer, addressOf, type Job, type Source } from './job.ts';

declare const HOSTS: Hosts;

const HOME = new URL('.', import.meta.url).href;
const MOST_PROJECTS = 20;

const form = element('form', HTMLFormElement);
const addresses = element('addresses', HTMLTextAreaElement);
const milestone = element('milestone', HTMLInputElement);
const token = element('token', HTMLInputElement);
const folder = element('folder', HTMLInputElement);
const zip = element('zip', HTMLInputElement);
const stop = element('stop', HTMLButtonElement);
const start = element('start', HTMLButtonElement);
const status = element('status', HTMLElement);
const trouble = element('trouble', HTMLElement);
const result = element('result', HTMLElement);
const frame = element('report', HTMLIFrameElement);
const actions = element('actions', HTMLElement);

let running: Worker | null = null;

function element<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

/** From a script of the page's own making, so that the policy of the page binds the worker too. */
function newWorker(): Worker {
  const script = `import ${JSON.stringify(new URL('worker.js', HOME).href)};postMessage('ready');`;
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address, { type: 'module' });
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

function audit(sources: readonly Source[]): void {
  end();
  const worker = newWorker();
  running = worker;
  busy(true);
  trouble.hidden = true;
  trouble.textContent = '';
  result.hidden = true;
  status.textContent = 'Starting …';
  const job: Job = {
    sources,
    milestone: milestone.value.trim() || null,
    token: token.value.trim() || null,
    home: HOME,
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Answer | 'ready'>) => {
    if (worker !== running) return;
    if (data === 'ready') worker.postMessage(job);
    else take(data);
  });
  worker.addEventListener('error', () => {
    if (worker === running) failed('The auditor could not be loaded.', 'Reload the page.');
  });
}

function take(answer: Answer): void {
  switch (answer.kind) {
    case 'progress':
      status.textContent = answer.text;
      return;
    case 'failed':
      failed(answer.message, answer.hint);
      return;
    case 'done':
      done(answer);
      return;
    default:
      answer satisfies never;
  }
}

function done({ html, json, again, left }: Answer & { readonly kind: 'done' }): void {
  end();
  const questions = left === null ? '' : ` GitHub answers ${left} more questions in this hour.`;
  status.textContent = `Done.${questions}`;
  frame.srcdoc = html;
  actions.replaceChildren(
    download('Report as JSON', 'report.json', json, 'application/json'),
    download('Report as a page', 'report.html', html, 'text/html'),
    ...(again === null ? [] : [link('Link that audits this commit again', again)]),
  );
  result.hidden = false;
  result.focus();
}

function download(words: string, name: string, text: string, type: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.textContent = words;
  anchor.download = name;
  anchor.href = URL.createObjectURL(new Blob([text], { type }));
  return anchor;
}

function link(words: string, again: NonNullable<(Answer & { kind: 'done' })['again']>): HTMLElement {
  const anchor = document.createElement('a');
  anchor.textContent = words;
  const query = new URLSearchParams({
    repo: `${again.repository}@${again.ref}`,
    milestone: again.milestone,
  });
  anchor.href = `?${query.toString().replaceAll('%2F', '/').replaceAll('%40', '@')}`;
  return anchor;
}

function failed(message: string, hint: string): void {
  end();
  status.textContent = '';
  trouble.textContent = `${message}. ${hint}`.replace('.. ', '. ');
  trouble.hidden = false;
}

function end(): void {
  running?.terminate();
  running = null;
  busy(false);
}

function busy(now: boolean): void {
  stop.hidden = !now;
  start.disabled = now;
  form.setAttribute('aria-busy', String(now));
}

/** Reads what is typed; null, with the reason told, where it names nothing. */
function typed(text: string): readonly Source[] | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const found = words.map((word) => addressOf(word, HOSTS.server));
  const wrong = words[found.indexOf(null)];
  if (words.length === 0) failed('No address was given', 'Type owner/name, or drop a folder or a zip.');
  else if (wrong !== undefined)
    failed(
      `'${wrong.slice(0, 100)}' is no address of a repository`,
      'Type owner/name, or owner/name@commit.',
    );
  else if (words.length > MOST_PROJECTS)
    failed(`These are more than ${MOST_PROJECTS} addresses`, 'Give fewer at a time.');
  else return found.flatMap((one) => one ?? []);
  return null;
}

function submit(): void {
  const sources = typed(addresses.value);
  if (sources !== null) audit(sources);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
stop.addEventListener('click', () => {
  end();
  status.textContent = 'Stopped.';
  start.focus();
});
folder.addEventListener('change', () => {
  const source = folder.files && fromList(folder.files);
  if (source) audit([source]);
});
zip.addEventListener('change', () => {
  const [file] = zip.files ?? [];
  if (file) audit([{ kind: 'zip', name: file.name, file }]);
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer === null) return;
  fromDrop(event.dataTransfer).then(
    (sources) => {
      if (sources.length > 0) audit(sources);
      else failed('Nothing that was dropped can be audited', 'Drop a folder or a zip archive.');
    },
    () => failed('What was dropped cannot be read', 'Drop a folder or a zip archive.'),
  );
});

const query = new URLSearchParams(location.search);
milestone.value = query.get('milestone') ?? '';
const asked = query.getAll('repo').join('\n');
if (asked !== '') {
  addresses.value = asked;
  submit();
}
