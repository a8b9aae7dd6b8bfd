import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../errors.ts';

/**
 * Serves each built web app `<distFolder>/<name>/` under `/<name>/`. An address that is no file gives the app's page, since its
 * screens have addresses of their own. Only files that were there at start are served, so no address reaches outside the folder.
 * @throws Error when an app has not been built.
 */
export async function serveApps(app: FastifyInstance, distFolder: string, names: readonly string[]): Promise<void> {
  await app.register(fastifyStatic, { root: distFolder, serve: false, cacheControl: false, preCompressed: true });
  for (const name of names) serveApp(app, join(distFolder, name), name);
}

/** Marks routes that hand out files of the build: the guard over all routes lets only these go without an Access. */
const FILES = { config: { servesFiles: true } } as const;

declare module 'fastify' {
  interface FastifyContextConfig {
    servesFiles?: true;
  }
}

function serveApp(app: FastifyInstance, folder: string, name: string): void {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`the web app ${name} has not been built`);
  const files = new Set(filesOf(folder));
  app.get(`/${name}`, FILES, (_request, reply) => reply.redirect(`/${name}/`, 308));
  app.get(`/${name}/*`, FILES, (request: FastifyRequest<{ Params: { '*': string } }>, reply) => {
    const path = request.params['*'];
    if (files.has(path) && path !== 'index.html') return sendFile(reply, folder, path);
    if (!asksForPage(path)) throw new NotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folder);
  });
}

/** A missing script or picture is missing: a page in its place would only hide the fault. */
const asksForPage = (path: string): boolean => path === 'index.html' || !/\.\w{1,5}$/.test(path);

function sendFile(reply: FastifyReply, folder: string, path: string): FastifyReply {
  // Vite puts a hash of the content into the name of everything under assets/.
  const caching = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return reply.header('cache-control', caching).sendFile(path, folder);
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .split(sep)
      .join('/'),
  );
}
