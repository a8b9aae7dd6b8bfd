/** Shapes of Suomi.fi Messages REST API v2, as far as they are used. README.md says what they were checked against. */

export type ServiceType = 'Normal' | 'Verifiable';

export type Address = { name: string; streetAddress: string; zipCode: string; city: string; countryCode: string };

export type ElectronicPart = {
  title: string;
  body: string;
  bodyFormat: 'Text';
  messageServiceType: ServiceType;
  replyAllowedBy: 'No one';
  visibility: 'Normal' | 'Recipient only';
  attachments: { attachmentId: string }[];
  notifications: {
    /** The recipient's e-mail about a new message names nobody: being a customer may itself be secret. */
    senderDetailsInNotifications: 'None';
    unreadMessageNotification: { reminder: 'Default reminder' | 'No reminders' };
  };
};

export type PaperMailPart = {
  attachments: { attachmentId: string }[];
  colorPrinting: boolean;
  createAddressPage: boolean;
  rotateLandscapePages: boolean;
  twoSidedPrinting: boolean;
  messageServiceType: ServiceType;
  printingAndEnvelopingService: { postiMessaging: { username: string; password: string; contactDetails: { email: string } } };
  recipient: { address: Address };
  sender: { address: Address };
};

export type MessageBody = {
  /** Ours: the service takes a message by one only once. */
  externalId: string;
  recipient: { id: string };
  sender: { serviceId: string };
  electronic: ElectronicPart;
  paperMail?: PaperMailPart;
};

export type SuomifiSettings = {
  /** Without a slash at the end. */
  url: string;
  username: string;
  password: string;
  serviceId: string;
  /** Undefined: electronic messages only. */
  paper: { username: string; password: string; email: string; sender: Address } | undefined;
};

/** One message to one person, in words ready to be shown. */
export type ToDeliver = {
  externalId: string;
  /** A personal identity code or a business id: in the request's body and nowhere else. */
  recipientId: string;
  serviceType: ServiceType;
  title: string;
  body: string;
  /** For those without a mailbox in use; null: electronically or not at all. */
  postal: Address | null;
};
