import { CHANNELS } from '../../channels';
import { type Needs, needsOf } from '../../src/domain/access';
import { openApi } from '../../src/http/openapi';
import { docsPage } from '../../src/http/pages/docs';
import { PROBLEMS } from '../../src/http/problems';
import { ROUTES } from '../../src/http/routes';
import { CALLS } from '../../src/http/webchat/calls';

interface Operation {
  readonly summary: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: unknown }> };
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, { readonly schema: unknown }> }>;
}

const document = openApi(ROUTES, CHANNELS);
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
);
const find = (name: string) => operations.find((one) => one.name === name)?.operation;

const byToken = (needs: Needs) => (needs ? [{ token: needs === 'any' ? [] : [needs] }] : []);

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
  });

  it('names no call twice', () => {
    const names = ROUTES.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'describes %s with its answer, its body and its problems',
    (_, route) => {
      const operation = find(`${route.method} /api/v1${route.path}`);
      expect(operation?.summary).toBe(route.says);
      expect(operation?.responses[route.status]?.content?.['application/json'] !== undefined).toBe(route.answer !== null);
      expect(operation?.requestBody !== undefined).toBe(route.body !== undefined || (route.file !== undefined && 'takes' in route.file));
      expect(operation?.security).toEqual(route.for === 'anyone' ? [] : [{ session: [] }, ...byToken(needsOf(route))]);
      expect(operation?.responses[401] !== undefined).toBe(
        route.for !== 'anyone' || (route.refuses ?? []).some((code) => PROBLEMS[code].status === 401),
      );
      for (const code of route.refuses ?? []) expect(operation?.responses[PROBLEMS[code].status]?.description).toContain(`\`${code}\``);
      expect(operation?.responses[500]?.content).toHaveProperty('application/problem+json');
    },
  );

  it('describes what is served beside /api/v1', () => {
    for (const name of [
      'get /webhooks/{channelId}',
      'post /webhooks/{channelId}',
      'get /healthz',
      'get /readyz',
      'get /metrics',
      'get /openapi.json',
    ]) {
      expect(find(name)).toBeDefined();
    }
  });

  it('describes both directions of the protocol that is the desk’s own, by the schemas that validate it', () => {
    const told = find('post /webhooks/{channelId}')?.requestBody?.content['application/json']?.schema;
    expect(told).toMatchObject({ anyOf: [{ $ref: '#/components/schemas/WebhookTold' }, {}] });
    expect(document.components?.schemas?.WebhookContact).toMatchObject({ type: 'object', required: ['id'] });
    expect(Object.keys(document.webhooks ?? {})).toEqual(
      ['message', 'reaction', 'read', 'typing', 'ping'].map((name) => `webhook.${name}`),
    );
    expect(JSON.stringify(document.webhooks)).toContain('webhook-signature');
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  it('shows both directions on the page at /docs', () => {
    const pages: string[] = [];
    const response = { setHeader: () => response, type: () => response, send: (page: string) => void pages.push(page) };
    void docsPage(() => document)({} as never, response as never, () => undefined);
    const [html] = pages;
    expect(html).toContain('<code>POST webhook.message</code>');
    expect(html).toContain('<a href="#shape-WebhookTold">');
  });

  it('describes what a page of a web chat may call, by the table that answers it', () => {
    const described = operations.filter(({ name }) => name.includes('/webchat/')).map(({ name }) => name);
    expect(described).toHaveLength(CALLS.length);
    for (const { method, path, by, status, body } of CALLS) {
      const operation = find(`${method} /webchat/{channelId}${path.replace(/:(\w+)/g, '{$1}')}`);
      expect(operation?.responses).toHaveProperty([String(status)]);
      expect(operation?.responses[403]?.description).toContain('`origin_foreign`');
      expect(operation?.security).toEqual(by === 'visitor' ? [{ visitor: [] }] : []);
      if (body) expect(operation?.requestBody?.content['application/json']).toBeDefined();
    }
  });

  it('describes that a file comes in parts, is not given twice, and may be out of reach', () => {
    const answersOf = (path: string) => Object.keys(find(`get /api/v1/media/{id}${path}`)?.responses ?? {});
    expect(answersOf('')).toEqual(expect.arrayContaining(['200', '206', '304', '409', '410', '416', '503']));
    expect(answersOf('/preview')).toEqual(expect.arrayContaining(['200', '304', '409', '410', '503']));
    expect(answersOf('/preview')).not.toContain('206');
  });

  it('leads every reference to a shape that it holds', () => {
    const shapes = Object.keys(document.components?.schemas ?? {});
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(shapes).toEqual(
      expect.arrayContaining(['Ticket', 'Message', 'TicketEvent', 'Channel', 'Agent', 'Stage', 'Settings', 'Contact', 'Problem']),
    );
    expect(references.filter((name) => !shapes.includes(String(name)))).toEqual([]);
  });

  it('shows the filters of a list as lists', () => {
    const parameters = find('get /api/v1/tickets')?.parameters ?? [];
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'limit',
        'cursor',
        'status',
        'stage',
        'assignee',
        'team',
        'channel',
        'priority',
        'tag',
        'unread',
        'q',
        'sort',
      ]),
    );
  });

  it('tells of the keys that writes take', () => {
    const headers = (name: string) => (find(name)?.parameters ?? []).filter((one) => one.in === 'header').map((one) => one.name);
    expect(headers('post /api/v1/tickets/{id}/messages')).toEqual(['Idempotency-Key', 'If-Match']);
    expect(headers('patch /api/v1/agents/{id}')).toEqual(['If-Match']);
  });
});
