const BASE = 'http://here.invalid';

/**
 * Where to go after signing in: a path of this site, else its front page. What a browser would read as another site's address
 * (`//host`, `/\host`, control characters that it drops) never passes (OWASP, unvalidated redirects).
 */
export function localPath(wished: string | undefined): string {
  if (!wished || wished.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wished) || wished.includes('\\')) return '/';
  if (!URL.canParse(wished, BASE)) return '/';
  const url = new URL(wished, BASE);
  // After its dots are resolved, `/./` + `/host` would begin with two slashes.
  if (url.origin !== BASE || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return '/';
  return url.pathname + url.search + url.hash;
}
