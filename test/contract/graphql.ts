/** The three GraphQL operations there is no REST twin for, their shape checked by hand. */
import type { Reply, Token, World } from './github.ts';

const classifiers = ['ABUSE', 'DUPLICATE', 'LOW_QUALITY', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM'];

/** Answers `viewer`, `minimizeComment` and `unminimizeComment`; anything else is a fault of the caller. */
export function answerGraphql(world: World, token: Token, body: unknown, broken: string[]): Reply {
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: Record<string, unknown> };
  if (typeof query !== 'string') {
    broken.push('A GraphQL request needs a query');
    return { status: 400, body: { message: 'A query attribute must be specified and must be a string.' } };
  }
  const text = query.replace(/\s+/g, ' ').trim();
  if (/^(query )?\{ viewer \{ login \} \}$/.test(text)) {
    return { status: 200, body: { data: { viewer: { login: token.login } } } };
  }
  const mutation =
    /^mutation ?\(\$id: ID!\) \{ (un)?minimizeComment\(input: \{ ?subjectId: \$id(?:, classifier: ([A-Z_]+))? ?\}\) \{ (?:un)?minimizedComment \{ isMinimized \} \} \}$/.exec(
      text,
    );
  const [, undo, classifier] = mutation ?? [];
  const wellFormed =
    mutation !== null &&
    (undo === undefined ? classifiers.includes(classifier ?? '') : classifier === undefined);
  if (!wellFormed || typeof variables?.['id'] !== 'string') {
    broken.push(`Unknown GraphQL operation: ${text}`);
    return { status: 200, body: { errors: [{ message: 'Parse error' }] } };
  }
  if (token.pullRequests !== 'write') {
    return {
      status: 200,
      body: {
        data: null,
        errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
      },
    };
  }
  const comment = world.comments.find((one) => `IC_${one.id}` === variables['id']);
  if (comment === undefined) {
    return { status: 200, body: { errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a node' }] } };
  }
  comment.minimized = undo === undefined;
  const field = undo === undefined ? 'minimizeComment' : 'unminimizeComment';
  const inner = undo === undefined ? 'minimizedComment' : 'unminimizedComment';
  return { status: 200, body: { data: { [field]: { [inner]: { isMinimized: comment.minimized } } } } };
}
