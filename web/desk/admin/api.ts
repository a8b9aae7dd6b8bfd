import type { z } from 'zod';
import type * as mail from '../../../server/modules/channels/email/mailboxes/schema.ts';
import type * as agreement from '../../../server/modules/directory/agreements/schema.ts';
import type * as list from '../../../server/modules/directory/lists/schema.ts';
import type * as organisation from '../../../server/modules/directory/organisations/schema.ts';
import type * as point from '../../../server/modules/directory/points/schema.ts';
import type { OpeningHours as Hours } from '../../../server/modules/directory/schema.ts';
import type * as unit from '../../../server/modules/directory/units/schema.ts';
import type * as template from '../../../server/modules/notifications/schema.ts';
import type * as operations from '../../../server/modules/operations/schema.ts';
import type * as people from '../../../server/modules/people/schema.ts';
import { request } from '../../shared/api/request.ts';

/** As they go over the wire. */
export type Person = z.input<typeof people.Person>;
export type Grant = Person['grants'][number];
export type Organisation = z.input<typeof organisation.Organisation>;
export type ServicePoint = z.input<typeof point.ServicePoint>;
export type Unit = z.input<typeof unit.Unit>;
export type Agreement = z.input<typeof agreement.Agreement>;
export type ListItem = z.input<typeof list.ListItem>;
export type Lists = z.input<typeof list.Lists>['lists'];
export type Template = z.input<typeof template.Template>;
export type Mailbox = z.input<typeof mail.Mailbox>;
export type MailboxCheck = z.input<typeof mail.MailboxCheck>;
export type QuarantinedMail = z.input<typeof mail.QuarantinedMail>;
export type Fault = z.input<typeof operations.Fault>;
export type OpeningHours = z.input<typeof Hours>;
export type GrantInput = z.input<typeof people.GrantInput>;

/** What can be listed, added and changed but never removed. */
function register<Row, Input, Change>(name: string) {
  return {
    list: async () => (await request<Record<string, Row[]>>('GET', `/api/admin/${name}`))[name] as Row[],
    create: (input: Input) => request<Row>('POST', `/api/admin/${name}`, input),
    change: (id: string, change: Change) => request<Row>('PATCH', `/api/admin/${name}/${id}`, change),
  };
}

export const organisations = register<
  Organisation,
  z.input<typeof organisation.OrganisationInput>,
  z.input<typeof organisation.OrganisationChange>
>('organisations');
export const points = register<ServicePoint, z.input<typeof point.ServicePointInput>, z.input<typeof point.ServicePointChange>>('points');
export const units = register<Unit, z.input<typeof unit.UnitInput>, z.input<typeof unit.UnitChange>>('units');
export const agreements = register<Agreement, z.input<typeof agreement.AgreementInput>, z.input<typeof agreement.AgreementChange>>(
  'agreements',
);
export const templates = register<Template, z.input<typeof template.TemplateInput>, z.input<typeof template.TemplateChange>>('templates');
export const mailboxes = register<Mailbox, z.input<typeof mail.MailboxInput>, z.input<typeof mail.MailboxChange>>('mailboxes');

const onePerson = (id: string) => `/api/admin/people/${id}`;
export const findPeople = (words: string, signal?: AbortSignal) =>
  request<z.input<typeof people.PersonList>>(
    'GET',
    `/api/admin/people?${new URLSearchParams({ words })}`,
    undefined,
    signal ? { signal } : {},
  );
export const addPerson = (person: z.input<typeof people.PersonInput>) => request<Person>('POST', '/api/admin/people', person);
export const changePerson = (id: string, change: z.input<typeof people.PersonChange>) => request<Person>('PATCH', onePerson(id), change);
export const giveGrant = (id: string, grant: GrantInput) => request<Person>('POST', `${onePerson(id)}/grants`, grant);
export const revokeGrant = (id: string, grantId: string) => request<Person>('DELETE', `${onePerson(id)}/grants/${grantId}`);
export const joinUnit = (id: string, unitId: string) => request<Person>('PUT', `${onePerson(id)}/units/${unitId}`);
export const leaveUnit = (id: string, unitId: string) => request<Person>('DELETE', `${onePerson(id)}/units/${unitId}`);

export const readLists = async () => (await request<{ lists: Lists }>('GET', '/api/admin/lists')).lists;
export const putItem = ({ list, key, label, extra, position, active }: ListItem) =>
  request<ListItem>('PUT', `/api/admin/lists/${list}/${key}`, { label, extra, position, active });

export const checkMailbox = (id: string) => request<MailboxCheck>('POST', `/api/admin/mailboxes/${id}/checks`);
export const listQuarantined = async () => (await request<{ mails: QuarantinedMail[] }>('GET', '/api/admin/quarantined-mails')).mails;
export const retryQuarantined = (id: string) =>
  request<z.input<typeof mail.RetriedMail>>('POST', `/api/admin/quarantined-mails/${id}/retries`);

export const listFaults = async () => (await request<{ faults: Fault[] }>('GET', '/api/admin/faults')).faults;
export const retryFault = ({ kind, id }: Fault) =>
  request<z.input<typeof operations.FaultRetry>>('POST', `/api/admin/faults/${kind}/${id}/retries`);
