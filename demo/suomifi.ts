import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SuomifiSettings } from '../server/modules/channels/suomifi/types.ts';
import { anyone } from '../server/platform/http/access.ts';
import { page } from '../server/platform/http/answers.ts';
import { route } from '../server/platform/http/route.ts';
import { localeOf } from './locale.ts';
import { type KeptMessage, suomifiPage } from './suomifi/page.ts';
import { type Got, startStandIn } from './suomifi/stand-in.ts';

export type DemoSuomifi = { settings: SuomifiSettings; stop(): Promise<void> };

const SHOWN = 30;
const Shown = z.looseObject({ lang: z.string().optional() });
const Kept = z.object({ id: z.string(), at: z.string(), by: z.enum(['electronic', 'multichannel']), title: z.string(), body: z.string() });

/**
 * Suomi.fi messages without the service: a stand-in on a port of this machine takes what is sent, and /demo/suomifi shows what the resident
 * would see. People whose identity code ends in an odd number have a mailbox in use, the others get paper. Identity codes are not kept.
 */
export async function openDemoSuomifi(app: FastifyInstance, dataDir: string): Promise<DemoSuomifi> {
  const folder = join(dataDir, 'demo-suomifi');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'messages.jsonl');
  const standIn = await startStandIn({
    hasMailbox: (id) => Number(/(\d)[0-9A-Z]$/.exec(id)?.[1] ?? 1) % 2 === 1,
    onMessage: (got) => void appendFile(file, `${JSON.stringify(kept(got))}\n`, { mode: 0o600 }).catch(() => {}),
  });
  route(app, {
    method: 'GET',
    url: '/demo/suomifi',
    summary: 'What Suomi.fi messages would have got from the demo',
    access: anyone,
    query: Shown,
    answers: { 200: page },
    handle: async ({ request, reply }) => ({
      status: 200,
      body: suomifiPage(localeOf(request, reply), await newest(file), Temporal.Now.instant()),
    }),
  });
  const sender = { name: 'Mallilan palvelupiste', streetAddress: 'Torikuja 4', zipCode: '00001', city: 'Mallila', countryCode: 'FI' };
  return {
    settings: {
      url: standIn.url,
      ...standIn.account,
      paper: { username: 'demo', password: randomUUID(), email: 'paperi@mallila.example', sender },
    },
    stop: standIn.stop,
  };
}

function kept({ externalId, at, by, body }: Got): KeptMessage {
  return { id: externalId, at: at.toString(), by, title: body.electronic.title, body: body.electronic.body };
}

async function newest(file: string): Promise<KeptMessage[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean).slice(-SHOWN).reverse();
  return lines.map((line) => Kept.parse(JSON.parse(line)));
}
