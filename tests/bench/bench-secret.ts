/** Of every board that the bench starts: what it writes into an outbox, that board opens. */
export const BENCH_SECRET = 'a secret of the bench, and only of the bench';
