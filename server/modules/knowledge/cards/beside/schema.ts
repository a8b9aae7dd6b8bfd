import { z } from 'zod';
import { id } from '../../../../platform/http/shapes.ts';
import { channelKinds } from '../../services/types.ts';

/** By language, plain Finnish among them; a language that is missing has no key. */
const local = <T extends z.ZodType>(one: T) => z.object({ fi: one, sv: one, en: one, plain: one }).partial();
const Words = local(z.string());

const channel = {
  id,
  kind: z.enum(channelKinds),
  names: Words,
  links: local(z.array(z.object({ name: z.string(), url: z.string() }))),
  phones: local(z.array(z.object({ number: z.string(), note: z.string() }))),
  needsSignIn: z.boolean(),
};

/** How a service is reached, in short: what an advisor tells beside other work. */
export const ServiceBeside = z
  .object({ id, names: Words, summaries: Words, instructions: Words, channels: z.array(z.object(channel)) })
  .meta({ id: 'ServiceBeside' });
export type ServiceBeside = z.output<typeof ServiceBeside>;

export const ChannelBeside = z
  .object({ ...channel, summaries: Words, services: z.array(z.object({ id, textId: z.string(), names: Words, summaries: Words })) })
  .meta({ id: 'ChannelBeside' });
export type ChannelBeside = z.output<typeof ChannelBeside>;
