import type { FastifyReply, FastifyRequest } from 'fastify';
import { leaveBrowser } from '../../identity/service.ts';
import { deviceCookieName } from '../devices/access.ts';
import { letVisitGo } from '../following/access.ts';
import type { Floor } from '../types.ts';

/**
 * The browser forgets all of this origin but what makes it this computer. Not `Clear-Site-Data: "cookies"`: the computer's own key would
 * go too, and with it the pairing.
 */
export async function wipeBrowser(
  deps: Pick<Floor, 'db' | 'clock'> & { publicUrl: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const secure = deps.publicUrl.startsWith('https:');
  const others = Object.keys(request.cookies).filter((name) => name !== deviceCookieName(deps.publicUrl));
  for (const name of others) reply.clearCookie(name, { path: '/', secure });
  await leaveBrowser(deps, request, reply);
  letVisitGo(reply, deps);
  reply.header('clear-site-data', '"cache", "storage"');
}
