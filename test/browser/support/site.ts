import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of somebody else, as strict as sites can be, whose pages show a desk's chat. The language of a page is its path; below /deaf no socket may be opened. */
export async function openSite(line: () => string, desk: () => string) {
  const server = createServer((request, response) => {
    const [, lang = 'en'] = /^\/(\w{2})$/.exec(request.url ?? '') ?? [];
    const its = desk();
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src ${its}; connect-src ${its} ${request.url === '/deaf' ? '' : its.replace('http', 'ws')}; img-src blob:; require-trusted-types-for 'script'; frame-ancestors 'none'`,
    );
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><meta name="viewport" content="width=device-width">
<title>A lamp shop</title><main><h1>A lamp shop</h1><p>Lamps of glass and linen.</p><a href="#more">More</a></main>${line()}</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
