import type { CollectionRecord, OrganisationRecord } from '../../services/types.ts';
import type { Adapter } from '../records.ts';
import { fieldsOf, idOf, listOf, momentOf, recordOf, requiredId, requireName, textOf } from '../shapes.ts';
import { organisationKind } from '../v11/organisations.ts';
import { channelOf } from './channels.ts';
import { fieldOfVersions, type Lookups } from './lookups.ts';
import { generalDescriptionOf, serviceOf } from './services.ts';

/** PTV Open API v12, in beta since March 2026. Its searches give only what is published. */
export const v12 = (lookups: Lookups): Adapter => ({
  id: (item) => idOf(fieldsOf(item).contentId),
  name: (item) => Object.values(fieldOfVersions(fieldsOf(item), 'name'))[0],
  isPublished: () => true,
  records: {
    organisations: organisationOf,
    'general-descriptions': (item, complain) => generalDescriptionOf(lookups, item, complain),
    channels: (item, complain, today) => channelOf(lookups, item, complain, today),
    services: (item, complain) => serviceOf(lookups, item, complain),
    collections: collectionOf,
  },
});

function organisationOf(value: unknown): OrganisationRecord {
  const item = recordOf(value);
  const names = requireName(fieldOfVersions(item, 'name'));
  const businessCode = textOf(item.businessId) ?? null;
  return {
    id: requiredId(item.contentId),
    names,
    kind: organisationKind(textOf(item.organizationType), businessCode, names.fi),
    businessCode,
    parentId: idOf(item.parentOrganizationContentId) ?? null,
    modifiedAt: momentOf(item.publishedAt),
  };
}

function collectionOf(value: unknown): CollectionRecord {
  const item = recordOf(value);
  return {
    id: requiredId(item.contentId),
    names: requireName(fieldOfVersions(item, 'name')),
    descriptions: { ...fieldOfVersions(item, 'summary'), ...fieldOfVersions(item, 'description') },
    responsibleId: idOf(item.organizationContentId) ?? null,
    serviceIds: listOf(item.items)
      .map(fieldsOf)
      .flatMap(({ itemType, contentId }) => (itemType === 'Service' ? (idOf(contentId) ?? []) : [])),
    modifiedAt: momentOf(item.publishedAt),
  };
}
