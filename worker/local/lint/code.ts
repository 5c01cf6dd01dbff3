import type { Board } from '#worker/board/model/board.ts';
import { deviceStorageProblems, STORAGE_USERS } from '#worker/local/lint/device-storage.ts';
import { hostProblems, policyHostProblems } from '#worker/local/lint/hosts.ts';
import { readCode } from '#worker/local/lint/read-code.ts';
import { projectDir } from '#worker/local/project.ts';
import { policyOf } from '#worker/promises/model/policy.ts';

/** The lint has to name what it looks for. A board file is read as a value: what it declares is declared. */
const NOT_READ = /^worker\/(local\/lint\/|board\/model\/this-board\.ts$)/;

/** Where the code keeps or calls what the policy of this board does not declare. */
export async function codeProblems(board: Board): Promise<readonly string[]> {
  const all = await readCode(projectDir, ['site', 'worker', 'search', 'db']);
  const ours = all.filter(({ file }) => !NOT_READ.test(file));
  return [
    ...deviceStorageProblems(ours, { declared: policyOf(board).cookies, users: STORAGE_USERS }),
    ...hostProblems(ours, board),
    ...policyHostProblems(board),
  ];
}
