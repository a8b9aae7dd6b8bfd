import type { FileDriver } from '../../../../platform/files/driver.ts';

/** What the message routes need besides the desk. */
export type MessageDeps = { files: FileDriver };
