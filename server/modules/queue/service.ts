export { type Boards, createBoards } from './board/service.ts';
export { tellPlaces } from './board/telling.ts';
export { forgetDisturbances } from './disturbances/forgetting.ts';
export { learnPaces } from './estimates/learning.ts';
export {
  cancelExpected,
  changeExpected,
  changeMeetingRoom,
  changeNeeds as changeNeedsOfExpected,
  expectedBeside,
  expectVisit,
  forgetExpected,
  hasCome,
  newArrivalCode,
} from './expected/service.ts';
export { LEAST_VISITS as fewestTold, toldOf as groupsTold } from './figures/rules.ts';
export { encryptedPush } from './following/push/keys.ts';
export { pushJobs } from './following/push/sending.ts';
export { keepsPoint, type PointOfQueues, requireWorksAt, seesNeeds, servesFor, worksAt } from './policy.ts';
export { speechJobs, tendSpeech } from './recordings/making.ts';
export { type Onlooker, queueStreams } from './streams.ts';
export { closeDays } from './visits/closing.ts';
export { forgetVisits } from './visits/forgetting.ts';
export { pointWithQueues } from './visits/queries.ts';
export { expectedSecret } from './visits/secrets.ts';
export { pointsWithQueues } from './waits/queries.ts';
