import { z } from 'zod';
import { id, instant } from '../../../../platform/http/shapes.ts';
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

const said = z.string().optional();
const Said = z.object({
  ...{ name: said, summary: said, description: said, instruction: said, eligibility: said },
  ...{ charge: said, deadline: said, processing: said, validity: said },
});

/** A service as those who serve need it: what it is, whose it is and how it is reached. `textId`: what cards and other providers share. */
export const ServiceBeside = z
  .object({
    id,
    textId: z.string(),
    texts: local(Said),
    responsible: z.object({ names: Words, organisationId: id.nullable() }).nullable(),
    modifiedAt: instant.nullable(),
    channels: z.array(z.object(channel)),
  })
  .meta({ id: 'ServiceBeside' });
export type ServiceBeside = z.output<typeof ServiceBeside>;

export const ChannelBeside = z
  .object({ ...channel, summaries: Words, services: z.array(z.object({ id, textId: z.string(), names: Words, summaries: Words })) })
  .meta({ id: 'ChannelBeside' });
export type ChannelBeside = z.output<typeof ChannelBeside>;
