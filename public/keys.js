// Keys and small comforts. Every page works without this file; it only shortens the way.

const PLACES = {
  t: '/',
  f: '/flags',
  d: '/deals',
  c: '/companies',
  s: '/scrutiny',
  m: '/map',
  o: '/documents',
  n: '/screens',
  u: '/sources',
};
/** What is said here, in the language of the page. */
const words = JSON.parse(document.body.dataset.words ?? '{}');
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
    ['/', words.search],
    ...Object.keys(PLACES).map((key) => [`g ${key}`, words.places[key]]),
    ['.', words.theme],
    ['p', words['read-a-text']],
    ['j k', words['next-previous']],
    ['J K', words['next-pair']],
    ['Enter', words.show],
    ['o', words.dossier],
    ['1–9', words.passage],
    ['c w e', words.decide],
    ['d 1–7', words.dismiss],
    ['a', words.assign],
    ['n', words.note],
    ['x', words.select],
    ['f', words.filters],
    ['u', words.undo],
    ['?', words['this-list']],
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
  const dialog = build('dialog', '', build('h2', words.list), listOfKeys());
  dialog.className = 'keys';
  dialog.setAttribute('aria-label', words.list);
  const box = build('input');
  box.type = 'checkbox';
  box.checked = on;
  box.addEventListener('change', () => {
    on = box.checked;
    kept('dealwatch-keys', on ? 'on' : 'off');
    printKeys();
  });
  const close = build('button', words.close);
  close.className = 'btn';
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  const theme = build('button', words['another-theme']);
  theme.className = 'btn';
  theme.type = 'button';
  theme.addEventListener('click', nextTheme);
  const row = build('div', '', build('label', '', box, ` ${words['keys-are-on']}`), theme, close);
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

/** Buttons say their keys as long as keys are on: the caps are on the page, the style sheet shows them. */
function printKeys() {
  document.documentElement.classList.toggle('has-keys', on);
  for (const control of keyed()) {
    if (!on) control.removeAttribute('aria-keyshortcuts');
    else control.setAttribute('aria-keyshortcuts', control.dataset.key);
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
  if (place) return () => location.assign(place);
  if (COMMON[key]) return COMMON[key];
  const control = keyed().find((one) => one.dataset.key === key && (visible(one) || one.matches('.skip-pair')));
  if (control) return () => use(control);
  if (key >= '1' && key <= '9') return passage(Number(key));
  if (key === 'f' && document.getElementById('filters')) return filters;
  const isFree = document.activeElement === document.body || document.activeElement?.matches('#main, #flag .title');
  return key === 'Enter' && isFree && document.querySelector('.triage #flag') ? showFlag : null;
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') return leave(event.target);
  const typing = event.target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, dialog');
  if (!on || typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!document.querySelector('.mainnav')) return;
  const action = actionOf(event.key);
  if (!action) return;
  event.preventDefault();
  action();
});

/** Menus close; out of a field of the flag in hand one comes back to the flag, where keys count again. */
function leave(from) {
  closeMenus(null);
  if (from.matches?.('#flag :is(textarea, input:not([type=checkbox], [type=radio]))')) {
    document.querySelector('#flag .title')?.focus();
  }
}

/** Menus close when one goes on elsewhere. */
function closeMenus(within) {
  for (const menu of document.querySelectorAll('.top details[open], .dismiss[open], .views[open], .assign[open]')) {
    if (!menu.contains(within)) menu.open = false;
  }
}
document.addEventListener('click', (event) => closeMenus(event.target));

for (const menu of document.querySelectorAll('.mainnav .menu, .narrow-menu nav')) {
  const button = build('button', words['keys-and-theme']);
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
  if (said) said.textContent = n === 1 ? words['one-selected'] : words['some-selected'].replace('#', n);
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
  const note = build('p', `${text} ${words['load-again']}`);
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
for (const progress of document.querySelectorAll('[data-progress]')) {
  const events = new EventSource(`/progress${progress.dataset.progress}`);
  const show = ({ data }) => {
    const { text, percent } = JSON.parse(data);
    progress.textContent = text;
    const bar = progress.parentElement.querySelector('progress');
    if (bar && typeof percent === 'number') bar.value = percent;
  };
  events.addEventListener('progress', show);
  events.addEventListener('done', (event) => {
    events.close();
    progress.setAttribute('role', 'status');
    progress.parentElement.querySelector('progress')?.remove();
    show(event);
  });
}

/** What takes longer than a blink says that it is under way: a line on top of the page, gone with the page or the file. */
const BUSY_MS = 300;
const LONGEST_BUSY_MS = 60_000;
let busy = 0;
function isBusy(now) {
  clearTimeout(busy);
  if (!now) return document.body.removeAttribute('aria-busy');
  busy = setTimeout(() => {
    document.body.setAttribute('aria-busy', 'true');
    busy = setTimeout(() => isBusy(false), LONGEST_BUSY_MS);
  }, BUSY_MS);
}
document.addEventListener('submit', (event) => isBusy(!event.defaultPrevented));
addEventListener('pageshow', () => isBusy(false));
addEventListener('pagehide', () => isBusy(false));

/** On paper everything stands open. */
const folded = () => document.querySelectorAll('details.part:not([open])');
addEventListener('beforeprint', () => {
  for (const part of folded()) {
    part.open = true;
    part.dataset.forPaper = '';
  }
});
addEventListener('afterprint', () => {
  for (const part of document.querySelectorAll('[data-for-paper]')) {
    part.open = false;
    delete part.dataset.forPaper;
  }
});

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
