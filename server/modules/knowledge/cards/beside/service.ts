import type { Db } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { readChannel, readService } from '../../services/service.ts';
import type { ChannelView, Local, LocalText } from '../../services/types.ts';
import type { ChannelBeside, ServiceBeside } from './schema.ts';

/** @throws NotFound for a service that is not there or has been withdrawn */
export async function serviceBeside(db: Db, id: string): Promise<ServiceBeside> {
  const service = await readService(db, id);
  if (!service || service.retiredAt) throw new NotFound();
  const { textId, texts, responsible, modifiedAt, channels } = service;
  return {
    ...{ id, textId, texts, modifiedAt },
    responsible: responsible && { names: responsible.names, organisationId: responsible.organisationId },
    channels: channels.filter(({ retiredAt }) => retiredAt === null).map(wayOf),
  };
}

/** @throws NotFound for a channel that is not there or has been withdrawn */
export async function channelBeside(db: Db, id: string): Promise<ChannelBeside> {
  const channel = await readChannel(db, id);
  if (!channel || channel.retiredAt) throw new NotFound();
  return {
    ...wayOf(channel),
    summaries: each(channel.texts, ({ summary }) => summary),
    services: channel.services.map(({ id: serviceId, textId, texts }) => ({
      id: serviceId,
      textId,
      names: each(texts, ({ name }) => name),
      summaries: each(texts, ({ summary }) => summary),
    })),
  };
}

const wayOf = ({ id, kind, texts, links, phones, needsSignIn }: ChannelView): ServiceBeside['channels'][number] => ({
  ...{ id, kind, links, needsSignIn },
  names: each(texts, ({ name }) => name),
  phones: each(phones, (all) => all.map(({ number, note }) => ({ number, note }))),
});

function each<T, R>(local: Local<T>, of: (one: T) => R | undefined): Local<R>;
function each<T>(local: Local<T>, of: (one: T) => string | undefined): LocalText {
  const told = Object.entries(local).flatMap(([language, one]) => {
    const said = one === undefined ? undefined : of(one);
    return said ? [[language, said]] : [];
  });
  return Object.fromEntries(told);
}
