import type { FastifyInstance } from 'fastify';

/** A browser without JavaScript: it keeps cookies, and sends the forms it was shown. */
export function formBrowser(app: FastifyInstance, cookies = new Map<string, string>()) {
  const keep = (set: string | string[] | undefined) => {
    for (const one of [set ?? []].flat()) {
      const [name = '', value = ''] = (one.split(';')[0] as string).split(/=(.*)/s);
      cookies.set(name, value);
    }
  };
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  let shown = '';
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(shown)?.[1] ?? '';
  const ask = async (method: 'GET' | 'POST', url: string, payload?: string) => {
    const headers = { cookie: cookie(), 'accept-language': 'fi', origin: 'https://polku.example' };
    const form = payload === undefined ? {} : { payload };
    const sent = { ...headers, ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) };
    const answer = await app.inject({ method, url, headers: sent, ...form });
    keep(answer.headers['set-cookie']);
    if (answer.headers['content-type']?.toString().startsWith('text/html')) shown = answer.body;
    return { status: answer.statusCode, text: answer.body, to: answer.headers.location as string | undefined, headers: answer.headers };
  };
  return {
    cookies,
    get: (url: string) => ask('GET', url),
    /** With the token and the once of the page shown last. */
    post: (url: string, fields: [string, string][]) => {
      const once = hidden('_once');
      const all: [string, string][] = [['_csrf', hidden('_csrf')], ...(once ? ([['_once', once]] as [string, string][]) : []), ...fields];
      return ask('POST', url, new URLSearchParams(all).toString());
    },
    times: () => [...shown.matchAll(/name="at" value="([^"]+)"/g)].map(([, at]) => at as string),
  };
}
