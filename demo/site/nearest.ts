export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS_KILOMETRES = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres. */
export function distance(from: Place, to: Place): number {
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const chord =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude);
  return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.sqrt(chord));
}

/** One degree is some hundred kilometres: enough to find a region, too little to find a person. */
export const coarse = ({ latitude, longitude }: Place): Place => ({
  latitude: Math.round(latitude),
  longitude: Math.round(longitude),
});

export const nearest = <Candidate extends Place>(
  place: Place,
  candidates: readonly Candidate[],
): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best && distance(place, best) <= distance(place, candidate) ? best : candidate),
    undefined,
  );
