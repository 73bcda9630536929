/** What runs in a cohort's page beside the common script: sorting, opening a learner, and going about by arrow keys. */

export const COHORT_SCRIPT = `(() => {
  for (const table of document.querySelectorAll('[data-heat]')) {
    const heads = [...table.querySelectorAll('th[aria-sort]')];
    const groups = () => [...table.tBodies];
    const lines = () => groups().filter((one) => !one.hidden).map((one) => one.rows[0]);
    const original = groups();
    const names = new Intl.Collator(undefined, { numeric: true });
    const valueOf = (group, key) => key === 'score' || key === 'gain'
      ? Number(group.dataset[key])
      : Number(group.querySelectorAll('td.c')[Number(key.slice(1))]?.dataset.v ?? -1);
    const sort = (head) => {
      const key = head.querySelector('[data-sort]').dataset.sort;
      const first = key === 'name' ? 'ascending' : 'descending';
      const other = first === 'ascending' ? 'descending' : 'ascending';
      const now = head.getAttribute('aria-sort');
      const wanted = now === 'none' ? first : now === first ? other : 'none';
      for (const one of heads) one.setAttribute('aria-sort', one === head ? wanted : 'none');
      const sign = wanted === 'ascending' ? 1 : -1;
      const sorted = wanted === 'none' ? original : original.slice().sort((a, b) => sign * (key === 'name'
        ? names.compare(a.dataset.name, b.dataset.name) : valueOf(a, key) - valueOf(b, key)));
      table.append(...sorted);
    };
    for (const head of heads) head.querySelector('[data-sort]').addEventListener('click', () => sort(head));
    const toggle = (group, open) => {
      const button = group.querySelector('.who');
      const now = open ?? button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', String(now));
      group.classList.toggle('open', now);
    };
    table.addEventListener('click', (event) => {
      const group = event.target.closest('tbody');
      if (!group || event.target.closest('.within, a')) return;
      if (event.target.closest('.line')) toggle(group);
    });
    const move = (cell, down, right) => {
      const all = lines();
      const row = all[all.indexOf(cell.parentElement) + down];
      const target = row && row.cells[Math.max(0, Math.min(row.cells.length - 1, cell.cellIndex + right))];
      if (!target) return false;
      const inner = target.querySelector('.who');
      if (!inner) target.tabIndex = -1;
      (inner ?? target).focus();
      return true;
    };
    table.addEventListener('keydown', (event) => {
      const cell = event.target.closest('.line > *');
      if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
      const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -999], End: [0, 999] };
      const step = steps[event.key];
      if (step) { if (move(cell, ...step) || step[0] === 0) event.preventDefault(); return; }
      const group = cell.closest('tbody');
      if (event.key === 'Escape' && group.classList.contains('open')) { toggle(group, false); group.querySelector('.who').focus(); }
      if (event.key === 'Enter' && !event.target.closest('button')) toggle(group);
    });
  }
})();`;
