const bearer = location.hash.slice(1);
const byId = (id) => document.getElementById(id);
const EMOJI = ['👍', '❤️', '😆', '😮', '😢', '😠'];
const TICKS = {
  sent: ['M4 6l3 3 6-7', 'Sent'],
  delivered: ['M1 6l3 3 6-7M7.5 8.3l.7.7 6-7', 'Delivered'],
  read: ['M1 6l3 3 6-7M7.5 8.3l.7.7 6-7', 'Read'],
};

const often = (value) => (value === 0 ? 'never' : value === 1 ? 'always' : `${Math.round(value * 100)} of 100`);
const upTo = (value) => (value === 0 ? 'none' : `up to ${value / 1000} s`);
const SHARE = { max: 1, step: 0.05, words: often };
const DIALS = [
  { knob: 'duplicate', name: 'Delivered twice', ...SHARE },
  { knob: 'reorder', name: 'Out of order', ...SHARE },
  { knob: 'drop', name: 'Lost on the way', ...SHARE },
  { knob: 'delay', name: 'Delay', max: 10000, step: 200, words: upTo },
  { knob: 'errors', name: 'Provider errors', ...SHARE },
  { knob: 'errorsAfter', name: 'Errors, yet sent', ...SHARE },
  { knob: 'rate', name: 'Too many at once', ...SHARE },
  { knob: 'timeout', name: 'Sent, no answer', ...SHARE },
  { knob: 'slow', name: 'Slow answers', max: 10000, step: 200, words: upTo },
  { knob: 'early', name: 'Ticks come first', ...SHARE },
  { knob: 'phone', name: 'Answered by phone', ...SHARE },
];

let state = null;
let network = 'whatsapp';
let customer = null;
let replyTo = null;
const shown = new Map();

/** Asks the twin; what it objects to is shown, and nothing comes back. */
async function ask(path, input) {
  const options = { headers: { authorization: `Bearer ${bearer}` } };
  try {
    const answer = await fetch(`/twin/${path}`, input ? { ...options, method: 'POST', body: JSON.stringify(input) } : options);
    const body = await answer.json();
    complain(answer.ok ? '' : body.error);
    return answer.ok ? body : null;
  } catch {
    complain('The twin does not answer. Is it still running?');
    return null;
  }
}

function complain(words) {
  byId('problem').textContent = words;
  byId('problem').hidden = words === '';
}

const account = () => state.accounts.find(({ kind }) => kind === network);
const REACHED = { whatsapp: (each) => each.phone || each.userId, instagram: (each) => each.igsid, messenger: (each) => each.psid };
const reachable = () => state.customers.filter(REACHED[network]);
const here = (each) => each.account === account().id && each.customer === customer;

async function act(verb, input) {
  const done = await ask(verb, input);
  await look();
  return done;
}

const say = (input) => act('say', { account: account().id, customer, ...(replyTo ? { replyTo: replyTo.id } : {}), ...input });

async function look() {
  const next = await ask('state');
  if (!next) return;
  state = next;
  if (!reachable().some(({ id }) => id === customer)) customer = reachable()[0]?.id ?? null;
  draw();
}

/** An element with properties; texts are set, never parsed. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function draw() {
  const { name, webhook, trouble } = account();
  byId('business').textContent = name;
  byId('clock').textContent = timeOf(state.now);
  byId('presence').textContent = state.chats.find(here)?.typing ? 'is typing …' : 'is online';
  const { waiting } = state.webhooks;
  const connected = webhook?.disabled
    ? 'The webhook failed for an hour and is switched off: connect it again.'
    : webhook
      ? `Connected: ${webhook.url}`
      : 'Not connected: nobody hears the customers.';
  byId('desk-state').textContent = [
    connected,
    waiting ? `${waiting} to be told again.` : '',
    trouble ? `Sends are refused: ${trouble}.` : '',
  ].join(' ');
  byId('connect').hidden = Boolean(webhook && !webhook.disabled);
  drawPeople();
  drawTalk();
  drawDials();
}

const initials = (name) =>
  name
    .split(' ')
    .map(([letter]) => letter)
    .slice(0, 2)
    .join('');

function drawPeople() {
  const people = reachable();
  const key = JSON.stringify([people, customer]);
  if (byId('people').dataset.key === key) return;
  byId('people').dataset.key = key;
  byId('people').replaceChildren(
    ...people.map((person) => {
      const number = person.hidesPhone ? `@${person.username}, hides the number` : `+${person.phone}`;
      const address = network === 'whatsapp' ? number : `@${person.username ?? person.id}`;
      const face = make('span', { class: 'face', 'aria-hidden': 'true' }, initials(person.name));
      const label = make('span', { class: 'name' }, person.name, make('span', { class: 'address' }, address));
      return make(
        'li',
        {},
        make('button', { type: 'button', 'aria-current': String(person.id === customer), onclick: () => choose(person.id) }, face, label),
      );
    }),
  );
}

function choose(id) {
  customer = id;
  quote(null);
  draw();
  byId('people').querySelector('[aria-current="true"]')?.focus();
}

/** Only what changed is drawn anew, so that neither focus nor an open menu is lost. */
function drawTalk() {
  const talk = byId('talk');
  const messages = state.messages.filter((message) => here(message) && !(message.kind === 'reaction'));
  const wanted = new Set(messages.map(({ id }) => id));
  for (const [id, { element }] of shown)
    if (!wanted.has(id)) {
      element.remove();
      shown.delete(id);
    }
  const added = messages.filter((message) => {
    const key = JSON.stringify(message);
    const before = shown.get(message.id);
    if (before?.key === key) return false;
    const element = bubble(message);
    if (before) exchange(before.element, element);
    else talk.append(element);
    shown.set(message.id, { key, element });
    return !before;
  });
  if (added.length > 0) toEnd();
}

const toEnd = () => {
  byId('talk').scrollTop = byId('talk').scrollHeight;
};

/** A menu that was open stays open, and keeps the focus. */
function exchange(before, after) {
  const focused = before.contains(document.activeElement);
  const menu = after.querySelector('details');
  if (menu) menu.open = before.querySelector('details')?.open ?? false;
  before.replaceWith(after);
  if (focused) after.querySelector('summary')?.focus();
}

const timeOf = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

function bubble(message) {
  const mine = message.by === 'customer';
  if (message.progress === 'failed')
    return make('div', { class: 'note' }, `An answer did not arrive: ${message.error?.title} (${message.error?.code})`);
  const words = message.deleted ? make('span', { class: 'gone' }, 'taken back') : message.text;
  const picture =
    message.picture && !message.deleted ? make('img', { src: message.picture, alt: message.text || 'a picture', onload: toEnd }) : null;
  const cite = message.quoted === null ? null : make('span', { class: 'cite' }, message.quoted);
  const edited = message.edits > 0 ? 'edited ' : '';
  const said = make(
    'div',
    { class: 'bubble' },
    cite,
    picture,
    words,
    make('span', { class: 'time' }, `${edited}${timeOf(message.at)}`, mine ? ticks(message.progress) : null),
  );
  const marks = Object.values(message.reactions).join(' ');
  const taps = mine
    ? []
    : message.choices.map((choice) =>
        make(
          'button',
          { class: 'tap', type: 'button', onclick: () => say({ type: 'tap', message: message.id, id: choice.id }) },
          choice.title,
          choice.description ? make('small', {}, choice.description) : null,
        ),
      );
  return make(
    'div',
    { class: mine ? 'item mine' : 'item' },
    make('div', { class: 'row' }, said, message.deleted ? null : menu(message, mine)),
    marks ? make('span', { class: 'marks' }, marks) : null,
    ...taps,
  );
}

function ticks(progress) {
  const [path, words] = TICKS[progress] ?? TICKS.sent;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 17 11');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  line.setAttribute('class', progress);
  svg.append(line);
  return make('span', {}, svg, make('span', { class: 'hidden' }, words));
}

function menu(message, mine) {
  const own = message.reactions.customer;
  const button = (words, label, onclick) => make('button', { type: 'button', 'aria-label': label, onclick }, words);
  const emoji = EMOJI.map((each) =>
    button(each, own === each ? `Take ${each} back` : `React with ${each}`, () =>
      act('react', { message: message.id, emoji: own === each ? '' : each }),
    ),
  );
  const change = () => {
    const text = prompt('New words', message.text);
    if (text) act('edit', { message: message.id, text });
  };
  const more = mine
    ? [
        button('Edit', 'Edit this message', change),
        button('Unsend', 'Take this message back', () => act('unsend', { message: message.id })),
      ]
    : [];
  return make(
    'details',
    { class: 'more' },
    make('summary', { 'aria-label': `More about: ${message.text || 'this message'}` }, '⋯'),
    ...emoji,
    button('Reply', 'Quote this message', () => quote(message)),
    ...more,
  );
}

function quote(message) {
  replyTo = message;
  byId('quote').hidden = message === null;
  byId('quoted').textContent = message?.text || 'a message';
  if (message) byId('words').focus();
}

function drawDials() {
  for (const { knob, words } of DIALS) {
    const input = byId(`dial-${knob}`);
    const value = state.dial[knob];
    if (document.activeElement !== input) input.value = value;
    input.setAttribute('aria-valuetext', words(value));
    byId(`says-${knob}`).textContent = words(value);
  }
  byId('receipts').value = state.dial.receipts;
}

function layDials() {
  byId('dials').append(
    ...DIALS.map(({ knob, name, max, step }) =>
      make(
        'label',
        { class: 'dial' },
        make('span', {}, name),
        make('input', {
          id: `dial-${knob}`,
          type: 'range',
          min: 0,
          max,
          step,
          value: 0,
          oninput: ({ target }) => act('dial', { [knob]: Number(target.value) }),
        }),
        make('output', { id: `says-${knob}` }),
      ),
    ),
  );
}

const calm = () => ({
  ...Object.fromEntries(DIALS.map(({ knob }) => [knob, 0])),
  batch: 1,
  skipDelivered: 0,
  receipts: 'read',
  signature: 'right',
});

/** What a form asks for is done; the page stays. */
function onSubmit(id, run) {
  byId(id).addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
}

async function sendWords() {
  const text = byId('words').value;
  if (text.trim() === '' || !customer) return;
  byId('words').value = '';
  await say({ text });
  quote(null);
}

function sendPicture({ target }) {
  const [file] = target.files;
  if (!file) return;
  const reader = new FileReader();
  reader.onload = () => say({ type: 'image', mime: file.type, fileName: file.name, data: String(reader.result).split(',')[1] });
  reader.readAsDataURL(file);
  target.value = '';
}

async function start() {
  if (bearer === '') return complain('Open the link that the twin printed at its start: the word after # lets you in.');
  layDials();
  onSubmit('write', sendWords);
  onSubmit('play', () => act('scenario', { name: byId('scenario').value }));
  onSubmit('connect', () => act('webhook', { account: account().id, url: byId('url').value }));
  onSubmit('own', () => {
    act('phone', { account: account().id, customer, text: byId('own-words').value });
    byId('own-words').value = '';
  });
  byId('picture').addEventListener('change', sendPicture);
  byId('unquote').addEventListener('click', () => quote(null));
  byId('calm').addEventListener('click', () => act('dial', calm()));
  byId('receipts').addEventListener('change', ({ target }) => act('dial', { receipts: target.value }));
  byId('networks').addEventListener('change', ({ target }) => {
    network = target.value;
    quote(null);
    look();
  });
  const scenarios = (await ask('scenarios')) ?? [];
  byId('scenario').append(...scenarios.map(({ name }) => make('option', { value: name }, name)));
  const tell = () => {
    byId('says').textContent = scenarios.find(({ name }) => name === byId('scenario').value)?.says ?? '';
  };
  byId('scenario').addEventListener('change', tell);
  tell();
  await look();
  setInterval(look, 1000);
}

start();
