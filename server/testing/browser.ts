type Cookie = { name: string; value: string; path: string };

/** How `fetch` behaves in a person's browser as far as cookies and redirects matter: one cookie jar, redirects followed on demand. */
export type Browser = {
  /** One request, redirects not followed. Changing requests carry the header of our own pages. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Follows redirects as a browser would. */
  visit(path: string, init?: RequestInit): Promise<Response>;
  json<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  /** The value of a cookie of the whole site. */
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string): void;
};

const LONGEST_CHAIN = 12;

export function aBrowser(origin: string): Browser {
  const cookies = new Map<string, Cookie>();

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, origin);
    const headers = new Headers(init.headers);
    const sent = cookieHeader(cookies, url.pathname);
    if (sent) headers.set('cookie', sent);
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    keepCookies(cookies, response);
    return response;
  }

  async function visit(path: string, init: RequestInit = {}): Promise<Response> {
    let response = await send(path, init);
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location) return response;
      await response.body?.cancel();
      response = await send(location);
    }
    throw new Error('redirects without end');
  }

  async function json<T>(method: string, path: string, body?: unknown) {
    const headers = { 'x-polku-csrf': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const response = await send(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
  }

  return {
    send,
    visit,
    json,
    cookie: (name) => cookies.get(keyOf(name, '/'))?.value,
    setCookie: (name, value) => cookies.set(keyOf(name, '/'), { name, value, path: '/' }),
  };
}

/** One name may stand once for each path. */
const keyOf = (name: string, path: string): string => `${name} ${path}`;

function cookieHeader(cookies: Map<string, Cookie>, pathname: string): string {
  const fitting = [...cookies.values()].filter(
    ({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
  );
  return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
}

function keepCookies(cookies: Map<string, Cookie>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const expired = attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute));
    if (expired || value === '') cookies.delete(keyOf(name, path));
    else cookies.set(keyOf(name, path), { name, value, path });
  }
}
