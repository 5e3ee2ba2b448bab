import type { RequestHandler } from 'express';
import type { Desk } from '../../actions/desk';
import { sendPage } from './page';

const WITHOUT_ADMIN =
  '<p>It has no admin yet. The set-up link stands in the output of its start, and works for an hour; starting it again prints a new one.</p>';

/** What `/` shows: that the desk runs, and where to go. */
export function homePage({ store }: Pick<Desk, 'store'>): RequestHandler {
  return async (_request, response) => {
    const isSetUp = (await store.reads.countAdmins()) > 0;
    sendPage(response, {
      title: 'Relaydesk',
      body: `<main class="narrow"><h1>Relaydesk is running</h1>${isSetUp ? '' : WITHOUT_ADMIN}
<p>This version is worked through its API; there is no web app in it.</p>
<ul><li><a href="/docs">The API, call by call</a></li><li><a href="/openapi.json">The same as an OpenAPI document</a></li><li><a href="/readyz">Whether it is ready</a></li></ul></main>`,
    });
  };
}
