import { california } from '#worker/promises/model/documents/california.ts';
import { cookiePolicy } from '#worker/promises/model/documents/cookie-policy.ts';
import type { DocumentSource } from '#worker/promises/model/documents/document-voice.ts';
import { privacyPolicy } from '#worker/promises/model/documents/privacy-policy.ts';
import { terms } from '#worker/promises/model/documents/terms.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';

/** All texts of a board that have versions, as its data say them now. */
export function documentsOf(source: DocumentSource): readonly PolicyDocument[] {
  return [privacyPolicy(source), cookiePolicy(source), terms(source), california(source)];
}
