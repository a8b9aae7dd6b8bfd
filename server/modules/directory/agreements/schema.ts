import { z } from 'zod';
import { day, id } from '../../../platform/http/shapes.ts';
import { Names } from '../schema.ts';
import { assistingTasks } from '../types.ts';

const sentences = z.array(z.string().trim().min(1).max(500)).max(30);
const inOneLanguage = z.strictObject({ may: sentences, mayNot: sentences });

export const Wording = z
  .strictObject({ fi: inOneLanguage, sv: inOneLanguage, en: inOneLanguage })
  .partial()
  .meta({ id: 'AgreementWording' });

const fields = {
  pointId: id.nullable(),
  serviceName: Names.nullable(),
  tasks: z.array(z.enum(assistingTasks)).max(4),
  wording: Wording,
  trainingOwed: z.array(Names).max(20),
  validFrom: day,
  validUntil: day,
};

export const Agreement = z.object({ id, principalId: id, providerId: id, ...fields }).meta({ id: 'Agreement' });

export const AgreementInput = z
  .strictObject({
    principalId: id,
    providerId: id,
    ...fields,
    pointId: fields.pointId.default(null),
    serviceName: fields.serviceName.default(null),
    trainingOwed: fields.trainingOwed.default([]),
  })
  .meta({ id: 'AgreementInput' });

export const AgreementChange = z.strictObject(fields).partial().meta({ id: 'AgreementChange' });

export const AgreementList = z.object({ agreements: z.array(Agreement) }).meta({ id: 'AgreementList' });
