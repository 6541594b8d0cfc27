// Keys and small comforts. Every page works without this file; it only shortens the way.

const PLACES = {
  t: ['/', 'Today'],
  f: ['/flags', 'Flags'],
  d: ['/deals', 'Deals'],
  c: ['/companies', 'Companies'],
  s: ['/scrutiny', 'Scrutiny'],
  m: ['/map', 'Map'],
  o: ['/documents', 'Documents'],
  n: ['/screens', 'Screens'],
  u: ['/sources', 'Sources'],
};
const THEMES = ['system', 'light', 'dark'];
/** How long the second key of a pair is waited for. */
const PAIR_MS = 1500;

const kept = (name, value) => {
  try {
    if (value === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, value);
  } catch {
    // Storage is shut off: nothing is remembered, everything else works.
  }
  return null;
};

let on = kept('dealwatch-keys') !== 'off';
let waitingSince = Number.NEGATIVE_INFINITY;

/** Controls name their own key in data-key; they count where a flag is in hand, and each key is there once. */
const keyed = () => [...document.querySelectorAll('#flag [data-key], .undo [data-key], #list [data-key]')];
/** What lies in a closed fold has a place on the page and is not seen all the same. */
const visible = (element) =>
  element.getClientRects().length > 0 && (element.matches('summary') || !element.closest('details:not([open])'));

function use(control) {
  if (control.matches('input[type=radio]')) return dismiss(control);
  if (control.matches('summary')) return unfold(control.parentElement);
  else if (control.matches('textarea, input:not([type=checkbox])')) control.focus();
  else control.click();
}

/** Who is to look is chosen among buttons: the first is in hand at once. */
function unfold(fold) {
  fold.open = !fold.open;
  if (fold.open && fold.matches('.assign')) fold.querySelector('button')?.focus();
}

/** A reason is chosen and sent in one; "other" needs a note first. */
function dismiss(reason) {
  reason.checked = true;
  if (reason.value === 'other') reason.form.elements.note.focus();
  else reason.form.querySelector('[value=dismiss]').click();
}

function search() {
  const field = [...document.querySelectorAll('.find input')].find(visible);
  const menu = document.querySelector('.narrownav');
  if (field) return field.focus();
  if (!menu) return;
  menu.open = true;
  menu.querySelector('input').focus();
}

function nextTheme() {
  const now = document.documentElement.dataset.theme ?? 'system';
  const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
  kept('dealwatch-theme', next);
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

function showFlag() {
  const panel = document.getElementById('flag');
  if (!panel) return;
  location.hash = 'flag';
  panel.tabIndex = -1;
  panel.focus();
}

const build = (name, text, ...children) => {
  const element = document.createElement(name);
  element.append(...(text ? [text] : []), ...children);
  return element;
};

function listOfKeys() {
  const rows = [
    ['/', 'Search'],
    ...Object.entries(PLACES).map(([key, [, label]]) => [`g ${key}`, label]),
    ['.', 'Theme: as the system, light, dark'],
    ['p', 'Read a text'],
    ['j k', 'Flags: next, previous'],
    ['J K', 'Flags: next pair, previous pair'],
    ['Enter', 'Flags: show the current one'],
    ['o', 'Flags: dossier of the pair'],
    ['1–9', 'Flags: the passage behind a number'],
    ['c w e', 'Flags: confirm, watch, escalate'],
    ['d 1–7', 'Flags: dismiss with a reason'],
    ['a', 'Flags: assign'],
    ['n', 'Flags: note'],
    ['x', 'Flags: select, for one decision about several'],
    ['f', 'Flags: filters'],
    ['u', 'Flags: undo, back to review'],
    ['?', 'This list'],
  ];
  const list = build('dl');
  for (const [keys, label] of rows) {
    const term = build('dt');
    for (const key of keys.split(' ')) term.append(build('kbd', key), ' ');
    list.append(term, build('dd', label));
  }
  return list;
}

function makeDialog() {
  const dialog = build('dialog', '', build('h2', 'Keys'), listOfKeys());
  dialog.className = 'keys';
  dialog.setAttribute('aria-label', 'Keys');
  const box = build('input');
  box.type = 'checkbox';
  box.checked = on;
  box.addEventListener('change', () => {
    on = box.checked;
    kept('dealwatch-keys', on ? 'on' : 'off');
    printKeys();
  });
  const close = build('button', 'Close');
  close.className = 'btn';
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  const theme = build('button', 'Another theme');
  theme.className = 'btn';
  theme.type = 'button';
  theme.addEventListener('click', nextTheme);
  const row = build('div', '', build('label', '', box, ' Keys are on'), theme, close);
  row.className = 'acts';
  dialog.append(row);
  document.body.append(dialog);
  return dialog;
}

let dialog = null;
function showKeys() {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
}

/** Each button says its key, as long as keys are on. */
function printKeys() {
  for (const element of document.querySelectorAll('[data-key-printed]')) element.remove();
  for (const control of keyed()) {
    if (!on) control.removeAttribute('aria-keyshortcuts');
    else control.setAttribute('aria-keyshortcuts', control.dataset.key);
    const place = control.matches('input') ? control.parentElement : control;
    if (!on || !place.matches('a:not(.skip-pair), button, summary, label:not(.pick)')) continue;
    const cap = build('kbd', control.dataset.key.toUpperCase());
    cap.setAttribute('aria-hidden', 'true');
    cap.dataset.keyPrinted = '';
    place.append(cap);
  }
}

const COMMON = { '/': search, '?': showKeys, '.': nextTheme, p: () => location.assign('/read') };

/** The passage behind a number of the flag in hand, or nothing. */
function passage(number) {
  const ref = [...document.querySelectorAll('#flag .ref')].find((one) => one.textContent.trim() === String(number));
  return ref ? () => ref.click() : null;
}

function filters() {
  const form = document.getElementById('filters');
  if (!visible(form)) location.hash = 'filters';
  form.querySelector('input:not([type=hidden])')?.focus();
}

/** Gives what a key does here, or nothing. */
function actionOf(key) {
  const place = performance.now() - waitingSince < PAIR_MS ? PLACES[key] : null;
  waitingSince = key === 'g' ? performance.now() : Number.NEGATIVE_INFINITY;
  if (place) return () => location.assign(place[0]);
  if (COMMON[key]) return COMMON[key];
  const control = keyed().find((one) => one.dataset.key === key && (visible(one) || one.matches('.skip-pair')));
  if (control) return () => use(control);
  if (key >= '1' && key <= '9') return passage(Number(key));
  if (key === 'f' && document.getElementById('filters')) return filters;
  const isFree = document.activeElement === document.body || document.activeElement?.id === 'main';
  return key === 'Enter' && isFree && document.querySelector('.triage #flag') ? showFlag : null;
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') return closeMenus(null);
  const typing = event.target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, dialog');
  if (!on || typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!document.querySelector('.mainnav')) return;
  const action = actionOf(event.key);
  if (!action) return;
  event.preventDefault();
  action();
});

/** Menus close when one goes on elsewhere. */
function closeMenus(within) {
  for (const menu of document.querySelectorAll('.top details[open], .dismiss[open], .views[open], .assign[open]')) {
    if (!menu.contains(within)) menu.open = false;
  }
}
document.addEventListener('click', (event) => closeMenus(event.target));

for (const menu of document.querySelectorAll('.mainnav .menu, .narrow-menu nav')) {
  const button = build('button', 'Keys and theme');
  button.type = 'button';
  button.className = 'menu-button';
  button.addEventListener('click', () => {
    closeMenus(null);
    showKeys();
  });
  menu.append(button);
}

/** A filter that is ticked is in force at once; what is typed waits for Enter. */
document.getElementById('filters')?.addEventListener('change', (event) => {
  if (event.target.matches('[type=checkbox], select')) event.target.form.requestSubmit();
});

/** The slider says its months while it moves, and asks when it rests. */
for (const slider of document.querySelectorAll('.slide input[type=range]')) {
  slider.addEventListener('input', () => {
    slider.parentElement.querySelector('output').textContent = slider.value;
  });
  slider.addEventListener('change', () => slider.form.requestSubmit());
}

/** Says how many are selected. */
function countPicked() {
  const n = document.querySelectorAll('[name=pick]:checked').length;
  const said = document.querySelector('#bulk .picked');
  if (said) said.textContent = n === 1 ? '1 selected' : `${n} selected`;
}
const PICKS = 'dealwatch-picks';

/** What is selected stays so while one walks through the queue; a decision about it, or another list, forgets it. */
function keepPicks() {
  const picks = [...document.querySelectorAll('[name=pick]:checked')].map((box) => box.value);
  sessionStorage.setItem(PICKS, JSON.stringify({ list: listAddress(), picks }));
  countPicked();
}

const listAddress = () => {
  const query = new URLSearchParams(location.search);
  for (const name of ['flag', 'done']) query.delete(name);
  return query.toString();
};

function restorePicks() {
  const { list, picks = [] } = JSON.parse(sessionStorage.getItem(PICKS) ?? '{}');
  if (list !== listAddress()) return;
  for (const box of document.querySelectorAll('[name=pick]')) box.checked = picks.includes(box.value);
  countPicked();
}

document.addEventListener('change', (event) => event.target.matches('[name=pick]') && keepPicks());
document.getElementById('bulk')?.addEventListener('submit', () => sessionStorage.removeItem(PICKS));
if (document.getElementById('bulk')) restorePicks();

const NEWS_MS = 8000;

/** What others decide meanwhile appears in the queue; nothing moves away under the hand. */
async function tellNews(queue) {
  if (document.hidden) return;
  const answer = await fetch(`/flags/news.json?after=${queue.dataset.news}`, {
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) return;
  const { latest, decisions } = await answer.json();
  queue.dataset.news = latest;
  for (const { flag, text } of decisions) {
    const row = [...document.querySelectorAll('.fl')].find((one) => one.dataset.flag === flag);
    if (row) tellRow(row, text);
    if (row?.matches('.cur')) tellPanel(text);
  }
}

function tellRow(row, text) {
  row.classList.add('decided');
  row.querySelector('.news')?.remove();
  const note = build('span', text);
  note.className = 'news sub';
  row.querySelector('.wy').append(' ', note);
}

function tellPanel(text) {
  const body = document.querySelector('#flag .pbody');
  body?.querySelector('.news')?.remove();
  const note = build('p', `${text} Load the page again to see it.`);
  note.className = 'news note warn';
  note.setAttribute('role', 'status');
  body?.prepend(note);
}

const queue = document.querySelector('[data-news]');
if (queue) setInterval(() => tellNews(queue).catch(() => undefined), NEWS_MS);

/** The passage shows while the pointer rests on its number; a click keeps it. */
const REST_MS = 300;
let resting = 0;
let hovered = null;
document.addEventListener('pointerover', (event) => {
  const ref = event.target.closest?.('.ref[popovertarget]');
  if (!ref || event.pointerType !== 'mouse') return;
  clearTimeout(resting);
  resting = setTimeout(() => {
    const passageOf = document.getElementById(ref.getAttribute('popovertarget'));
    if (!passageOf || passageOf.matches(':popover-open')) return;
    passageOf.showPopover({ source: ref });
    hovered = passageOf;
  }, REST_MS);
});
document.addEventListener('pointerout', (event) => {
  if (!event.target.closest?.('.ref[popovertarget], .pop')) return;
  clearTimeout(resting);
  if (hovered && !hovered.contains(event.relatedTarget)) {
    hovered.hidePopover();
    hovered = null;
  }
});
document.addEventListener('click', (event) => {
  if (event.target.closest?.('.ref[popovertarget], .pop')) hovered = null;
});

/** Words marked in a document go along to the form for a missed fact, or straight into its field. */
const LONGEST_WORDS = 1500;
const marked = () =>
  String(document.getSelection() ?? '')
    .trim()
    .slice(0, LONGEST_WORDS);
document.querySelector('[data-add-fact]')?.addEventListener('click', (event) => {
  const address = new URL(event.currentTarget.href);
  if (marked()) address.searchParams.set('words', marked());
  event.currentTarget.href = address;
});
const text = document.querySelector('[data-words-to]');
text?.addEventListener('pointerup', () => {
  if (marked()) document.getElementById(text.dataset.wordsTo).value = marked();
});

/** How far long work has come, as the server tells it; without script the page is loaded again. */
const progress = document.querySelector('[data-progress]');
if (progress) {
  const events = new EventSource('/progress');
  const show = ({ data }) => {
    progress.textContent = JSON.parse(data).text;
  };
  events.addEventListener('progress', show);
  events.addEventListener('done', (event) => {
    events.close();
    progress.setAttribute('role', 'status');
    show(event);
  });
}

/** A correction is in the ledger within a second or two: the page is asked for again, a few times at most. */
const TRIES = 8;
if (document.querySelector('[data-pending]')) {
  const tries = Number(sessionStorage.getItem('dealwatch-pending') ?? 0);
  sessionStorage.setItem('dealwatch-pending', tries + 1);
  if (tries < TRIES) setTimeout(() => location.reload(), 1500);
} else {
  sessionStorage.removeItem('dealwatch-pending');
}

document.querySelector('.fl.cur')?.scrollIntoView({ block: 'nearest' });
printKeys();
document.querySelector('.sum[tabindex]')?.focus();
