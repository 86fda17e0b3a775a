const longest = 80
const most = 2

/** True for names that differ in case, in separators, or in two letters at most. */
export function isNear(one: string, other: string): boolean {
  const [left, right] = [plain(one), plain(other)]
  if (left === right) return true
  if (left.length > longest || right.length > longest || Math.min(left.length, right.length) < 5) return false
  return distance(left, right) <= most
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]/g, '')

/** How many letters have to be changed, added or removed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of one.split('').entries()) {
    const next = [index + 1]
    for (const [column, each] of other.split('').entries()) {
      const [diagonal = 0, above = 0, left = 0] = [row[column], row[column + 1], next[column]]
      next.push(Math.min(diagonal + (letter === each ? 0 : 1), above + 1, left + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
