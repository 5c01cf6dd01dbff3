/** Lower case inside a title, in the languages that write titles in capitals. */
const SMALL = new Set(
  'a an and as at but by for from in into nor of on or over per the to up via vs with de del der des di du la las le les los och und et y e'.split(
    ' ',
  ),
);
const ACRONYMS = new Set(
  (
    'AI API ASP AV AWS BI CAD CADD CCTV CDL CEO CFO CIO CISO CNC COO CPA CPR CRM CTO DBA DEI DNA EEO EHR EHS EKG EMS EMT ERP ESL ETL EU FEMA FTE GIS GMP HIV HR HRIS HVAC ' +
    'ICT ICU ID IOT IP ISO IT ITS IV II III JD KYC LAN LCSW LGBTQ LLC LPN MBA MD MIS ML MRI MS NGO NP NY NYC OB OSHA OT PA PC PCB PHD PHP PLC PMO PMP PR PT QA QC R&D RFP RN ' +
    'SAP SCADA SEO SLA SQL SRE STI STD TB TV UAT UI UK UN US USA UX VI VII VIII VIP VP VPN WAN WIFI XML'
  ).split(' '),
);
/** No vowel, yet words. */
const SHORTENED = new Set(
  'MR MRS DR SR JR ST MT FT MGR MNGR MGMT SVC SVCS DPTY DPT SPCLST TECH SUPV SUPVR ASST BLDG BLVD HWY PKWY LN RD PL DVLPMNT DVLPMT DEPT GRP HRS SGT LT CPT BKLYN QNS RPT STR SYS CTR'.split(
    ' ',
  ),
);

/** A text all in capitals made readable: words in title case, acronyms kept, small words small. A text that has lower case stays as it is. */
export function titleCase(text: string, acronyms: ReadonlySet<string>): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{2}/u.test(text)) return text;
  let isStart = true;
  return text.replace(/[\p{L}\p{N}][\p{L}\p{N}'’.&]*|[^\p{L}\p{N}\s]+/gu, (token, at: number) => {
    if (!/[\p{L}\p{N}]/u.test(token)) {
      isStart = /[:(/–—-]$/.test(token) && !/\p{L}/u.test(text[at - 1] ?? ' ') ? true : isStart || /[:(–—]/.test(token);
      return token;
    }
    if (token === 'NET' && text[at - 1] === '.') return token;
    const isInside = /[-’']/.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at - 2] ?? ' ');
    const word = oneWord(token, { acronyms, isStart, isInside });
    isStart = false;
    return word;
  });
}

interface Position {
  readonly acronyms: ReadonlySet<string>;
  readonly isStart: boolean;
  readonly isInside: boolean;
}

function oneWord(token: string, { acronyms, isStart, isInside }: Position): string {
  const bare = token.replace(/[.'’]+S?$/u, '');
  const lower = token.toLowerCase();
  if (ACRONYMS.has(bare) || acronyms.has(bare)) return bare + token.slice(bare.length).toLowerCase();
  if (/^\d+(?:ST|ND|RD|TH)$/.test(token)) return lower;
  if (/\d/.test(token) || /^(?:\p{L}\.){2,}\p{L}?$/u.test(token) || /^[\p{L}\p{N}]&[\p{L}\p{N}]$/u.test(token)) return token;
  if (SMALL.has(lower) && !isStart && (!isInside || lower !== 'a')) return lower;
  if (SHORTENED.has(bare)) return capital(lower);
  if (/^[^AEIOUYÄÖÅÜÉƏI.]{2,5}$/u.test(bare)) return token;
  return lower.replace(
    /^(mc|o['’]|d['’])?(\p{L})/u,
    (_, prefix: string | undefined, letter: string) => capital(prefix ?? '') + letter.toUpperCase(),
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
