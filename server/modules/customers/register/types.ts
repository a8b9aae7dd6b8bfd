/** What the population register tells of somebody. */
export type RegisterEntry = {
  /** Turvakielto (laki väestötietojärjestelmästä 661/2009, 36 §): the address is then not told at all. */
  restricted: boolean;
  address: { street: string; postalCode: string; city: string } | null;
};

/** The population register, asked by identity code. @throws Unavailable */
export type Register = { find(identityCode: string): Promise<RegisterEntry | undefined> };
