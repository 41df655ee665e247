/** GitHub as a table: what each request is answered, and what was asked. */
import type { GitHubClient } from '../../action/github/client.ts';

type Parameters = Readonly<Record<string, unknown>>;
type Answer = unknown | ((parameters: Parameters) => unknown);

export class AskedGitHub implements GitHubClient {
  /** `GET git/trees/abc`: each request with the values that stand in its address. */
  readonly asked: string[] = [];
  /** The parameters of what was written. */
  readonly sent: Parameters[] = [];
  self: string | null = 'github-actions[bot]';
  readonly #answers: Readonly<Record<string, Answer>>;

  /** @param answers by method and address behind the repository, its parts filled in: `GET git/trees/abc` */
  constructor(answers: Readonly<Record<string, Answer>>) {
    this.#answers = answers;
  }

  async request<Result>(route: string, parameters: Parameters = {}): Promise<Result> {
    const asked = route
      .replace('/repos/{owner}/{repo}/', '')
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name]));
    this.asked.push(asked);
    if (!route.startsWith('GET ')) this.sent.push(parameters);
    if (!(asked in this.#answers)) throw new Error(`nobody answers ${asked}`);
    const answer = this.#answers[asked];
    const given = typeof answer === 'function' ? answer(parameters) : answer;
    if (given instanceof Error) throw given;
    return given as Result;
  }

  list<Item>(route: string, parameters: Parameters): Promise<Item[]> {
    return this.request(route, parameters);
  }

  async graphql<Result>(): Promise<Result> {
    throw new Error('nobody answers GraphQL');
  }

  async login(): Promise<string | null> {
    return this.self;
  }
}

/** A file's content as the API has it. */
export function content(text: string): { readonly content: string } {
  return { content: Buffer.from(text, 'utf8').toString('base64') };
}
