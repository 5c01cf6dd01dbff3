/** The limits of a real libSQL server, so that what works here works there. Times in milliseconds, sizes in bytes. */
export const limits = {
  streamIdle: 10_000,
  transactionIdle: 5_000,
  expiredStreamRemembered: 300_000,
  /** How long a statement is tried again while another process writes to the file. */
  otherProcessBusy: 10_000,
  waitingWriters: 200,
  requestBody: 10_000_000,
  response: 10_000_000,
  storedTexts: 50,
  storedText: 5_000,
  preparedStatements: 256,
  idleConnections: 6,
  /** Work done in one go before other requests get their turn. */
  slice: 4,
} as const;
