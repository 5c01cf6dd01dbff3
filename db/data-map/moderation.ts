import { nobodys, somebodys } from '#db/data-map/entry.ts';

const ORDER = 'numbers and links rows of our own';
const SEALED = { leftOutBecause: 'it is sealed; your receipt shows what you wrote' } as const;
const HASHED = { leftOutBecause: 'it is the keyed hash of an address, which says nothing by itself' } as const;
/** A row of the queue names nobody: only the ad leads to it. */
const WITH_THE_AD = { leftOutBecause: 'the copy shows the ad itself, what was found in it, asked and decided' } as const;
const STAFF = 'is the pseudonym of somebody who works for the board';

/** The law wants these kept: the link to an account goes, the record stays until its own end. */
const KEPT = {
  keptBecause: 'the law wants notices, decisions and what was said against them kept, until their own rule ends them',
} as const;
const DECISION = { category: 'decisions', retention: 'statements', inExport: 'as it is', erasure: KEPT } as const;
const NOTICE = { ...DECISION, category: 'notices', retention: 'notices' } as const;

const cases = {
  whose: 'members and guests',
  purpose: 'moderation',
  columns: {
    ...somebodys({ ...DECISION, inExport: WITH_THE_AD }, 'title', 'flags', 'question'),
    ...nobodys(STAFF, 'decidedBy'),
    ...nobodys(ORDER, 'id', 'kind', 'priority', 'state', 'jobId', 'revisionId', 'employerSeq', 'subjectId'),
    ...nobodys(ORDER, 'openedAt', 'askedAt', 'decidedAt', 'outcome'),
  },
} as const;

const notices = {
  whose: 'members and guests',
  person: { by: 'account', column: 'accountId', stays: true },
  purpose: 'moderation',
  columns: {
    ...somebodys({ ...NOTICE, erasure: 'null' }, 'accountId'),
    ...somebodys({ ...NOTICE, inExport: SEALED }, 'sealed'),
    ...somebodys({ ...NOTICE, inExport: HASHED }, 'notifier'),
    ...somebodys(NOTICE, 'url', 'ground', 'goodFaith', 'danger', 'language', 'receivedAt', 'decidedAt', 'outcome', 'answer'),
    ...nobodys(ORDER, 'id', 'jobId'),
  },
} as const;

const noticeSlowdowns = {
  whose: 'members and guests',
  purpose: 'moderation',
  columns: somebodys({ ...NOTICE, inExport: HASHED, isUnique: true }, 'notifier', 'unfounded', 'lastAt', 'slowedUntil'),
} as const;

const statements = {
  whose: 'members and guests',
  person: { by: 'account', column: 'accountId', stays: true },
  ad: 'jobId',
  purpose: 'moderation',
  columns: {
    ...somebodys({ ...DECISION, erasure: 'null' }, 'accountId'),
    ...somebodys({ ...DECISION, inExport: HASHED }, 'recipient'),
    ...somebodys(DECISION, 'restriction', 'decisionGround', 'legalGround', 'rules', 'explanation', 'facts', 'category', 'keywords'),
    ...somebodys(
      DECISION,
      'contentLanguage',
      'contentAt',
      'appliedAt',
      'endsAt',
      'source',
      'automatedDetection',
      'objectionUntil',
      'reversedAt',
    ),
    ...nobodys(STAFF, 'decidedBy'),
    ...nobodys(ORDER, 'id', 'jobId', 'employerSeq', 'revisionId', 'caseId', 'noticeId'),
  },
} as const;

const appeals = {
  whose: 'members and guests',
  person: { by: 'account', column: 'accountId', stays: true },
  purpose: 'moderation',
  columns: {
    ...somebodys({ ...DECISION, erasure: 'null' }, 'accountId'),
    ...somebodys({ ...DECISION, inExport: SEALED }, 'sealed'),
    ...somebodys(DECISION, 'by', 'madeAt', 'decidedAt', 'outcome', 'answer'),
    ...nobodys(STAFF, 'decidedBy'),
    ...nobodys(ORDER, 'id', 'statementId', 'noticeId'),
  },
} as const;

const caseFiles = {
  whose: 'people named in ads',
  purpose: 'moderation',
  columns: {
    ...somebodys({ ...DECISION, retention: 'case-files', inExport: SEALED }, 'sealed'),
    ...nobodys(ORDER, 'id', 'jobId', 'createdAt', 'lastAt'),
  },
} as const;

const removedAds = {
  whose: 'nobody',
  purpose: 'moderation',
  columns: nobodys(
    'is a hash of the random number of a source and the ad’s number there, from which no word can be read back',
    'fingerprint',
    'removedAt',
  ),
} as const;

const auditLog = {
  whose: 'nobody',
  purpose: 'legal-duties',
  columns: {
    ...nobodys(STAFF, 'actor'),
    ...nobodys(ORDER, 'seq', 'segment', 'at', 'act', 'subjectKind', 'subject', 'reason', 'mac'),
  },
} as const;

const auditSegments = {
  whose: 'nobody',
  purpose: 'legal-duties',
  columns: nobodys(ORDER, 'segment', 'firstSeq', 'count', 'lastMac', 'closedAt', 'removedAt'),
} as const;

const PSEUDONYM = { category: 'staff-log', retention: 'audit-log', inExport: 'as it is', erasure: 'delete' } as const;
const auditActors = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'legal-duties',
  columns: { ...somebodys({ ...PSEUDONYM, isUnique: true }, 'pseudonym'), ...somebodys(PSEUDONYM, 'accountId', 'createdAt') },
} as const;

const UNTIED = { leftOutBecause: 'it stands beside a line of the log of staff, and there is no way from an account to it' } as const;
const auditNotes = {
  whose: 'members and guests',
  purpose: 'legal-duties',
  columns: {
    ...somebodys(
      {
        ...PSEUDONYM,
        retention: 'audit-notes',
        inExport: UNTIED,
        erasure: { keptBecause: 'it is no longer tied to anybody, and ends by its own rule' },
      },
      'note',
    ),
    ...nobodys(ORDER, 'seq', 'at'),
  },
} as const;

const DISCLOSURE = { category: 'disclosures', retention: 'disclosures', inExport: 'as it is', erasure: KEPT } as const;
const disclosures = {
  whose: 'members and guests',
  person: { by: 'account', column: 'accountId', stays: true, secretUntil: 'secretUntil' },
  purpose: 'legal-duties',
  columns: {
    ...somebodys({ ...DISCLOSURE, erasure: 'null' }, 'accountId'),
    ...somebodys({ ...DISCLOSURE, inExport: HASHED }, 'recipient'),
    ...somebodys(DISCLOSURE, 'authority', 'legalGround', 'fields', 'at'),
    ...nobodys(STAFF, 'recordedBy'),
    ...nobodys('says until when a law forbids to speak of it', 'secretUntil'),
    ...nobodys(ORDER, 'id'),
  },
} as const;

/** Decisions about what others wrote, and what staff did. */
export const MODERATION_TABLES = {
  cases,
  notices,
  noticeSlowdowns,
  statements,
  appeals,
  caseFiles,
  removedAds,
  auditLog,
  auditSegments,
  auditActors,
  auditNotes,
  disclosures,
} as const;
