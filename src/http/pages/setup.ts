import type { RequestHandler } from 'express';
import type { Desk } from '../../actions/desk';
import { DoorRefusal } from '../problems';
import { sendPage } from './page';

const FIELDS = [
  { name: 'name', label: 'Your name', attributes: 'type="text" autocomplete="name" maxlength="128"' },
  { name: 'email', label: 'E-mail', attributes: 'type="email" autocomplete="username" maxlength="254"' },
  {
    name: 'password',
    label: 'Password, at least 8 characters',
    attributes: 'type="password" autocomplete="new-password" minlength="8" maxlength="1024"',
  },
] as const;

const field = ({ name, label, attributes }: (typeof FIELDS)[number]): string =>
  `<label for="${name}">${label}</label><input id="${name}" name="${name}" ${attributes} required aria-describedby="${name}-error"><p class="error" id="${name}-error"></p>`;

const BODY = `<main class="narrow"><h1>Set Relaydesk up</h1><p class="soft">You become its first admin. This link works once.</p>
<noscript><p class="error">This page needs JavaScript to read the token of the link.</p></noscript>
<form novalidate>${FIELDS.map(field).join('')}<p class="error" id="problem" role="alert" tabindex="-1"></p><button type="submit">Make the first admin</button></form>
<div id="done" hidden><h2 tabindex="-1">Done</h2><p>You are logged in. <a href="/">Go on</a></p></div></main>`;

/** The token stays in the fragment, which browsers never send; the script takes it out of the address bar. */
const SCRIPT = `
const form = document.querySelector('form'), problem = document.getElementById('problem'), button = form.querySelector('button');
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
if (!token) say('This link has no token. Open the whole link that the desk printed at its start, with everything after the #.');
function say(words) { problem.textContent = words; if (words) problem.focus(); }
function mark(errors) {
  for (const input of form.querySelectorAll('input')) {
    const wrong = errors.find((error) => error.path === input.name);
    input.setAttribute('aria-invalid', String(Boolean(wrong)));
    document.getElementById(input.name + '-error').textContent = wrong ? wrong.message : '';
  }
  const first = form.querySelector('[aria-invalid=true]');
  if (first) first.focus();
  return Boolean(first);
}
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  say(''); mark([]); button.disabled = true;
  try {
    const body = JSON.stringify({ token, ...Object.fromEntries(new FormData(form)) });
    const answer = await fetch('/api/v1/setup', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    if (answer.ok) {
      form.hidden = true;
      document.getElementById('done').hidden = false;
      document.querySelector('#done h2').focus();
    } else {
      const told = await answer.json();
      if (!mark(told.errors || [])) say(told.detail);
    }
  } catch {
    say('The desk did not answer. Is it running?');
  } finally {
    button.disabled = false;
  }
});
`;

/** The page behind the set-up link; not there any more once there is an admin. */
export function setupPage({ store }: Pick<Desk, 'store'>): RequestHandler {
  return async (_request, response) => {
    if ((await store.reads.countAdmins()) > 0) throw new DoorRefusal('not_found', 'This desk has been set up already.');
    sendPage(response, { title: 'Set up \u00b7 Relaydesk', body: BODY, script: SCRIPT });
  };
}
