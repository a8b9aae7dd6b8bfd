import { aBrowser, type Browser } from './browser.ts';

export type Shown = { status: number; text: string; path: string; headers: Headers };
export type SentFile = { name: string; bytes: string | Buffer };
type Fields = Record<string, string | string[]>;

/** A resident's browser without JavaScript: pages are opened, forms are filled in and sent as the page says, redirects are followed. */
export type Resident = {
  browser: Browser;
  open(path: string): Promise<Shown>;
  /** Sends the form of the page opened last that goes to `action`, with its hidden fields; `once` keeps an earlier sending's key. */
  send(action: string, fields: Fields, files?: SentFile[]): Promise<Shown>;
  /** Exactly these fields and headers, redirects not followed. */
  post(path: string, fields: Fields, files?: SentFile[], headers?: Record<string, string>): Promise<Response>;
  /** The hidden fields of a form on the page opened last. */
  hidden(action: string): Record<string, string>;
};

export function aResident(origin: string): Resident {
  const browser = aBrowser(origin);
  let last = '';

  async function seen(response: Response): Promise<Shown> {
    last = await response.text();
    const { pathname, search } = new URL(response.url);
    return { status: response.status, text: last, path: pathname + search, headers: response.headers };
  }

  const formTo = (action: string) => formsOf(last).find((each) => each.includes(`action="${action}"`));

  function hidden(action: string): Record<string, string> {
    const form = formTo(action);
    if (!form) throw new Error(`the page has no form to ${action}`);
    const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
    return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
  }

  /** As the form says; multipart when there is no such form on the page. */
  function encoded(action: string, fields: Fields, files: SentFile[]): FormData | URLSearchParams {
    const form = formTo(action);
    return form && !form.includes('multipart/form-data') ? new URLSearchParams(pairsOf(fields)) : multipartOf(fields, files);
  }

  return {
    browser,
    hidden,
    open: async (path) => seen(await browser.visit(path)),
    send: async (action, fields, files = []) =>
      seen(await browser.visit(action, { method: 'POST', body: encoded(action, { ...hidden(action), ...fields }, files) })),
    post: async (path, fields, files = [], headers = {}) =>
      browser.send(path, { method: 'POST', body: encoded(path, fields, files), headers }),
  };
}

const formsOf = (page: string): string[] => page.match(/<form [\s\S]*?<\/form>/g) ?? [];

const pairsOf = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]));

function multipartOf(fields: Fields, files: SentFile[]): FormData {
  const form = new FormData();
  for (const [name, value] of pairsOf(fields)) form.append(name, value);
  for (const { name, bytes } of files) form.append('files', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
  return form;
}
