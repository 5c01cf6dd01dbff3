export interface Settlement {
  readonly lat: number;
  readonly lng: number;
  readonly population: number;
}

/** Where the people of many towns live on average, and how many they are. Summed as vectors: a country across the 180th meridian has its centre there too. */
export function centreOf(settlements: readonly Settlement[]): Settlement {
  let [x, y, z, population] = [0, 0, 0, 0];
  for (const { lat, lng, population: people } of settlements) {
    const weight = Math.max(people, 1);
    const [north, east] = [radians(lat), radians(lng)];
    x += weight * Math.cos(north) * Math.cos(east);
    y += weight * Math.cos(north) * Math.sin(east);
    z += weight * Math.sin(north);
    population += people;
  }
  return { lat: degrees(Math.atan2(z, Math.hypot(x, y))), lng: degrees(Math.atan2(y, x)), population };
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return Math.round(((angle * 180) / Math.PI) * 1e5) / 1e5;
}
