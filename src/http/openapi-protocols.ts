import type { ChannelApi, ChannelKind } from '../ports/channel';
import type { OpenApi } from './openapi';

type Described = ChannelKind & { readonly api: NonNullable<ChannelKind['api']> };
type Part<Name extends keyof OpenApi> = NonNullable<OpenApi[Name]>;

const WEBHOOK = '/webhooks/{channelId}';
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const jsonOf = (schema: object): object => ({ 'application/json': { schema } });

/** The document with the protocols that are the desk's own: what is POSTed to a webhook, and what the desk POSTs (`webhooks`). */
export function withProtocols(document: OpenApi, kinds: Iterable<ChannelKind>): OpenApi {
  return [...kinds].filter((kind): kind is Described => kind.api !== undefined).reduce(withProtocol, document);
}

function withProtocol(document: OpenApi, { kind, title, api }: Described): OpenApi {
  const protocol = api();
  const { components = {}, paths, webhooks = {} } = document;
  return {
    ...document,
    components: { ...components, schemas: { ...components.schemas, ...protocol.shapes } } as Part<'components'>,
    paths: { ...paths, [WEBHOOK]: { ...paths?.[WEBHOOK], post: taking(paths?.[WEBHOOK]?.post ?? {}, title, protocol) } } as Part<'paths'>,
    webhooks: { ...webhooks, ...telling(kind, title, protocol) } as Part<'webhooks'>,
  };
}

interface Operation {
  readonly parameters?: readonly unknown[];
}

/** All networks call one path, each in words of its own. */
const taking = (operation: Operation, title: string, api: ChannelApi): object => ({
  ...operation,
  parameters: [
    ...(operation.parameters ?? []),
    ...headersOf(api).map((header) => ({ ...header, required: false, description: `${title}: ${header.description}` })),
  ],
  requestBody: {
    required: true,
    content: jsonOf({ anyOf: [ref(api.takes), { description: 'What the network of the channel sends.' }] }),
  },
});

const headersOf = ({ headers }: ChannelApi) =>
  headers.map(({ name, says }) => ({ name, in: 'header', required: true, description: says, schema: { type: 'string' } }));

const telling = (kind: string, title: string, api: ChannelApi): object =>
  Object.fromEntries(
    Object.entries(api.tells).map(([name, { says, schema }]) => [
      `${kind}.${name}`,
      {
        post: {
          tags: [`${kind}: what the desk POSTs`],
          summary: says,
          description: `To the address in the configuration of a ${title} channel.`,
          parameters: headersOf(api),
          requestBody: { required: true, content: jsonOf(schema) },
          responses: {
            '2XX': { description: 'Taken.', content: jsonOf(ref(api.answers.taken)) },
            '4XX': { description: 'Refused for good, but for 401, 408, 410, 425 and 429.', content: jsonOf(ref(api.answers.refused)) },
            '5XX': { description: 'Told again later, under the same name and signed anew.' },
          },
        },
      },
    ]),
  );
