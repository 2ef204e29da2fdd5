import type { News } from '#database/news.ts'

/** What followers of one thing are sent, and when to look whether it changed. */
export type Channel = {
  /** One channel per name: all its followers get the same. */
  name: string
  /** What has to be heard of before it can change. */
  subject: string
  /** What is to be seen now, asked once for everybody; null when there is nothing any more. */
  read: () => Promise<{ text: string; isLast: boolean } | null>
}

export type Live = {
  /**
   * Sends what there is to see now, and again after each change. `who` has at most a few at a time: of more, the
   * oldest ends. Ends by the returned function, or by itself when it is over; then `end` is called.
   */
  follow: (channel: Channel, follower: Follower) => () => void
  /** Ends for everybody: they come back to another program, or to this one when it has started again. */
  close: () => void
}

export type Follower = { who: string; send: (text: string) => void; end: () => void }

type Running = { followers: Set<Follower>; last: string | null; look: () => void; stop: () => void }

/** Changes that come faster are taken together, in milliseconds: three hundred votes are no three hundred pictures. */
const PAUSE = 100
const TRY_AGAIN_AFTER = 1_000
const MOST_PER_PERSON = 4

/** Connections that stay open to say what changes. It remembers who is connected, and nothing that matters. */
export function createLive(news: News, failed: (error: unknown) => void): Live {
  const channels = new Map<string, Running>()
  const byPerson = new Map<string, Follower[]>()
  let isClosed = false

  function open({ name, subject, read }: Channel): Running {
    let isLooking = false
    let isStale = false
    let timer: NodeJS.Timeout | undefined
    const followers = new Set<Follower>()
    const look = () => {
      isStale = true
      if (!isLooking) void lookNow()
    }
    const lookNow = async () => {
      isLooking = true
      isStale = false
      let wait = PAUSE
      try {
        const seen = await read()
        if (seen && seen.text !== running.last) {
          running.last = seen.text
          for (const follower of [...followers]) follower.send(seen.text)
        }
        if (!seen || seen.isLast) return running.stop()
      } catch (error) {
        failed(error)
        isStale = true
        wait = TRY_AGAIN_AFTER
      }
      timer = setTimeout(() => {
        isLooking = false
        if (isStale && followers.size > 0) void lookNow()
      }, wait)
    }
    const unfollow = news.follow(subject, look)
    const running: Running = {
      followers,
      last: null,
      look,
      stop: () => {
        unfollow()
        clearTimeout(timer)
        channels.delete(name)
        for (const follower of [...followers]) follower.end()
        followers.clear()
      },
    }
    channels.set(name, running)
    return running
  }

  return {
    follow: (channel, follower) => {
      if (isClosed) {
        follower.end()
        return () => {}
      }
      const running = channels.get(channel.name) ?? open(channel)
      const own = [...(byPerson.get(follower.who) ?? []), follower]
      byPerson.set(follower.who, own)
      running.followers.add(follower)
      if (running.last === null) running.look()
      else follower.send(running.last)
      if (own.length > MOST_PER_PERSON) own[0]?.end()
      return () => {
        const left = (byPerson.get(follower.who) ?? []).filter((one) => one !== follower)
        if (left.length > 0) byPerson.set(follower.who, left)
        else byPerson.delete(follower.who)
        running.followers.delete(follower)
        if (running.followers.size === 0) running.stop()
      }
    },
    close: () => {
      isClosed = true
      for (const running of [...channels.values()]) running.stop()
    },
  }
}
