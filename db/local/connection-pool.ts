import { type Connection, openConnection } from '#db/local/connection.ts';
import { limits } from '#db/local/limits.ts';

export interface ConnectionPool {
  borrow(): Connection;
  giveBack(connection: Connection): void;
  close(): void;
}

/** The connection used last is lent first: its statements are prepared and its pages warm. */
export function createConnectionPool(file: string): ConnectionPool {
  const idle: Connection[] = [openConnection(file)];
  let isOpen = true;

  function giveBack(connection: Connection): void {
    if (isOpen && idle.length < limits.idleConnections && isSound(connection)) idle.push(connection);
    else connection.close();
  }

  function close(): void {
    isOpen = false;
    idle.at(-1)?.checkpoint();
    for (const connection of idle) connection.close();
    idle.length = 0;
  }

  return { borrow: () => idle.pop() ?? openConnection(file), giveBack, close };
}

/** One that cannot be put back as it was, or holds on to what it read, is thrown away; closing it rolls back too. */
function isSound(connection: Connection): boolean {
  try {
    connection.reset();
    return !connection.isSpoilt;
  } catch {
    return false;
  }
}
