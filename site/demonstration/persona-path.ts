/** Signs in as somebody made up; only a demonstration has it. */
export const personaPath = '/dev/persona';
