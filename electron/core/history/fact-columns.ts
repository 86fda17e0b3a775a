/** What filters ask of an exchange. */
export interface FilterFact {
  started: number
  /** 0 without an answer. */
  status: number
  environmentId: string
  purpose: string
  host: string
  /** Codes separated by spaces. */
  findings: string
  isPinned: boolean
  isOfWatch: boolean
  bytes: number
}

/** Columns of numbers, each exchange at the same place of all. Texts are places in `texts`. */
interface Columns {
  numbers: Int32Array
  started: Float64Array
  status: Int16Array
  environments: Int32Array
  purposes: Int32Array
  hosts: Int32Array
  findings: Int32Array
  bytes: Float64Array
  /** 1 pinned, 2 gone, 4 of a watch. */
  flags: Uint8Array
}

const first = 1024
export const flag = { pinned: 1, gone: 2, ofWatch: 4 } as const

/** All that filters ask, of every exchange that can be read, in memory: 100,000 take 5 MB and are looked through in 2 ms. */
export class FactColumns {
  readonly texts: string[] = []
  readonly #places = new Map<string, number>()
  #columns = columnsOf(first)
  #count = 0
  #gone = 0
  #order = new Int32Array(first)
  /** How many of `#order` are in order; those behind came since. */
  #sorted = 0

  get columns(): Readonly<Columns> {
    return this.#columns
  }

  get count(): number {
    return this.#count - this.#gone
  }

  /** The highest number. */
  get highest(): number {
    return this.#columns.numbers[this.#count - 1] ?? 0
  }

  /** Places of the columns by time, oldest first; those that are gone are among them. */
  get order(): Int32Array {
    const order = this.#order.subarray(0, this.#count)
    if (this.#sorted < this.#count) mergeTail(order, this.#sorted, this.#columns.started)
    this.#sorted = this.#count
    return order
  }

  clear(): void {
    this.#columns = columnsOf(first)
    this.#order = new Int32Array(first)
    this.#count = 0
    this.#gone = 0
    this.#sorted = 0
  }

  /** Puts an exchange, whose number is one that is here or higher than all. */
  set(number: number, fact: FilterFact): void {
    const known = this.#placeOf(number)
    const place = known ?? this.#append(number)
    const { started, status, environments, purposes, hosts, findings, bytes, flags } = this.#columns
    if ((flags[place] ?? 0) & flag.gone) this.#gone -= 1
    // Never seen of one that was recorded; all are sorted again.
    if (known !== null && started[place] !== fact.started) this.#sorted = 0
    started[place] = fact.started
    status[place] = fact.status
    environments[place] = this.#textOf(fact.environmentId)
    purposes[place] = this.#textOf(fact.purpose)
    hosts[place] = this.#textOf(fact.host)
    findings[place] = this.#textOf(fact.findings)
    bytes[place] = fact.bytes
    flags[place] = (fact.isPinned ? flag.pinned : 0) | (fact.isOfWatch ? flag.ofWatch : 0)
    const last = started[this.#order[place - 1] ?? 0] ?? 0
    if (known === null && this.#sorted === place && (place === 0 || fact.started >= last)) this.#sorted += 1
  }

  remove(number: number): void {
    const place = this.#placeOf(number)
    if (place === null || (this.#columns.flags[place] ?? 0) & flag.gone) return
    this.#columns.flags[place] = flag.gone
    this.#gone += 1
  }

  /** Numbers only rise, so that they are in order. */
  #placeOf(number: number): number | null {
    const { numbers } = this.#columns
    let [low, high] = [0, this.#count]
    if (number > this.highest) return null
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[middle] ?? 0) < number) low = middle + 1
      else high = middle
    }
    return numbers[low] === number ? low : null
  }

  #append(number: number): number {
    const place = this.#count
    if (place === this.#columns.numbers.length) this.#grow()
    this.#columns.numbers[place] = number
    this.#order[place] = place
    this.#count += 1
    return place
  }

  #grow(): void {
    const grown = columnsOf(this.#count * 2)
    const { numbers, started, status, environments, purposes, hosts, findings, bytes, flags } = this.#columns
    grown.numbers.set(numbers)
    grown.started.set(started)
    grown.status.set(status)
    grown.environments.set(environments)
    grown.purposes.set(purposes)
    grown.hosts.set(hosts)
    grown.findings.set(findings)
    grown.bytes.set(bytes)
    grown.flags.set(flags)
    const order = new Int32Array(this.#count * 2)
    order.set(this.#order)
    this.#columns = grown
    this.#order = order
  }

  #textOf(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

const columnsOf = (size: number): Columns => ({
  numbers: new Int32Array(size),
  started: new Float64Array(size),
  status: new Int16Array(size),
  environments: new Int32Array(size),
  purposes: new Int32Array(size),
  hosts: new Int32Array(size),
  findings: new Int32Array(size),
  bytes: new Float64Array(size),
  flags: new Uint8Array(size),
})

/** Sorts the places from `sorted` on, and puts them among those before, which are in order. */
function mergeTail(order: Int32Array, sorted: number, started: Float64Array): void {
  const timeOf = (place: number | undefined): number => started[place ?? 0] ?? 0
  const tail = order.subarray(sorted).toSorted((one, other) => timeOf(one) - timeOf(other) || one - other)
  let at = order.length - 1
  let before = sorted - 1
  for (let next = tail.length - 1; next >= 0; at -= 1) {
    const isLater = before < 0 || timeOf(tail[next]) >= timeOf(order[before])
    order[at] = (isLater ? tail[next] : order[before]) ?? 0
    if (isLater) next -= 1
    else before -= 1
  }
}
