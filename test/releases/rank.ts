/** A prime below 2^26: sums of products stay whole numbers. */
const PRIME = 67_108_859

/**
 * The rank of a matrix of zeros and ones, over the rational numbers. Reckoned modulo a prime: the determinant of a
 * square of up to nineteen of them is smaller than that (Hadamard's bound), so that no rank is lost.
 */
export function rankOf(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => [...row])
  const width = matrix[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width && rank < matrix.length; column += 1) {
    const found = matrix.findIndex((row, index) => index >= rank && row[column] !== 0)
    if (found < 0) continue
    const pivot = matrix[found] ?? []
    matrix[found] = matrix[rank] ?? []
    matrix[rank] = pivot
    const inverse = power(pivot[column] ?? 0, PRIME - 2)
    for (let index = rank + 1; index < matrix.length; index += 1) {
      const row = matrix[index] ?? []
      const factor = multiply(row[column] ?? 0, inverse)
      if (factor === 0) continue
      for (let place = column; place < width; place += 1) {
        row[place] = ((row[place] ?? 0) + multiply(PRIME - factor, pivot[place] ?? 0)) % PRIME
      }
    }
    rank += 1
  }
  return rank
}

function multiply(one: number, other: number): number {
  return (one * other) % PRIME
}

function power(base: number, exponent: number): number {
  let [result, square, rest] = [1, base % PRIME, exponent]
  while (rest > 0) {
    if (rest % 2 === 1) result = multiply(result, square)
    square = multiply(square, square)
    rest = Math.floor(rest / 2)
  }
  return result
}
