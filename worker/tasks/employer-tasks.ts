import type { Container } from '#worker/container.ts';
import { recheckProofs } from '#worker/employers/recheck-proofs.ts';
import { clearPictures } from '#worker/pictures/clear-pictures.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const HOUR = 3_600_000;
/** Each may take seconds to answer. */
const AT_ONCE = 3;
const FILES_AT_ONCE = 500;

/** The work on employers that nobody asks for at that moment: domains that are looked at again, pictures that nothing shows any more. */
export function employerTasks(container: Container): readonly Task[] {
  const recheck = async () => {
    const { looked, lost } = await recheckProofs(container, AT_ONCE);
    return { done: looked < AT_ONCE, words: `${looked} looked at, ${lost} marks taken away` };
  };
  const clear = async () => {
    const { cleared, done } = await clearPictures(container, FILES_AT_ONCE);
    return { done, words: `${cleared} cleared` };
  };
  return [
    { name: 'recheck-domains', everyMs: HOUR, run: recheck },
    { name: 'clear-pictures', everyMs: HOUR, run: clear },
  ];
}
