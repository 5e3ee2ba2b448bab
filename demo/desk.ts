import { ask, type Json } from './ask';

export interface LogIn {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The desk's API as one person sees it. */
export interface Seat {
  readonly name: string;
  get(path: string): Promise<Json>;
  post(path: string, body?: object): Promise<Json>;
  put(path: string, body: object): Promise<Json>;
  patch(path: string, body: object): Promise<Json>;
}

export async function logIn(desk: string, { name, email, password }: LogIn): Promise<Seat> {
  const api = `${desk}/api/v1`;
  const { headers } = await ask('POST', `${api}/session`, { origin: desk }, { email, password });
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const call = async (method: string, path: string, body?: object) => (await ask(method, api + path, { origin: desk, cookie }, body)).body;
  return {
    name,
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    patch: (path, body) => call('PATCH', path, body),
  };
}
