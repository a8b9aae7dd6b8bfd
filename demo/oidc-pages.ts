import type { KoaContextWithOIDC } from 'oidc-provider';

/** The provider's few pages of its own: signing out, and a refusal. Nobody stays on them. */
export async function farewellPage(ctx: KoaContextWithOIDC, form?: string): Promise<void> {
  const leave = form
    ? `${form}<button autofocus form="op.logoutForm" name="logout" value="yes">Kirjaudu ulos · Logga ut · Sign out</button>`
    : '<p><a href="/demo">Demo</a></p>';
  ctx.type = 'html';
  ctx.body = page(`${leave}${form ? '<script>document.querySelector("button").click()</script>' : ''}`);
}

export async function refusalPage(ctx: KoaContextWithOIDC, out: { error: string }): Promise<void> {
  ctx.type = 'html';
  ctx.body = page(`<h1>Kirjautuminen ei onnistunut · Inloggningen misslyckades · Signing in failed</h1>
<p>${out.error.replace(/[^a-z_]/g, '')}</p><p><a href="/demo">Demo</a></p>`);
}

function page(content: string): string {
  return `<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Polku</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/demo/page.css"></head><body><main>${content}</main></body></html>`;
}
