/** Why an engine could not be fed, in a few words for the operator. What a database says names the values of the failed statement: it is left out. */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'params' in error ? 'the database refused a statement' : error.message.slice(0, 200);
}
