import { type Server, type ServerOptions, startServer } from '../server/main'

/** Starts the server for a command, and stops it in order at Ctrl+C or SIGTERM. A port that is taken is said in words; exit code 1. */
export async function serve(options: ServerOptions, command: 'start' | 'demo'): Promise<Server> {
  const server = await startServer(options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    const { PORT } = options.env
    const again = `PORT=${PORT + 100} npm run ${command}`
    process.stderr.write(
      `端口 ${PORT} 已被占用，请换一个：${again}\nPort ${PORT} is taken; choose another: ${again}\n`,
    )
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)))
  }
  return server
}
