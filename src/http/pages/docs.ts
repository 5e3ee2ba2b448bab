import type { RequestHandler } from 'express';
import { groupBy } from '../group';
import type { OpenApi } from '../openapi';
import { PROBLEMS } from '../problems';
import { sendPage, text } from './page';

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: unknown;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

/** The OpenAPI document as a page that needs no script. */
export function docsPage(described: () => OpenApi): RequestHandler {
  return (_request, response) => sendPage(response, { title: 'API \u00b7 Relaydesk', body: bodyOf(described()) });
}

function bodyOf(description: OpenApi): string {
  return `<main><h1>The API of Relaydesk</h1><p>${prose(description.info.description)}</p><p><a href="/openapi.json">The OpenAPI document</a></p>
${operations(description.paths)}${operations(description.webhooks)}<h2>Problems</h2>${problems()}<h2>Shapes</h2>${shapes(description)}</main>`;
}

function operations(paths: OpenApi['paths'] | OpenApi['webhooks']): string {
  const all = Object.entries(paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })),
  );
  const byTag = groupBy(all, ({ operation }) => operation.tags?.[0] ?? '');
  return [...byTag]
    .map(([tag, rows]) => `<h2>${text(tag)}</h2>${rows.map(({ method, path, operation }) => one(method, path, operation)).join('')}`)
    .join('');
}

function one(method: string, path: string, operation: Operation): string {
  const { summary, description = '', parameters = [], requestBody, responses = {} } = operation;
  return `<details><summary><code>${text(method.toUpperCase())} ${text(path)}</code> <span class="soft">${prose(summary)}</span></summary>
${description ? `<p>${prose(description)}</p>` : ''}${parameters.length > 0 ? table(parameters.map((given) => [given.name, given.in, `${given.required ? 'Required. ' : ''}${given.description ?? ''}`])) : ''}
${requestBody ? `<p>Body</p>${schemaIn(requestBody.content)}` : ''}${Object.entries(responses)
  .map(
    ([status, answer]) =>
      `<p><code>${text(status)}</code> ${prose(answer.description)}</p>${Number(status) < 400 ? schemaIn(answer.content) : ''}`,
  )
  .join('')}</details>`;
}

function schemaIn(content: Content | undefined): string {
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? '' : pre(schema);
}

function problems(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      `<tr id="${text(code)}"><td><code>${text(code)}</code></td><td>${status}</td><td>${text(title)}</td></tr>`,
  );
  return `<table><thead><tr><th>code</th><th>status</th><th>title</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function shapes({ components }: OpenApi): string {
  return Object.entries(components?.schemas ?? {})
    .map(([name, schema]) => `<details id="shape-${text(name)}"><summary>${text(name)}</summary>${pre(schema)}</details>`)
    .join('');
}

function table(rows: readonly (readonly string[])[]): string {
  return `<table>${rows.map(([name = '', where = '', says = '']) => `<tr><td><code>${text(name)}</code></td><td>${text(where)}</td><td>${prose(says)}</td></tr>`).join('')}</table>`;
}

/** A schema as JSON; the names of other shapes lead to them. */
function pre(schema: unknown): string {
  const shown = text(JSON.stringify(schema, null, 2));
  return `<pre tabindex="0">${shown.replace(/#\/components\/schemas\/(\w+)/g, (ref, name) => `<a href="#shape-${name}">${ref}</a>`)}</pre>`;
}

const prose = (words: string | undefined): string => text(words ?? '').replace(/`([^`]+)`/g, '<code>$1</code>');
