/** What TypeScript's own types of the browser do not know yet; absent in browsers without Trusted Types. */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
  /** What the policy makes, the page takes as HTML; to TypeScript it is a text. */
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

declare const trustedTypes: TrustedTypePolicyFactory | undefined;
