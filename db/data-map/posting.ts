import { nobodys, somebodys } from '#db/data-map/entry.ts';

const ORDER = 'numbers and links rows of our own';
const COUNT = 'is a total of a day, in which nobody can be told from another';
const SEALED = { leftOutBecause: 'it is sealed; what it says is shown on the page of the post' } as const;
const HASHED = { leftOutBecause: 'it is the hash of a secret or an address, which says nothing by itself' } as const;

/** What somebody writes as a post: it goes when they delete it, and by the rules of ads. */
const POST = { category: 'posts', retention: 'expired-jobs', inExport: 'as it is', erasure: 'delete' } as const;
/** The post of an employer outlives the account of whoever wrote it: only the link to the account goes. */
const WRITER = { ...POST, erasure: 'null' } as const;

const posts = {
  whose: 'members and guests',
  person: { by: 'account', column: 'accountId', stays: true },
  ad: 'id',
  purpose: 'post-jobs',
  columns: {
    ...somebodys(WRITER, 'accountId'),
    ...somebodys({ ...POST, inExport: SEALED }, 'guestAddress'),
    ...somebodys({ ...POST, inExport: HASHED }, 'guestHash'),
    ...somebodys({ ...POST, inExport: HASHED, isUnique: true }, 'draftKey'),
    ...somebodys({ ...POST, retention: 'drafts' }, 'draft'),
    ...somebodys(POST, 'kind', 'state', 'stateSince', 'language', 'guestConfirmedAt', 'postedAt', 'expiresAt', 'createdAt', 'updatedAt'),
    ...nobodys(ORDER, 'id', 'employerSeq', 'draftVersion', 'publicRevisionId', 'waitingRevisionId', 'warnings', 'copiedFrom'),
  },
} as const;

const postRevisions = {
  whose: 'members and guests',
  ad: 'postId',
  purpose: 'post-jobs',
  columns: {
    ...somebodys(POST, 'content', 'state', 'flags', 'submittedAt', 'decidedAt'),
    ...nobodys(ORDER, 'id', 'postId', 'number', 'editedFrom'),
  },
} as const;

const postLog = {
  whose: 'members and guests',
  person: { by: 'account', column: 'accountId', stays: true },
  ad: 'postId',
  purpose: 'post-jobs',
  columns: {
    ...somebodys(WRITER, 'accountId'),
    ...somebodys(POST, 'at', 'by', 'from', 'to', 'what', 'why'),
    ...nobodys(ORDER, 'id', 'postId'),
  },
} as const;

const postCounts = {
  whose: 'nobody',
  purpose: 'view-counts',
  columns: nobodys(COUNT, 'jobId', 'day', 'what', 'count'),
} as const;

const postFingerprints = {
  whose: 'nobody',
  purpose: 'post-jobs',
  columns: nobodys('is a keyed hash from which no word can be read back', 'fingerprint', 'postId', 'postedAt', 'leftAt'),
} as const;

const pictures = {
  whose: 'members and guests',
  ad: 'postId',
  purpose: 'post-jobs',
  columns: {
    ...somebodys({ ...POST, isUnique: true }, 'id'),
    ...somebodys(POST, 'type', 'createdAt'),
    ...nobodys(ORDER, 'employerSeq', 'postId', 'replacedAt'),
    ...nobodys('describes a file', 'width', 'height', 'bytes'),
  },
} as const;

const MEMBER = { category: 'employer-members', retention: 'accounts', inExport: 'as it is', erasure: 'delete' } as const;
const employerMembers = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'post-jobs',
  columns: {
    ...somebodys({ ...MEMBER, isUnique: true }, 'accountId'),
    ...somebodys(MEMBER, 'role', 'since', 'worksAt'),
    ...nobodys(ORDER, 'employerSeq'),
  },
} as const;

const INVITATION = { ...MEMBER, retention: 'invitations' } as const;
const employerInvitations = {
  whose: 'members and guests',
  person: { by: 'address', column: 'emailKey' },
  purpose: 'post-jobs',
  columns: {
    ...somebodys({ ...INVITATION, isUnique: true }, 'id'),
    ...somebodys({ ...INVITATION, isUnique: 'words' }, 'emailKey'),
    ...somebodys({ ...INVITATION, inExport: { leftOutBecause: 'it is the account of whoever invited you' } }, 'invitedBy'),
    ...somebodys(INVITATION, 'email', 'role', 'createdAt', 'expiresAt'),
    ...nobodys(ORDER, 'employerSeq'),
  },
} as const;

const PROOF = { ...MEMBER, retention: 'domain-proofs' } as const;
const domainProofs = {
  whose: 'members and guests',
  person: { by: 'account', column: 'accountId', stays: true },
  purpose: 'post-jobs',
  columns: {
    ...somebodys({ ...PROOF, erasure: 'null' }, 'accountId'),
    ...somebodys(PROOF, 'domain', 'way', 'mailbox', 'claims', 'askedAt', 'expiresAt', 'provenAt', 'noticeUntil', 'checkedAt', 'endedAt'),
    ...nobodys(ORDER, 'id', 'employerSeq', 'failures'),
    ...nobodys('is random, and stands in public where it proves something', 'challenge'),
  },
} as const;

const employerChanges = {
  whose: 'members and guests',
  person: { by: 'account', column: 'askedBy', stays: true },
  purpose: 'post-jobs',
  columns: {
    ...somebodys({ ...MEMBER, retention: 'drafts', erasure: 'null' }, 'askedBy'),
    ...somebodys({ ...MEMBER, retention: 'drafts' }, 'wanted', 'askedAt'),
    ...nobodys(ORDER, 'id', 'employerSeq'),
  },
} as const;

const employerMerges = {
  whose: 'nobody',
  purpose: 'post-jobs',
  columns: nobodys(ORDER, 'id', 'fromSeq', 'intoSeq', 'at', 'moved', 'undoneAt'),
} as const;

const BUDGET = {
  category: 'reveal-counts',
  retention: 'network-hashes',
  inExport: { leftOutBecause: 'it is a keyed hash of a network, and there is no way from an account to it' },
  erasure: { keptBecause: 'it is a keyed hash that slows copying down, and ends within two days' },
} as const;
const revealBudgets = {
  whose: 'visitors',
  purpose: 'security',
  columns: somebodys({ ...BUDGET, isUnique: true }, 'subject', 'used', 'firstAt', 'lastAt'),
} as const;

const MESSAGE = { category: 'relay', retention: 'relay-messages', inExport: 'as it is', erasure: 'delete' } as const;
const relayMessages = {
  whose: 'members and guests',
  person: { by: 'recipient', column: 'sender' },
  purpose: 'connect',
  columns: {
    ...somebodys({ ...MESSAGE, isUnique: true }, 'id'),
    ...somebodys({ ...MESSAGE, inExport: SEALED }, 'sealed'),
    ...somebodys({ ...MESSAGE, inExport: HASHED }, 'recipient', 'sender'),
    ...somebodys({ ...MESSAGE, inExport: HASHED, retention: 'network-hashes' }, 'network'),
    ...somebodys(MESSAGE, 'postId', 'confirmedAt', 'createdAt'),
  },
} as const;

const linkChecks = {
  whose: 'people named in ads',
  purpose: 'publish-jobs',
  columns: {
    ...somebodys({ category: 'job-ads', retention: 'expired-jobs', inExport: 'as it is', erasure: 'delete', isUnique: true }, 'url'),
    ...nobodys(ORDER, 'jobId', 'checkedAt', 'failures', 'trouble'),
  },
} as const;

/** Posts and who writes them. */
export const POSTING_TABLES = {
  posts,
  postRevisions,
  postLog,
  postCounts,
  postFingerprints,
  pictures,
  employerMembers,
  employerInvitations,
  domainProofs,
  employerChanges,
  employerMerges,
  revealBudgets,
  relayMessages,
  linkChecks,
} as const;
