import type { CollectionRecord } from '../../services/types.ts';
import type { Adapter } from '../records.ts';
import { fieldsOf, idOf, listOf, momentOf, recordOf, requiredId, requireName, textOf } from '../shapes.ts';
import { channelOf } from './channels.ts';
import { organisationOf } from './organisations.ts';
import { generalDescriptionOf, serviceOf } from './services.ts';
import { localTextOf } from './texts.ts';

/** PTV Open API v11, being retired in spring 2027. */
export const v11: Adapter = {
  id: (item) => idOf(fieldsOf(item).id),
  name: (item) => {
    const { names, organizationNames, serviceNames, serviceChannelNames, serviceCollectionNames } = fieldsOf(item);
    return Object.values(localTextOf(names ?? organizationNames ?? serviceNames ?? serviceChannelNames ?? serviceCollectionNames))[0];
  },
  isPublished: (item) => (textOf(fieldsOf(item).publishingStatus) ?? 'Published') === 'Published',
  records: {
    organisations: organisationOf,
    'general-descriptions': generalDescriptionOf,
    channels: channelOf,
    services: serviceOf,
    collections: collectionOf,
  },
};

function collectionOf(value: unknown): CollectionRecord {
  const item = recordOf(value);
  return {
    id: requiredId(item.id),
    names: requireName(localTextOf(item.serviceCollectionNames)),
    descriptions: localTextOf(item.serviceCollectionDescriptions),
    responsibleId: idOf(item.organizationId) ?? null,
    serviceIds: listOf(item.services).flatMap((service) => idOf(fieldsOf(service).id) ?? []),
    modifiedAt: momentOf(item.modified),
  };
}
