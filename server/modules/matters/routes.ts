import type { FastifyInstance } from 'fastify';
import type { StaffAccess } from '../identity/types.ts';
import type { AskingRegister } from './claims/register.ts';
import { claimRoutes } from './claims/routes.ts';
import { contactRoutes } from './contacts/routes.ts';
import { customerRoutes } from './customer/routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { followingRoutes } from './following/routes.ts';
import { handingRoutes } from './handing/routes.ts';
import { mappingRoutes } from './mapping/routes.ts';
import { mergingRoutes } from './merging/routes.ts';
import type { MessageDeps } from './messages/files/types.ts';
import { messageRoutes } from './messages/routes.ts';
import { needRoutes } from './needs/routes.ts';
import { openingRoutes } from './opening/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { pathRoutes } from './path/routes.ts';
import { presenceRoutes } from './presence/routes.ts';
import { readingRoutes } from './reading/routes.ts';
import { answerFileRoutes } from './requests/files/routes.ts';
import { requestRoutes } from './requests/routes.ts';
import { sharingRoutes } from './sharing/routes.ts';
import type { Desk } from './types.ts';

export type MatterDeps = StaffAccess & { desk: Desk; publicUrl: string };

export function matterRoutes(app: FastifyInstance, deps: MatterDeps & MessageDeps & { asking: AskingRegister }): void {
  openingRoutes(app, deps);
  readingRoutes(app, deps);
  needRoutes(app, deps);
  pathRoutes(app, deps);
  handingRoutes(app, deps);
  contactRoutes(app, deps);
  messageRoutes(app, deps);
  requestRoutes(app, deps);
  answerFileRoutes(app, deps);
  sharingRoutes(app, deps);
  mergingRoutes(app, deps);
  presenceRoutes(app, deps);
  documentRoutes(app, deps);
  draftRoutes(app, deps);
  followingRoutes(app, deps);
  customerRoutes(app, deps);
  claimRoutes(app, deps);
  mappingRoutes(app, deps);
  orderRoutes(app, deps);
}
