/** Thrown inside a round when its watch says so; `planRound` turns it into the answer `cancelled`. */
export class RoundCancelled extends Error {
  override readonly name = 'RoundCancelled';
}
