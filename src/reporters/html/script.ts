/** All that runs in the page: the theme, filters, and opening what an address points at. Without it all is shown. */

export const SCRIPT = `(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const stored = (value) => {
    try { return value === undefined ? localStorage.getItem('theme') : localStorage.setItem('theme', value); } catch { return null; }
  };
  const button = document.querySelector('.theme');
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const paint = () => { if (button) button.setAttribute('aria-pressed', String(isDark())); };
  const saved = stored();
  if (saved === 'dark' || saved === 'light') root.dataset.theme = saved;
  paint();
  if (button) button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    stored(root.dataset.theme);
    paint();
  });
  for (const part of document.querySelectorAll('[data-filter]')) {
    const input = part.querySelector('input');
    if (!input) continue;
    const chips = [...part.querySelectorAll('.chip[data-value]')];
    const items = [...part.querySelectorAll('[data-words]')];
    const tally = part.querySelector('.tally');
    const nothing = part.querySelector('.none');
    const groups = [...part.querySelectorAll('[data-group]')];
    const apply = () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const chosen = {};
      for (const chip of chips) if (chip.getAttribute('aria-pressed') === 'true') (chosen[chip.dataset.key] ??= []).push(chip.dataset.value);
      let shown = 0;
      for (const item of items) {
        const fits = words.every((word) => item.dataset.words.includes(word))
          && Object.entries(chosen).every(([key, values]) => values.includes(item.dataset[key]));
        item.hidden = !fits;
        if (fits) shown += 1;
      }
      for (const group of groups) group.hidden = !group.querySelector('[data-words]:not([hidden])');
      tally.textContent = shown === items.length ? '' : shown + ' of ' + items.length + ' shown';
      if (nothing) nothing.hidden = shown > 0;
    };
    input.addEventListener('input', apply);
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || input.value === '') return;
      input.value = '';
      apply();
    });
    for (const chip of chips) chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
    const sort = part.querySelector('[data-sort]');
    if (sort) sort.addEventListener('click', () => {
      const best = sort.getAttribute('aria-pressed') !== 'true';
      sort.setAttribute('aria-pressed', String(best));
      const sorted = best ? [...items].sort((a, b) => b.dataset.score - a.dataset.score) : items;
      for (const item of sorted) item.parentElement.append(item);
    });
    const all = part.querySelector('[data-all]');
    if (all) all.addEventListener('click', () => {
      const rows = [...part.querySelectorAll('details.row')];
      const open = rows.some((row) => !row.open);
      for (const row of rows) row.open = open;
      all.setAttribute('aria-pressed', String(open));
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const input = document.querySelector('[data-filter] input');
    if (!input) return;
    event.preventDefault();
    input.focus();
  });
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
  addEventListener('beforeprint', () => { for (const one of document.querySelectorAll('details.all')) { one.dataset.was = String(one.open); one.open = true; } });
  addEventListener('afterprint', () => { for (const one of document.querySelectorAll('details.all')) one.open = one.dataset.was === 'true'; });
})();`;
