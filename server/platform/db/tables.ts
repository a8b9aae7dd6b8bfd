// Written by `bin/tables` from the migrated database; do not edit. tests/tables.test.ts checks that it is current.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** What a json column takes: an object, or JSON text. An array goes as text, since pg would send it as a PostgreSQL array. */
export type JsonInput = string | (object & { length?: never });

export interface Tables {
  agreement: AgreementTable;
  appointment: AppointmentTable;
  appointment_block: AppointmentBlockTable;
  appointment_letter: AppointmentLetterTable;
  appointment_resource: AppointmentResourceTable;
  arrangement: ArrangementTable;
  attendance: AttendanceTable;
  audit_entry: AuditEntryTable;
  authority_presence: AuthorityPresenceTable;
  bookable: BookableTable;
  bookable_place: BookablePlaceTable;
  booking_availability: BookingAvailabilityTable;
  booking_letter: BookingLetterTable;
  booking_punctuality: BookingPunctualityTable;
  booking_series: BookingSeriesTable;
  booking_session: BookingSessionTable;
  booking_setup: BookingSetupTable;
  bulletin: BulletinTable;
  bulletin_read: BulletinReadTable;
  bus: BusTable;
  bus_stop: BusStopTable;
  bus_stop_exception: BusStopExceptionTable;
  bus_stop_hours: BusStopHoursTable;
  calendar_feed: CalendarFeedTable;
  call_recording: CallRecordingTable;
  card_link: CardLinkTable;
  card_task: CardTaskTable;
  card_verdict: CardVerdictTable;
  card_version: CardVersionTable;
  classification: ClassificationTable;
  collecting: CollectingTable;
  computer_help: ComputerHelpTable;
  computer_session: ComputerSessionTable;
  contact: ContactTable;
  contact_card: ContactCardTable;
  contact_change: ContactChangeTable;
  contact_letter: ContactLetterTable;
  counter: CounterTable;
  counter_queue: CounterQueueTable;
  customer: CustomerTable;
  customer_identity: CustomerIdentityTable;
  customer_session: CustomerSessionTable;
  data_request: DataRequestTable;
  directory_key: DirectoryKeyTable;
  disturbance: DisturbanceTable;
  disturbance_keeping: DisturbanceKeepingTable;
  document: DocumentTable;
  document_event: DocumentEventTable;
  document_file: DocumentFileTable;
  draft: DraftTable;
  event: EventTable;
  event_cursor: EventCursorTable;
  event_dead_letter: EventDeadLetterTable;
  expected_visit: ExpectedVisitTable;
  file: FileTable;
  general_description: GeneralDescriptionTable;
  guide: GuideTable;
  guide_version: GuideVersionTable;
  happening: HappeningTable;
  idempotency: IdempotencyTable;
  import_fault: ImportFaultTable;
  import_run: ImportRunTable;
  import_seen: ImportSeenTable;
  info_slide: InfoSlideTable;
  invitation: InvitationTable;
  joint_booking: JointBookingTable;
  language_order: LanguageOrderTable;
  life_package: LifePackageTable;
  life_package_version: LifePackageVersionTable;
  list_item: ListItemTable;
  mail_auto_answer: MailAutoAnswerTable;
  mail_in: MailInTable;
  mail_thread: MailThreadTable;
  mailbox: MailboxTable;
  mandate: MandateTable;
  mapping: MappingTable;
  matter: MatterTable;
  matter_claim: MatterClaimTable;
  matter_link: MatterLinkTable;
  matter_presence: MatterPresenceTable;
  message: MessageTable;
  message_file: MessageFileTable;
  migration: MigrationTable;
  missed_meeting: MissedMeetingTable;
  need: NeedTable;
  notice: NoticeTable;
  notice_thing: NoticeThingTable;
  notice_wish: NoticeWishTable;
  organisation: OrganisationTable;
  person: PersonTable;
  person_grant: PersonGrantTable;
  previsit: PrevisitTable;
  processing_consent: ProcessingConsentTable;
  ptv_organisation: PtvOrganisationTable;
  push_key: PushKeyTable;
  queue: QueueTable;
  queue_block: QueueBlockTable;
  queue_device: QueueDeviceTable;
  queue_number: QueueNumberTable;
  queue_pace: QueuePaceTable;
  queue_policy: QueuePolicyTable;
  referral: ReferralTable;
  resource: ResourceTable;
  resource_bookable: ResourceBookableTable;
  resource_day: ResourceDayTable;
  resource_exception: ResourceExceptionTable;
  resource_hours: ResourceHoursTable;
  search_choice: SearchChoiceTable;
  search_count: SearchCountTable;
  search_settled: SearchSettledTable;
  secret_link: SecretLinkTable;
  service: ServiceTable;
  service_by_channel: ServiceByChannelTable;
  service_card: ServiceCardTable;
  service_channel: ServiceChannelTable;
  service_collection: ServiceCollectionTable;
  service_point: ServicePointTable;
  service_text: ServiceTextTable;
  share: ShareTable;
  sign_in_attempt: SignInAttemptTable;
  silent_alarm: SilentAlarmTable;
  silent_alarm_coming: SilentAlarmComingTable;
  slip: SlipTable;
  sms_out: SmsOutTable;
  specialist: SpecialistTable;
  specialist_presence: SpecialistPresenceTable;
  spoken_feedback: SpokenFeedbackTable;
  staff_session: StaffSessionTable;
  step: StepTable;
  support_actor: SupportActorTable;
  support_actor_reminder: SupportActorReminderTable;
  support_request: SupportRequestTable;
  support_request_entry: SupportRequestEntryTable;
  support_request_file: SupportRequestFileTable;
  synonym: SynonymTable;
  tally: TallyTable;
  text_template: TextTemplateTable;
  unit: UnitTable;
  unit_member: UnitMemberTable;
  upload: UploadTable;
  visit: VisitTable;
  visit_deed: VisitDeedTable;
  visit_push: VisitPushTable;
  visit_setting: VisitSettingTable;
  visit_step: VisitStepTable;
  waiting: WaitingTable;
  waiting_offer: WaitingOfferTable;
  web_form: WebFormTable;
}

export interface AgreementTable {
  id: Generated<string>;
  principal_id: string;
  provider_id: string;
  point_id: string | null;
  service_name: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  tasks: string[];
  wording: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  training_owed: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  valid_from: Temporal.PlainDate;
  valid_until: Temporal.PlainDate;
}

export interface AppointmentTable {
  id: string;
  bookable_id: string;
  point_id: string | null;
  owner_org: string;
  way: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  state: string;
  held_until: Temporal.Instant | null;
  language: Generated<string>;
  needs: Generated<string[]>;
  secret_hash: string;
  holder_hash: string | null;
  contact: string | null;
  booker_hash: string | null;
  matter_id: string | null;
  expected_id: string | null;
  booked_by: string | null;
  sequence: Generated<number>;
  version: Generated<number>;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
  step_id: string | null;
  step_made: Generated<boolean>;
  late_until: Temporal.Instant | null;
  arrived_at: Temporal.Instant | null;
  served_at: Temporal.Instant | null;
  done_at: Temporal.Instant | null;
  missed_at: Temporal.Instant | null;
  missed_by: string | null;
  people: Generated<number>;
  session_id: string | null;
  joint_id: string | null;
  stop_id: string | null;
  meeting_link: string | null;
  asked_by: string | null;
  interpreter_language: string | null;
  moved_from: Temporal.Instant | null;
}

export interface AppointmentBlockTable {
  id: string;
  resource_id: string;
  during: string;
  reason: string;
  made_by: string;
  made_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
}

export interface AppointmentLetterTable {
  id: Generated<string>;
  appointment_id: string | null;
  version: number;
  kind: string;
  state: Generated<string>;
  not_before: Temporal.Instant;
  sending_since: Temporal.Instant | null;
  attempts: Generated<number>;
  ended_at: Temporal.Instant | null;
  joint_id: string | null;
}

export interface AppointmentResourceTable {
  appointment_id: string | null;
  resource_id: string;
  during: string;
  live: Generated<boolean>;
  block_id: string | null;
}

export interface ArrangementTable {
  id: Generated<string>;
  customer_id: string;
  kind: string;
  detail: Generated<string>;
  legal_ground: Generated<string>;
  asked_at: Generated<string>;
  noted_by: string | null;
  noted_at: Generated<Temporal.Instant>;
  expires_on: Temporal.PlainDate | null;
  ended_at: Temporal.Instant | null;
  asked_point_id: string | null;
}

export interface AttendanceTable {
  appointment_id: string;
  mark: string;
  marked_by: string;
  marked_at: Temporal.Instant;
}

export interface AuditEntryTable {
  id: GeneratedAlways<number>;
  at: Generated<Temporal.Instant>;
  request_id: string | null;
  person_id: string | null;
  actor_kind: string;
  organisation_ids: Generated<string[]>;
  action: string;
  purpose: string;
  outcome: Generated<string>;
  matter_id: string | null;
  customer_id: string | null;
  owner_org: string | null;
  subjects: Generated<string[]>;
  actor_customer_id: string | null;
  on_behalf_of: string | null;
}

export interface AuthorityPresenceTable {
  id: Generated<string>;
  point_id: string;
  organisation_id: string;
  opening: ColumnType<unknown, JsonInput, JsonInput>;
  direction: string | null;
  place: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  version: Generated<number>;
}

export interface BookableTable {
  id: Generated<string>;
  organisation_id: string;
  service_id: string | null;
  name: ColumnType<unknown, JsonInput, JsonInput>;
  bring: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  minutes: number;
  buffer_before: Generated<number>;
  buffer_after: Generated<number>;
  step: number;
  notice: Generated<number>;
  horizon_days: Generated<number>;
  most_per_person: Generated<number>;
  who: Generated<string>;
  ways: Generated<string[]>;
  parts: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  rules: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  active: Generated<boolean>;
  version: Generated<number>;
  missed_after: Generated<number>;
  answer_minutes: Generated<number>;
  most_unanswered: Generated<number>;
  most_people: Generated<number>;
  minutes_each: Generated<number>;
  fixed: Generated<boolean>;
  situations: Generated<string[]>;
}

export interface BookablePlaceTable {
  bookable_id: string;
  point_id: string;
  queue_id: string | null;
}

export interface BookingAvailabilityTable {
  day: Temporal.PlainDate;
  bookable_id: string;
  point_id: string | null;
  measured_at: Temporal.Instant;
  first_minutes: number | null;
  first_days: number | null;
  third_minutes: number | null;
  third_days: number | null;
  open_minutes: number;
  taken_minutes: number;
}

export interface BookingLetterTable {
  id: Generated<string>;
  kind: string;
  subject_id: string;
  state: Generated<string>;
  not_before: Temporal.Instant;
  sending_since: Temporal.Instant | null;
  attempts: Generated<number>;
  ended_at: Temporal.Instant | null;
}

export interface BookingPunctualityTable {
  day: Temporal.PlainDate;
  bookable_id: string;
  point_id: string | null;
  booked: number;
  cancelled: number;
  known: number;
  missed: number;
  held: number;
  unused: number;
  arrivals: number[];
  starts: number[];
}

export interface BookingSeriesTable {
  id: Generated<string>;
  bookable_id: string;
  owner_org: string;
  cancelled_at: Temporal.Instant | null;
  created_by: string | null;
  created_at: Temporal.Instant;
}

export interface BookingSessionTable {
  id: string;
  bookable_id: string;
  series_id: string | null;
  position: Generated<number>;
  point_id: string | null;
  owner_org: string;
  way: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  capacity: number;
  taken: Generated<number>;
  house_id: string;
  cancelled_at: Temporal.Instant | null;
  created_by: string | null;
  created_at: Temporal.Instant;
}

export interface BookingSetupTable {
  version: number;
  changed_in: string;
}

export interface BulletinTable {
  id: Generated<string>;
  owner_org: string;
  texts: ColumnType<unknown, JsonInput, JsonInput>;
  must_read: Generated<boolean>;
  published_on: Temporal.PlainDate;
  in_force_on: Temporal.PlainDate | null;
  shows_until: Temporal.PlainDate;
  service_ids: Generated<string[]>;
  point_ids: Generated<string[]>;
  version: Generated<number>;
  created_by: string | null;
  changed_at: Generated<Temporal.Instant>;
  withdrawn_at: Temporal.Instant | null;
}

export interface BulletinReadTable {
  bulletin_id: string;
  person_id: string;
  at: Temporal.Instant;
}

export interface BusTable {
  point_id: string;
  leave_minutes: Generated<number>;
  on_board: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  accessibility: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  walk_in: Generated<boolean>;
  version: Generated<number>;
}

export interface BusStopTable {
  id: Generated<string>;
  bus_id: string;
  name: ColumnType<unknown, JsonInput, JsonInput>;
  street: string;
  postal_code: Generated<string>;
  city: string;
  latitude: number;
  longitude: number;
  finding: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  accessibility: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  active: Generated<boolean>;
  version: Generated<number>;
}

export interface BusStopExceptionTable {
  id: Generated<string>;
  stop_id: string;
  day: Temporal.PlainDate;
  opens: string | null;
  closes: string | null;
}

export interface BusStopHoursTable {
  id: Generated<string>;
  stop_id: string;
  every_weeks: Generated<number>;
  anchor: Temporal.PlainDate;
  weekdays: number[];
  opens: string;
  closes: string;
  valid_from: Temporal.PlainDate | null;
  valid_until: Temporal.PlainDate | null;
  on_holidays: Generated<boolean>;
}

export interface CalendarFeedTable {
  id: string;
  person_id: string;
  secret_hash: string;
  made_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  read_on: Temporal.PlainDate | null;
}

export interface CallRecordingTable {
  point_id: string;
  language: string;
  piece: string;
  file_id: string;
  recorded_at: Generated<Temporal.Instant>;
}

export interface CardLinkTable {
  url: string;
  fault: string | null;
  fault_since: Temporal.Instant | null;
  checked_at: Temporal.Instant;
}

export interface CardTaskTable {
  id: Generated<string>;
  card_id: string;
  kind: string;
  verdict_id: string | null;
  about: Generated<string>;
  opened_at: Temporal.Instant;
  handled_at: Temporal.Instant | null;
  handled_by: string | null;
  note: Generated<string>;
}

export interface CardVerdictTable {
  id: Generated<string>;
  card_id: string;
  number: number;
  person_id: string;
  helped: boolean;
  why: Generated<string>;
  said_at: Temporal.Instant;
}

export interface CardVersionTable {
  card_id: string;
  number: number;
  state: Generated<string>;
  content: ColumnType<unknown, JsonInput, JsonInput>;
  change_note: Generated<string>;
  writer_ids: string[];
  revision: Generated<number>;
  saved_at: Temporal.Instant;
  offered_by: string | null;
  returned_note: Generated<string>;
  approved_by: string | null;
  publish_on: Temporal.PlainDate | null;
  published_at: Temporal.Instant | null;
}

export interface ClassificationTable {
  scheme: string;
  code: string;
  uri: string;
  old_uri: string | null;
  parent_code: string | null;
  names: ColumnType<unknown, JsonInput, JsonInput>;
}

export interface CollectingTable {
  id: Generated<string>;
  slip_id: string;
  matter_id: string;
  contact_id: string;
  person_id: string;
  organisation_id: string;
  point_id: string | null;
  identification: Generated<string>;
  started_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
}

export interface ComputerHelpTable {
  id: Generated<string>;
  device_id: string;
  point_id: string;
  asked_at: Temporal.Instant;
  taken_by: string | null;
  taken_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
}

export interface ComputerSessionTable {
  id: Generated<string>;
  device_id: string;
  point_id: string;
  started_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  got_done: string | null;
  words: Generated<string>;
}

export interface ContactTable {
  id: Generated<string>;
  matter_id: string;
  need_id: string | null;
  owner_org: string;
  channel: string;
  direction: string;
  started_at: Generated<Temporal.Instant>;
  ended_at: Temporal.Instant | null;
  person_id: string | null;
  point_id: string | null;
  identification: Generated<string>;
  summary: Generated<string>;
  wrapped_at: Temporal.Instant | null;
  reasons: Generated<string[]>;
  directed_by: string | null;
  support_kinds: Generated<string[]>;
  how: Generated<string[]>;
  not_alone: Generated<string[]>;
  could_self_serve: boolean | null;
  hops: number | null;
  told_again: boolean | null;
  guidance: number | null;
  guidance_words: string | null;
  version: Generated<number>;
  before_wrap_up: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  advice_level: string | null;
}

export interface ContactCardTable {
  contact_id: string;
  card_id: string;
  opened_by: string;
  opened_at: Temporal.Instant;
}

export interface ContactChangeTable {
  id: Generated<string>;
  customer_id: string;
  email: string;
  tries: Generated<number>;
  asked_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  confirmed_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
}

export interface ContactLetterTable {
  id: Generated<string>;
  customer_id: string;
  kind: string;
  change_id: string | null;
  email: string | null;
  language: string;
  state: Generated<string>;
  attempts: Generated<number>;
  not_before: Temporal.Instant;
  sending_since: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
}

export interface CounterTable {
  id: Generated<string>;
  point_id: string;
  kind: string;
  name: ColumnType<unknown, JsonInput, JsonInput>;
  direction: string | null;
  suits: Generated<string[]>;
  position: Generated<number>;
  active: Generated<boolean>;
  person_id: string | null;
  state: Generated<string>;
  since: Generated<Temporal.Instant>;
  version: Generated<number>;
  help_asked_at: Temporal.Instant | null;
  help_taken_by: string | null;
}

export interface CounterQueueTable {
  counter_id: string;
  queue_id: string;
}

export interface CustomerTable {
  id: Generated<string>;
  known: Generated<boolean>;
  kind: Generated<string>;
  given_name: Generated<string>;
  family_name: Generated<string>;
  language: Generated<string>;
  email: string | null;
  phone: string | null;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  contact_wish: string | null;
  digital_skill: string | null;
  restricted: Generated<boolean>;
  merged_into: string | null;
  created_at: Generated<Temporal.Instant>;
  version: Generated<number>;
  search_text: GeneratedAlways<string | null>;
  phone_unconfirmed: Generated<boolean>;
}

export interface CustomerIdentityTable {
  id: Generated<string>;
  customer_id: string;
  kind: string;
  hash: string;
  key_id: string;
  cipher: string;
  learned: string;
  created_at: Generated<Temporal.Instant>;
}

export interface CustomerSessionTable {
  id: Generated<string>;
  token_hash: string;
  customer_id: string;
  acr: string;
  acting_for_customer_id: string | null;
  mandate_id: string | null;
  identified_at: Generated<Temporal.Instant>;
  seen_at: Generated<Temporal.Instant>;
  expires_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  id_token: string | null;
}

export interface DataRequestTable {
  id: Generated<string>;
  customer_id: string;
  by_customer_id: string;
  kind: string;
  matter_id: string | null;
  owner_org: string;
  words: string;
  asked_at: Temporal.Instant;
  due_on: Temporal.PlainDate;
  outcome: string | null;
  reason: Generated<string>;
  erased: Generated<string[]>;
  answered_at: Temporal.Instant | null;
  answered_by: string | null;
  lifts_at: Temporal.Instant | null;
  lift_reason: Generated<string>;
  lift_told_at: Temporal.Instant | null;
  lift_told_by: string | null;
  reminded_at: Temporal.Instant | null;
  overdue_reminded_at: Temporal.Instant | null;
}

export interface DirectoryKeyTable {
  id: string;
  key_cipher: string;
  set_at: Temporal.Instant;
  set_by: string | null;
}

export interface DisturbanceTable {
  id: Generated<string>;
  point_id: string;
  state: string;
  source: string;
  kind: string;
  happened_at: Temporal.Instant;
  counter_id: string | null;
  place: Generated<string>;
  what: Generated<string>;
  done: Generated<string>;
  present: Generated<string[]>;
  debriefed_on: Temporal.PlainDate | null;
  police: boolean | null;
  next_step: Generated<string>;
  next_by: string | null;
  next_until: Temporal.PlainDate | null;
  report_digest: string | null;
  written_by: string;
  written_at: Temporal.Instant;
  version: Generated<number>;
}

export interface DisturbanceKeepingTable {
  point_id: string;
  months: number;
}

export interface DocumentTable {
  id: Generated<string>;
  matter_id: string;
  need_id: string | null;
  owner_org: string;
  organisation_id: string | null;
  kind: string;
  title: string;
  pages: number;
  return_by: Temporal.PlainDate | null;
  arrived_at: Temporal.Instant;
  arrived_point_id: string | null;
  arrived_place: Generated<string>;
  received_by: string;
  state: Generated<string>;
  point_id: string | null;
  place: Generated<string>;
  state_at: Temporal.Instant;
  version: Generated<number>;
  next_org: string | null;
}

export interface DocumentEventTable {
  id: Generated<string>;
  seq: GeneratedAlways<number>;
  document_id: string;
  kind: string;
  at: Temporal.Instant;
  person_id: string;
  org: string;
  point_id: string | null;
  place: Generated<string>;
  from_org: string | null;
  to_org: string | null;
  identification: string | null;
  note: Generated<string>;
}

export interface DocumentFileTable {
  document_id: string;
  file_id: string;
  name: string;
  position: number;
  added_at: Temporal.Instant;
  added_by: string;
}

export interface DraftTable {
  person_id: string;
  place: string;
  body: ColumnType<unknown, JsonInput, JsonInput>;
  updated_at: Generated<Temporal.Instant>;
}

export interface EventTable {
  seq: GeneratedAlways<number>;
  xid: Generated<string>;
  at: Generated<Temporal.Instant>;
  type: string;
  subject: string | null;
  data: ColumnType<unknown, JsonInput | undefined, JsonInput>;
}

export interface EventCursorTable {
  reaction: string;
  seen: string;
  target: string | null;
  seq: Generated<number>;
  at: Generated<Temporal.Instant>;
  tries: Generated<number>;
  retry_at: Temporal.Instant | null;
  updated_at: Generated<Temporal.Instant>;
}

export interface EventDeadLetterTable {
  reaction: string;
  xid: string;
  seq: number;
  event_at: Temporal.Instant;
  type: string;
  subject: string | null;
  data: ColumnType<unknown, JsonInput, JsonInput>;
  error: string;
  tries: number;
  died_at: Generated<Temporal.Instant>;
  id: Generated<string>;
}

export interface ExpectedVisitTable {
  id: Generated<string>;
  point_id: string;
  queue_id: string;
  code_hash: string;
  due_at: Temporal.Instant;
  matter_id: string | null;
  language: Generated<string>;
  needs: Generated<string[]>;
  phone_hash: string | null;
  visit_id: string | null;
  cancelled_at: Temporal.Instant | null;
  created_by: string | null;
  created_at: Generated<Temporal.Instant>;
  secret_hash: string | null;
  following: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  meeting_room: string | null;
}

export interface FileTable {
  id: Generated<string>;
  stored_as: string;
  size: number;
  sha256: string;
  type: string;
  created_at: Generated<Temporal.Instant>;
  claimed: Generated<boolean>;
}

export interface GeneralDescriptionTable {
  id: string;
  texts: ColumnType<unknown, JsonInput, JsonInput>;
  classes: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  charge: string | null;
  content_hash: string;
  modified_at: Temporal.Instant | null;
  retired_at: Temporal.Instant | null;
  type: string | null;
  legislation: ColumnType<unknown, JsonInput | undefined, JsonInput>;
}

export interface GuideTable {
  id: Generated<string>;
  owner_org: string;
  owner_person_id: string | null;
  review_on: Temporal.PlainDate;
  published_at: Temporal.Instant | null;
  retired_at: Temporal.Instant | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
}

export interface GuideVersionTable {
  guide_id: string;
  number: number;
  state: Generated<string>;
  content: ColumnType<unknown, JsonInput, JsonInput>;
  change_note: Generated<string>;
  writer_ids: string[];
  revision: Generated<number>;
  saved_at: Temporal.Instant;
  offered_by: string | null;
  returned_note: Generated<string>;
  approved_by: string | null;
  published_at: Temporal.Instant | null;
}

export interface HappeningTable {
  id: Generated<string>;
  matter_id: string;
  need_id: string | null;
  owner_org: string;
  kind: string;
  at: Generated<Temporal.Instant>;
  person_id: string | null;
  data: ColumnType<unknown, JsonInput | undefined, JsonInput>;
}

export interface IdempotencyTable {
  caller: string;
  route: string;
  key: string;
  body_hash: string;
  status: number;
  resource_id: string;
  created_at: Generated<Temporal.Instant>;
}

export interface ImportFaultTable {
  id: GeneratedAlways<number>;
  run_id: string;
  step: string;
  record_id: string | null;
  name: string | null;
  code: string;
  detail: string | null;
  skipped: boolean;
}

export interface ImportRunTable {
  id: Generated<string>;
  source: string;
  mode: string;
  state: Generated<string>;
  since: Temporal.Instant | null;
  position: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  counts: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  withdrawing: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  failure: string | null;
  asked_by: string | null;
  answered_by: string | null;
  created_at: Generated<Temporal.Instant>;
  started_at: Temporal.Instant | null;
  moved_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  approved_at: Temporal.Instant | null;
}

export interface ImportSeenTable {
  run_id: string;
  step: string;
  record_id: string;
}

export interface InfoSlideTable {
  id: Generated<string>;
  point_id: string;
  kind: string;
  title: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  body: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  picture_id: string | null;
  alt: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  shown_from: Temporal.PlainDate | null;
  shown_until: Temporal.PlainDate | null;
  seconds: Generated<number>;
  position: Generated<number>;
  active: Generated<boolean>;
  version: Generated<number>;
}

export interface InvitationTable {
  id: string;
  matter_id: string;
  customer_id: string;
  owner_org: string;
  bookable_id: string;
  way: string;
  point_ids: Generated<string[]>;
  deadline: Temporal.Instant;
  language: string;
  needs: Generated<string[]>;
  content: string | null;
  secret_hash: string;
  state: Generated<string>;
  appointment_id: string | null;
  step_id: string | null;
  invited_by: string;
  sent_at: Temporal.Instant;
  opened_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  version: Generated<number>;
  interpreter_language: string | null;
}

export interface JointBookingTable {
  id: string;
  kind: string;
  series_id: string | null;
  secret_hash: string;
  contact: string | null;
  expected_id: string | null;
  language: Generated<string>;
  asked_by: string | null;
  sequence: Generated<number>;
  version: Generated<number>;
  created_at: Temporal.Instant;
  apart: Generated<boolean>;
  changed_part: string | null;
}

export interface LanguageOrderTable {
  id: Generated<string>;
  matter_id: string;
  owner_org: string;
  kind: string;
  language: Generated<string>;
  way: string;
  at: Temporal.Instant;
  minutes: number;
  place: Generated<string>;
  state: Generated<string>;
  provider: Generated<string>;
  reference: Generated<string>;
  failed_why: string | null;
  created_by: string;
  created_at: Generated<Temporal.Instant>;
  settled_at: Temporal.Instant | null;
  version: Generated<number>;
}

export interface LifePackageTable {
  id: Generated<string>;
  owner_org: string;
  life_event: string | null;
  content: ColumnType<unknown, JsonInput, JsonInput>;
  active: Generated<boolean>;
  version: Generated<number>;
  changed_at: Generated<Temporal.Instant>;
  changed_by: string | null;
}

export interface LifePackageVersionTable {
  package_id: string;
  version: number;
  content: ColumnType<unknown, JsonInput, JsonInput>;
  changed_at: Temporal.Instant;
  changed_by: string | null;
}

export interface ListItemTable {
  list: string;
  key: string;
  label: ColumnType<unknown, JsonInput, JsonInput>;
  extra: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  position: Generated<number>;
  active: Generated<boolean>;
}

export interface MailAutoAnswerTable {
  sender_hash: string;
  mailbox_id: string;
  matter_id: string;
  answered_at: Temporal.Instant;
  in_reply_to: string | null;
  sent_at: Temporal.Instant | null;
  attempts: Generated<number>;
  due_at: Temporal.Instant;
}

export interface MailInTable {
  id: Generated<string>;
  mailbox_id: string;
  raw_hash: string;
  copy_hash: string | null;
  uid_validity: number | null;
  uid: number | null;
  size: Generated<number>;
  received_at: Generated<Temporal.Instant>;
  state: string;
  kind: string | null;
  reason: string | null;
  tries: Generated<number>;
  file_id: string | null;
  message_id: string | null;
}

export interface MailThreadTable {
  rfc_message_id: string;
  matter_id: string;
  message_id: string | null;
  direction: string;
  address_hash: string | null;
  created_at: Generated<Temporal.Instant>;
}

export interface MailboxTable {
  id: Generated<string>;
  address: string;
  display_name: ColumnType<unknown, JsonInput, JsonInput>;
  organisation_id: string;
  unit_id: string;
  language: Generated<string>;
  imap: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  imap_password_cipher: string | null;
  smtp: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  smtp_password_cipher: string | null;
  plus_addresses: Generated<boolean>;
  auto_answer: Generated<boolean>;
  active: Generated<boolean>;
  uid_validity: number | null;
  last_uid: Generated<number>;
  checked_at: Temporal.Instant | null;
  trouble: string | null;
  sending_trouble: string | null;
  version: Generated<number>;
}

export interface MandateTable {
  id: Generated<string>;
  customer_id: string;
  principal_id: string;
  kind: string;
  roles: Generated<string[]>;
  created_at: Generated<Temporal.Instant>;
  until: Temporal.Instant;
  ended_at: Temporal.Instant | null;
}

export interface MappingTable {
  id: Generated<string>;
  matter_id: string;
  owner_org: string;
  unit_id: string;
  person_id: string | null;
  point_id: string | null;
  state: Generated<string>;
  at_group: Generated<string>;
  answers: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  pictures: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  secret: Generated<boolean>;
  decision: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  decided_by: string | null;
  decided_at: Temporal.Instant | null;
  confirmed_how: string | null;
  confirmed_by: string | null;
  confirmed_at: Temporal.Instant | null;
  started_by: string;
  started_at: Generated<Temporal.Instant>;
  changed_at: Generated<Temporal.Instant>;
  note: Generated<string>;
  version: Generated<number>;
  confirmed_by_customer: string | null;
  comment: string | null;
  commented_how: string | null;
  commented_at: Temporal.Instant | null;
}

export interface MatterTable {
  id: Generated<string>;
  number: Generated<string>;
  customer_id: string;
  title: string;
  language: Generated<string>;
  owner_org: string;
  unit_id: string;
  person_id: string | null;
  point_id: string | null;
  opened_channel: string;
  opened_at: Generated<Temporal.Instant>;
  arrived_at: Generated<Temporal.Instant>;
  state: Generated<string>;
  awaits: Generated<string>;
  awaits_since: Generated<Temporal.Instant>;
  due_at: Temporal.Instant | null;
  acting_for: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  closed_at: Temporal.Instant | null;
  merged_into: string | null;
  customer_outcome: string | null;
  customer_outcome_at: Temporal.Instant | null;
  names_agreed: Generated<boolean>;
  version: Generated<number>;
  words: GeneratedAlways<string | null>;
}

export interface MatterClaimTable {
  id: Generated<string>;
  matter_id: string;
  customer_id: string;
  state: Generated<string>;
  created_at: Generated<Temporal.Instant>;
  decided_at: Temporal.Instant | null;
  decided_by: string | null;
  claimed_by: string | null;
}

export interface MatterLinkTable {
  matter_id: string;
  other_id: string;
  linked_by: string | null;
  linked_at: Generated<Temporal.Instant>;
}

export interface MatterPresenceTable {
  matter_id: string;
  person_id: string;
  seen_at: Generated<Temporal.Instant>;
}

export interface MessageTable {
  id: Generated<string>;
  matter_id: string;
  contact_id: string | null;
  need_id: string | null;
  owner_org: string;
  kind: string;
  direction: string;
  channel: string;
  language: Generated<string>;
  sensitivity: Generated<string>;
  subject: Generated<string>;
  body: string;
  body_html: string | null;
  quoted: string | null;
  recipient: string | null;
  author_id: string | null;
  request_id: string | null;
  state: string;
  send_at: Temporal.Instant | null;
  sending_since: Temporal.Instant | null;
  attempts: Generated<number>;
  delivery_note: string | null;
  created_at: Generated<Temporal.Instant>;
  sent_at: Temporal.Instant | null;
  read_at: Temporal.Instant | null;
  words: GeneratedAlways<string | null>;
  by_customer_id: string | null;
  on_behalf_of: string | null;
}

export interface MessageFileTable {
  message_id: string;
  file_id: string;
  name: string;
  position: Generated<number>;
  content_id: string | null;
}

export interface MigrationTable {
  number: number;
  name: string;
  checksum: string;
  applied_at: Generated<Temporal.Instant>;
}

export interface MissedMeetingTable {
  appointment_id: string;
  organisation_id: string;
  told_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
  seen_by: string | null;
  seen_at: Temporal.Instant | null;
}

export interface NeedTable {
  id: Generated<string>;
  matter_id: string;
  owner_org: string;
  position: Generated<number>;
  organisation_id: string | null;
  service_id: string | null;
  service_name: string | null;
  own_words: Generated<string>;
  state: Generated<string>;
  outcome: string | null;
  outcome_why: string | null;
  outcome_at: Temporal.Instant | null;
  outcome_by: string | null;
  receipt: string | null;
  received_at: Temporal.Instant | null;
  received_point_id: string | null;
  customer_outcome: string | null;
  created_at: Generated<Temporal.Instant>;
  words: GeneratedAlways<string | null>;
}

export interface NoticeTable {
  id: Generated<string>;
  matter_id: string;
  customer_id: string;
  owner_org: string;
  channel: string;
  tried: Generated<string[]>;
  language: string;
  state: Generated<string>;
  not_before: Temporal.Instant;
  sending_since: Temporal.Instant | null;
  attempts: Generated<number>;
  external_id: string | null;
  delivery_note: string | null;
  created_at: Generated<Temporal.Instant>;
  ended_at: Temporal.Instant | null;
  ended_by: string | null;
}

export interface NoticeThingTable {
  thing: string;
  notice_id: string;
  kind: string;
  need_id: string | null;
  deadline_at: Temporal.Instant | null;
  happened_at: Generated<Temporal.Instant>;
}

export interface NoticeWishTable {
  customer_id: string;
  quiet: Generated<string>;
  quiet_from: Temporal.PlainTime | null;
  quiet_until: Temporal.PlainTime | null;
  zone: Generated<string>;
  deadlines: Generated<boolean>;
}

export interface OrganisationTable {
  id: Generated<string>;
  key: string;
  name: ColumnType<unknown, JsonInput, JsonInput>;
  short_name: ColumnType<unknown, JsonInput, JsonInput>;
  kind: string;
  valid_from: Generated<Temporal.PlainDate>;
  valid_until: Temporal.PlainDate | null;
  successor_id: string | null;
  kept_by_id: string | null;
  keeps_region: Generated<boolean>;
}

export interface PersonTable {
  id: Generated<string>;
  name: string;
  email: string;
  title: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  oidc_issuer: string | null;
  oidc_subject: string | null;
  language: Generated<string>;
  settings: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  disabled_at: Temporal.Instant | null;
  created_at: Generated<Temporal.Instant>;
}

export interface PersonGrantTable {
  id: Generated<string>;
  person_id: string;
  role: string;
  organisation_id: string;
  point_id: string | null;
  valid_from: Generated<Temporal.PlainDate>;
  valid_until: Temporal.PlainDate | null;
  revoked_at: Temporal.Instant | null;
}

export interface PrevisitTable {
  appointment_id: string;
  answers: string;
  written_at: Temporal.Instant;
}

export interface ProcessingConsentTable {
  id: Generated<string>;
  customer_id: string;
  owner_org: string;
  details: string[];
  wording: string;
  language: string;
  given_how: string;
  given_at: Temporal.Instant;
  noted_by: string;
}

export interface PtvOrganisationTable {
  id: Generated<string>;
  source: Generated<string>;
  names: ColumnType<unknown, JsonInput, JsonInput>;
  kind: Generated<string>;
  business_code: string | null;
  parent_id: string | null;
  organisation_id: string | null;
  content_hash: Generated<string>;
  modified_at: Temporal.Instant | null;
  retired_at: Temporal.Instant | null;
}

export interface PushKeyTable {
  id: string;
  key_cipher: string;
}

export interface QueueTable {
  id: Generated<string>;
  point_id: string;
  organisation_id: string;
  kind: string;
  service_id: string | null;
  situation: string | null;
  name: ColumnType<unknown, JsonInput, JsonInput>;
  prefix: string;
  position: Generated<number>;
  at_kiosk: Generated<boolean>;
  opening: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  usual_minutes: number | null;
  active: Generated<boolean>;
  version: Generated<number>;
}

export interface QueueBlockTable {
  id: Generated<string>;
  device_id: string;
  point_id: string;
  day: Temporal.PlainDate;
  prefix: string;
  first: number;
  last: number;
  next: number;
}

export interface QueueDeviceTable {
  id: Generated<string>;
  point_id: string;
  kind: string;
  name: string;
  settings: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  pairing_hash: string | null;
  pairing_until: Temporal.Instant | null;
  key_hash: string | null;
  paired_at: Temporal.Instant | null;
  seen_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
  version: Generated<number>;
}

export interface QueueNumberTable {
  point_id: string;
  day: Temporal.PlainDate;
  prefix: string;
  last: number;
}

export interface QueuePaceTable {
  queue_id: string;
  hour: number | null;
  seconds: number;
  visits: number;
  low_percent: number | null;
  high_percent: number | null;
  learned_at: Temporal.Instant;
}

export interface QueuePolicyTable {
  point_id: string;
  rules: ColumnType<unknown, JsonInput, JsonInput>;
  version: Generated<number>;
  changed_by: string | null;
  changed_at: Generated<Temporal.Instant>;
}

export interface ReferralTable {
  id: Generated<string>;
  matter_id: string;
  owner_org: string;
  actor_id: string;
  criteria: string[];
  skill: string | null;
  wish: Generated<string>;
  step_id: string;
  asking_step_id: string;
  given: Generated<string[]>;
  ask_on: Temporal.PlainDate;
  outcome: string | null;
  outcome_at: Temporal.Instant | null;
  outcome_by: string | null;
  created_by: string;
  created_at: Temporal.Instant;
}

export interface ResourceTable {
  id: Generated<string>;
  kind: string;
  point_id: string | null;
  organisation_id: string;
  person_id: string | null;
  name: Generated<string>;
  features: Generated<string[]>;
  languages: Generated<string[]>;
  active: Generated<boolean>;
  version: Generated<number>;
}

export interface ResourceBookableTable {
  resource_id: string;
  bookable_id: string;
}

export interface ResourceDayTable {
  resource_id: string;
  day: Temporal.PlainDate;
}

export interface ResourceExceptionTable {
  id: Generated<string>;
  resource_id: string;
  day: Temporal.PlainDate;
  opens: string | null;
  closes: string | null;
}

export interface ResourceHoursTable {
  id: Generated<string>;
  resource_id: string;
  point_id: string | null;
  every_weeks: Generated<number>;
  anchor: Temporal.PlainDate;
  weekdays: number[];
  opens: string;
  closes: string;
  valid_from: Temporal.PlainDate | null;
  valid_until: Temporal.PlainDate | null;
  on_holidays: Generated<boolean>;
  languages: string[] | null;
}

export interface SearchChoiceTable {
  day: Temporal.PlainDate;
  language: string;
  words: string;
  kind: string;
  entry_id: string;
  times: Generated<number>;
}

export interface SearchCountTable {
  day: Temporal.PlainDate;
  language: string;
  site: string;
  words: string;
  times: Generated<number>;
  unfound: Generated<number>;
  chosen: Generated<number>;
}

export interface SearchSettledTable {
  language: string;
  words: string;
  settled_on: Temporal.PlainDate;
  settled_by: string;
}

export interface SecretLinkTable {
  id: Generated<string>;
  token_hash: string;
  matter_id: string;
  created_at: Generated<Temporal.Instant>;
  expires_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
  used_at: Temporal.Instant | null;
  origin_id: string | null;
}

export interface ServiceTable {
  id: Generated<string>;
  source: Generated<string>;
  general_id: string | null;
  text_id: number;
  responsible_id: string | null;
  producer_ids: Generated<string[]>;
  type: Generated<string>;
  charge: string | null;
  languages: Generated<string[]>;
  area: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  legislation: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  content_hash: Generated<string>;
  modified_at: Temporal.Instant | null;
  retired_at: Temporal.Instant | null;
  own: ColumnType<unknown, JsonInput | undefined, JsonInput>;
}

export interface ServiceByChannelTable {
  service_id: string;
  channel_id: string;
  position: Generated<number>;
  note: ColumnType<unknown, JsonInput | undefined, JsonInput>;
}

export interface ServiceCardTable {
  id: Generated<string>;
  service_id: string | null;
  organisation_id: string | null;
  owner_org: string;
  owner_person_id: string | null;
  review_on: Temporal.PlainDate;
  published_at: Temporal.Instant | null;
  retired_at: Temporal.Instant | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
}

export interface ServiceChannelTable {
  id: Generated<string>;
  source: Generated<string>;
  kind: string;
  responsible_id: string | null;
  texts: ColumnType<unknown, JsonInput, JsonInput>;
  languages: Generated<string[]>;
  links: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  phones: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  emails: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  opening: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  opening_notes: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  address: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  latitude: number | null;
  longitude: number | null;
  accessibility: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  needs_sign_in: Generated<boolean>;
  form_code: string | null;
  point_id: string | null;
  content_hash: Generated<string>;
  modified_at: Temporal.Instant | null;
  retired_at: Temporal.Instant | null;
}

export interface ServiceCollectionTable {
  id: string;
  names: ColumnType<unknown, JsonInput, JsonInput>;
  descriptions: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  responsible_id: string | null;
  service_ids: Generated<string[]>;
  content_hash: Generated<string>;
  modified_at: Temporal.Instant | null;
  retired_at: Temporal.Instant | null;
}

export interface ServicePointTable {
  id: Generated<string>;
  key: string;
  organisation_id: string;
  name: ColumnType<unknown, JsonInput, JsonInput>;
  type_label: ColumnType<unknown, JsonInput, JsonInput>;
  mobile: Generated<boolean>;
  street: Generated<string>;
  postal_code: Generated<string>;
  city: Generated<string>;
  phone: Generated<string>;
  zone: Generated<string>;
  opening: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  valid_from: Generated<Temporal.PlainDate>;
  valid_until: Temporal.PlainDate | null;
}

export interface ServiceTextTable {
  id: GeneratedAlways<number>;
  hash: string;
  texts: ColumnType<unknown, JsonInput, JsonInput>;
  life_events: Generated<string[]>;
  service_classes: Generated<string[]>;
  target_groups: Generated<string[]>;
  terms: ColumnType<unknown, JsonInput | undefined, JsonInput>;
}

export interface ShareTable {
  id: Generated<string>;
  matter_id: string;
  need_id: string | null;
  organisation_id: string;
  basis: string;
  ground: string;
  given_how: string | null;
  shared_by: string | null;
  shared_at: Generated<Temporal.Instant>;
  until: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
  language: string | null;
  ended_by: string | null;
  ended_how: string | null;
}

export interface SignInAttemptTable {
  state_hash: string;
  nonce: string;
  code_verifier: string;
  return_to: string;
  created_at: Generated<Temporal.Instant>;
}

export interface SilentAlarmTable {
  id: Generated<string>;
  point_id: string;
  counter_id: string | null;
  raised_by: string;
  raised_at: Temporal.Instant;
  ended_by: string | null;
  ended_at: Temporal.Instant | null;
  disturbance_id: string | null;
  mistaken: Generated<boolean>;
}

export interface SilentAlarmComingTable {
  alarm_id: string;
  person_id: string;
  at: Temporal.Instant;
}

export interface SlipTable {
  id: string;
  matter_id: string;
  pin_hash: string;
  tries: Generated<number>;
  made_at: Temporal.Instant;
  made_by: string;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  ended_by: string | null;
  desk_tries: Generated<number>;
  locked_told_at: Temporal.Instant | null;
}

export interface SmsOutTable {
  id: string;
  phone: string;
  text: string;
  created_at: Generated<Temporal.Instant>;
}

export interface SpecialistTable {
  person_id: string;
  unit_id: string;
  skills: ColumnType<unknown, JsonInput, JsonInput>;
  languages: string[];
  service_ids: Generated<string[]>;
  card_ids: Generated<string[]>;
  asked_by: string[];
  phone: Generated<string>;
  phone_hours: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  duty: ColumnType<unknown, JsonInput, JsonInput>;
  backup_id: string | null;
  version: Generated<number>;
  changed_at: Temporal.Instant;
}

export interface SpecialistPresenceTable {
  person_id: string;
  state: string;
  until: Temporal.Instant;
}

export interface SpokenFeedbackTable {
  id: Generated<string>;
  point_id: string;
  words: string;
  noted_by: string;
  noted_at: Temporal.Instant;
}

export interface StaffSessionTable {
  id: Generated<string>;
  token_hash: string;
  person_id: string;
  point_id: string | null;
  created_at: Generated<Temporal.Instant>;
  seen_at: Generated<Temporal.Instant>;
  expires_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  id_token: string | null;
}

export interface StepTable {
  id: Generated<string>;
  matter_id: string;
  need_id: string | null;
  owner_org: string;
  position: number;
  title: string;
  organisation_id: string | null;
  who: Generated<string>;
  channel: string | null;
  place: Generated<string>;
  at: Temporal.Instant | null;
  deadline_at: Temporal.Instant | null;
  state: Generated<string>;
  done_at: Temporal.Instant | null;
  done_by: string | null;
  secret: Generated<boolean>;
}

export interface SupportActorTable {
  id: Generated<string>;
  owner_org: string;
  owner_person_id: string | null;
  kind: string;
  texts: ColumnType<unknown, JsonInput, JsonInput>;
  support_kinds: Generated<string[]>;
  answers_to: Generated<string[]>;
  ways: Generated<string[]>;
  languages: Generated<string[]>;
  is_free: Generated<boolean>;
  phone: Generated<string>;
  email: Generated<string>;
  website: Generated<string>;
  brochure: Generated<string>;
  opening: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  place_id: string | null;
  checked_on: Temporal.PlainDate;
  checked_by: string | null;
  version: Generated<number>;
  created_by: string | null;
  changed_at: Generated<Temporal.Instant>;
  retired_at: Temporal.Instant | null;
}

export interface SupportActorReminderTable {
  actor_id: string;
  checked_on: Temporal.PlainDate;
  stage: string;
  at: Temporal.Instant;
}

export interface SupportRequestTable {
  id: Generated<string>;
  matter_id: string;
  need_id: string;
  owner_org: string;
  root_id: string;
  parent_id: string | null;
  tier: number;
  asked_by: string;
  asked_unit_id: string;
  to_unit_id: string;
  to_org: string;
  to_person_id: string | null;
  title: string;
  question: string;
  sensitivity: Generated<string>;
  customer_waiting: Generated<boolean>;
  state: Generated<string>;
  asked_at: Generated<Temporal.Instant>;
  due_at: Temporal.Instant;
  remind_at: Temporal.Instant | null;
  away_since: Temporal.Instant | null;
  reminded_at: Temporal.Instant | null;
  escalated_at: Temporal.Instant | null;
  answered_at: Temporal.Instant | null;
  answer: string | null;
  answer_use: string | null;
  told_at: Temporal.Instant | null;
  version: Generated<number>;
}

export interface SupportRequestEntryTable {
  id: Generated<string>;
  seq: GeneratedAlways<number>;
  request_id: string;
  kind: string;
  at: Generated<Temporal.Instant>;
  person_id: string | null;
  text: Generated<string>;
}

export interface SupportRequestFileTable {
  request_id: string;
  file_id: string;
  name: string;
  position: Generated<number>;
}

export interface SynonymTable {
  id: string;
  language: string;
  word: string;
  meanings: string[];
  both_ways: Generated<boolean>;
  active: Generated<boolean>;
  organisation_id: string;
  made_by: string;
  changed_at: Temporal.Instant;
}

export interface TallyTable {
  id: GeneratedAlways<number>;
  organisation_id: string;
  point_id: string | null;
  kind: string;
  at: Generated<Temporal.Instant>;
  undone_at: Temporal.Instant | null;
}

export interface TextTemplateTable {
  id: Generated<string>;
  key: string;
  kind: string;
  organisation_id: string | null;
  texts: ColumnType<unknown, JsonInput, JsonInput>;
  active: Generated<boolean>;
  updated_at: Generated<Temporal.Instant>;
}

export interface UnitTable {
  id: Generated<string>;
  key: string;
  organisation_id: string;
  point_id: string | null;
  name: ColumnType<unknown, JsonInput, JsonInput>;
  tier: number;
  opening: ColumnType<unknown, JsonInput | undefined, JsonInput>;
  answer_minutes: Generated<number>;
  remind_minutes: Generated<number>;
  successor_id: string | null;
  escalates_to_id: string | null;
  active: Generated<boolean>;
}

export interface UnitMemberTable {
  unit_id: string;
  person_id: string;
}

export interface UploadTable {
  file_id: string;
  person_id: string;
  name: string;
}

export interface VisitTable {
  id: Generated<string>;
  point_id: string;
  day: Temporal.PlainDate;
  code: string;
  came_by: string;
  device_id: string | null;
  arrived_at: Temporal.Instant;
  language: string;
  needs: Generated<string[]>;
  service_id: string | null;
  situation: string | null;
  matter_id: string | null;
  secret_hash: string | null;
  ended_at: Temporal.Instant | null;
  ended_how: string | null;
  paper: string | null;
}

export interface VisitDeedTable {
  id: GeneratedAlways<number>;
  visit_id: string;
  at: Temporal.Instant;
  deed: string;
  person_id: string | null;
  counter_id: string | null;
  before: ColumnType<unknown, JsonInput | null, JsonInput | null>;
  undone_at: Temporal.Instant | null;
}

export interface VisitPushTable {
  visit_id: string;
  subscription_cipher: string;
  told: Generated<string[]>;
}

export interface VisitSettingTable {
  point_id: string;
  most_between: number;
}

export interface VisitStepTable {
  id: Generated<string>;
  visit_id: string;
  point_id: string;
  queue_id: string;
  position: Generated<number>;
  state: string;
  waits_from: Temporal.Instant;
  joined_at: Temporal.Instant;
  due_at: Temporal.Instant | null;
  not_before: Temporal.Instant | null;
  by_chain: Generated<boolean>;
  excluded_ids: Generated<string[]>;
  counter_id: string | null;
  person_id: string | null;
  called_at: Temporal.Instant | null;
  calls: Generated<number>;
  serving_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  contact_id: string | null;
  first_told_at: Temporal.Instant | null;
  first_low: number | null;
  first_likely: number | null;
  first_high: number | null;
  last_told_at: Temporal.Instant | null;
  last_low: number | null;
  last_likely: number | null;
  last_high: number | null;
}

export interface WaitingTable {
  id: string;
  bookable_id: string;
  way: string;
  point_ids: Generated<string[]>;
  weekdays: number[];
  from_hour: Generated<number>;
  until_hour: Generated<number>;
  from_day: Temporal.PlainDate | null;
  until_day: Temporal.PlainDate | null;
  language: string;
  needs: Generated<string[]>;
  contact: string | null;
  booker_hash: string | null;
  secret_hash: string;
  appointment_id: string | null;
  state: Generated<string>;
  unanswered: Generated<number>;
  joined_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  version: Generated<number>;
  holder_hash: string | null;
  interpreter_language: string | null;
}

export interface WaitingOfferTable {
  id: string;
  waiting_id: string;
  appointment_id: string;
  point_id: string | null;
  starts_at: Temporal.Instant;
  told_at: Temporal.Instant;
  answer_by: Temporal.Instant;
  state: Generated<string>;
  answered_at: Temporal.Instant | null;
}

export interface WebFormTable {
  key: string;
  unit_id: string;
}
