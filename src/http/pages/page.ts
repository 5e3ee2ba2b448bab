import { createHash } from 'node:crypto';
import type { Response } from 'express';

interface Page {
  readonly title: string;
  /** HTML that is ours, or went through `text`. */
  readonly body: string;
}

/** Text as HTML shows it. */
export function text(plain: unknown): string {
  return String(plain).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2130; --soft: #5a6478; --line: #d5dae3; --page: #f6f7f9; --card: #fff; --accent: #4a52d0; --danger: #b02219; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf2; --soft: #a5aec0; --line: #333a48; --page: #12151b; --card: #1a1e26; --accent: #8d96f7; --danger: #ff9d94; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
main.narrow { max-width: 26rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
a { color: var(--accent); }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow: auto; padding: 0.75rem; border: 1px solid var(--line); border-radius: 6px; max-height: 24rem; white-space: pre; }
details { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 0.6rem 0.9rem; margin: 0.5rem 0; }
summary { cursor: pointer; } .soft { color: var(--soft); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); }
`;

/** Sends a page without scripts, whose only style is the one in it. */
export function sendPage(response: Response, { title, body }: Page): void {
  response.setHeader('Content-Security-Policy', POLICY);
  response
    .type('html')
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`,
    );
}

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
