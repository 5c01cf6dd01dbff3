/** Why the board does not start, as one sentence for whoever starts it. */
export class LaunchRefusal extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LaunchRefusal';
  }
}
